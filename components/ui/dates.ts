/** Calendar days as people read them. No zone plays a part: a calendar day is the same everywhere. */
import type { Language } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import { weekdayOf } from '@/lib/notice/days';

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2026年12月29日（周二）`; `29 Dec 2026 (Tue)`. The year always, since a deadline may be years old. */
export function formatDate(date: CalendarDate, language: Language): string {
  const weekday = WEEKDAYS[language][weekdayOf(date)];
  return language === 'zh'
    ? `${formatDay(date, language)}（${weekday}）`
    : `${formatDay(date, language)} (${weekday})`;
}

/** `2026年12月29日`; `29 Dec 2026`. */
export function formatDay(date: CalendarDate, language: Language): string {
  const year = date.slice(0, 4);
  return language === 'zh'
    ? `${year}年${formatShortDay(date, language)}`
    : `${formatShortDay(date, language)} ${year}`;
}

/** `12月29日`; `29 Dec`: where the year stands beside it. */
export function formatShortDay(date: CalendarDate, language: Language): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;
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
