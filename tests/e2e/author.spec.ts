/** 编写通知 and 通知, as built: a clerk pastes a notice, takes it down clause by clause, and exports a pack. */

import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { SAMPLE_NOTICE } from '@/lib/author/testing/sample-notice';
import { OWN_DAYS } from '@/lib/author/testing/walks/own-days';
import { loadPack } from '@/lib/notice/load';
import { axeOn } from './harness/accessible';
import { test } from './harness/fixtures';
import { sentences } from './harness/own-pages';

const t = sentences('zh');

async function begin(page: Page): Promise<void> {
  await page.getByLabel(t('author.paste')).fill(SAMPLE_NOTICE);
  for (const [field, value] of [
    ['title', '示例市财政局关于更换CA数字证书和电子签章的通知（示例）'],
    ['issuer', '示例市财政局'],
    ['documentNumber', '示财购〔2026〕3号'],
    ['region', '示例市'],
    ['signedOn', '2026-02-27'],
    ['publishedOn', '2026-02-28'],
    ['packId', 'sample-2026-3'],
  ] as const) {
    await page
      .locator('[data-part="header"]')
      .getByLabel(t(`author.field.${field}`), { exact: true })
      .fill(value);
  }
}

type Part = 'phases' | 'duties' | 'audiences' | 'contacts' | 'keys' | 'renewals';
const take = async (page: Page, clause: string, part: Part) => {
  const place = page.locator(`[data-clause="${clause}"]`);
  const name = t('author.take', { part: t(`author.section.${part}`) });
  const button = place.getByRole('button', { name, exact: true });
  // What a clause does not look like is chosen from the list of the others.
  if ((await button.count()) > 0) return button.click();
  const others = place.getByLabel(t('author.takeOther', { cite: clause }));
  return others.selectOption({ label: t(`author.section.${part}`) });
};

const entry = (page: Page, id: string) => page.locator(`[data-entry="${id}"]`);

async function fillPhase(page: Page, id: string, name: string, allowed: readonly ('unbindOld' | 'bind')[]) {
  await entry(page, id).getByLabel(t('author.field.name'), { exact: true }).fill(name);
  for (const rule of allowed) {
    await entry(page, id)
      .getByLabel(t(`author.field.${rule}`), { exact: true })
      .selectOption('allows');
  }
}

/** Pastes a notice and has it read whole. */
async function read(page: Page, notice: string): Promise<void> {
  await page.getByLabel(t('author.paste')).fill(notice);
  await page.getByRole('button', { name: t('author.read') }).click();
}

async function write(page: Page): Promise<void> {
  await begin(page);
  await take(page, '一（一）', 'audiences');
  await take(page, '一（一）', 'keys');
  await expect(entry(page, 'keys-2').getByLabel(t('author.field.name'), { exact: true })).toHaveValue('乙CA');
  await take(page, '一（二）2', 'phases');
  await fillPhase(page, 'phases-1', '过渡阶段', ['unbindOld', 'bind']);
  await take(page, '一（二）1', 'duties');
  await take(page, '四', 'contacts');
  for (const id of ['contacts-1', 'contacts-2']) {
    await entry(page, id).getByLabel(t('author.field.about'), { exact: true }).fill('更换CA');
  }
}

test('a notice is written, kept over a reload, checked, seen as its readers see it, and exported', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await write(page);
  await expect(page.getByText(t('author.kept'))).toBeVisible();
  await page.reload();
  await expect(entry(page, 'phases-1').getByLabel(t('author.field.until'), { exact: true })).toHaveValue(
    '2026-04-12',
  );

  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.locator('[data-advice="weekend"]')).toContainText('2026年4月12日是周日');
  await expect(page.locator('[data-advice="uncertainDay"]')).toContainText('是否含当日');
  await expect(page.locator('[data-problem]')).toHaveCount(0);

  await page.getByRole('tab', { name: t('author.view.preview') }).click();
  await expect(page.locator('[data-part="duties"]')).toContainText('3月13日');
  const card = page.locator('[data-part="card-picture"] [data-part="card"]');
  await expect(card).toHaveAttribute('data-phase', 'phases-1');

  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('author.export') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sample-2026-3-1.0.0.json');
  const loaded = loadPack(readFileSync(await download.path(), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  expect(loaded.pack.phases).toMatchObject([{ from: '2026-03-16', until: '2026-04-12', cite: '一（二）2' }]);
  expect(loaded.pack.guides.map(({ id }) => id)).toContain('rebind');
});

