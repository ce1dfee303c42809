/** Which row of a list is its heading, and which column holds what: guessed, shown, and changed by the person. */

import { guessColumns } from './guessed-columns';
import { keyOf } from './plain';
import { certificatesIn } from './said-states';
import { stepOf, stepPartsOf } from './step-columns';
import type { RawTable } from './table';
import { partCells } from './two-in-one';
import { COLUMNS, type Column, columnOf, type Mapping, sureColumnOf } from './words';

export interface Heading {
  /** First row of the data, as an index into the table's rows; rows above it are heading and title. */
  readonly dataFrom: number;
  /** The heading of each column, as far as there is one. */
  readonly names: readonly string[];
  readonly mapping: Mapping;
}

/** Titles, explanations and signatures stand above a heading; rarely more. */
const LOOKED_AT = 20;

/**
 * Finds the heading: the row, or two rows one above the other, that name most columns. Where nothing is a heading, the
 * columns have no names and nothing is mapped but a single column, which is then the name.
 */
export function findHeading({ rows, made }: Pick<RawTable, 'rows' | 'made'>): Heading {
  if (made) return { ...made, names: made.mapping.map(() => '') };
  let best = { score: 0, dataFrom: 0, names: [] as readonly string[] };
  for (let at = 0; at < Math.min(rows.length, LOOKED_AT); at += 1) {
    const row = rows[at] ?? [];
    const own = scoreOf(row);
    if (own > best.score) best = { score: own, dataFrom: at + 1, names: row };
    // 「CA」 over 「状态」 says more than 「状态」; a title above says nothing and changes no name. Further down it is the
    // same heading again, on the next page of a list, and what stands above it are units.
    const isFirst = best.score < SURE_HEADING || best.dataFrom >= at;
    const above = rowAbove(rows, at);
    for (const upper of [rows[above] ?? [], joinHeadings(rows[rowAbove(rows, above)], rows[above] ?? [])]) {
      if (isTitle(upper)) continue;
      const names = joinHeadings(upper, row);
      // A row of units names nothing: it is no lower half of a heading.
      const isLower = scoreOf(row) > 0 || holdsSteps(upper, row, rows[at + 1]);
      const joined = isLower ? scoreOf(names) + 0.05 : 0;
      if (joined > best.score + (isFirst ? 0 : 1)) best = { score: joined, dataFrom: at + 1, names };
    }
  }
  if (best.score < SURE_HEADING) return withoutHeading(rows);
  const names = best.names.map(shortName);
  return { dataFrom: best.dataFrom, names, mapping: guessColumns(names, rows, best.dataFrom) };
}

/** One known word alone may be a title or a value. */
const SURE_HEADING = 1.5;

/** Whether a row names columns: a list may have more than one such row. */
export const looksLikeHeading = (row: readonly string[]) => scoreOf(row) >= SURE_HEADING;

/** Whether this row says again what the columns are: lists printed page by page repeat it. */
export function repeatsHeading(row: readonly string[], mapping: Mapping): boolean {
  let named = 0;
  for (const [at, column] of mapping.entries()) {
    if (column !== null && sureColumnOf(row[at] ?? '') === column) named += 1;
  }
  // 「单位名称，已报，已领」: a step is named by what a cell may say, and counts beside the name.
  if (named === 1)
    named += mapping.filter(
      (column, at) => stepPartsOf(column) !== null && stepOf(row[at] ?? '')?.column === column,
    ).length;
  return named >= 2 || (named === 1 && row.filter((cell) => cell.trim() !== '').length === 1);
}

const LONGEST_LABEL = 6;
const COLUMN_LABEL = /^(?:栏次|行次|[甲乙丙丁戊]|[a-e])$/;

/** 「甲 乙 1 2 3」: forms of statistics number their columns below the heading. */
export function numbersColumns(row: readonly string[]): boolean {
  // Asked of every row: names are longer.
  if (row.some((cell) => cell.length > LONGEST_LABEL)) return false;
  const filled = row.map(keyOf).filter((cell) => cell !== '');
  const labels = filled.findIndex((cell) => !COLUMN_LABEL.test(cell));
  const numbers = labels < 0 ? [] : filled.slice(labels);
  return filled.length > 2 && numbers.length > 1 && numbers.every((cell, at) => cell === String(at + 1));
}

/** Whether this row names columns, and not those the list is read by: another table begins. */
export function isOtherHeading(row: readonly string[], mapping: Mapping): boolean {
  if (sureColumnOf(row[mapping.indexOf('name')] ?? '') !== 'name') return false;
  const filled = row.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => columnOf(cell) !== null || SERIAL.test(keyOf(cell)));
}

const SERIAL = /^(?:序号|编号|no\.?)$/;

