import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import { servePractice } from '@/scripts/practice-server.mjs';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';
import { FirefoxPage } from './own-page';

const t = sentences('en');

test('Firefox: certificate files are read and kept, a backup brings them back after erasing all', async () => {
  test.setTimeout(180_000);
  const openssl = new OpenSsl();
  const name = openssl.make({
    subject: '/O=常州市第一中学/CN=张三',
    key: 'sm2',
    until: '20991229155959Z',
  });
  const site = await servePractice();
  const firefox = await FirefoxBrowser.launch(site.port);
  const { marionette } = firefox;
  const page = new FirefoxPage(firefox);
  const choose = (part: string, path: string) => page.type(`[data-part="${part}"] input[type="file"]`, path);
  try {
    // How long the first opening takes is the bench's business; that it comes up whole is ours.
    await page.open('popup.html');
    await page.says(t('popup.welcome.title'));
    await page.addSubject(t('popup.subject.add'), t('ui.save'));

    await page.open('options.html#certificates');
    await choose('certificates', openssl.path(`${name}.key`));
    await page.has('[data-error="private-key"]');
    await choose('certificates', openssl.path(`${name}.cer`));
    await page.says('常州市第一中学');
    await page.press(t('popup.files.save', { count: 1 }));
    await page.has('[data-kept]');

    await page.press(t('settings.backup.save'));
    const [backup = ''] = await waitUntil(
      'the backup file',
      async () => readdirSync(firefox.downloads).filter((file) => /\.json$/.test(file)),
      (files) => files.length === 1,
    );

    await page.press(t('settings.erase.button'));
    await page.has('[role=alertdialog]');
    await page.press(t('settings.erase.button'));
    await page.says(t('settings.erase.done'));

    await choose('backup', join(firefox.downloads, backup));
    await page.has('[data-part="restore-offer"]');
    await page.press(t('settings.restore.go'));
    // Leaving the page before it is done would undo it: it is one transaction.
    await page.says(t('settings.restore.done'));

    await page.open('popup.html');
    await waitUntil(
      'the certificate in the popup',
      () =>
        marionette.evaluate<string | undefined>(
          `return document.querySelector('[data-certificate]')?.dataset.status`,
        ),
      (status) => status === 'valid',
    );
    // A name from the certificate is never kept.
    expect(await page.text()).not.toContain('常州市第一中学');
    expect(await page.count('[data-part="countdown"]')).toBe(1);
  } finally {
    await firefox.discard();
    await site.close();
    openssl.remove();
  }
});
