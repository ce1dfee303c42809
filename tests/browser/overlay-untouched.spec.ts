/** The page is left alone: its tree, its Tab order, its layout, its events. */
import { expect, test } from '@playwright/test';
import { HELD_PLAN, showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { clickInCard, waitForCard, waitForNoCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { listPage } from './overlay-fixtures';
import { OverlayWorld, watchLayoutShifts } from './overlay-page';
import { cardElement, FOUND, guided, open, withBrowser } from './overlay-scene';

withBrowser();

/** What hands do, and what the browser makes of it, as far as it bubbles. */
const HAND_EVENTS = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'focusin', 'focusout'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout'],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout'],
  ...['touchstart', 'touchmove', 'touchend', 'keydown', 'keyup', 'keypress'],
];

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
    const shifts = await watchLayoutShifts(page);
    const world = await OverlayWorld.mount(page);
    await world.show(showing(HELD_PLAN));
    await world.ring('unbind');
    await waitForRing(page, 'unbind');
    await world.show(showing({ kind: 'silent' }));
    await waitForNoCard(page);
    expect(await shifts()).toEqual([]);
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
    const own =
      '<div id="own" tabindex="0" style="position:fixed;left:60px;top:400px;width:300px;height:200px"></div>';
    const { page } = await guided(listPage({ extra: own }));
    // Of a closed root the page sees the host alone.
    await page.evaluate((types) => {
      const heard = new Set<string>();
      Object.assign(window, { heard });
      for (const type of types)
        document.addEventListener(type, ({ target }) => {
          if ((target as Element).matches?.('html > div[popover], #own')) heard.add(type);
        });
    }, HAND_EVENTS);
    const heard = () => page.evaluate(() => [...(window as unknown as { heard: Set<string> }).heard].sort());
    const session = await page.context().newCDPSession(page);
    const doEverythingAt = async (x: number, y: number) => {
      await page.mouse.move(x + 20, y);
      await page.mouse.move(5, 5);
      await page.mouse.dblclick(x, y);
      await page.mouse.click(x, y, { button: 'right' });
      await page.mouse.click(x, y, { button: 'middle' });
      await page.mouse.wheel(0, 10);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly number[]) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: points.map((right) => ({ x: x + right, y })),
        });
      await touch('touchStart', [0]);
      await touch('touchMove', [40]);
      await touch('touchEnd', []);
    };
    const { rect } = (await cardElement(page)) ?? {};
    await clickInCard(page, '[data-action="show-history"]');
    await doEverythingAt((rect?.x ?? 0) + 90, (rect?.y ?? 0) + 14);
    expect(await heard()).toEqual([]);
    // On an element of the page the same hands are heard.
    await doEverythingAt(120, 450);
    expect(await heard()).toEqual([...HAND_EVENTS].sort());
    await page.close();
  });
});
