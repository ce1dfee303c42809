/** People walking under strange packs: pages, words, days, and notices that come and go under their feet. */
import fc from 'fast-check';
import { beginJourney, chooseGuide, findGuide } from '@/lib/guide/journey';
import { assertionOf } from '@/lib/guide/ledger';
import type {
  CertificateState,
  Fact,
  FactBody,
  Journey,
  Plan,
  Situation,
  SubjectCase,
} from '@/lib/guide/model';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { observe } from '@/lib/guide/observe';
import { planFor } from '@/lib/guide/plan';
import { type PersonsWord, placeWord } from '@/lib/guide/word-place';
import { AUDIENCES } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { PAGE_STATES, type PageState, type TabPage } from '@/lib/page/model';
import { makeStrange, type Recipe, recipe, type StrangePacks, tellingDays } from './strange-packs';
import { tabPage } from './walk';

const PEOPLE = [0, 1] as const;
const SHELVES = ['base', 'later', 'next', 'both'] as const;

export type Move =
  | {
      readonly kind: 'see';
      readonly who: number;
      readonly page: PageState;
      readonly unbind: boolean;
      readonly by: 'login-account' | 'login-ca' | null;
    }
  | { readonly kind: 'ready' | 'prepared' | 'done' | 'skip' | 'along'; readonly who: number }
  | { readonly kind: 'answer'; readonly who: number; readonly at: number; readonly yes: boolean }
  | { readonly kind: 'obligation'; readonly who: number; readonly at: number; readonly yes: boolean }
  | { readonly kind: 'holds'; readonly who: number; readonly yes: boolean }
  | { readonly kind: 'retract' | 'trouble'; readonly who: number; readonly at: number }
  | { readonly kind: 'pick'; readonly who: number; readonly at: number; readonly again: boolean }
  | { readonly kind: 'day'; readonly at: number }
  | { readonly kind: 'shelf'; readonly to: (typeof SHELVES)[number] }
  | {
      readonly kind: 'certificate';
      readonly who: number;
      readonly state: CertificateState;
      readonly file: boolean;
    };

const who = fc.constantFrom(...PEOPLE);
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('see' as const),
      who,
      page: fc.constantFrom(...PAGE_STATES),
      unbind: fc.boolean(),
      by: fc.constantFrom(null, null, 'login-account' as const, 'login-ca' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'ready' as const,
        'prepared' as const,
        'done' as const,
        'skip' as const,
        'along' as const,
      ),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), who, at: fc.nat(9), yes: fc.boolean() }),
  },
  fc.record({ kind: fc.constant('obligation' as const), who, at: fc.nat(9), yes: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('holds' as const), who, yes: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('retract' as const, 'trouble' as const),
      who,
      at: fc.nat(60),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pick' as const), who, at: fc.nat(20), again: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('day' as const), at: fc.nat(400) }) },
  fc.record({ kind: fc.constant('shelf' as const), to: fc.constantFrom(...SHELVES) }),
  fc.record({
    kind: fc.constant('certificate' as const),
    who,
    state: fc.constantFrom('valid' as const, 'expired' as const, 'unknown' as const, 'none' as const),
    file: fc.boolean(),
  }),
);

const person = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  level: fc.constantFrom('city' as const, 'district' as const),
  oldCa: fc.constantFrom('valid' as const, 'expired' as const, 'none' as const, 'unknown' as const),
  newCa: fc.constantFrom('valid' as const, 'expired' as const, 'none' as const, 'unknown' as const),
  notedBound: fc.constantFrom(false, false, false, true),
  renewed: fc.constantFrom(false, false, true),
  batch: fc.constantFrom(undefined, 'batch-one', 'batch-two', 'first', 'batches-1'),
});

