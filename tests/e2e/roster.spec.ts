/** The roster in the released extension: ugly files come in, nothing is lost, everything works by the keyboard. */

import { readFile, stat } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import readWorkbook from 'read-excel-file/node';
import { axeOn } from './harness/accessible';
import { expect, test } from './harness/fixtures';
import { sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';
import { gbkList, longWorkbook, shownList, uglyWorkbook, zipBomb } from './harness/roster-files';

const t = sentences('zh');

async function sheetsOf(download: Download) {
  return readWorkbook(await readFile(await download.path()));
}

async function expectNoViolation(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id, nodes }) => [state, colorScheme, id, nodes[0]?.html])).toEqual([]);
  }
}

test('an ugly workbook comes in whole: what cannot be read is listed by line, and can be taken along', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.startImport('import');
  await roster.choose({ name: '名册.xlsx', bytes: uglyWorkbook() });
  await roster.check();
  expect(await roster.counts()).toEqual([
    t('roster.import.added', { count: 3 }),
    t('roster.import.changed', { count: 0 }),
    t('roster.import.same', { count: 0 }),
    t('roster.import.bad', { count: 3 }),
    t('roster.import.cells', { count: 4 }),
    t('roster.import.blank', { count: 1 }),
  ]);
  expect(await roster.problems()).toEqual([
    '6 formula',
    '7 no-name',
    '8 error-value',
    '8 not-a-state',
    '9 formula',
    '9 no-name',
    '10 total-row',
  ]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    roster.button('roster.import.download').click(),
  ]);
  const [problems] = await sheetsOf(download);
  expect(problems?.data).toContainEqual([
    8,
    t('roster.column.caState'),
    t('roster.problem.not_a_state'),
    "'=1+1",
  ]);
  await roster.finish();
  await expect(roster.rows()).toHaveCount(3);
  await roster.rows().filter({ hasText: '第1中学（本部）' }).dblclick();
  const form = page.locator('[data-part="unit-form"]');
  await expect(form.getByLabel(t('roster.field.code'))).toHaveValue('101001');
  await expect(form.getByLabel(t('roster.field.phone'))).toHaveValue('0519-88888888');
  await expect(form.getByLabel(t('roster.field.supervisingUnit'))).toHaveValue('市教育局');
  await expect(form.locator('[data-track="ca"] input[type="date"]')).toHaveValue('2023-09-12');
});

test('GBK, pasted cells and 50,000 rows come in; an import is undone and done again', async ({
  browserWithExtension,
}) => {
  test.slow();
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.importFile({ name: 'gbk.csv', bytes: gbkList() });
  await expect(roster.rows()).toContainText(['市一中']);

  await roster.startImport('import');
  await roster
    .dialog()
    .getByLabel(t('roster.import.paste'))
    .fill('单位名称\t备注\n"市二中\n（东校区）"\t"甲\t乙"\n市一中\t补的');
  await roster.button('roster.import.pasteGo').click();
  await roster.check();
  expect((await roster.counts()).slice(0, 2)).toEqual([
    t('roster.import.added', { count: 1 }),
    t('roster.import.changed', { count: 1 }),
  ]);
  await roster.finish();
  await expect(roster.rows()).toHaveCount(2);

  await roster.importFile({ name: 'long.xlsx', bytes: await longWorkbook(50_000) });
  await expect(page.getByText(t('roster.total', { count: 50_002 }))).toBeVisible({ timeout: 60_000 });
  await roster.button('roster.action.undo').click();
  await expect(page.getByText(t('roster.total', { count: 2 }))).toBeVisible({ timeout: 60_000 });
  await roster.button('roster.action.redo').click();
  await expect(page.getByText(t('roster.total', { count: 50_002 }))).toBeVisible({ timeout: 60_000 });
  // As much as the libraries would pack in workers, which our policy refuses.
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    roster.button('roster.action.export').click(),
  ]);
  expect((await stat(await download.path())).size).toBeGreaterThan(500_000);
  // What was acknowledged stays.
  await page.reload();
  await expect(page.getByText(t('roster.total', { count: 50_002 }))).toBeVisible({ timeout: 60_000 });
});

test('what is no list says so, and changes nothing', async ({ browserWithExtension }) => {
  const roster = await RosterPage.open(browserWithExtension);
  await roster.startImport('import');
  for (const [name, bytes, kind] of [
    ['炸弹.xlsx', zipBomb(), 'bomb'],
    ['老表.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-excel'],
    ['网页.xls', '<html><table><tr><td>市一中</td></tr></table>', 'web-page'],
    ['坏的.xlsx', uglyWorkbook().slice(0, 300), 'damaged'],
    ['空的.csv', '', 'empty'],
    ['乱的.csv', Uint8Array.from([0xff, 0x80, 0x80, 0xff, 0x81]), 'unknown-encoding'],
  ] as const) {
    await roster.choose({ name, bytes });
    await expect(roster.dialog().locator(`[data-read-error="${kind}"]`)).toBeVisible();
  }
  await roster.page.keyboard.press('Escape');
  await expect(roster.page.locator('[data-part="roster-empty"]')).toBeVisible();
});

