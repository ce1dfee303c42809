/**
 * Every fight with the page has a limit (anchors, habit 12). A contest counts what we had to put right:
 * too much at once, or too much in all, and we give up rather than flicker for ever.
 */
export interface Contest {
  /** Counts one correction; false means: give up now. `harmless` ones count only when they come in bursts. */
  spend(kind: 'hostile' | 'harmless'): boolean;
}

export interface ContestLimits {
  /** Corrections of a kind within `within` milliseconds. */
  readonly burst: { readonly hostile: number; readonly harmless: number };
  readonly within: number;
  /** Hostile corrections in the document's whole life. */
  readonly total: number;
}

/** A page may open and close a dialog with every request; only a loop is faster than the harmless burst. */
const LIMITS: ContestLimits = { burst: { hostile: 8, harmless: 40 }, within: 5_000, total: 24 };

/** @param now milliseconds of a clock that never goes back */
export function createContest(now: () => number, limits: ContestLimits = LIMITS): Contest {
  const recent: Record<'hostile' | 'harmless', readonly number[]> = { hostile: [], harmless: [] };
  let hostile = 0;
  return {
    spend(kind) {
      const instant = now();
      recent[kind] = [...recent[kind].filter((earlier) => instant - earlier < limits.within), instant];
      if (kind === 'hostile') hostile += 1;
      return recent[kind].length <= limits.burst[kind] && hostile <= limits.total;
    },
  };
}
