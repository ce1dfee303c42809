/** ASN.1 through asn1js, with the strictness that DER asks for and asn1js leaves to its callers. */
import { type AsnType, fromBER } from 'asn1js';
import { ReadingFailure } from './model';

/** Universal tag numbers (X.680 8.4). */
export const TAG = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  oid: 6,
  utf8String: 12,
  sequence: 16,
  set: 17,
  numericString: 18,
  printableString: 19,
  teletexString: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  universalString: 28,
  bmpString: 30,
} as const;

/** One value: its tag, its bytes and its parts. */
export interface Asn1 {
  /** Universal tag number; null for the context tags, whose number is `context`. */
  readonly tag: number | null;
  readonly context: number | null;
  readonly constructed: boolean;
  /** Tag, length and content. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
  readonly parts: readonly Asn1[];
}

/** No certificate of a real CA comes near; a hostile one must not keep us busy. */
const LIMITS = { maxDepth: 24, maxNodes: 20_000, parseEmbedded: false } as const;

/**
 * Reads the first value of `bytes`.
 *
 * @param form `der` refuses indefinite and needlessly long lengths, which X.509 does not allow
 * @returns the value and how many bytes it took
 * @throws ReadingFailure `damaged` or `truncated`
 */
export function readAsn1(bytes: Uint8Array, form: 'der' | 'ber'): { value: Asn1; length: number } {
  let result: ReturnType<typeof fromBER>;
  try {
    result = fromBER(bytes as Uint8Array<ArrayBuffer>, LIMITS);
  } catch {
    // asn1js throws on some contents it was never meant to see; each is a damaged file.
    throw new ReadingFailure('damaged');
  }
  if (result.offset === -1 || result.result.error !== '') {
    throw new ReadingFailure(breaksOff(bytes) ? 'truncated' : 'damaged');
  }
  return { value: toAsn1(result.result, form), length: result.offset };
}

/** Whether the outermost value says it is longer than the bytes there are. */
function breaksOff(bytes: Uint8Array): boolean {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return first + 2 > bytes.length;
  const digits = first & 0x7f;
  if (digits === 0 || digits > 4) return false;
  const length = bytes.subarray(2, 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0);
  return 2 + digits + length > bytes.length;
}

function toAsn1(block: AsnType, form: 'der' | 'ber'): Asn1 {
  const { idBlock, lenBlock, valueBeforeDecodeView: whole } = block;
  if (form === 'der' && (lenBlock.isIndefiniteForm || !isShortest(whole, idBlock.blockLength))) {
    throw new ReadingFailure('damaged');
  }
  const header = idBlock.blockLength + lenBlock.blockLength;
  const inner: unknown = block.valueBlock && 'value' in block.valueBlock ? block.valueBlock.value : null;
  const parts =
    idBlock.isConstructed && Array.isArray(inner)
      ? (inner as AsnType[]).filter((part) => !isEndOfContent(part)).map((part) => toAsn1(part, form))
      : [];
  const content = whole.subarray(header);
  // asn1js lets the last part run over the end of what holds it.
  const filled = parts.reduce((sum, part) => sum + part.whole.length, 0);
  const fits = content.length === lenBlock.length && (!idBlock.isConstructed || filled === content.length);
  if (!lenBlock.isIndefiniteForm && !fits) throw new ReadingFailure('damaged');
  return {
    tag: idBlock.tagClass === 1 ? idBlock.tagNumber : null,
    context: idBlock.tagClass === 3 ? idBlock.tagNumber : null,
    constructed: idBlock.isConstructed,
    whole,
    content,
    parts,
  };
}

function isEndOfContent({ idBlock }: AsnType): boolean {
  return idBlock.tagClass === 1 && idBlock.tagNumber === 0;
}

/** X.690 10.1: the length takes as few bytes as it can. */
function isShortest(whole: Uint8Array, at: number): boolean {
  const first = whole[at] ?? 0;
  if (first < 0x80) return true;
  const digits = first & 0x7f;
  const lead = whole[at + 1] ?? 0;
  return digits === 1 ? lead >= 0x80 : lead !== 0;
}

/** @throws ReadingFailure `damaged` unless it is such a value. */
export function expect(value: Asn1 | undefined, tag: number): Asn1 {
  const constructed = tag === TAG.sequence || tag === TAG.set;
  if (value?.tag !== tag || value.constructed !== constructed) throw new ReadingFailure('damaged');
  return value;
}

/** The parts of a sequence with at least `least` and at most `most` of them. */
export function partsOf(value: Asn1 | undefined, least: number, most = least): readonly Asn1[] {
  const { parts } = expect(value, TAG.sequence);
  if (parts.length < least || parts.length > most) throw new ReadingFailure('damaged');
  return parts;
}

/**
 * An object identifier in dotted form.
 * @throws ReadingFailure `damaged` where an arc is not written in its shortest form
 */
export function readOid(value: Asn1 | undefined): string {
  const { content } = expect(value, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  let begun = false;
  for (const byte of content) {
    if (!begun && byte === 0x80) throw new ReadingFailure('damaged');
    arc = arc * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(arc)) throw new ReadingFailure('damaged');
    begun = byte >= 0x80;
    if (begun) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first, ...rest] = arcs;
  if (first === undefined || begun) throw new ReadingFailure('damaged');
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}

/** An integer's bytes, in the shortest form that DER demands. */
export function readInteger(value: Asn1 | undefined): Uint8Array {
  const { content } = expect(value, TAG.integer);
  const [first = 0, second = 0] = content;
  const padded = content.length > 1 && (first === 0 ? second < 0x80 : first === 0xff && second >= 0x80);
  if (content.length === 0 || padded) throw new ReadingFailure('damaged');
  return content;
}

/** A bit string: its bytes and how many bits of the last are not used. */
export function readBitString(value: Asn1 | undefined): { bytes: Uint8Array; unused: number } {
  const { content } = expect(value, TAG.bitString);
  const unused = content[0];
  if (unused === undefined || unused > 7 || (unused > 0 && content.length < 2)) {
    throw new ReadingFailure('damaged');
  }
  return { bytes: content.subarray(1), unused };
}
