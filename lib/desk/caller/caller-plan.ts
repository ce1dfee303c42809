/**
 * What a caller has on the screen, worked out on the helper's side: the plan of a code, or of three answers
 * for callers without the extension. The same planner as the caller's own; pure.
 */
import { type CallerPlace, placeIn } from '@/lib/desk/help-code/place';
import type { HelpState } from '@/lib/desk/help-code/state';
import { guideJourneyId } from '@/lib/guide/journey-id';
import { assertionOf } from '@/lib/guide/ledger';
import type { CertificateState, Fact, FactBody, GuidePlan } from '@/lib/guide/model';
import { obligationJourneyId } from '@/lib/guide/obligation-words';
import { planAway, planFor } from '@/lib/guide/plan';
import { isUnbinding } from '@/lib/guide/preflight';
import { endPages } from '@/lib/guide/steps';
import { troubleOnPage } from '@/lib/guide/trouble';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { phaseOn } from '@/lib/notice/phases';
import type { PageState } from '@/lib/page/model';

export interface CallerView {
  /** null: nothing would be shown there. */
  readonly plan: GuidePlan | null;
  readonly place: CallerPlace | null;
  /** Whether the plan stands at the step the code names; else only the code's own words count. */
  readonly isExact: boolean;
  /**
   * The caller's card is in another phase than this day is: that computer's clock is wrong, or a date is previewed there. The
   * plan stays this day's: what only a wrong clock allows is not read out to anybody (design.md §3.4).
   */
  readonly isOtherPhase: boolean;
  /** Unbound already, and not bound yet: what was answered before it no code says. */
  readonly isBehindUnbinding: boolean;
}

/** In the knowledge base of troubles. */
const TOO_MANY_KEYS = 'too-many-keys';

/** Stands for the caller in facts that only this view has. */
const CALLER = 'caller';

function fact(journey: string, body: FactBody, order: number, at: string): Fact {
  return {
    id: `caller-${order}`,
    journey,
    assertion: assertionOf(body),
    body,
    at,
    order,
    tab: null,
    frame: null,
    document: null,
  };
}

interface Case {
  readonly audience: Audience;
  readonly level: Level;
  readonly page: PageState;
  readonly oldCa: CertificateState;
  readonly newCa: CertificateState;
}

function planOf(pack: NoticePack, who: Case, facts: readonly Fact[], today: CalendarDate): GuidePlan | null {
  const { page, audience, level, oldCa, newCa } = who;
  const subject = { id: CALLER, audience, level, oldCa, newCa };
  // Away from any page that is known, the step is what the popup shows.
  if (page === 'other' || page === 'unknown') return planAway(pack, subject, facts, today);
  const plan = planFor({
    pack,
    situation: {
      page: {
        state: page,
        confidence: 1,
        evidence: [],
        frame: null,
        document: null,
        unbindVisible: page === 'ca-list' || page === 'unbind-confirm',
      },
      via: null,
      subject,
      subjectCount: 1,
      today,
    },
    journey: null,
    facts,
  });
  return plan.kind === 'guide' ? plan : null;
}

/** Certificates as a caller's popup may have them: a code does not say, its other fields fit some and not others. */
const NEW_CA: readonly CertificateState[] = ['expired', 'none', 'valid'];

/** What may have been done before the step named; which of it was, a code does not say. */
interface Past {
  readonly isSaid: boolean;
  readonly isPicked: boolean;
}

function factsOf(pack: NoticePack, state: HelpState, past: Past, today: CalendarDate): readonly Fact[] {
  const { guide, step, trouble } = placeIn(pack, state);
  const at = `${today}T04:00:00.000Z`;
  const facts: Fact[] = [];
  const add = (journey: string, body: FactBody) => void facts.push(fact(journey, body, facts.length + 1, at));
  const notice = obligationJourneyId(pack, CALLER);
  if (guide !== null && guide !== 'beyond') {
    if (past.isPicked) add(notice, { kind: 'chosen', guide: guide.id });
    const journey = guideJourneyId(pack, CALLER, guide);
    const end = step === null ? guide.steps.length : step === 'beyond' ? 0 : guide.steps.indexOf(step);
    const before = guide.steps.slice(0, end);
    // The caller's guide points at the unbinding, or led past it: so each question was answered.
    const isAtUnbinding = step !== null && step !== 'beyond' && isUnbinding(step);
    const isAnswered = isAtUnbinding ? state.target !== 'none' : before.some(isUnbinding);
    for (const { id } of isAnswered ? guide.questions : [])
      add(journey, { kind: 'answer', question: id, answer: 'yes' });
    for (const { id } of past.isSaid ? before : []) add(journey, { kind: 'step', step: id });
  }
  // One that the page does not show is the caller's own word.
  const isOnPage = trouble !== 'beyond' && trouble?.id === troubleOnPage(pack, state.page)?.trouble.id;
  if (trouble !== null && trouble !== 'beyond' && !isOnPage)
    add(notice, { kind: 'trouble', trouble: trouble.id, answer: 'yes' });
  return facts;
}

