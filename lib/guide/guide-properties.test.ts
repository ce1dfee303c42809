/**
 * What must hold of every walk: random pages, words, retractions, repeated deliveries, days and two
 * subjects in two tabs (issue 2, issue 5 "Shown"). The oracles here are written against the raw ledger,
 * not against the fold.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES } from '@/lib/notice/explanation';
import { rounds } from '@/lib/notice/testing/rounds';
import { PAGE_STATES } from '@/lib/page/model';
import { findGuide } from './journey';
import type { Fact, GuideDefinition, GuidePlan, LoginKind, Plan } from './model';
import { planFor } from './plan';
import { endPages } from './steps';
import { subjectCase, Walk } from './testing/walk';

// The full run multiplies the rounds; a property is slow, not stuck.
vi.setConfig({ testTimeout: 600_000 });

const TABS = [1, 2];
const QUESTIONS = findGuide(pack, 'rebind').questions;
const STEPS = [...new Set(pack.guides.flatMap(({ steps }) => steps.map(({ id }) => id)))];
const DAYS = [
  '2023-09-01',
  '2023-09-10',
  '2023-09-11',
  '2023-09-28',
  '2023-10-11',
  '2023-10-12',
  '2026-11-22',
];

type Event =
  | {
      readonly kind: 'see';
      readonly tab: number;
      readonly page: number;
      readonly unbindVisible: boolean;
      readonly via: LoginKind | null;
    }
  /** At the list, with every question answered: else random walks seldom come to the unbinding. */
  | {
      readonly kind: 'ready' | 'ready-swap' | 'ready-everyday';
      readonly tab: number;
      readonly no: number | null;
    }
  | { readonly kind: 'done' | 'answer-all'; readonly tab: number }
  | { readonly kind: 'skip'; readonly tab: number; readonly ready: boolean }
  | { readonly kind: 'pick'; readonly tab: number; readonly guide: number; readonly again: boolean }
  | { readonly kind: 'word'; readonly tab: number; readonly step: number }
  | { readonly kind: 'answer'; readonly tab: number; readonly question: number; readonly yes: boolean }
  | { readonly kind: 'holds'; readonly tab: number; readonly yes: boolean }
  | { readonly kind: 'retract' | 'repeat'; readonly tab: number; readonly of: number }
  | { readonly kind: 'day'; readonly day: number };

const tab = fc.constantFrom(...TABS);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('see' as const),
      tab,
      page: fc.nat(PAGE_STATES.length - 1),
      unbindVisible: fc.boolean(),
      via: fc.constantFrom(null, 'login-account' as const, 'login-ca' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('done' as const, 'answer-all' as const), tab }) },
  fc.record({
    kind: fc.constantFrom('ready' as const, 'ready-swap' as const, 'ready-everyday' as const),
    tab,
    // One question may be answered no after all: then nothing is ready.
    no: fc.option(fc.nat(30), { freq: 1 }),
  }),
  fc.record({ kind: fc.constant('skip' as const), tab, ready: fc.boolean() }),
  fc.record({
    kind: fc.constant('pick' as const),
    tab,
    // Often back to what the facts call for.
    guide: fc.nat(pack.guides.length * 2),
    again: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('word' as const), tab, step: fc.nat(STEPS.length - 1) }),
  fc.record({
    kind: fc.constant('answer' as const),
    tab,
    question: fc.nat(QUESTIONS.length - 1),
    yes: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('holds' as const), tab, yes: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('retract' as const, 'repeat' as const), tab, of: fc.nat(40) }),
  fc.record({ kind: fc.constant('day' as const), day: fc.nat(DAYS.length - 1) }),
);

