/** How far the columns of a row prove that one certificate has come. Pure. */
import type { CalendarDate } from '@/lib/notice/calendar';
import type { TrackState } from './model';
import { rankOf, type SaidTrack } from './said-track';
import type { SaidOfStep } from './step-cells';
import { STEPS, type Step, stateOfStep } from './step-columns';

/** One cell of a row, and the step its column is of. */
export interface StepSaying extends Pick<SaidOfStep, 'done' | 'on' | 'state'> {
  readonly step: Step;
  /** Whether its column names the certificate; one that names neither goes only as far as those that do. */
  readonly own: boolean;
}

export interface Proven {
  readonly said: SaidTrack;
  /** Cells of the row contradict each other: the less advanced of what they say was taken. */
  readonly differs: boolean;
}

/** Who has not gone these has gone none beyond. One may be passed on, or wait for the unit, and never be said to. */
const NEEDED: readonly Step[] = ['filed', 'collected', 'unbound', 'bound'];
const placeOf = (step: Step) => STEPS.indexOf(step);

/**
 * The furthest step that is done, with the day of each. A step that is denied (「×」; not: left empty) ends the way: what is
 * ticked beyond it contradicts it, and is told. A column that names neither certificate proves nothing of one whose own
 * column of an earlier step is not ticked.
 *
 * A state given in words beside them (`stated`) holds where the steps say as much; where they say more it holds too, and
 * where they deny what it says, the steps hold: of two sayings always the less advanced, and the row is told.
 */
export function provenState(sayings: readonly StepSaying[], stated: SaidTrack): Proven {
  const steps = byStep(sayings);
  let differs = [...steps.values()].some(({ done, denied }) => done && denied);
  const end = Math.min(
    STEPS.length,
    ...NEEDED.filter((step) => steps.get(step)?.denied === true).map(placeOf),
  );
  const done = [...steps].filter(([, { done: isDone, denied }]) => isDone && !denied).map(([step]) => step);
  const before = done.filter((step) => placeOf(step) < end);
  // Waiting, or sent back, is no further than what is denied.
  if (before.length < done.length) differs = true;
  const furthest = lastOf(before, steps);
  const provenTo = furthest === null ? null : stateOfStep(furthest);
  const deniedFrom = STEPS[end];
  const stateIsDenied =
    stated.state !== undefined &&
    deniedFrom !== undefined &&
    rankOf(stated.state) >= rankOf(stateOfStep(deniedFrom));
  const goesBeyond =
    stated.state !== undefined && provenTo !== null && rankOf(provenTo) > rankOf(stated.state);
  if (stateIsDenied || goesBeyond) differs = true;
  const state = stateIsDenied ? provenTo : (stated.state ?? provenTo);
  const { state: _, on, ...forms } = stated;
  if (state === null) return { said: stateIsDenied ? forms : stated, differs };
  const dates = datesOf(before, steps, state);
  const ownDay = (stateIsDenied ? undefined : on) ?? dates[state];
  // Nothing denies that more was done than this list has columns for, or had ticked when it was made.
  const atLeast =
    stated.state === undefined && end === STEPS.length && furthest !== null && AT_LEAST(furthest);
  return {
    said: {
      ...forms,
      state,
      ...(ownDay !== undefined && { on: ownDay }),
      ...(Object.keys(dates).length > 0 && { dates }),
      ...(atLeast && { atLeast }),
    },
    differs,
  };
}

/** Sent back, or filed anew, is news whatever was known before. */
const AT_LEAST = (step: Step) => step !== 'returned' && step !== 'refiled';

interface StepFacts {
  done: boolean;
  denied: boolean;
  on: CalendarDate | null;
}

function byStep(sayings: readonly StepSaying[]): ReadonlyMap<Step, StepFacts> {
  const steps = new Map<Step, StepFacts>();
  const add = (step: Step, done: boolean | null, on: CalendarDate | null) => {
    const facts = steps.get(step) ?? { done: false, denied: false, on: null };
    steps.set(step, facts);
    if (done === true) facts.done = true;
    if (done === false) facts.denied = true;
    facts.on ??= on;
  };
  // Own columns first: they say how far those of both may go.
  for (const { step, done, on, state } of sayings.filter(({ own }) => own)) {
    add(step, done, state === null ? on : null);
    if (state !== null) add(state as Step, true, on);
  }
  const open = sayings.filter(
    ({ own, step }) => own && NEEDED.includes(step) && steps.get(step)?.done !== true,
  );
  const limit = Math.min(STEPS.length, ...open.map(({ step }) => placeOf(step)));
  for (const { step, done, on, state } of sayings.filter(({ own }) => !own)) {
    if (done === true && placeOf(step) > limit) continue;
    add(step, done, state === null ? on : null);
    if (state !== null && placeOf(state as Step) <= limit) add(state as Step, true, on);
  }
  return steps;
}

/** The last of the steps; an application filed again after it was sent back, by its day, is filed. */
function lastOf(done: readonly Step[], steps: ReadonlyMap<Step, StepFacts>): Step | null {
  const last = done.reduce<Step | null>(
    (best, step) => (best === null || placeOf(step) > placeOf(best) ? step : best),
    null,
  );
  if (last !== 'returned') return last;
  const [filed, returned] = [steps.get('filed')?.on, steps.get('returned')?.on];
  return filed && returned && filed > returned ? 'refiled' : last;
}

function datesOf(
  done: readonly Step[],
  steps: ReadonlyMap<Step, StepFacts>,
  state: TrackState,
): Partial<Record<TrackState, CalendarDate>> {
  const dates: Partial<Record<TrackState, CalendarDate>> = {};
  for (const step of STEPS) {
    const on = steps.get(step)?.on;
    const own = stateOfStep(step);
    if (on && done.includes(step) && rankOf(own) <= Math.max(rankOf(state), rankOf('returned')))
      dates[own] = on;
  }
  return dates;
}
