/**
 * What the notice asks for and is over with: by what its pack says ends it (`Obligation.endedBy`), by the person's word,
 * or by what came after it.
 */
import type { ObligationAnswer, ObligationEnd } from '@/lib/notice/explanation';
import type { JourneyState } from './fold';
import type { Holding } from './journey';
import type { SubjectCase } from './model';
import type { NoteScene } from './note-scene';
import { isUnbinding } from './preflight';

type Scene = Pick<NoteScene, 'explanation' | 'holding' | 'state' | 'steps' | 'subject' | 'isLeftUnbound'>;

/** What is known of a case's certificates on the notice's system, in whatever guide. */
export interface KnownCase {
  readonly holding: Pick<Holding, 'holdsNew' | 'bound'>;
  readonly subject: Pick<SubjectCase, 'notedBound'>;
  readonly isLeftUnbound: boolean;
  /** The guide in force was unbound in, whatever came after it. */
  readonly isUnbound?: boolean;
}

/**
 * What ends duties, and has come. Whoever unbound or bound has got past asking for the new CA: the rest is urgent, forms
 * are not. Card and popup go by the same, so that neither asks for what the other calls done.
 */
export function endsReached({ holding, subject, isLeftUnbound, isUnbound = false }: KnownCase) {
  // Bound here, and nothing known of since took it away again.
  const isBound = (holding.bound || subject.notedBound === true) && !isLeftUnbound;
  const isPastUnbinding = isBound || isUnbound || isLeftUnbound;
  const isPastGetting = isPastUnbinding || holding.holdsNew === 'yes';
  return new Set<ObligationEnd>([
    ...(isPastGetting ? (['new-ca'] as const) : []),
    ...(isPastUnbinding ? (['unbinding'] as const) : []),
    ...(isBound ? (['binding'] as const) : []),
  ]);
}

/** Ids of what is done with, and of what comes before it (`after`): that is done, too. */
export function withWhatComesBefore(
  obligations: readonly ObligationAnswer[],
  done: Iterable<string>,
): ReadonlySet<string> {
  const ended = new Set<string>();
  const end = (id: string) => {
    if (ended.has(id)) return;
    ended.add(id);
    for (const before of obligations.find((each) => each.id === id)?.after ?? []) end(before);
  };
  for (const id of done) end(id);
  return ended;
}

function isSaidDone({ id }: ObligationAnswer, { state, steps }: Scene): boolean {
  if (state.obligations.get(id)?.answer === 'yes') return true;
  // Only the step that names it: one clause may ask for several things.
  return steps.some((step) => {
    const progress = state.steps.get(step.id)?.state;
    return step.obligation === id && (progress === 'said' || progress === 'seen');
  });
}

/** Ids of the case's obligations that are done with. Where the pack names no end, only a word ends one: told once too often harms less than a lost day. */
export function endedObligations(scene: Scene): ReadonlySet<string> {
  const { obligations } = scene.explanation;
  const ends = endsReached({ ...scene, isUnbound: scene.state.unbound !== null });
  const ended = obligations.filter(
    (each) => isSaidDone(each, scene) || (each.endedBy !== undefined && ends.has(each.endedBy)),
  );
  return withWhatComesBefore(
    obligations,
    ended.map(({ id }) => id),
  );
}

/**
 * A step that does nothing but what the notice asks for is passed where that is over: whoever holds the new CA files no
 * application for it. A "not yet" said of it keeps it open; what unbinds is never passed by what is on record alone.
 */
export function passEnded(scene: Scene): JourneyState {
  const { state, steps } = scene;
  const ended = endedObligations(scene);
  const passed = steps.filter((step) => {
    const { id, obligation } = step;
    if (obligation === undefined || !ended.has(obligation) || isUnbinding(step)) return false;
    return state.steps.get(id)?.state === 'open' && state.obligations.get(obligation)?.answer !== 'no';
  });
  if (passed.length === 0) return state;
  return {
    ...state,
    steps: new Map([...state.steps, ...passed.map(({ id }) => [id, { state: 'passed' }] as const)]),
  };
}
