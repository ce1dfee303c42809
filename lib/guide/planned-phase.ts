import type { CalendarDate } from '@/lib/notice/calendar';
import { daysLeft } from '@/lib/notice/days';
import type { PhaseAnswer } from '@/lib/notice/explanation';
import { workingDaysLeft } from '@/lib/notice/working-days';
import type { PlannedPhase } from './model';

/** A phase as the card shows it; days to its last day, null where it has none, or where that is another batch's. */
export function planPhase(phase: Omit<PhaseAnswer, 'cite'>, today: CalendarDate): PlannedPhase {
  const { id, name, from, until, ends } = phase;
  const isAhead = until !== null && until >= today && ends === undefined;
  return {
    id,
    name,
    from,
    until,
    daysLeft: isAhead ? daysLeft(today, until) : null,
    workingDaysLeft: isAhead ? workingDaysLeft(today, until) : null,
  };
}
