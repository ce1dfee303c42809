/** What kind of thing lies in a file: text or bytes, one object or several, a key among them. */
import { type Asn1, readAsn1, readOid, TAG } from './asn1';
import { ReadingFailure } from './model';
import { looksLikeCertificate } from './read-certificate';

/** One object of a file, still encoded. */
export interface Part {
  /** The label of its armour (`CERTIFICATE`, `PKCS7`); null for bare bytes or base64. */
  readonly label: string | null;
  readonly bytes: Uint8Array;
}

/** Bag Attributes and other text may stand around; the two lines and what is between them count. */
const ARMOUR = /-----BEGIN ([A-Z0-9 #]{1,40})-----([^-]*)-----END \1-----/g;
const ARMOUR_BEGIN = /-----BEGIN ([A-Z0-9 #]{1,40})-----/g;
/**
 * A key in text: armour of any making, torn or with its first line lost; PuTTY's files.
 */
const PRIVATE_TEXT = /\b(?:BEGIN|END)\b[A-Z0-9 #]{0,40}\bPRIVATE KEY\b|^PuTTY-User-Key-File-/im;
/** What key stores of Java begin with, and Microsoft's `.pvk`. */
const STORE_SIGNS = [0xfeedfeed, 0xcececece, 0x1ef1b5b0];

/**
 * The encoded objects of a file.
 * @throws ReadingFailure `private-key` where one of the armoured blocks is a key, `no-certificate`, `truncated`
 */
export function partsOfFile(bytes: Uint8Array): readonly Part[] {
  if (beginsLikeDer(bytes)) return [{ label: null, bytes }];
  if (isKeyStore(bytes)) throw new ReadingFailure('private-key');
  const text = readText(bytes);
  if (text === null) throw new ReadingFailure('no-certificate');
  if (PRIVATE_TEXT.test(text) || isPrivateJwk(text)) throw new ReadingFailure('private-key');
  const begun = [...text.matchAll(ARMOUR_BEGIN)];
  const armoured = [...text.matchAll(ARMOUR)].map(([, label = '', body = '']): Part => {
    const decoded = decodeBase64(body.replace(/^[A-Za-z-]+:.*$/gm, ''));
    return { label, bytes: decoded ?? new Uint8Array() };
  });
  if (begun.length > 0) {
    // A block that was begun and not ended is a part that cannot be read, and is said.
    const broken = begun.length > armoured.length ? [{ label: null, bytes: new Uint8Array() }] : [];
    if (armoured.length === 0) throw new ReadingFailure('truncated');
    return [...armoured, ...broken];
  }
  const decoded = decodeBase64(text);
  if (decoded === null || decoded[0] !== 0x30) throw new ReadingFailure('no-certificate');
  return [{ label: null, bytes: decoded }];
}

/** A JSON Web Key with its private part, by itself or in a set. */
function isPrivateJwk(text: string): boolean {
  return /"kty"\s{0,9}:/.test(text) && /"d"\s{0,9}:/.test(text);
}

function isKeyStore(bytes: Uint8Array): boolean {
  const sign = bytes.subarray(0, 4).reduce((all, byte) => all * 256 + byte, 0);
  return bytes.length >= 4 && STORE_SIGNS.includes(sign);
}

/** Object identifiers of signed data: PKCS #7 and its SM2 twin (GM/T 0010). */
const SIGNED_DATA = ['1.2.840.113549.1.7.2', '1.2.156.10197.6.1.4.2.2'];

/** The certificates a PKCS #7 carries, null where the value is none. */
export function certificatesOfSignedData(value: Asn1): readonly Asn1[] | null {
  const [type, holder] = value.parts;
  if (type?.tag !== TAG.oid || holder?.context !== 0) return null;
  if (!SIGNED_DATA.includes(readOid(type))) return null;
  const signed = holder.parts[0];
  if (signed?.tag !== TAG.sequence) throw new ReadingFailure('damaged');
  const set = signed.parts.find((part) => part.context === 0 && part.constructed);
  return set?.parts.filter((part) => part.tag === TAG.sequence) ?? [];
}

/**
 * What an object is that is no certificate. Key stores and keys are told by their outline alone (PKCS #12,
 * PKCS #8 plain and encrypted, PKCS #1, RFC 5915), so that one without armour or name is refused too.
 */
export function kindOf(value: Asn1): 'certificate' | 'signed-data' | 'private-key' | 'other' {
  const [first, second, third] = value.parts;
  if (looksLikeCertificate(value)) return 'certificate';
  if (first?.tag === TAG.oid) return 'signed-data';
  const version = first?.tag === TAG.integer && first.content.length === 1 ? first.content[0] : null;
  const startsWithOid = second?.tag === TAG.sequence && second.parts[0]?.tag === TAG.oid;
  if (version === 3 && startsWithOid) return 'private-key';
  if ((version === 0 || version === 1) && startsWithOid && third?.tag === TAG.octetString)
    return 'private-key';
  if (version === 1 && second?.tag === TAG.octetString) return 'private-key';
  if (value.parts.length >= 6 && value.parts.every(({ tag }) => tag === TAG.integer)) return 'private-key';
  const isEncrypted = first?.tag === TAG.sequence && first.parts[0]?.tag === TAG.oid;
  if (isEncrypted && second?.tag === TAG.octetString && value.parts.length === 2) return 'private-key';
  return 'other';
}

/** Most values that one part is asked for: a chain joined end to end has few. */
const MOST_VALUES = 32;

/**
 * The values of a part: one, or several joined end to end, a key behind a certificate among them.
 * @throws ReadingFailure where its bytes begin with no value at all
 */
export function readPart({ bytes }: Part): { values: readonly Asn1[]; trailing: boolean } {
  const first = readAsn1(bytes, 'ber');
  const values = [first.value];
  let rest = bytes.subarray(first.length);
  while (rest[0] === 0x30 && values.length < MOST_VALUES) {
    const next = readNext(rest);
    if (next === null) break;
    values.push(next.value);
    rest = rest.subarray(next.length);
  }
  return { values, trailing: rest.some((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d) };
}

function readNext(bytes: Uint8Array): { value: Asn1; length: number } | null {
  try {
    return readAsn1(bytes, 'ber');
  } catch {
    return null;
  }
}

/** The text of a file in UTF-8, UTF-16 with a mark or without, or anything else that ASCII shows in; null: none. */
function readText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  // Some exports end in the empty byte that ends a text in C.
  const text = new TextDecoder(encoding).decode(bytes).replace(/\0+$/, '');
  return text.includes('\0') ? null : text;
}

/**
 * By its mark, else by where most empty bytes lie: the armour's letters have one each in UTF-16. A few lie on the
 * other side, as in 一 (U+4E00).
 */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const empty = [0, 0];
  bytes.subarray(0, 4096).forEach((byte, at) => {
    if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = empty;
  const few = Math.min(bytes.length, 4096) / 8;
  if (Math.max(even, odd) <= few || even === odd) return 'utf-8';
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * DER begins with a sequence, 0x30, which is also the digit 0 of a text. A long length in the next byte is no
 * sign of text; a short one is, where armour stands behind it.
 */
function beginsLikeDer(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30 || isAscii(bytes)) return false;
  const second = bytes[1] ?? 0;
  if (second >= 0x80) return second <= 0x84;
  return !/-----BEGIN [A-Z0-9 #]{1,40}-----/.test(readText(bytes) ?? '');
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).every((byte) => byte >= 0x09 && byte < 0x7f);
}

/** null where it is no base64. Line breaks, spaces and a mark at the start make no difference. */
function decodeBase64(text: string): Uint8Array | null {
  const dense = text.replace(/[\s\ufeff]+/g, '');
  if (dense === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(dense)) return null;
  try {
    return Uint8Array.from(atob(dense), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
