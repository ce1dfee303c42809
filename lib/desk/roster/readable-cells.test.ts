import { describe, expect, it } from 'vitest';
import { findHeading } from './mapping';
import { readUnits } from './read-units';
import { readWorkbook } from './read-workbook';
import { textCell as text, workbookOf } from './testing/sheet';

const HEADING = ['单位名称', '编码', 'CA日期', 'CA状态', '备注'];
const heading = `<row r="1">${HEADING.map((name, at) => text(`${'ABCDE'[at]}1`, name)).join('')}</row>`;

async function read(rows: string, more?: Parameters<typeof workbookOf>[1]) {
  const {
    sheets: [sheet],
  } = await readWorkbook(workbookOf(`<sheetData>${heading}${rows}</sheetData>`, more));
  if (!sheet) throw new Error('no sheet');
  return readUnits(sheet, { ...findHeading(sheet), carrySupervisingUnit: false });
}

describe('cells that the reader refuses', () => {
  it.each([
    ['an invented kind', '<c r="D2" t="z"><v>已领</v></c>'],
    ['a kind of later days', '<c r="D2" t="richValue"><is><t>已领</t></is></c>'],
    ['a text that is not there', '<c r="D2" t="s"><v>9</v></c>'],
    ['a number that is none', '<c r="D2"><v>已领</v></c>'],
    ['yes or no that is neither', '<c r="D2" t="b"><v>2</v></c>'],
  ])('%s loses that cell alone, and its line is told', async (_, cell) => {
    const { units, problems } = await read(
      `<row r="2">${text('A2', '市一中')}${text('B2', '001')}${cell}${text('E2', '甲')}</row>
       <row r="3">${text('A3', '市二中')}${text('B3', '002')}${text('D3', '已领')}</row>`,
    );
    expect(units).toMatchObject([
      { line: 2, name: '市一中', code: '001', notes: '甲', ca: {} },
      { line: 3, name: '市二中', code: '002', ca: { state: 'collected' } },
    ]);
    expect(problems).toMatchObject([{ line: 2, kind: 'unknown-cell', wholeRow: false, column: 'caState' }]);
  });

  it('days written out are those days wherever the machine stands', async () => {
    const day = (value: string) =>
      `<row r="2">${text('A2', '市一中')}<c r="C2" t="d"><v>${value}</v></c></row>`;
    for (const value of [
      '2023-09-04',
      '2023-09-04T00:00:00',
      '2023-09-04T00:00:00.000Z',
      '2023-09-04T23:30:00',
    ])
      expect((await read(day(value))).units).toMatchObject([{ ca: { on: '2023-09-04' } }]);
    const { units, problems } = await read(day('2023-09-31'));
    expect(units).toMatchObject([{ name: '市一中', ca: {} }]);
    expect(problems).toMatchObject([{ line: 2, kind: 'not-a-day', value: '2023-09-31' }]);
  });

  it('what plainly says what it holds is taken: texts as numbers, true and false, a style that is not there', async () => {
    const { units, problems } = await read(
      `<row r="2">${text('A2', '市一中')}<c r="B2" t="inlineStr"><v>001</v></c><c r="C2" s="7"><v>45173</v></c><c r="E2" t="s"/></row>
       <row r="3"><c r="A3" t="s"><v>0</v></c><c r="D3" t="b"><v>true</v></c><c r="E3" t="q"/></row>`,
      { texts: '<si><t>市二中</t></si>' },
    );
    expect(units).toMatchObject([
      { name: '市一中', code: '001', ca: { on: '2023-09-04' } },
      { name: '市二中' },
    ]);
    // 「是」 is no state: told as what it says.
    expect(problems).toMatchObject([{ line: 3, kind: 'not-a-state', value: '是' }]);
  });

  it('rows and cells out of their order stand where they say; a place written twice is told', async () => {
    const { units, problems } = await read(
      `<row r="4">${text('B4', '003')}${text('A4', '市三中')}</row>
       <row r="2">${text('A2', '市一中')}${text('E2', '甲')}${text('E2', '乙')}</row>`,
    );
    expect(units).toMatchObject([
      { line: 2, name: '市一中', notes: '甲' },
      { line: 4, name: '市三中', code: '003' },
    ]);
    expect(problems).toMatchObject([{ line: 2, kind: 'unknown-cell', column: 'notes' }]);
  });
});

describe('what is out of sight, or has no result', () => {
  it('hidden rows are read and counted; a formula that was never worked out is told, one of an empty text is not', async () => {
    const {
      sheets: [sheet],
    } = await readWorkbook(
      workbookOf(
        `<sheetData>${heading}
         <row r="2" hidden="1">${text('A2', '市一中')}<c r="E2" t="str"><f>T("")</f><v></v></c></row>
         <row r="3">${text('A3', '市二中')}<c r="E3" t="str"><f>T("x")</f></c></row></sheetData>`,
      ),
    );
    if (!sheet) throw new Error('no sheet');
    expect([sheet.hidden, sheet.hiddenRows]).toEqual([false, 1]);
    const { units, problems } = readUnits(sheet, { ...findHeading(sheet), carrySupervisingUnit: false });
    expect(units.map(({ name }) => name)).toEqual(['市一中', '市二中']);
    expect(problems).toMatchObject([{ line: 3, kind: 'formula', column: 'notes' }]);
  });

  it('a row of units whose name cannot be read is no heading', async () => {
    const { problems } = await read(
      `<row r="2"><c r="A2" t="z"><v>1</v></c></row><row r="3">${text('A3', '市二中')}</row>`,
    );
    expect(problems).toMatchObject([
      { line: 2, kind: 'unknown-cell' },
      { line: 2, kind: 'no-name' },
    ]);
  });
});
