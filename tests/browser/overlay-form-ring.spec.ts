/** At a form the ring goes before the person, from one control to the next, and reads nothing (decision 016). */
import { expect, type Page, test } from '@playwright/test';
import { readRings, waitForRing } from '@/tests/e2e/harness/overlay';
import { listPage, TABLE } from './overlay-fixtures';
import { OverlayWorld } from './overlay-page';
import { expectRingOn, open, rectOf, withBrowser } from './overlay-scene';

withBrowser();

const CHOICE = `<p><label for="cert">选择证书</label> <select id="cert"><option>请选择证书</option>
  <option>新CA 江苏省电子政务证书认证中心</option></select></p>`;
const PIN = `<p><label for="pin">证书口令（PIN码）</label> <input id="pin" type="password" autocomplete="off"></p>`;
const formPage = (fields: string) =>
  listPage().replace(
    TABLE,
    `<h2>绑定CA数字证书</h2><form onsubmit="return false">${fields}
     <button id="confirm" type="button">确认绑定</button> <button type="button">取消</button></form>
     <p id="rest">本页说明</p>`,
  );

async function pointed(html: string): Promise<{ page: Page; world: OverlayWorld }> {
  const page = await open(html);
  const world = await OverlayWorld.mount(page);
  await world.ring('bind-confirm', 'bind-form');
  return { page, world };
}

/** Lays something over a control, as an open list does. */
async function cover(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    ({ x, y, width, height }) => {
      const cover = document.createElement('i');
      cover.id = 'cover';
      cover.style.cssText = `position:fixed;background:#eee;left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
      document.body.append(cover);
    },
    await rectOf(page, selector),
  );
}

/** Two frames later the ring stands as it did. */
async function expectRingStays(page: Page, target: string): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect((await readRings(page)).map(({ target: on }) => on)).toEqual([target]);
}

test('certificate, then PIN, then the button: by mouse', async () => {
  const { page, world } = await pointed(formPage(CHOICE + PIN));
  await waitForRing(page, 'certificate-choice');
  await expectRingOn(page, '#cert');
  const told = await world.waitForSent((message) => message.type === 'page.target');
  expect(told).toMatchObject({
    report: {
      target: 'bind-confirm',
      state: 'found',
      label: '确认绑定',
      reasons: ['first-certificate-choice'],
    },
  });
  await page.locator('#cert').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await waitForRing(page, 'pin-field');
  await expectRingOn(page, '#pin');
  await page.locator('#pin').click();
  await page.keyboard.type('12345678');
  await expectRingStays(page, 'pin-field');
  await page.locator('#rest').click();
  await waitForRing(page, 'bind-confirm');
  await expectRingOn(page, '#confirm');
  await page.close();
});

test('by keyboard alone; back to an earlier control, and on again', async () => {
  const { page } = await pointed(formPage(CHOICE + PIN));
  await waitForRing(page, 'certificate-choice');
  await page.keyboard.press('Tab');
  await expectRingStays(page, 'certificate-choice');
  await page.keyboard.press('Tab');
  await waitForRing(page, 'pin-field');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await waitForRing(page, 'bind-confirm');
  await page.locator('#cert').click();
  await waitForRing(page, 'certificate-choice');
  await page.keyboard.press('Escape');
  await page.locator('#pin').click();
  await waitForRing(page, 'pin-field');
  await page.close();
});

test('where nothing after the field takes the focus, leaving it is enough', async () => {
  const html = formPage(CHOICE + PIN).replace(
    /<button id="confirm".*取消<\/button>/s,
    '<b id="confirm" role="button">确认绑定</b>',
  );
  const { page } = await pointed(html);
  await waitForRing(page, 'certificate-choice');
  await page.locator('#pin').click();
  await waitForRing(page, 'pin-field');
  await page.keyboard.press('Tab');
  await waitForRing(page, 'bind-confirm');
  await page.locator('#pin').click();
  await waitForRing(page, 'pin-field');
  await page.close();
});

test('what the page does by itself moves no ring: focus, values, events made by script', async () => {
  const { page } = await pointed(formPage(CHOICE + PIN));
  await waitForRing(page, 'certificate-choice');
  await page.evaluate(() => {
    const [cert, pin] = [document.querySelector('select'), document.querySelector<HTMLInputElement>('#pin')];
    pin?.focus();
    if (pin) pin.value = '12345678';
    for (const type of ['input', 'change', 'pointerdown', 'keydown', 'focusin']) {
      cert?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      pin?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    document.querySelector('#rest')?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  });
  await expectRingStays(page, 'certificate-choice');
  await page.close();
});

test('a form without a choice begins at the PIN, one with neither at the button', async () => {
  const withPin = await pointed(formPage(PIN));
  await waitForRing(withPin.page, 'pin-field');
  await withPin.page.close();
  const bare = await pointed(formPage('<p>证书：新CA（已插入）</p>'));
  await waitForRing(bare.page, 'bind-confirm');
  await bare.page.close();
});

test('without a button that is surely the one, nothing of the form is ringed', async () => {
  const { page, world } = await pointed(formPage(CHOICE + PIN).replace('>确认绑定<', '>上报<'));
  const told = await world.waitForSent((message) => message.type === 'page.target');
  expect(told).toMatchObject({ report: { state: 'missing' } });
  expect(await readRings(page)).toEqual([]);
  await page.close();
});

test('a control that comes to lie covered is passed over; uncovered, it is next again', async () => {
  const { page } = await pointed(formPage(CHOICE + PIN));
  await waitForRing(page, 'certificate-choice');
  await cover(page, '#cert');
  await waitForRing(page, 'pin-field');
  await page.evaluate(() => document.querySelector('#cover')?.remove());
  await waitForRing(page, 'certificate-choice');
  await page.close();
});

test('a field that was left before it was found stays behind: an open list lay over it, or the machine was slow', async () => {
  const page = await open(formPage(CHOICE + PIN));
  await cover(page, '#pin');
  const world = await OverlayWorld.mount(page);
  await world.ring('bind-confirm', 'bind-form');
  await waitForRing(page, 'certificate-choice');
  await page.locator('#cert').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12345678');
  await page.keyboard.press('Tab');
  await waitForRing(page, 'bind-confirm');
  await page.evaluate(() => document.querySelector('#cover')?.remove());
  // Whatever changes is looked at, and was by the time that this is told of.
  await page.evaluate(() => document.querySelector('#confirm')?.append('。'));
  await world.waitForSent(
    (message) => message.type === 'page.target' && message.report.label === '确认绑定。',
  );
  await expectRingStays(page, 'bind-confirm');
  await page.close();
});

test('a select that the page draws anew stays the one that was passed', async () => {
  const { page } = await pointed(formPage(CHOICE + PIN));
  await waitForRing(page, 'certificate-choice');
  await page.locator('#cert').click();
  await page.keyboard.press('Escape');
  await page.locator('#pin').click();
  await waitForRing(page, 'pin-field');
  await page.evaluate(() => {
    const cert = document.querySelector('#cert');
    cert?.replaceWith(cert.cloneNode(true));
  });
  await expectRingStays(page, 'pin-field');
  await page.close();
});
