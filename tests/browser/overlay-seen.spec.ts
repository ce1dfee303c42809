/** What of a control can be seen: the ring is on nothing that cannot be, and on all that can. */
import { expect, type Page, test } from '@playwright/test';
import type { PageMessage } from '@/lib/messaging/contract';
import { readRings, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage, TABLE } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { guided, open, openPages, withBrowser } from './overlay-scene';

withBrowser();

const lastReport = async (world: OverlayWorld) => {
  const answer = (await world.sent()).findLast(
    (message): message is Extract<PageMessage, { type: 'page.target' }> => message.type === 'page.target',
  );
  return answer && { state: answer.report.state, reasons: answer.report.reasons };
};

const waitForReport = (world: OverlayWorld, what: string, state: string, reason?: string) =>
  waitUntil(
    what,
    () => lastReport(world),
    (now) => now?.state === state && (reason ? now.reasons.includes(reason) : now.reasons.length === 0),
  );

const waitForRings = (page: Page, what: string, count: number) =>
  waitUntil(
    what,
    () => readRings(page),
    (rings) => rings.length === count,
  );

test('whatever hides the control, the ring is off it within four frames', async () => {
  const { page } = await guided(listPage());
  const [root] = await readOverlayRoots(page);
  const shown = await root?.call(async (shadow: ShadowRoot) => {
    const isRinged = () => shadow.querySelector('[data-part="ring"]:not([hidden])') !== null;
    const painted = async () => {
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done));
    };
    const control = document.getElementById('unbind') as HTMLElement;
    const row = control.closest('tr') as HTMLElement;
    const left: string[] = [];
    for (const [element, style] of [
      [control, 'display:none'],
      [row, 'display:none'],
      [control, 'visibility:hidden'],
      [row, 'visibility:hidden'],
      [control, 'opacity:0'],
      [row, 'opacity:0'],
      [control, 'box-sizing:border-box;width:2px;padding:0;border:0;overflow:hidden'],
      [control, 'position:fixed;left:-300px'],
    ] as const) {
      element.style.cssText = style;
      // Hit tests are dear: a control that stands still has one every fourth frame.
      for (let frame = 0; isRinged() && frame < 4; frame += 1) await painted();
      if (isRinged()) left.push(style);
      element.style.cssText = '';
      for (let frame = 0; !isRinged() && frame < 120; frame += 1) await painted();
      if (!isRinged()) left.push(`${style} undone, and no ring`);
    }
    return left;
  }, null);
  expect(shown).toEqual([]);
  await page.close();
});

const AWAY = '#unbind { position: absolute; left: 40px; top: 300px }';
const FIXED = '#unbind { position: fixed; left: 40px; top: 300px }';
const LARGE =
  '#unbind, #over { position: fixed; left: 40px; top: 300px; width: 200px; height: 50px } #over { background: #ddd }';
const COVERED = `${TABLE}<div id="over"></div>`;
const low = (style: string) => `<div id="clip" style="height:60px;overflow:hidden;${style}">${TABLE}</div>`;

