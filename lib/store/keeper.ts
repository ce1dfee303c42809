import type { Namespace, Store } from './model';
import { openStore, type StoreDeps } from './open';

/**
 * Opens each namespace once for the life of this page or worker. A failed opening is not kept: the next
 * caller tries again, since "blocked" and "refused" pass.
 */
export function storeKeeper(deps: StoreDeps): (namespace: Namespace) => Promise<Store> {
  const open = new Map<Namespace, Promise<Store>>();
  return (namespace) => {
    const known = open.get(namespace);
    if (known) return known;
    const opening = openStore(namespace, deps);
    open.set(namespace, opening);
    opening.catch(() => open.delete(namespace));
    return opening;
  };
}
