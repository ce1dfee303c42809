import { type Asn1, expect, partsOf, readAsn1, readBitString, readInteger, readOid, TAG } from './asn1';
import {
  type CertificateRole,
  KEY_USAGES,
  type KeyUsage,
  type ReadCertificate,
  ReadingFailure,
} from './model';
import { textsOfExtension } from './read-extension-texts';
import { hex, readName } from './read-name';
import { readTime } from './read-time';

/** Kinds of public keys by identifier; an elliptic curve is told by its parameters. */
const KEY_ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.7': 'RSA-OAEP',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10040.4.1': 'DSA',
  '1.3.101.110': 'X25519',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  // GM/T 0006: some issuers write the curve in place of the key's kind.
  '1.2.156.10197.1.301': 'SM2',
};
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
const SM2_CURVE = '1.2.156.10197.1.301';
const KEY_USAGE = '2.5.29.15';

/**
 * Reads one X.509 certificate (RFC 5280 4.1), strictly: what is not written as DER demands is refused, since
 * a date that another program reads otherwise is worse than none.
 *
 * @throws ReadingFailure
 */
export function readCertificate(value: Asn1): ReadCertificate {
  const [body, signatureAlgorithm, signature] = partsOf(value, 3);
  readOid(partsOf(signatureAlgorithm, 1, 2)[0]);
  readBitString(signature);
  const fields = [...expect(body, TAG.sequence).parts];
  if (fields[0]?.context === 0) readVersion(fields.shift());
  const [serial, algorithm, issuer, validity, subject, publicKey, ...rest] = fields;
  readOid(partsOf(algorithm, 1, 2)[0]);
  const [notBefore, notAfter] = partsOf(validity, 2);
  if (subject === undefined || publicKey === undefined) throw new ReadingFailure('damaged');
  const extensions = extensionsOf(rest).map(readExtension);
  const keyUsage = readKeyUsage(extensions);
  return {
    subject: readName(subject),
    issuer: readName(issuer),
    extensionTexts: extensions.flatMap(({ oid, content }) => textsOfExtension(oid, content)),
    serial: serialText(readInteger(serial)),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    algorithm: readKeyAlgorithm(publicKey),
    keyUsage,
    role: roleOf(keyUsage),
    raw: { subject: subject.whole.slice(), publicKey: publicKey.whole.slice() },
  };
}

/** Whether it has the outline of a certificate: to tell one from other objects before reading it strictly. */
export function looksLikeCertificate(value: Asn1): boolean {
  const [body, algorithm, signature] = value.parts;
  return (
    value.parts.length === 3 &&
    body?.tag === TAG.sequence &&
    body.parts.length >= 6 &&
    algorithm?.tag === TAG.sequence &&
    signature?.tag === TAG.bitString
  );
}

/** `signature`, `encryption` or `both`, by what the key may be used for. */
export function roleOf(keyUsage: readonly KeyUsage[]): CertificateRole {
  const signs = keyUsage.some((use) =>
    ['digitalSignature', 'nonRepudiation', 'keyCertSign', 'cRLSign'].includes(use),
  );
  const encrypts = keyUsage.some((use) =>
    ['keyEncipherment', 'dataEncipherment', 'keyAgreement'].includes(use),
  );
  if (signs === encrypts) return 'both';
  return signs ? 'signature' : 'encryption';
}

function readVersion(value: Asn1 | undefined): void {
  if (!value?.constructed || value.parts.length !== 1) throw new ReadingFailure('damaged');
  const version = readInteger(value.parts[0]);
  if (version.length !== 1 || (version[0] ?? 3) > 2) throw new ReadingFailure('damaged');
}

/** Negative serials exist in the wild; OpenSSL prints their amount behind a minus. */
function serialText(bytes: Uint8Array): string {
  const [first = 0] = bytes;
  if (first < 0x80) return hex(first === 0 && bytes.length > 1 ? bytes.subarray(1) : bytes);
  const amount = (1n << BigInt(bytes.length * 8)) - BigInt(`0x${hex(bytes)}`);
  const digits = amount.toString(16).toUpperCase();
  return `-${digits.length % 2 === 0 ? digits : `0${digits}`}`;
}

function readKeyAlgorithm(publicKey: Asn1): string {
  const [algorithm, key] = partsOf(publicKey, 2);
  readBitString(key);
  const [type, parameters] = partsOf(algorithm, 1, 2);
  const oid = readOid(type);
  if (oid === EC_PUBLIC_KEY)
    return parameters?.tag === TAG.oid && readOid(parameters) === SM2_CURVE ? 'SM2' : 'EC';
  return KEY_ALGORITHMS[oid] ?? oid;
}

/** Two unique identifiers may come first, long out of use; then the extensions, and nothing else. */
function extensionsOf(rest: readonly Asn1[]): readonly Asn1[] {
  let last = 0;
  for (const field of rest) {
    const order = field.context ?? 0;
    if (order <= last || order > 3 || field.constructed !== (order === 3))
      throw new ReadingFailure('damaged');
    last = order;
  }
  const holder = rest.find((field) => field.context === 3);
  if (holder === undefined) return [];
  if (!holder.constructed || holder.parts.length !== 1) throw new ReadingFailure('damaged');
  return expect(holder.parts[0], TAG.sequence).parts;
}

interface Extension {
  readonly oid: string;
  readonly content: Uint8Array;
}

function readExtension(extension: Asn1): Extension {
  const parts = partsOf(extension, 2, 3);
  const oid = readOid(parts[0]);
  if (parts.length === 3 && expect(parts[1], TAG.boolean).content.length !== 1) {
    throw new ReadingFailure('damaged');
  }
  return { oid, content: expect(parts.at(-1), TAG.octetString).content };
}

function readKeyUsage(extensions: readonly Extension[]): readonly KeyUsage[] {
  const last = extensions.findLast(({ oid }) => oid === KEY_USAGE);
  return last === undefined ? [] : usagesIn(last.content);
}

function usagesIn(encoded: Uint8Array): readonly KeyUsage[] {
  const { value, length } = readAsn1(encoded, 'der');
  if (length !== encoded.length) throw new ReadingFailure('damaged');
  const { bytes } = readBitString(value);
  return KEY_USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}
