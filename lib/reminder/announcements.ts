import { orderByNeed } from '@/lib/certificate/need';
import { SOON_THRESHOLDS, type TrackedCertificate } from '@/lib/certificate/status';
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';

/** Thresholds already announced: certificate and its last day → the narrowest threshold told, in days. */
export type Announced = Readonly<Record<string, number>>;

export interface Announcement {
  /** Key to remember it by. A renewed date makes a new key, so it is announced afresh. */
  readonly key: string;
  readonly kind: TrackedCertificate['kind'];
  readonly generation: TrackedCertificate['generation'];
  readonly validUntil: CalendarDate;
  /** Calendar days; 0 is the last day. */
  readonly daysLeft: number;
  readonly threshold: number;
}

/**
 * What is to be announced on `today`: each certificate or seal that stands inside a threshold (90, 60, 30,
 * 15, 7, 3, 1 days) it was not announced for, once; what was missed while the browser was closed comes as
 * the one announcement that holds now. Superseded and expired ones are not announced. A clock set back
 * announces nothing again.
 */
export function announcementsDue(
  certificates: readonly TrackedCertificate[],
  announced: Announced,
  today: CalendarDate,
): readonly Announcement[] {
  return orderByNeed(certificates, today).flatMap(({ certificate, status }) => {
    if (status.kind !== 'soon' && status.kind !== 'last-day') return [];
    const left = daysLeft(today, certificate.validUntil);
    const threshold = SOON_THRESHOLDS.findLast((days) => left <= days) ?? 0;
    const key = `${certificate.id}@${certificate.validUntil}`;
    const told = announced[key];
    if (told !== undefined && told <= threshold) return [];
    const { kind, generation, validUntil } = certificate;
    return [{ key, kind, generation, validUntil, daysLeft: left, threshold }];
  });
}

/** The record after these were told; what belongs to no certificate any more is forgotten. */
export function rememberAnnounced(
  announced: Announced,
  told: readonly Announcement[],
  certificates: readonly TrackedCertificate[],
): Announced {
  const keys = new Set(certificates.map(({ id, validUntil }) => `${id}@${validUntil}`));
  const all = { ...announced, ...Object.fromEntries(told.map(({ key, threshold }) => [key, threshold])) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
}
