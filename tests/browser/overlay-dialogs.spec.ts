/** The card keeps off the page's dialogs, whatever they are made of, and takes nothing else for one. */
import { expect, type Page, test } from '@playwright/test';
import { HELD_PLAN, showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { waitForCard } from '@/tests/e2e/harness/overlay';
import type { Rect } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { cardElement, guided, open, rectOf, withBrowser } from './overlay-scene';

withBrowser();

/** The box of each is #box; what it stands in is #all. As the usual libraries build them, and as nobody does. */
const FIXED = 'position:fixed;left:0;top:0;width:100%;height:100%';
const BOXES: Readonly<Record<string, string>> = {
  'Element UI': `<div id="all" role="dialog" aria-modal="true" class="el-message-box__wrapper" style="${FIXED};text-align:center">
    <div id="box" class="el-message-box" style="display:inline-block;width:420px;height:180px;margin-top:25vh">提示</div></div>`,
  'iView, without roles': `<div id="all"><div class="ivu-modal-mask" style="${FIXED};background:#0008"></div>
    <div class="ivu-modal-wrap" style="${FIXED};overflow:auto"><div id="box" class="ivu-modal" style="position:relative;width:480px;height:200px;top:200px;margin:0 auto">提示</div></div></div>`,
  layui: `<div id="all"><div style="${FIXED};background:#0008"></div>
    <div id="box" class="layui-layer layui-layer-dialog" style="position:fixed;left:336px;top:220px;width:420px;height:170px">提示</div></div>`,
  'jQuery UI, in the flow of the page': `<div id="all"><div id="box" class="ui-dialog" role="dialog" style="position:absolute;left:336px;top:150px;width:420px;height:300px">提示</div></div>`,
  'a veil and a box without a name': `<div id="all" style="${FIXED};display:grid;place-items:center;background:#0008"><div id="box" style="width:460px;height:260px">提示</div></div>`,
};

const apart = (card: Rect, box: Rect) =>
  card.x + card.width <= box.x ||
  box.x + box.width <= card.x ||
  card.y + card.height <= box.y ||
  box.y + box.height <= card.y;
/** A list as wide as the page, so that something lies beneath a veil. */
const WIDE = '<style>table { width: 100% }</style>';
/** 1366×768 at 125 %. */
const AT_125 = { width: 1093, height: 614 };
const show = (page: Page, html: string) =>
  page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), html);
const shut = (page: Page) => page.evaluate(() => document.getElementById('all')?.remove());

for (const [name, html] of Object.entries(BOXES)) {
  test(`made as ${name}: narrowed beside it, and as wide as before when it closes`, async () => {
    const { page } = await guided(listPage({ head: WIDE }), AT_125);
    const before = (await cardElement(page))?.rect;
    await show(page, html);
    const box = await rectOf(page, '#box');
    const card = await waitUntil(
      'the card beside the box',
      async () => (await cardElement(page))?.rect,
      (rect) => rect !== undefined && apart(rect, box),
    );
    expect(card?.width).toBeGreaterThanOrEqual(240);
    await shut(page);
    await waitUntil(
      'the card as wide as before',
      async () => (await cardElement(page))?.rect.width,
      (width) => width === before?.width,
    );
    await page.close();
  });
}

test('seen also where nothing is ringed that could be covered', async () => {
  const page = await open(listPage(), AT_125);
  const world = await OverlayWorld.mount(page);
  await world.show(showing(UNBIND_PLAN));
  await waitForCard(page, {});
  await show(page, BOXES.layui ?? '');
  const box = await rectOf(page, '#box');
  const rectNow = async () => (await cardElement(page))?.rect;
  await waitUntil('the card beside the box', rectNow, (rect) => rect !== undefined && apart(rect, box));
  await shut(page);
  await waitUntil('the card as wide as before', rectNow, (rect) => rect?.width === 360);
  await page.close();
});

test('too wide for it: a tab that keeps its warning, and whole again when it closes', async () => {
  const { page } = await guided(listPage(), { ...AT_125, card: { plan: HELD_PLAN } });
  const wide = BOXES['Element UI']?.replace('420px', '900px') ?? '';
  await show(page, wide);
  const box = await rectOf(page, '#box');
  const card = await waitUntil(
    'the tab',
    () => cardElement(page),
    (now) => now?.attributes['data-minimised'] !== undefined,
  );
  expect(card && apart(card.rect, box)).toBe(true);
  expect(card?.text).toContain('解绑后可能无法恢复');
  await shut(page);
  await waitUntil(
    'the whole card',
    async () => (await cardElement(page))?.attributes['data-minimised'],
    (minimised) => minimised === undefined,
  );
  await page.close();
});

/** 1366×768 at 125 %, a small screen, and text of twice the size on both. */
const SMALL = [
  AT_125,
  { width: 1024, height: 600 },
  { width: 546, height: 307 },
  { width: 512, height: 300 },
];

test('too wide and too high for it: a tab, on none of the dialog’s buttons', async () => {
  const buttons = `<p style="position:absolute;right:20px;bottom:16px;margin:0"><button>取消</button> <button>确定</button></p>
    <button style="position:absolute;right:8px;top:8px">×</button>`;
  const most = 'width:85vw;height:85vh;box-sizing:border-box';
  const made = {
    div: `<div id="all" style="${FIXED};display:grid;place-items:center;background:#0008"><div role="dialog" style="position:relative;${most}">确认${buttons}</div></div>`,
    dialog: `<dialog id="all" style="${most};max-width:none;max-height:none">确认${buttons}</dialog>`,
    frame: `<div id="all" role="dialog" style="position:fixed;left:7.5vw;top:7.5vh;${most}"><iframe style="width:100%;height:100%;border:0" srcdoc='${buttons}'></iframe></div>`,
  };
  for (const viewport of SMALL) {
    const page = await open(listPage(), viewport);
    const world = await OverlayWorld.mount(page);
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    for (const [name, html] of Object.entries(made)) {
      await show(page, html);
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      const where = `${name}, ${viewport.width}×${viewport.height}`;
      const inside = name === 'frame' ? page.frameLocator('#all iframe') : page.locator('#all');
      await inside.locator('button').nth(2).waitFor();
      // In the window's pixels, frames and all.
      const boxes = await Promise.all(
        (await inside.locator('button').all()).map((each) => each.boundingBox()),
      );
      await waitUntil(
        `a tab, on no button: ${where}`,
        () => cardElement(page),
        (card) =>
          card?.attributes['data-minimised'] === 'true' &&
          boxes.every((box) => box !== null && apart(card.rect, box)),
      );
      await shut(page);
      await waitUntil(
        `whole again: ${where}`,
        async () => (await cardElement(page))?.attributes['data-minimised'],
        (minimised) => minimised === undefined,
      );
    }
    await page.close();
  }
});

test('a page that stands in a fixed frame of its own, with layers in it, is no dialog', async () => {
  const html = listPage({
    head: `<style>body > :first-child { ${FIXED} } .side-layer { position: absolute; left: 0; top: 60px; bottom: 0; width: 200px }</style>`,
  }).replace(/(<body[^>]*>)/, '$1<div class="app-window"><div class="side-layer">菜单</div><main>');
  const scene = await guided(html, AT_125);
  const card = await cardElement(scene.page);
  expect(card?.attributes['data-minimised']).toBeUndefined();
  expect(card?.rect.width).toBe(360);
  await scene.page.close();
});
