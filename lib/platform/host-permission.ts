import { browser } from './browser';

/** Asks the person for hosts. Must be called in the click itself, before anything is waited for. */
export function askForHosts(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

export function hasHosts(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...patterns] });
}

/** Gives hosts back. Resolves to false where the browser keeps them (required ones, an administrator's). */
export async function giveHostsBack(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [...patterns] });
  } catch {
    return false;
  }
}

/** Calls back whenever a permission was given or taken, by whatever way. */
export function onHostsChanged(hear: () => void): void {
  browser.permissions.onAdded.addListener(() => hear());
  browser.permissions.onRemoved.addListener(() => hear());
}
