/** People walking through guides over a ledger in memory: what the background does, without a browser. */

import { beginJourney, chooseGuide, findGuide } from '@/lib/guide/journey';
import { guideJourneyId } from '@/lib/guide/journey-id';
import { assertionOf } from '@/lib/guide/ledger';
import type { Fact, FactBody, GuidePlan, LoginKind, Plan, Situation, SubjectCase } from '@/lib/guide/model';
import { obligationAnswer, obligationJourneyId } from '@/lib/guide/obligation-words';
import { observe } from '@/lib/guide/observe';
import { planFor } from '@/lib/guide/plan';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import type { PageState, TabPage } from '@/lib/page/model';

export const IN_TRANSITION = '2023-09-20';
export const AFTER = '2026-11-22';

export function subjectCase(rest: Partial<SubjectCase> = {}): SubjectCase {
  return {
    id: 'subject-1',
    audience: 'budget-unit',
    level: 'city',
    oldCa: 'unknown',
    newCa: 'unknown',
    ...rest,
  };
}

export function tabPage(state: PageState, rest: Partial<TabPage> = {}): TabPage {
  const isKnown = state !== 'unknown';
  return {
    state,
    confidence: isKnown ? 1 : 0,
    evidence: [],
    frame: isKnown ? 0 : null,
    document: isKnown ? 'document-1' : null,
    unbindVisible: false,
    ...rest,
  };
}

interface Tab {
  page: TabPage;
  previous: PageState;
  via: LoginKind | null;
  subject: SubjectCase;
}

/** One ledger, any number of tabs. Every tab's subject stays what it was opened for. */
export class Walk {
  readonly facts: Fact[] = [];
  readonly #tabs = new Map<number, Tab>();
  #drawn = 0;

  constructor(
    public today = IN_TRANSITION,
    readonly pack: NoticePack = builtinPack,
  ) {}

  /** Opens a tab for a subject on a page that is not recognised. */
  open(tab: number, subject: SubjectCase = subjectCase()): this {
    this.#tabs.set(tab, { page: tabPage('unknown'), previous: 'unknown', via: null, subject });
    return this;
  }

  subject(tab: number): SubjectCase {
    return this.#tab(tab).subject;
  }

  /**
   * The tab shows a page; what it adds is recorded, as often as it is repeated.
   *
   * @param via the login that is proved to have led to it
   */
  see(
    state: PageState,
    {
      tab = 1,
      unbindVisible = false,
      via = null,
    }: {
      tab?: number;
      unbindVisible?: boolean;
      via?: LoginKind | null;
    } = {},
  ): Plan {
    const known = this.#tab(tab);
    known.previous = known.page.state;
    known.page = tabPage(state, { unbindVisible, document: state === 'unknown' ? null : `document-${tab}` });
    known.via = via;
    this.record(tab, observe({ ...this.#journeyIn(tab), previousPage: known.previous }));
    return this.planIn(tab);
  }

  /** The person's word about the step shown, or the body given. */
  say(
    body: Extract<
      FactBody,
      { kind: 'step' | 'skip' | 'answer' | 'holds-new' | 'chosen' | 'trouble' | 'retraction' }
    >,
    tab = 1,
  ): Plan {
    this.record(tab, [body]);
    return this.planIn(tab);
  }

  sayDone(tab = 1): Plan {
    return this.say({ kind: 'step', step: this.guidePlan(tab).step }, tab);
  }

  /** The person picks a guide in the popup; null: back to what the facts call for. */
  pick(guide: string | null, tab = 1, again = false): Plan {
    return this.say({ kind: 'chosen', guide, ...(again && { again }) }, tab);
  }

  answerAll(answer: 'yes' | 'no' = 'yes', tab = 1): Plan {
    for (const { id } of this.guidePlan(tab).questions)
      this.say({ kind: 'answer', question: id, answer }, tab);
    return this.planIn(tab);
  }

  record(tab: number, bodies: readonly FactBody[]): void {
    const { pack, journey } = this.#journeyIn(tab);
    const notice = obligationJourneyId(pack, journey.subject);
    for (const given of bodies) {
      const answer =
        given.kind === 'page' || given.kind === 'warned' || given.kind === 'circumstance'
          ? null
          : this.#answerOf(given, tab);
      const body = answer ?? given;
      const of = body.kind === 'retraction' ? this.facts.find(({ id }) => id === body.of) : undefined;
      this.facts.push({
        id: `fact-${this.#drawn}`,
        journey:
          of?.journey ??
          (answer || body.kind === 'chosen' || body.kind === 'trouble' || body.kind === 'circumstance'
            ? notice
            : journey.id),
        assertion: assertionOf(body),
        body,
        at: `${this.today}T02:${String(this.#drawn % 60).padStart(2, '0')}:00Z`,
        order: this.#drawn++,
        tab,
        frame: 0,
        document: `document-${tab}`,
      });
    }
  }

  /** The person answers about an obligation, in the card or the popup: it is one word. */
  sayObligation(obligation: string, answer: 'yes' | 'no', tab = 1): Plan {
    const journey = obligationJourneyId(this.pack, this.subject(tab).id);
    this.record(tab, [{ kind: 'answer', question: obligation, answer }]);
    const fact = this.facts.pop();
    if (fact) this.facts.push({ ...fact, journey });
    return this.planIn(tab);
  }

  #answerOf(word: Parameters<typeof obligationAnswer>[1], tab: number) {
    const { journey } = this.#journeyIn(tab);
    return obligationAnswer(findGuide(this.pack, journey.guide), word);
  }

  situation(tab = 1): Situation {
    const { page, via, subject } = this.#tab(tab);
    return { page, via, subject, subjectCount: 1, today: this.today };
  }

  planIn(tab = 1): Plan {
    return planFor(this.#journeyIn(tab));
  }

  guidePlan(tab = 1): GuidePlan {
    return asGuidePlan(this.planIn(tab));
  }

  /** Facts that belong to one subject, by the journeys' ids. */
  factsOf(subject: string): readonly Fact[] {
    const ids = new Set(this.pack.guides.map((guide) => guideJourneyId(this.pack, subject, guide)));
    ids.add(obligationJourneyId(this.pack, subject));
    return this.facts.filter(({ journey }) => ids.has(journey));
  }

  #journeyIn(tab: number) {
    const { pack, facts } = this;
    const situation = this.situation(tab);
    const { subject } = this.#tab(tab);
    const guide = findGuide(pack, chooseGuide(pack, situation, facts));
    const journey = beginJourney({ pack, subject: subject.id, guide, startedAt: `${this.today}T02:00:00Z` });
    return { pack, situation, journey, facts };
  }

  #tab(tab: number): Tab {
    const known = this.#tabs.get(tab) ?? this.open(tab).#tabs.get(tab);
    if (!known) throw new Error(`walk: no tab ${tab}`);
    return known;
  }
}

export function asGuidePlan(plan: Plan): GuidePlan {
  if (plan.kind !== 'guide') throw new Error(`walk: expected a guide, got ${plan.kind}`);
  return plan;
}

/** Texts of a plan's notes, by tone. */
export function notesOf(plan: Plan, tone?: string): string {
  const notes = plan.kind === 'silent' ? [] : plan.notes;
  return notes
    .filter((note) => tone === undefined || note.tone === tone)
    .map(({ text }) => text.zh)
    .join('\n');
}

/** How a step stands. */
export function progressOf(plan: Plan, step: string): string | undefined {
  return asGuidePlan(plan).progress.find((each) => each.step === step)?.progress.state;
}
