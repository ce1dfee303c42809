/** The part of the store that holds the feed: what was set, and how far it was followed. */
import { type FeedState, NO_ADMINISTRATION } from '@/lib/feed/model';
import { isPinnedTo } from '@/lib/notice/pack-rules';
import { compareVersions } from '@/lib/notice/standing';
import { checkRow, readRows } from './border';
import { feedRowSchema } from './feed-rows';
import type { FeedReading, PackRow, Store } from './model';
import { packRowSchema } from './pack-rows';
import type { RebindDatabase } from './schema';

type Run = <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;

/** What the rows say; a row that fails the check is as good as none, and shows in `health()`. */
export function toReading(rows: readonly unknown[]): FeedReading {
  const read: { -readonly [K in keyof FeedReading]: FeedReading[K] } = {
    administration: NO_ADMINISTRATION,
    choice: null,
    state: null,
  };
  for (const row of readRows(feedRowSchema, rows)) {
    if (row.key === 'administration') read.administration = row.value;
    else if (row.key === 'choice') read.choice = row.value;
    else read.state = row.value;
  }
  return read;
}

/** @param write holds the namespace's write lock */
export function feedRepository(run: Run, write: Run): Store['feed'] {
  return {
    read: () => run(async ({ feed }) => toReading(await feed.toArray())),
    setAdministration: async (value) => {
      const checked = checkRow(feedRowSchema, { key: 'administration', value });
      const isNone = JSON.stringify(value) === JSON.stringify(NO_ADMINISTRATION);
      await write((database) =>
        database.transaction('rw', database.feed, async () => {
          // Without a row the popup knows that nothing is prescribed, and need not read it.
          if (isNone) await database.feed.delete('administration');
          else await database.feed.put(checked);
        }),
      );
    },
    choose: async (choice) => {
      const row = choice && checkRow(feedRowSchema, { key: 'choice', value: choice });
      await write((database) =>
        database.transaction('rw', database.feed, async () => {
          if (row) await database.feed.put(row);
          else await database.feed.delete('choice');
          const { state } = toReading(await database.feed.toArray());
          if (state?.owner === 'user' && state.address !== choice?.address)
            await database.feed.delete('state');
        }),
      );
    },
    commit: async ({ state, put: rows, remove }) => {
      const stateRow = checkRow(feedRowSchema, { key: 'state', value: state });
      const packRows = rows.map((row) => checkRow(packRowSchema, row));
      return write((database) =>
        database.transaction('rw', database.feed, database.packs, database.ready, async () => {
          const { administration, choice } = toReading(await database.feed.toArray());
          const inForce = administration.feed ?? choice;
          const owner = administration.feed ? 'administrator' : 'user';
          // Another feed was set while this one was asked: its answer is nobody's any more.
          if (inForce?.address !== state.address || owner !== state.owner) return false;
          if (packRows.length + remove.length > 0) await database.ready.clear();
          await database.packs.bulkDelete([...remove]);
          for (const row of packRows) {
            const [kept] = readRows(packRowSchema, [await database.packs.get(row.id)]);
            const isNewer = kept && compareVersions(kept.version, row.version) > 0;
            if (!isNewer || isPinnedTo(administration, row)) await database.packs.put(row);
          }
          await database.feed.put(stateRow);
          return true;
        }),
      );
    },
    takeOffer: async (row, offer) => {
      const checked = checkRow(packRowSchema, row);
      return write((database) =>
        database.transaction('rw', database.feed, database.packs, database.ready, async () => {
          const { state } = toReading(await database.feed.toArray());
          const [kept] = readRows(packRowSchema, [await database.packs.get(checked.id)]);
          if (!state?.offers.some(({ sha256 }) => sha256 === offer.sha256)) return false;
          // One that another key has signed does not count: the person has changed keys since.
          const isOtherKeys = kept?.source.kind === 'feed' && kept.source.key !== offer.key;
          if (kept && !isOtherKeys && compareVersions(kept.version, checked.version) > 0) return false;
          await database.packs.put(checked);
          await database.ready.clear();
          await database.feed.put({ key: 'state', value: withoutOffer(state, offer.sha256) });
          return true;
        }),
      );
    },
  };
}

function withoutOffer(state: FeedState, sha256: string): FeedState {
  return { ...state, offers: state.offers.filter((offer) => offer.sha256 !== sha256) };
}

/** The row of a pack that came from a feed. */
export function feedPackRow(
  { id, version, text, key, sha256 }: FeedState['offers'][number],
  { owner, address }: Pick<FeedState, 'owner' | 'address'>,
  addedAt: string,
): PackRow {
  return { id, version, text, source: { kind: 'feed', owner, address, key, sha256 }, addedAt };
}
