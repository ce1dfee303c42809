/** How many calls had which cause on a day, and how long one takes. Local, pure. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { addDays } from '@/lib/notice/days';

/** Calls by day and cause: a trouble's id, or `other`. */
export type CallTally = Readonly<Record<CalendarDate, Readonly<Record<string, number>>>>;

/** Days kept; older ones are forgotten. */
const KEPT_DAYS = 31;

/** One more call of a cause on a day; `by` −1 takes one back. Never below none. */
export function countCall(tally: CallTally, today: CalendarDate, cause: string, by: 1 | -1 = 1): CallTally {
  const oldest = addDays(today, -KEPT_DAYS);
  const kept = Object.fromEntries(Object.entries(tally).filter(([day]) => day > oldest));
  const causes = kept[today] ?? {};
  const count = Math.max(0, (causes[cause] ?? 0) + by);
  const { [cause]: _before, ...others } = causes;
  return { ...kept, [today]: count === 0 ? others : { ...others, [cause]: count } };
}

/** Causes of one day, the commonest first; of equal ones in the order of their ids. */
export function causesOf(
  tally: CallTally,
  day: CalendarDate,
): readonly (readonly [cause: string, count: number])[] {
  return Object.entries(tally[day] ?? {}).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Minutes and seconds as a clock shows them: 3:07. @param milliseconds not negative */
export function writeDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
