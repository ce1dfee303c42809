/** What kind of last day the notice sets: it decides the sentence, so that none is more precise than the notice. */
import type { ObligationAnswer } from './explanation';

/**
 * - `by`: the day itself counts, or the notice gives no cause to ask
 * - `soft`: 原则上
 * - `before`: 「9月4日前」, and not a word about the day itself
 * - `excluding`: before it, the day not included
 * - `others`: the day is somebody else's, and this audience has none
 */
export type DueKind = 'by' | 'soft' | 'before' | 'excluding' | 'others';

/** Whether the day itself can be called the last one: only where the notice leaves no doubt of it. */
export function isLastDay(kind: DueKind): boolean {
  return kind === 'by';
}

/** Soft days are aims, whether or not the day counts; another's day is never told as one's own (design.md §3.6). */
export function dueKindOf({
  soft,
  dueInclusive,
  dueOf,
}: Pick<ObligationAnswer, 'soft' | 'dueInclusive' | 'dueOf'>): DueKind {
  if (dueOf !== undefined) return 'others';
  if (soft) return 'soft';
  if (dueInclusive === 'not-stated') return 'before';
  return dueInclusive === false ? 'excluding' : 'by';
}
