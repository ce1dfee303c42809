/** Certificates written byte by byte, for what OpenSSL will not write. Signed by nobody. Tests only. */

/** One value: its tag and what it holds. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return new Uint8Array(Buffer.concat([Uint8Array.from([tag, ...length]), content]));
}

export const SEQUENCE = 0x30;
export const STRINGS = {
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  universal: 0x1c,
  bmp: 0x1e,
} as const;

export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(6, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    digits.unshift((rest & 0x7f) | 0x80);
  }
  return digits;
}

export const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
export const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
export function utf32be(text: string): Uint8Array {
  const points = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  for (const [at, point] of points.entries()) bytes.writeUInt32BE(point, at * 4);
  return new Uint8Array(bytes);
}

/** An attribute of a name: identifier, tag of the string, bytes. */
export type Attribute = readonly [string, number, Uint8Array];
export function name(attributes: readonly Attribute[]): Uint8Array {
  return der(
    SEQUENCE,
    ...attributes.map(([type, tag, value]) => der(0x31, der(SEQUENCE, oid(type), der(tag, value)))),
  );
}

export function extension(type: string, value: Uint8Array): Uint8Array {
  return der(SEQUENCE, oid(type), der(4, value));
}

export interface Written {
  readonly subject?: readonly Attribute[];
  readonly issuer?: readonly Attribute[];
  readonly serial?: Uint8Array;
  /** Tag and text of each end: 0x17 UTCTime, 0x18 GeneralizedTime. */
  readonly from?: readonly [number, string];
  readonly until?: readonly [number, string];
  readonly extensions?: readonly Uint8Array[];
}

/** A certificate on the curve SM2 with a key of zeros. */
export function writeCertificate(written: Written): Uint8Array {
  const { subject = [['2.5.4.3', STRINGS.utf8, utf8('a')]], issuer = subject, extensions = [] } = written;
  const algorithm = der(SEQUENCE, oid('1.2.156.10197.1.501'));
  const from = written.from ?? [0x17, '251229160000Z'];
  const until = written.until ?? [0x17, '261229155959Z'];
  const body = der(
    SEQUENCE,
    der(0xa0, der(2, Uint8Array.of(2))),
    der(2, written.serial ?? Uint8Array.of(7)),
    algorithm,
    name(issuer),
    der(SEQUENCE, der(from[0], ascii(from[1])), der(until[0], ascii(until[1]))),
    name(subject),
    der(
      SEQUENCE,
      der(SEQUENCE, oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301')),
      der(3, Uint8Array.of(0, 4), new Uint8Array(64)),
    ),
    ...(extensions.length > 0 ? [der(0xa3, der(SEQUENCE, ...extensions))] : []),
  );
  return der(SEQUENCE, body, algorithm, der(3, Uint8Array.of(0), new Uint8Array(16)));
}
