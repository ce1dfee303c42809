/**
 * Whatever a page's style sheets and policies do, the card looks and lies as on a plain page, and the ring
 * lies on its control (issue 4). One test a row.
 */
import { expect, type Page, test } from '@playwright/test';
import { HELD_PLAN, showing } from '@/components/card/sample-plans';
import { clickInCard, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { listPage } from './overlay-fixtures';
import { type Look, readLooks } from './overlay-look';
import { OverlayWorld } from './overlay-page';
import { expectRingOn, type Opening, open, withBrowser } from './overlay-scene';
import { isSamePicture } from './same-picture';

withBrowser();

interface Row {
  readonly page: string;
  /** Rules of the page, or a whole document. */
  readonly css?: string;
  readonly html?: string;
  readonly opening?: Opening;
  /** The control itself cannot be seen under these rules. */
  readonly hasNoRing?: boolean;
}

const ROWS: readonly Row[] = [
  { page: '* { all: unset !important }', css: '* { all: unset !important }' },
  { page: 'button { font-size: 40px !important }', css: 'button { font-size: 40px !important }' },
  {
    page: 'buttons, divs and svgs hidden',
    css: 'div, section, header, footer, svg { display: none !important; opacity: 0 !important }',
  },
  {
    page: 'generated boxes and backdrops',
    // No div but ours is on the page: what it generates would lie over the card and take its clicks.
    css: `div::before, div::after { content: 'x' !important; display: block !important; position: fixed; inset: 0;
      z-index: 2147483647; pointer-events: auto } ::backdrop { background: red !important }`,
  },
  {
    page: 'our own custom properties',
    css: '* { --surface: lime !important; --text: hotpink; --text-size: 40px; --px: 3px; --space-4: 90px }',
  },
  { page: 'zoom on html', css: 'html { zoom: 1.5 }' },
  { page: 'zoom on body', css: 'body { zoom: 0.6 }' },
  { page: 'zoom on every div', css: 'div { zoom: 2 !important }' },
  { page: 'filter on body', css: 'body { filter: invert(1) blur(1px) }' },
  { page: 'transform on body', css: 'body { transform: scale(0.7) rotate(0.5deg); transform-origin: 0 0 }' },
  {
    page: 'filter and transform on html',
    css: 'html { filter: grayscale(1); transform: translate(20px, 9px) }',
  },
  {
    page: 'contain and perspective',
    css: 'html { contain: paint } body { perspective: 300px; contain: layout }',
  },
  { page: 'dark', css: ':root { color-scheme: dark; background: #000; color: #ccc }' },
  {
    page: 'right to left',
    css: 'html, div { direction: rtl !important; text-align: right; unicode-bidi: bidi-override }',
  },
  { page: 'vertical', css: 'html { writing-mode: vertical-rl; text-orientation: upright }' },
  {
    page: 'inherited type',
    css: `html { font: italic 900 31px/3 fantasy; letter-spacing: 9px; word-spacing: 20px; text-transform: uppercase;
      text-indent: 60px; text-shadow: 3px 3px red; white-space: pre; cursor: wait; visibility: hidden }
      body { visibility: visible }`,
  },
  { page: 'rem of 62.5 %', css: 'html { font-size: 62.5% }' },
  { page: 'pointer-events: none', css: '* { pointer-events: none !important; user-select: all !important }' },
  {
    page: 'animations on everything',
    css: '@keyframes k { to { opacity: 0.1; translate: 90px } } * { animation: k 1s infinite; transition: all 9s }',
    hasNoRing: true,
  },
  {
    page: 'layers and :is()',
    css: '@layer a { :is(div, p, #x#x#x) { color: red !important; margin: 40px !important } }',
  },
  { page: 'quirks mode', html: listPage().replace('<!doctype html>', '') },
  { page: 'Trusted Types', opening: { csp: "require-trusted-types-for 'script'; trusted-types 'none'" } },
  {
    page: "CSP default-src 'none' and Trusted Types",
    html: listPage().replace(/<style>.*?<\/style>/s, ''),
    opening: {
      csp: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts",
    },
  },
];

async function show(html: string, opening: Opening): Promise<{ page: Page; world: OverlayWorld }> {
  const page = await open(html, opening);
  const world = await OverlayWorld.mount(page);
  await world.show(showing(HELD_PLAN, { target: { state: 'missing', label: null, place: null } }));
  await waitForCard(page, { step: 'unbind-old' });
  return { page, world };
}

let plain: Promise<readonly Look[]> | null = null;

function plainLooks(): Promise<readonly Look[]> {
  plain ??= show(listPage(), {}).then(async ({ page }) => {
    const looks = await readLooks(page);
    await page.close();
    return looks;
  });
  return plain;
}

for (const { page: name, css, html, opening = {}, hasNoRing = false } of ROWS) {
  test(`the card is the same: ${name}`, async () => {
    const head = css === undefined ? '' : `<style>${css}</style>`;
    const { page, world } = await show(html ?? listPage({ head }), opening);
    const expected = await plainLooks();
    expect(expected.length).toBeGreaterThan(40);
    expect(await readLooks(page)).toEqual(expected);
    // And it works: a question is answered by a trusted click.
    await clickInCard(page, '[data-question="old-kept"][data-action="answer-yes"]');
    await world.waitForSent((message) => message.type === 'page.said');
    if (!hasNoRing) {
      await world.ring('unbind');
      await waitForRing(page, 'unbind');
      await expectRingOn(page, '#unbind');
    }
    await page.close();
  });
}

test('nothing is drawn around the card: the page looks as it did', async () => {
  const page = await open(listPage({ head: '<style>::backdrop { background: red !important }</style>' }));
  const clip = { x: 0, y: 0, width: 600, height: 400 };
  const before = await page.screenshot({ clip });
  const world = await OverlayWorld.mount(page);
  await world.show(showing(HELD_PLAN));
  await waitForCard(page, {});
  expect(await isSamePicture(page, before, await page.screenshot({ clip }))).toBe(true);
  await page.close();
});

test('the comparison sees a difference of one pixel', async () => {
  const expected = await plainLooks();
  const { page } = await show(listPage(), { height: 719 });
  expect(await readLooks(page)).not.toEqual(expected);
  await page.close();
});
