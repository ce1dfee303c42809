/** The part of the store that holds added notice packs. */
import { compareVersions } from '@/lib/notice/standing';
import { checkRow, readRows } from './border';
import type { PackRow, Store } from './model';
import { packRowSchema } from './pack-rows';
import type { RebindDatabase } from './schema';

type Run = <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;

const byAge = (a: PackRow, b: PackRow) => a.addedAt.localeCompare(b.addedAt) || a.id.localeCompare(b.id);

/** Rows that can be read, in the order they were added. */
export function sortPacks(rows: readonly unknown[]): readonly PackRow[] {
  return [...readRows(packRowSchema, rows)].sort(byAge);
}

/**
 * What was made ready of other packs goes with every change: by ids alone (`first-rows.ts`) a newer version cannot be told.
 *
 * @param write holds the namespace's write lock
 */
export function packRepository(run: Run, write: Run): Store['packs'] {
  return {
    list: () => run(async ({ packs }) => sortPacks(await packs.toArray())),
    stamp: () => run(async ({ packs }) => JSON.stringify(await packs.orderBy('[id+version+addedAt]').keys())),
    put: async (row) => {
      const checked = checkRow(packRowSchema, row);
      return write((database) =>
        database.transaction('rw', database.packs, database.ready, async () => {
          const [kept] = readRows(packRowSchema, [await database.packs.get(checked.id)]);
          // Another page of ours may have added a newer one since this one was looked at.
          if (kept && compareVersions(kept.version, checked.version) > 0) return false;
          await database.packs.put(checked);
          await database.ready.clear();
          return true;
        }),
      );
    },
    remove: (id) =>
      write((database) =>
        database.transaction('rw', database.packs, database.ready, async () => {
          await database.packs.delete(id);
          await database.ready.clear();
        }),
      ),
  };
}
