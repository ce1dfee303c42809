/** Expiries and the notice's deadlines on one line of time. */
import { orderByNeed } from '@/lib/certificate/need';
import type { TrackedCertificate } from '@/lib/certificate/status';
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';
import type { ObligationAnswer } from '@/lib/notice/explanation';
import { workingDaysLeft } from '@/lib/notice/working-days';

export interface ComingDate {
  /** The same for the same date, so that a calendar takes a second import for the first. */
  readonly id: string;
  readonly date: CalendarDate;
  readonly daysLeft: number;
  /** Today included; null where the holidays are not published. */
  readonly workingDaysLeft: number | null;
  /** Public words only: kinds and the notice's own text, no unit, no name, no label (field-notes §6). */
  readonly what:
    | { readonly kind: 'expiry'; readonly of: Pick<TrackedCertificate, 'kind' | 'generation'> }
    | { readonly kind: 'deadline'; readonly text: Text; readonly soft: boolean; readonly cite: string };
}

/**
 * What comes from `today` on, the nearest first: last days of certificates that nothing replaced, and due days of
 * what the notice asks. Two subjects that owe the same by the same day share one line.
 */
export function comingDates(
  certificates: readonly TrackedCertificate[],
  obligations: readonly ObligationAnswer[],
  today: CalendarDate,
): readonly ComingDate[] {
  const common = (date: CalendarDate) => ({
    date,
    daysLeft: daysLeft(today, date),
    workingDaysLeft: workingDaysLeft(today, date),
  });
  const expiries = orderByNeed(certificates, today)
    .filter(({ status }) => status.kind !== 'expired' && status.kind !== 'superseded')
    .map(({ certificate: { id, kind, generation, validUntil } }): ComingDate => {
      return {
        id: `${id}-${validUntil}`,
        ...common(validUntil),
        what: { kind: 'expiry', of: { kind, generation } },
      };
    });
  const deadlines = obligations.flatMap(({ id, due, text, soft, cite, optional }): readonly ComingDate[] =>
    due === undefined || due < today || optional
      ? []
      : [{ id: `${id}-${due}`, ...common(due), what: { kind: 'deadline', text, soft: soft ?? false, cite } }],
  );
  const all = [...expiries, ...deadlines];
  return all
    .filter((one, at) => all.findIndex(({ id }) => id === one.id) === at)
    .sort((one, other) =>
      one.date === other.date ? (one.id < other.id ? -1 : 1) : one.date < other.date ? -1 : 1,
    );
}
