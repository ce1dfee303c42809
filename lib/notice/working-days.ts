/**
 * Working days in mainland China, from the State Council's yearly lists as `chinese-days` (MIT) ships
 * them. Its functions answer by the weekday, without a word, for years they do not know; so we read its
 * data and keep the covered range ourselves. Outside it the answer is null, to be shown as
 * 放假安排尚未公布 (`notice.holidaysUnpublished`).
 *
 * The lists come out in November for the whole next year and sometimes move a last day of December too.
 */
import holidayLists from 'chinese-days/dist/chinese-days.json';
import type { CalendarDate } from './calendar';
import { addDays, daysLeft, isCalendarDate, weekdayOf } from './days';

/** Years whose lists are in the installed `chinese-days`; a test holds this against its data. */
export const COVERED_YEARS = { from: 2004, until: 2026 } as const;

const holidays: Readonly<Record<string, string>> = holidayLists.holidays;
const workdays: Readonly<Record<string, string>> = holidayLists.workdays;

/** Whether the holidays around this day are published and known to us. */
export function isCovered(date: CalendarDate): boolean {
  const year = Number(date.slice(0, 4));
  return isCalendarDate(date) && year >= COVERED_YEARS.from && year <= COVERED_YEARS.until;
}

/** Whether people work on this day; null outside the covered years. */
export function isWorkingDay(date: CalendarDate): boolean | null {
  return isCovered(date) ? works(date, weekdayOf(date)) : null;
}

/** By the lists, else by the weekday. @param date within the covered years @param weekday 0 for Sunday to 6 for Saturday */
function works(date: CalendarDate, weekday: number): boolean {
  if (Object.hasOwn(workdays, date)) return true;
  return !Object.hasOwn(holidays, date) && weekday !== 0 && weekday !== 6;
}

/**
 * Working days from `today` to `date`, both counted, since today can still be used (含今天, design.md §5).
 * 0 once the date has passed; null where a day between lies outside the covered years.
 */
export function workingDaysLeft(today: CalendarDate, date: CalendarDate): number | null {
  const days = daysLeft(today, date);
  if (days < 0) return 0;
  if (!isCovered(today) || !isCovered(date)) return null;
  // The days between are covered as their ends are: the years known follow one another.
  const first = weekdayOf(today);
  let count = 0;
  for (let day = 0; day <= days; day++) if (works(addDays(today, day), (first + day) % 7)) count++;
  return count;
}

/**
 * The day `count` working days before (or after) a date, which itself does not count: three before
 * 2023-10-12 is 2023-10-09. `count` 0 is the date itself. null where the search leaves the covered years.
 */
export function shiftWorkingDays(
  date: CalendarDate,
  count: number,
  side: 'before' | 'after',
): CalendarDate | null {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, side === 'before' ? -1 : 1);
    const works = isWorkingDay(day);
    if (works === null) return null;
    if (works) left--;
  }
  return isCovered(day) ? day : null;
}

/** The last working day on or before a date; null outside the covered years. */
export function lastWorkingDay(date: CalendarDate): CalendarDate | null {
  return isWorkingDay(date) === true ? date : shiftWorkingDays(date, 1, 'before');
}
