/**
 * What the popup shows first, read without Dexie and zod: their scripts take longer than the whole reading. Raw
 * rows; whoever shows them checks them (`checkFirstRows`).
 */
import { REAL_DATABASE } from './names';

/** The engine's number of the version this build knows; another one is the full store's business. */
export const KNOWN_VERSION = 90;

export interface FirstRows {
  readonly subjects: readonly unknown[];
  readonly certificates: readonly unknown[];
  readonly facts: readonly unknown[];
  readonly settings: readonly unknown[];
  /** How many notice packs were added, and whether rules for packs were set; they are read elsewhere. */
  readonly packs: number;
  readonly hasPackRules: boolean;
}

/** What the popup shows of; journeys it knows by their facts. */
const TABLES = ['subjects', 'certificates', 'facts', 'settings'] as const;

/**
 * All rows the popup shows, of the real database, in one transaction. Never rejects, creates nothing and upgrades nothing.
 *
 * @returns null where there is no database yet, it is of another version, or anything is not as usual: the
 * full store then says what is wrong
 */
export function readFirstRows(engine: IDBFactory = indexedDB): Promise<FirstRows | null> {
  return new Promise((resolve) => {
    try {
      const opening = engine.open(REAL_DATABASE);
      // There was none: undone, so that the store makes it by its own rules.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
      opening.onblocked = () => resolve(null);
      opening.onsuccess = () => resolve(readAll(opening.result));
    } catch {
      resolve(null);
    }
  });
}

async function readAll(database: IDBDatabase): Promise<FirstRows | null> {
  // Never in the way of an upgrade by another page.
  database.onversionchange = () => database.close();
  try {
    if (database.version !== KNOWN_VERSION) return null;
    const transaction = database.transaction([...TABLES, 'packs', 'feed']);
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const counted = answer(transaction.objectStore('packs').count());
    const ruled = answer<unknown>(transaction.objectStore('feed').get('administration'));
    const [subjects = [], certificates = [], facts = [], settings = []] = await Promise.all(
      TABLES.map((table) => answer<unknown[]>(transaction.objectStore(table).getAll())),
    );
    const hasPackRules = (await ruled) !== undefined;
    return { subjects, certificates, facts, settings, packs: await counted, hasPackRules };
  } catch {
    return null;
  } finally {
    database.close();
  }
}
