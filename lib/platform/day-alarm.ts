import { browser } from './browser';

const NAME = 'day';

/**
 * Calls back at the next midnight of the notice's zone and every hour after it, also after restarts:
 * Firefox forgets alarms with the browser, so it is asked for at every start of the worker. The hours in
 * between catch a sleep over midnight and a clock that was set. An alarm lies no further ahead than that midnight;
 * one that does was made while the clock stood ahead, and would be silent until then.
 */
export function onDayTurned(nextMidnight: () => Date, turn: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) turn();
  });
  void browser.alarms.get(NAME).then((known) => {
    const when = nextMidnight().getTime();
    if (!known || known.scheduledTime > when)
      return browser.alarms.create(NAME, { when, periodInMinutes: 60 });
  });
}
