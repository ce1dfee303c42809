/** A calendar file with an alarm for each threshold, by ical-generator (RFC 5545). Loaded when it is asked for. */
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { ComingDate } from './coming-dates';

/** Hour of the day, by the calendar's own clock, at which it reminds. */
const ALARM_HOUR = 9;
const HOUR = 3_600;

/**
 * @param describe one line of public words for a date
 * @param thresholds days before, for the alarms; the day itself always has one. Those that are over are left out: calendars
 *   show what they missed, and would ring for all of them at the import
 * @param madeAt the instant of the file
 * @returns the text of an `.ics` file: whole-day events, each with the same id every time
 */
export function writeCalendar(
  dates: readonly ComingDate[],
  describe: (date: ComingDate) => string,
  thresholds: readonly number[],
  madeAt: Date,
): string {
  const calendar = ical({ prodId: { company: 'Rebind', product: 'reminders' } });
  for (const date of dates) {
    const event = calendar.createEvent({
      id: `${date.id}@rebind`,
      start: new Date(`${date.date}T00:00:00Z`),
      allDay: true,
      // Nobody is busy all day with it.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: describe(date),
      stamp: madeAt,
    });
    for (const days of [...thresholds.filter((each) => each <= date.daysLeft), 0]) {
      const before = days * 24 * HOUR - ALARM_HOUR * HOUR;
      const trigger = before > 0 ? { triggerBefore: before } : { triggerAfter: -before };
      event
        .createAlarm({ type: ICalAlarmType.display, ...trigger, description: describe(date) })
        // Of its own accord the library relates what is after the start to the end: nine o'clock of the next day. It
        // takes no such word at the creation.
        .relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  // RFC 5545 3.1: the last line is ended like the others.
  return `${calendar.toString()}\r\n`;
}
