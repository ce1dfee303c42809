/** Whole workbooks: what is wrong with one sheet is no loss of the others, and numbers are what people see. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { HeardList, tellList } from './list-messages';
import { findHeading } from './mapping';
import type { ListRead } from './read-list';
import { readUnits } from './read-units';
import { readWorkbook } from './read-workbook';
import { textCell as text, workbookOf } from './testing/sheet';

const ROWS = `<row r="1">${text('A1', '单位名称')}${text('B1', '编码')}</row><row r="2">${text('A2', '甲校')}${text('B2', '001')}</row>`;

/** Two sheets, 「字典」 out of sight and 「名册」; the part of the first is changed. */
function withFirst(change: (xml: string) => string | null): Uint8Array {
  const parts = unzipSync(
    workbookOf(`<sheetData>${ROWS}</sheetData>`, { hiddenFirst: `<sheetData>${ROWS}</sheetData>` }),
  );
  const path = 'xl/worksheets/sheet2.xml';
  const changed = change(strFromU8(parts[path] ?? new Uint8Array()));
  delete parts[path];
  return zipSync({ ...parts, ...(changed !== null && { [path]: strToU8(changed) }) });
}

/** As the desk's page hears it from the worker. */
function heardOf(bytes: Uint8Array): Promise<ListRead> {
  const heard = new HeardList();
  return new Promise((resolve, reject) => {
    const request = { label: 'x', from: new Blob([bytes as BlobPart]), encoding: null, separator: null };
    void tellList(request, (message) => {
      try {
        const list = heard.hear(message);
        if (list) resolve(list);
      } catch (error) {
        reject(error);
      }
    });
  });
}

describe('a sheet that cannot be read', () => {
  it.each([
    ['cut off', (xml: string) => xml.slice(0, xml.length / 2), 'damaged'],
    ['without its part', () => null, 'damaged'],
    ['of other bytes', () => '\0 garbage <<<', 'damaged'],
    [
      'too long',
      (xml: string) =>
        xml.replace('</sheetData>', `<row r="900000">${text('A900000', 'x')}</row></sheetData>`),
      'too-many-rows',
    ],
  ])('%s is named, and the others are read', async (_, change, why) => {
    const list = await heardOf(withFirst(change));
    expect(list.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['名册', 2]]);
    expect(list.broken).toEqual([{ name: '字典', why }]);
  });

  it('alone in its workbook is the workbook’s fault', async () => {
    await expect(heardOf(workbookOf('<sheetData><row r="1"><c r="A1"'))).rejects.toMatchObject({
      kind: 'damaged',
    });
    expect((await heardOf(withFirst((xml) => xml))).broken).toEqual([]);
  });
});

async function unitsOf(bytes: Uint8Array) {
  const {
    sheets: [sheet],
  } = await readWorkbook(bytes);
  if (!sheet) throw new Error('no sheet');
  return readUnits(sheet, { ...findHeading(sheet), carrySupervisingUnit: false }).units;
}

describe('numbers', () => {
  it('shown with zeros in front are the codes people see; others stay what they are', async () => {
    const parts = unzipSync(
      workbookOf(
        `<sheetData><row r="1">${text('A1', '单位名称')}${text('B1', '编码')}${text('C1', '数量')}</row>
          <row r="2">${text('A2', '甲校')}<c r="B2" s="1"><v>1001</v></c><c r="C2" s="2"><v>2</v></c></row>
          <row r="3">${text('A3', '乙校')}<c r="B3" s="1"><v>1234567</v></c></row>
          <row r="4">${text('A4', '丙校')}<c r="B4" s="0"><v>1003</v></c></row>
          <row r="5">${text('A5', '丁校')}<c r="B5" s="1" t="n"><v>1004</v></c><c r="C5" s="2" t="n"><v>3</v></c></row>
          <row r="6">${text('A6', '戊校')}<c r="B6" t="n" s="3"><v>1005</v></c></row></sheetData>`,
        { dateStyle: true },
      ),
    );
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="176" formatCode="000000"/><numFmt numFmtId="178" formatCode="000000_ ;@"/><numFmt numFmtId="177" formatCode="0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>';
    const units = await unitsOf(zipSync({ ...parts, 'xl/styles.xml': strToU8(styles) }));
    expect(units.map(({ code, keysWanted }) => [code, keysWanted])).toEqual([
      ['001001', 2],
      ['1234567', null],
      ['1003', null],
      ['001004', 3],
      ['001005', null],
    ]);
  });

  it('that stand for days without saying so count from 1904 where the workbook does', async () => {
    const sheet = `<sheetData><row r="1">${text('A1', '单位名称')}${text('B1', 'CA日期')}</row><row r="2">${text('A2', '甲校')}<c r="B2"><v>44867</v></c></row></sheetData>`;
    const on = async (before: string) => (await unitsOf(workbookOf(sheet, { before })))[0]?.ca.on;
    expect(await on('<workbookPr date1904="1"/>')).toBe('2026-11-03');
    expect(await on('<workbookPr date1904="true"/>')).toBe('2026-11-03');
    expect(await on('<workbookPr/>')).toBe('2022-11-02');
  });
});
