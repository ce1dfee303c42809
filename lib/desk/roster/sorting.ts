/** Sorting in slices: short runs by the engine, then merged. */
import { ROWS_A_SLICE, type Sliced } from './slices';

/** So many are sorted between two places to rest, even where each comparison is dear. */
const RUN = 1_000;

/** A sorted copy; those alike stay in their order, as with the engine's own sort. */
export function* sorting<T>(items: readonly T[], compare: (one: T, other: T) => number): Sliced<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    yield at / items.length / 2;
    runs.push(items.slice(at, at + RUN).sort(compare));
  }
  const first = runs.length;
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other = []] = [runs[at], runs[at + 1]];
      merged.push(yield* merging(one, other, compare, 1 - runs.length / first / 2));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merging<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (one: T, other: T) => number,
  part: number,
): Sliced<T[]> {
  const merged: T[] = [];
  let [left, right] = [0, 0];
  while (left < one.length && right < other.length) {
    if (merged.length % ROWS_A_SLICE === 0) yield part;
    if (compare(one[left] as T, other[right] as T) <= 0) merged.push(one[left++] as T);
    else merged.push(other[right++] as T);
  }
  for (; left < one.length; left += 1) merged.push(one[left] as T);
  for (; right < other.length; right += 1) merged.push(other[right] as T);
  return merged;
}
