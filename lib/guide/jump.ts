/** Going to a step that the helpdesk names (步骤码): what the person would have to say, and how far it leads. */
import type { GuideDefinition, GuidePlan } from './model';
import { isUnbinding } from './preflight';
import type { PersonsWord } from './word-place';

export interface Jump {
  /** Steps on the way that are open: the person says of each that it is done. Empty: nothing is to be said. */
  readonly open: readonly string[];
  /** The step the guide will stand at: the one named, or the one that lets nobody past. */
  readonly reaches: string;
  /** Why it stops short: nothing leads past a pre-flight, nor past what only a page can show. */
  readonly stops: 'preflight' | 'page' | null;
}

/**
 * The way to a step of the guide in force. Nobody is led past an unbinding: its questions are answered one by
 * one, and its end is seen or said at the step itself (design.md §3.4, §3.5). null where the guide has no such
 * step for this person, or it lies behind.
 */
export function wayTo(guide: GuideDefinition, plan: GuidePlan, step: string): Jump | null {
  const at = plan.progress.findIndex((each) => each.step === step);
  if (at < 0 || plan.progress[at]?.progress.state !== 'open') return null;
  const open: string[] = [];
  for (const { step: id, progress } of plan.progress.slice(0, at)) {
    if (progress.state !== 'open') continue;
    const definition = guide.steps.find((each) => each.id === id);
    if (!definition || isUnbinding(definition)) return { open, reaches: id, stops: 'preflight' };
    if (!definition.done.some(({ by }) => by === 'word')) return { open, reaches: id, stops: 'page' };
    open.push(id);
  }
  return { open, reaches: step, stops: null };
}

/** What the person says by 「都做过了」. */
export function wordsFor({ open }: Jump): readonly PersonsWord[] {
  return open.map((step) => ({ kind: 'step', step }));
}
