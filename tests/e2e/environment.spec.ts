/**
 * What the browser itself says of reaching this computer, on http and https, in each of its states: asked in
 * the site's own top document (lib/environment/access.ts).
 */
import type { Page } from '@playwright/test';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';
import { servePractice } from '@/scripts/practice-server.mjs';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { clickInCard } from './harness/overlay';
import { Person, SKINS } from './harness/person';
import { prepare } from './harness/scene';
import { makeCertificate } from './harness/self-made-certificate';
import { waitUntil } from './harness/wait-until';

const SECURE = `https://${OFFICIAL_HOST}`;
/** Chromium has asked under both names; the newer one is split off the older. */
const NAMES = ['loopback-network', 'local-network-access'];

const found = (popup: Page, id: string) => popup.locator(`[data-part="environment"] [data-finding="${id}"]`);

/** Presses 「检查环境」 in the popup, and again. */
async function checks(popup: Page): Promise<void> {
  await popup.bringToFront();
  const troubles = popup.locator('[data-part="troubles"]');
  if ((await troubles.getAttribute('open')) === null && !(await found(popup, 'access').isVisible())) {
    const button = troubles.getByRole('button', { name: '检查环境' });
    if (!(await button.isVisible())) await troubles.locator('summary').first().click();
    await button.click();
    return;
  }
  await troubles.locator('[data-part="environment"] > button').click();
}

async function setsAccess(browser: ExtensionBrowser, setting: 'granted' | 'denied' | 'prompt') {
  for (const name of NAMES) await browser.setsPermission(name, setting, SECURE);
}

const STATES = [
  ['prompt', 'ask', '还没有问过'],
  ['granted', 'ok', '浏览器允许这一页'],
  ['denied', 'caution', '原因看不出来'],
] as const;

test('on https the check tells what the browser says, in each of its states; on http that it refuses, blaming nobody', async ({
  launch,
}) => {
  const { tls, acceptedKey } = makeCertificate();
  const secureSite = await servePractice({ tls });
  try {
    const browser = await launch({ secure: { port: secureSite.port, acceptedKey } });
    const popup = await prepare(browser);
    // Whatever is looked at, nothing on this computer is asked.
    const asked: string[] = [];
    browser.context.on('request', (request) => asked.push(new URL(request.url()).hostname));
    const page = await browser.context.newPage();
    page.on('websocket', (socket) => asked.push(new URL(socket.url()).hostname));
    for (const [setting, tone, says] of STATES) {
      await setsAccess(browser, setting);
      // A browser asks anew of a page that is loaded anew.
      await page.goto(`${SECURE}/?skin=element&state=home`);
      const person = new Person(page, SKINS.element);
      // The same guide on https as on http.
      await person.sees({ guide: 'rebind', page: 'home', targetState: 'found' });
      await checks(popup);
      await expect(found(popup, 'access')).toContainText(says);
      await expect(found(popup, 'access')).toHaveAttribute('data-known', 'seen');
      await expect(found(popup, 'access')).toHaveAttribute('data-tone', tone);
      await expect(found(popup, 'address')).toContainText('https');
      await expect(found(popup, 'address')).toHaveAttribute('data-tone', 'ok');
      // The card asks the same document, and is told the same.
      await page.bringToFront();
      await clickInCard(page, '[data-action="show-troubles"]');
      await clickInCard(page, '[data-action="check-environment"]');
      await person.sees({ says });
    }
    await page.goto(`http://${OFFICIAL_HOST}/?skin=element&state=home`);
    const person = new Person(page, SKINS.element);
    await person.sees({ page: 'home' });
    await checks(popup);
    await expect(found(popup, 'access')).toContainText('拒绝http页面');
    await expect(found(popup, 'access')).toContainText('与您的操作无关');
    await expect(found(popup, 'access')).toContainText('LoopbackNetworkAllowedForUrls');
    await expect(found(popup, 'address')).toHaveAttribute('data-tone', 'caution');
    // The rest of the list, by the engine that runs here.
    await expect(found(popup, 'browser')).toContainText(/Chromium内核1\d\d/);
    await expect(found(popup, 'browser')).toHaveAttribute('data-known', 'seen');
    await expect(found(popup, 'mode')).toContainText('没有用IE兼容模式');
    await expect(found(popup, 'clock')).toContainText(/北京时间.*\d{2}:\d{2}/);
    await expect(found(popup, 'zone')).toHaveAttribute('data-known', 'seen');
    for (const id of ['keys', 'assistants']) {
      await expect(found(popup, id)).toHaveAttribute('data-known', 'unknown');
      await found(popup, id).getByRole('button', { name: '是', exact: true }).click();
      await expect(found(popup, id)).toHaveAttribute('data-known', 'said');
    }
    // The card has the whole list too, with the same words; what was answered in the popup stands there, and can be
    // taken back there.
    const inPopup = await popup.locator('[data-part="environment"] [data-finding]').allInnerTexts();
    await page.bringToFront();
    await clickInCard(page, '[data-action="show-troubles"]');
    await clickInCard(page, '[data-action="check-environment"]');
    for (const text of inPopup) {
      const [title = '', ...lines] = text.split('\n').filter(Boolean);
      const says = lines.find((line) => line.length > 12 && !/\d{2}:\d{2}/.test(line)) ?? title;
      await person.sees({ says });
    }
    for (const id of ['keys', 'assistants']) {
      await clickInCard(page, `[data-finding="${id}"] [data-action="retract"]`);
      await waitUntil(
        `${id} to be open again`,
        () => person.card(),
        (card) =>
          card?.controls.every(
            ({ attributes }) => attributes['data-question'] !== id || attributes['aria-pressed'] !== 'true',
          ) === true,
      );
    }
    await checks(popup);
    for (const id of ['keys', 'assistants']) {
      await expect(found(popup, id)).toHaveAttribute('data-known', 'unknown');
    }
    expect(asked.filter((host) => host === 'localhost' || host.startsWith('127.'))).toEqual([]);
    for (const each of await popup.locator('[data-part="environment"] [data-finding]').all()) {
      expect(await each.getAttribute('data-known')).toMatch(/^(seen|said|unknown)$/);
    }
  } finally {
    await secureSite.close();
  }
});

