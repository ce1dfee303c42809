/** Where units are called up in batches, the last batch's day is not everybody's. Pure. */
import type { CalendarDate } from './calendar';
import type { BatchEnd, NoticeCase } from './explanation';
import type { NoticePack, Obligation, Phase } from './model';

/**
 * Last days by batch of a phase that ends with the last of them, in the notice's order; only the case's own where its batch is
 * known. undefined where the phase's end is the case's own: it outlasts the batches, they end together, or it is in the last.
 */
export function batchEndsOf(
  { batches }: Pick<NoticePack, 'batches'>,
  { from, until }: Pick<Phase, 'from' | 'until'>,
  { batch: own }: Pick<NoticeCase, 'batch'>,
): readonly BatchEnd[] | undefined {
  if (until === undefined) return undefined;
  const ends = batches.flatMap(({ id, name, until: last }) =>
    last === undefined || last < (from ?? last) || last > until ? [] : [{ id, name, until: last }],
  );
  const isTheLast = ends.some((each) => each.until === until) && ends.some((each) => each.until < until);
  if (!isTheLast) return undefined;
  const mine = ends.filter(({ id }) => id === own);
  if (mine.some((each) => each.until === until)) return undefined;
  return (mine.length > 0 ? mine : ends).map(({ name, until: last }) => ({ name, until: last }));
}

/** The last day of a phase for this case: its batch's, where it ends by batch; undefined where that is not known. */
export function ownEndOf(
  pack: Pick<NoticePack, 'batches'>,
  phase: Pick<Phase, 'from' | 'until'>,
  asked: Pick<NoticeCase, 'batch'>,
): CalendarDate | undefined {
  const ends = batchEndsOf(pack, phase, asked);
  if (!ends) return phase.until;
  return ends.length === 1 ? ends[0]?.until : undefined;
}

/** Whether a duty is for some batches only, and nobody said that the case is in one of them. */
export function isMaybeAnothers(
  { batches }: Pick<NoticePack, 'batches'>,
  { when }: Pick<Obligation, 'when'>,
  { batch }: Pick<NoticeCase, 'batch'>,
): boolean {
  const some = when?.batches;
  return batch === undefined && some !== undefined && batches.some(({ id }) => !some.includes(id));
}
