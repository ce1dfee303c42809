/** Hours in which nothing is announced. */
import { timeIn } from '@/lib/notice/days';

export interface QuietHours {
  /** `HH:MM` in the notice's zone; from the first minute until the second, over midnight where it comes first. */
  readonly from: string;
  readonly until: string;
}

/** What is proposed where somebody turns them on. */
export const USUAL_QUIET_HOURS: QuietHours = { from: '20:00', until: '08:00' };

/**
 * Whether nothing is to be announced now. What falls due meanwhile is told at the first hour after.
 *
 * @param timeZone IANA name; the hours are meant in it
 */
export function isQuiet(quiet: QuietHours | null, now: Date, timeZone: string): boolean {
  if (quiet === null || quiet.from === quiet.until) return false;
  const time = timeIn(now, timeZone);
  return quiet.from < quiet.until
    ? quiet.from <= time && time < quiet.until
    : time >= quiet.from || time < quiet.until;
}

export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}
