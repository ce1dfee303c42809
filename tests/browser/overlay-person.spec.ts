/** The card for every person: axe, keyboard, small windows, paper. */
import { expect, test } from '@playwright/test';
import {
  CHOOSE_PLAN,
  FINISHED_PLAN,
  HELD_PLAN,
  LATE_PLAN,
  showing,
  UNBIND_PLAN,
} from '@/components/card/sample-plans';
import type { ShowCard } from '@/lib/messaging/contract';
import { axeOn } from '@/tests/e2e/harness/accessible';
import { clickInCard, waitForCard, waitForNoCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import {
  cardElement,
  FOUND,
  focusInCard,
  guided,
  OPEN_ROOTS,
  open,
  openPages,
  rectOf,
  withBrowser,
} from './overlay-scene';

withBrowser();

test.describe('for every person', () => {
  const STATES: readonly ShowCard[] = [
    showing(UNBIND_PLAN, { target: FOUND }),
    showing(HELD_PLAN, { preview: '2023-09-20', namespace: 'preview', largeType: true }),
    showing(LATE_PLAN, { recording: false }),
    showing(FINISHED_PLAN),
    showing(CHOOSE_PLAN),
    showing(UNBIND_PLAN, { target: { ...FOUND, reasons: ['off-screen'] }, numbered: 7 }),
    showing(UNBIND_PLAN, { target: { state: 'ambiguous', label: null, place: null } }),
    showing(HELD_PLAN, { target: { state: 'missing', label: null, place: null, reasons: ['covered'] } }),
  ];

  // Text of twice the size is the browser's zoom: half as many pixels, since nothing of ours follows the page.
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1024, 600],
      [512, 300],
    ] as const)
      test(`axe finds nothing to object to, in any state: ${colorScheme}, ${width}×${height}`, async () => {
        const page = await open(listPage(), { width, height });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // axe cannot enter a closed root; everything else is as released.
        const world = await OverlayWorld.mount(page, { before: OPEN_ROOTS });
        const expectNone = async (state: string) => {
          const { violations } = await axeOn(page).include('div[popover]').analyze();
          expect(violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)])).toEqual([]);
        };
        for (const state of STATES) {
          const step = state.plan.kind === 'guide' ? state.plan.step : state.plan.kind;
          await world.show(state);
          await waitForCard(page, { step });
          await expectNone(step);
        }
        await world.show(showing(UNBIND_PLAN, { target: FOUND }));
        for (const action of ['show-history', 'show-evidence', 'show-contacts'])
          await clickInCard(page, `[data-action="${action}"]`);
        await expectNone('everything unfolded');
        await world.show({ type: 'show.numbers', request: 'n', first: 1 });
        await clickInCard(page, '[data-action="minimise"]');
        await waitUntil(
          'the tab',
          () => cardElement(page),
          (card) => card?.attributes['data-minimised'] === 'true',
        );
        await expectNone('a tab');
        await page.close();
      });

  test('everything works by keyboard, and the focus does not get lost', async () => {
    const { page, world } = await guided(listPage());
    const focused = () => focusInCard(page);
    const reached: (string | null | undefined)[] = [];
    for (let press = 0; press < 12 && reached.at(-1) !== 'show-contacts'; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(reached.filter(Boolean)).toEqual([
      'move',
      'minimise',
      'say-done',
      'show-troubles',
      'show-evidence',
      'show-history',
      'choose-guide',
      'show-contacts',
    ]);
    for (let press = 0; press < 12 && (await focused()) !== 'say-done'; press += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await world.waitForSent((message) => message.type === 'page.said');
    await world.show(showing(FINISHED_PLAN));
    await waitForCard(page, { step: 'seal' });
    expect(await focused()).toBe('card');
    await page.close();
  });

  test('a new step leaves the keyboard where the person took it meanwhile', async () => {
    const { page, world } = await guided(listPage({ extra: '<input id="name">' }));
    for (let press = 0; press < 8 && (await focusInCard(page)) !== 'say-done'; press += 1)
      await page.keyboard.press('Tab');
    expect(await focusInCard(page)).toBe('say-done');
    await page.locator('#name').focus();
    await world.show(showing(FINISHED_PLAN));
    await waitForCard(page, { step: 'seal' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
    await page.close();
  });
});

test.describe('room', () => {
  test('the card never covers the ringed control, in any corner', async () => {
    for (const [x, y] of [
      [1150, 600],
      [100, 600],
      [1150, 60],
      [60, 60],
    ] as const) {
      const place = `<style>#unbind { position: fixed; left: ${x}px; top: ${y}px }</style>`;
      const { page } = await guided(listPage({ head: place }));
      await waitUntil(
        'the card beside the control',
        async () => ({ card: (await cardElement(page))?.rect, control: await rectOf(page, '#unbind') }),
        ({ card, control }) =>
          card !== undefined &&
          (control.x + control.width <= card.x ||
            card.x + card.width <= control.x ||
            control.y + control.height <= card.y ||
            card.y + card.height <= control.y),
      );
      await page.close();
    }
  });

  test('it leaves a control in a frame that it lies over', async () => {
    const place = '<style>#unbind { position: fixed; right: 60px; bottom: 90px }</style>';
    const page = await openPages({
      '/': '<!doctype html><body style="margin:0"><iframe name="main" src="/main" style="width:100vw;height:100vh;border:0">',
      '/main': listPage({ head: place }),
    });
    const top = await OverlayWorld.mount(page);
    const target = { ...FOUND, place: 'inner' } as const;
    await top.show(showing(UNBIND_PLAN, { target }));
    await waitForCard(page, {});
    const frame = page.frame('main');
    if (!frame) throw new Error('no frame');
    const inner = await OverlayWorld.mount(page, { frame });
    await inner.ring('unbind');
    const covered = await inner.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('under-card'),
    );
    if (covered.type !== 'page.target') throw new Error('no answer');
    await top.show(showing(UNBIND_PLAN, { target: { ...target, reasons: covered.report.reasons } }));
    await inner.waitForSent(
      (message) =>
        message.type === 'page.target' &&
        message.report.reasons.length === 0 &&
        message.report.state === 'found',
    );
    await waitForRing(page, 'unbind');
    await page.close();
  });

  test('it becomes a tab where there is no room beside its target, and can be opened', async () => {
    const wide =
      '<style>#unbind { position: fixed; left: 20px; right: 20px; top: 110px; height: 90px }</style>';
    const { page, world } = await guided(listPage({ head: wide }), { width: 400, height: 310 });
    const card = await waitForCard(page, {});
    await waitUntil(
      'a tab',
      () => cardElement(page),
      (now) => now?.attributes['data-minimised'] === 'true',
    );
    expect(card.step).toBe('unbind-old');
    const isTab = async () => (await cardElement(page))?.attributes['data-minimised'] === 'true';
    // With the ring its reason goes, and comes back with it.
    await world.show({ type: 'show.point', request: 'none', target: null, page: 'ca-list', taught: null });
    await waitUntil('the whole card', isTab, (tab) => !tab);
    await world.ring('unbind');
    await waitUntil('the tab again', isTab, Boolean);
    await clickInCard(page, '[data-action="restore"]');
    await waitForCard(page, { says: '请在原CA那一行' });
    // The ring finds itself under the card; the person's wish stands all the same.
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('under-card'),
    );
    // It would fold up a few frames later, each time the ring tells where it is.
    const [root] = await readOverlayRoots(page);
    const folded = await root?.call(async (shadow: ShadowRoot) => {
      let times = 0;
      for (let frame = 0; frame < 60; frame += 1) {
        await new Promise(requestAnimationFrame);
        if (shadow.querySelector('[data-part="card"][data-minimised]')) times += 1;
      }
      return times;
    }, null);
    expect(folded).toBe(0);
    await page.close();
  });

  test('1024×600 and twice the zoom: everything can be scrolled to and pressed', async () => {
    for (const [width, height] of [
      [1024, 600],
      [512, 300],
    ] as const) {
      const page = await open(listPage(), { width, height });
      const world = await OverlayWorld.mount(page);
      await world.show(showing(HELD_PLAN, { largeType: true, preview: '2023-09-20', namespace: 'preview' }));
      await waitForCard(page, {});
      // Of a small window, header and telephone leave the step more than a line or two.
      const room = await (await readOverlayRoots(page))[0]?.call(
        (shadow: ShadowRoot) => shadow.querySelector('.body')?.clientHeight ?? 0,
        null,
      );
      expect(room).toBeGreaterThanOrEqual(80);
      const rect = (await cardElement(page))?.rect ?? { x: -1, y: -1, width: 0, height: 0 };
      expect(rect.x).toBeGreaterThanOrEqual(0);
      expect(rect.y).toBeGreaterThanOrEqual(0);
      expect(rect.x + rect.width).toBeLessThanOrEqual(width);
      expect(rect.y + rect.height).toBeLessThanOrEqual(height);
      await clickInCard(page, '[data-question="old-kept"][data-action="answer-yes"]');
      const said = await world.waitForSent((message) => message.type === 'page.said');
      expect(said).toMatchObject({ word: { kind: 'answer', question: 'old-kept', answer: 'yes' } });
      await page.close();
    }
  });

  test('it is not printed', async () => {
    const { page } = await guided(listPage());
    await page.emulateMedia({ media: 'print' });
    await waitForNoCard(page);
    await page.close();
  });
});
