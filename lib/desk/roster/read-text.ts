/** Reads text lists: bytes of any usual encoding, any separator, cells pasted from a spreadsheet. */
import Papa from 'papaparse';
import { DAMAGED_SIGN, type RawTable, READ_LIMITS, ReadFailure, trimRow } from './table';
import { columnOf } from './words';

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Bytes that are no text of the encoding, for so many signs at least: fewer are damage, more another encoding. */
const SIGNS_A_DAMAGE = 50;
/** The same where one byte is bad, or the columns' names can be read: a short list is a list, too. */
const SIGNS_A_DAMAGE_OF_A_LIST = 5;
/** So many signs that only valid sequences of UTF-8 make, for each that was none: GBK makes few by chance. */
const SIGNS_OF_UTF8 = 4;

/**
 * Text of a file. A byte-order mark decides; without one whatever is valid UTF-8 is UTF-8, NULs at every other
 * place are UTF-16, and the rest is read as GB18030, which holds GBK and GB2312. Damaged UTF-8 stays UTF-8: as GB18030 it
 * would often pass for text, and not a word of it be right.
 *
 * @param forced the encoding the person chose instead
 * @throws ReadFailure `empty`, `unknown-encoding`
 */
export function decodeText(bytes: Uint8Array, forced?: Encoding): DecodedText {
  if (bytes.length === 0) throw new ReadFailure('empty');
  if (forced) return { encoding: forced, text: decode(bytes, forced, false) };
  const marked = encodingByMark(bytes) ?? encodingByZeros(bytes);
  const candidates: readonly Encoding[] = marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    try {
      return { encoding, text: decode(bytes, encoding, true) };
    } catch {
      // A file cut off, or put together of two: what cannot be read is marked, and its cells are listed.
      if (encoding !== 'utf-8') continue;
      const text = decode(bytes, encoding, false);
      if ((text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0) >= damagesIn(text) * SIGNS_OF_UTF8)
        return { encoding, text };
    }
  }
  const damaged = candidates
    .map((encoding) => ({ encoding, text: decode(bytes, encoding, false) }))
    .sort((one, other) => damagesIn(one.text) - damagesIn(other.text))[0];
  if (!damaged || !isText(damaged.text)) throw new ReadFailure('unknown-encoding');
  return damaged;
}

const damagesIn = (text: string) => text.split(DAMAGED_SIGN).length - 1;

/** Whether what was read with damages is a text all the same. */
function isText(text: string): boolean {
  const damages = damagesIn(text);
  if (damages * SIGNS_A_DAMAGE <= text.length) return true;
  const isList = damages === 1 || text.split(/[\r\n\t,;|]/, 200).some((cell) => columnOf(cell) !== null);
  return isList && damages * SIGNS_A_DAMAGE_OF_A_LIST <= text.length;
}

function decode(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes);
}

function encodingByMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Separators, digits and line ends are below U+0100: in UTF-16 each has one zero byte. */
function encodingByZeros(bytes: Uint8Array): Encoding | null {
  const looked = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked.length; at += 1) {
    if (looked[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < 2) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Separators that are looked for, the surest first. Any other can be given by hand. */
export const SEPARATORS = ['\t', ',', ';', '|', '｜', '，', '；', '、', '^', '~', '\u001f', ' '] as const;

/**
 * A text as a table. Quoted cells may hold separators and line breaks (as a spreadsheet copies them).
 *
 * @param separator null: guessed
 * @throws ReadFailure `empty`, `no-rows`, `too-many-rows`
 */
export function readText(text: string, separator: string | null = null): RawTable & { separator: string } {
  if (text.trim() === '') throw new ReadFailure('empty');
  // Put together of two files, a text has two kinds of line ends: read by one of them, the rows of the other are lost.
  const lined = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd();
  const used = separator ?? guessSeparator(lined);
  const bare = tightQuotes(used === ' ' ? lined.replace(/ {2,}/g, ' ') : lined, used);
  const { data: asWritten, errors } = Papa.parse<string[]>(bare, {
    delimiter: used,
    newline: '\n',
    // One row more than allowed is enough to know.
    preview: READ_LIMITS.rows + 1,
  });
  // A quotation mark that nobody closes would swallow all rows below it.
  const data = errors.some(({ type }) => type === 'Quotes') ? parseByLines(bare, used) : asWritten;
  if (data.length > READ_LIMITS.rows) throw new ReadFailure('too-many-rows');
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let line = 1;
  for (const row of data) {
    rows.push(trimRow(row).slice(0, READ_LIMITS.columns));
    lines.push(line);
    line += 1 + countBreaks(row);
  }
  if (rows.every((row) => row.length === 0)) throw new ReadFailure('no-rows');
  return { rows, lines, unreadable: [], separator: used };
}

/** A quotation mark behind a separator and spaces opens a cell as well: `a, "b, c"`. */
function tightQuotes(text: string, separator: string): string {
  if (separator.trim() === '' || !text.includes(' "')) return text;
  return text.replace(new RegExp(`(^|${escaped(separator)}) +(?=")`, 'gm'), '$1');
}

const escaped = (sign: string) => sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** So many lines a quoted cell may take, where quotation marks are not to be trusted. */
const LONGEST_CELL_LINES = 20;

/**
 * The rows of a text whose quotation marks do not pair: a row is the fewest lines that read well together; a line that does
 * with none of those below is a row as it stands, quotation marks and all.
 */
function parseByLines(text: string, delimiter: string): string[][] {
  const lines = text.split('\n');
  const rows: string[][] = [];
  for (let at = 0; at < lines.length && rows.length <= READ_LIMITS.rows; at += 1) {
    const [row, taken] = rowAt(lines, at, delimiter);
    rows.push(row);
    at += taken - 1;
  }
  return rows;
}

function rowAt(lines: readonly string[], at: number, delimiter: string): readonly [string[], number] {
  const line = lines[at] ?? '';
  if (line.includes('"')) {
    for (let taken = 1; taken <= LONGEST_CELL_LINES && at + taken <= lines.length; taken += 1) {
      const { data, errors } = Papa.parse<string[]>(
        lines
          .slice(at, at + taken)
          .join('\n')
          .trimEnd(),
        { delimiter },
      );
      const [row] = data;
      if (row && data.length === 1 && !errors.some(({ type }) => type === 'Quotes')) return [row, taken];
    }
  }
  return [line.split(delimiter), 1];
}

function countBreaks(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) {
    if (cell.includes('\n')) count += cell.split('\n').length - 1;
  }
  return count;
}

/** The separator that gives the most lines the same number of columns, more than one; a comma where none does. */
function guessSeparator(text: string): string {
  const head = text.slice(0, 64_000);
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    if (separator === ' ' || !head.includes(separator)) continue;
    const { data } = Papa.parse<string[]>(tightQuotes(head, separator), {
      delimiter: separator,
      newline: '\n',
      preview: 60,
      skipEmptyLines: true,
    });
    const score = agreement(data.map((row) => row.length));
    if (score > best.score * 1.05) best = { separator, score };
  }
  // Names hold spaces and most other signs too: these part columns only below a heading that says so.
  const [heading = ''] = head.split('\n', 1);
  const named = (sign: string) => heading.split(sign).filter((name) => columnOf(name) !== null).length;
  const other =
    best.score === 0 &&
    [' ', ...(heading.match(/[\p{P}\p{S}\p{Zs}]/gu) ?? [])].find((sign) => named(sign) > 1);
  return other || best.separator;
}

/** How alike the rows are: rows of the commonest width above one, favouring more columns slightly. */
function agreement(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts) {
    score = Math.max(score, (count / widths.length) * (1 + Math.min(width, 12) / 24));
  }
  return score;
}
