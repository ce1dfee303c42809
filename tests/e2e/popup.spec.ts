import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { clickInCard } from './harness/overlay';
import { Popup, sentences } from './harness/own-pages';
import { IN_TRANSITION, prepare, UNIT, visit } from './harness/scene';
import { waitUntil } from './harness/wait-until';

const t = sentences('zh');

test('a fresh profile is welcomed, a subject and its certificates are entered, the countdown counts', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  await expect(page.locator('[data-part="welcome"]')).toContainText(t('popup.welcome.title'));
  // The day is fixed before the certificate is entered, so that the figures are known.
  const popup = new Popup(page);
  await popup.addSubject(UNIT);
  await previewThroughSettings(browserWithExtension, IN_TRANSITION);
  await expect(page.locator('[data-part="preview"]')).toContainText('2023');

  await popup.addCertificate({
    kind: 'ca',
    generation: 'new',
    label: '苏采云新CA',
    validUntil: '2023-10-08',
  });
  const countdown = page.locator('[data-part="countdown"]');
  await expect(countdown).toHaveAttribute('data-days', '18');
  // From 20 September to 8 October with both ends: 29 September to 6 October off, 7 and 8 October worked.
  await expect(countdown).toContainText('9个工作日（含今天）');
  await expect(countdown).toContainText('苏采云新CA');

  // What the page shows is what is kept.
  const kept = await readTable<{ label: string; validUntil: string }>(page, 'preview', 'certificates');
  expect(kept.map(({ label, validUntil }) => ({ label, validUntil }))).toEqual([
    { label: '苏采云新CA', validUntil: '2023-10-08' },
  ]);

  for (const part of ['timeline', 'keys', 'next', 'actions', 'contacts']) {
    await expect(page.locator(`[data-part="${part}"]`).first(), part).toBeVisible();
  }
  // The old seal and CA are kept for the other system (notice, part 3, point 2).
  await expect(page.locator('[data-part="keys"]')).toContainText('国信');
});

/** Sets the day as a person does: in the settings page. */
async function previewThroughSettings(
  browser: { openOwnPage(path: string): Promise<import('@playwright/test').Page> },
  date: string,
): Promise<void> {
  const settings = await browser.openOwnPage('options.html');
  await settings.getByLabel(t('settings.preview.date'), { exact: true }).fill(date);
  await settings.getByRole('button', { name: t('settings.preview.enter') }).click();
  await expect(settings.getByRole('button', { name: t('settings.preview.leave') })).toBeVisible();
  await settings.close();
}

test('a page that waits for its subject is answered in the popup, and the card goes on', async ({
  browserWithExtension,
}) => {
  const page = await prepare(browserWithExtension, { subjects: [] });
  const person = await visit(browserWithExtension, 'element');
  await person.sees({ step: 'choose-subject' });
  await new Popup(page).addSubject(UNIT);
  await person.sees({ guide: 'rebind', step: 'log-in', page: 'login-account' });
});

test('leaving the preview brings back today and the real records', async ({ browserWithExtension }) => {
  const page = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'home' });
  await person.sees({ phase: 'transition', preview: IN_TRANSITION });
  await page.getByRole('button', { name: t('popup.preview.leave') }).click();
  await expect(page.locator('[data-part="preview"]')).toHaveCount(0);
  await person.sees({ phase: 'new-only', preview: null });
});

test.describe('in an English browser', () => {
  test.use({ language: 'en' });

  test('popup and card speak English', async ({ browserWithExtension }) => {
    await prepare(browserWithExtension, { language: 'en' });
    const person = await visit(browserWithExtension, 'element');
    const card = await person.sees({ guide: 'rebind', step: 'log-in' });
    expect(card.text).toMatch(/unofficial/i);
    expect(card.text).toContain('Step 1');
  });
});

test('an obligation answered in the card is answered in the popup, and the other way round', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { subjects: [UNIT] });
  const person = await visit(browserWithExtension, 'element', { state: 'home' });
  await person.sees({ guide: 'rebind', page: 'home', says: '申请表交了吗？' });
  const obligation = popup.locator('[data-obligation="file-application"]');
  await expect(obligation).toHaveAttribute('data-state', 'ask');

  await clickInCard(person.page, '[data-action="obligation-yes"]');
  await expect(obligation).toHaveAttribute('data-state', 'said');

  // Taken back in the popup; what was said there instead is on the card.
  await popup.bringToFront();
  await obligation.getByRole('button', { name: t('popup.obligations.retract') }).click();
  await expect(obligation).toHaveAttribute('data-state', 'ask');
  await obligation.getByRole('button', { name: t('popup.obligations.no') }).click();
  await expect(obligation).toHaveAttribute('data-state', 'overdue');
  await person.page.bringToFront();
  await waitUntil(
    'the card to show the answer given in the popup',
    () => person.card(),
    (card) =>
      card?.controls.some(
        ({ attributes }) =>
          attributes['data-action'] === 'obligation-no' && attributes['aria-pressed'] === 'true',
      ) === true,
  );
});
