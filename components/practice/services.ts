import type { CalendarDate } from '@/lib/notice/calendar';

/** What the surroundings do for the rehearsal; the tests' web site has nothing to do. */
export interface PracticeServices {
  /** Tells the guide which day it is to go by; null: the rehearsal's usual day. */
  readonly setPracticeDate?: ((date: CalendarDate | null) => void) | undefined;
  /** Empties the guide's own record of the rehearsal. The day is told again after it. */
  readonly startOver?: (() => Promise<void>) | undefined;
}

/** Tells the guide the rehearsal's day; null for the usual one. */
export function tellDay(services: PracticeServices, day: CalendarDate, usualDay: CalendarDate): void {
  services.setPracticeDate?.(day === usualDay ? null : day);
}
