/** Reads the extension's databases as they lie on disk, through one of its own pages. */
import type { Page } from '@playwright/test';
import type { Fact } from '@/lib/guide/model';
import type { Namespace, TableName } from '@/lib/store/model';
import { DATABASE_NAMES } from '@/lib/store/schema';
import { waitUntil } from './wait-until';

/**
 * Every row of a table, in the order of its key; none where the database is not there yet.
 *
 * @param ownPage a page of the extension
 */
export function readTable<T>(ownPage: Page, namespace: Namespace, table: TableName): Promise<T[]> {
  return ownPage.evaluate(
    async ({ name, table }) => {
      const known = await indexedDB.databases();
      if (!known.some((each) => each.name === name)) return [];
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      try {
        return await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      } finally {
        database.close();
      }
    },
    { name: DATABASE_NAMES[namespace], table },
  ) as Promise<T[]>;
}

export function readFacts(ownPage: Page, namespace: Namespace): Promise<Fact[]> {
  return readTable<Fact>(ownPage, namespace, 'facts');
}

/**
 * Every fact, once the ledger holds one of this kind: some are written only after what they tell of was
 * painted, which a card that is on the screen does not prove yet.
 */
export function readFactsWith(
  ownPage: Page,
  namespace: Namespace,
  kind: Fact['body']['kind'],
): Promise<Fact[]> {
  return waitUntil(
    `a fact of the kind "${kind}"`,
    () => readFacts(ownPage, namespace),
    (facts) => facts.some(({ body }) => body.kind === kind),
  );
}

/** A fact in one line: what, how it is known. */
export function tellFact({ assertion, body }: Fact): string {
  switch (body.kind) {
    case 'page':
      return `${assertion}: page ${body.state}${body.via ? ` via ${body.via}` : ''}`;
    case 'step':
      return `${assertion}: step ${body.step} done`;
    case 'skip':
      return `${assertion}: step ${body.step} not needed`;
    case 'chosen':
      return `${assertion}: picks ${body.guide ?? 'no guide'}${body.again ? ' again' : ''}`;
    case 'answer':
      return `${assertion}: ${body.question} ${body.answer}`;
    case 'holds-new':
      return `${assertion}: holds the new CA ${body.answer}`;
    case 'trouble':
      return `${assertion}: trouble ${body.trouble} ${body.answer}`;
    case 'circumstance':
      return `${assertion}: ${body.of} ${body.value} ${body.answer}`;
    case 'warned':
      return `${assertion}: warning on screen`;
    case 'retraction':
      return `${assertion}: takes back ${body.of}`;
  }
}
