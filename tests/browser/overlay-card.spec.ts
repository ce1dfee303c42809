/** What a person does with the card: moves it, reaches it, has controls numbered or brought into view. */
import { expect, type Page, test } from '@playwright/test';
import { HELD_PLAN, showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import type { MessageOf } from '@/lib/messaging/contract';
import { clickInCard, readCard, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import {
  cardElement,
  FOUND,
  focusInCard,
  guided,
  HOST,
  OPEN_ROOTS,
  open,
  openPages,
  partsOf,
  rectOf,
  withBrowser,
} from './overlay-scene';

withBrowser();

const isPlaced = (message: { type: string }): message is MessageOf<'page.place-card'> =>
  message.type === 'page.place-card';

const corner = async (page: Page) => (await cardElement(page))?.attributes['data-corner'];

test.describe('moving the card', () => {
  test('dragged by its header, it docks in the nearest corner, and that is remembered', async () => {
    const { page, world } = await guided(listPage(), { height: 900 });
    const card = await cardElement(page);
    expect(card?.attributes['data-corner']).toBe('bottom-right');
    const { x = 0, y = 0 } = card?.rect ?? {};
    await page.mouse.move(x + 90, y + 12);
    await page.mouse.down();
    await page.mouse.move(600, 60, { steps: 4 });
    const held = await cardElement(page);
    expect(held?.rect.x).toBeCloseTo(600 - 90, 0);
    expect(held?.rect.y).toBeCloseTo(60 - 12, 0);
    await page.mouse.up();
    await waitUntil(
      'the card docked',
      () => corner(page),
      (now) => now === 'top-right',
    );
    expect((await cardElement(page))?.rect.y).toBe(12);
    const placed = (await world.sent()).filter(isPlaced);
    expect(placed.map(({ place }) => place)).toEqual([{ corner: 'top-right', minimised: false }]);
    await page.close();
  });

  test('comes up where it was left, as a tab where it was one', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page);
    await world.show(showing(HELD_PLAN, { place: { corner: 'top-left', minimised: true } }));
    const card = await waitForCard(page, { step: 'unbind-old' });
    expect(card.element.attributes).toMatchObject({ 'data-corner': 'top-left', 'data-minimised': 'true' });
    expect(card.element.rect).toMatchObject({ x: 12, y: 12 });
    // What may not be overlooked stands on the tab.
    expect(card.text).toContain('解绑后可能无法恢复');
    await clickInCard(page, '[data-action="move"]');
    await waitUntil(
      'the tab in the next corner',
      () => corner(page),
      (now) => now === 'top-right',
    );
    await clickInCard(page, '[data-action="restore"]');
    await waitForCard(page, { says: '请逐项确认' });
    expect((await world.sent()).filter(isPlaced).at(-1)?.place).toEqual({
      corner: 'top-right',
      minimised: false,
    });
    await page.close();
  });

  test('where it goes by itself, to keep clear of the control, is not remembered', async () => {
    const place = '<style>#unbind { position: fixed; right: 40px; bottom: 40px }</style>';
    const { page, world } = await guided(listPage({ head: place }));
    await waitUntil(
      'the card elsewhere',
      () => corner(page),
      (now) => now !== 'bottom-right',
    );
    expect((await world.sent()).filter(isPlaced)).toEqual([]);
    await page.close();
  });

  test('nothing is kept in the page’s own storage', async () => {
    const { page } = await guided(listPage());
    await clickInCard(page, '[data-action="minimise"]');
    await clickInCard(page, '[data-action="move"]');
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0]);
    await page.close();
  });

  test('it keeps off the page’s open dialog', async () => {
    const dialog =
      '<dialog id="d" style="width:600px;height:300px;margin:auto 20px 20px auto"><p>插件提示</p></dialog>';
    const { page } = await guided(listPage({ extra: dialog }));
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await waitUntil(
      'the card beside the dialog',
      async () => ({ card: (await cardElement(page))?.rect, dialog: await rectOf(page, '#d') }),
      ({ card, dialog: box }) => card !== undefined && card.x + card.width <= box.x,
    );
    await page.close();
  });
});

