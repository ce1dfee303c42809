/** axe on a page of ours, in every look a person may have it in. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LOOKS = [
  ['light', '100%'],
  ['dark', '100%'],
  ['light', '200%'],
  ['dark', '200%'],
] as const;

/**
 * axe for a page whose frames, if any, are of its own origin. Otherwise it opens a page of its own for each look and puts its
 * script together anew there, which takes three times as long and finds the same.
 */
export const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

export interface Looked {
  /** Of the window, in CSS pixels, by the size of text; the window stays as it is where absent. */
  readonly width?: Readonly<Record<'100%' | '200%', number>>;
  /** What is not ours to answer for: a selector. */
  readonly without?: string;
}

/**
 * Nothing that axe objects to, in both schemes, at the usual size of text and at twice that; and nothing that
 * has to be scrolled to sideways, where a width is given.
 */
export async function expectNoViolation(page: Page, state: string, { width, without }: Looked = {}) {
  for (const [colorScheme, size] of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (width) await page.setViewportSize({ width: width[size], height: 600 });
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, size);
    const axe = axeOn(page);
    const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
    expect(violations.map(({ id, nodes }) => [state, colorScheme, size, id, nodes[0]?.html])).toEqual([]);
    if (size === '200%') expect(await smallBoxes(page), `${state} at ${size}`).toEqual([]);
    if (!width) continue;
    // Text that grows may scroll downwards, never sideways.
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${state} at ${size}`).toBeLessThanOrEqual(0);
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** Boxes to tick that did not grow with the text, which their browser leaves as small as ever (WCAG 2.2, 2.5.8: 24 px). */
function smallBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // What the practice site shows is a system's own.
    if (location.pathname.startsWith('/practice')) return [];
    const boxes = [...document.querySelectorAll('input[type="checkbox"],input[type="radio"]')];
    return boxes
      .filter((box) => box.checkVisibility() && box.getBoundingClientRect().height < 24)
      .map(({ parentElement }) => parentElement?.textContent ?? '');
  });
}
