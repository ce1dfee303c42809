/** Calendar days and spans as our own pages show them, over the one formatter of `lib/locale`. */
import { formatDay as format } from '@/lib/locale/dates';
import type { Language } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';

/** `2026年12月29日（周二）`; `29 Dec 2026 (Tue)`. The year always, since a deadline may be years old. */
export function formatDate(date: CalendarDate, language: Language): string {
  return format(date, language, { year: true, weekday: true });
}

/** `2026年12月29日`; `29 Dec 2026`. */
export function formatDay(date: CalendarDate, language: Language): string {
  return format(date, language, { year: true });
}

/** `12月29日`; `29 Dec`: where the year stands beside it. */
export function formatShortDay(date: CalendarDate, language: Language): string {
  return format(date, language);
}

/** A span of days, either end open: `2023年9月11日—10月11日`, `11 Sep – 11 Oct 2023`; the year twice where it changes. */
export function formatSpan(
  from: CalendarDate | null | undefined,
  until: CalendarDate | null | undefined,
  language: Language,
): string {
  const zh = language === 'zh';
  if (from && until) {
    const sameYear = from.slice(0, 4) === until.slice(0, 4);
    const day = (date: CalendarDate, short: boolean) =>
      short ? formatShortDay(date, language) : formatDay(date, language);
    return zh
      ? `${day(from, false)}—${day(until, sameYear)}`
      : `${day(from, sameYear)} – ${day(until, false)}`;
  }
  if (from) return zh ? `${formatDay(from, language)}起` : `from ${formatDay(from, language)}`;
  if (until) return zh ? `至${formatDay(until, language)}` : `until ${formatDay(until, language)}`;
  return '';
}
