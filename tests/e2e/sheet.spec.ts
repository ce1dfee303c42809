/** The printed guide: reached from popup, notice and desk, one page of paper, in numbers the card has. */
import { expect } from '@playwright/test';
import { expectNoViolation } from './harness/accessible';
import { sampled } from './harness/extent';
import { test } from './harness/fixtures';
import { readCard } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { IN_TRANSITION, prepare, visit } from './harness/scene';

const t = sentences('zh');

const DAYS = ['2023-09-07', IN_TRANSITION, '2026-11-26'];

test('popup, notice page and desk lead to it; its numbers are the card’s', async ({
  browserWithExtension: browser,
}) => {
  const popup = await prepare(browser);
  await popup.reload();
  const caller = await visit(browser, 'element', { state: 'ca-list' });
  await caller.sees({ guide: 'rebind', step: 'unbind-old' });
  const card = await readCard(caller.page);

  const open = async (from: typeof popup) => {
    const [sheet] = await Promise.all([
      browser.context.waitForEvent('page'),
      from
        .getByRole('link', { name: t('sheet.link') })
        .first()
        .click(),
    ]);
    await expect(sheet.locator('[data-part="sheet"]')).toBeVisible();
    return sheet;
  };
  const sheet = await open(popup);
  await expect(sheet.locator('[data-part="sheet"]')).toHaveAttribute('data-guide', 'rebind');
  const step = sheet.locator('[data-step="unbind-old"]');
  // As it is read out: what is printed, not what stands in the markup.
  const number = /^第\d+步/.exec(await step.innerText())?.[0];
  expect(number).toBeDefined();
  expect(card?.text).toContain(number);
  await expect(step.getByRole('listitem').first()).toContainText('□');

  const notice = await browser.openOwnPage('notice.html');
  await notice.getByLabel(t('noticePage.day')).fill(IN_TRANSITION);
  await open(notice);

  const desk = await browser.openOwnPage('desk.html');
  await desk.getByLabel(t('desk.code.field')).fill(/(?:\d{4} ){3}\d{4}/.exec(card?.text ?? '')?.[0] ?? '');
  await desk.locator('[data-part="caller"]').waitFor();
  const fromDesk = await open(desk);
  // Today the swap is over: the paper prints no step of it, and says why.
  await fromDesk.goto(`${fromDesk.url().split('?')[0]}?guide=rebind`);
  await expect(fromDesk.locator('[data-part="sheet"]')).toHaveAttribute('data-stopped', 'true');
  await expect(fromDesk.locator('[data-step]')).toHaveCount(0);
});

test('every guide fits on one page of A4, in black on white', async ({ browserWithExtension: browser }) => {
  const page = await browser.openOwnPage('sheet.html');
  await page.locator('[data-part="sheet"]').waitFor();
  const long: string[] = [];
  const ids = await page
    .getByLabel(t('sheet.guide'))
    .locator('option')
    .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
  expect(ids.length).toBeGreaterThan(8);
  const sheets = ids.flatMap((id) => DAYS.map((date) => ({ id, date })));
  // Every second: of each guide one day or two.
  for (const { id, date } of sampled(sheets, 2)) {
    await page.goto(`${page.url().split('?')[0]}?guide=${id}&date=${date}`);
    await page.locator('[data-part="sheet"]').waitFor();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (pages !== 1) long.push(`${id} on ${date}: ${pages}`);
  }
  expect(long).toEqual([]);
});

test('axe, light, dark and at 200 %; by keyboard another guide', async ({
  browserWithExtension: browser,
}) => {
  const page = await browser.openOwnPage(`sheet.html?date=${IN_TRANSITION}&guide=rebind`);
  await page.locator('[data-part="sheet"]').waitFor();
  await expectNoViolation(page, 'sheet');
  await page.getByLabel(t('sheet.guide')).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-part="sheet"]')).not.toHaveAttribute('data-guide', 'rebind');
});
