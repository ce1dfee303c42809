/** Random walks through the built-in notice: pages, words, retractions, repeated deliveries, days, two tabs. */
import fc from 'fast-check';
import { findGuide } from '@/lib/guide/journey';
import type { GuidePlan, LoginKind, Plan } from '@/lib/guide/model';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES } from '@/lib/notice/explanation';
import { rounds } from '@/lib/notice/testing/rounds';
import { PAGE_STATES } from '@/lib/page/model';
import { subjectCase, Walk } from './walk';

export const TABS = [1, 2];
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
export const scenario = fc.record({
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
export function playAll(chosen: Scenario, check: (walk: Walk, plan: Plan, tab: number) => void): Walk {
  const walk = new Walk(chosen.inWindow ? '2023-09-20' : (DAYS[chosen.day] ?? '2023-09-20'));
  walk.open(1, subjectCase({ ...chosen.first, id: 'subject-1' }));
  walk.open(2, subjectCase({ ...chosen.second, id: 'subject-2' }));
  for (const each of chosen.events) {
    play(walk, each);
    for (const at of TABS) check(walk, walk.planIn(at), at);
  }
  return walk;
}

/** Holds a check against both tabs' plans after every event of random walks. @param runs of the quick suite */
export function holdsAlways(check: (walk: Walk, plan: Plan, tab: number) => void, runs = 50): void {
  fc.assert(
    fc.property(scenario, (chosen) => void playAll(chosen, check)),
    rounds(runs),
  );
}

/** The check for plans that lead through a guide; others pass. */
export function ofGuide(check: (walk: Walk, plan: GuidePlan, tab: number) => void) {
  return (walk: Walk, plan: Plan, at: number) => {
    if (plan.kind === 'guide') check(walk, plan, at);
  };
}
