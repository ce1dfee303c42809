import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import { servePractice } from '@/scripts/practice-server.mjs';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';

const t = sentences('en');

/** Runs in a page of the extension: presses the button with this text, of the dialog where one is open. */
const PRESS = `
  const [text] = arguments;
  const find = (within) =>
    [...within.querySelectorAll('button')].find((each) => each.textContent.trim() === text && !each.disabled);
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
  const button = find(dialog ?? document);
  button?.click();
  return Boolean(button);
`;

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
  const press = (text: string) =>
    waitUntil(
      `the button "${text}"`,
      () => marionette.evaluate<boolean>(PRESS, [text]),
      (found) => found,
    );
  const text = () => marionette.evaluate<string>('return document.body.innerText');
  const says = (wanted: string) => waitUntil(`"${wanted}"`, text, (found) => found.includes(wanted));
  const count = (selector: string) =>
    marionette.evaluate<number>('return document.querySelectorAll(arguments[0]).length', [selector]);
  const choose = async (part: string, path: string) => {
    const [input = ''] = await waitUntil(
      `a file input in ${part}`,
      () => marionette.findAll(`[data-part="${part}"] input[type="file"]`),
      (found) => found.length > 0,
    );
    await marionette.type(input, path);
  };
  try {
    // How long the first opening takes is the bench's business; that it comes up whole is ours.
    await marionette.navigate(firefox.ownPage('popup.html'));
    await says(t('popup.welcome.title'));
    await press(t('popup.subject.add'));
    await waitUntil(
      'the form',
      () => count('[role=dialog] input[name="audience"]'),
      (found) => found > 0,
    );
    await marionette.evaluate(`
      document.querySelector('[role=dialog] input[name="audience"][value="budget-unit"]').click();
      document.querySelector('[role=dialog] input[name="level"][value="city"]').click();`);
    await press(t('ui.save'));
    await waitUntil(
      'the subject',
      () => count('[data-part="subjects"]'),
      (found) => found === 1,
    );

    await marionette.navigate(firefox.ownPage('options.html#certificates'));
    await choose('certificates', openssl.path(`${name}.key`));
    await waitUntil(
      'the refusal',
      () => count('[data-error="private-key"]'),
      (found) => found === 1,
    );
    await choose('certificates', openssl.path(`${name}.cer`));
    await says('常州市第一中学');
    await press(t('popup.files.save', { count: 1 }));
    await waitUntil(
      'it to be kept',
      () => count('[data-kept]'),
      (found) => found === 1,
    );

    await press(t('settings.backup.save'));
    const [backup = ''] = await waitUntil(
      'the backup file',
      async () => readdirSync(firefox.downloads).filter((file) => /\.json$/.test(file)),
      (files) => files.length === 1,
    );

    await press(t('settings.erase.button'));
    await waitUntil(
      'the question',
      () => count('[role=alertdialog]'),
      (found) => found === 1,
    );
    await press(t('settings.erase.button'));
    await says(t('settings.erase.done'));

    await choose('backup', join(firefox.downloads, backup));
    await waitUntil(
      'the offer',
      () => count('[data-part="restore-offer"]'),
      (found) => found === 1,
    );
    await press(t('settings.restore.go'));
    // Leaving the page before it is done would undo it: it is one transaction.
    await says(t('settings.restore.done'));

    await marionette.navigate(firefox.ownPage('popup.html'));
    await waitUntil(
      'the certificate in the popup',
      () =>
        marionette.evaluate<string | undefined>(
          `return document.querySelector('[data-certificate]')?.dataset.status`,
        ),
      (status) => status === 'valid',
    );
    // A name from the certificate is never kept.
    expect(await text()).not.toContain('常州市第一中学');
    expect(await count('[data-part="countdown"]')).toBe(1);
  } finally {
    await firefox.discard();
    await site.close();
    openssl.remove();
  }
});
