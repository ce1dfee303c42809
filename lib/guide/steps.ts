import type { PageState, TargetName } from '@/lib/page/model';
import { TROUBLE_STATES, type TroubleState } from '@/lib/page/model';
import type { GuideDefinition, LoginKind, Step, SubjectCase } from './model';

/** Controls that lead somewhere and change nothing. */
const LEADING_TARGETS: ReadonlySet<TargetName> = new Set([
  'account-tab',
  'ca-tab',
  'login-submit',
  'ca-menu',
]);

/** Pages that show that something was done for good. */
const OUTCOME_PAGES: ReadonlySet<PageState> = new Set(['unbind-done', 'bind-done']);

const TROUBLES: ReadonlySet<PageState> = new Set(TROUBLE_STATES);

export function isTrouble(state: PageState): state is TroubleState {
  return TROUBLES.has(state);
}

export function isLogin(state: PageState): state is LoginKind {
  return state === 'login-account' || state === 'login-ca';
}

/** A guide's steps for one audience and level, in order. */
export function stepsFor(
  guide: GuideDefinition,
  { audience, level }: Pick<SubjectCase, 'audience' | 'level'>,
): readonly Step[] {
  return guide.steps.filter(
    (step) => (step.audiences?.includes(audience) ?? true) && (step.levels?.includes(level) ?? true),
  );
}

/** Page states that end a step. */
export function endPages(step: Step): readonly PageState[] {
  return step.done.flatMap((when) => (when.by === 'page' ? when.states : []));
}

/** Whether the person's word may end a step. */
export function isEndedByWord(step: Step): boolean {
  return step.done.some((when) => when.by === 'word');
}

/** A step that only leads to a page: it may be taken again whenever the person is back before it. */
export function isLeading(step: Step): boolean {
  return step.targets.length > 0 && step.targets.every(({ target }) => LEADING_TARGETS.has(target));
}

/** Whether the step's end is the unbinding or the binding itself, as the page reports it done. */
export function isOutcome(step: Step): boolean {
  const pages = endPages(step);
  return pages.length > 0 && pages.every((page) => OUTCOME_PAGES.has(page));
}

/** Whether the step's end is this very outcome. */
export function isOutcomeOf(step: Step, outcome: 'unbind-done' | 'bind-done'): boolean {
  return isOutcome(step) && endPages(step).includes(outcome);
}

/** The step's target on a page, if it has one there. */
export function targetOn(step: Step, page: PageState): Step['targets'][number] | undefined {
  return step.targets.find((each) => each.page === page);
}
