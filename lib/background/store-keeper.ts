import type { Namespace, Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';

/**
 * Opens each namespace once for the life of this worker. A failed opening is not kept: the next caller
 * tries again, since "blocked" and "refused" pass.
 */
export function storeKeeper(): (namespace: Namespace) => Promise<Store> {
  const open = new Map<Namespace, Promise<Store>>();
  return (namespace) => {
    const known = open.get(namespace);
    if (known) return known;
    const opening = openStore(namespace);
    open.set(namespace, opening);
    opening.catch(() => open.delete(namespace));
    return opening;
  };
}
