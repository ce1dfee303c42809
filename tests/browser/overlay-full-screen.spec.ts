/** Pages that fill the screen with a part of themselves: card and ring are still seen, and usable. */
import { expect, type Page, test } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { clickInCard, readRings, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage, TABLE } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { cardElement, expectRingOn, FOUND, guided, HASTY, open, withBrowser } from './overlay-scene';

withBrowser();

const STAGE = `<div id="stage" style="background:#fff">${TABLE}
  <button id="fill" type="button" onclick="document.getElementById('stage').requestFullscreen()">全屏</button></div>`;
const PAGE = listPage().replace(TABLE, STAGE);

/** By a trusted click: the browser asks for one. */
async function fillScreen(page: Page, part = 'stage'): Promise<void> {
  await page.locator('#fill').click();
  await page.waitForFunction((id) => document.fullscreenElement?.id === id, part);
}

async function leaveFullScreen(page: Page): Promise<void> {
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForFunction(() => document.fullscreenElement === null);
}

const button = (part: string) =>
  `<button id="fill" type="button" onclick="${part}.requestFullscreen()">全屏</button>`;
const byId = (id: string) => `document.getElementById('${id}')`;

/** What can hold no element of ours: it takes the clicks, and the card is painted above it. */
const FILMS = {
  video: `<video id="film" width="300" height="150" style="background:#123"></video>`,
  frame: `<iframe id="film" name="inner" srcdoc="<body style='background:#123'>说明"></iframe>`,
};

async function mounted(page: Page, before?: string): Promise<OverlayWorld> {
  const world = await OverlayWorld.mount(page, { ...(before !== undefined && { before }) });
  await world.show(showing(UNBIND_PLAN, { target: FOUND }));
  await world.ring('unbind');
  await waitForCard(page, {});
  await waitForRing(page, 'unbind');
  return world;
}

const isPainted = (page: Page, before: Buffer) =>
  waitUntil(
    'the card on the screen',
    async () => (await cardPixels(page)).equals(before),
    (same) => same,
  );

/** What is really on the screen there: the card's own white and the table are told apart by their pixels. */
async function cardPixels(page: Page): Promise<Buffer> {
  const { x = 0, y = 0, width = 1, height = 1 } = (await cardElement(page))?.rect ?? {};
  return page.screenshot({ clip: { x: x + 12, y: y + 12, width: width - 24, height: height - 24 } });
}

test('the card lies above a part of the page in full screen, the ring on its control there, and after it', async () => {
  const { page, world } = await guided(PAGE);
  const before = await cardPixels(page);
  await fillScreen(page);
  await isPainted(page, before);
  await expectRingOn(page, '#unbind');
  await clickInCard(page, '[data-action="say-done"]');
  await world.waitForSent((message) => message.type === 'page.said');
  await leaveFullScreen(page);
  await expectRingOn(page, '#unbind');
  await clickInCard(page, '[data-action="show-history"]');
  await page.close();
});

test('a part inside a shadow root of the page in full screen gets the card too', async () => {
  const page = await open(listPage({ extra: '<div id="home"></div>' }));
  await page.evaluate((table) => {
    const root = document.getElementById('home')?.attachShadow({ mode: 'open' });
    root?.setHTMLUnsafe(
      `<div id="part" style="background:#fff">${table}<button id="fill">全屏</button></div>`,
    );
    root
      ?.getElementById('fill')
      ?.addEventListener('click', () => root.getElementById('part')?.requestFullscreen());
  }, TABLE);
  const world = await OverlayWorld.mount(page);
  await world.show(showing(UNBIND_PLAN));
  await waitForCard(page, {});
  await page.locator('#home #fill').click();
  await page.waitForFunction(() =>
    document.querySelector('#home')?.shadowRoot?.querySelector('#part > div[popover]'),
  );
  await clickInCard(page, '[data-action="say-done"]');
  await world.waitForSent((message) => message.type === 'page.said');
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

test('a part of a dialog that fills the screen once more, after its dialog was opened anew, gets the card again', async () => {
  const { page, world } = await guided(
    listPage({
      extra: `<dialog><div id="stage" style="background:#fff">提示 ${button("document.getElementById('stage')")}</div></dialog>`,
    }),
  );
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await fillScreen(page);
    await page.waitForFunction(() => document.querySelector('#stage > div[popover]') !== null);
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    await leaveFullScreen(page);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.waitForFunction(() => document.querySelector('html > div[popover]') !== null);
  }
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

for (const [what, film] of Object.entries(FILMS)) {
  test(`a ${what} in full screen: the card stays painted above it, without a contest, and works afterwards`, async () => {
    const page = await open(listPage({ extra: film + button(byId('film')) }));
    const world = await mounted(page, HASTY);
    const before = await cardPixels(page);
    for (let round = 0; round < 3; round += 1) {
      await fillScreen(page, 'film');
      await isPainted(page, before);
      // Under a film the control is not to be seen: no ring upon it.
      await waitUntil(
        'no ring',
        () => readRings(page),
        (rings) => rings.length === 0,
      );
      const looks = await world.ask<number>('looks');
      await waitUntil(
        'many looks',
        () => world.ask<number>('looks'),
        (now) => now > looks + 60,
      );
      await leaveFullScreen(page);
      // That the control is no longer covered is found at the next look.
      await waitUntil(
        'the ring again',
        () => readRings(page),
        (rings) => rings.length === 1,
      );
      await expectRingOn(page, '#unbind');
    }
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    const told = (await world.sent()).flatMap((message) =>
      message.type === 'page.card' ? [message.state] : [],
    );
    expect(told).toEqual(['shown']);
    await page.close();
  });
}

test('a frame that fills the screen by itself keeps its ring on its control', async () => {
  const inner = listPage({ extra: button('document.documentElement') }).replaceAll('"', '&quot;');
  const frame = `<iframe name="main" width="600" height="400" allow="fullscreen" srcdoc="${inner}"></iframe>`;
  const page = await open(`<!doctype html><meta charset="utf-8"><body>${frame}`);
  const top = await OverlayWorld.mount(page);
  await top.show(showing(UNBIND_PLAN, { target: { ...FOUND, place: 'inner' } }));
  await waitForCard(page, {});
  const before = await cardPixels(page);
  const main = page.frame('main');
  if (!main) throw new Error('no frame');
  await main.locator('#unbind').waitFor();
  const world = await OverlayWorld.mount(page, { frame: main });
  await world.ring('unbind');
  await waitForRing(page, 'unbind');
  await main.locator('#fill').click();
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'iframe');
  await isPainted(page, before);
  const ring = await waitForRing(page, 'unbind');
  const control = await main.locator('#unbind').evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
  expect(ring.rect).toEqual(control);
  await leaveFullScreen(page);
  await isPainted(page, before);
  await page.close();
});

test('the whole document in full screen: card and ring as before, and usable', async () => {
  const page = await open(listPage({ extra: button('document.documentElement') }));
  const world = await mounted(page);
  await page.locator('#fill').click();
  await page.waitForFunction(() => document.fullscreenElement === document.documentElement);
  await expectRingOn(page, '#unbind');
  await clickInCard(page, '[data-action="say-done"]');
  await world.waitForSent((message) => message.type === 'page.said');
  await leaveFullScreen(page);
  await expectRingOn(page, '#unbind');
  await page.close();
});
