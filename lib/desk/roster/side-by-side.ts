/** Lists set in two or three columns to save paper: the same heading again to the right, with other units below it. */
import type { RawTable } from './table';
import { columnOf } from './words';

/** Headings stand near the top; rarely further down. */
const LOOKED_AT = 20;

/** Where the heading is, how far it is from one set to the next, and how many there are. */
interface Sets {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** The table with each set below the one to its left, row by row; as it is where nothing is set so. */
export function oneBelowTheOther<Table extends RawTable>(table: Table): Table {
  const sets = findSets(table.rows);
  if (sets === null) return table;
  const { from, width, count } = sets;
  const marked = withMarks(table, width);
  const rows: (readonly string[])[] = table.rows.slice(0, from);
  const lines: number[] = table.lines.slice(0, from);
  for (let at = from; at < marked.length; at += 1) {
    const row = marked[at] ?? [];
    const parts = Array.from({ length: count }, (_, set) =>
      row.slice(set * width, set === count - 1 ? undefined : (set + 1) * width),
    );
    parts.forEach((part, set) => {
      // Headings stand once, in two rows also; a row that ends before this set holds nothing of it.
      if (set > 0 && (isBlank(part) || isSame(part, parts[0] ?? []))) return;
      rows.push(part);
      lines.push(table.lines[at] ?? at + 1);
    });
  }
  return { ...table, rows, lines, unreadable: table.unreadable.filter(({ column }) => column < width) };
}

/** A heading whose unit's name and another column stand again at the same distance, once or more. */
function findSets(rows: RawTable['rows']): Sets | null {
  for (let from = 0; from < Math.min(rows.length, LOOKED_AT); from += 1) {
    const row = rows[from] ?? [];
    const names = row.flatMap((cell, at) =>
      isName(cell) && cell.trim() === row[firstName(row)]?.trim() ? [at] : [],
    );
    const [first, second] = names;
    if (first === undefined || second === undefined) continue;
    const width = second - first;
    const isEven = names.every((at, set) => at === first + set * width);
    // 「单位」 beside 「单位」 are two columns of one list, whichever tells the units apart.
    const again = row
      .slice(0, width)
      .filter((cell, at) => cell.trim() !== '' && isSame([cell], [row[at + width] ?? '']));
    if (isEven && width > 1 && again.length > 1) return { from, width, count: names.length };
  }
  return null;
}

const isName = (cell: string) => {
  const found = columnOf(cell);
  return found?.column === 'name' && found.surety === 2;
};
const firstName = (row: readonly string[]) => row.findIndex(isName);
const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
const isSame = (one: readonly string[], other: readonly string[]) =>
  Array.from({ length: Math.max(one.length, other.length) }).every(
    (_, at) => (one[at] ?? '').trim() === (other[at] ?? '').trim(),
  );

/** What has no value right of the first set says so itself: by line and column it would be the first set's too. */
function withMarks({ rows, lines, unreadable }: RawTable, width: number): RawTable['rows'] {
  const right = unreadable.filter(({ column }) => column >= width);
  if (right.length === 0) return rows;
  const marked = rows.map((row) => [...row]);
  const places = new Map(lines.map((line, at) => [line, at]));
  for (const { line, column } of right) {
    const row = marked[places.get(line) ?? -1];
    if (!row) continue;
    while (row.length <= column) row.push('');
    row[column] = '#N/A';
  }
  return marked;
}
