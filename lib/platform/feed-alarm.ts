import { browser } from './browser';

const NAME = 'feed';

/** Calls back when the time set by `setFeedAlarm` has come. */
export function onFeedAlarm(check: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) check();
  });
}

/** Sets the one alarm of the feed, or takes it away (null). */
export async function setFeedAlarm(at: Date | null): Promise<void> {
  if (at === null) await browser.alarms.clear(NAME);
  else await browser.alarms.create(NAME, { when: at.getTime() });
}
