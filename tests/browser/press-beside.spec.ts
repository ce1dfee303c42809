/** Chromium: what a frame is told of a press in the frame beside it (tests/press-beside.ts). */
import { type Browser, chromium, expect, test } from '@playwright/test';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { PRESS_CASES, PRESS_PAGES } from '@/tests/press-beside';

let browser: Browser;

test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: (await ensureChromium()).path,
    args: ['--no-sandbox'],
  });
});
test.afterAll(() => browser.close());

async function pressBeside(address: string): Promise<string> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const body = PRESS_PAGES[new URL(route.request().url()).pathname] ?? '';
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(address);
  await page.frameLocator('#menu').getByRole('button').click();
  const told = page.frameLocator('#content').locator('#told');
  await expect(told).not.toBeEmpty();
  const words = await told.innerText();
  await page.close();
  return words;
}

test('a press in the menu is told to the frame beside where the window’s document may be asked, and only there', async () => {
  const told: string[] = [];
  for (const [whose, address] of PRESS_CASES) told.push(`${whose}: ${await pressBeside(address)}`);
  expect(told).toEqual([
    'all are of one site: true true',
    'the menu is another site’s: true true',
    'so is the window: false SecurityError',
  ]);
});
