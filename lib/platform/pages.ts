import { browser } from './browser';
import { OFFICIAL_ADDRESS } from './official-site';

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
  | `summary.html?${string}`;

export async function openOfficialSite(): Promise<void> {
  await browser.tabs.create({ url: OFFICIAL_ADDRESS });
}

export async function openPage(page: OwnPage): Promise<void> {
  await browser.tabs.create({ url: pageAddress(page) });
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
