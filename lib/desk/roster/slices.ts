/** Long work cut into slices, so that a page with a hundred thousand rows still hears its person. Pure. */

/** Work that says, wherever it may rest, how far it is: from 0 to 1. */
export type Sliced<T> = Generator<number, T, void>;

/** So many rows are worked on between two places to rest: well under a millisecond each hundred. */
export const ROWS_A_SLICE = 100;

/** Does the work in one go: few rows, tests, the command line. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export interface Resting {
  /** Milliseconds, rising. */
  readonly now: () => number;
  /** Resolves when the page had a chance to do something else. */
  readonly rest: () => Promise<void>;
  readonly signal?: AbortSignal;
  /** Told before each rest. */
  readonly onProgress?: (part: number) => void;
}

/** Longer is felt as a stutter; shorter spends its time on resting. */
const LONGEST_SLICE_MS = 12;

/** The person, or the page's end, stopped a work: nothing of it is kept. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * Does the work with a rest every few milliseconds.
 * @throws Stopped once the signal is aborted; what was done by then is dropped
 */
export async function inSlices<T>(work: Sliced<T>, { now, rest, signal, onProgress }: Resting): Promise<T> {
  let start = now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() - start < LONGEST_SLICE_MS) continue;
    onProgress?.(step.value);
    await rest();
    if (signal?.aborted) throw new Stopped();
    start = now();
  }
}

/** One piece of a work of several: its progress from 0 to 1 is told as that from `from` to `until`. */
export function* partOf<T>(work: Sliced<T>, from: number, until: number): Sliced<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value * (until - from);
  }
}
