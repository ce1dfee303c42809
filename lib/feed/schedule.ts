/** When a feed is asked next. */
const HOUR = 60 * 60 * 1000;

/** Once a day, give or take two hours, so that a bureau's computers do not all ask at once. */
const USUAL = 22 * HOUR;
const SPREAD = 4 * HOUR;
/** After a failure sooner, twice as long each time, until it is daily again. */
const FIRST_RETRY = HOUR;

/**
 * @param failures in a row, the last check's included; 0: it went well
 * @param random of [0, 1)
 */
export function nextCheck(now: Date, failures: number, random: () => number): Date {
  const retry = FIRST_RETRY * 2 ** (failures - 1);
  const usual = USUAL + random() * SPREAD;
  const wait = failures === 0 ? usual : Math.min(retry * (1 + random() / 4), usual);
  return new Date(now.getTime() + wait);
}

/** Whether a check is due: never made, missed while the browser was closed, or put off by a clock set back. */
export function isDue(nextAt: string | null, now: Date): boolean {
  if (nextAt === null) return true;
  const wait = new Date(nextAt).getTime() - now.getTime();
  return wait <= 0 || wait > 2 * (USUAL + SPREAD);
}
