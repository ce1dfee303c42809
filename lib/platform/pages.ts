import { browser } from './browser';
import { OFFICIAL_ADDRESS } from './official-site';
import { POPUP_MEMORY } from './popup-memory';
import { sessionState } from './session-state';

/** Our own pages a person can be sent to. */
export type OwnPage =
  | 'practice.html'
  | 'options.html'
  | 'options.html#certificates'
  | 'popup.html'
  | 'notice.html'
  | 'author.html'
  | 'desk.html'
  | 'popup.html#print'
  | 'popup.html#guide'
  | `summary.html?${string}`;

export async function openOfficialSite(): Promise<void> {
  await browser.tabs.create({ url: OFFICIAL_ADDRESS });
}

export async function openPage(page: OwnPage): Promise<void> {
  await browser.tabs.create({ url: pageAddress(page) });
}

/** Opens the popup as a page at the subject's guide. */
export async function openGuide(subject: string): Promise<void> {
  // Where it cannot be remembered, the first subject's is shown.
  await sessionState.set(POPUP_MEMORY.subject, subject).catch(() => {});
  await openPage('popup.html#guide');
}

/** Address of one of our own pages. */
export function pageAddress(page: OwnPage): string {
  return new URL(page, browser.runtime.getURL('/')).href;
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

/** The tab in front of the person, for a real popup; null when asked from a page in a tab of its own. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Opens our popup where the browser can (Chromium 127, Firefox 149); false: the person clicks the icon. */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