/** Columns that a mapping names more than once: the person must choose. Of a step, 「已领」 and 「领取日期」 may both be. */
export function doubledColumns(mapping: Mapping): readonly Column[] {
  const parted = partCells(mapping)?.mapping ?? mapping;
  return COLUMNS.filter(
    (column) => stepPartsOf(column) === null && parted.filter((one) => one === column).length > 1,
  );
}

/**
 * Whether a row names steps below the certificates or groups of an upper one. 「已领」 is what a unit's cell says as well: there
 * the next row says the like.
 */
function holdsSteps(
  upper: readonly string[],
  row: readonly string[],
  next: readonly string[] | undefined,
): boolean {
  const steps = row.flatMap((cell, at) => (stepOf(cell) === null ? [] : [at]));
  const again = steps.filter((at) => stepOf(next?.[at] ?? '') !== null);
  const isBelow = steps.some((at) => {
    const top = (upper[at] ?? '').trim();
    return top === '' ? at > 0 : certificatesIn(top).size > 0;
  });
  return isBelow && again.length * 2 < steps.length;
}

/** The next row above that says anything of columns; -1: there is none. */
function rowAbove(rows: readonly (readonly string[])[], at: number): number {
  let above = at - 1;
  while (above >= 0 && isSubtitle(rows[above] ?? [])) above -= 1;
  return above;
}

/** Whether a row is empty, or a remark of no column, wherever it stands: 「（单位：把）」 between two rows of one heading. */
export function isSubtitle(row: readonly string[]): boolean {
  const [text, ...others] = row.filter((cell) => cell.trim() !== '');
  if (isTitle(row) || text === undefined) return true;
  return others.length === 0 && REMARK.test(keyOf(text)) && columnOf(text) === null && stepOf(text) === null;
}

/** In brackets, or with a day. */
const REMARK = /^[(【[].*[)】\]]$|^(?:截[至止到]|填报|制表|更新).*\d|\d+[年月]\d+[月日]/;

/** What a sheet is called stands alone, or, merged, the same in each cell: it is above everything and of no column. */
function isTitle(row: readonly string[]): boolean {
  const filled = row.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const [first] = filled;
  if (first === undefined) return true;
  if (filled.length > 1) return filled.every((at) => row[at] === row[first]);
  return first === 0 && !BOTH_OR_ONE.test(row[first] ?? '') && sureColumnOf(row[first] ?? '') === null;
}

const BOTH_OR_ONE = /^.{0,4}$/;

function scoreOf(names: readonly string[]): number {
  const found = new Map<Column, number>();
  for (const name of names) {
    const known = columnOf(name);
    if (known) found.set(known.column, Math.max(found.get(known.column) ?? 0, known.surety));
  }
  const hasName = found.has('name') || found.has('nameAndCode');
  let score = 0;
  for (const [column, surety] of found) {
    // 「已领」 is what units' rows say: beside a unit's column it is a heading.
    if (stepPartsOf(column) === null) score += surety === 2 ? 1 : 0.6;
    else if (hasName || found.has('code')) score += 1;
  }
  return score + (hasName ? 0.5 : 0);
}

/** Two heading rows as one: 「CA」 over 「状态」 is 「CA状态」; the upper one reaches to the right over empty cells. */
function joinHeadings(upper: readonly string[] | undefined, lower: readonly string[]): readonly string[] {
  if (!upper) return [];
  if (isTitle(upper)) return lower;
  const names: string[] = [];
  let above = '';
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    const own = (lower[at] ?? '').trim();
    const top = (upper[at] ?? '').trim();
    if (top !== '') above = top;
    else if (own === '') above = '';
    names.push(bestName(above, top, own));
  }
  return names;
}

function bestName(above: string, top: string, own: string): string {
  if (own === '' || own === top) return top;
  const joined = `${above}${own}`;
  // 「状态」 is a known word alone; below 「CA数字证书」 it is that one's, and not both certificates'.
  if (isOfBoth(columnOf(own)?.column) && isOfOne(columnOf(joined)?.column)) return joined;
  const options = [joined, own].filter((name) => columnOf(name) !== null);
  const exact = options.find((name) => columnOf(name)?.surety === 2);
  return exact ?? options[0] ?? own;
}

const isOfBoth = (column: Column | null = null) =>
  column === 'state' || column === 'date' || stepPartsOf(column)?.owner === 'both';
const isOfOne = (column: Column | null = null) =>
  (column !== null && ['caState', 'caDate', 'sealState', 'sealDate'].includes(column)) ||
  ['ca', 'seal'].includes(stepPartsOf(column)?.owner ?? '');

const shortName = (name: string) => name.replace(/\s+/g, ' ').trim().slice(0, 60);

/** A list without a heading: the widest row says how many columns; one column alone holds names. */
function withoutHeading(rows: readonly (readonly string[])[]): Heading {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const mapping: (Column | null)[] = Array.from({ length: width }, () => null);
  if (width === 1) mapping[0] = 'name';
  return { dataFrom: 0, names: mapping.map(() => ''), mapping };
}
