/**
 * Card and ring on pages that do what real ones do (field-notes §7): each case is one that popular tour
 * libraries get wrong. No extension: the same modules, in an isolated world, over a port of memory.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  CHOOSE_PLAN,
  FINISHED_PLAN,
  HELD_PLAN,
  LATE_PLAN,
  showing,
  UNBIND_PLAN,
} from '@/components/card/sample-plans';
import type { ShowCard } from '@/lib/messaging/contract';
import { clickInCard, readRings, waitForCard, waitForNoCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage, TABLE } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import {
  cardElement,
  expectRingOn,
  FOUND,
  focusInCard,
  guided,
  open,
  openPages,
  rectOf,
  withBrowser,
} from './overlay-scene';

withBrowser();

test.describe('the page is left alone', () => {
  test('the document differs by one bare host element, and by nothing once we go', async () => {
    const page = await open(listPage());
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const world = await OverlayWorld.mount(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await world.show(showing(UNBIND_PLAN, { target: FOUND }));
    await world.ring('unbind');
    await waitForRing(page, 'unbind');
    const host = '<div popover="manual"></div>';
    const during = await page.evaluate(() => document.documentElement.outerHTML);
    expect(during).toBe(
      before.replace('</body></html>', `</body>${host}</html>`).replace('</html>', '</html>'),
    );
    await world.end();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });

  test('Tab reaches the page’s own stops in the same order, the password field among them', async () => {
    const extra = '<p><input id="name"><input id="pin" type="password"><a id="link" href="#x">x</a></p>';
    const page = await open(listPage({ extra }));
    const order = async () => {
      const stops: string[] = [];
      for (let press = 0; press < 20; press += 1) {
        await page.keyboard.press('Tab');
        const id = await page.evaluate(() => document.activeElement?.id ?? '');
        if (stops.includes(id) && id !== '') break;
        if (id) stops.push(id);
      }
      return stops;
    };
    const before = await order();
    expect(before).toEqual(['unbind', 'name', 'pin', 'link']);
    await page.reload();
    const world = await OverlayWorld.mount(page);
    await world.show(showing(HELD_PLAN));
    await waitForCard(page, {});
    expect(await order()).toEqual(before);
    await page.close();
  });

  test('nothing of the page is shifted when card and ring come and go', async () => {
    const page = await open(listPage());
    await page.evaluate(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift' });
    });
    const world = await OverlayWorld.mount(page);
    await world.show(showing(HELD_PLAN));
    await world.ring('unbind');
    await waitForRing(page, 'unbind');
    await world.show(showing({ kind: 'silent' }));
    await waitForNoCard(page);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    await page.close();
  });

  test('clicks pass under the ring and beside the card, trusted and undelayed', async () => {
    const { page } = await guided(listPage());
    await page.evaluate(() => {
      const clicks: boolean[] = [];
      Object.assign(window, { clicks });
      document.getElementById('unbind')?.addEventListener('click', (event) => clicks.push(event.isTrusted));
    });
    await page.locator('#unbind').click();
    expect(await page.evaluate(() => (window as unknown as { clicks: boolean[] }).clicks)).toEqual([true]);
    await page.close();
  });

  test('what is done in the card does not bubble into the page', async () => {
    const { page } = await guided(listPage());
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['click', 'mousedown', 'keydown', 'focusin']) {
        document.addEventListener(type, () => heard.push(type));
      }
    });
    await clickInCard(page, '[data-action="show-history"]');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.close();
  });
});

test.describe('the ring is where the control is', () => {
  test('after scrolling, a shift of layout, a transform, zoom, and a new node', async () => {
    const { page } = await guided(listPage({ extra: '<div style="height:3000px"></div>' }));
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => window.scrollTo(0, 40));
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => document.querySelector('h1')?.style.setProperty('margin-top', '90px'));
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => {
      document.body.style.transformOrigin = '0 0';
      document.body.style.transform = 'translate(13px, 7px) scale(1.25)';
    });
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => document.body.style.setProperty('zoom', '0.8'));
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'));
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => document.documentElement.style.removeProperty('zoom'));
    await page.evaluate((table) => {
      const old = document.querySelector('table');
      const box = document.createElement('div');
      box.style.paddingTop = '33px';
      box.setHTMLUnsafe(table);
      old?.replaceWith(box);
    }, TABLE);
    await expectRingOn(page, '#unbind');
    await page.close();
  });

  test('in the very frame in which layout shifts, thirty times in a row', async () => {
    const { page } = await guided(listPage());
    const [root] = await readOverlayRoots(page);
    // Measured in a task after the frame's callbacks: what it reads is what was painted.
    const worst = await root?.call(async (shadow: ShadowRoot) => {
      const heading = document.querySelector('h1');
      const control = document.getElementById('unbind');
      let most = 0;
      for (let shift = 1; shift <= 30; shift += 1) {
        heading?.style.setProperty('margin-top', `${shift * 7}px`);
        await new Promise(requestAnimationFrame);
        await new Promise((done) => setTimeout(done));
        const ring = shadow.querySelector('[data-part="ring"]:not([hidden])')?.getBoundingClientRect();
        const target = control?.getBoundingClientRect();
        most = Math.max(
          most,
          ring && target ? Math.abs(ring.y - target.y) + Math.abs(ring.x - target.x) : 1e9,
        );
      }
      return most;
    }, null);
    expect(worst).toBeLessThan(0.1);
    await page.close();
  });

  test('after it stood still for long, whatever moves it', async () => {
    const { page } = await guided(listPage());
    const [root] = await readOverlayRoots(page);
    const worst = await root?.call(async (shadow: ShadowRoot) => {
      const painted = async () => {
        await new Promise(requestAnimationFrame);
        await new Promise((done) => setTimeout(done));
      };
      const still = async () => {
        for (let frame = 0; frame < 45; frame += 1) await painted();
      };
      const off = () => {
        const ring = shadow.querySelector('[data-part="ring"]:not([hidden])')?.getBoundingClientRect();
        const control = document.getElementById('unbind')?.getBoundingClientRect();
        return ring && control ? Math.abs(ring.y - control.y) + Math.abs(ring.x - control.x) : 1e9;
      };
      const heading = document.querySelector('h1');
      await still();
      heading?.style.setProperty('margin-top', '77px');
      await painted();
      const byDocument = off();
      await still();
      // Announces itself by nothing; seen one frame later.
      heading?.animate([{ marginTop: '77px' }, { marginTop: '160px' }], { duration: 1, fill: 'forwards' });
      for (let frame = 0; frame < 4; frame += 1) await painted();
      return { byDocument, byAnimation: off() };
    }, null);
    expect(worst?.byDocument).toBeLessThan(0.1);
    expect(worst?.byAnimation).toBeLessThan(0.1);
    await page.close();
  });

  test('in a scrolled container, cut where the container cuts the control', async () => {
    const scroller = `<div id="box" style="height:160px;overflow:auto;border:1px solid">
      <div style="height:200px"></div>${TABLE}<div style="height:600px"></div></div>`;
    const html = listPage().replace(TABLE, scroller);
    const page = await open(html);
    const world = await OverlayWorld.mount(page);
    await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 180));
    await world.ring('unbind');
    await waitForRing(page, 'unbind');
    await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 200));
    await expectRingOn(page, '#unbind');
    await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 600));
    await waitUntil(
      'no ring on a control that is scrolled away',
      () => readRings(page),
      (rings) => rings.length === 0,
    );
    const answer = await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('off-screen'),
    );
    expect(answer).toMatchObject({ report: { state: 'found' } });
    await page.close();
  });

  test('without the top layer, in a transformed document', async () => {
    const page = await open(listPage({ head: '<style>html { transform: translateX(30px) }</style>' }));
    // An engine below Chromium 114.
    const world = await OverlayWorld.mount(page, { before: 'delete HTMLElement.prototype.showPopover' });
    await world.ring('unbind');
    await waitForRing(page, 'unbind');
    await expectRingOn(page, '#unbind');
    await page.close();
  });
});

test.describe('the ring goes when the control does', () => {
  const gone = async (page: Page) =>
    waitUntil(
      'the ring to go',
      () => readRings(page),
      (rings) => rings.length === 0,
    );

  test('removed: an error page in its place', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => document.querySelector('table')?.replaceWith('系统繁忙，请稍后再试'));
    await gone(page);
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.state === 'missing',
    );
    await page.close();
  });

  test('relabelled: 解除绑定 becomes 绑定', async () => {
    const { page, world } = await guided(listPage());
    const [root] = await readOverlayRoots(page);
    const isHidden = await root?.call(async (shadow: ShadowRoot) => {
      const frame = () => new Promise(requestAnimationFrame);
      // Any change makes us look, and then not again for a while: the next one must not have to wait.
      document.body.append('一');
      await frame();
      await frame();
      document.getElementById('unbind')?.replaceChildren('绑定');
      await frame();
      // A task after the frame's callbacks: what it reads is what was painted.
      await new Promise((done) => setTimeout(done));
      return shadow.querySelector('[data-part="ring"]:not([hidden])') === null;
    }, null);
    expect(isHidden).toBe(true);
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.state === 'missing',
    );
    await page.close();
  });

  test('a second one like it appears', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => {
      const row = document.querySelector('tbody tr');
      row?.after(row.cloneNode(true));
    });
    await gone(page);
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.state === 'ambiguous',
    );
    await page.close();
  });

  test('covered by the page, and back when the cover is lifted', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => {
      const veil = document.createElement('div');
      veil.id = 'veil';
      veil.style.cssText = 'position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:9999';
      document.body.append(veil);
    });
    await gone(page);
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('covered'),
    );
    await page.evaluate(() => document.getElementById('veil')?.remove());
    await waitForRing(page, 'unbind');
    await page.close();
  });

  test('a dialog opens over it, and back when it closes; the row behind was replaced meanwhile', async () => {
    const dialog =
      '<dialog id="ask"><p>确定解除绑定该CA证书吗？</p><button>取消</button><button>确定</button></dialog>';
    const { page, world } = await guided(listPage({ extra: dialog }));
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await gone(page);
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('behind-a-dialog'),
    );
    await page.evaluate(() => {
      const row = document.querySelector('tbody tr');
      row?.replaceWith(row.cloneNode(true));
      document.querySelector('dialog')?.close();
    });
    await waitForRing(page, 'unbind');
    await expectRingOn(page, '#unbind');
    await page.close();
  });

  test('a hidden first match is not pointed at', async () => {
    const extra = `<div hidden>${TABLE.replaceAll('id="unbind"', 'id="hidden"')}</div>`;
    const { page } = await guided(listPage().replace(TABLE, extra + TABLE));
    await expectRingOn(page, '#unbind');
    await page.close();
  });
});

test.describe('the card stays, and stays itself', () => {
  test('inside a modal dialog while one is open, and usable there', async () => {
    const { page, world } = await guided(
      listPage({
        extra:
          '<dialog id="d"><p>提示</p><button onclick="this.closest(\'dialog\').close()">好</button></dialog>',
      }),
    );
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await waitUntil(
      'the host in the dialog',
      () => page.evaluate(() => document.querySelector('dialog > div[popover]') !== null),
      Boolean,
    );
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    await page.getByRole('button', { name: '好' }).click();
    await waitUntil(
      'the host back at the root',
      () => page.evaluate(() => document.querySelector('html > div[popover]') !== null),
      Boolean,
    );
    await clickInCard(page, '[data-action="say-done"]');
    await page.close();
  });

  test('above the second of two modal dialogs, and one inside a shadow root', async () => {
    const { page, world } = await guided(
      listPage({ extra: '<dialog id="a">一</dialog><dialog id="b">二</dialog><div id="s"></div>' }),
    );
    // The later one in time comes earlier in the document.
    await page.evaluate(() => {
      for (const id of ['b', 'a']) (document.getElementById(id) as HTMLDialogElement).showModal();
    });
    expect(await page.locator('#a > div[popover]').count()).toBe(1);
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    await page.evaluate(() => {
      const root = document.getElementById('s')?.attachShadow({ mode: 'open' });
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none';
      root?.append(dialog);
      dialog.showModal();
    });
    await clickInCard(page, '[data-action="minimise"]');
    await page.close();
  });

  test('above a popover that the page opens later', async () => {
    const { page } = await guided(
      listPage({ extra: '<div id="p" popover="manual" style="inset:0;width:auto;height:auto">很大</div>' }),
    );
    await page.evaluate(() => document.getElementById('p')?.showPopover());
    await clickInCard(page, '[data-action="minimise"]');
    await page.close();
  });

  test('in a frameset, where there is no body to hold it', async () => {
    const page = await openPages({
      '/': '<!doctype html><html><head><title>x</title></head><frameset cols="30%,70%"><frame name="menu" src="/menu"><frame name="main" src="/main"></frameset></html>',
      '/menu': '<!doctype html><body>菜单',
      '/main': listPage(),
    });
    const top = await OverlayWorld.mount(page);
    await top.show(showing(UNBIND_PLAN, { target: { ...FOUND, place: 'inner' } }));
    await waitForCard(page, { step: 'unbind-old' });
    await clickInCard(page, '[data-action="show-history"]');
    const frame = page.frame('main');
    expect(frame).not.toBeNull();
    if (!frame) return;
    const inner = await OverlayWorld.mount(page, { frame });
    await inner.ring('unbind');
    const ring = await waitForRing(page, 'unbind');
    expect(ring.documentUrl).toContain('/main');
    await page.close();
  });

  test('comes back when the page removes or tampers with it, then gives up and says so', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => document.querySelector('html > div[popover]')?.remove());
    await waitForCard(page, { step: 'unbind-old' });
    await page.evaluate(() => {
      const host = document.querySelector('html > div[popover]') as HTMLElement;
      host.style.cssText = 'display:none !important';
      host.setAttribute('inert', '');
      host.hidePopover();
    });
    await waitForCard(page, { step: 'unbind-old' });
    await clickInCard(page, '[data-action="show-history"]');
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector('html > div[popover]')?.remove()).observe(
        document.documentElement,
        { childList: true },
      );
      document.querySelector('html > div[popover]')?.remove();
    });
    await world.waitForSent((message) => message.type === 'page.card' && message.state === 'lost');
    await waitForNoCard(page);
    expect(await readRings(page)).toEqual([]);
    await page.close();
  });

  test('survives document.open()', async () => {
    const { page } = await guided(listPage());
    await page.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, listPage());
    await waitForCard(page, { step: 'unbind-old' });
    await page.close();
  });
});

test.describe('the person’s word', () => {
  test('goes out once with a random id, and only by a trusted event', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(() => {
      const host = document.querySelector('html > div[popover]');
      for (const type of ['click', 'pointerdown', 'keydown']) {
        host?.dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, clientX: 1000, clientY: 530 }),
        );
      }
    });
    await clickInCard(page, '[data-action="say-done"]');
    const said = await world.waitForSent((message) => message.type === 'page.said');
    expect(said).toMatchObject({
      word: { kind: 'step', step: 'unbind-old' },
      guide: 'rebind',
      step: 'unbind-old',
    });
    expect(said.type === 'page.said' && said.id).toMatch(/^[0-9a-z-]{20,}$/);
    await waitForCard(page, { says: '已记录' });
    expect((await world.sent()).filter(({ type }) => type === 'page.said')).toHaveLength(1);
    await page.close();
  });

  test('tells why it was not recorded', async () => {
    const { page, world } = await guided(listPage());
    await world.replyWith({ ok: false, why: 'storage' });
    await clickInCard(page, '[data-action="say-done"]');
    await waitForCard(page, { says: '没有记录' });
    await world.replyWith('gone');
    await clickInCard(page, '[data-action="say-done"]');
    await waitForCard(page, { says: '请刷新页面' });
    await page.close();
  });
});

test.describe('for every person', () => {
  test('axe finds nothing to object to, in any state, light and dark', async () => {
    const states: readonly ShowCard[] = [
      showing(UNBIND_PLAN, { target: FOUND }),
      showing(HELD_PLAN, { preview: '2023-09-20', namespace: 'preview', largeType: true }),
      showing(LATE_PLAN, { recording: false }),
      showing(FINISHED_PLAN),
      showing(CHOOSE_PLAN),
      showing(UNBIND_PLAN, { target: { ...FOUND, reasons: ['off-screen'] }, numbered: 7 }),
      showing(HELD_PLAN, { target: { state: 'missing', label: null, place: null, reasons: ['covered'] } }),
    ];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open(listPage());
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // axe cannot enter a closed root; everything else is as released.
      const world = await OverlayWorld.mount(page, {
        before: `{ const { attachShadow } = Element.prototype;
          Element.prototype.attachShadow = function () { return attachShadow.call(this, { mode: 'open' }); } }`,
      });
      for (const state of states) {
        await world.show(state);
        await waitForCard(page, { step: state.plan.kind === 'guide' ? state.plan.step : state.plan.kind });
        const { violations } = await new AxeBuilder({ page }).include('div[popover]').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
      await world.show({ type: 'show.numbers', request: 'n', first: 1 });
      await clickInCard(page, '[data-action="minimise"]');
      await waitUntil(
        'the tab',
        () => cardElement(page),
        (card) => card?.attributes['data-minimised'] === 'true',
      );
      const { violations } = await new AxeBuilder({ page }).include('div[popover]').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.close();
    }
  });

  test('everything works by keyboard, and the focus does not get lost', async () => {
    const { page, world } = await guided(listPage());
    const focused = () => focusInCard(page);
    const reached: (string | null | undefined)[] = [];
    for (let press = 0; press < 10 && reached.at(-1) !== 'show-contacts'; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(reached.filter(Boolean)).toEqual([
      'move',
      'minimise',
      'say-done',
      'show-evidence',
      'show-history',
      'show-contacts',
    ]);
    for (let press = 0; press < 10 && (await focused()) !== 'say-done'; press += 1) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await world.waitForSent((message) => message.type === 'page.said');
    await world.show(showing(FINISHED_PLAN));
    await waitForCard(page, { step: 'seal' });
    expect(await focused()).toBe('card');
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
    await clickInCard(page, '[data-action="restore"]');
    await waitForCard(page, { says: '请在原CA那一行' });
    // The ring finds itself under the card; the person's wish stands all the same.
    await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('under-card'),
    );
    expect((await cardElement(page))?.attributes['data-minimised']).toBeUndefined();
    await page.close();
  });

  test('1024×600 and twice the zoom: everything can be scrolled to and pressed', async () => {
    for (const [width, height] of [
      [1024, 600],
      [512, 300],
    ] as const) {
      const page = await open(listPage(), { width, height });
      const world = await OverlayWorld.mount(page);
      await world.show(showing(HELD_PLAN));
      await waitForCard(page, {});
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
