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

/** What the person chose about reminders. */
export interface ReminderChoice {
  /** Days before the last one, out of `SOON_THRESHOLDS`; empty: no reminders. */
  readonly thresholds: readonly number[];
  /** Put off by the person: announcement key → the day from which it is told again. */
  readonly snoozed: Readonly<Record<string, CalendarDate>>;
}

export const ALL_THRESHOLDS: ReminderChoice = { thresholds: SOON_THRESHOLDS, snoozed: {} };

/** The key an announcement of this certificate goes by. */
export function announcementKey({ id, validUntil }: Pick<TrackedCertificate, 'id' | 'validUntil'>): string {
  return `${id}@${validUntil}`;
}

/**
 * What is to be announced on `today`: each certificate or seal that stands inside a chosen threshold it was not
 * announced for, once; what was missed while the browser was closed comes as the one announcement that holds
 * now. What was put off waits for its day and is then told whatever was told before. Superseded and expired
 * ones are not announced. A clock set back announces nothing again.
 */
export function announcementsDue(
  certificates: readonly TrackedCertificate[],
  announced: Announced,
  today: CalendarDate,
  choice: ReminderChoice = ALL_THRESHOLDS,
): readonly Announcement[] {
  return orderByNeed(certificates, today).flatMap(({ certificate, status }) => {
    if (status.kind !== 'soon' && status.kind !== 'last-day') return [];
    const left = daysLeft(today, certificate.validUntil);
    const holding = choice.thresholds.filter((days) => left <= days);
    if (holding.length === 0) return [];
    const threshold = Math.min(...holding);
    const key = announcementKey(certificate);
    const putOff = choice.snoozed[key];
    if (putOff !== undefined && putOff > today) return [];
    const told = announced[key];
    if (putOff === undefined && told !== undefined && told <= threshold) return [];
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
  const all = { ...announced, ...Object.fromEntries(told.map(({ key, threshold }) => [key, threshold])) };
  return ofKnown(all, certificates);
}

/** What is still put off after these were told. */
export function rememberSnoozed(
  snoozed: ReminderChoice['snoozed'],
  told: readonly Announcement[],
  certificates: readonly TrackedCertificate[],
): ReminderChoice['snoozed'] {
  const waiting = Object.entries(snoozed).filter(([key]) => !told.some((each) => each.key === key));
  return ofKnown(Object.fromEntries(waiting), certificates);
}

function ofKnown<T>(
  record: Readonly<Record<string, T>>,
  certificates: readonly TrackedCertificate[],
): Readonly<Record<string, T>> {
  const keys = new Set(certificates.map(announcementKey));
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
}
