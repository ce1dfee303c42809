/**
 * Reads `.xlsx`: `fflate` unpacks within limits, `read-excel-file` reads the cells. What that one passes over in silence is
 * looked for here, so that nothing is lost unseen: cells outside a wrong `<dimension>`, cells that do not say where they
 * stand, merged cells, formulas without a result, error values.
 */
import { strFromU8, strToU8, zipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/universal';
import { numbersAsShown, paddedStyles } from './padded-numbers';
import { daysAsText, readableCells } from './readable-cells';
import { cellsWithin, placedCells, placeOf } from './sheet-cells';
import { type RawTable, READ_LIMITS, ReadFailure, trimRow, type UnreadableCell } from './table';
import {
  attribute,
  countsFrom1904,
  hiddenSheets,
  type Parts,
  sheetPaths,
  textEndingWith,
  unpack,
  withSheets,
} from './workbook-parts';

export interface Sheet extends RawTable {
  readonly name: string;
  /** Put out of sight: lists of words for the cells of others, an older list. */
  readonly hidden: boolean;
  /** How many of its rows are put out of sight, by a filter or by hand. They are read all the same. */
  readonly hiddenRows: number;
}

/** A sheet that could not be read, and why; the others are. */
export interface BrokenSheet {
  readonly name: string;
  readonly why: 'damaged' | 'too-many-rows';
}

export interface Workbook {
  /** Every sheet that holds anything, in the workbook's order. */
  readonly sheets: readonly Sheet[];
  readonly broken: readonly BrokenSheet[];
}

/** @throws ReadFailure where no sheet can be read, or none holds anything */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const parts = unpack(bytes);
  const broken = new Map<string, BrokenSheet['why']>();
  const notes = new Map<string, SheetNotes>();
  const pads = paddedStyles(textEndingWith(parts, 'styles.xml'));
  const paths = sheetPaths(parts);
  for (const [name, path] of paths) {
    const part = parts[path];
    if (!part) {
      broken.set(name, 'damaged');
      continue;
    }
    const xml = placedCells(strFromU8(part));
    notes.set(name, readNotes(xml));
    // A wrong dimension (some exporters write A1) makes the reader pass over all cells outside it.
    const bare = xml.replace(/<(?:\w+:)?dimension\b[^<>]*?\/>/, '');
    try {
      parts[path] = strToU8(numbersAsShown(daysAsText(cellsWithin(bare, READ_LIMITS)), pads));
    } catch (error) {
      broken.set(name, isTooLong(error) ? 'too-many-rows' : 'damaged');
    }
  }
  const names = [...paths.keys()].filter((name) => !broken.has(name));
  const read = names.length === 0 ? [] : await readSheets(parts, names, notes, broken);
  const hidden = hiddenSheets(parts);
  const from1904 = countsFrom1904(parts);
  const sheets: Sheet[] = [];
  for (const { sheet, data } of read) {
    try {
      sheets.push({ ...toTable(sheet, data, notes.get(sheet), hidden.has(sheet)), from1904 });
    } catch (error) {
      broken.set(sheet, isTooLong(error) ? 'too-many-rows' : 'damaged');
    }
  }
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.length > 0));
  if (filled.length === 0) throw new ReadFailure([...broken.values()][0] ?? 'no-rows');
  return { sheets: filled, broken: [...broken].map(([name, why]) => ({ name, why })) };
}

const isTooLong = (error: unknown) => error instanceof ReadFailure && error.kind === 'too-many-rows';

type ReadSheets = Awaited<ReturnType<typeof readWorkbookFile>>;

/** The sheets of these names; those that cannot be read are added to `broken`, cells that cannot to `notes`. */
async function readSheets(
  parts: Parts,
  names: readonly string[],
  notes: Map<string, SheetNotes>,
  broken: Map<string, BrokenSheet['why']>,
): Promise<ReadSheets> {
  // Most workbooks hold nothing that the reader refuses: cells are looked into where one does.
  const whole = await readParts(withSheets(parts, new Set(names)));
  if (whole !== null) return whole;
  leaveOutBadCells(parts, notes);
  const mended = await readParts(withSheets(parts, new Set(names)));
  if (mended !== null) return mended;
  const read: ReadSheets[number][] = [];
  for (const name of names) {
    const own = await readParts(withSheets(parts, new Set([name])));
    if (own === null) broken.set(name, 'damaged');
    else read.push(...own);
  }
  return read;
}

