import type { CalendarDate } from './calendar';
import { isWithin } from './days';
import type { Audience } from './explanation';
import type { NoticePack, Phase } from './model';

function isFor(phase: Phase, audience: Audience | undefined): boolean {
  return phase.audiences === undefined || (audience !== undefined && phase.audiences.includes(audience));
}

/**
 * The phase in force on a day (calendar day in the pack's time zone, both ends counting), narrower
 * windows left aside. null where the notice has none for this day. Without an audience only phases for
 * everybody count, since another's phase would say nothing about this person.
 */
export function phaseOn(pack: NoticePack, date: CalendarDate, audience?: Audience): Phase | null {
  return (
    pack.phases.find(
      (phase) => phase.within === undefined && isFor(phase, audience) && isWithin(date, phase),
    ) ?? null
  );
}

/** The narrower windows open on a day inside the phase in force. */
export function windowsOn(pack: NoticePack, date: CalendarDate, audience?: Audience): readonly Phase[] {
  return pack.phases.filter(
    (phase) => phase.within !== undefined && isFor(phase, audience) && isWithin(date, phase),
  );
}

/** All top-level phases for an audience in the order of their days, for a timeline. */
export function phasesFor(pack: NoticePack, audience?: Audience): readonly Phase[] {
  const phases = pack.phases.filter((phase) => phase.within === undefined && isFor(phase, audience));
  return phases.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}
