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
  if (tag === TAG.bmpString) return decodeUtf16(bytes);
  if (tag === TAG.universalString) return decodeUtf32(bytes);
  if (tag === null || !STRING_TAGS.includes(tag)) throw new ReadingFailure('damaged');
  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 === null) return decodeStrictly('gb18030', bytes) ?? decodeLatin(bytes);
  const gbk = tag === TAG.utf8String ? null : decodeStrictly('gb18030', bytes);
  return gbk !== null && isRatherGbk(utf8, gbk) ? gbk : utf8;
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
