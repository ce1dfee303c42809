/** What reading a certificate file gives. Types only. */

/** What a certificate is for by its key usage; `both` also where it names no usage (RFC 5280 4.2.1.3). */
export type CertificateRole = 'signature' | 'encryption' | 'both';

/** One attribute of a name, in the order of the file. */
export interface NameAttribute {
  /** Dotted. */
  readonly oid: string;
  /** Short name as in RFC 4519 (`CN`, `O`, `serialNumber`), else the dotted identifier. */
  readonly name: string;
  readonly value: string;
}

export interface ReadCertificate {
  readonly subject: readonly NameAttribute[];
  readonly issuer: readonly NameAttribute[];
  /** Texts of the extensions that speak of the holder, each by its extension's dotted identifier. */
  readonly extensionTexts: readonly NameAttribute[];
  /** Upper-case hexadecimal, two digits a byte, as OpenSSL prints it. */
  readonly serial: string;
  /** ISO 8601 in UTC, whole seconds: `2026-12-29T15:59:59Z`. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** `RSA`, `EC`, `SM2`, …, or the dotted identifier of a kind we have no word for. */
  readonly algorithm: string;
  /** Bits set, named as in RFC 5280; empty where the certificate names no usage. */
  readonly keyUsage: readonly KeyUsage[];
  readonly role: CertificateRole;
  /** Subject and public key as they are in the file: to tell the same unit and another key. */
  readonly raw: { readonly subject: Uint8Array; readonly publicKey: Uint8Array };
}

/** In the order of their bits (RFC 5280 4.2.1.3). */
export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

/** Why a file gives no certificate; each has its own sentence in the locale files. */
export type ReadingError =
  | 'empty'
  | 'too-large'
  /** Key store or private key: refused, nothing of it kept. */
  | 'private-key'
  /** A certificate request, a revocation list, a public key: something of the same family, no certificate. */
  | 'other-object'
  | 'no-certificate'
  /** Begins like a certificate and breaks off. */
  | 'truncated'
  | 'damaged'
  /** A date that is none, or not written as RFC 5280 demands: no date is guessed. */
  | 'bad-date';

export type ReadingWarning =
  | 'private-key'
  /** One of several certificates in the file could not be read. */
  | 'part-unreadable'
  /** More after the certificate than belongs to it. */
  | 'trailing-data'
  | 'repeated'
  /** Its last moment lies before its first. */
  | 'ends-before-it-begins'
  /** An issuer's certificate (it may sign certificates): nobody's own. */
  | 'issuer-certificate';

export interface ReadFile {
  readonly certificates: readonly ReadCertificate[];
  readonly warnings: readonly ReadingWarning[];
  /** Set: nothing was read, and `certificates` is empty. */
  readonly error: ReadingError | null;
}

/** Ends the reading of one certificate or file with its reason. */
export class ReadingFailure extends Error {
  override readonly name = 'ReadingFailure';
  constructor(readonly reason: ReadingError) {
    super(`certificate: ${reason}`);
  }
}