test('a whole notice is read at once; nothing leaves the form before each entry was looked at', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await read(page, SAMPLE_NOTICE);
  await page.locator('[data-part="header"]').getByLabel(t('author.field.publishedOn')).fill('2026-02-28');
  await expect(entry(page, 'phases-2').getByLabel(t('author.field.unbindOld'))).toHaveValue('allows');
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.locator('[data-problem]')).toHaveCount(0);
  const save = page.getByRole('button', { name: t('author.export') });
  await expect(save).toBeDisabled();
  await page.getByRole('button', { name: t('author.seekUnchecked') }).click();
  // One key goes through all of them: what waits first is in focus, then the next.
  await expect(page.locator('[data-part="header"] [data-part="checked"]')).toBeFocused();
  const unchecked = page.locator('[data-entry][data-unchecked], [data-part="header"] .author-unchecked');
  const count = await unchecked.count();
  expect(count).toBeGreaterThan(15);
  for (let left = count; left > 0; left -= 1) {
    await page
      .getByRole('button', { name: t('author.checkedNext') })
      .first()
      .click();
    await expect(unchecked).toHaveCount(left - 1);
  }
  // What was checked stays so over a reload.
  await expect(page.getByText(t('author.kept'))).toBeVisible();
  await page.reload();
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('sl-2026-3-1.0.0.json');
  const loaded = loadPack(readFileSync(await download.path(), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  expect(loaded.pack.phases.map(({ name, from, until }) => [name.zh, from, until])).toEqual([
    ['申请阶段', '2026-03-02', '2026-03-13'],
    ['过渡阶段', '2026-03-16', '2026-04-12'],
    ['只用新CA', '2026-04-13', undefined],
  ]);
  expect(loaded.pack.certificates.map(({ name }) => name.zh)).toEqual([
    '原甲CA',
    '乙CA',
    '原电子签章',
    '丙公司电子签章',
  ]);
  expect(loaded.pack.guides.map(({ id }) => id)).toContain('rebind');

  // A notice that changes this one can be begun at once, before anybody has the file.
  await page.getByRole('button', { name: t('author.begin') }).click();
  const base = page.locator('[data-part="base"]').getByLabel(t('author.base'), { exact: true });
  await base.selectOption('sl-2026-3');
  await page.getByRole('tab', { name: t('author.view.form') }).click();
  await expect(page.locator('[data-part="amendments"]')).toBeVisible();

  // A text that names the notice it changes is read beside it without being told.
  await page.getByRole('button', { name: t('author.begin') }).click();
  await page.getByLabel(t('author.paste')).fill(`示例市财政局关于延长过渡阶段的补充通知（示例）
示财购〔2026〕5号
现对《示例市财政局关于更换CA数字证书和电子签章的通知（示例）》（示财购〔2026〕3号）补充通知如下：
一、过渡阶段延长至4月24日。
二、市财政局政府采购处电话由66660001调整为66660008。
示例市财政局
2026年4月1日`);
  await expect(page.getByText(t('author.readNoBase', { number: '示财购〔2026〕3号' }))).toBeHidden();
  await page.getByRole('button', { name: t('author.read') }).click();
  await expect(base).toHaveValue('sl-2026-3');
  const moved = page.locator('[data-entry^="amendments-"]');
  await expect(moved.filter({ hasText: '过渡阶段' }).first()).toBeVisible();
  await expect(entry(page, 'amendments-1').getByLabel(t('author.field.until'), { exact: true })).toHaveValue(
    '2026-04-24',
  );
});

