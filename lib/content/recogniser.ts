/**
 * The recogniser, as the sentinel uses it. It comes as a script of its own, into documents that have
 * something to recognise (docs/decisions/009-two-stages.md), and is left where the sentinel finds it.
 */
import type { collect } from '@/lib/page/collect';
import type { read, withDays } from '@/lib/page/recognise';

export interface Recogniser {
  readonly collect: typeof collect;
  readonly read: typeof read;
  readonly withDays: typeof withDays;
}

/** The modules are separate bundles and share only the isolated world's global object. */
const SHARED = Symbol.for('rebind.recogniser');

const shared = globalThis as typeof globalThis & { [SHARED]?: Recogniser };

/** Leaves the recogniser for the sentinel of this document; a second one changes nothing. */
export function shareRecogniser(recogniser: Recogniser): void {
  shared[SHARED] ??= recogniser;
}

/** The recogniser, once it was brought into this document. */
export const sharedRecogniser = (): Recogniser | undefined => shared[SHARED];