test.describe('the shortcut', () => {
  test('leads to the card, and back to the field where one was', async () => {
    const { page, world } = await guided(
      listPage({ extra: '<input id="name"><input id="pin" type="password">' }),
    );
    await page.locator('#pin').focus();
    await world.show({ type: 'show.reach-card' });
    expect(await focusInCard(page)).toBe('card');
    await page.keyboard.press('Tab');
    expect(await focusInCard(page)).toBe('move');
    await world.show({ type: 'show.reach-card' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('pin');
    expect(await focusInCard(page)).toBeNull();
    await page.close();
  });

  test('leads back into a frame, and opens nothing by itself where the card is a tab', async () => {
    const page = await openPages({
      '/': '<!doctype html><body><iframe name="main" src="/main" width="600" height="400"></iframe>',
      '/main': listPage({ extra: '<input id="name">' }),
    });
    const world = await OverlayWorld.mount(page);
    await world.show(showing(UNBIND_PLAN, { place: { corner: 'bottom-right', minimised: true } }));
    await waitForCard(page, {});
    const frame = page.frame('main');
    await frame?.locator('#name').focus();
    await world.show({ type: 'show.reach-card' });
    expect(await focusInCard(page)).toBe('restore');
    await world.show({ type: 'show.reach-card' });
    await page.keyboard.type('a');
    expect(await frame?.locator('#name').inputValue()).toBe('a');
    await page.close();
  });

  test('leads back into a part of the page with a root of its own, and to a frame where only its text was clicked', async () => {
    const page = await openPages({
      '/': '<!doctype html><body><div id="home"></div><iframe name="main" src="/main" width="600" height="200"></iframe>',
      '/main': '<!doctype html><body>文字',
    });
    await page.evaluate(() =>
      document.getElementById('home')?.attachShadow({ mode: 'open' }).setHTMLUnsafe('<input id="name">'),
    );
    const world = await OverlayWorld.mount(page);
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    const thereAndBack = async () => {
      await world.show({ type: 'show.reach-card' });
      expect(await focusInCard(page)).toBe('card');
      await world.show({ type: 'show.reach-card' });
      expect(await focusInCard(page)).toBeNull();
    };
    await page.locator('#name').focus();
    await thereAndBack();
    await page.keyboard.type('a');
    expect(await page.locator('#name').inputValue()).toBe('a');
    await page.frame('main')?.locator('body').click();
    await thereAndBack();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
    await page.close();
  });

  test('scrolls nothing of the page, there and back', async () => {
    const page = await open(
      listPage({
        // Without a top layer in a transformed document the card is out of sight once the page is scrolled.
        head: '<style>html { transform: translateX(1px) } body { height: 4000px }</style>',
        extra: '<input id="name">',
      }),
    );
    const world = await OverlayWorld.mount(page, { before: 'delete HTMLElement.prototype.showPopover' });
    await world.show(showing(UNBIND_PLAN));
    await waitForCard(page, {});
    await page.locator('#name').focus();
    await page.evaluate(() => scrollTo(0, 2000));
    await world.show({ type: 'show.reach-card' });
    expect(await focusInCard(page)).toBe('card');
    await world.show({ type: 'show.reach-card' });
    expect(await page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['name', 2000]);
    await page.close();
  });

  test('leads away where nothing on the page had the keyboard, or what had it is gone', async () => {
    const { page, world } = await guided(listPage({ extra: '<input id="name">' }));
    await world.show({ type: 'show.reach-card' });
    await world.show({ type: 'show.reach-card' });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await page.locator('#name').focus();
    await world.show({ type: 'show.reach-card' });
    await page.evaluate(() => document.getElementById('name')?.remove());
    await world.show({ type: 'show.reach-card' });
    expect(await focusInCard(page)).toBeNull();
    await page.close();
  });
});

test.describe('what the card tells of itself', () => {
  test('a warning counts once it was painted, and no longer once another plan is', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page);
    const told = async () =>
      (await world.sent()).flatMap((message) => (message.type === 'page.card' ? [message.warnsOn] : []));
    await world.show(showing(UNBIND_PLAN));
    await waitUntil('the card painted', told, ({ length }) => length === 1);
    // The same once more is no news.
    await world.show(showing({ ...UNBIND_PLAN }));
    await world.ask(`(async () => {
      for (const frame of [1, 2, 3, 4, 5]) await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done));
    })()`);
    await world.show(showing(HELD_PLAN));
    await waitUntil('the warning painted', told, ({ length }) => length === 2);
    await world.show(showing(UNBIND_PLAN));
    await waitUntil('the warning gone', told, ({ length }) => length === 3);
    expect(await told()).toEqual([null, 'ca-list', null]);
    await page.close();
  });

  test('in a document that is not rendered nothing counts as painted', async () => {
    const page = await open(listPage({ head: '<style id="s">html { display: none }</style>' }));
    const world = await OverlayWorld.mount(page);
    await world.show(showing(HELD_PLAN));
    const told = await world.waitForSent((message) => message.type === 'page.card');
    expect(told).toMatchObject({ state: 'shown', warnsOn: null });
    await page.evaluate(() => document.getElementById('s')?.remove());
    await world.show(showing(HELD_PLAN));
    await world.waitForSent((message) => message.type === 'page.card' && message.warnsOn === 'ca-list');
    await page.close();
  });

  test('the live region is there before its words, which follow step and state', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page, { before: OPEN_ROOTS });
    const live = async () => (await partsOf(page, 'announcement'))[0];
    // Looked at in the task that shows the card: there, and without words yet.
    const born = await world.ask(`(() => {
      rebindOverlay.show(${JSON.stringify(showing(UNBIND_PLAN, { target: FOUND }))});
      return ${HOST}.shadowRoot.querySelector('[data-part="announcement"]')?.textContent;
    })()`);
    expect(born).toBe('');
    const first = await waitUntil('words', live, (part) => part?.text.includes('解绑原CA') === true);
    expect(first?.attributes).toMatchObject({ 'aria-live': 'polite', 'aria-atomic': 'true' });
    await world.show(showing(UNBIND_PLAN, { target: { state: 'missing', label: null, place: null } }));
    await waitUntil('the state', live, (part) => part?.text.includes('没有找到') === true);
    await page.close();
  });
});

