/** Modules of ours that are injected, and so may be injected twice. */
export type InjectedModule = 'sentinel' | 'pointer' | 'guide' | 'picker';

/**
 * True for the first module of its kind in this document, false for every later one: a worker that was
 * stopped may not remember that it injected before. Kept on the isolated world's global object, which the
 * page cannot see and which ends with the document.
 */
export function claimDocument(module: InjectedModule): boolean {
  const shared = globalThis as typeof globalThis & { [claim: symbol]: true | undefined };
  const claim = Symbol.for(`rebind.${module}`);
  if (shared[claim]) return false;
  shared[claim] = true;
  return true;
}
