import type { ReadCertificate } from './model';

/** Whether both were read from the same certificate. */
export function isSameCertificate(one: ReadCertificate, other: ReadCertificate): boolean {
  return (
    one.serial === other.serial &&
    one.notAfter === other.notAfter &&
    one.role === other.role &&
    isSameBytes(one.raw.publicKey, other.raw.publicKey)
  );
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
