import type { CalendarDate } from './calendar';
import { isWithin } from './days';
import type { Audience, Level } from './explanation';
import type { NoticePack, Phase } from './model';

/** What is said of some only holds for those known to be of them. */
const isOf = <T>(some: readonly T[] | undefined, one: T | undefined) =>
  some === undefined || (one !== undefined && some.includes(one));

const isFor = (phase: Phase, audience: Audience | undefined, level: Level | undefined) =>
  isOf(phase.audiences, audience) && isOf(phase.levels, level);

/**
 * The phase in force on a day (calendar day in the pack's time zone, both ends counting), narrower
 * windows left aside. null where the notice has none for this day. Without an audience or a level only phases
 * for all of them count, since another's phase would say nothing about this person.
 */
export function phaseOn(
  pack: NoticePack,
  date: CalendarDate,
  audience?: Audience,
  level?: Level,
): Phase | null {
  return (
    pack.phases.find(
      (phase) => phase.within === undefined && isFor(phase, audience, level) && isWithin(date, phase),
    ) ?? null
  );
}

/** The narrower windows open on a day inside the phase in force. */
export function windowsOn(
  pack: NoticePack,
  date: CalendarDate,
  audience?: Audience,
  level?: Level,
): readonly Phase[] {
  return pack.phases.filter(
    (phase) => phase.within !== undefined && isFor(phase, audience, level) && isWithin(date, phase),
  );
}

/** All top-level phases for an audience and level in the order of their days, for a timeline. */
export function phasesFor(pack: NoticePack, audience?: Audience, level?: Level): readonly Phase[] {
  const phases = pack.phases.filter((phase) => phase.within === undefined && isFor(phase, audience, level));
  return phases.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}
