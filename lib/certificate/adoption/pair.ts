import type { ReadCertificate } from '@/lib/certificate/reading/model';
import { nameKey } from './name-key';

/** One key's certificates: the one for signatures and the one for encryption, or a single one for both. */
export type KeyPair = readonly [ReadCertificate] | readonly [ReadCertificate, ReadCertificate];

/** Days the two of a pair may end apart. */
const APART_DAYS = 31;

/**
 * Puts signature and encryption certificates of one subject and issuer together, those that end
 * closest first; what has no partner stands alone. The signature certificate comes first.
 */
export function pairCertificates(certificates: readonly ReadCertificate[]): readonly KeyPair[] {
  const couples = certificates
    .filter(({ role }) => role === 'signature')
    .flatMap((signature) =>
      certificates
        .filter((other) => other.role === 'encryption' && belongTogether(signature, other))
        .map((encryption) => ({ signature, encryption, apart: daysApart(signature, encryption) })),
    )
    .filter(({ apart }) => apart <= APART_DAYS)
    .sort((one, other) => one.apart - other.apart);
  const partners = new Map<ReadCertificate, ReadCertificate>();
  const taken = new Set<ReadCertificate>();
  for (const { signature, encryption } of couples) {
    if (partners.has(signature) || taken.has(encryption)) continue;
    partners.set(signature, encryption);
    taken.add(encryption);
  }
  return certificates
    .filter((certificate) => !taken.has(certificate))
    .map((certificate): KeyPair => {
      const partner = partners.get(certificate);
      return partner ? [certificate, partner] : [certificate];
    });
}

function belongTogether(one: ReadCertificate, other: ReadCertificate): boolean {
  return nameKey(one.subject) === nameKey(other.subject) && nameKey(one.issuer) === nameKey(other.issuer);
}

function daysApart(one: ReadCertificate, other: ReadCertificate): number {
  return Math.abs(Date.parse(one.notAfter) - Date.parse(other.notAfter)) / 86_400_000;
}