export const history = fc.record({
  recipe,
  people: fc.tuple(person, person),
  day: fc.nat(400),
  moves: fc.array(moves, { minLength: 3, maxLength: 30 }),
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

interface Place {
  page: TabPage;
  previous: PageState;
  via: 'login-account' | 'login-ca' | null;
}

/** Two people, each in a tab of their own, over one ledger. */
export class StrangeWalk {
  readonly facts: Fact[] = [];
  readonly journeys = new Map<string, Journey>();
  readonly packs: StrangePacks;
  readonly days: readonly string[];
  readonly subjects: [SubjectCase, SubjectCase];
  shelf: (typeof SHELVES)[number] = 'base';
  today: string;
  readonly #places: [Place, Place];
  readonly #shelves = new Map<string, readonly NoticePack[]>();
  #drawn = 0;

  constructor({ recipe: made, people, day }: Pick<History, 'people' | 'day'> & { readonly recipe: Recipe }) {
    this.packs = makeStrange(made);
    const { base, later, next } = this.packs;
    this.days = tellingDays([base, ...(later ? [later] : []), ...(next ? [next] : [])]);
    this.today = this.days[day % this.days.length] ?? base.publishedOn;
    const [one, other] = people.map(({ renewed, batch, ...rest }, at) => ({
      ...rest,
      id: `person-${at}`,
      ...(renewed && { renewedAt: '2023-01-01T00:00:00Z' }),
      ...(batch && { circumstances: { batch } }),
    }));
    if (!one || !other) throw new Error('strange walk: two people');
    this.subjects = [one, other];
    const empty = (): Place => ({ page: tabPage('unknown'), previous: 'unknown', via: null });
    this.#places = [empty(), empty()];
  }

  /** The packs on the shelf now; the same list each time, as the background keeps it. */
  get atHand(): readonly NoticePack[] {
    const known = this.#shelves.get(this.shelf);
    if (known) return known;
    const { base, later, next } = this.packs;
    const more = { base: [], later: [later], next: [next], both: [later, next] }[this.shelf];
    const list = [base, ...more.flatMap((each) => each ?? [])];
    this.#shelves.set(this.shelf, list);
    return list;
  }

  /** As pages and popup decide it: with no audience asked for. */
  get pack(): NoticePack {
    return noticeToFollow(this.atHand, { today: this.today, system: this.packs.base.mainSystem });
  }

  situation(at: number): Situation {
    const { page, via } = this.place(at);
    return { page, via, subject: this.subject(at), subjectCount: 2, today: this.today };
  }

  subject(at: number): SubjectCase {
    return this.subjects[at === 1 ? 1 : 0];
  }

  place(at: number): Place {
    return this.#places[at === 1 ? 1 : 0];
  }

  factsOf(at: number): readonly Fact[] {
    const own = new Set(
      [...this.journeys.values()].flatMap(({ id, subject }) => (subject === this.subject(at).id ? [id] : [])),
    );
    return this.facts.filter(({ journey }) => own.has(journey));
  }

  journeysOf(at: number): readonly Journey[] {
    return [...this.journeys.values()].filter(({ subject }) => subject === this.subject(at).id);
  }

  plan(at: number): Plan {
    const { pack } = this;
    return planFor({
      pack,
      situation: this.situation(at),
      journey: null,
      // The whole ledger: nothing of the other person may reach this one.
      facts: this.facts,
      journeys: [...this.journeys.values()],
    });
  }

  see(at: number, page: PageState, unbindVisible: boolean, via: Place['via']): void {
    const place = this.place(at);
    place.previous = place.page.state;
    place.page = tabPage(page, { unbindVisible, document: page === 'unknown' ? null : `document-${at}` });
    place.via = via !== null && (page === 'home' || page === 'ca-list') ? via : null;
    const { pack } = this;
    const situation = this.situation(at);
    const guide = findGuide(pack, chooseGuide(pack, situation, this.factsOf(at)));
    const journey = this.#begin(
      beginJourney({ pack, subject: this.subject(at).id, guide, startedAt: this.#now() }),
    );
    const bodies = observe({
      pack,
      situation,
      journey,
      facts: this.factsOf(at),
      previousPage: place.previous,
    });
    for (const body of bodies) this.#keep(at, journey.id, body);
  }

  say(at: number, word: PersonsWord): void {
    const plan = this.plan(at);
    if (plan.kind !== 'guide') return;
    const { pack } = this;
    const kept = placeWord({
      pack,
      subject: this.subject(at).id,
      guide: findGuide(pack, plan.guide),
      word,
      known: this.factsOf(at),
      journeys: this.journeysOf(at),
      at: this.#now(),
    });
    if (!kept) return;
    this.#begin(kept.journey);
    this.#keep(at, kept.journey.id, kept.body);
  }

  play(move: Move): void {
    switch (move.kind) {
      case 'see':
        this.see(move.who, move.page, move.unbind, move.by);
        return;
      case 'ready': {
        this.see(move.who, 'ca-list', true, null);
        const plan = this.plan(move.who);
        if (plan.kind !== 'guide') return;
        for (const { id: question } of plan.questions)
          this.say(move.who, { kind: 'answer', question, answer: 'yes' });
        return;
      }
      case 'prepared': {
        // Within the time of a permission, at the list, with the guide that unbinds: random days seldom come there.
        const rule = this.pack.permissions.find(
          ({ action, verdict }) => action === 'unbind-old' && verdict === 'allows',
        );
        this.today = rule?.from ?? rule?.until ?? this.today;
        const { newCaFile: _, ...rest } = this.subject(move.who);
        this.subjects[move.who === 1 ? 1 : 0] = { ...rest, newCa: 'valid' };
        const guide = this.pack.guides.find((each) => each.unbinds !== 'unbind' && each.questions.length > 0);
        if (guide && this.plan(move.who).kind === 'guide')
          this.say(move.who, { kind: 'chosen', guide: guide.id });
        this.play({ kind: 'ready', who: move.who });
        return;
      }
      case 'along': {
        // What the guide itself leads to.
        const plan = this.plan(move.who);
        const pages: Record<string, PageState> = {
          'account-tab': 'login-account',
          'ca-tab': 'login-ca',
          'login-submit': 'home',
          'ca-menu': 'ca-list',
          unbind: 'unbind-confirm',
          'unbind-confirm': 'unbind-done',
          bind: 'bind-form',
          'bind-confirm': 'bind-done',
        };
        const next = plan.kind === 'guide' && plan.target ? pages[plan.target] : undefined;
        if (next)
          this.see(
            move.who,
            next,
            next === 'ca-list',
            next === 'home' && this.place(move.who).page.state === 'login-ca' ? 'login-ca' : null,
          );
        else if (plan.kind === 'guide') this.say(move.who, { kind: 'step', step: plan.step });
        return;
      }
      case 'done': {
        const plan = this.plan(move.who);
        if (plan.kind === 'guide' && plan.canSayDone) this.say(move.who, { kind: 'step', step: plan.step });
        return;
      }
      case 'skip': {
        const plan = this.plan(move.who);
        if (plan.kind === 'guide' && plan.canSkip) this.say(move.who, { kind: 'skip', step: plan.step });
        return;
      }
      case 'answer': {
        const plan = this.plan(move.who);
        const question =
          plan.kind === 'guide' ? plan.questions[move.at % Math.max(1, plan.questions.length)] : undefined;
        if (question)
          this.say(move.who, { kind: 'answer', question: question.id, answer: move.yes ? 'yes' : 'no' });
        return;
      }
      case 'obligation': {
        const known = this.pack.obligations[move.at % Math.max(1, this.pack.obligations.length)];
        if (known)
          this.say(move.who, { kind: 'obligation', obligation: known.id, answer: move.yes ? 'yes' : 'no' });
        return;
      }
      case 'holds':
        this.say(move.who, { kind: 'holds-new', answer: move.yes ? 'yes' : 'no' });
        return;
      case 'retract': {
        const words = this.factsOf(move.who).filter(({ assertion }) => assertion === 'said');
        const of = words[move.at % Math.max(1, words.length)];
        if (of) this.say(move.who, { kind: 'retraction', of: of.id });
        return;
      }
      case 'trouble': {
        const ids = ['key-missing', 'pin-wrong', 'pin-locked', 'assistant-missing', 'wrong-key'];
        this.say(move.who, {
          kind: 'trouble',
          trouble: ids[move.at % ids.length] ?? '',
          answer: move.at % 2 ? 'yes' : 'no',
        });
        return;
      }
      case 'pick': {
        const guide = this.pack.guides[move.at]?.id ?? null;
        this.say(move.who, { kind: 'chosen', guide, ...(move.again && { again: true }) });
        return;
      }
      case 'day':
        this.today = this.days[move.at % this.days.length] ?? this.today;
        return;
      case 'shelf':
        this.shelf = move.to;
        return;
      case 'certificate': {
        const { newCaFile: _, ...rest } = this.subject(move.who);
        const state = move.state === 'expired' ? ('expired' as const) : ('valid' as const);
        const withFile = move.file && (move.state === 'valid' || move.state === 'expired');
        this.subjects[move.who === 1 ? 1 : 0] = {
          ...rest,
          newCa: move.state,
          ...(withFile && { newCaFile: { state, validUntil: '2026-12-29', at: this.#now() } }),
        };
        return;
      }
    }
  }

  #now(): string {
    return `${this.today}T02:00:${String(this.#drawn % 60).padStart(2, '0')}Z`;
  }

  #begin(journey: Journey): Journey {
    const known = this.journeys.get(journey.id) ?? journey;
    this.journeys.set(known.id, known);
    return known;
  }

  #keep(at: number, journey: string, body: FactBody): void {
    this.facts.push({
      id: `fact-${this.#drawn}`,
      journey,
      assertion: assertionOf(body),
      body,
      at: this.#now(),
      order: this.#drawn++,
      tab: at,
      frame: 0,
      document: `document-${at}`,
    });
  }
}
