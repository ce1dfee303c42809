/** Lists nobody would make on purpose, through the released page: what is read, what is told, and how it looks. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectNoViolation } from './harness/accessible';
import { expect, test } from './harness/fixtures';
import { readAllRows } from './harness/kept';
import { sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';
import { textCell, workbookOf } from './harness/roster-files';

const t = sentences('zh');

/** A good sheet and one that is cut off. */
function halfBroken(): Uint8Array {
  const good = `<sheetData><row r="1">${textCell('A1', '单位名称')}${textCell('B1', '编码')}</row><row r="2">${textCell('A2', '示例市第一小学')}${textCell('B2', '101001')}</row></sheetData>`;
  const parts = unzipSync(workbookOf(good));
  const edit = (path: string, change: (text: string) => string) => {
    parts[path] = strToU8(change(strFromU8(parts[path] ?? new Uint8Array())));
  };
  edit('xl/workbook.xml', (xml) =>
    xml.replace('</sheets>', '<sheet name="区级" sheetId="2" r:id="rId2"/></sheets>'),
  );
  edit('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      /<Relationship [^>]*\/>/,
      (one) => `${one}${one.replace('rId1', 'rId2').replace('sheet1', 'sheet2')}`,
    ),
  );
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
  return zipSync({ ...parts, 'xl/worksheets/sheet2.xml': sheet.slice(0, sheet.length / 2) });
}

test('a broken sheet is named and the other comes in; two kinds of line ends, two sets beside each other lose no unit', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.startImport('import');
  await roster.choose({ name: '名册.xlsx', bytes: halfBroken() });
  await expect(roster.dialog().locator('[data-part="import-broken-sheet"]')).toHaveText(
    t('roster.import.brokenSheet.damaged', { name: '区级' }),
  );
  await expectNoViolation(page, 'a broken sheet');
  await roster.check();
  await roster.finish();
  await expect(roster.rows()).toHaveCount(1);

  await roster.startImport('import');
  await roster.choose({
    name: '两栏.csv',
    bytes:
      '单位名称, 编码, 备注,, 单位名称, 编码, 备注\r\n甲校, 001, "东, 西",, 丙校, 003, /\n乙校, ="002", ,, 丁校, #N/A, \r\n以下空白',
  });
  await roster.check();
  expect(await roster.problems()).toEqual(['3 error-value', '4 total-row']);
  await roster.finish();
  for (const name of ['甲校', '乙校', '丙校', '丁校'])
    await expect(roster.rows().filter({ hasText: name })).toHaveCount(1);
});

test('a vendor’s short name renames nobody unless it is asked for', async ({ browserWithExtension }) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.importFile({
    name: '名册.csv',
    bytes: '单位名称,编码,CA状态\n示例市第一小学,101001,已转服务商',
  });
  const update = async (bytes: string) => {
    await roster.startImport('update');
    await roster.choose({ name: '今日.csv', bytes });
    await roster.check();
  };
  const list = (state: string) => `单位编码,单位名称,CA状态\n101001,一小,${state}`;
  await update(list('审核不通过'));
  const dialog = roster.dialog();
  await expect(dialog).toContainText(t('roster.import.renames', { count: 1 }));
  await expect(dialog).not.toContainText(t('roster.import.backwards', { count: 1 }));
  await expectNoViolation(page, 'names to be asked for');
  await roster.finish('roster.import.goUpdates');
  const row = roster.rows().first();
  await expect(row).toContainText('示例市第一小学');
  await expect(row).toContainText(t('roster.state.returned'));
  // Nothing but the name: there is nothing to do until it is asked for.
  await update(list(''));
  const go = roster.button('roster.import.goUpdates');
  await expect(go).toBeDisabled();
  await dialog.getByLabel(t('roster.import.renamesDo')).check();
  await expect(go).toBeEnabled();
  await roster.finish('roster.import.goUpdates');
  await expect(row).toContainText('一小');
});

test('a column that says only 状态 is of the certificate in the title, and the mapping says what it sets', async ({
  browserWithExtension,
}) => {
  const roster = await RosterPage.open(browserWithExtension);
  const { page } = roster;
  await roster.startImport('import');
  const list = (title: string) => `${title}\n单位名称,编码,状态\n示例市第一小学,101001,已领\n`;
  await roster.choose({ name: '名单.csv', bytes: list('CA换绑台账') });
  const alone = { column: t('roster.column.caState'), state: t('roster.column.state') };
  await expect(roster.dialog().locator('[data-part="import-one-state"]')).toHaveText(
    t('roster.import.oneState', alone),
  );
  await expectNoViolation(page, 'what a plain column sets');
  await roster.check();
  await roster.finish();
  await expect(page.locator('[data-part="roster"]')).toContainText('示例市第一小学');
  const units = (await readAllRows(page)).flatMap(([, table, row]) => (table === 'units' ? [row] : []));
  expect(units).toMatchObject([{ ca: { state: 'collected' }, seal: { state: 'not-filed' } }]);
});
