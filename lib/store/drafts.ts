/** The drafts' part of the store: what an author has typed is kept whole, each draft a row. */
import { completeDraft } from '@/lib/author/draft';
import { checkRow, readRows } from './border';
import { draftSchema } from './draft-rows';
import type { Store } from './model';
import type { RebindDatabase } from './schema';

type Run = <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;

/** @param write holds the namespace's write lock */
export function draftRepository(run: Run, write: Run): Store['drafts'] {
  return {
    list: () =>
      run(async ({ drafts }) =>
        readRows(draftSchema, await drafts.toArray())
          .map(completeDraft)
          .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)),
      ),
    put: async (draft) => {
      const checked = checkRow(draftSchema, draft);
      await write((database) =>
        database.transaction('rw', database.drafts, () => database.drafts.put(checked)),
      );
    },
    remove: (draft) =>
      write((database) => database.transaction('rw', database.drafts, () => database.drafts.delete(draft))),
  };
}
