import { nextMidnight } from '@/lib/notice/preview';

const HOUR_MS = 3_600_000;

/**
 * When to look again whether a day has turned: whole hours before the zone's next midnight, the nearest of them, so that
 * the midnight itself is one.
 *
 * @param timeZone IANA name; it need not be whole hours from UTC
 */
export function nextTurn(now: Date, timeZone: string): Date {
  const midnight = nextMidnight(now, timeZone).getTime();
  const hours = Math.ceil((midnight - now.getTime()) / HOUR_MS) - 1;
  return new Date(midnight - hours * HOUR_MS);
}