/** Where the control is cut off by what it lies in (design: chains of containing blocks), and where it is not. */
const PLACES: readonly (readonly [name: string, seen: string, css: string, html: string])[] = [
  ['absolute, out of a box that does not hold it', 'shown', AWAY, low('')],
  ['absolute, in a box that holds it', 'off-screen', AWAY, low('position:relative')],
  ['fixed, out of a box that does not hold it', 'shown', FIXED, low('position:relative')],
  ['fixed, in a box that a transform makes hold it', 'off-screen', FIXED, low('transform:translateX(1px)')],
  ['fixed, in a box that is moved by itself', 'off-screen', FIXED, low('translate:1px')],
  ['fixed, in a box that a filter makes hold it', 'off-screen', FIXED, low('filter:grayscale(1)')],
  ['fixed, in a box with depth', 'off-screen', FIXED, low('perspective:500px')],
  ['fixed, in a contained box', 'off-screen', FIXED, low('contain:paint')],
  ['fixed, in a box that announces a transform', 'off-screen', FIXED, low('will-change:transform')],
  [
    'in something absolute, out of a box that does not hold that',
    'shown',
    '',
    `<div style="height:60px;overflow:hidden"><div style="position:absolute;left:40px;top:260px">${TABLE}</div></div>`,
  ],
  [
    'below a body whose overflow is the viewport’s',
    'shown',
    'body { height: 60px; overflow: hidden } h1 { margin-bottom: 90px }',
    TABLE,
  ],
  [
    'below a body that cuts off by itself',
    'off-screen',
    'html, body { overflow: hidden } body { height: 60px } h1 { margin-bottom: 90px }',
    TABLE,
  ],
  [
    'with parts of its own',
    'shown',
    '#unbind span { padding: 20px }',
    TABLE.replace('解除绑定', '<span>解除绑定</span>'),
  ],
  ['that takes no pointer', 'shown', '#unbind { pointer-events: none }', TABLE],
  [
    'under its own label',
    'shown',
    `${LARGE} #over { background: none }`,
    `${TABLE}<label id="over" for="unbind"></label>`,
  ],
  [
    'under a toast that leaves two of five points',
    'shown',
    `${LARGE} #over { clip-path: inset(0 0 0 120px) }`,
    COVERED,
  ],
  [
    'under a veil that leaves one of five points',
    'covered',
    `${LARGE} #over { clip-path: polygon(35% 0, 100% 0, 100% 100%, 0 100%, 0 50%, 35% 50%) }`,
    COVERED,
  ],
];

test('the ring is on what its surroundings leave of a control, and it is said what they do not', async () => {
  const page = await open(listPage());
  const world = await OverlayWorld.mount(page);
  await world.ring('unbind');
  await waitForRing(page, 'unbind');
  for (const [name, seen, css, html] of PLACES) {
    await page.evaluate(
      ([style, body]) => document.body.setHTMLUnsafe(`<style>${style}</style><h1>CA证书管理</h1>${body}`),
      [css, html] as const,
    );
    if (seen === 'shown') await waitForReport(world, name, 'found');
    else await waitForReport(world, name, seen === 'off-screen' ? 'found' : 'missing', seen);
    await waitForRings(page, `ring: ${name}`, seen === 'shown' ? 1 : 0);
    // Between two of them nothing, so that each answer is a new one.
    await page.evaluate(() => document.body.replaceChildren());
    await waitUntil(
      `nothing after ${name}`,
      () => lastReport(world),
      (now) => now?.state === 'missing' && !now.reasons.includes('covered'),
    );
    await waitForRings(page, `no ring after: ${name}`, 0);
  }
  await page.close();
});

test('in a frame of a frame: covered from outside, beside the cover, scrolled out of the window', async () => {
  const page = await openPages({
    '/': '<!doctype html><body style="margin:0"><iframe name="mid" src="/mid" style="width:800px;height:600px;border:60px solid #eee;box-sizing:border-box"></iframe>',
    '/mid':
      '<!doctype html><body style="margin:0"><iframe name="main" src="/main" style="width:600px;height:420px;border:0"></iframe>',
    '/main': listPage(),
  });
  const frame = page.frame('main');
  if (!frame) throw new Error('no frame');
  await frame.locator('#unbind').waitFor();
  const world = await OverlayWorld.mount(page, { frame });
  await world.ring('unbind');
  const { rect } = await waitForRing(page, 'unbind');
  const cover = (dx: number, dy: number) =>
    page.evaluate(
      ([left, top]) => {
        const over =
          document.getElementById('over') ?? document.body.appendChild(document.createElement('div'));
        over.id = 'over';
        over.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:24px;height:24px;background:#123`;
      },
      // The frames' border lies between the control's place in its frame and that in the window.
      [rect.x + rect.width / 2 + 60 - 12 + dx, rect.y + rect.height / 2 + 60 - 12 + dy] as const,
    );
  await cover(0, 0);
  await waitForReport(world, 'covered', 'missing', 'covered');
  await waitForRings(page, 'no ring under the cover', 0);
  await cover(-60, -60);
  await waitForReport(world, 'beside the cover', 'found');
  await waitForRings(page, 'the ring beside the cover', 1);
  await page.evaluate(() => document.querySelector('iframe')?.style.setProperty('margin-top', '2000px'));
  await waitForReport(world, 'below the window', 'found', 'off-screen');
  await waitForRings(page, 'no ring below the window', 0);
  await page.close();
});