/** What the reader makes of the parts; null where it gives up. */
async function readParts(parts: Parts): Promise<ReadSheets | null> {
  try {
    // Stored, not packed: the reader then needs no worker (our policy allows none) and meets no bomb.
    const packed = zipSync(parts, { level: 0 });
    return await readWorkbookFile(packed.buffer as ArrayBuffer, { trim: false });
  } catch {
    return null;
  }
}

/** Takes out the cells that make the reader give up, and adds them to the notes. */
function leaveOutBadCells(parts: Parts, notes: Map<string, SheetNotes>): void {
  const styles = textEndingWith(parts, 'styles.xml');
  const stock = {
    texts: countOf(textEndingWith(parts, 'sharedStrings.xml'), /<(?:\w+:)?si[\s/>]/g),
    styles: countOf(
      /<(?:\w+:)?cellXfs\b[\s\S]*<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '',
      /<(?:\w+:)?xf[\s/>]/g,
    ),
  };
  for (const [name, path] of sheetPaths(parts)) {
    const part = parts[path];
    const own = notes.get(name);
    if (!part || !own) continue;
    const { xml, unreadable } = readableCells(strFromU8(part), stock);
    parts[path] = strToU8(xml);
    notes.set(name, { ...own, unreadable: [...own.unreadable, ...unreadable] });
  }
}

const countOf = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;

interface SheetNotes {
  readonly merges: readonly Merge[];
  readonly unreadable: readonly UnreadableCell[];
  readonly hiddenRows: number;
}

/** Both ends inclusive, counted from 0. */
interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell with a formula and no value behind it, or with an error for a value. */
const CELL_WITHOUT_RESULT =
  /<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>\s*|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>\s*)?<\/(?:\w+:)?c>/g;
const ERROR_CELL = /<(?:\w+:)?c\b([^<>]*\st="e"[^<>]*)>/g;

function readNotes(xml: string): SheetNotes {
  const unreadable: UnreadableCell[] = [];
  const note = (pattern: RegExp, why: UnreadableCell['why']) => {
    for (const [cell, attributes = ''] of xml.matchAll(pattern)) {
      // A formula whose result is an empty text is marked so, and is no loss.
      if (why === 'formula' && /\st="str"/.test(attributes) && /<(?:\w+:)?v\b/.test(cell)) continue;
      const place = placeOf(attribute(` ${attributes}`, 'r') ?? '');
      if (place) unreadable.push({ line: place.row + 1, column: place.column, why });
    }
  };
  if (/<(?:\w+:)?f\b/.test(xml)) note(CELL_WITHOUT_RESULT, 'formula');
  if (xml.includes('t="e"')) note(ERROR_CELL, 'error-value');
  const merges: Merge[] = [];
  for (const [, from = '', until = ''] of xml.matchAll(
    /<(?:\w+:)?mergeCell\b[^<>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g,
  )) {
    const [first, last] = [placeOf(from), placeOf(until)];
    if (!first || !last) continue;
    merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
  const hiddenRows = countOf(xml, /<(?:\w+:)?row\b[^<>]*\shidden="(?:1|true)"/g);
  return { merges, unreadable, hiddenRows };
}

function toTable(
  name: string,
  data: readonly (readonly unknown[])[],
  notes: SheetNotes = { merges: [], unreadable: [], hiddenRows: 0 },
  hidden = false,
): Sheet {
  if (data.length > READ_LIMITS.rows) throw new ReadFailure('too-many-rows');
  const cells = data.map((row) => row.slice(0, READ_LIMITS.columns).map(cellText));
  for (const merge of notes.merges) spread(cells, merge);
  const rows = cells.map(trimRow);
  const lines = rows.map((_, at) => at + 1);
  return { name, rows, lines, unreadable: notes.unreadable, hidden, hiddenRows: notes.hiddenRows };
}

/** Writes the value of merged cells into each of them: to the eye it is theirs all. */
function spread(cells: string[][], merge: Merge): void {
  const value = cells[merge.top]?.[merge.left];
  if (!value) return;
  for (let row = merge.top; row <= Math.min(merge.bottom, cells.length - 1); row += 1) {
    const line = cells[row];
    if (!line) continue;
    for (let column = merge.left; column <= Math.min(merge.right, READ_LIMITS.columns - 1); column += 1) {
      while (line.length <= column) line.push('');
      line[column] = value;
    }
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  // A spreadsheet keeps fifteen digits: what is longer was rounded when it was typed in, and is no code any more.
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return cell.toExponential();
  return String(cell);
}