const certificate = fc.constantFrom(
  'valid' as const,
  'expired' as const,
  'none' as const,
  'unknown' as const,
);
const someone = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  level: fc.constantFrom('city' as const, 'district' as const),
  oldCa: certificate,
  newCa: certificate,
});
const scenario = fc.record({
  first: someone,
  second: someone,
  day: fc.nat(DAYS.length - 1),
  // Half the walks start inside the window, where there is most to get wrong.
  inWindow: fc.boolean(),
  events: fc.array(event, { minLength: 1, maxLength: 40 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function play(walk: Walk, each: Event): void {
  switch (each.kind) {
    case 'see':
      walk.see(PAGE_STATES[each.page] ?? 'unknown', each);
      return;
    case 'ready':
    case 'ready-swap':
    case 'ready-everyday':
      // Picked once and kept, whatever day it is now.
      if (each.kind === 'ready-swap') walk.pick('rebind', each.tab);
      if (each.kind === 'ready-everyday') walk.pick('bind-again', each.tab, true);
      walk.see('ca-list', { tab: each.tab, unbindVisible: true });
      if (walk.planIn(each.tab).kind === 'guide') walk.answerAll('yes', each.tab);
      if (each.no !== null && walk.planIn(each.tab).kind === 'guide') {
        const { questions } = walk.guidePlan(each.tab);
        const question = questions[each.no % Math.max(1, questions.length)]?.id;
        if (question) walk.say({ kind: 'answer', question, answer: 'no' }, each.tab);
      }
      return;
    case 'day':
      walk.today = DAYS[each.day] ?? walk.today;
      return;
    case 'done':
      if (walk.planIn(each.tab).kind === 'guide') walk.sayDone(each.tab);
      return;
    case 'answer-all':
      if (walk.planIn(each.tab).kind === 'guide') walk.answerAll('yes', each.tab);
      return;
    case 'skip': {
      // Random walks seldom come to a step that may be skipped.
      if (each.ready) {
        walk.pick('bind-again', each.tab);
        walk.see('ca-list', { tab: each.tab, unbindVisible: true });
      }
      const plan = walk.planIn(each.tab);
      if (plan.kind === 'guide') walk.say({ kind: 'skip', step: plan.step }, each.tab);
      // Tried too where it is not offered: it must change nothing there.
      walk.say({ kind: 'skip', step: 'bind-new' }, each.tab);
      return;
    }
    case 'pick':
      walk.pick(pack.guides[each.guide]?.id ?? null, each.tab, each.again);
      return;
    case 'word':
      walk.say({ kind: 'step', step: STEPS[each.step] ?? '' }, each.tab);
      return;
    case 'answer': {
      const question = QUESTIONS[each.question]?.id ?? '';
      walk.say({ kind: 'answer', question, answer: each.yes ? 'yes' : 'no' }, each.tab);
      return;
    }
    case 'holds':
      walk.say({ kind: 'holds-new', answer: each.yes ? 'yes' : 'no' }, each.tab);
      return;
    case 'retract': {
      // Anything may be tried: seen facts, other people's words, words already taken back.
      const of = walk.facts[each.of % Math.max(walk.facts.length, 1)]?.id ?? 'nothing';
      walk.say({ kind: 'retraction', of }, each.tab);
      return;
    }
    case 'repeat': {
      const fact = walk.facts[each.of % Math.max(walk.facts.length, 1)];
      if (fact) walk.facts.push(fact);
      return;
    }
  }
}

/** Plays a scenario and looks at both tabs' plans after every event. */
function playAll(chosen: Scenario, check: (walk: Walk, plan: Plan, tab: number) => void): Walk {
  const walk = new Walk(chosen.inWindow ? '2023-09-20' : (DAYS[chosen.day] ?? '2023-09-20'));
  walk.open(1, subjectCase({ ...chosen.first, id: 'subject-1' }));
  walk.open(2, subjectCase({ ...chosen.second, id: 'subject-2' }));
  for (const each of chosen.events) {
    play(walk, each);
    for (const at of TABS) check(walk, walk.planIn(at), at);
  }
  return walk;
}

function holdsAlways(check: (walk: Walk, plan: Plan, tab: number) => void, runs = 50): void {
  fc.assert(
    fc.property(scenario, (chosen) => void playAll(chosen, check)),
    rounds(runs),
  );
}

function ofGuide(check: (walk: Walk, plan: GuidePlan, tab: number) => void) {
  return (walk: Walk, plan: Plan, at: number) => {
    if (plan.kind === 'guide') check(walk, plan, at);
  };
}

/** Words of a subject's ledger that were not taken back, by reading it front to back. */
function standingWords(facts: readonly Fact[]): readonly Fact[] {
  const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  return unique.filter(
    (fact) =>
      fact.assertion === 'said' &&
      !unique.some(
        ({ body, order, journey }) =>
          body.kind === 'retraction' && body.of === fact.id && order > fact.order && journey === fact.journey,
      ),
  );
}

/** Order of the pick with which this time through a guide began, by reading the ledger front to back. */
function beginningOf(facts: readonly Fact[], guide: GuideDefinition): number {
  if (!guide.repeats) return -1;
  const begun = standingWords(facts).findLast(
    ({ body }) => body.kind === 'chosen' && body.guide === guide.id && body.again === true,
  );
  return begun?.order ?? -1;
}

/** Facts since the guide was last picked to begin afresh, by reading the ledger front to back. */
function thisTime(facts: readonly Fact[], subject: string, guide: GuideDefinition): readonly Fact[] {
  const begun = beginningOf(facts, guide);
  return facts.filter(({ order, journey }) => journey.startsWith(`${subject}/notice/`) || order > begun);
}

function isInWindow(day: string): boolean {
  return day >= '2023-09-11' && day <= '2023-10-11';
}

describe('unbinding', () => {
  it('is pointed at only in its window, with every question that applies answered yes, and never twice', () => {
    const pointed = { swap: 0, everyday: 0 };
    holdsAlways(
      ofGuide((walk, plan, at) => {
        if (plan.target !== 'unbind' && plan.target !== 'unbind-confirm') return;
        const { audience, id, newCa } = walk.subject(at);
        const guide = findGuide(pack, plan.guide);
        const own = thisTime(walk.factsOf(id), id, guide);
        const words = standingWords(own).filter(({ journey }) => journey.endsWith(`/${guide.id}`));
        const isSwap = guide.unbinds !== 'unbind';
        pointed[isSwap ? 'swap' : 'everyday']++;
        if (isSwap) expect(isInWindow(walk.today)).toBe(true);
        expect(newCa).not.toBe('expired');
        for (const question of guide.questions) {
          if (question.audiences && !question.audiences.includes(audience)) continue;
          const last = words
            .filter(({ body }) => body.kind === 'answer' && body.question === question.id)
            .at(-1);
          expect(last?.body).toMatchObject({ answer: 'yes' });
        }
        const outcomes = own.filter(
          ({ body, journey }) =>
            body.kind === 'page' &&
            ((body.state === 'unbind-done' && journey.endsWith(`/${guide.id}`)) ||
              (body.state === 'bind-done' && (isSwap || journey.endsWith(`/${guide.id}`)))),
        );
        expect(outcomes).toEqual([]);
        expect(plan.held).toBe(false);
      }),
      200,
    );
    expect(pointed.swap).toBeGreaterThan(0);
    expect(pointed.everyday).toBeGreaterThan(0);
  });

  it('is warned of, with its questions, whenever it is in sight', () => {
    holdsAlways((walk, plan, at) => {
      const { page } = walk.situation(at);
      if (!page.unbindVisible && page.state !== 'unbind-confirm') return;
      expect(plan.kind).toBe('guide');
      if (plan.kind !== 'guide') return;
      expect(plan.notes.some(({ tone, text }) => tone === 'stop' && /解绑/.test(text.zh))).toBe(true);
      expect(plan.questions.length).toBeGreaterThanOrEqual(4);
    });
  });
});

describe('progress', () => {
  it('is seen by what a page showed to this subject, said by this subject’s standing word, and nothing else', () => {
    const counts = { seen: 0, said: 0, passed: 0, skipped: 0 };
    holdsAlways(
      ofGuide((walk, plan, at) => {
        const own = walk.factsOf(walk.subject(at).id);
        for (const { step, progress } of plan.progress) {
          if (progress.state === 'open') continue;
          counts[progress.state]++;
          if (progress.state === 'passed') continue;
          const fact = own.find(({ id }) => id === progress.fact);
          expect(fact?.at).toBe(progress.at);
          expect(fact?.assertion).toBe(progress.state === 'skipped' ? 'said' : progress.state);
          if (progress.state === 'skipped') {
            expect(fact?.body).toEqual({ kind: 'skip', step });
            expect(standingWords(own)).toContain(fact);
            continue;
          }
          if (progress.state === 'said') {
            const definition = findGuide(pack, plan.guide).steps.find(({ id }) => id === step);
            // A step that is an obligation of the notice is said as that.
            const question = definition?.obligation;
            const said = { kind: 'step', step };
            const answered = { kind: 'answer', question, answer: 'yes' };
            expect(question === undefined ? [said] : [said, answered]).toContainEqual(fact?.body);
            expect(standingWords(own)).toContain(fact);
          } else {
            const definition = findGuide(pack, plan.guide).steps.find(({ id }) => id === step);
            const pages: readonly string[] = definition ? endPages(definition) : [];
            expect(fact?.body.kind === 'page' && pages.includes(fact.body.state)).toBe(true);
          }
        }
      }),
      150,
    );
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  });

  it('of what was seen is never undone', () => {
    fc.assert(
      fc.property(scenario, (chosen) => {
        const seen = new Map<string, string>();
        playAll(
          chosen,
          ofGuide((walk, plan, at) => {
            const { id } = walk.subject(at);
            const begun = beginningOf(walk.factsOf(id), findGuide(pack, plan.guide));
            for (const { step, progress } of plan.progress) {
              // What is begun afresh is another time, and says nothing against this one.
              const key = `${at}/${plan.guide}/${begun}/${step}`;
              // A word given first may stand in front of it and be taken back later; then it is seen again.
              if (seen.has(key)) expect(progress.state).toBe('seen');
              if (progress.state === 'seen') seen.set(key, progress.fact);
            }
          }),
        );
      }),
      rounds(60),
    );
  });

  it('passes over only what a later done step leaves behind', () => {
    holdsAlways(
      ofGuide((_walk, plan) => {
        for (const [index, { progress }] of plan.progress.entries()) {
          if (progress.state !== 'passed') continue;
          const later = plan.progress.slice(index + 1).map((each) => each.progress.state);
          expect(later.some((state) => ['seen', 'said', 'skipped'].includes(state))).toBe(true);
        }
      }),
    );
  });
});

describe('the ledger', () => {
  it('of one subject says nothing to another', () => {
    holdsAlways((walk, plan, at) => {
      const situation = walk.situation(at);
      const own = walk.factsOf(walk.subject(at).id);
      expect(planFor({ pack, situation, journey: null, facts: own })).toEqual(plan);
    });
  });

  it('gives the same plan in whatever order and however often its facts are delivered', () => {
    fc.assert(
      fc.property(scenario, fc.infiniteStream(fc.nat(1000)), (chosen, luck) => {
        const walk = playAll(chosen, () => {});
        const order = new Map(walk.facts.map((fact) => [fact, luck.next().value ?? 0]));
        const shuffled = [...walk.facts, ...walk.facts].sort(
          (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
        );
        for (const at of TABS) {
          const plan = planFor({ pack, situation: walk.situation(at), journey: null, facts: shuffled });
          expect(plan).toEqual(walk.planIn(at));
        }
      }),
      rounds(60),
    );
  });

  it('takes down each look at a page once', () => {
    holdsAlways((walk, _plan, at) => {
      const { page } = walk.situation(at);
      const again = () => walk.see(page.state, { tab: at, unbindVisible: page.unbindVisible });
      // What was recorded may call for another guide, which takes its own first look; then all is known.
      again();
      const known = walk.facts.length;
      again();
      expect(walk.facts.length).toBe(known);
    }, 30);
  });
});

describe('a plan', () => {
  it('always has something to do and somebody to call', () => {
    holdsAlways((_walk, plan) => {
      if (plan.kind === 'silent') return;
      expect(plan.contacts.length).toBeGreaterThan(0);
      if (plan.kind === 'guide') expect(plan.say.zh.length).toBeGreaterThan(0);
      else expect(plan.notes.length).toBeGreaterThan(0);
    });
  });

  it('points at nothing while it is held, finished or in trouble', () => {
    holdsAlways(
      ofGuide((_walk, plan) => {
        if (plan.held || plan.finished) expect(plan.target).toBeNull();
        if (plan.finished) expect(plan).toMatchObject({ canSayDone: false, irreversible: false });
        if (plan.target !== null) expect(plan.finished).toBe(false);
      }),
    );
  });

  it('numbers its step and offers the word only for a step still open', () => {
    holdsAlways(
      ofGuide((_walk, plan) => {
        expect(plan.progress).toHaveLength(plan.stepCount);
        expect(plan.progress[plan.stepNumber - 1]?.step).toBe(plan.step);
        if (plan.canSayDone) expect(plan.progress[plan.stepNumber - 1]?.progress.state).toBe('open');
        const isOpen = plan.progress.some(({ progress }) => progress.state === 'open');
        expect(plan.finished).toBe(!isOpen);
      }),
    );
  });

  it('is reached from everywhere: whoever says each step done, or lets the page show it, finishes', () => {
    fc.assert(
      fc.property(scenario, (chosen) => {
        const walk = playAll(chosen, () => {});
        walk.see('bind-done');
        for (let left = 15; left > 0 && !walk.guidePlan(1).finished; left--) walk.sayDone(1);
        expect(walk.guidePlan(1).finished).toBe(true);
      }),
      rounds(40),
    );
  });
});
