/** The database as the engine has it, past our own code: what tests of "left as it is" compare. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { StoreDeps } from '@/lib/store/open';

export interface RawIndex {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
}

export interface RawStore {
  readonly keyPath: string;
  readonly autoIncrement: boolean;
  readonly indexes: readonly RawIndex[];
}

/** One frozen example of `lib/store/fixtures/`. */
export interface RawDatabase {
  readonly engineVersion: number;
  readonly stores: Readonly<Record<string, RawStore>>;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

/** Fresh, empty and alone: no test sees another's databases. */
export function createEngine(more: Partial<StoreDeps> = {}): StoreDeps & { indexedDB: IDBFactory } {
  return { indexedDB: new IDBFactory(), IDBKeyRange, locks: null, ...more } as StoreDeps & {
    indexedDB: IDBFactory;
  };
}

export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens as some other code would; the caller closes. */
export function openRaw(
  factory: IDBFactory,
  name: string,
  version?: number,
  upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  const request = factory.open(name, version) as unknown as IDBOpenDBRequest;
  request.onupgradeneeded = () => upgrade(request.result);
  return settle(request);
}

export async function writeRaw(
  factory: IDBFactory,
  name: string,
  { engineVersion, stores, rows }: RawDatabase,
): Promise<void> {
  const database = await openRaw(factory, name, engineVersion, (created) => {
    for (const [store, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
      const made = created.createObjectStore(store, { keyPath, autoIncrement });
      for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique });
    }
  });
  const transaction = database.transaction(Object.keys(stores), 'readwrite');
  for (const [store, list] of Object.entries(rows)) {
    for (const row of list) await settle(transaction.objectStore(store).put(row));
  }
  database.close();
}

export async function readRaw(factory: IDBFactory, name: string): Promise<RawDatabase> {
  const database = await openRaw(factory, name);
  const stores: Record<string, RawStore> = {};
  const rows: Record<string, readonly unknown[]> = {};
  const names = [...database.objectStoreNames].sort();
  const transaction = database.transaction(names, 'readonly');
  for (const store of names) {
    const object = transaction.objectStore(store);
    stores[store] = {
      keyPath: object.keyPath as string,
      autoIncrement: object.autoIncrement,
      indexes: [...object.indexNames].sort().map((index) => {
        const { keyPath, unique } = object.index(index);
        return { name: index, keyPath, unique };
      }),
    };
    rows[store] = await settle(object.getAll());
  }
  const engineVersion = database.version;
  database.close();
  return { engineVersion, stores, rows };
}

/** Changes rows past our own code: a damaged disk, another program. */
export async function damage(
  factory: IDBFactory,
  name: string,
  table: string,
  change: (store: IDBObjectStore) => void,
): Promise<void> {
  const database = await openRaw(factory, name);
  const transaction = database.transaction(table, 'readwrite');
  change(transaction.objectStore(table));
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}