test('a daily list changes those that are there, differences first; a state goes back only when asked', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  await roster.importFile({
    name: '名册.csv',
    bytes: '单位名称,编码,CA状态,联系人\n市一中,001,已领,甲\n市二中,002,已领,乙',
  });
  await roster.startImport('update');
  await roster.choose({
    name: '今日.csv',
    bytes: '单位编码,CA状态,签章状态\n001,已绑定,待领\n002,待领,\n009,已领,',
  });
  await roster.check();
  expect(await roster.problems()).toEqual(['4 not-in-roster']);
  await expect(roster.dialog().locator('[data-changed]')).toHaveCount(2);
  await expect(roster.dialog()).toContainText(t('roster.import.backwards', { count: 1 }));
  await roster.finish('roster.import.goUpdates');
  await expect(roster.said()).toHaveText(t('roster.done.update', { count: 1 }));
  await expect(roster.rows().filter({ hasText: '市一中' })).toContainText(t('roster.state.bound'));
  await expect(roster.rows().filter({ hasText: '市二中' })).toContainText(t('roster.state.collected'));
});

test('by the keyboard alone: search, move, select, change many, undo, open', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.importFile({ name: '名册.csv', bytes: shownList() });
  await page.locator('body').press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('glglz');
  await expect(page.getByText(t('roster.shown', { shown: 60, count: 240 }))).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(roster.grid()).toBeFocused();
  const active = () => roster.grid().getAttribute('aria-activedescendant');
  const first = await active();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(3);
  expect(await active()).not.toBe(first);
  await page.keyboard.press('End');
  // The last row comes into sight, with the grid's own idea of where it is.
  await expect(page.locator(`[id="${await active()}"]`)).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+a');
  await expect(page.getByText(t('roster.selected', { count: 60 }))).toBeVisible();

  const batch = roster.button('roster.action.batch');
  await batch.focus();
  await page.keyboard.press('Enter');
  const form = page.locator('[data-part="batch-form"]');
  await form.getByLabel(t('roster.filter.ca')).focus();
  await form.getByLabel(t('roster.filter.ca')).selectOption('login-tried');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: t('roster.batch.go') }).press('Enter');
  await expect(roster.said()).toContainText(/已修改\d+个单位/);
  const bound = roster.rows().filter({ hasText: t('roster.state.login_tried') });
  const shown = await roster.rows().count();
  await expect(bound).toHaveCount(shown);
  await roster.grid().focus();
  await page.keyboard.press('Control+z');
  await expect(roster.said()).toContainText(/已撤销/);
  await expect(bound).not.toHaveCount(shown);
  await page.keyboard.press('Control+y');
  await expect(bound).toHaveCount(shown);

  await roster.grid().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="unit-form"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(roster.grid()).toBeFocused();
});

