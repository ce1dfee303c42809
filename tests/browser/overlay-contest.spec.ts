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
  HOST,
  OPEN_ROOTS,
  open,
  withBrowser,
} from './overlay-scene';
import { isSamePicture } from './same-picture';

withBrowser();

const lost = (world: OverlayWorld) =>
  world.waitForSent((message) => message.type === 'page.card' && message.state === 'lost');

/** Ends in defeat, plainly told, with nothing of ours left. */
async function expectDefeat(page: Page, world: OverlayWorld) {
  await lost(world);
  await waitForNoCard(page);
  expect(await readRings(page)).toEqual([]);
  expect(await page.evaluate(`${HOST} === null`)).toBe(true);
  // For good: neither the next plan nor the next control opens anything.
  await world.show(showing(UNBIND_PLAN, { target: FOUND }));
  await world.ring('unbind');
  expect(await page.evaluate(`${HOST} === null`)).toBe(true);
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
    await coverTopLayer(page, 'pointer-events:none');
    expect(await page.screenshot({ clip })).not.toEqual(before);
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
      document.body.append(home);
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

  test('faded where there is no top layer to escape to', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page, { before: 'delete HTMLElement.prototype.showPopover' });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    await page.evaluate(() => document.documentElement.style.setProperty('opacity', '0.1'));
    await lost(world);
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

  test('our own parts are no cover where every root is open', async () => {
    const counting = `{ globalThis.looks = 0; globalThis.raised = 0;
      const { elementFromPoint } = Document.prototype;
      Document.prototype.elementFromPoint = function (...at) { looks += 1; return elementFromPoint.apply(this, at); };
      const { showPopover } = HTMLElement.prototype;
      HTMLElement.prototype.showPopover = function () { raised += 1; return showPopover.call(this); } }`;
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page, { before: OPEN_ROOTS + counting });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    const [looks, raised] = await world.ask<[number, number]>('[looks, raised]');
    // Three points of the card, looked at three times.
    await waitUntil(
      'the card looked at',
      () => world.ask<number>('looks'),
      (now) => now >= looks + 9,
    );
    expect(await world.ask<number>('raised')).toBe(raised);
    await page.close();
  });
});
