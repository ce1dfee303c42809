/**
 * The ring is where the control is, whatever moves it, and goes when the control does: cases that popular tour
 * libraries get wrong (field-notes §7). No extension: the same modules, in an isolated world, over a port of memory.
 */
import { expect, type Page, test } from '@playwright/test';
import { readRings, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage, TABLE } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { expectRingOn, guided, open, withBrowser } from './overlay-scene';

withBrowser();

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

  test('in every frame after the page was zoomed, not in the next one alone', async () => {
    const { page } = await guided(listPage());
    const [root] = await readOverlayRoots(page);
    const off = await root?.call(async (shadow: ShadowRoot) => {
      const control = document.getElementById('unbind');
      const wrong: string[] = [];
      for (const zoom of ['1.5', '0.8', '1']) {
        document.documentElement.style.setProperty('zoom', zoom);
        // Longer than the overlay's own look at where it stands takes to come round.
        for (let frame = 0; frame < 60; frame += 1) {
          await new Promise(requestAnimationFrame);
          await new Promise((done) => setTimeout(done));
          const ring = shadow.querySelector('[data-part="ring"]:not([hidden])')?.getBoundingClientRect();
          const target = control?.getBoundingClientRect();
          const far = ring && target ? Math.abs(ring.y - target.y) + Math.abs(ring.x - target.x) : 1e9;
          if (far > 0.5) wrong.push(`zoom ${zoom}, frame ${frame}: ${far}`);
        }
      }
      return wrong;
    }, null);
    expect(off).toEqual([]);
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
    // Half of the control above the container's edge.
    await page.evaluate(() => {
      const box = document.getElementById('box');
      const control = document.getElementById('unbind')?.getBoundingClientRect();
      if (box && control) box.scrollTop += control.y + control.height / 2 - box.getBoundingClientRect().y - 1;
    });
    await expectRingOn(page, '#unbind');
    const cut = await (await readOverlayRoots(page))[0]?.call((shadow: ShadowRoot) => {
      const ring = shadow.querySelector('[data-part="ring"]');
      const sides = ring ? getComputedStyle(ring).clipPath.match(/-?[\d.]+(?=px)/g) : null;
      return { sides: (sides ?? []).map(Number), height: ring?.getBoundingClientRect().height ?? 0 };
    }, null);
    const [top = 0, ...others] = cut?.sides ?? [];
    expect(top).toBeGreaterThan((cut?.height ?? 0) / 2 - 2);
    expect(top).toBeLessThan((cut?.height ?? 0) / 2 + 2);
    expect(others.every((side) => side < 0)).toBe(true);
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
    const page = await open(
      listPage({ head: '<style>html { transform: translateX(30px) scale(0.8) }</style>' }),
    );
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
    const told = await world.waitForSent(
      (message) => message.type === 'page.target' && message.report.reasons.includes('covered'),
    );
    // A control that cannot be pressed is told as none, and by no name.
    expect(told).toMatchObject({ report: { state: 'missing', label: null } });
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
