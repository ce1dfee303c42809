import type { CalendarDate } from './calendar';
import { dateIn, daysLeft } from './days';

const DAY_MS = 86_400_000;

/** The date on which a rehearsal plays where the trainer chose none: a working day inside the transition. */
export const PRACTICE_DATE: CalendarDate = '2023-09-20';

/**
 * The instant a preview plays at: now, moved by whole days so that it falls on the previewed day in the
 * notice's zone. The time of day stays, so that facts recorded in a preview keep their order.
 */
export function previewInstant(now: Date, date: CalendarDate, timeZone: string): Date {
  return new Date(now.getTime() + daysLeft(dateIn(now, timeZone), date) * DAY_MS);
}
