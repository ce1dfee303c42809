/**
 * One random id a document, the same for every module of ours in it: the sentinel reports under it, the
 * pointer answers under it. Firefox has no `documentId`, and a frame id outlives its documents.
 */

/** The modules are separate bundles and share only the isolated world's global object. */
const SHARED = Symbol.for('rebind.document-ids');

type Shared = typeof globalThis & { [SHARED]?: WeakMap<Document, string> };

/** 128 random bits, as numbers. `randomUUID` does not exist on http pages (field-notes §8). */
export const drawId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

export function documentId(document: Document): string {
  const shared = globalThis as Shared;
  shared[SHARED] ??= new WeakMap();
  const known = shared[SHARED].get(document);
  if (known) return known;
  const id = drawId();
  shared[SHARED].set(document, id);
  return id;
}
