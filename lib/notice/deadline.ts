import type { Text } from '@/lib/locale/text';
import { ownEndOf } from './batch-ends';
import type { CalendarDate } from './calendar';
import { countedDay } from './counted-day';
import { daysLeft } from './days';
import type { DeadlineAnswer, MakeUpAnswer, NoticeCase } from './explanation';
import type { NoticePack } from './model';
import { obligationsFor } from './obligations';
import { phasesFor } from './phases';
import { lastWorkingDay, workingDaysLeft } from './working-days';

interface Candidate {
  readonly date: CalendarDate;
  readonly what: Text;
  readonly soft: boolean;
  readonly makeUp: MakeUpAnswer | null;
  readonly cite: string;
}

function candidates(pack: NoticePack, asked: NoticeCase): readonly Candidate[] {
  const obligations = obligationsFor(pack, asked).flatMap((each) => {
    const day = countedDay(each, asked.today);
    return day ? [{ ...day, what: each.text }] : [];
  });
  const phases = phasesFor(pack, asked.audience, asked.level).flatMap((each) => {
    const date = ownEndOf(pack, each, asked);
    return date === undefined || each.lastDay === undefined
      ? []
      : [{ date, what: each.lastDay, soft: false, makeUp: null, cite: each.cite }];
  });
  return [...obligations, ...phases].filter((each) => each.date >= asked.today);
}

/**
 * The next date that matters to this audience: the nearest due day of its obligations (not of those only some need), of
 * missed ones the last day to make up for them, or the last day of a phase that closes something. null where none is left.
 */
export function deadlineFor(pack: NoticePack, asked: NoticeCase): DeadlineAnswer | null {
  const next = candidates(pack, asked).reduce<Candidate | null>(
    (nearest, each) => (nearest === null || each.date < nearest.date ? each : nearest),
    null,
  );
  if (!next) return null;
  return {
    date: next.date,
    daysLeft: daysLeft(asked.today, next.date),
    workingDaysLeft: workingDaysLeft(asked.today, next.date),
    lastWorkingDay: lastWorkingDay(next.date),
    soft: next.soft,
    ...(next.makeUp && { makeUp: next.makeUp }),
    what: next.what,
    cite: next.cite,
  };
}
