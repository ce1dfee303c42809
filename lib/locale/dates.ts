import type { CalendarDate } from '@/lib/notice/calendar';
import type { Language } from './text';

export interface DayFormat {
  /** With the year; a date far away is wrong without it. */
  readonly year?: boolean;
  /** With the weekday: 10月11日（周三）. */
  readonly weekday?: boolean;
}

// Our own names: what Intl gives differs between engines ("Sep", "Sept").
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * A calendar day as people write it: 2023年10月11日（周三）; 11 Oct 2023 (Wed). No zone plays a part: a
 * calendar day is the same everywhere.
 */
export function formatDay(date: CalendarDate, language: Language, format: DayFormat = {}): string {
  const { year = false, weekday = false } = format;
  const [y, m, d] = date.split('-').map(Number);
  const name = WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()];
  if (language === 'zh') return `${year ? `${y}年` : ''}${m}月${d}日${weekday ? `（${name}）` : ''}`;
  return `${d} ${MONTHS[(m ?? 1) - 1]}${year ? ` ${y}` : ''}${weekday ? ` (${name})` : ''}`;
}
