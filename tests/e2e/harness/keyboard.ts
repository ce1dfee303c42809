/** A page as somebody without a mouse has it: keys, and nothing else. */
import type { Locator, Page } from '@playwright/test';

/** More stops than any page of ours has between two places. */
const MOST_STOPS = 200;

/**
 * Presses Tab until the control has the focus.
 * @throws where it is never reached
 */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${control}`);
}

/** Goes to the control and presses the key on it. */
export async function pressOn(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

/** Presses a key again and again until the control says what is wanted. */
export async function turnTo(page: Page, control: Locator, wanted: string, key = 'ArrowDown'): Promise<void> {
  await tabTo(page, control);
  for (let turn = 0; turn < MOST_STOPS; turn += 1) {
    const chosen = await control.evaluate((element) => (element as HTMLSelectElement).value);
    if (chosen === wanted) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not turn ${control} to ${wanted}`);
}