test('on a machine of another zone the clock is told in Shanghai time, the zone is named, and nobody is asked anything', async ({
  launch,
}) => {
  const browser = await launch({ timeZone: 'America/New_York' });
  const popup = await prepare(browser);
  const asked = new Set<string>();
  browser.context.on('request', (request) => asked.add(new URL(request.url()).hostname));
  const page = await browser.context.newPage();
  page.on('websocket', (socket) => asked.add(new URL(socket.url()).hostname));
  await page.goto(`http://${OFFICIAL_HOST}/?skin=element&state=key-missing`);
  await new Person(page, SKINS.element).sees({ trouble: 'key-missing' });
  expect(await page.evaluate(() => new Date().getTimezoneOffset())).toBeGreaterThan(200);
  await popup.setViewportSize({ width: 400, height: 600 });
  await checks(popup);
  await expect(found(popup, 'zone')).toContainText(/是UTC−[45]，不是北京时间/);
  const [, hour, minute] = /(\d{2}):(\d{2})/.exec(await found(popup, 'clock').innerText()) ?? [];
  const shanghai = new Date(Date.now() + 8 * 3_600_000);
  const apart = Math.abs(
    Number(hour) * 60 + Number(minute) - shanghai.getUTCHours() * 60 - shanghai.getUTCMinutes(),
  );
  expect(Math.min(apart, 1440 - apart)).toBeLessThanOrEqual(2);
  for (const finding of await popup.locator('[data-part="environment"] [data-finding]').all()) {
    expect(await finding.getAttribute('data-known')).toMatch(/^(seen|said|unknown)$/);
    await expect(finding).toContainText(/看到|您说|未知/);
  }
  // The names of policies are long; nothing hangs over the popup's edge.
  expect(await popup.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect([...asked].filter((host) => host !== OFFICIAL_HOST && host !== browser.extensionId)).toEqual([]);
});