test('months, sixty days after expiry, and a day of one’s own are written from their clauses', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await page.getByLabel(t('author.paste')).fill(OWN_DAYS.text);
  for (const [field, value] of Object.entries(OWN_DAYS.header)) {
    await page
      .locator('[data-part="header"]')
      .getByLabel(t(`author.field.${field as 'title'}`), { exact: true })
      .fill(value);
  }
  for (const step of OWN_DAYS.steps) if ('take' in step) await take(page, step.take, step.as as Part);
  const field = (id: string, name: Parameters<typeof t>[0]) =>
    entry(page, id).getByLabel(t(name), { exact: true });
  // The event came along with the duty that counts from it, and waits to be looked at beside its clause.
  await expect(field('events-1', 'author.field.events_name')).toHaveValue('原CA解绑');
  await expect(entry(page, 'events-1')).toHaveAttribute('data-unchecked', 'true');
  await expect(entry(page, 'events-1')).toContainText('原CA解绑后3个工作日内绑定新锁');
  await expect(field('duties-1', 'author.field.dueAnchor')).toHaveValue('event');
  await expect(field('duties-1', 'author.field.dueEvent')).toHaveValue('events-1');
  await expect(field('duties-2', 'author.field.dueUnit')).toHaveValue('months');
  // Only what is meant is asked for: no end before the last day beside one after it.
  await expect(field('renewals-1', 'author.field.ends')).toHaveValue('after');
  await expect(field('renewals-1', 'author.field.grace')).toHaveValue('60');
  await expect(field('renewals-1', 'author.field.closes')).toHaveCount(0);
  await field('renewals-1', 'author.field.ends').selectOption('before');
  await expect(field('renewals-1', 'author.field.closes')).toBeVisible();
  await field('renewals-1', 'author.field.ends').selectOption('after');
  await entry(page, 'renewals-1').getByRole('checkbox', { name: '海西数证CA', exact: true }).check();
  await field('contacts-1', 'author.field.about').fill('批次和增办');

  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.locator('[data-problem]')).toHaveCount(0);
  const save = page.getByRole('button', { name: t('author.export') });
  await expect(save).toBeDisabled();
  await page.getByRole('tab', { name: t('author.view.form') }).click();
  for (const id of ['events-1', 'events-2']) {
    await entry(page, id)
      .getByRole('button', { name: t('author.checkedNext') })
      .click();
  }
  await page.getByRole('tab', { name: t('author.view.sheet') }).click();
  const sheet = page.locator('[data-part="check-sheet"]');
  await expect(sheet.getByRole('row').filter({ hasText: t('author.section.renewals') })).toContainText(
    t('author.pair', { name: t('author.field.ends'), value: t('author.option.ends_after') }),
  );
  await expect(
    sheet
      .getByRole('row')
      .filter({ hasText: t('author.section.events') })
      .first(),
  ).toContainText('原CA解绑');
  await expect(page.getByText(t('author.kept'))).toBeVisible();
  await page.reload();
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const loaded = loadPack(readFileSync(await download.path(), 'utf8'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { pack } = loaded;
  expect(pack.requires).toEqual(expect.arrayContaining(['month-leads', 'renewal-leads', 'event-dates']));
  expect(pack.events?.map(({ name }) => name.zh)).toEqual(['原CA解绑', '单位变更登记']);
  expect(pack.obligations.map(({ due }) => due)).toMatchObject([
    { anchor: { kind: 'event', event: 'events-1' }, lead: { count: 3, unit: 'working-days' } },
    { anchor: { kind: 'event', event: 'events-2' }, lead: { count: 1, unit: 'months' } },
  ]);
  expect(pack.renewals).toMatchObject([
    { opens: { count: 3, unit: 'months' }, graceAfter: { count: 60, unit: 'days' } },
  ]);
});

test('what is wrong is said at its place, and nothing can be exported until it is right', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  // Nobody has come to these fields yet: what is missing is told where all is checked.
  await expect(page.locator('[data-part="header"] .note--red')).toHaveCount(0);
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.locator('[data-problem]').first()).toBeVisible();
  await page.getByRole('tab', { name: t('author.view.form') }).click();
  await write(page);
  await entry(page, 'phases-1').getByLabel(t('author.field.until'), { exact: true }).fill('2026-03-01');
  await expect(entry(page, 'phases-1')).toContainText('早于开始日期');
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.getByRole('button', { name: t('author.export') })).toBeDisabled();
  // The remark leads to its entry.
  await page.locator('[data-problem="endBeforeStart"]').getByRole('button').click();
  await expect(entry(page, 'phases-1')).toBeInViewport();
});

/** Every state by itself in both schemes and at twice the size: nothing for axe, nothing that scrolls sideways. */
async function lookAt(
  states: readonly { readonly name: string; readonly page: Page; show(): Promise<void> }[],
): Promise<void> {
  for (const state of states) {
    await state.show();
    for (const [colorScheme, fontSize] of [
      ['light', '100%'],
      ['dark', '100%'],
      ['light', '200%'],
    ] as const) {
      await state.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await state.page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, fontSize);
      const { violations } = await axeOn(state.page).analyze();
      expect(
        violations.map(({ id, nodes }) => [state.name, colorScheme, fontSize, id, nodes[0]?.html]),
      ).toEqual([]);
      const sideways = await state.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, `${state.name} at ${fontSize}`).toBeLessThanOrEqual(0);
    }
  }
}

const views = (page: Page, ...names: readonly ('form' | 'findings' | 'preview' | 'sheet')[]) =>
  names.map((name) => ({
    name: name as string,
    page,
    show: () => page.getByRole('tab', { name: t(`author.view.${name}`) }).click(),
  }));

