import type { CalendarDate } from './calendar';

const DAY = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** How many days a month has (1 to 12). */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Midnight UTC of that day: a number to count with, not an instant anybody lives in. */
function toNumber(date: CalendarDate): number {
  const parts = FORM.exec(date);
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  // Date.UTC reads years 0..99 as 19xx and rolls 02-30 over. Without a match all three are no number.
  const exists =
    year >= 100 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysIn(year, month));
  if (!exists) throw new RangeError(`not a calendar day: ${date}`);
  return Date.UTC(year, month - 1, day);
}

const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);

/** The day of a midnight UTC. Not by `toISOString`: a plan asks for hundreds, and that took a tenth of its time. */
function toText(number: number): CalendarDate {
  const day = new Date(number);
  if (Number.isNaN(number)) throw new RangeError('not a calendar day');
  const year = String(day.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
}

/** True for a day that exists, written `YYYY-MM-DD` (years 1000 to 9999). */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !FORM.test(value) || value < '1000') return false;
  try {
    return toNumber(value) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The calendar day at an instant in a time zone; its boundary is midnight there, whatever the machine's
 * zone. Throws RangeError for an invalid instant or an unknown zone.
 */
export function dateIn(instant: Date, timeZone: string): CalendarDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = formatter.formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The time of day at an instant in a time zone, `HH:MM` from 00:00 to 23:59. Throws as `dateIn` does. */
export function timeIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

/** The day `count` days later (earlier where negative). Throws RangeError for a day that does not exist. */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  return toText(toNumber(date) + count * DAY);
}

/** The day of the same number `count` months later (earlier where negative), or that month's last where it has none. */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const first = new Date(toNumber(date));
  const day = first.getUTCDate();
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + count);
  const days = daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(day, days));
  return toText(first.getTime());
}

/** Calendar days from `today` to `date`: 0 on the day itself, negative once it has passed (design.md §5). */
export function daysLeft(today: CalendarDate, date: CalendarDate): number {
  return Math.round((toNumber(date) - toNumber(today)) / DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toNumber(date)).getUTCDay();
}

/** A span of days, both ends counting; an absent end is open. */
export interface Span {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

/** Whether a day lies in a span. Days of four-digit years compare as text. */
export function isWithin(date: CalendarDate, span: Span): boolean {
  return (span.from === undefined || date >= span.from) && (span.until === undefined || date <= span.until);
}
