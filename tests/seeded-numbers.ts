/** Chance that can be walked again: a test that draws prints its seed, REBIND_SEED repeats it. */
import { randomInt } from 'node:crypto';

export interface Seeded {
  readonly seed: number;
  /** Even, from 0 to below 1. */
  readonly draw: () => number;
}

/** @param what the test, for the printed line */
export function drawSeeded(what: string): Seeded {
  const seed = Number(process.env.REBIND_SEED ?? randomInt(2 ** 31));
  console.log(`${what}: seed ${seed} (REBIND_SEED=${seed} walks the same way)`);
  return { seed, draw: numbersOf(seed) };
}

/** The same numbers for the same seed (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
