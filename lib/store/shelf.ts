/** The part of the store that tells which notices are at hand, and what was worked out of them ahead of the popup. */
import { readReady } from './check-first-rows';
import { toReading } from './feed';
import type { ReadyRow, Store } from './model';
import { sortPacks } from './packs';
import type { RebindDatabase } from './schema';
import { readSetting } from './setting';
import { isPlainShelf, type ShelfTraces, shelfMark } from './shelf-mark';

type Run = <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;

const heldIn = (row: unknown) => (row as { readonly value?: unknown } | undefined)?.value;

/** Inside the caller's transaction over packs, settings and feed. */
async function readTraces({ packs, settings, feed }: RebindDatabase): Promise<ShelfTraces> {
  return {
    packs: await packs.orderBy('[id+version+addedAt]').keys(),
    region: heldIn(await settings.get('noticeRegion')),
    profiles: heldIn(await settings.get('siteProfiles')),
    administration: heldIn(await feed.get('administration')),
  };
}

const traceOf = (traces: ShelfTraces) => ({
  mark: shelfMark(traces),
  glance: glanceOf(traces),
  isPlain: isPlainShelf(traces),
});

/** The index begins with the id, so the ids alone stand in the order of the primary key. */
function glanceOf(traces: ShelfTraces): string {
  return shelfMark({ ...traces, packs: traces.packs.map((key) => (key as readonly unknown[])[0]) });
}

/** @param write holds the namespace's write lock */
export function shelfRepository(run: Run, write: Run): Store['shelf'] {
  return {
    trace: () =>
      run((database) =>
        database.transaction('r', database.packs, database.settings, database.feed, async () =>
          traceOf(await readTraces(database)),
        ),
      ),
    read: () =>
      run((database) =>
        database.transaction('r', database.packs, database.settings, database.feed, async () => {
          const traces = await readTraces(database);
          return {
            ...traceOf(traces),
            packs: sortPacks(await database.packs.toArray()),
            region: readSetting('noticeRegion', await database.settings.get('noticeRegion')),
            profiles: readSetting('siteProfiles', await database.settings.get('siteProfiles')),
            rules: toReading(await database.feed.toArray()).administration,
          };
        }),
      ),
    ready: async (key, stamp) => readReady(key, await run(({ ready }) => ready.get(key)), stamp),
    putReady: ({ build, mark }, rows) =>
      write((database) =>
        database.transaction(
          'rw',
          [database.packs, database.settings, database.feed, database.ready],
          async () => {
            // A pack came or went while this was worked out: it is of a shelf that is no more.
            const trace = traceOf(await readTraces(database));
            if (trace.mark !== mark) return false;
            const stamp = { build, mark, glance: trace.glance };
            await database.ready.bulkPut(rows.map((row) => ({ ...row, ...stamp }) as ReadyRow));
            return true;
          },
        ),
      ),
    forgetReady: async () => {
      if ((await run(({ ready }) => ready.count())) === 0) return;
      await write((database) => database.transaction('rw', database.ready, () => database.ready.clear()));
    },
  };
}
