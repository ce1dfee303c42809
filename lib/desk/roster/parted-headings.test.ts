/** Headings of several rows with nothing, or a remark, between them: in CSV, in pasted cells, in a workbook. */
import { describe, expect, it } from 'vitest';
import { findHeading } from './mapping';
import { readList } from './read-list';
import { readUnits } from './read-units';
import { textCell, workbookOf } from './testing/sheet';

type Rows = readonly (readonly string[])[];

const asText = (separator: string) => (rows: Rows) => rows.map((row) => row.join(separator)).join('\n');
const asWorkbook = (rows: Rows) => {
  const cells = (row: readonly string[], at: number) =>
    row.map((cell, place) => (cell === '' ? '' : textCell(`${'ABCDEFGH'[place]}${at + 1}`, cell))).join('');
  // Rows without a cell are not written, as programs do.
  const written = rows.map((row, at) =>
    row.every((cell) => cell === '') ? '' : `<row r="${at + 1}">${cells(row, at)}</row>`,
  );
  return new Blob([new Uint8Array(workbookOf(`<sheetData>${written.join('')}</sheetData>`))]);
};

async function readRows(from: string | Blob) {
  const list = await readList({ label: '', from, encoding: null, separator: null });
  const [table] = list.sheets;
  if (!table) throw new Error('no table');
  const { units, problems } = readUnits(table, { ...findHeading(table), carrySupervisingUnit: false });
  const said = ({ state = '', on = '' }: { state?: string; on?: string }) => `${state} ${on}`.trim();
  return {
    units: units.map(({ line, name, ca, seal }) => [line, name, said(ca), said(seal)].join(' | ')),
    told: problems.map(({ line, kind }) => `${line} ${kind}`),
  };
}

const TOP = ['单位名称', 'CA', '', '签章', ''];
const STATES = ['', '状态', '日期', '状态', '日期'];
const STEPS = ['', '已报', '已领', '已报', '已领'];
const IN_WORDS = ['甲校', '已领', '2026-11-03', '待领', ''];
const IN_TICKS = ['甲校', '√', '√', '√', ''];
const BLANK = ['', '', '', '', ''];
const REMARK = ['（单位：把）', '', '', '', ''];

describe.each<readonly [string, (rows: Rows) => string | Blob]>([
  ['CSV', asText(',')],
  ['pasted cells', asText('\t')],
  ['a workbook', asWorkbook],
])('in %s', (_, write) => {
  const unit = (line: number, ca = 'collected 2026-11-03', seal = 'ready') =>
    `${line} | 甲校 | ${ca} | ${seal}`;
  it.each<readonly [string, Rows, string, readonly string[]]>([
    ['a blank row', [TOP, BLANK, STATES, IN_WORDS], unit(4), []],
    ['two blank rows', [TOP, BLANK, BLANK, STATES, IN_WORDS], unit(5), []],
    ['a blank row above steps', [TOP, BLANK, STEPS, IN_TICKS], unit(4, 'collected', 'filed'), []],
    ['a remark', [TOP, REMARK, STATES, IN_WORDS], unit(4), ['2 above-heading']],
    [
      'a remark above steps',
      [TOP, REMARK, STEPS, IN_TICKS],
      unit(4, 'collected', 'filed'),
      ['2 above-heading'],
    ],
    [
      'a remark with a day, in another column',
      [TOP, ['', '截至11月20日', '', '', ''], STATES, IN_WORDS],
      unit(4),
      ['2 above-heading'],
    ],
    [
      'a remark merged across',
      [TOP, TOP.map(() => '以下由服务商填写'), STATES, IN_WORDS],
      unit(4),
      ['2 above-heading'],
    ],
    [
      'blank rows among three of heading',
      [['单位名称', '办理情况', '', '', ''], BLANK, ['', 'CA', '', '签章', ''], BLANK, STEPS, IN_TICKS],
      unit(6, 'collected', 'filed'),
      [],
    ],
    [
      'numbers of the columns below',
      [TOP, STEPS, ['甲', '1', '2', '3', '4'], IN_TICKS],
      unit(4, 'collected', 'filed'),
      ['3 repeated-heading'],
    ],
    [
      'a remark below',
      [TOP, STATES, TOP.map(() => '截至11月20日'), REMARK, IN_WORDS],
      unit(5),
      ['3 group-row', '4 total-row'],
    ],
  ])('%s loses nothing and makes no unit', async (_title, rows, meant, told) => {
    expect(await readRows(write(rows))).toEqual({ units: [meant], told });
  });
});
