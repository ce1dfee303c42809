/**
 * Every fight with the page has a limit (anchors, habit 12). A contest counts what we had to put right:
 * too much at once, or too much in all, and we give up rather than flicker for ever.
 */
export interface Contest {
  /** Counts one correction; false means: give up now. `harmless` ones count only when they come in bursts. */
  spend(kind: 'hostile' | 'harmless'): boolean;
}

export interface ContestLimits {
  /** Corrections within `within` milliseconds. */
  readonly burst: number;
  readonly within: number;
  /** Hostile corrections in the document's whole life. */
  readonly total: number;
}

const LIMITS: ContestLimits = { burst: 8, within: 5_000, total: 40 };

/** @param now milliseconds of a clock that never goes back */
export function createContest(now: () => number, limits: ContestLimits = LIMITS): Contest {
  let recent: readonly number[] = [];
  let hostile = 0;
  return {
    spend(kind) {
      const instant = now();
      recent = [...recent.filter((earlier) => instant - earlier < limits.within), instant];
      if (kind === 'hostile') hostile += 1;
      return recent.length <= limits.burst && hostile <= limits.total;
    },
  };
}
