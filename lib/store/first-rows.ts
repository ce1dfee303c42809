/**
 * What the popup shows first, read without Dexie and zod: their scripts take longer than the whole reading. Raw
 * rows; whoever shows them checks them (`checkFirstRows`).
 */
import { REAL_DATABASE } from './names';
import type { ShelfTraces } from './shelf-mark';

/** The engine's number of the version this build knows; another one is the full store's business. */
export const KNOWN_VERSION = 110;

export interface FirstRows {
  readonly subjects: readonly unknown[];
  readonly certificates: readonly unknown[];
  readonly facts: readonly unknown[];
  readonly settings: readonly unknown[];
  /** Which notice packs are here, by their ids; their texts are read elsewhere. */
  readonly traces: ShelfTraces;
  /** What the worker has ready of them; undefined: nothing. */
  readonly ready: { readonly notice: unknown; readonly answers: unknown };
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

const heldIn = (row: unknown) => (row as { readonly value?: unknown } | undefined)?.value;

async function readAll(database: IDBDatabase): Promise<FirstRows | null> {
  // Never in the way of an upgrade by another page.
  database.onversionchange = () => database.close();
  try {
    if (database.version !== KNOWN_VERSION) return null;
    // In one transaction: what is ready must be of the packs that are here at this very moment.
    const transaction = database.transaction([...TABLES, 'packs', 'feed', 'ready']);
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rowIn = (table: string, key: string) => answer<unknown>(transaction.objectStore(table).get(key));
    const [packs, administration, region, profiles, notice, answers, ...tables] = await Promise.all([
      answer<IDBValidKey[]>(transaction.objectStore('packs').getAllKeys()),
      rowIn('feed', 'administration'),
      rowIn('settings', 'noticeRegion'),
      rowIn('settings', 'siteProfiles'),
      rowIn('ready', 'notice'),
      rowIn('ready', 'answers'),
      ...TABLES.map((table) => answer<unknown[]>(transaction.objectStore(table).getAll())),
    ]);
    const [subjects = [], certificates = [], facts = [], settings = []] = tables;
    return {
      subjects,
      certificates,
      facts,
      settings,
      traces: {
        packs,
        region: heldIn(region),
        profiles: heldIn(profiles),
        administration: heldIn(administration),
      },
      ready: { notice, answers },
    };
  } catch {
    return null;
  } finally {
    database.close();
  }
}