test('axe: the form, the findings, the preview, the check sheet, the notice; light and dark, at 200 %', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await write(page);
  const notice = await browserWithExtension.openOwnPage('notice.html');
  await notice.locator('[data-part="notice"]').waitFor();
  await lookAt([
    ...views(page, 'form', 'findings', 'preview', 'sheet'),
    { name: 'notice', page: notice, show: async () => {} },
  ]);
});

test('axe: a notice that was just read, and its preview; light and dark, at 200 %', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await read(page, SAMPLE_NOTICE);
  await entry(page, 'phases-2').waitFor();
  await lookAt(views(page, 'form', 'preview'));
});

test('the page 通知 shows the whole notice to whom and on the day that are chosen', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('notice.html');
  const notice = page.locator('[data-part="notice"]');
  await page.getByLabel(t('noticePage.day')).fill('2023-09-20');
  await expect(notice.locator('[data-phase="transition"]')).toHaveAttribute('aria-current', 'step');
  await page.getByLabel(t('noticePage.whom')).selectOption('supplier');
  await expect(notice.locator('[data-duty]')).toHaveAttribute('data-duty', 'not-stated');
  await page.getByLabel(t('noticePage.whom')).selectOption('budget-unit');
  await expect(notice.locator('[data-part="materials"]')).toContainText('附件1');
  await expect(notice.locator('[data-part="places"]')).toContainText(t('noticePage.noHours'));
  await expect(notice.locator('[data-part="silences"]')).toContainText('通知未写');
});

test('names and numbers are confirmed part by part once they were seen; days and rules one by one', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await read(page, SAMPLE_NOTICE);
  const header = page.locator('[data-part="header"]');
  await header.getByLabel(t('author.field.publishedOn')).fill('2026-02-28');
  await header.locator('[data-part="checked"]').click();
  const unchecked = page.locator('[data-entry][data-unchecked]');
  const all = await unchecked.count();
  let presses = 1;
  const materials = page.locator('[data-part="keys"] [data-part="together"] button');
  // Far below the window nothing was seen yet.
  await expect(materials).toBeDisabled();
  for (const part of await page.locator('section[data-part]').all()) {
    const button = part.locator('[data-part="together"] button');
    if ((await button.count()) === 0) continue;
    for (const one of await part.locator('[data-entry]').all()) {
      await one.locator('.author-entry-actions').scrollIntoViewIfNeeded();
      const clause = one.locator('.author-unchecked');
      if ((await clause.count()) > 0) await clause.scrollIntoViewIfNeeded();
    }
    await expect(button).toBeEnabled();
    await button.click();
    presses += 1;
    await expect(part.locator('[data-part="together"]')).toHaveCount(0);
  }
  await expect(page.locator('[data-entry^="phases-"]').first()).toHaveAttribute('data-unchecked', 'true');
  await expect(page.locator('[data-entry^="duties-"]').first()).toHaveAttribute('data-unchecked', 'true');
  // What is left is gone through one by one, and only then the pack leaves.
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.getByRole('button', { name: t('author.export') })).toBeDisabled();
  await page.getByRole('tab', { name: t('author.view.form') }).click();
  for (let left = await unchecked.count(); left > 0; left -= 1) {
    await page
      .getByRole('button', { name: t('author.checkedNext') })
      .first()
      .click();
    presses += 1;
    await expect(unchecked).toHaveCount(left - 1);
  }
  expect(presses).toBeLessThan(all);
  await page.getByRole('tab', { name: t('author.view.findings') }).click();
  await expect(page.getByRole('button', { name: t('author.export') })).toBeEnabled();
});

test('a draft goes along as a file; a pack finds its draft, and says where it has none', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await begin(page);
  await expect(page.getByText(t('author.kept'))).toBeVisible();
  const part = page.locator('[data-part="draft-file"]');
  await part.locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    part.getByRole('button', { name: t('author.saveDraft') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sample-2026-3.draft.json');
  const buffer = readFileSync(await download.path());
  const give = (name: string, content: Buffer) =>
    part.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/json', buffer: content });
  await give('x.json', Buffer.from('{"format":"rebind.notice/1"}'));
  await expect(part.getByRole('alert')).toHaveText(t('author.noDraftFile'));
  await give('sample.draft.json', buffer);
  await expect(part.getByRole('status')).toHaveText(t('author.draftOpened'));
  await expect(page.getByLabel(t('author.draft'), { exact: true }).locator('option')).toHaveCount(2);
  await expect(page.locator('[data-part="header"]').getByLabel(t('author.field.packId'))).toHaveValue(
    'sample-2026-3',
  );
});
