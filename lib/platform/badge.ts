import type { Badge } from '@/lib/reminder/badge';
import { browser } from './browser';

/** Paints the toolbar badge, for one tab or for all. Fails silently where the tab is gone. */
export async function paintBadge(badge: Badge, tab?: number): Promise<void> {
  const forTab = tab === undefined ? {} : { tabId: tab };
  try {
    await browser.action.setBadgeText({ text: badge.text, ...forTab });
    if (badge.text) await browser.action.setBadgeBackgroundColor({ color: badge.color, ...forTab });
  } catch {
    // The tab closed meanwhile; its badge went with it.
  }
}

/** Takes a tab's own badge away, so that it shows the one for all tabs again. */
export async function clearTabBadge(tab: number): Promise<void> {
  try {
    // `null` clears the tab's text; an empty text would hide the common badge. The typings know no null.
    await browser.action.setBadgeText({ text: null as unknown as string, tabId: tab });
  } catch {
    // The tab closed meanwhile.
  }
}