test('the report: figures, workbook without live formulas, reminder with public facts', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.importFile({
    name: '名册.csv',
    bytes:
      '单位名称,编码,主管部门,状态\n=cmd|calc,1,@教育局,已绑定\n市二中,2,@教育局,已领\n市三中,3,卫健委,已试登录',
  });
  await roster.button('roster.action.report').click();
  const row = page.locator('tr[data-supervising-unit="@教育局"]');
  await expect(row.locator('td.figure')).toHaveText(['2', '2', '2', '1', '50%', '1']);
  await page.getByLabel(t('roster.report.deadline')).fill('2099-12-31');
  await expect(page.locator('[data-part="pace"]')).toHaveAttribute('data-verdict', 'unknown');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    roster.button('roster.report.save').click(),
  ]);
  const [figures, unfinished] = await sheetsOf(download);
  expect(figures?.data).toContainEqual(["'@教育局", 2, 2, 2, 1, '50%', 1]);
  expect(unfinished?.data.slice(1)).toEqual([["'@教育局", '市二中', '2', '已领', '已领']]);
  const [whole] = await Promise.all([
    page.waitForEvent('download'),
    roster.button('roster.action.export').click(),
  ]);
  // Folded on the screen, whole on paper.
  const names = page.getByText('市二中（CA已领，签章已领）');
  const summary = page.locator('.report-list', { has: names }).locator('summary');
  const printing = (type: string) => page.evaluate((name) => dispatchEvent(new Event(name)), type);
  // Printed in the very moment it was folded.
  await summary.evaluate((element: HTMLElement) => {
    element.click();
    dispatchEvent(new Event('beforeprint'));
  });
  await page.emulateMedia({ media: 'print' });
  await expect(names).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await printing('afterprint');
  await expect(names).toBeHidden();
  await printing('beforeprint');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-part="report-table"]')).toBeVisible();
  await expect(names).toBeVisible();
  // Cut by the end of a page, grids and columns print one list over the next.
  await expect(page.locator('.report-lists')).toHaveCSS('display', 'block');
  await expect(page.locator('.report-list ul').first()).toHaveCSS('column-width', 'auto');
  for (const control of await page.locator('[data-part="roster-report"] button').all()) {
    await expect(control).toBeHidden();
  }
  await page.emulateMedia({ media: 'screen' });
  await printing('afterprint');
  await expect(names).toBeHidden();
  const cells = (await sheetsOf(whole)).flatMap(({ data }) => data.flat());
  expect(cells).toContain("'=cmd|calc");
  expect(cells.filter((cell) => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell))).toEqual([]);

  await row.getByRole('button', { name: t('roster.report.reminder') }).click();
  const text = page.locator('[data-part="reminder"] textarea');
  await expect(text).toHaveValue(/常财购〔2023〕12号/);
  await expect(text).not.toHaveValue(/市二中/);
  const window = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 1024, height: 600 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole('button', { name: t('roster.reminder.copy') })).toBeInViewport({ ratio: 1 });
  }
  await page.setViewportSize(window);
  await page.getByLabel(t('roster.reminder.withList')).check();
  await expect(text).toHaveValue(/市二中/);
  // On paper it is the text alone, whole.
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.reminder-paper');
  await expect(paper).toBeVisible();
  await expect(paper).toContainText('市二中');
  await expect(page.locator('.desk')).toBeHidden();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(paper).toBeHidden();
});

test('views are kept by name; another page sees a change at once', async ({ browserWithExtension }) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.importFile({ name: '名册.csv', bytes: shownList() });
  await page.getByText(t('roster.filter.title'), { exact: true }).click();
  await page
    .getByRole('group', { name: t('roster.filter.ca') })
    .getByLabel(t('roster.state.ready'))
    .check();
  await roster.button('roster.views.save').click();
  await page.getByLabel(t('roster.views.name')).fill('待领的');
  await page.keyboard.press('Enter');
  const views = page.getByLabel(t('roster.views.label'));
  await expect(views.locator('option:checked')).toHaveText('待领的');
  await expect(views).toBeFocused();
  const count = await page.locator('.roster-count').innerText();
  await page.reload();
  await views.selectOption({ label: '待领的' });
  await expect(page.locator('.roster-count')).toHaveText(count);

  const other = await RosterPage.open(browserWithExtension);
  await other.button('roster.action.undo').click();
  await expect(page.locator('[data-part="roster-empty"]')).toBeVisible();
});

test('the filter’s button stands in a line with others, at the usual size of text and at twice that', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.importFile({ name: '名册.csv', bytes: shownList() });
  const boxOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    if (!box) throw new Error('not shown');
    return box;
  };
  for (const [size, width] of [
    ['100%', 1280],
    ['200%', 1280],
    ['200%', 900],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, size);
    const button = await boxOf(roster.button('roster.filter.title'));
    const others = await Promise.all(
      [page.getByRole('searchbox'), page.getByLabel(t('roster.views.label'))].map(boxOf),
    );
    const middle = button.y + button.height / 2;
    const beside = others.filter(({ y, height }) => y < middle && middle < y + height);
    expect(beside.length, `${size} in ${width}`).toBeGreaterThan(0);
  }
});

test('every state of the page is accessible, in both schemes', async ({ browserWithExtension }) => {
  test.slow();
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await page.setViewportSize({ width: 1200, height: 800 });
  await expectNoViolation(page, 'empty');
  await roster.startImport('import');
  await expectNoViolation(page, 'source');
  await roster.choose({ name: '名册.csv', bytes: `${shownList()}\n,,,,,,,,,见附件` });
  await roster.dialog().locator('[data-part="import-mapping"]').waitFor();
  await expectNoViolation(page, 'mapping');
  await roster.check();
  await expectNoViolation(page, 'preview');
  await roster.finish();
  await roster.grid().focus();
  await page.keyboard.press(' ');
  await expectNoViolation(page, 'list');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="unit-form"]').waitFor();
  await expectNoViolation(page, 'unit');
  await page.keyboard.press('Escape');
  await roster.button('roster.action.batch').click();
  await page.locator('[data-part="batch-form"]').waitFor();
  await expectNoViolation(page, 'batch');
  await page.keyboard.press('Escape');
  await roster.button('roster.action.report').click();
  await page.getByLabel(t('roster.report.deadline')).fill('2026-12-20');
  await page.locator('[data-part="pace"]').waitFor();
  await expectNoViolation(page, 'report');
});
