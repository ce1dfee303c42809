/** Days of validity that a page shows: offered in the popup over that page, kept by a yes and not before. */
import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { Popup, sentences } from './harness/own-pages';
import { siteAddress, UNIT, visit } from './harness/scene';

const t = sentences('zh');

/** The site's tab is in front; the popup, a tab behind it here, looks anew at what is in front. */
async function over(site: Page, popup: Page): Promise<void> {
  await site.bringToFront();
  await popup.evaluate(() => window.dispatchEvent(new Event('focus')));
}

for (const skin of ['element', 'classic'] as const) {
  test(`the last day on the list of certificates is offered and kept by a yes (${skin})`, async ({
    browserWithExtension,
  }) => {
    const popup = await browserWithExtension.openOwnPage('popup.html');
    await new Popup(popup).addSubject(UNIT);
    const person = await visit(browserWithExtension, skin, { state: 'ca-list' });
    await person.sees({ page: 'ca-list' });
    const offer = popup.locator('[data-part="seen-validity"] [data-until]');
    // Days are read when the page is idle, after its state was told: the popup may be looked at before.
    const offered = async () => {
      await over(person.page, popup);
      return offer.count();
    };
    await expect.poll(offered, { timeout: 15_000 }).toBe(1);
    const until = (await offer.getAttribute('data-until')) ?? '';
    expect(until).toMatch(/^20\d\d-\d\d-\d\d$/);
    const shown = await Promise.all(person.page.frames().map((frame) => frame.getByText(until).count()));
    expect(Math.max(...shown)).toBeGreaterThan(0);
    expect(await readTable(popup, 'real', 'certificates')).toEqual([]);

    await popup.bringToFront();
    await offer.getByRole('button', { name: t('popup.seen.keep') }).click();
    const form = popup.getByRole('dialog');
    await expect(form.getByLabel(t('popup.certificates.validUntil'))).toHaveValue(until);
    expect(await readTable(popup, 'real', 'certificates')).toEqual([]);
    await form.locator('input[name="generation"][value="old"]').check();
    await form.getByRole('button', { name: t('ui.save') }).click();
    await expect(popup.locator('[data-certificate]')).toContainText(t('popup.details.datesSeen'));
    expect(await readTable(popup, 'real', 'certificates')).toMatchObject([
      { validUntil: until, generation: 'old', details: { history: [{ by: 'page' }] } },
    ]);
    // What is kept is not offered again.
    await over(person.page, popup);
    await expect(popup.locator('[data-part="seen-validity"]')).toHaveCount(0);
  });
}

test('a rehearsal offers nothing', async ({ browserWithExtension }) => {
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await new Popup(popup).addSubject(UNIT);
  const practice = await browserWithExtension.openOwnPage(
    `practice.html${siteAddress('element', { state: 'ca-list' })}`,
  );
  await expect(practice.getByText('有效期至').first()).toBeVisible();
  await practice.waitForFunction(() => document.documentElement.childElementCount > 1);
  await over(practice, popup);
  const asked = await popup.evaluate(() =>
    (
      globalThis as unknown as {
        chrome: { runtime: { sendMessage(m: object): Promise<{ tabs: unknown[] }> } };
      }
    ).chrome.runtime.sendMessage({ type: 'pages.tabs' }),
  );
  expect(asked.tabs).toEqual([]);
  await expect(popup.locator('[data-part="seen-validity"]')).toHaveCount(0);
});
