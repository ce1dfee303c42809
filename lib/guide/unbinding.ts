import type { Action, Explanation } from '@/lib/notice/explanation';
import type { JourneyState } from './fold';
import type { Holding } from './journey';
import type { GuideDefinition, SubjectCase } from './model';

/** What an unbinding in this guide is to the notice: its own swap, or an everyday one (design.md §2). */
export function unbindAction(guide: GuideDefinition): Extract<Action, 'unbind-old' | 'unbind'> {
  return guide.unbinds ?? 'unbind-old';
}

/**
 * Whether the notice leaves room for the guide's unbinding this day. The swap needs its permission; of the
 * everyday one the notice says nothing, so that only a prohibition closes it: whether it may be done the
 * guide's own questions have to settle.
 */
export function isUnbindAllowed(explanation: Explanation, guide: GuideDefinition): boolean {
  return unbindAction(guide) === 'unbind'
    ? !explanation.forbids.includes('unbind')
    : explanation.allows.includes('unbind-old');
}

/**
 * Allowed today, something to bind afterwards, and nothing unbound or bound yet. The swap is off once a new
 * CA was bound in any guide: the control might then take that one away.
 */
export function isUnbindOpen(
  explanation: Explanation,
  guide: GuideDefinition,
  subject: SubjectCase,
  state: JourneyState,
  holding: Holding,
): boolean {
  const isAllowed = isUnbindAllowed(explanation, guide) && subject.newCa !== 'expired';
  return isAllowed && !state.unbound && !isBoundAlready(guide, state, holding);
}

/** Whether what is bound now would be lost by the guide's unbinding. */
export function isBoundAlready(guide: GuideDefinition, state: JourneyState, holding: Holding): boolean {
  return state.bound !== null || (unbindAction(guide) === 'unbind-old' && holding.bound);
}
