/** 编写通知, as built: prices by key, days to make up on, an envelope and hours, from the pasted notice to the exported pack. */

import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { MAIN_AND_SUB } from '@/lib/author/testing/main-and-sub';
import { loadPack } from '@/lib/notice/load';
import { test } from './harness/fixtures';
import { sentences } from './harness/own-pages';

const t = sentences('zh');

const entry = (page: Page, id: string) => page.locator(`[data-entry="${id}"]`);
const unfold = (page: Page, id: string) => entry(page, id).locator('summary').click();
const add = (page: Page, part: 'keys' | 'tariffs' | 'charges') =>
  page.getByRole('button', { name: t('author.add', { part: t(`author.section.${part}`) }) }).click();
const within = (page: Page, id: string, label: string) => entry(page, id).getByLabel(label, { exact: true });

async function checkAll(page: Page): Promise<void> {
  const unchecked = page.locator('[data-entry][data-unchecked], [data-part="header"] .author-unchecked');
  // A notice takes a moment to be read: nothing to look at yet is not nothing left to look at.
  await expect(unchecked.first()).toBeVisible();
  for (let left = await unchecked.count(); left > 0; left -= 1) {
    await page
      .getByRole('button', { name: t('author.checkedNext') })
      .first()
      .click();
    await expect(unchecked).toHaveCount(left - 1);
  }
}

// A whole notice is gone through by hand, on whatever machine this is.
test.describe.configure({ timeout: 240_000 });

test('what is read waits beside its clause; prices of the main and the sub key are written, kept, and printed for checking', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await page.getByLabel(t('author.paste')).fill(MAIN_AND_SUB);
  await page.getByRole('button', { name: t('author.read') }).click();
  await page.locator('[data-part="header"]').getByLabel(t('author.field.publishedOn')).fill('2026-08-17');

  // Suggested, each with its clause: not taken over before somebody has looked.
  const makeUp = entry(page, 'makeUps-1');
  await expect(makeUp).toContainText('逾期未办的，11月2日至11月13日');
  await expect(makeUp.getByText(t('author.unchecked'))).toBeVisible();
  await expect(within(page, 'makeUps-1', t('author.field.until'))).toHaveValue('2026-11-13');
  await expect(within(page, 'places-1', t('author.field.byPost'))).toBeChecked();
  await expect(within(page, 'places-1', t('author.field.hours'))).toHaveCount(0);
  await expect(within(page, 'contacts-1', t('author.field.contacts_hours'))).toHaveValue(
    '工作日9:00至12:00、13:30至17:00',
  );
  // A price in one sum has no part beside it; where the CA's own is written, the sum is not asked.
  await expect(within(page, 'tariffs-2', t('author.field.total'))).toHaveValue('40');
  await expect(within(page, 'tariffs-1', t('author.field.total'))).toHaveCount(0);

  // Whose price it is the clause says of two keys: the author is asked, and answers.
  await expect(entry(page, 'charges-1')).toContainText('主锁或副锁');
  await within(page, 'keys-2', t('author.field.name')).fill('单位主锁');
  await unfold(page, 'keys-2');
  await within(page, 'keys-2', t('author.field.role')).selectOption('main');
  await add(page, 'keys');
  await within(page, 'keys-3', t('author.field.name')).fill('单位副锁');
  await within(page, 'keys-3', t('author.field.phrases')).fill('海西数证');
  await unfold(page, 'keys-3');
  await within(page, 'keys-3', t('author.field.role')).selectOption('sub');
  await within(page, 'keys-3', t('author.field.cite')).fill('一');
  await add(page, 'tariffs');
  await within(page, 'tariffs-3', t('author.field.name')).fill('副锁');
  await within(page, 'tariffs-3', t('author.field.ca')).fill('60');
  await within(page, 'tariffs-3', t('author.field.cite')).fill('四（一）');
  for (const id of ['charges-1', 'charges-2']) {
    await unfold(page, id);
    await within(page, id, '单位主锁').check();
    await expect(entry(page, id)).not.toContainText('主锁或副锁的？');
  }
  for (const [id, set, payer] of [
    ['charges-4', 'first', 'finance'],
    ['charges-5', 'further', 'self'],
  ] as const) {
    await add(page, 'charges');
    await within(page, id, t('author.field.business')).selectOption('replace');
    await within(page, id, t('author.field.tariff')).selectOption('副锁');
    await within(page, id, t('author.field.payer')).selectOption(payer);
    await within(page, id, t('author.field.cite')).fill('四（二）');
    await unfold(page, id);
    await within(page, id, '单位副锁').check();
    await within(page, id, t('author.field.set')).selectOption(set);
  }

  // What is folded stays in sight once it holds something, over a reload too.
  await expect(page.getByText(t('author.kept'))).toBeVisible();
  await page.reload();
  await expect(within(page, 'charges-5', t('author.field.set'))).toBeVisible();
  await expect(within(page, 'charges-5', t('author.field.set'))).toHaveValue('further');

  await page.getByRole('tab', { name: t('author.view.sheet') }).click();
  const sheet = page.locator('[data-part="check-sheet"]');
  const row = (words: string) => sheet.locator('tr').filter({ hasText: words });
  await expect(row(t('author.section.makeUps'))).toContainText('二（二）');
  await expect(row(t('author.field.postNote'))).toContainText('不收到付件');
  const beyond = t('author.pair', { name: t('author.field.set'), value: t('author.option.further') });
  await expect(row(beyond)).toContainText('单位副锁');
});

const SHORT = `某市财政局关于更换CA的通知（示例）
某财购〔2026〕8号
一、全市预算单位将原甲CA更换为乙CA。
二、预算单位应于10月30日前到乙公司窗口领取乙CA。逾期未领的，11月2日至11月13日补领。
三、遗失补办的，工本费每个40元，由单位自行承担。
四、材料寄至某市文昌路9号乙公司换证组收（邮编：229900），电话：0500-88000704，不收到付件。
五、咨询电话：乙公司，0500-88000701（工作日9:00至17:00）。
某市财政局
2026年8月14日`;

test('each part goes into the exported pack, with what a reader needs to know of it', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await page.getByLabel(t('author.paste')).fill(SHORT);
  await page.getByRole('button', { name: t('author.read') }).click();
  await page.locator('[data-part="header"]').getByLabel(t('author.field.publishedOn')).fill('2026-08-17');
  await checkAll(page);
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.locator('[data-problem]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('author.export') })).toBeEnabled();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('author.export') }).click(),
  ]);
  const loaded = loadPack(readFileSync(await download.path(), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { requires, fees, obligations, places, contacts } = loaded.pack;
  expect(requires).toContain('key-prices');
  expect(fees.tariffs).toMatchObject([{ total: 40, per: 'once', cite: '三' }]);
  expect(fees.charges).toMatchObject([{ business: 'reissue', payer: 'self', tariff: fees.tariffs[0]?.id }]);
  expect(obligations[0]?.makeUps).toMatchObject([{ from: '2026-11-02', until: '2026-11-13', cite: '二' }]);
  expect(places).toMatchObject([
    { address: { zh: '某市文昌路9号' }, post: { recipient: { zh: '乙公司换证组收' }, postcode: '229900' } },
  ]);
  expect(contacts).toMatchObject([{ hours: { zh: '工作日9:00至17:00' } }]);
});
