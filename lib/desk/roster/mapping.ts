/** Which row of a list is its heading, and which column holds what: guessed, shown, and changed by the person. */
import { keyOf } from './plain';
import type { RawTable } from './table';
import { COLUMNS, type Column, columnOf, sureColumnOf } from './words';

/** What each column of the list is; null: left out. */
export type Mapping = readonly (Column | null)[];

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
export function findHeading({ rows }: Pick<RawTable, 'rows'>): Heading {
  let best = { score: 0, dataFrom: 0, names: [] as readonly string[] };
  for (let at = 0; at < Math.min(rows.length, LOOKED_AT); at += 1) {
    const row = rows[at] ?? [];
    const own = scoreOf(row);
    if (own > best.score) best = { score: own, dataFrom: at + 1, names: row };
    // 「CA」 over 「状态」 says more than 「状态」; a title above says nothing and changes no name. Further down it is the
    // same heading again, on the next page of a list, and what stands above it are units.
    const isFirst = best.score < SURE_HEADING || best.dataFrom >= at;
    const names = joinHeadings(rows[at - 1], row);
    // A row of units names nothing: it is no lower half of a heading.
    const joined = scoreOf(row) === 0 ? 0 : scoreOf(names) + 0.05;
    if (joined > best.score + (isFirst ? 0 : 1)) best = { score: joined, dataFrom: at + 1, names };
  }
  if (best.score < SURE_HEADING) return withoutHeading(rows);
  const names = best.names.map(shortName);
  const mapping = withNumberedCode(mapNames(names), names, rows, best.dataFrom);
  return { dataFrom: best.dataFrom, names, mapping: withTellingName(mapping, names, rows, best.dataFrom) };
}

/** One known word alone may be a title or a value. */
const SURE_HEADING = 1.5;

/** Whether a row names columns: a list may have more than one such row. */
export const looksLikeHeading = (row: readonly string[]) => scoreOf(row) >= SURE_HEADING;

/** So many rows tell which of several columns of one name tells the units apart. */
const ROWS_TOLD_APART = 500;

/** Of several columns that are all called 「单位」, the one that differs most from row to row is the unit's own. */
function withTellingName(
  mapping: Mapping,
  names: readonly string[],
  rows: readonly (readonly string[])[],
  dataFrom: number,
): Mapping {
  const chosen = mapping.indexOf('name');
  const surety = columnOf(names[chosen] ?? '')?.surety;
  const alike = names.flatMap((name, at) => {
    const found = columnOf(name);
    return found?.column === 'name' && found.surety === surety ? [at] : [];
  });
  if (alike.length < 2) return mapping;
  const looked = rows.slice(dataFrom, dataFrom + ROWS_TOLD_APART);
  const differing = (at: number) => new Set(looked.map((row) => (row[at] ?? '').trim())).size;
  const telling = alike.reduce((best, at) => (differing(at) > differing(best) ? at : best), chosen);
  return mapping.map((column, at) => (at === telling ? 'name' : at === chosen ? null : column));
}

/** Six or nine digits of a budget code, none of a year's register; or a social credit code. */
const LOOKS_LIKE_CODE = /^(?!20[1-3]\d|000)\d{6}(?:\d{3})?$|^[0-9A-Z]{18}$/i;

/** 「编号」 is the code where no other column is and each of its cells is a code: most such columns only count the rows. */
function withNumberedCode(
  mapping: Mapping,
  names: readonly string[],
  rows: readonly (readonly string[])[],
  dataFrom: number,
): Mapping {
  const at = names.findIndex((name, place) => mapping[place] === null && /^(?:单位)?编号$/.test(keyOf(name)));
  if (at < 0 || mapping.includes('code')) return mapping;
  const cells = rows
    .slice(dataFrom, dataFrom + ROWS_TOLD_APART)
    .map((row) => keyOf(row[at] ?? ''))
    // 「合计」 stands where the codes do.
    .filter((cell) => cell !== '' && !/\p{Script=Han}/u.test(cell));
  const areCodes = cells.every((cell) => LOOKS_LIKE_CODE.test(cell)) && new Set(cells).size === cells.length;
  return cells.length > 0 && areCodes
    ? mapping.map((column, place) => (place === at ? 'code' : column))
    : mapping;
}

/** A guess of the columns by their headings; a column named twice goes to the surer, then to the first. */
export function mapNames(names: readonly string[]): Mapping {
  const mapping: (Column | null)[] = names.map(() => null);
  for (const surety of [2, 1] as const) {
    for (const [at, name] of names.entries()) {
      const found = columnOf(name);
      if (mapping[at] !== null || found?.surety !== surety || mapping.includes(found.column)) continue;
      mapping[at] = found.column;
    }
  }
  return mapping;
}

/** Whether this row says again what the columns are: lists printed page by page repeat it. */
export function repeatsHeading(row: readonly string[], mapping: Mapping): boolean {
  let named = 0;
  for (const [at, column] of mapping.entries()) {
    if (column !== null && sureColumnOf(row[at] ?? '') === column) named += 1;
  }
  return named >= 2 || (named === 1 && row.filter((cell) => cell.trim() !== '').length === 1);
}

/** Whether this row names columns, and not those the list is read by: another table begins. */
export function isOtherHeading(row: readonly string[], mapping: Mapping): boolean {
  if (sureColumnOf(row[mapping.indexOf('name')] ?? '') !== 'name') return false;
  const filled = row.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => columnOf(cell) !== null || SERIAL.test(keyOf(cell)));
}

const SERIAL = /^(?:序号|编号|no\.?)$/;

/** Columns that a mapping names more than once: the person must choose. */
export function doubledColumns(mapping: Mapping): readonly Column[] {
  return COLUMNS.filter((column) => mapping.filter((one) => one === column).length > 1);
}

function scoreOf(names: readonly string[]): number {
  const found = new Map<Column, number>();
  for (const name of names) {
    const known = columnOf(name);
    if (known) found.set(known.column, Math.max(found.get(known.column) ?? 0, known.surety));
  }
  let score = 0;
  for (const surety of found.values()) score += surety === 2 ? 1 : 0.6;
  return score + (found.has('name') ? 0.5 : 0);
}

/** Two heading rows as one: 「CA」 over 「状态」 is 「CA状态」; the upper one reaches to the right over empty cells. */
function joinHeadings(upper: readonly string[] | undefined, lower: readonly string[]): readonly string[] {
  if (!upper) return [];
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
  const isOfBoth = BOTH.includes(columnOf(own)?.column ?? null);
  if (isOfBoth && OF_ONE.includes(columnOf(joined)?.column ?? null)) return joined;
  const options = [joined, own].filter((name) => columnOf(name) !== null);
  const exact = options.find((name) => columnOf(name)?.surety === 2);
  return exact ?? options[0] ?? own;
}

const BOTH: readonly (Column | null)[] = ['state', 'date'];
const OF_ONE: readonly (Column | null)[] = ['caState', 'caDate', 'sealState', 'sealDate'];

const shortName = (name: string) => name.replace(/\s+/g, ' ').trim().slice(0, 60);

/** A list without a heading: the widest row says how many columns; one column alone holds names. */
function withoutHeading(rows: readonly (readonly string[])[]): Heading {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const mapping: (Column | null)[] = Array.from({ length: width }, () => null);
  if (width === 1) mapping[0] = 'name';
  return { dataFrom: 0, names: mapping.map(() => ''), mapping };
}
