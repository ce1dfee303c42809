/** Expiries and the notice's deadlines on one line of time. */
import { orderByNeed } from '@/lib/certificate/need';
import type { TrackedCertificate } from '@/lib/certificate/status';
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import { countedDay } from '@/lib/notice/counted-day';
import { daysLeft } from '@/lib/notice/days';
import { type DueKind, dueKindOf } from '@/lib/notice/due-kind';
import type { MakeUpAnswer, ObligationAnswer } from '@/lib/notice/explanation';
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
    | {
        readonly kind: 'deadline';
        readonly text: Text;
        readonly due: DueKind;
        /** Whose day it is, where it is another's. */
        readonly whose: Text | null;
        /** Its own day was missed: when it can be made up for. */
        readonly makeUp: MakeUpAnswer | null;
        readonly cite: string;
      };
}

/**
 * What comes from `today` on, the nearest first: last days of certificates that nothing replaced, and due days of
 * what the notice asks and is not over, or of what was missed the last day to make up for it; a day that does not count itself is over when it comes. On one day what the notice
 * asks stands before what ends, a CA before a seal. Two subjects that owe the same by the same day share one line.
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
  const deadlines = obligations.flatMap((obligation): readonly ComingDate[] => {
    const { id, text, dueOf } = obligation;
    const day = countedDay(obligation, today);
    if (day === null) return [];
    const { date, makeUp, cite } = day;
    const due = makeUp ? 'by' : dueKindOf(obligation);
    const what = { kind: 'deadline', text, due, whose: dueOf ?? null, makeUp, cite } as const;
    return [{ id: `${id}-${date}`, ...common(date), what }];
  });
  const all = [...deadlines, ...expiries];
  const known = new Set<string>();
  return all
    .filter(({ id }) => !known.has(id) && known.add(id))
    .sort(
      (one, other) =>
        compare(one.date, other.date) || compare(rankOf(one), rankOf(other)) || compare(one.id, other.id),
    );
}

function rankOf({ what }: ComingDate): string {
  return what.kind === 'deadline' ? 'a' : `b ${what.of.kind} ${what.of.generation}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
