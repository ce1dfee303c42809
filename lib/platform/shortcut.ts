import { type Browser, browser } from './browser';
import { REACH_CARD } from './reach-card-command';

/** Calls back with the tab in front when the person presses the shortcut. Register synchronously. */
export function onReachCard(reach: (tab: number) => void): void {
  browser.commands.onCommand.addListener((command: string, tab?: Browser.tabs.Tab) => {
    if (command === REACH_CARD && tab?.id !== undefined) reach(tab.id);
  });
}

/** The keys now in force, as the browser writes them; empty where the person, or another extension, took them. */
export async function reachCardKeys(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === REACH_CARD)?.shortcut ?? '';
}

/** Opens the browser's own page for changing it; false where it cannot be opened from here. */
export async function openShortcutSettings(): Promise<boolean> {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  try {
    // Firefox 137; Chromium has a page with an address, which Firefox has not.
    if (commands.openShortcutSettings) await commands.openShortcutSettings();
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
    return true;
  } catch {
    return false;
  }
}
