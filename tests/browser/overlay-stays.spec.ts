/** The card stays, and stays itself, on pages that open dialogs, remove it or begin anew; the person's word goes out once. */
import { expect, test } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { clickInCard, readRings, waitForCard, waitForNoCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { FOUND, focusInCard, guided, HASTY, NO_LOOKS, open, openPages, withBrowser } from './overlay-scene';

withBrowser();

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

  test('in and out of dialogs in shadow roots, whose opening nothing tells, and stays where it went', async () => {
    const page = await open(listPage({ extra: '<dialog id="light">二</dialog><div id="s"></div>' }));
    const world = await OverlayWorld.mount(page, { before: HASTY });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    await page.evaluate(() => {
      const root = document.getElementById('s')?.attachShadow({ mode: 'open' });
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'width:100vw;height:100vh;max-width:none;max-height:none;padding:0';
      // What lies there is a part with a root of its own.
      const part = dialog.appendChild(document.createElement('p'));
      part.style.cssText = 'margin:0;height:100%';
      part.attachShadow({ mode: 'open' }).setHTMLUnsafe('<div style="height:100%">三</div>');
      root?.append(dialog);
      Object.assign(window, { shadowed: dialog });
      dialog.showModal();
    });
    const isIn = async (where: string) => {
      await page.waitForFunction(`${where}.querySelector(':scope > div[popover]') !== null`);
      const looks = await world.ask<number>('looks');
      await page.evaluate((home) => {
        const moves: number[] = [];
        Object.assign(window, { moves });
        // biome-ignore lint/security/noGlobalEval: a test's own expression
        new MutationObserver(() => moves.push(1)).observe(eval(home), { childList: true });
      }, where);
      await waitUntil(
        'many looks',
        () => world.ask<number>('looks'),
        (now) => now >= looks + 40,
      );
      expect(await page.evaluate('moves')).toEqual([]);
    };
    await isIn('shadowed');
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#light')?.showModal());
    await isIn("document.querySelector('#light')");
    await page.evaluate('shadowed.close(), shadowed.showModal()');
    await isIn('shadowed');
    await clickInCard(page, '[data-action="minimise"]');
    await page.close();
  });

  test('by what it hears, before it looks: popovers, dialogs, a page that keeps their events to itself, a new document', async () => {
    const page = await open(
      listPage({
        extra:
          '<div id="p" popover="manual" style="inset:0;width:auto;height:auto">很大</div><dialog id="d">提示</dialog>',
      }),
    );
    const world = await OverlayWorld.mount(page, { before: NO_LOOKS });
    await world.show(showing(UNBIND_PLAN));
    const { element } = await waitForCard(page, {});
    const isOnTop = () =>
      page.waitForFunction(
        ([x, y]) => document.elementFromPoint(x, y)?.matches('div[popover]:not(#p)'),
        [element.rect.x + 60, element.rect.y + 20] as const,
        { timeout: 5_000 },
      );
    const overAll = (act: 'showPopover' | 'hidePopover') =>
      page.evaluate((name) => document.getElementById('p')?.[name](), act);
    const dialog = (act: 'showModal' | 'close') =>
      page.evaluate((name) => document.querySelector('dialog')?.[name](), act);
    await overAll('showPopover');
    await isOnTop();
    await page.evaluate(() => document.querySelector<HTMLElement>('html > div[popover]')?.hidePopover());
    await isOnTop();
    await overAll('hidePopover');
    await dialog('showModal');
    await isOnTop();
    await dialog('close');
    await isOnTop();
    await page.evaluate(() => addEventListener('toggle', (event) => event.stopImmediatePropagation(), true));
    await dialog('showModal');
    await page.waitForFunction(() => document.querySelector('dialog > div[popover]') !== null);
    await dialog('close');
    await page.waitForFunction(() => document.querySelector('html > div[popover]') !== null);
    await page.evaluate(
      (html) => {
        document.open();
        document.write(html);
        document.close();
      },
      listPage({ extra: '<div id="p" popover="manual" style="inset:0;width:auto;height:auto">很大</div>' }),
    );
    await isOnTop();
    await overAll('showPopover');
    await isOnTop();
    await page.close();
  });

  test('with the keyboard where it was in it, and scrolled as it was', async () => {
    const { page } = await guided(
      listPage({
        extra: '<div id="p" popover="manual" style="inset:0;width:auto;height:auto">很大</div>',
      }),
      { height: 420 },
    );
    for (let press = 0; press < 8 && (await focusInCard(page)) !== 'say-done'; press += 1)
      await page.keyboard.press('Tab');
    // Read anew each time: another reading of the roots lets go of those read before.
    const scroll = async (to: number | null) =>
      (await readOverlayRoots(page))[0]?.call((shadow: ShadowRoot, top: number | null) => {
        const body = shadow.querySelector('.body');
        if (body && top !== null) body.scrollTop = top;
        return body?.scrollTop ?? -1;
      }, to);
    // The control with the keyboard is out of sight now, by the person’s own wheel.
    expect(await scroll(0)).toBe(0);
    await page.evaluate(() => document.getElementById('p')?.showPopover());
    await page.waitForFunction(() =>
      document.elementFromPoint(innerWidth - 60, innerHeight - 60)?.matches('html > div'),
    );
    expect(await focusInCard(page)).toBe('say-done');
    expect(await scroll(null)).toBe(0);
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

  test('survives document.open(), and looks no oftener for it', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page, {
      before: `globalThis.timers = new Set(); { const { setInterval: start, clearInterval: stop } = globalThis;
        globalThis.setInterval = (look, ms) => { const id = start(look, ms); if (ms === 700) timers.add(id); return id; };
        globalThis.clearInterval = (id) => { timers.delete(id); stop(id); } }`,
    });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate((html) => {
        document.open();
        document.write(html);
        document.close();
      }, listPage());
      await waitForCard(page, { step: 'unbind-old' });
    }
    expect(await world.ask<number>('timers.size')).toBe(1);
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
