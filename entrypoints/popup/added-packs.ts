/** Packs at hand for our own pages. Brings zod: loaded where there are added packs to read. */
import { builtinShelf, type NoticeShelf } from '@/lib/notice/available';
import { loadPack } from '@/lib/notice/load';
import type { Namespace, Store } from '@/lib/store/model';
import { storedShelf } from '@/lib/store/stored-shelf';

/** @param open opens a namespace once for the page */
export function pageShelf(open: (namespace: Namespace) => Promise<Store>): NoticeShelf {
  return storedShelf(() => open('real'), builtinShelf, loadPack);
}
