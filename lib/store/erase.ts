import { connect } from './connection';
import { findEngine, findLocks, patienceOf, type StoreDeps } from './engine';
import { toStoreFailure } from './failure';
import { NAMESPACES, type Namespace, StoreFailure } from './model';
import { openStore } from './open';
import { DATABASE_NAMES } from './schema';
import { createWriteLock } from './write-lock';

/**
 * Erases every namespace. A database that opens is emptied in one durable transaction, so that other pages
 * see it empty at once; one that does not (damaged, or of a newer Rebind) is deleted whole. Each namespace
 * is tried even where another fails.
 * @throws StoreFailure of the first namespace that could not be erased.
 */
export async function eraseAll(deps: StoreDeps = {}): Promise<void> {
  const outcomes = await Promise.allSettled(NAMESPACES.map((namespace) => eraseNamespace(namespace, deps)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw toStoreFailure(outcome.reason);
}

/**
 * Erases one subject from every namespace: previews hold copies of subjects and certificates.
 * @throws StoreFailure of the first namespace that could not be opened or written; the others are erased.
 */
export async function eraseSubject(id: string, deps: StoreDeps = {}): Promise<void> {
  const outcomes = await Promise.allSettled(
    NAMESPACES.map(async (namespace) => {
      const store = await openStore(namespace, deps);
      try {
        await store.subjects.remove(id);
      } finally {
        store.close();
      }
    }),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw toStoreFailure(outcome.reason);
}

/** Erases one namespace, as `eraseAll` does each. */
export async function eraseNamespace(namespace: Namespace, deps: StoreDeps = {}): Promise<void> {
  const lock = createWriteLock(`rebind-write-${namespace}`, findLocks(deps));
  await lock(async () => {
    // First: a database erased on purpose is not a lost one.
    await deps.witness?.set(namespace, false);
    const connection = await connect(namespace, deps).catch((failure: StoreFailure) => failure);
    if (connection instanceof StoreFailure) {
      if (connection.kind === 'refused' || connection.kind === 'blocked') throw connection;
      await deleteDatabase(namespace, deps);
      return;
    }
    try {
      await connection.run((database) =>
        database.transaction('rw', database.tables, () =>
          Promise.all(database.tables.map((table) => table.clear())),
        ),
      );
    } finally {
      connection.close();
    }
  });
}

/** As patient as opening is: a page that is reading just now closes when it is asked to. */
function deleteDatabase(namespace: Namespace, deps: StoreDeps): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = findEngine(deps).indexedDB.deleteDatabase(DATABASE_NAMES[namespace]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve();
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(toStoreFailure(request.error));
    };
    // The engine deletes it as soon as the last connection closes; until then it is not erased, and we say so.
    request.onblocked = () => {
      timer = setTimeout(() => reject(new StoreFailure('blocked')), patienceOf(deps));
    };
  });
}
