/**
 * What the notice asks for and is over with: by what its pack says ends it (`Obligation.endedBy`), by the person's word,
 * or by what came after it.
 */
import type { ObligationAnswer } from '@/lib/notice/explanation';
import type { JourneyState } from './fold';
import type { NoteScene } from './note-scene';
import { isUnbinding } from './preflight';

type Scene = Pick<NoteScene, 'explanation' | 'holding' | 'state' | 'steps' | 'subject' | 'isLeftUnbound'>;

/** The new CA is bound here, and nothing known of since took it away again. */
function isBoundNow({ holding, subject, isLeftUnbound }: Scene): boolean {
  return (holding.bound || subject.notedBound === true) && !isLeftUnbound;
}

/** Whoever unbound or bound has got past asking for the new CA: the rest is urgent, forms are not. */
function isPastGetting({ holding, state }: Scene): boolean {
  return holding.holdsNew === 'yes' || state.unbound !== null || state.bound !== null;
}

function isSaidDone({ id }: ObligationAnswer, { state, steps }: Scene): boolean {
  if (state.obligations.get(id)?.answer === 'yes') return true;
  // Only the step that names it: one clause may ask for several things.
  return steps.some((step) => {
    const progress = state.steps.get(step.id)?.state;
    return step.obligation === id && (progress === 'said' || progress === 'seen');
  });
}

/** By its own end alone. Where the pack names none, only a word ends it: told once too often harms less than a lost day. */
function isEndedItself(obligation: ObligationAnswer, scene: Scene): boolean {
  if (isSaidDone(obligation, scene)) return true;
  switch (obligation.endedBy) {
    case 'new-ca':
      return isPastGetting(scene);
    case 'unbinding':
      return scene.state.unbound !== null || isBoundNow(scene);
    case 'binding':
      return isBoundNow(scene);
    default:
      return false;
  }
}

/** Ids of the case's obligations that are done with. What comes before one that is done, is done too (`after`). */
export function endedObligations(scene: Scene): ReadonlySet<string> {
  const { obligations } = scene.explanation;
  const ended = new Set<string>();
  const end = (id: string) => {
    if (ended.has(id)) return;
    ended.add(id);
    for (const before of obligations.find((each) => each.id === id)?.after ?? []) end(before);
  };
  for (const each of obligations) if (isEndedItself(each, scene)) end(each.id);
  return ended;
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
