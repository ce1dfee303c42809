/**
 * Pages that fight us for the card (issue 4): removed, hidden, covered or faded it is put right, and every fight has
 * an end, which is told. What a page may not say or learn: overlay-hostile.spec.ts.
 */
import { expect, type Page, test } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { clickInCard, readRings, waitForCard, waitForNoCard } from '@/tests/e2e/harness/overlay';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import {
  cardElement,
  expectRingOn,
  FOUND,
  guided,
  HASTY,
  HOST,
  OPEN_ROOTS,
  open,
  withBrowser,
} from './overlay-scene';
import { isSamePicture } from './same-picture';

withBrowser();

/** An engine below Chromium 114. */
const NO_TOP_LAYER = 'delete HTMLElement.prototype.showPopover;';
/** Our looks are counted. */
const COUNTED = HASTY.replace('ms / 50', 'ms');
/** The clock by which fights are counted says that they lie far apart. */
const LONG_BETWEEN =
  ';{ const now = performance.now.bind(performance); performance.now = () => now() * 1000; }';

const lost = (world: OverlayWorld) =>
  world.waitForSent((message) => message.type === 'page.card' && message.state === 'lost');

/** Ends in defeat, plainly told, with nothing of ours left. */
async function expectDefeat(page: Page, world: OverlayWorld) {
  await lost(world);
  await waitForNoCard(page);
  expect(await readRings(page)).toEqual([]);
  expect(await page.evaluate(`${HOST} === null`)).toBe(true);
  // For good: neither the next plan nor the next control opens anything, not for a moment.
  await page.evaluate(() => {
    const back: number[] = [];
    Object.assign(window, { back });
    new MutationObserver((records) => back.push(records.length)).observe(document.documentElement, {
      childList: true,
    });
  });
  await world.show(showing(UNBIND_PLAN, { target: FOUND }));
  await world.ring('unbind');
  expect(await page.evaluate(`[${HOST}, back.length]`)).toEqual([null, 0]);
  const told = (await world.sent()).filter(
    (message) => message.type === 'page.card' && message.state === 'lost',
  );
  expect(told).toHaveLength(1);
}

test.describe('it is noticed and put right', () => {
  for (const [what, act] of [
    ['removed', `${HOST}.remove()`],
    ['moved elsewhere', `document.querySelector('td').append(${HOST})`],
    ['hidden by an inline style', `${HOST}.style.cssText = 'display:none!important;opacity:0!important'`],
    ['made inert', `${HOST}.inert = true`],
    ['hidden', `${HOST}.hidden = true`],
    ['its popover closed', `${HOST}.hidePopover()`],
    ['its popover attribute taken away', `${HOST}.removeAttribute('popover')`],
    ['made a popover that a click beside it closes', `${HOST}.popover = 'auto', ${HOST}.showPopover()`],
    [
      'given a class, a role and a name',
      `Object.assign(${HOST}, { className: 'x', ariaLabel: 'x', id: 'x' })`,
    ],
  ] as const) {
    test(what, async () => {
      const { page, world } = await guided(listPage());
      await page.evaluate(act);
      await waitUntil(
        'the bare host at its place, in the top layer',
        () => page.evaluate(`${HOST}?.matches(':popover-open') ? ${HOST}.outerHTML : ''`),
        (html) => html === '<div popover="manual"></div>',
      );
      await clickInCard(page, '[data-action="say-done"]');
      await world.waitForSent((message) => message.type === 'page.said');
      await expectRingOn(page, '#unbind');
      await page.close();
    });
  }

  test('a cover that takes the clicks, opened later in the top layer by a closed shadow root', async () => {
    const page = await open(listPage());
    // By the hit tests alone: Chromium's observer would find it too, and no other browser has one.
    const world = await OverlayWorld.mount(page, {
      before: 'delete IntersectionObserverEntry.prototype.isVisible',
    });
    await world.show(showing(UNBIND_PLAN, { target: FOUND }));
    await waitForCard(page, {});
    await coverTopLayer(page, '');
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    await page.close();
  });

  test('a cover that lets the clicks through, which no hit test finds', async () => {
    const { page } = await guided(listPage());
    const clip = await insideCard(page);
    const before = await page.screenshot({ clip });
    await page.evaluate(`Object.assign(window, { raised: 0 });
      ${HOST}.addEventListener('beforetoggle', ({ newState }) => { if (newState === 'open') window.raised += 1 })`);
    await coverTopLayer(page, 'pointer-events:none');
    // Not by a picture of the cover: it may be gone before it is taken.
    await page.waitForFunction('raised > 0');
    await waitUntil(
      'the card on top again',
      async () => isSamePicture(page, await page.screenshot({ clip }), before),
      (same) => same,
    );
    await page.close();
  });

  test('transparent, blurred, clipped, turned: none of it reaches the top layer', async () => {
    const { page } = await guided(listPage());
    const clip = await insideCard(page);
    const before = await page.screenshot({ clip });
    for (const style of [
      'opacity: 0',
      'filter: blur(9px) opacity(0)',
      'clip-path: inset(50%)',
      'transform: rotate(30deg)',
      'mix-blend-mode: difference',
      'mask: linear-gradient(transparent, transparent)',
      'visibility: hidden',
    ]) {
      await page.evaluate((css) => {
        document.documentElement.style.cssText = css;
      }, style);
      const now = await page.screenshot({ clip });
      expect(await isSamePicture(page, before, now), style).toBe(true);
    }
    await page.close();
  });
});

