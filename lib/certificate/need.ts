/** Which certificate asks for something first, and which date comes next. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { type CertificateStatus, certificateStatus, successionKey, type TrackedCertificate } from './status';

export interface JudgedCertificate<T extends TrackedCertificate = TrackedCertificate> {
  readonly certificate: T;
  readonly status: CertificateStatus;
  /** Expired with no other of its subject and kind in force: nothing covers for it. */
  readonly uncovered: boolean;
}

/** Groups of need, most pressing first; inside a group the earlier date comes first. */
const NEED = ['uncovered', 'ending', 'expired', 'valid', 'not-yet-valid', 'superseded'] as const;

function needOf({ status, uncovered }: JudgedCertificate): number {
  switch (status.kind) {
    case 'expired':
      return NEED.indexOf(uncovered ? 'uncovered' : 'expired');
    case 'last-day':
    case 'soon':
      return NEED.indexOf('ending');
    case 'renewal-open':
      return NEED.indexOf('valid');
    default:
      return NEED.indexOf(status.kind);
  }
}

/**
 * All certificates and seals with their status, in order of need: expired without cover, ending, expired
 * but covered, valid, not yet valid, superseded. Ties fall to the earlier last day, then to the id, so that
 * the order never flickers.
 */
export function orderByNeed<T extends TrackedCertificate>(
  certificates: readonly T[],
  today: CalendarDate,
): readonly JudgedCertificate<T>[] {
  const inForce = new Set(certificates.filter((one) => isInForce(one, today)).map((one) => coverKey(one)));
  // A successor is of the same group: hundreds of certificates are not held against each other.
  const groups = groupBy(certificates, successionKey);
  return certificates
    .map((certificate): JudgedCertificate<T> => {
      const status = certificateStatus(certificate, groups.get(successionKey(certificate)) ?? [], today);
      return {
        certificate,
        status,
        uncovered: status.kind === 'expired' && !inForce.has(coverKey(certificate)),
      };
    })
    .sort(
      (one, other) =>
        needOf(one) - needOf(other) ||
        compare(one.certificate.validUntil, other.certificate.validUntil) ||
        compare(one.certificate.id, other.certificate.id),
    );
}

/**
 * The certificate whose date leads: an expired one that nothing covers, else the one that ends first of
 * those still in force or to come. null where nothing is left to count to.
 */
export function leadingCertificate<T extends TrackedCertificate>(
  judged: readonly JudgedCertificate<T>[],
): JudgedCertificate<T> | null {
  const first = judged[0];
  if (first?.uncovered) return first;
  const counting = judged.filter(({ status }) => status.kind !== 'expired' && status.kind !== 'superseded');
  return counting.reduce<JudgedCertificate<T> | null>(
    (lead, one) => (lead === null || one.certificate.validUntil < lead.certificate.validUntil ? one : lead),
    null,
  );
}

/**
 * How the old or new CA and seal of one subject stand, for fees and guidance. A generation without a row is
 * `unknown`, never `none`: that nothing was entered says nothing. CA and seal must both be in force where
 * both are recorded (常财购〔2023〕12号 二: 持有原CA和电子签章且处于有效期); where they differ, it is `unknown`.
 */
export function holdingOf(
  certificates: readonly TrackedCertificate[],
  subject: string,
  generation: TrackedCertificate['generation'],
  today: CalendarDate,
): 'valid' | 'expired' | 'unknown' {
  const own = certificates.filter((one) => one.subject === subject && one.generation === generation);
  const states = (['ca', 'seal'] as const).map((kind) => {
    const ofKind = own.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return null;
    return ofKind.some((one) => one.validUntil >= today) ? 'valid' : 'expired';
  });
  const [ca, seal] = states;
  if (ca === null || ca === undefined) return 'unknown';
  return seal === null || seal === ca ? ca : 'unknown';
}

function isInForce(certificate: TrackedCertificate, today: CalendarDate): boolean {
  return (
    certificate.validUntil >= today && (certificate.validFrom === null || certificate.validFrom <= today)
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function coverKey(certificate: TrackedCertificate): string {
  return JSON.stringify([certificate.subject, certificate.kind]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
