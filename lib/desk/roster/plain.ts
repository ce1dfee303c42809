/** Cells as people mean them: full-width digits, invisible signs and line breaks inside a cell make no difference. */

import { plainCode } from '@/lib/certificate/unit-code';

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

/** A cell's text in one line: NFKC (full-width digits become plain), no invisible signs, single spaces. */
export function plainText(cell: string): string {
  if (/^[\x21-\x7e]*$/.test(cell)) return cell;
  return restoreBrackets(cell.replace(/[\r\n\t]+/g, ' ').normalize('NFKC'), cell)
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * NFKC turns the brackets and commas that belong to Chinese names into half-width ones; a name stays as it was
 * written. Only digits and letters are wanted plain.
 */
function restoreBrackets(plain: string, cell: string): string {
  if (plain.length !== cell.length) return plain;
  let text = '';
  for (let at = 0; at < plain.length; at += 1) {
    const own = cell[at] ?? '';
    text += /[（），：；！？]/.test(own) ? own : (plain[at] ?? '');
  }
  return text;
}

/** A code to compare by: hyphens and spaces in a social credit code make no other unit; in a list's own codes they may. */
export function codeKey(code: string): string {
  return keyOf(plainCode(code) ?? code);
}

/**
 * A code without what programs add to it or take from it: zeros in front, hyphens, spaces. Two codes may be alike in this and
 * be two units': it says something only where the names agree too.
 */
export function looseCodeKey(code: string): string {
  return codeKey(code)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '');
}

/** A text to compare by: plain, without spaces and brackets' width, in lower case. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase();
}

const CHINESE_DIGITS = '零一二三四五六七八九';

/** A count as lists have it: 3, 3把, 3.0, 三, 十二; null where it is none. */
export function countIn(text: string): number | null {
  const bare = plainText(text).replace(/[个把只枚套份]$/, '');
  if (/^\d{1,9}(?:\.0+)?$/.test(bare)) return Number(bare);
  if (bare === '两') return 2;
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(bare);
  if (tens) return digit(tens[1], 1) * 10 + digit(tens[2], 0);
  return bare.length === 1 && CHINESE_DIGITS.includes(bare) ? CHINESE_DIGITS.indexOf(bare) : null;
}

const digit = (text: string | undefined, missing: number) =>
  text === undefined ? missing : CHINESE_DIGITS.indexOf(text);

const DAY =
  /^(20\d{2})\s*[-‐-―−/.年]\s*(\d{1,2})\s*[-‐-―−/.月]\s*(\d{1,2})\s*[日号]?(?:[T （(周星上下早中晚].*)?$/;
const DENSE_DAY = /^(20\d{2})(\d{2})(\d{2})$/;

/** Days since the end of 1899, as spreadsheets count them and show a date whose cell is no date cell: 2009 to 2036. */
const SERIAL_DAY = /^(4\d{4})(?:\.\d+)?$/;
const SERIAL_OF_1970 = 25_569;
/** From the first day that spreadsheets count to 1 January 1904. */
const DAYS_TO_1904 = 1_462;
const DAY_MS = 86_400_000;

/**
 * A day as lists have it (2023-9-4, 2023/09/04, 2023年9月4日, 20230904, 45173), as `yyyy-mm-dd`; null where it is none.
 * A day without a year is none, nor is one of another century: an empty cell in the shape of a day reads 1899-12-30.
 *
 * @param from1904 whether bare numbers count from 1904
 */
export function dayIn(text: string, from1904 = false): string | null {
  const plain = plainText(text);
  const [, serial] = SERIAL_DAY.exec(plain) ?? [];
  if (serial !== undefined) {
    const days = Number(serial) - SERIAL_OF_1970 + (from1904 ? DAYS_TO_1904 : 0);
    return new Date(days * DAY_MS).toISOString().slice(0, 10);
  }
  const match = DAY.exec(plain) ?? DENSE_DAY.exec(plain);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}
