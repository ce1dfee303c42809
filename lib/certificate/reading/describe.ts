/** A certificate as the command `cert:read` prints it. */
import type { NameAttribute, ReadCertificate } from './model';
import { toSeconds } from './read-time';

/** A name as an object: the value, or a list where an attribute comes more than once. */
export type DescribedName = Readonly<Record<string, string | readonly string[]>>;

export interface DescribedCertificate
  extends Pick<ReadCertificate, 'serial' | 'notBefore' | 'notAfter' | 'algorithm' | 'keyUsage' | 'role'> {
  readonly subject: DescribedName;
  readonly issuer: DescribedName;
  /** The same moment as `notAfter`, written in Shanghai's time: `2026-12-29T23:59:59+08:00`. */
  readonly notAfterShanghai: string;
}

export function describeCertificate(certificate: ReadCertificate): DescribedCertificate {
  const { serial, notBefore, notAfter, algorithm, keyUsage, role } = certificate;
  return {
    subject: describeName(certificate.subject),
    issuer: describeName(certificate.issuer),
    serial,
    notBefore,
    notAfter,
    notAfterShanghai: shanghaiTime(notAfter),
    algorithm,
    keyUsage,
    role,
  };
}

function describeName(attributes: readonly NameAttribute[]): DescribedName {
  const described: Record<string, string | string[]> = {};
  for (const { name, value } of attributes) {
    const known = described[name];
    described[name] = known === undefined ? value : [known, value].flat();
  }
  return described;
}

/**
 * An instant in Shanghai's time, eight hours ahead of UTC since 1991.
 * @param instant ISO 8601, UTC
 * @returns ISO 8601 with its offset
 */
export function shanghaiTime(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000);
  return toSeconds(shifted).replace('Z', '+08:00');
}
