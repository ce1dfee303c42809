import { orderByNeed } from '@/lib/certificate/need';
import { SOON_THRESHOLDS, type TrackedCertificate } from '@/lib/certificate/status';
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';

/**
 * Thresholds already announced, each by itself: certificate, last day and threshold. A clock that stood wrong for a day
 * must not take the place of what was never told. Rows of before hold the narrowest alone, under the bare key.
 */
export type Announced = Readonly<Record<string, number>>;

export interface Announcement {
  /** Key to remember it by. A renewed date makes a new key, so it is announced afresh. */
  readonly key: string;
  readonly kind: TrackedCertificate['kind'];
  readonly generation: TrackedCertificate['generation'];
  readonly validUntil: CalendarDate;
  /** Calendar days; 0 is the last day, negative: expired while nobody could be told. */
  readonly daysLeft: number;
  /** 0: expired. */
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

/** Whether it is in front of its last day by a chosen threshold: only then is there a reminder to put off. */
export function isReminded(left: number, { thresholds }: Pick<ReminderChoice, 'thresholds'>): boolean {
  return left >= 0 && thresholds.some((days) => left <= days);
}

/** The key an announcement of this certificate goes by. */
export function announcementKey({ id, validUntil }: Pick<TrackedCertificate, 'id' | 'validUntil'>): string {
  return `${id}@${validUntil}`;
}

/** With the calendar day in Asia/Shanghai on which it was entered. */
type AnnouncedCertificate = TrackedCertificate & { readonly enteredOn?: CalendarDate };

/** An expiry that was missed is told this many days after it at most. */
const MISSED_DAYS = 90;

/**
 * What is to be announced on `today`: each certificate or seal that stands inside a chosen threshold it was not
 * announced for, once; what was missed while the browser was closed comes as the one announcement that holds
 * now, an expiry of which nobody was told included. What was put off waits for its day and is then told whatever was told
 * before. Superseded ones are not announced. A clock set back announces nothing again.
 */
export function announcementsDue(
  certificates: readonly AnnouncedCertificate[],
  announced: Announced,
  today: CalendarDate,
  choice: ReminderChoice = ALL_THRESHOLDS,
): readonly Announcement[] {
  return orderByNeed(certificates, today).flatMap(({ certificate, status, uncovered }) => {
    const key = announcementKey(certificate);
    const left = daysLeft(today, certificate.validUntil);
    const narrowest = Math.min(...choice.thresholds);
    const putOff = choice.snoozed[key];
    // Put off, and the browser closed until after the expiry: the reminder that was promised never came.
    const isUntold = putOff !== undefined || !wasTold(announced, key, narrowest);
    const isMissed = uncovered && isUntold && wasKeptInTime(certificate, left);
    const threshold =
      status.kind === 'soon' || status.kind === 'last-day'
        ? Math.min(...choice.thresholds.filter((days) => left <= days))
        : isMissed
          ? 0
          : Number.POSITIVE_INFINITY;
    if (choice.thresholds.length === 0 || !Number.isFinite(threshold)) return [];
    if (putOff !== undefined && putOff > today) return [];
    if (putOff === undefined && wasTold(announced, key, threshold)) return [];
    const { kind, generation, validUntil } = certificate;
    return [{ key, kind, generation, validUntil, daysLeft: left, threshold }];
  });
}

function wasTold(announced: Announced, key: string, threshold: number): boolean {
  return announced[toldKey(key, threshold)] !== undefined || (announced[key] ?? Infinity) <= threshold;
}

function toldKey(key: string, threshold: number): string {
  return `${key}#${threshold}`;
}

/** What had expired when it was entered is known; what expired long ago is no news. */
function wasKeptInTime({ enteredOn, validUntil }: AnnouncedCertificate, left: number): boolean {
  return left >= -MISSED_DAYS && enteredOn !== undefined && enteredOn <= validUntil;
}

/** The record after these were told; what belongs to no certificate any more is forgotten. */
export function rememberAnnounced(
  announced: Announced,
  told: readonly Announcement[],
  certificates: readonly TrackedCertificate[],
): Announced {
  const all = {
    ...announced,
    ...Object.fromEntries(told.map(({ key, threshold }) => [toldKey(key, threshold), threshold])),
  };
  return ofKnown(all, certificates);
}

/** What is still put off after these were told on `today`; what the person put off meanwhile stays so. */
export function rememberSnoozed(
  snoozed: ReminderChoice['snoozed'],
  told: readonly Announcement[],
  certificates: readonly TrackedCertificate[],
  today: CalendarDate,
): ReminderChoice['snoozed'] {
  const keys = new Set(told.map(({ key }) => key));
  const waiting = Object.entries(snoozed).filter(([key, until]) => until > today || !keys.has(key));
  return ofKnown(Object.fromEntries(waiting), certificates);
}

function ofKnown<T>(
  record: Readonly<Record<string, T>>,
  certificates: readonly TrackedCertificate[],
): Readonly<Record<string, T>> {
  const keys = new Set(certificates.map(announcementKey));
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key.replace(/#\d+$/, ''))));
}
