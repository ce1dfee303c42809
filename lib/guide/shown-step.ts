import type { PageState } from '@/lib/page/model';
import type { JourneyState } from './fold';
import type { Step } from './model';
import { isUnbindingByOthers } from './preflight';
import { endPages, isLeading, targetOn } from './steps';

/** Whether taking earlier steps again, from the end of one, leads to a page on which `goal` has its control. */
function leadsTo(step: Step, goal: Step, earlier: readonly Step[]): boolean {
  const wanted = new Set(goal.targets.map(({ page }) => page));
  const reached = new Set(endPages(step));
  // A set that grows while it is walked: every page is looked at once.
  for (const page of reached) {
    if (wanted.has(page)) return true;
    for (const next of earlier) if (targetOn(next, page)) for (const end of endPages(next)) reached.add(end);
  }
  return false;
}

/**
 * The earlier step to take again from this page, to get back to `current`: the nearest one that only leads
 * somewhere and has its control here. A step that does something is never shown again once it is done: on
 * the list of CAs, "unbind" would then take away the new one.
 */
function stepBack(steps: readonly Step[], current: number, page: PageState): Step | undefined {
  const goal = steps[current];
  if (!goal) return undefined;
  const earlier = steps.slice(0, current);
  return earlier.findLast((step) => isLeading(step) && targetOn(step, page) && leadsTo(step, goal, earlier));
}

/**
 * The later step the person has gone ahead to: the first still open one whose control is on this page. From a
 * step that is done away from pages nobody has gone ahead by standing on a page that only leads on; nor by standing
 * before the list of CAs while others are still to be asked for the unbinding: what is bound comes after it.
 */
function stepAhead(
  steps: readonly Step[],
  current: number,
  page: PageState,
  state: JourneyState,
): Step | undefined {
  const isOpen = (id: string) => state.steps.get(id)?.state === 'open';
  const isAway = steps[current]?.targets.length === 0;
  const isApplicationOpen = steps.some((step) => isUnbindingByOthers(step) && isOpen(step.id));
  return steps.slice(current + 1).find((step) => {
    const control = targetOn(step, page);
    if (!isOpen(step.id) || !control || (isAway && isLeading(step))) return false;
    if (isApplicationOpen && control.target === 'bind') return false;
    return step.after === undefined || !isOpen(step.after);
  });
}

/**
 * The step to show on a page: the first open one, unless the page belongs to an earlier step that leads
 * back to it, or to a later one the person went ahead to. null when no step is open.
 *
 * @param steps the guide's steps for the subject's audience
 */
export function shownStep(steps: readonly Step[], state: JourneyState, page: PageState): Step | null {
  const current = steps.findIndex(({ id }) => state.steps.get(id)?.state === 'open');
  const first = steps[current];
  if (!first) return null;
  if (targetOn(first, page)) return first;
  return stepBack(steps, current, page) ?? stepAhead(steps, current, page, state) ?? first;
}
