/** axe on the extension's own pages, as built: empty and filled, with their dialogs, in both schemes, at 200 % text. */
import { expect } from '@playwright/test';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import { axeOn, expectNoViolation } from './harness/accessible';
import { test } from './harness/fixtures';
import { GuidePanel } from './harness/guide-panel';
import { waitForCard } from './harness/overlay';
import { Popup, sentences } from './harness/own-pages';
import { prepare, UNIT } from './harness/scene';

const t = sentences('zh');

/** A browser's popup grows with its content and its scrollbar, to 800 pixels. */
const POPUP = { width: { '100%': 416, '200%': 800 } } as const;
const WIDE = { width: { '100%': 1024, '200%': 1024 } } as const;

test('the popup: empty, filled, and its forms', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  await page.locator('[data-part="welcome"]').waitFor();
  await expectNoViolation(page, 'welcome', POPUP);

  const popup = new Popup(page);
  await popup.button('popup.subject.add').first().click();
  await page.getByRole('dialog').waitFor();
  await expectNoViolation(page, 'subject form', POPUP);
  await page.keyboard.press('Escape');
  await popup.addSubject(UNIT);
  for (const [label, validUntil] of [
    ['新CA', '2099-10-08'],
    ['过期的CA', '2020-10-08'],
  ] as const) {
    await popup.addCertificate({ kind: 'ca', generation: 'new', label, validUntil });
  }
  await expect(page.locator('[data-part="countdown"]')).toBeVisible();
  await expectNoViolation(page, 'filled', POPUP);

  await popup.button('popup.certificates.add').first().click();
  await page.getByRole('dialog').waitFor();
  await expectNoViolation(page, 'certificate form', POPUP);
});

test('the popup in a previewed transition, and the settings', async ({ browserWithExtension }) => {
  const page = await prepare(browserWithExtension);
  await page.reload();
  await expect(page.locator('[data-part="preview"]')).toBeVisible();
  await expectNoViolation(page, 'previewed', POPUP);

  const settings = await browserWithExtension.openOwnPage('options.html');
  await settings.getByRole('button', { name: t('settings.preview.leave') }).waitFor();
  await expectNoViolation(settings, 'settings', WIDE);
});

for (const language of ['zh', 'en'] as const) {
  test(`certificate files, the form by hand and the passphrase with what they say, in ${language}`, async ({
    launch,
  }) => {
    const speech = sentences(language);
    const browser = await launch({ language });
    const openssl = new OpenSsl();
    try {
      const name = openssl.make({ subject: '/O=常州市第一中学/CN=张三', until: '20991229155959Z' });
      const unknown = openssl.make({ subject: '/O=常州市第一中学/CN=李四', issuer: '/O=某某CA' });
      openssl.write('empty.cer', '');
      const files = [`${name}.cer`, `${unknown}.cer`, `${name}.key`, 'empty.cer'].map((file) =>
        openssl.path(file),
      );
      const page = await browser.openOwnPage('popup.html');
      const popup = new Popup(page, language);
      await popup.addSubject(UNIT);
      await popup.button('popup.files.open').first().click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('input[type="file"]').setInputFiles(files);
      await expect(dialog.locator('[data-candidate]')).toHaveCount(2);
      await expect(dialog.locator('[data-error]')).toHaveCount(2);
      await expectNoViolation(page, 'certificate files', POPUP);
      await page.keyboard.press('Escape');

      await popup.button('popup.certificates.add').first().click();
      await dialog.locator('details').evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      await dialog
        .getByRole('textbox', { name: speech('popup.certificates.holder') })
        .fill('32040219900101123X');
      await dialog.getByRole('button', { name: speech('ui.save') }).click();
      await expect(dialog.getByText(speech('ui.problem.idNumber'))).toBeVisible();
      await expectNoViolation(page, 'by hand, refused', POPUP);

      const settings = await browser.openOwnPage('options.html');
      const backup = settings.locator('[data-part="backup"]');
      await backup.getByRole('checkbox').check();
      await backup.locator('input[type="password"]').first().fill('12345678');
      await backup.getByRole('button', { name: speech('settings.backup.save') }).click();
      await expect(backup.getByText(speech('settings.backup.digitsOnly'))).toBeVisible();
      await expectNoViolation(settings, 'passphrase, refused', WIDE);
    } finally {
      openssl.remove();
    }
  });
}

test('the popup’s guide with questions and offers, its troubles with the environment, and the summary', async ({
  browserWithExtension,
}) => {
  test.setTimeout(120_000);
  const page = await prepare(browserWithExtension, { date: '2026-11-20' });
  const panel = new GuidePanel(page);
  await panel.picks('unbind-by-application');
  await panel.says('say-done', 'fill-form');
  await panel.says('say-done', 'hand-in');
  await panel.panel.locator('[data-question]').first().waitFor();
  const troubles = page.locator('[data-part="troubles"]');
  await troubles.locator('summary').first().click();
  await troubles.getByRole('button', { name: t('popup.troubles.environment') }).click();
  await troubles.locator('[data-finding="access"]').waitFor();
  await expectNoViolation(page, 'guide, troubles, environment', POPUP);
  const opened = browserWithExtension.context.waitForEvent('page');
  await panel.panel.getByRole('button', { name: t('popup.guide.summary') }).click();
  const summary = await opened;
  await summary.locator('[data-part="summary"]').waitFor();
  await expectNoViolation(summary, 'summary', WIDE);
});

test('the practice page with its console, and the guide beside it', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const page = await browserWithExtension.openOwnPage('practice.html?skin=element&state=ca-list');
  await waitForCard(page, {});
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes[0]?.html])).toEqual([]);
  }
});
