import { connect } from './connection';
import { findLocks, type StoreDeps } from './engine';
import { toStoreFailure } from './failure';

import type { Namespace, Store } from './model';
import { createRepositories } from './repositories';
import { watchForLoss } from './witness';
import { createWriteLock } from './write-lock';

export type { StoreDeps, Witness } from './engine';

/**
 * Opens a namespace's database, upgrading older data in one transaction. A database of a newer Rebind, a
 * damaged one and one whose upgrade failed are left exactly as they are. The store stays usable when the
 * browser closes the connection under it: the next call opens it again.
 * @throws StoreFailure only; so do all methods of the store.
 */
export async function openStore(namespace: Namespace, deps: StoreDeps = {}): Promise<Store> {
  try {
    const connection = await connect(namespace, deps);
    const lock = createWriteLock(`rebind-write-${namespace}`, findLocks(deps));
    const watch = watchForLoss(namespace, connection, deps.witness);
    return createRepositories(namespace, connection, lock, watch);
  } catch (error) {
    throw toStoreFailure(error);
  }
}
