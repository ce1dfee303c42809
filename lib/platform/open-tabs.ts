import type { ShowMessage } from '@/lib/messaging/contract';
import { browser } from './browser';
import { OFFICIAL_MATCH } from './official-site';

/** Asks every page of the system to say anew what it shows; one that is gone or not ours answers nothing. */
export async function askToLookAgain(added: readonly string[] = []): Promise<void> {
  const message: ShowMessage = { type: 'show.look-again' };
  const tabs = await browser.tabs.query({ url: [OFFICIAL_MATCH, ...added] });
  await Promise.all(
    tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message).catch(() => {})),
  );
}

/**
 * After an installation or update, looks at pages of the system that were open before: Chromium does not
 * run content scripts in them, so a person would have to reload without knowing why. Firefox runs them by
 * itself, and a second run is stopped by the content script's own guard.
 */
export async function lookAtOpenTabs(patterns?: readonly string[]): Promise<void> {
  // What is registered at run time is not run by itself, there either.
  if (import.meta.env.FIREFOX && !patterns) return;
  for (const tab of await browser.tabs.query({ url: patterns ? [...patterns] : OFFICIAL_MATCH })) {
    if (tab.id === undefined) continue;
    await browser.scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['/sentinel.js'] })
      .catch(() => {
        // The tab went away or shows an error page: nothing to look at.
      });
  }
}
