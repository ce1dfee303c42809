import { browser } from './browser';
import { OFFICIAL_MATCH } from './official-site';

/**
 * Everything the browser keeps for us outside the databases: memory of this session, the witnesses, the practice site's
 * accounts, alarms, notifications and hosts allowed later. Called in a page of ours. The worker sets its alarm again when
 * it starts next; the badge is painted by the caller.
 */
export async function forgetEverything(): Promise<void> {
  // The practice page keeps its imitated server there, as the site would.
  localStorage.clear();
  sessionStorage.clear();
  await Promise.all([
    browser.storage.session.clear(),
    browser.storage.local.clear(),
    browser.alarms.clearAll(),
    clearNotifications(),
    giveBackAddedHosts(),
  ]);
}

async function clearNotifications(): Promise<void> {
  const shown = await browser.notifications.getAll();
  await Promise.all(Object.keys(shown).map((id) => browser.notifications.clear(id)));
}

/** Hosts that the person allowed one by one: of a feed, of sites that packs added. */
async function giveBackAddedHosts(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const added = origins.filter((pattern) => pattern !== OFFICIAL_MATCH);
  // An administrator's the browser keeps; the others go one by one all the same.
  await Promise.all(
    added.map((pattern) => browser.permissions.remove({ origins: [pattern] }).catch(() => false)),
  );
}