/** Whether a plan stands where the code says. */
function isThere(plan: GuidePlan, { guide, step }: CallerPlace): boolean {
  if (guide === null || guide === 'beyond' || step === 'beyond' || plan.guide !== guide.id) return false;
  return step === null ? plan.finished : !plan.finished && plan.step === step.id;
}

/**
 * The caller of a help code: the plan that would have this very code. What a code does not say (whether the new CA
 * is over, whether the guide was picked, which steps were said) is tried in turn, so that nothing is pointed at that
 * the caller's card does not point at. Steps before the one named count as done, and so do the pre-flight answers
 * where a step after the unbinding is named: the desk sees the caller's step, it decides nothing for the caller.
 */
export function viewOfCode(pack: NoticePack, state: HelpState, today: CalendarDate): CallerView {
  const place = placeIn(pack, state);
  const who = {
    audience: state.audience ?? 'budget-unit',
    level: state.level ?? 'city',
    page: state.page,
    oldCa: 'unknown',
  } as const;
  const isSaid = state.assertion !== 'none';
  const pasts = [isSaid, !isSaid].flatMap((said) =>
    [true, false].map((isPicked): Past => ({ isSaid: said, isPicked })),
  );
  let first: GuidePlan | null = null;
  let exact: GuidePlan | undefined;
  for (const past of pasts) {
    const facts = factsOf(pack, state, past, today);
    const planWith = (newCa: CertificateState) => planOf(pack, { ...who, newCa }, facts, today);
    const usual = planWith('unknown');
    first ??= usual;
    if (!usual || !isThere(usual, place)) continue;
    const fits = (plan: GuidePlan | null): plan is GuidePlan =>
      plan !== null && isThere(plan, place) && (plan.target === null) === (state.target === 'none');
    exact = fits(usual) ? usual : NEW_CA.map(planWith).find(fits);
    if (exact) break;
  }
  return {
    plan: exact ?? (first && (state.target === 'none' ? withoutRing(first) : first)),
    place,
    isExact: exact !== undefined,
    isOtherPhase:
      place.phase !== 'beyond' && (place.phase?.id ?? null) !== (phaseOn(pack, today)?.id ?? null),
    isBehindUnbinding: isBehindUnbinding(place),
  };
}

function isBehindUnbinding({ guide, step }: CallerPlace): boolean {
  if (guide === null || guide === 'beyond' || step === null || step === 'beyond') return false;
  const at = guide.steps.indexOf(step);
  const binding = guide.steps.findLastIndex((each) => endPages(each).includes('bind-done'));
  return !isUnbinding(step) && guide.steps.slice(0, at).some(isUnbinding) && at <= binding;
}

/** The caller's card points at nothing: neither does the helper. */
function withoutRing(plan: GuidePlan): GuidePlan {
  return { ...plan, target: null, say: plan.sayWithoutTarget };
}

/** What may be plugged in, as callers say it. With the old one in, the new one may well lie beside it. */
export const PLUGGED = ['old', 'old-new-at-hand', 'new', 'both', 'unknown'] as const;
export type Plugged = (typeof PLUGGED)[number];

/** What a caller without the extension answers. */
export interface ThreeAnswers {
  readonly audience: Audience;
  /** Part of what unit it is: where to hand in, whom to ask. */
  readonly level: Level;
  readonly page: PageState;
  /** Id of what a message says that makes no page of its own (an alert box, a dead button); absent: none. */
  readonly trouble?: string | undefined;
  readonly plugged: Plugged;
}

const NEW_CA_BY: Readonly<Record<Plugged, CertificateState>> = {
  old: 'none',
  'old-new-at-hand': 'valid',
  new: 'valid',
  both: 'valid',
  unknown: 'unknown',
};

/** What the answers name as wrong: the message first; two keys at once where the page names nothing itself. */
function troubleOf(pack: NoticePack, { page, trouble, plugged }: ThreeAnswers): string | undefined {
  return trouble ?? (plugged === 'both' && !troubleOnPage(pack, page) ? TOO_MANY_KEYS : undefined);
}

/** The card that caller would have, who said the same troubles there. */
export function viewOfAnswers(pack: NoticePack, answers: ThreeAnswers, today: CalendarDate): CallerView {
  const { audience, level, page, plugged } = answers;
  const trouble = troubleOf(pack, answers);
  const said: FactBody | null = trouble === undefined ? null : { kind: 'trouble', trouble, answer: 'yes' };
  const facts = said ? [fact(obligationJourneyId(pack, CALLER), said, 1, `${today}T04:00:00.000Z`)] : [];
  const who = { audience, level, page, oldCa: 'unknown', newCa: NEW_CA_BY[plugged] } as const;
  const plan = planOf(pack, who, facts, today);
  return { plan, place: null, isExact: true, isOtherPhase: false, isBehindUnbinding: false };
}
