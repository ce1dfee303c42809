/** Which day of an obligation somebody is counted down to. Pure. */
import type { CalendarDate } from './calendar';
import type { MakeUpAnswer, ObligationAnswer } from './explanation';

export interface CountedDay {
  readonly date: CalendarDate;
  readonly soft: boolean;
  /** The span to make up in whose last day it is, where the obligation's own day is over. */
  readonly makeUp: MakeUpAnswer | null;
  readonly cite: string;
}

/**
 * Its own last day as long as that is ahead; of what was missed the end of the next span in which it can be made up for,
 * which lasts whether it has begun or not. null where no day is ahead, where only some need it, or where what was missed was
 * somebody else's to do: their days are not told as one's own.
 */
export function countedDay(
  { due, dueOf, optional, state, soft, makeUps = [], cite }: ObligationAnswer,
  today: CalendarDate,
): CountedDay | null {
  if (due === undefined || optional || state === 'past') return null;
  if (due >= today && state !== 'overdue') return { date: due, soft, makeUp: null, cite };
  const [next] = dueOf === undefined ? [...makeUps].sort((a, b) => (a.until < b.until ? -1 : 1)) : [];
  return next ? { date: next.until, soft: false, makeUp: next, cite: next.cite } : null;
}
