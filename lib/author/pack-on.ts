/** A draft's pack as its readers have it on a day: what begins later is not there yet. Pure. */
import type { Amendment } from '@/lib/notice/amendment';
import type { CalendarDate } from '@/lib/notice/calendar';
import { changesToCome, compose, withChangesOf } from '@/lib/notice/compose';
import type { NoticePack } from '@/lib/notice/model';
import { validFacts } from '@/lib/notice/valid-facts';
import type { Review } from './review';

export interface PackOn {
  readonly pack: NoticePack;
  /** Changes that begin after the day, each with its `validFrom`, the nearest first. */
  readonly toCome: readonly Amendment[];
  /** The changes of this day alone do not go together with the notice: readers are left with that. */
  readonly isUnfit: boolean;
}

/**
 * The notice as the draft makes it on a day, by the rules of `in-force.ts`; null while something is wrong with the draft.
 * @param base the notice it changes, where it is at hand
 * @param day calendar day in Shanghai
 */
export function packOn(
  { pack: own, together }: Pick<Review, 'pack' | 'together'>,
  base: NoticePack | null,
  day: CalendarDate,
): PackOn | null {
  if (own === null) return null;
  if (base === null || together === null) return { pack: validFacts(own, day), toCome: [], isUnfit: false };
  const composed = compose(base, withChangesOf(own, day));
  const toCome = [...changesToCome(own, day)].sort((one, other) =>
    (one.validFrom ?? '').localeCompare(other.validFrom ?? ''),
  );
  return { pack: validFacts(composed.ok ? composed.pack : base, day), toCome, isUnfit: !composed.ok };
}