/** The card's place within its border, where the page does not shine through. */
async function insideCard(page: Page) {
  const { x = 0, y = 0, width = 99, height = 99 } = (await cardElement(page))?.rect ?? {};
  return { x: x + 12, y: y + 12, width: width - 24, height: height - 24 };
}

/** A popover over everything, out of a closed shadow root: no event of it reaches the document. */
async function coverTopLayer(page: Page, css: string, isStubborn = false): Promise<void> {
  await page.evaluate(
    ([style, stubborn]) => {
      const home = document.createElement('p');
      const root = home.attachShadow({ mode: 'closed' });
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = `position:fixed;inset:0;width:auto;height:auto;border:0;background:#eee;${style}`;
      root.append(cover);
      (document.querySelector('dialog[open]') ?? document.body).append(home);
      cover.showPopover();
      // Our host tells by its own events when it went above.
      const again = () => {
        cover.hidePopover();
        cover.showPopover();
      };
      if (stubborn) document.addEventListener('toggle', again, true);
    },
    [css, isStubborn] as const,
  );
}

test.describe('every fight has an end, and it is told', () => {
  test('removed again and again', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => {
      const remove = () => document.querySelector('html > div[popover]')?.remove();
      new MutationObserver(remove).observe(document.documentElement, { childList: true });
      remove();
    });
    await expectDefeat(page, world);
    await page.close();
  });

  for (const [what, act] of [
    ['taken out', `${HOST}.remove()`],
    ['put elsewhere', `document.querySelector('td').append(${HOST})`],
    ['given a class', `${HOST}.className = 'x'`],
    ['taken out of the top layer', `${HOST}.hidePopover()`],
    [
      'its document begun anew',
      `document.open(); document.write('<!doctype html><title>x</title><p>x'); document.close()`,
    ],
  ] as const)
    test(`${what} nine times, each time after it came back`, async () => {
      const { page, world } = await guided(listPage());
      await page.evaluate(`(async () => {
        for (let time = 0; time < 9; time += 1) {
          ${act};
          for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
        }
      })()`);
      await expectDefeat(page, world);
      await page.close();
    });

  test('covered again and again', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto';
      document.body.append(cover);
      const again = ({ target }: Event) => {
        if (target === cover) return;
        cover.hidePopover();
        cover.showPopover();
      };
      document.addEventListener('toggle', again, true);
      cover.showPopover();
    });
    await expectDefeat(page, world);
    await page.close();
  });

  test('covered out of sight of every event', async () => {
    test.slow();
    const { page, world } = await guided(listPage());
    await coverTopLayer(page, 'pointer-events:none', true);
    await waitUntil(
      'defeat',
      async () =>
        (await world.sent()).some((message) => message.type === 'page.card' && message.state === 'lost'),
      Boolean,
      60_000,
    );
    await expectDefeat(page, world);
    await page.close();
  });

  test('the document not rendered at all', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => document.documentElement.style.setProperty('display', 'none', 'important'));
    await expectDefeat(page, world);
    await page.close();
  });

  // Chromium's observer would find it too, and no other browser has one.
  const UNOBSERVED = 'delete IntersectionObserverEntry.prototype.isVisible;';
  const fade = (page: Page, selector: string, opacity: string) =>
    page.evaluate(
      ([of, value]) => document.querySelector<HTMLElement>(of)?.style.setProperty('opacity', value),
      [selector, opacity] as const,
    );

  test('faded where there is no top layer to escape to: all of the page, or its dialog with us in it', async () => {
    for (const faded of ['html', 'dialog']) {
      const page = await open(listPage({ extra: '<dialog>提示</dialog>' }));
      const world = await OverlayWorld.mount(page, { before: NO_TOP_LAYER + UNOBSERVED + HASTY });
      await world.show(showing(UNBIND_PLAN));
      await waitForCard(page, {});
      if (faded === 'dialog') {
        await page.evaluate(() => document.querySelector('dialog')?.showModal());
        await page.waitForFunction(() => document.querySelector('dialog > div') !== null);
      }
      await fade(page, faded, '0.3');
      await lost(world);
      await page.close();
    }
  });

  test('in the page’s dialog a faded page is no fight, even where the host has no top layer of its own', async () => {
    const page = await open(listPage({ extra: '<dialog>提示</dialog>' }));
    const world = await OverlayWorld.mount(page, { before: NO_TOP_LAYER + HASTY });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await page.waitForFunction(() => document.querySelector('dialog > div') !== null);
    await fade(page, 'html', '0');
    const looks = await world.ask<number>('looks');
    await waitUntil(
      'many looks',
      () => world.ask<number>('looks'),
      (now) => now >= looks + 60,
    );
    expect(
      (await world.sent()).flatMap((message) => (message.type === 'page.card' ? [message.state] : [])),
    ).toEqual(['shown']);
    await page.close();
  });

  test('covered inside the page’s own dialog: a fight like any other', async () => {
    const page = await open(listPage({ extra: '<dialog>提示</dialog>' }));
    const world = await OverlayWorld.mount(page, { before: HASTY + LONG_BETWEEN });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await page.waitForFunction(() => document.querySelector('dialog > div[popover]') !== null);
    await coverTopLayer(page, '', true);
    await lost(world);
    await page.close();
  });

  test('a page that does not show itself while it loads, and one that stays faded, are no fight', async () => {
    const page = await open(listPage());
    // Counted where they are made: on a slow machine a test would hear of them too late.
    const world = await OverlayWorld.mount(page, {
      before: `globalThis.hear = () => {}; { const { setInterval: slow } = globalThis;
        globalThis.setInterval = (look, ms) => slow(() => { look(); if (ms === 700) hear(); }, ms / 50); }
        globalThis.passLooks = (count) => new Promise((done) => { hear = () => { if (!--count) done(); }; });`,
    });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    // Hidden for eight looks of the host; from then on faded, which is out of the page’s reach, for however long.
    await world.ask(`(() => {
      const { style } = document.documentElement;
      style.setProperty('display', 'none', 'important');
      return passLooks(8).then(() => { style.cssText = 'opacity: 0'; return passLooks(40); });
    })()`);
    // By the host: to those who ask for the page's opacity the card is not seen, and to the eye it is.
    expect(await page.evaluate(`${HOST}?.matches(':popover-open')`)).toBe(true);
    expect(
      (await world.sent()).flatMap((message) => (message.type === 'page.card' ? [message.state] : [])),
    ).toEqual(['shown']);
    await page.close();
  });

  for (const [what, css, act] of [
    ['was never seen whole by the engine’s measure', 'html { filter: grayscale(0.1) }', '0'],
    [
      'is scrolled out of sight',
      'html { transform: translateX(1px) } body { height: 4000px }',
      'scrollTo(0, 2500)',
    ],
  ] as const)
    test(`without a top layer, a card that ${what} is not fought for`, async () => {
      const page = await open(listPage({ head: `<style>${css}</style>` }));
      const world = await OverlayWorld.mount(page, { before: NO_TOP_LAYER + HASTY });
      await world.show(showing(UNBIND_PLAN));
      await waitForCard(page, {});
      // So long the engine takes at most to tell that it sees the card.
      const passLooks = async () => {
        const looks = await world.ask<number>('looks');
        await waitUntil(
          'many looks',
          () => world.ask<number>('looks'),
          (now) => now >= looks + 60,
        );
      };
      await passLooks();
      await page.evaluate(act);
      await page.evaluate(() => {
        const raised: number[] = [];
        Object.assign(window, { raised });
        new MutationObserver((records) => raised.push(records.length)).observe(document.documentElement, {
          childList: true,
        });
      });
      await passLooks();
      expect(await page.evaluate('raised')).toEqual([]);
      await page.close();
    });

  test('a cover that goes with the card leaves no fight behind', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page, { before: `${NO_TOP_LAYER}${COUNTED}` });
    await world.show(showing(UNBIND_PLAN, { target: FOUND }));
    await world.ring('unbind');
    await waitForCard(page, {});
    await page.evaluate(() => {
      const raised: number[] = [];
      Object.assign(window, { raised });
      new MutationObserver((records) => raised.push(records.length)).observe(document.documentElement, {
        childList: true,
      });
    });
    await coverTopLayer(page, 'pointer-events:none');
    await page.waitForFunction('raised.length > 0');
    await world.show(showing({ kind: 'silent' }));
    await page.evaluate(() => document.querySelector('body > p:last-of-type')?.remove());
    await waitForNoCard(page);
    await page.evaluate('raised.length = 0');
    const looks = await world.ask<number>('looks');
    // Two looks of the host among them.
    await waitUntil(
      'looks',
      () => world.ask<number>('looks'),
      (now) => now >= looks + 9,
    );
    expect(await page.evaluate('raised')).toEqual([]);
    await page.close();
  });

  test('the page’s own menu: gone above when it opens, left alone when it closes', async () => {
    const page = await open(listPage({ extra: '<div id="menu" popover="manual">菜单</div>' }));
    const world = await OverlayWorld.mount(page, {
      before: `globalThis.raised = 0; { const { showPopover } = HTMLElement.prototype;
        HTMLElement.prototype.showPopover = function () { raised += 1; return showPopover.call(this); } }`,
    });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    const before = await world.ask<number>('raised');
    await page.evaluate(async () => {
      const menu = document.getElementById('menu');
      for (const act of ['showPopover', 'hidePopover'] as const) {
        const heard = new Promise((done) => menu?.addEventListener('toggle', done, { once: true }));
        menu?.[act]();
        await heard;
        await new Promise(requestAnimationFrame);
      }
    });
    expect(await world.ask<number>('raised')).toBe(before + 1);
    await page.close();
  });

  test('a page that opens and closes its own dialogs is no fight', async () => {
    const { page, world } = await guided(listPage({ extra: '<dialog>提示</dialog>' }));
    for (let round = 0; round < 10; round += 1) {
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await page.waitForFunction(() => document.querySelector('dialog > div[popover]') !== null);
      await page.evaluate(() => document.querySelector('dialog')?.close());
      await page.waitForFunction(() => document.querySelector('html > div[popover]') !== null);
    }
    // Many libraries make a dialog anew for each question and throw it away, with us in it.
    await page.evaluate(async () => {
      const until = async (selector: string) => {
        while (!document.querySelector(selector)) await new Promise(requestAnimationFrame);
      };
      for (let round = 0; round < 10; round += 1) {
        const dialog = document.body.appendChild(document.createElement('dialog'));
        dialog.showModal();
        await until('dialog > div[popover]');
        dialog.remove();
        await until('html > div[popover]');
      }
    });
    const states = (await world.sent()).flatMap((message) =>
      message.type === 'page.card' ? [message.state] : [],
    );
    expect(states).toEqual(['shown']);
    await page.close();
  });

  for (const roots of ['closed', 'open'])
    test(`our own parts are no cover, their root being ${roots}`, async () => {
      const counting = `{ globalThis.hits = 0; globalThis.raised = 0;
      const { elementFromPoint } = Document.prototype;
      Document.prototype.elementFromPoint = function (...at) { hits += 1; return elementFromPoint.apply(this, at); };
      const { showPopover } = HTMLElement.prototype;
      HTMLElement.prototype.showPopover = function () { raised += 1; return showPopover.call(this); } }`;
      const page = await open(listPage());
      const world = await OverlayWorld.mount(page, {
        before: HASTY + (roots === 'open' ? OPEN_ROOTS : '') + counting,
      });
      await world.show(showing(UNBIND_PLAN));
      await waitForCard(page, {});
      const [looks, raised] = await world.ask<[number, number]>('[hits, raised]');
      // Three points of the card, looked at three times.
      await waitUntil(
        'the card looked at',
        () => world.ask<number>('hits'),
        (now) => now >= looks + 9,
      );
      expect(await world.ask<number>('raised')).toBe(raised);
      await page.close();
    });
});
