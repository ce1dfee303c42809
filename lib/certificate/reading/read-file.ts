/**
 * Certificates of a file, whatever form it comes in. Pure over bytes; carries asn1js, so it is imported only
 * when a file is to be read (docs/decisions/008-certificate-reading.md).
 */
import { type Asn1, readAsn1 } from './asn1';
import { certificatesOfSignedData, kindOf, type Part, partsOfFile, readPart } from './containers';
import {
  type ReadCertificate,
  type ReadFile,
  type ReadingError,
  ReadingFailure,
  type ReadingWarning,
} from './model';
import { readCertificate } from './read-certificate';
import { isSameCertificate } from './same';

/** Most bytes that are looked at: a chain of certificates takes thousands, none of ours a million. */
export const LARGEST_FILE = 2_000_000;

const KEY_FILE = /\.(?:pfx|p12|key|jks|jceks|keystore|pvk|p8|pk8|ppk)$/i;

/** Whether a file is refused by its name alone, before a byte of it is read. */
export function isKeyFileName(name: string): boolean {
  return KEY_FILE.test(name.trim());
}

/** The answer for a file whose bytes are not to be read: too large, or a key by its name. */
export function refuseUnread(name: string, size: number): ReadFile | null {
  if (isKeyFileName(name)) return refused('private-key');
  if (size > LARGEST_FILE) return refused('too-large');
  return size === 0 ? refused('empty') : null;
}

/**
 * Reads the certificates of one file: DER, PEM (any line ends, text around, several), bare base64, UTF-16,
 * PKCS #7. A file that holds a private key is refused whole. Never throws.
 *
 * @param name the file's name; key stores are refused by it
 */
export function readCertificateFile(name: string, bytes: Uint8Array): ReadFile {
  const unread = refuseUnread(name, bytes.length);
  if (unread !== null) return unread;
  try {
    return readParts(partsOfFile(bytes));
  } catch (error) {
    return refused(error instanceof ReadingFailure ? error.reason : 'damaged');
  }
}

function refused(error: ReadingError): ReadFile {
  return { certificates: [], warnings: error === 'private-key' ? ['private-key'] : [], error };
}

function readParts(parts: readonly Part[]): ReadFile {
  const certificates: ReadCertificate[] = [];
  const warnings = new Set<ReadingWarning>();
  const failures: ReadingError[] = [];
  for (const part of parts) {
    const found = attempt(() => encodedCertificates(part), failures);
    if (found?.trailing) warnings.add('trailing-data');
    for (const encoded of found?.certificates ?? []) {
      const certificate = attempt(() => readCertificate(readAsn1(encoded, 'der').value), failures);
      if (certificate === null) continue;
      if (certificates.some((other) => isSameCertificate(other, certificate))) warnings.add('repeated');
      else certificates.push(certificate);
    }
  }
  // A key among them is never passed over for the sake of the certificate beside it.
  if (failures.includes('private-key')) return refused('private-key');
  if (certificates.length === 0) return refused(failures[0] ?? 'no-certificate');
  if (failures.length > 0) warnings.add('part-unreadable');
  for (const { notBefore, notAfter, keyUsage } of certificates) {
    if (notAfter < notBefore) warnings.add('ends-before-it-begins');
    if (keyUsage.includes('keyCertSign')) warnings.add('issuer-certificate');
  }
  return { certificates, warnings: [...warnings], error: null };
}

function attempt<T>(work: () => T, failures: ReadingError[]): T | null {
  try {
    return work();
  } catch (error) {
    failures.push(error instanceof ReadingFailure ? error.reason : 'damaged');
    return null;
  }
}

/** The encoded certificates of one object; each is read again by itself, as DER. */
function encodedCertificates(part: Part): { certificates: readonly Uint8Array[]; trailing: boolean } {
  const { values, trailing } = readPart(part);
  if (values.some((value) => kindOf(value) === 'private-key')) throw new ReadingFailure('private-key');
  const [first, ...others] = values;
  const certificates = first === undefined ? [] : certificatesOf(first);
  const beside = others.filter((value) => kindOf(value) === 'certificate');
  return {
    certificates: [...certificates, ...beside].map(({ whole }) => whole),
    trailing: trailing || beside.length < others.length,
  };
}

/** @throws ReadingFailure `other-object`, `no-certificate` */
function certificatesOf(value: Asn1): readonly Asn1[] {
  const kind = kindOf(value);
  if (kind === 'certificate') return [value];
  const signed = kind === 'signed-data' ? certificatesOfSignedData(value) : null;
  if (signed === null) throw new ReadingFailure('other-object');
  if (signed.length === 0) throw new ReadingFailure('no-certificate');
  return signed;
}
