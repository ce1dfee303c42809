/**
 * Reads `.xlsx`: `fflate` unpacks within limits, `read-excel-file` reads the cells. What that one passes over in silence is
 * looked for here, so that nothing is lost unseen: cells outside a wrong `<dimension>`, cells that do not say where they
 * stand, merged cells, formulas without a result, error values.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readWorkbookFile from 'read-excel-file/universal';
import { daysAsText, readableCells } from './readable-cells';
import { cellsWithin, placedCells, placeOf } from './sheet-cells';
import { type RawTable, READ_LIMITS, ReadFailure, trimRow, type UnreadableCell } from './table';

export interface Sheet extends RawTable {
  readonly name: string;
  /** Put out of sight: lists of words for the cells of others, an older list. */
  readonly hidden: boolean;
  /** How many of its rows are put out of sight, by a filter or by hand. They are read all the same. */
  readonly hiddenRows: number;
}

/**
 * Every sheet that holds anything, in the workbook's order.
 * @throws ReadFailure
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = unpack(bytes);
  const workbook = parts['xl/workbook.xml'];
  if (!workbook) {
    // A workbook whose parts have other names than all programs give them: saved anew it has these.
    const isWorkbook = Object.keys(parts).some((path) => path.startsWith('xl/worksheets/'));
    throw new ReadFailure(isWorkbook ? 'damaged' : 'not-a-list');
  }
  // LibreOffice writes `true`, the reader knows `1` alone: days would be four years off.
  parts['xl/workbook.xml'] = strToU8(strFromU8(workbook).replace(/\bdate1904="true"/, 'date1904="1"'));
  const notes = new Map<string, SheetNotes>();
  const hidden = hiddenSheets(strFromU8(workbook));
  const paths = sheetPaths(parts);
  for (const [name, path] of paths) {
    const part = parts[path];
    if (!part) continue;
    const xml = placedCells(strFromU8(part));
    notes.set(name, readNotes(xml));
    // A wrong dimension (some exporters write A1) makes the reader pass over all cells outside it.
    const bare = xml.replace(/<(?:\w+:)?dimension\b[^<>]*?\/>/, '');
    parts[path] = strToU8(daysAsText(cellsWithin(bare, READ_LIMITS)));
  }
  // Most workbooks hold nothing that the reader refuses: cells are looked into where one does.
  const sheets = (await readParts(parts)) ?? (await readWithoutBadCells(parts, paths, notes));
  const read = sheets.map(({ sheet, data }) => toTable(sheet, data, notes.get(sheet), hidden.has(sheet)));
  const filled = read.filter(({ rows }) => rows.some((row) => row.length > 0));
  if (filled.length === 0) throw new ReadFailure('no-rows');
  return filled;
}

type ReadSheets = Awaited<ReturnType<typeof readWorkbookFile>>;

/** What the reader makes of the parts; null where it gives up. */
async function readParts(parts: Record<string, Uint8Array>): Promise<ReadSheets | null> {
  try {
    // Stored, not packed: the reader then needs no worker (our policy allows none) and meets no bomb.
    const packed = zipSync(parts, { level: 0 });
    return await readWorkbookFile(packed.buffer as ArrayBuffer, { trim: false });
  } catch {
    return null;
  }
}

/**
 * The same without the cells that make the reader give up; they are added to the notes.
 * @throws ReadFailure where it gives up all the same
 */
async function readWithoutBadCells(
  parts: Record<string, Uint8Array>,
  paths: ReadonlyMap<string, string>,
  notes: Map<string, SheetNotes>,
): Promise<ReadSheets> {
  const stock = {
    texts: countOf(partEndingWith(parts, 'sharedStrings.xml'), /<(?:\w+:)?si[\s/>]/g),
    styles: countOf(
      /<(?:\w+:)?cellXfs\b[\s\S]*<\/(?:\w+:)?cellXfs>/.exec(partEndingWith(parts, 'styles.xml'))?.[0] ?? '',
      /<(?:\w+:)?xf[\s/>]/g,
    ),
  };
  for (const [name, path] of paths) {
    const part = parts[path];
    const own = notes.get(name);
    if (!part || !own) continue;
    const { xml, unreadable } = readableCells(strFromU8(part), stock);
    parts[path] = strToU8(xml);
    notes.set(name, { ...own, unreadable: [...own.unreadable, ...unreadable] });
  }
  const sheets = await readParts(parts);
  if (sheets === null) throw new ReadFailure('damaged');
  return sheets;
}

const countOf = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0;

function partEndingWith(parts: Record<string, Uint8Array>, name: string): string {
  const path = Object.keys(parts).find((each) => each.toLowerCase().endsWith(name.toLowerCase()));
  return strFromU8((path && parts[path]) || new Uint8Array());
}

/** The parts of the workbook that are text; the sizes the archive declares are held to, so that no bomb goes off. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let unpacked = 0;
  let isBomb = false;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name) || /^xl\/(?:media|drawings|charts|theme)\//i.test(name))
          return false;
        unpacked += originalSize;
        if (unpacked > READ_LIMITS.unpackedBytes) isBomb = true;
        return !isBomb;
      },
    });
  } catch (cause) {
    throw new ReadFailure(isBomb ? 'bomb' : 'damaged', { cause });
  }
  if (isBomb) throw new ReadFailure('bomb');
  return parts;
}

/** Names of sheets and where they are, from the workbook's own list. */
function sheetPaths(parts: Record<string, Uint8Array>): ReadonlyMap<string, string> {
  const textOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const targets = new Map<string, string>();
  for (const [tag] of textOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)) {
    const id = attribute(tag, 'Id');
    const target = attribute(tag, 'Target');
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const paths = new Map<string, string>();
  for (const [tag] of textOf('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)) {
    const name = attribute(tag, 'name');
    const path = targets.get(attribute(tag, '\\w+:id') ?? '');
    if (name !== null && path) paths.set(name, path);
  }
  return paths;
}

/** Names of the sheets that are out of sight. */
function hiddenSheets(workbook: string): ReadonlySet<string> {
  const tags = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(([tag]) => tag);
  const hidden = tags.filter((tag) => /^(?:veryH|h)idden$/.test(attribute(tag, 'state') ?? ''));
  return new Set(hidden.flatMap((tag) => attribute(tag, 'name') ?? []));
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescapeXml(value);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, word) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[word] ?? whole);
  });
}

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
