/** What the bench measures: figures, in groups that plug in. */

/** One measured number. Printed as it is, one JSON line a figure. */
export interface Figure {
  /** Begins with the name of its group: `recognition-5000`. */
  readonly name: string;
  readonly value: number;
  /** `ms`, `bytes`, `%`, `count`, …; spelled out where it needs to be. */
  readonly unit: string;
  /** Upper bound of the value (design.md §7). */
  readonly budget?: number;
  /** The same thing measured of others, in the same run on the same page; same unit, unless the name says otherwise. */
  readonly peers?: Readonly<Record<string, number>>;
  /** The value over the fastest or smallest peer's; which one is said in docs/bench.md where it is another. */
  readonly ratio?: number;
}

export type Report = (figure: Figure) => void;

export interface BenchOptions {
  /** Whether a figure was asked for: what is dear and not asked for is left out. */
  readonly wants: (figure: string) => boolean;
  /** Folder of labelled pages (`index.jsonl`, as for eval:pages) on which peers' accuracy is counted. */
  readonly pages: string | null;
}

export interface Group {
  /** Every figure that `measure` may report, in the order they come. */
  readonly figures: readonly string[];
  /** Measures what is wanted; figures that were not asked for may be reported too, and are dropped. */
  readonly measure: (report: Report, options: BenchOptions) => Promise<void>;
}

/** @param numbers at least one */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** To three significant digits: more is noise. */
export const rounded = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(3));
