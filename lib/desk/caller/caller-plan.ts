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
}

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

/**
 * The caller of a help code. Steps before the one named count as said, and so do the pre-flight answers where a
 * step after the unbinding is named: the desk sees the caller's step, it decides nothing for the caller.
 */
export function viewOfCode(pack: NoticePack, state: HelpState, today: CalendarDate): CallerView {
  const place = placeIn(pack, state);
  const { guide, step } = place;
  const at = `${today}T04:00:00.000Z`;
  const facts: Fact[] = [];
  const add = (journey: string, body: FactBody) => void facts.push(fact(journey, body, facts.length + 1, at));
  if (guide !== null && guide !== 'beyond') {
    add(obligationJourneyId(pack, CALLER), { kind: 'chosen', guide: guide.id });
    const journey = guideJourneyId(pack, CALLER, guide);
    const end = step === null || step === 'beyond' ? -1 : guide.steps.indexOf(step);
    for (const each of guide.steps.slice(0, Math.max(0, end))) add(journey, { kind: 'step', step: each.id });
    // The caller's guide points at something there: so each question was answered.
    const isReady = step !== null && step !== 'beyond' && step.preflight && state.target !== 'none';
    for (const { id } of isReady ? guide.questions : [])
      add(journey, { kind: 'answer', question: id, answer: 'yes' });
  }
  const who: Case = {
    audience: state.audience ?? 'budget-unit',
    level: state.level ?? 'city',
    page: state.page,
    oldCa: 'unknown',
    newCa: 'unknown',
  };
  const plan = planOf(pack, who, facts, today);
  const named = step === null || step === 'beyond' ? null : step.id;
  return {
    plan,
    place,
    isExact: plan !== null && guide !== 'beyond' && plan.guide === guide?.id && plan.step === named,
    isOtherPhase:
      place.phase !== 'beyond' && (place.phase?.id ?? null) !== (phaseOn(pack, today)?.id ?? null),
  };
}

/** What a caller without the extension answers. */
export interface ThreeAnswers {
  readonly audience: Audience;
  readonly page: PageState;
  readonly plugged: 'old' | 'new' | 'unknown';
}

/** The card that caller would have. */
export function viewOfAnswers(pack: NoticePack, answers: ThreeAnswers, today: CalendarDate): CallerView {
  const { audience, page, plugged } = answers;
  const newCa: CertificateState = plugged === 'new' ? 'valid' : plugged === 'old' ? 'none' : 'unknown';
  const plan = planOf(pack, { audience, level: 'city', page, oldCa: 'unknown', newCa }, [], today);
  return { plan, place: null, isExact: true, isOtherPhase: false };
}
