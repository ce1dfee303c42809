/** Pages that fill the screen with a part of themselves: card and ring are still seen, and usable. */
import { expect, type Page, test } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { clickInCard, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage, TABLE } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { cardElement, expectRingOn, FOUND, guided, open, withBrowser } from './overlay-scene';

withBrowser();

const STAGE = `<div id="stage" style="background:#fff">${TABLE}
  <button id="fill" type="button" onclick="document.getElementById('stage').requestFullscreen()">全屏</button></div>`;
const PAGE = listPage().replace(TABLE, STAGE);

/** By a trusted click: the browser asks for one. */
async function fillScreen(page: Page): Promise<void> {
  await page.locator('#fill').click();
  await page.waitForFunction(() => document.fullscreenElement?.id === 'stage');
}

/** What is really on the screen there: the card's own white and the table are told apart by their pixels. */
async function cardPixels(page: Page): Promise<Buffer> {
  const { x = 0, y = 0, width = 1, height = 1 } = (await cardElement(page))?.rect ?? {};
  return page.screenshot({ clip: { x: x + 12, y: y + 12, width: width - 24, height: height - 24 } });
}

test('the card lies above a part of the page in full screen, the ring on its control there, and after it', async () => {
  const { page, world } = await guided(PAGE);
  const before = await cardPixels(page);
  await fillScreen(page);
  await waitUntil(
    'the card on the screen',
    async () => (await cardPixels(page)).equals(before),
    (same) => same,
  );
  await expectRingOn(page, '#unbind');
  await clickInCard(page, '[data-action="say-done"]');
  await world.waitForSent((message) => message.type === 'page.said');
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForFunction(() => document.fullscreenElement === null);
  await expectRingOn(page, '#unbind');
  await clickInCard(page, '[data-action="show-history"]');
  await page.close();
});

test('a dialog of the page in full screen gets the card too', async () => {
  const { page, world } = await guided(PAGE.replace('</table>', '</table><dialog>提示</dialog>'));
  await fillScreen(page);
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await clickInCard(page, '[data-action="say-done"]');
  await world.waitForSent((message) => message.type === 'page.said');
  await page.close();
});

test('where there is no top layer to stand in, the host moves into the part in full screen, and back', async () => {
  const page = await open(PAGE);
  const world = await OverlayWorld.mount(page, { before: 'delete HTMLElement.prototype.showPopover' });
  await world.show(showing(UNBIND_PLAN, { target: FOUND }));
  await world.ring('unbind');
  await waitForCard(page, {});
  await waitForRing(page, 'unbind');
  await fillScreen(page);
  await page.waitForFunction(() => document.querySelector('#stage > div') !== null);
  await clickInCard(page, '[data-action="say-done"]');
  await world.waitForSent((message) => message.type === 'page.said');
  await expectRingOn(page, '#unbind');
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForFunction(() => document.querySelector('html > div') !== null);
  expect(await page.locator('#stage > div').count()).toBe(0);
  await expectRingOn(page, '#unbind');
  await page.close();
});
