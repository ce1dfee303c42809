import type { CalendarDate } from '@/lib/notice/calendar';
import type { Language } from './text';

export interface DayFormat {
  /** With the year; a date far away is wrong without it. */
  readonly year?: boolean;
  /** With the weekday: 10月11日（周三）. */
  readonly weekday?: boolean;
}

/**
 * A calendar day as people write it: 2023年10月11日（周三）, or Wed 11 Oct 2023. A calendar day has no zone,
 * so it is formatted in UTC and never shifts with the machine.
 */
export function formatDay(date: CalendarDate, language: Language, format: DayFormat = {}): string {
  const { year = false, weekday = false } = format;
  const [y, m, d] = date.split('-').map(Number);
  const instant = new Date(`${date}T00:00:00Z`);
  if (language === 'zh') {
    const day = `${year ? `${y}年` : ''}${m}月${d}日`;
    if (!weekday) return day;
    return `${day}（${new Intl.DateTimeFormat('zh-CN', { weekday: 'short', timeZone: 'UTC' }).format(instant)}）`;
  }
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(year ? { year: 'numeric' } : {}),
    ...(weekday ? { weekday: 'short' } : {}),
  }).format(instant);
}