test.describe('a step that may not be undone', () => {
  test('differs by words, sign and line, not by colour alone', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page);
    await world.show(showing(HELD_PLAN));
    const held = await waitForCard(page, { says: '先不解绑' });
    expect(held.text).toContain('解绑后可能无法恢复');
    await world.show(showing(UNBIND_PLAN, { target: FOUND }));
    await waitForCard(page, { says: '此步可能无法恢复' });
    await world.show(showing({ ...UNBIND_PLAN, irreversible: false }, { target: FOUND }));
    await waitUntil(
      'an ordinary step',
      () => readCard(page),
      (card) => card?.text.includes('无法恢复') === false,
    );
    await page.close();
  });

  test('has a ring with a double line, where others have a single one', async () => {
    const { page } = await guided(listPage());
    const style = async () =>
      (await readOverlayRoots(page))[0]?.call((shadow: ShadowRoot) => {
        const ring = shadow.querySelector('[data-part="ring"]');
        return ring && getComputedStyle(ring).outlineStyle;
      }, null);
    expect(await style()).toBe('double');
    await page.close();
    const login = await open(
      '<!doctype html><body><h1>登录</h1><input type="password"><button>登录</button>',
    );
    const world = await OverlayWorld.mount(login);
    await world.show({
      type: 'show.point',
      request: 'r',
      target: 'login-submit',
      page: 'login-account',
      taught: null,
    });
    await world.waitForSent((message) => message.type === 'page.target' && message.report.state === 'found');
    await world.show({ type: 'show.ring', request: 'r', draw: true });
    await waitForRing(login, 'login-submit');
    const [root] = await readOverlayRoots(login);
    const plain = await root?.call(
      (shadow: ShadowRoot) =>
        getComputedStyle(shadow.querySelector('[data-part="ring"]') as Element).outlineStyle,
      null,
    );
    expect(plain).toBe('solid');
    await login.close();
  });
});

