import type { Namespace } from '@/lib/store/model';
import type { Witness } from '@/lib/store/open';
import { browser } from './browser';

const keyOf = (namespace: Namespace) => `witness:${namespace}`;

/**
 * Remembers, outside IndexedDB, that a database held data: Chromium deletes a damaged one and opens an
 * empty one without a word, which would pass for a first start (docs/decisions/004-store.md).
 */
export const witness: Witness = {
  has: async (namespace) => {
    const key = keyOf(namespace);
    return (await browser.storage.local.get(key))[key] === true;
  },
  set: async (namespace, used) => {
    const key = keyOf(namespace);
    if (used) await browser.storage.local.set({ [key]: true });
    else await browser.storage.local.remove(key);
  },
};
