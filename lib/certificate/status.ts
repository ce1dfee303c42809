/** How one certificate or seal stands on a day: a rule over its dates, nothing else. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';
import type { RenewalAnswer } from '@/lib/notice/explanation';

/** What the rules need to know of a certificate or seal; a row of the database has all of it. */
export interface TrackedCertificate {
  readonly id: string;
  readonly subject: string;
  readonly kind: 'ca' | 'seal';
  readonly generation: 'old' | 'new';
  readonly label: string;
  readonly holder: string | null;
  /** Both ends inclusive, calendar days in Asia/Shanghai; null where the person does not know. */
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate;
}

/** Days before the last one at which people expect to hear of it (field-notes §4), widest first. */
export const SOON_THRESHOLDS = [90, 60, 30, 15, 7, 3, 1] as const;
export type SoonThreshold = (typeof SOON_THRESHOLDS)[number];

export type CertificateStatus =
  | { readonly kind: 'not-yet-valid'; readonly startsIn: number; readonly daysLeft: number }
  | { readonly kind: 'valid'; readonly daysLeft: number }
  /** Valid, inside no threshold yet, and the notice says that it may be renewed already. */
  | { readonly kind: 'renewal-open'; readonly daysLeft: number }
  /** Inside a threshold: the narrowest that holds. */
  | { readonly kind: 'soon'; readonly daysLeft: number; readonly threshold: SoonThreshold }
  /** Still valid until 23:59:59 in Shanghai. */
  | { readonly kind: 'last-day'; readonly daysLeft: 0 }
  | { readonly kind: 'expired'; readonly daysAgo: number }
  /** Another one of the same kind took its place; `by` is that one's id. */
  | { readonly kind: 'superseded'; readonly by: string };

/**
 * How a certificate stands on `today`, by its own dates alone.
 *
 * @param certificate its validity, both ends inclusive
 * @param today a calendar day in Asia/Shanghai, so that the machine's own zone plays no part
 * @returns whole days; 0 left is the last day itself
 */
export function statusByDates(
  certificate: Pick<TrackedCertificate, 'validFrom' | 'validUntil'>,
  today: CalendarDate,
): Exclude<CertificateStatus, { kind: 'superseded' | 'renewal-open' }> {
  const left = daysLeft(today, certificate.validUntil);
  if (left < 0) return { kind: 'expired', daysAgo: -left };
  const startsIn = certificate.validFrom === null ? 0 : daysLeft(today, certificate.validFrom);
  if (startsIn > 0) return { kind: 'not-yet-valid', startsIn, daysLeft: left };
  if (left === 0) return { kind: 'last-day', daysLeft: 0 };
  const threshold = SOON_THRESHOLDS.findLast((days) => left <= days);
  return threshold === undefined
    ? { kind: 'valid', daysLeft: left }
    : { kind: 'soon', daysLeft: left, threshold };
}

/**
 * The certificate that took this one's place, if any: same subject, kind, generation, label and holder, in
 * force on `today`, and valid for longer. Label and holder must agree because a unit may hold several CAs on file at once
 * (常财购〔2023〕12号 一（二）5), and a wrong "superseded" would hide an expiry. A new CA never supersedes an
 * old one: another system may still need the old (same notice, 三、2).
 */
export function successorOf(
  certificate: TrackedCertificate,
  all: readonly TrackedCertificate[],
  today: CalendarDate,
): TrackedCertificate | null {
  const key = successionKey(certificate);
  const successors = all.filter(
    (other) =>
      other.id !== certificate.id &&
      other.validUntil > certificate.validUntil &&
      other.validUntil >= today &&
      (other.validFrom === null || other.validFrom <= today) &&
      successionKey(other) === key,
  );
  return successors.reduce<TrackedCertificate | null>(
    (latest, other) => (latest === null || other.validUntil > latest.validUntil ? other : latest),
    null,
  );
}

/** The status with succession taken into account: the one to show. */
export function certificateStatus(
  certificate: TrackedCertificate,
  all: readonly TrackedCertificate[],
  today: CalendarDate,
): CertificateStatus {
  const successor = successorOf(certificate, all, today);
  return successor === null ? statusByDates(certificate, today) : { kind: 'superseded', by: successor.id };
}

/** A status with what the notice says of renewing: an open window is told before any threshold is. */
export function withRenewal(status: CertificateStatus, renewal: RenewalAnswer): CertificateStatus {
  return status.kind === 'valid' && renewal.state === 'open'
    ? { kind: 'renewal-open', daysLeft: status.daysLeft }
    : status;
}

/**
 * Certificates of one key may succeed each other, and no others may. Full width and half width, upper and
 * lower case, and spaces make no other name.
 */
export function successionKey(certificate: TrackedCertificate): string {
  const { subject, kind, generation, label, holder } = certificate;
  return JSON.stringify([subject, kind, generation, foldWords(label), foldWords(holder ?? '')]);
}

function foldWords(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
