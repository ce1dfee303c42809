/** The store as a page of its own: what `store.spec.ts` drives in a real browser. */
import { eraseAll } from '@/lib/store/erase';
import { observe } from '@/lib/store/live';
import type { StoreFailureKind } from '@/lib/store/model';
import { StoreFailure } from '@/lib/store/model';
import { openStore, type Witness } from '@/lib/store/open';

/** How a call ended, in a form that crosses from the page to the test. */
async function outcomeOf(
  work: () => Promise<unknown>,
): Promise<StoreFailureKind | 'done' | 'no StoreFailure'> {
  try {
    await work();
    return 'done';
  } catch (error) {
    return error instanceof StoreFailure ? error.kind : 'no StoreFailure';
  }
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens past our own code. */
function openRaw(
  name: string,
  version?: number,
  upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  return settle(request);
}

/** Every row of every store, and the version. */
async function readRaw(name: string): Promise<{ version: number; rows: Record<string, unknown[]> }> {
  const database = await openRaw(name);
  const rows: Record<string, unknown[]> = {};
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readonly');
  for (const store of names) rows[store] = await settle(transaction.objectStore(store).getAll());
  const { version } = database;
  database.close();
  return { version, rows };
}

/** The extension's lives in `storage.local`. */
const witness: Witness = {
  has: async (namespace) => localStorage.getItem(`witness:${namespace}`) === 'used',
  set: async (namespace, used) => localStorage.setItem(`witness:${namespace}`, used ? 'used' : ''),
};

const tools = { openStore, witness, observe, eraseAll, outcomeOf, openRaw, readRaw, settle };

declare global {
  interface Window {
    readonly rebind: typeof tools;
  }
}

Object.defineProperty(window, 'rebind', { value: tools });
