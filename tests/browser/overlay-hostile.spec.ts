/**
 * Pages that would speak for the person or listen to them (issue 4): what they may not do to the card, and what they
 * may not learn. Fights about its place: overlay-contest.spec.ts.
 */
import { expect, test } from '@playwright/test';
import { HELD_PLAN, showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { clickInCard, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
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

withBrowser();

test.describe('it cannot speak for the person, nor hear what is personal', () => {
  test('synthetic events at the host do nothing', async () => {
    const { page, world } = await guided(listPage());
    await page.evaluate(`(() => {
      const host = ${HOST};
      const at = { bubbles: true, composed: true, cancelable: true, clientX: 1000, clientY: 500 };
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
        host.dispatchEvent(new (type.startsWith('p') ? PointerEvent : MouseEvent)(type, at));
      for (const key of ['Enter', ' ', 'Tab'])
        for (const type of ['keydown', 'keyup']) host.dispatchEvent(new KeyboardEvent(type, { ...at, key }));
      host.click();
      host.focus();
    })()`);
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    expect((await world.sent()).filter(({ type }) => type === 'page.said')).toHaveLength(1);
    await page.close();
  });

  test('even a page that got in could not press for the person, nor drag, nor be taken for the shortcut', async () => {
    const page = await open(listPage());
    const world = await OverlayWorld.mount(page, { before: OPEN_ROOTS });
    await world.show(showing(HELD_PLAN, { target: FOUND }));
    await waitForCard(page, {});
    const before = (await cardElement(page))?.rect;
    const pressed = await page.evaluate(`(() => {
      const root = ${HOST}.shadowRoot;
      const buttons = [...root.querySelectorAll('button')];
      const at = { bubbles: true, composed: true, cancelable: true, clientX: 1000, clientY: 500, button: 0, pointerId: 1 };
      for (const button of buttons) {
        button.click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          button.dispatchEvent(new (type.startsWith('p') ? PointerEvent : MouseEvent)(type, at));
        button.focus();
        for (const key of ['Enter', ' ']) button.dispatchEvent(new KeyboardEvent('keydown', { ...at, key }));
      }
      const header = root.querySelector('header');
      header.dispatchEvent(new PointerEvent('pointerdown', at));
      header.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: 300 }));
      header.dispatchEvent(new PointerEvent('pointerup', { ...at, clientX: 300 }));
      document.dispatchEvent(new KeyboardEvent('keydown', { ...at, key: 'k', altKey: true }));
      return buttons.length;
    })()`);
    expect(pressed).toBeGreaterThan(8);
    // A person's own press is the last of all that could have been said.
    await clickInCard(page, '[data-question="old-kept"][data-action="answer-yes"]');
    const said = await world.waitForSent((message) => message.type === 'page.said');
    expect(said).toMatchObject({ word: { question: 'old-kept', answer: 'yes' } });
    const acts = (await world.sent()).filter(({ type }) => type !== 'page.target' && type !== 'page.card');
    expect(acts.map(({ type }) => type)).toEqual(['page.said']);
    expect((await cardElement(page))?.rect).toEqual(before);
    await page.close();
  });

  test('the way in is closed: no shadow root, no symbol, no global of ours in the page’s world', async () => {
    const page = await open(listPage());
    const before = await page.evaluate(() => Reflect.ownKeys(globalThis).map(String));
    const world = await OverlayWorld.mount(page);
    await world.show(showing(UNBIND_PLAN, { target: FOUND }));
    await waitForCard(page, {});
    const seen = await page.evaluate(`(() => {
      const host = ${HOST};
      return { root: host.shadowRoot, keys: Reflect.ownKeys(host).length, children: host.childNodes.length,
        text: host.innerText, globals: Reflect.ownKeys(globalThis).map(String) };
    })()`);
    expect(seen).toEqual({ root: null, keys: 0, children: 0, text: '', globals: before });
    await page.close();
  });

  test('forged messages and re-dispatched events of the framework are not heard', async () => {
    const { page, world } = await guided(listPage());
    const before = (await world.sent()).length;
    await page.evaluate(() => {
      const forged = [
        { type: 'show.card', plan: { kind: 'silent' } },
        { type: 'show.ring', request: 'r', draw: false },
        {
          type: 'page.said',
          id: 'x',
          word: { kind: 'step', step: 'unbind-old' },
          guide: 'rebind',
          step: 'unbind-old',
        },
        { type: 'wxt:content-script-started', contentScriptName: 'guide', messageId: '1' },
      ];
      for (const data of forged) {
        window.postMessage(data, '*');
        for (const type of ['message', 'wxt:content-script-started', 'wxt:locationchange', data.type]) {
          for (const target of [window, document]) {
            target.dispatchEvent(new CustomEvent(type, { detail: data }));
            target.dispatchEvent(new MessageEvent(type, { data }));
          }
        }
      }
      for (const type of [
        'pagehide',
        'beforeunload',
        'visibilitychange',
        'resize',
        'toggle',
        'fullscreenchange',
      ])
        window.dispatchEvent(new Event(type));
    });
    await waitForCard(page, { step: 'unbind-old' });
    await waitForRing(page, 'unbind');
    expect((await world.sent()).slice(before).filter(({ type }) => type !== 'page.target')).toEqual([]);
    await page.close();
  });

  test('overridden prototypes change nothing of ours', async () => {
    const page = await open(listPage());
    await page.evaluate(() => {
      const broken = () => {
        throw new Error('overridden');
      };
      const restore: (() => void)[] = [];
      for (const [holder, names] of [
        [
          Element.prototype,
          ['attachShadow', 'append', 'matches', 'closest', 'getBoundingClientRect', 'remove'],
        ],
        [HTMLElement.prototype, ['showPopover', 'hidePopover', 'focus', 'togglePopover']],
        [Document.prototype, ['createElement', 'createElementNS', 'elementFromPoint', 'querySelectorAll']],
        [Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'contains']],
        [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
        [Array.prototype, ['map', 'filter', 'push']],
        [window, ['MutationObserver', 'requestAnimationFrame', 'setTimeout', 'getComputedStyle']],
      ] as const) {
        for (const name of names) {
          const original = Object.getOwnPropertyDescriptor(holder, name);
          Object.defineProperty(holder, name, { value: broken, configurable: true });
          restore[restore.length] = () => original && Object.defineProperty(holder, name, original);
        }
      }
      // The harness reads in the page's own world.
      Object.assign(window, { restore: () => restore.forEach((each) => void each()) });
    });
    const world = await OverlayWorld.mount(page);
    await world.show(showing(UNBIND_PLAN, { target: FOUND }));
    await world.ring('unbind');
    await world.waitForSent((message) => message.type === 'page.card' && message.state === 'shown');
    await page.evaluate('restore()');
    await waitForCard(page, { step: 'unbind-old' });
    await waitForRing(page, 'unbind');
    await clickInCard(page, '[data-action="say-done"]');
    await world.waitForSent((message) => message.type === 'page.said');
    expect((await world.sent()).filter(({ type }) => type === 'page.said')).toHaveLength(1);
    await page.close();
  });

  test('window.find may find our words, the selection gives none of them away', async () => {
    const { page } = await guided(listPage());
    const read = await page.evaluate(() => {
      const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
      const words = ['请在原CA那一行', '解绑后才能绑定', '非官方辅助工具', '不要拔下'];
      return words.flatMap((word) => {
        find(word);
        const selection = getSelection();
        for (let step = 0; step < 30; step += 1) selection?.modify('extend', 'forward', 'character');
        return [selection?.toString() ?? '', document.activeElement?.textContent ?? ''];
      });
    });
    for (const text of read) expect(text).not.toMatch(/请在原CA|解绑后才能|非官方|拔下/);
    await page.close();
  });

  test('nothing of ours takes typing, so that a key listener hears nothing', async () => {
    const { page } = await guided(listPage());
    const fields = await Promise.all(
      (await readOverlayRoots(page)).map((root) =>
        root.call(
          (shadow: ShadowRoot) =>
            shadow.querySelectorAll('input, textarea, select, [contenteditable], iframe').length,
          null,
        ),
      ),
    );
    expect(fields).toEqual([0]);
    await page.close();
  });
});

test.describe('a flood of changes', () => {
  test('leaves the card up, the ring on its control, and the page its thread', async () => {
    const { page, world } = await guided(listPage({ extra: '<div id="flood"></div>' }));
    const turns = await page.evaluate(async () => {
      const flood = document.getElementById('flood') as HTMLElement;
      let rounds = 0;
      const end = performance.now() + 3_000;
      while (performance.now() < end) {
        for (let change = 0; change < 20; change += 1) {
          flood.textContent = `${rounds}-${change}`;
          flood.setAttribute('data-at', `${change}`);
          flood.append(document.createElement('span'));
        }
        rounds += 1;
        await new Promise((done) => setTimeout(done));
      }
      return rounds;
    });
    // A timer's least pause is 4 ms; a thread that we hold leaves few turns.
    expect(turns).toBeGreaterThan(200);
    await waitForCard(page, { step: 'unbind-old' });
    await expectRingOn(page, '#unbind');
    const answers = (await world.sent()).filter(({ type }) => type === 'page.target').length;
    expect(answers).toBeLessThan(5);
    await page.close();
  });
});
