/** Strings of certificates, as they were meant: CAs here write GBK and UTF-8 bytes under any tag (field-notes §3). */
import { TAG } from './asn1';
import { ReadingFailure } from './model';

const STRING_TAGS: readonly number[] = [
  TAG.utf8String,
  TAG.numericString,
  TAG.printableString,
  TAG.teletexString,
  TAG.ia5String,
];

/** Controls, and marks that turn the direction of reading: no name holds one, and a hostile file may. */
const CONTROLS = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * The text of one attribute.
 *
 * @param tag universal tag number as in the file; where it lies, the bytes decide
 * @throws ReadingFailure `damaged` for a tag that is no string, or a length its encoding cannot have
 */
export function decodeText(tag: number | null, bytes: Uint8Array): string {
  return tidy(decode(tag, bytes));
}

function decode(tag: number | null, bytes: Uint8Array): string {
  if (tag === TAG.bmpString) return asMeant(decodeUtf16(bytes), bytes, 'wide');
  if (tag === TAG.universalString) return asMeant(decodeUtf32(bytes), bytes, 'wide');
  if (tag === null || !STRING_TAGS.includes(tag)) throw new ReadingFailure('damaged');
  return asMeant(decodeBytes(tag, bytes), bytes, 'bytes');
}

function decodeBytes(tag: number, bytes: Uint8Array): string {
  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 === null) {
    return isRatherLatin(bytes)
      ? decodeLatin(bytes)
      : (decodeStrictly('gb18030', bytes) ?? decodeLatin(bytes));
  }
  const gbk = tag === TAG.utf8String ? null : decodeStrictly('gb18030', bytes);
  return gbk !== null && isRatherGbk(utf8, gbk) ? gbk : utf8;
}

/** What names here are written in: Chinese characters, their punctuation, letters, digits, a few marks. */
const CHINESE_NAME =
  /^[\u4e00-\u9fff\u3000-\u301f\u2014\u2018-\u201d\u00b7\uff01-\uff5eA-Za-z0-9 .,()&@/'_:;+#*=-]*$/;
/** Characters that show a text was read in the wrong encoding: of scripts nobody here writes, of none, or controls. */
const STRANGE =
  /[^\p{Script=Han}\p{Script=Common}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|[\ufffd\p{Cc}\p{Co}]/u;
/** Signs of programs, which turn up where Chinese in UTF-16 is read byte by byte. */
const PROGRAM_SIGNS = /[[\]^`{|}~\\<>$%!?"]/;

/**
 * The text as its tag says, unless no name looks like that and the same bytes in another encoding are a
 * Chinese one: UTF-16 under a tag of bytes, bytes or the other order under BMPString.
 */
function asMeant(text: string, bytes: Uint8Array, tagged: 'bytes' | 'wide'): string {
  if (tagged === 'bytes' && /\p{Script=Han}/u.test(decodeStrictly('utf-8', bytes) ?? '')) return text;
  const looksWrong = STRANGE.test(text) || (tagged === 'bytes' && PROGRAM_SIGNS.test(text));
  return looksWrong ? (otherName(bytes) ?? text) : text;
}

function otherName(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030', 'utf-16be', 'utf-16le', 'utf-32'] as const) {
    const text = encoding === 'utf-32' ? strictUtf32(bytes) : decodeStrictly(encoding, bytes);
    const bare = text?.replace(/^\ufeff/, '') ?? '';
    if (CHINESE_NAME.test(bare) && /\p{Script=Han}/u.test(bare)) return bare;
  }
  return null;
}

function strictUtf32(bytes: Uint8Array): string | null {
  if (bytes.length % 4 !== 0) return null;
  const text = decodeUtf32(bytes);
  return text.includes('\ufffd') ? null : text;
}

/** Bytes above ASCII that stand alone between letters: an accent in Latin-1. Chinese in GBK comes in runs of them. */
function isRatherLatin(bytes: Uint8Array): boolean {
  return bytes.every((byte, at) => byte < 0x80 || (isLetter(bytes[at - 1]) && (bytes[at + 1] ?? 0) < 0x80));
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function tidy(text: string): string {
  return text.replace(CONTROLS, ' ').trim();
}

/** null where the bytes are no such text. */
function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Some GBK texts are valid UTF-8 by chance, and then come out as runs of accented, Greek or Arabic letters.
 * Two in a row occur in no Latin name; in GBK the same bytes are Chinese characters.
 */
function isRatherGbk(utf8: string, gbk: string): boolean {
  const foreign = utf8.match(/[^\p{ASCII}]+/gu) ?? [];
  const allDoubled = foreign.every((run) => /^[\u0080-\u07ff]{2,}$/.test(run));
  return foreign.length > 0 && allDoubled && /^[\p{ASCII}\p{Script=Han}（）]*$/u.test(gbk);
}

function decodeLatin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function decodeUtf16(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw new ReadingFailure('damaged');
  return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array): string {
  if (bytes.length % 4 !== 0) throw new ReadingFailure('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const points = Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4));
  return points.map((point) => (isScalar(point) ? String.fromCodePoint(point) : '\ufffd')).join('');
}

function isScalar(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}
