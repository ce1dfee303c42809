import { browser } from './browser';

/** The administrator's policy for this extension as the browser hands it on; {} where there is none. Never rejects. */
export async function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects where no policy names the extension.
    return {};
  }
}

/** Calls back when the policy changes; just after the first start it may come late. */
export function onManagedChanged(hear: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') hear();
  });
}
