import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { Popup, sentences } from './harness/own-pages';
import { UNIT } from './harness/scene';

const t = sentences('zh');
let openssl: OpenSsl;
let file = '';
let key = '';

test.beforeAll(() => {
  openssl = new OpenSsl();
  const name = openssl.make({
    subject: '/O=常州市第一中学/CN=张三',
    key: 'sm2',
    until: '20991229155959Z',
  });
  file = openssl.path(`${name}.cer`);
  key = openssl.path(`${name}.key`);
});
test.afterAll(() => openssl.remove());

/** A unit in the popup, and the full page where its files are given. */
async function openCertificates(browser: ExtensionBrowser) {
  const popup = await browser.openOwnPage('popup.html');
  await new Popup(popup).addSubject(UNIT);
  const page = await browser.openOwnPage('options.html#certificates');
  return { popup, page, part: page.locator('[data-part="certificates"]') };
}

test('a later certificate of the holder says that it must be bound again, and opens that guide, whatever was picked', async ({
  browserWithExtension,
}) => {
  const { popup, page, part } = await openCertificates(browserWithExtension);
  const give = async (path: string) => {
    await part.locator('input[type="file"]').setInputFiles(path);
    await part.getByRole('button', { name: t('popup.files.save', { count: 1 }) }).click();
    await expect(part.locator('[data-kept]')).toBeVisible();
  };
  const subject = '/O=常州市第一中学/CN=张三';
  const first = openssl.make({ subject, key: 'sm2', until: '20971229155959Z' });
  await give(openssl.path(`${first}.cer`));
  await popup.bringToFront();
  await popup.locator('[data-part="offers"] summary').click();
  await popup.locator('[data-offer="which-key"]').click();
  await expect(popup.locator('[data-part="guide"]')).toHaveAttribute('data-guide', 'which-key');
  await page.bringToFront();

  const later = openssl.make({ subject, key: 'sm2', until: '20981229155959Z' });
  await give(openssl.path(`${later}.cer`));
  await expect(part.locator('[data-bind-again="new-key"]')).toContainText('重新绑定');
  const opening = browserWithExtension.context.waitForEvent('page');
  await part.getByRole('button', { name: t('popup.files.openGuide') }).click();
  const guide = (await opening).locator('[data-part="guide"]');
  await expect(guide).toHaveAttribute('data-guide', 'bind-again');
  await expect(guide).toBeFocused();
});

/** What a page has run so far, as its debugger tells it; asked again, what it has run by then. */
async function watchScripts(page: Page): Promise<() => Promise<{ readers: number; all: number }>> {
  const session = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.endsWith('.js')) scripts.add(url);
  });
  await session.send('Debugger.enable');
  return async () => {
    const texts = await page.evaluate(
      (names) => Promise.all(names.map(async (name) => (await fetch(name)).text())),
      [...scripts],
    );
    const readers = texts.filter((text) => text.includes('End of input reached before message'));
    return { readers: readers.length, all: texts.length };
  };
}

test('files are read on the full page, refused or shown, kept by a yes; a backup brings them back after erasing all', async ({
  browserWithExtension,
}) => {
  const { popup, page, part } = await openCertificates(browserWithExtension);
  const [popupScripts, pageScripts] = [await watchScripts(popup), await watchScripts(page)];
  const before = [await popupScripts(), await pageScripts()];
  expect(before.map(({ readers }) => readers)).toEqual([0, 0]);
  for (const { all } of before) expect(all).toBeGreaterThan(0);
  await part.locator('input[type="file"]').setInputFiles([file, key]);
  await expect(part.locator('[data-error="private-key"]')).toContainText('私钥');
  const candidate = part.locator('[data-candidate]');
  await expect(candidate).toContainText('常州市第一中学');
  await expect(candidate).toContainText('SM2');
  // What reads them came with the file, and to the page that was given it.
  expect([(await popupScripts()).readers, (await pageScripts()).readers]).toEqual([0, 1]);
  expect(await readTable(page, 'real', 'certificates')).toEqual([]);
  await part.getByRole('button', { name: t('popup.files.save', { count: 1 }) }).click();
  await expect(part.locator('[data-kept]')).toBeVisible();
  await expect(popup.locator('[data-certificate]')).toHaveAttribute('data-status', 'valid');
  const kept = await readTable(page, 'real', 'certificates');
  expect(kept).toMatchObject([{ validUntil: '2099-12-29', generation: 'new', kind: 'ca' }]);
  expect(JSON.stringify(kept)).not.toContain('常州市第一中学');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: t('settings.backup.save') }).click();
  const backup = await (await download).path();
  expect(readFileSync(backup, 'utf8')).toContain('rebind.backup/1');

  await page.getByRole('button', { name: t('settings.erase.button') }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('settings.erase.button') })
    .click();
  await expect(popup.locator('[data-part="welcome"]')).toBeVisible();
  // Nothing of it is left: databases, memory, alarms.
  for (const table of ['subjects', 'certificates', 'journeys', 'facts', 'settings'] as const) {
    expect(await readTable(page, 'real', table), table).toEqual([]);
  }
  const left = await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: Record<'local' | 'session', { get(keys: null): Promise<object> }>;
        action: { getBadgeText(of: object): Promise<string> };
      };
    };
    return {
      local: Object.keys(await chrome.storage.local.get(null)),
      badge: await chrome.action.getBadgeText({}),
    };
  });
  expect(left).toEqual({ local: [], badge: '' });

  await page.locator('[data-part="backup"] input[type="file"]').setInputFiles(backup);
  const offer = page.locator('[data-part="restore-offer"]');
  await expect(offer.locator('[data-table="certificates"] td').first()).toHaveText('1');
  expect(await readTable(page, 'real', 'certificates')).toEqual([]);
  await offer.getByRole('button', { name: t('settings.restore.go') }).click();
  await expect(popup.locator('[data-certificate]')).toHaveAttribute('data-status', 'valid');
  expect(await readTable(page, 'real', 'certificates')).toEqual(kept);
});
