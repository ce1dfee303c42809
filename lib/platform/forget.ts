import { browser } from './browser';

/**
 * Everything the browser keeps for us outside the databases: memory of this session, the witnesses, alarms and
 * notifications. The worker sets its alarm again when it starts next; the badge is painted by the caller.
 */
export async function forgetEverything(): Promise<void> {
  await Promise.all([
    browser.storage.session.clear(),
    browser.storage.local.clear(),
    browser.alarms.clearAll(),
    clearNotifications(),
  ]);
}

async function clearNotifications(): Promise<void> {
  const shown = await browser.notifications.getAll();
  await Promise.all(Object.keys(shown).map((id) => browser.notifications.clear(id)));
}