test.describe('numbers for the phone', () => {
  const CONTROLS = `
    <p><a id="link" href="#x">返回</a> <span id="script" style="cursor:pointer">查看</span>
    <label id="label" style="cursor:pointer"><input type="radio" style="position:absolute;opacity:0">是</label>
    <input id="pin" type="password"> <button hidden>看不见</button>
    <button style="position:absolute;top:3000px">在下面</button></p>`;

  const texts = async (page: Page) =>
    (await partsOf(page, 'number')).filter(({ visible }) => visible).map(({ text }) => text);

  const numbered = async (world: OverlayWorld, first: number | null) => {
    const request = `n${Math.random()}`;
    await world.show({ type: 'show.numbers', request, first });
    return first === null
      ? null
      : world.waitForSent((message) => message.type === 'page.numbered' && message.request === request);
  };

  test('every control in sight gets one, beside it, and nothing of the page is changed', async () => {
    const page = await open(listPage({ extra: CONTROLS }));
    const before = await page.evaluate(() => document.body.outerHTML);
    const world = await OverlayWorld.mount(page);
    expect(await numbered(world, 5)).toMatchObject({ count: 5 });
    await waitUntil(
      'five numbers',
      () => texts(page),
      (all) => all.join() === '5,6,7,8,9',
    );
    const marks = await partsOf(page, 'number');
    for (const [index, id] of ['unbind', 'link', 'script', 'label', 'pin'].entries()) {
      const control = await rectOf(page, `#${id}`);
      const mark = marks[index]?.rect;
      expect(Math.abs((mark?.x ?? 0) - control.x), id).toBeLessThan(10);
      expect(Math.abs((mark?.y ?? 0) + (mark?.height ?? 0) - control.y), id).toBeLessThan(10);
    }
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    // A click on the number's edge goes through to the control under it.
    await page.evaluate(() => {
      document
        .getElementById('unbind')
        ?.addEventListener('click', () => document.body.setAttribute('data-hit', ''));
    });
    const { x = 0, y = 0, width = 0, height = 0 } = marks[0]?.rect ?? {};
    await page.mouse.click(x + width - 2, y + height - 2);
    expect(await page.locator('[data-hit]').count()).toBe(1);
    await numbered(world, null);
    expect(await texts(page)).toEqual([]);
    await page.close();
  });

  test('the list has the page’s words beside each number, but none that may be somebody’s', async () => {
    const long = '申请'.repeat(30);
    const page = await open(
      listPage({
        extra: `<p>欢迎您，<a href="#who">张三</a> <a href="#out">退出</a></p>
          <p><button>锁号3201150088</button></p><p><button>${long}</button></p>`,
      }),
    );
    const world = await OverlayWorld.mount(page);
    expect(await numbered(world, 1)).toMatchObject({
      count: 5,
      labels: ['解除绑定', '', '退出', '', long.slice(0, 40)],
    });
    await page.close();
  });

  test('a number lies on its own control and on no neighbour: rows of a menu, buttons side by side', async () => {
    const page = await open(
      listPage({
        extra: `<ul style="margin:0;padding:0 0 0 40px;list-style:none;line-height:20px">
          ${['t1', 't2', 't3'].map((id) => `<li><a id="${id}" href="#${id}">密排${id}</a></li>`).join('')}</ul>
          <button id="edge" style="position:fixed;top:300px;right:0;width:12px;height:12px;padding:0"></button>
          <ul style="margin:0;padding:0;list-style:none;width:180px">
          ${['m1', 'm2', 'm3'].map((id) => `<li><a id="${id}" href="#${id}" style="display:block;padding:8px 24px">菜单${id}</a></li>`).join('')}</ul>
          <table style="border-spacing:0;margin:20px 0">
          ${['s1', 's2', 's3'].map((id) => `<tr><td style="padding:7px 14px;font:13px/20px sans-serif"><a id="${id}" href="#${id}">疏排${id}</a></td></tr>`).join('')}</table>
          <p><button id="b1" style="padding:8px 12px">绑定</button><button id="b2" style="padding:8px 12px">上报</button></p>`,
      }),
    );
    const world = await OverlayWorld.mount(page);
    await numbered(world, 1);
    await waitUntil(
      'thirteen numbers',
      () => texts(page),
      (all) => all.length === 13,
    );
    const marks = await partsOf(page, 'number');
    const ids = ['t1', 't2', 't3', 'edge', 'm1', 'm2', 'm3', 's1', 's2', 's3', 'b1', 'b2'];
    for (const [index, id] of ids.entries()) {
      const mark = marks[index + 1]?.rect;
      if (!mark) throw new Error(`no number at ${id}`);
      const shared = async (of: string) => {
        const { x, y, width, height } = await rectOf(page, `#${of}`);
        const wide = Math.min(mark.x + mark.width, x + width) - Math.max(mark.x, x);
        const high = Math.min(mark.y + mark.height, y + height) - Math.max(mark.y, y);
        return wide > 0 && high > 0 ? wide * high : 0;
      };
      const own = await shared(id);
      // A whole row of a menu has room for the number; a button has it on its corner.
      if (id.startsWith('m')) expect(own, id).toBeCloseTo(mark.width * mark.height, 0);
      // Rows apart: it stands in its own, not between two.
      const row = await rectOf(page, `#${id}`);
      if (id.startsWith('s'))
        expect(Math.abs(mark.y + mark.height / 2 - row.y - row.height / 2), id).toBeLessThan(4);
      expect(mark.x + mark.width, id).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      for (const other of ids)
        if (other !== id) expect(await shared(other), `${id} ${other}`).toBeLessThan(own / 2);
    }
    await page.close();
  });

  test('a number follows its control, goes with it, and never passes to another', async () => {
    const page = await open(
      listPage({ extra: '<p><button id="a">甲</button> <button id="b">乙</button></p>' }),
    );
    const world = await OverlayWorld.mount(page);
    await numbered(world, 1);
    await waitUntil(
      'three numbers',
      () => texts(page),
      (all) => all.join() === '1,2,3',
    );
    await page.evaluate(() => document.getElementById('a')?.remove());
    await waitUntil(
      'the second gone',
      () => texts(page),
      (all) => all.join() === '1,3',
    );
    await page.evaluate(() => document.querySelector('h1')?.style.setProperty('margin-top', '200px'));
    await waitUntil(
      'the third where its control is',
      async () => ({ mark: (await partsOf(page, 'number'))[2]?.rect, control: await rectOf(page, '#b') }),
      ({ mark, control }) => mark !== undefined && Math.abs(mark.y + mark.height - control.y) < 10,
    );
    await page.close();
  });
});

test.describe('a control out of view', () => {
  test('is brought into view on the person’s wish, and never otherwise', async () => {
    const page = await open(listPage({ head: '<style>h1 { margin-bottom: 2000px }</style>' }));
    const world = await OverlayWorld.mount(page);
    const request = 'r';
    await world.show({ type: 'show.point', request, target: 'unbind', page: 'ca-list', taught: null });
    const answer = await world.waitForSent((message) => message.type === 'page.target');
    expect(answer).toMatchObject({ report: { state: 'found', reasons: ['off-screen'] } });
    await world.show({ type: 'show.ring', request, draw: true });
    await world.show(showing(UNBIND_PLAN, { target: { ...FOUND, reasons: ['off-screen'] } }));
    await waitForCard(page, { says: '在画面之外' });
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await clickInCard(page, '[data-action="bring-target"]');
    await world.waitForSent((message) => message.type === 'page.bring-target');
    await world.show({ type: 'show.bring-target', request: 'another' });
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await world.show({ type: 'show.bring-target', request });
    await waitForRing(page, 'unbind');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await page.close();
  });
});
