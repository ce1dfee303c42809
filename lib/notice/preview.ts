import type { CalendarDate } from './calendar';
import { dateIn, daysLeft } from './days';

const DAY_MS = 86_400_000;

/** The date on which a rehearsal plays where the trainer chose none: a working day inside the transition. */
export const PRACTICE_DATE: CalendarDate = '2023-09-20';

/** The first instant of the next calendar day in the zone, to the second; found by halving, so no offset is assumed. */
export function nextMidnight(now: Date, timeZone: string): Date {
  const today = dateIn(now, timeZone);
  let before = now.getTime();
  let after = before + 2 * DAY_MS;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2);
    if (dateIn(new Date(middle), timeZone) === today) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/**
 * The instant a preview plays at: now, moved by whole days so that it falls on the previewed day in the
 * notice's zone. The time of day stays, so that facts recorded in a preview keep their order.
 */
export function previewInstant(now: Date, date: CalendarDate, timeZone: string): Date {
  return new Date(now.getTime() + daysLeft(dateIn(now, timeZone), date) * DAY_MS);
}
