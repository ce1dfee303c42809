import { browser } from './browser';

const NAME = 'day';
/** Browsers ring a little late, and set the next alarm from there. */
const SLACK_MS = 60_000;

/**
 * Calls back every hour, the midnights of the notice's zone among them, also after restarts: Firefox forgets alarms with the
 * browser, so it is asked for at every start of the worker. The hours in between catch a sleep over midnight, a clock that
 * was set, and the end of quiet hours. Where the alarm is missing, late, or further ahead than it can be (made while the clock
 * stood ahead, it would be silent until then), nothing may have rung when it should: it is set again, and rings at once.
 */
export function onDayTurned(now: () => Date, next: () => Date, turn: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) turn();
  });
  void browser.alarms.get(NAME).then((known) => {
    const when = next().getTime();
    if (known && known.scheduledTime >= now().getTime() && known.scheduledTime <= when + SLACK_MS) return;
    turn();
    return browser.alarms.create(NAME, { when, periodInMinutes: 60 });
  });
}
