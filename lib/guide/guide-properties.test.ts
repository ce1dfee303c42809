/**
 * What must hold of every walk: random pages, words, retractions, repeated deliveries, days and two
 * subjects in two tabs (issue 2, issue 5 "Shown"). The oracles here are written against the raw ledger,
 * not against the fold.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { rounds } from '@/lib/notice/testing/rounds';
import { findGuide } from './journey';
import type { Fact, GuideDefinition } from './model';
import { planFor } from './plan';
import { endPages } from './steps';
import { holdsAlways, ofGuide, playAll, scenario, TABS } from './testing/random-walks';
import { asGuidePlan } from './testing/walk';

// The full run multiplies the rounds; a property is slow, not stuck.
vi.setConfig({ testTimeout: 600_000 });

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
        // Answers given while waiting for the new CA are carried on by the guide that unbinds.
        const carried = [guide.id, ...(guide.continues ?? [])];
        const words = standingWords(own).filter(({ journey }) =>
          carried.some((each) => journey.endsWith(`/${each}`)),
        );
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
      const stops = plan.notes.flatMap(({ tone, text }) => (tone === 'stop' ? [text.zh] : []));
      expect(stops.some((text) => text.includes('解绑'))).toBe(true);
      // Outside the window the swap is not held back until it is prepared: it is not advised at all.
      const isSwap = findGuide(pack, plan.guide).unbinds !== 'unbind';
      if (isSwap && !isInWindow(walk.today)) {
        expect(stops[0]).toMatch(/^(先别点|不要再点)解绑/);
        expect(stops.join('')).not.toMatch(/解绑后可能无法恢复|逐项确认/);
      }
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

  it('that was only said is not complete once a page shows an unbinding after it', () => {
    let met = 0;
    fc.assert(
      fc.property(scenario, (chosen) => {
        const walk = playAll(chosen, () => {});
        walk.see('login-account');
        for (let left = 15; left > 0 && !walk.guidePlan(1).finished; left--) {
          const open = walk.guidePlan(1).progress.find(({ progress }) => progress.state === 'open');
          if (open) walk.say({ kind: 'step', step: open.step }, 1);
        }
        const isSaid = walk.guidePlan(1).finished;
        walk.see('unbind-confirm');
        walk.see('unbind-done');
        const plan = walk.guidePlan(1);
        const guide = findGuide(pack, plan.guide);
        if (!guide.steps.some((step) => endPages(step).includes('bind-done'))) return;
        const { id } = walk.subject(1);
        const carried = [guide.id, ...(guide.continues ?? [])];
        const isShown = thisTime(walk.factsOf(id), id, guide).some(
          ({ body, journey }) =>
            body.kind === 'page' &&
            body.state === 'bind-done' &&
            carried.some((each) => journey.endsWith(`/${each}`)),
        );
        const isSkipped = plan.progress.some(({ progress }) => progress.state === 'skipped');
        if (isShown || isSkipped || plan.isNotNeeded) return;
        met += isSaid ? 1 : 0;
        expect(plan.finished).toBe(false);
      }),
      rounds(30),
    );
    expect(met).toBeGreaterThan(0);
  });

  it('of a guide that was finished is open again once another guide on its system unbinds', () => {
    let met = 0;
    const binding = pack.guides.filter(({ id, steps }) => {
      const last = steps.findLastIndex((step) => endPages(step).includes('bind-done'));
      return id !== 'hand-over' && last >= 0;
    });
    fc.assert(
      fc.property(scenario, fc.nat(binding.length - 1), (chosen, drawn) => {
        const walk = playAll(chosen, () => {});
        const guide = binding[drawn];
        if (!guide) return;
        walk.see('login-account');
        walk.pick(guide.id);
        for (let left = 15; left > 0 && !walk.guidePlan(1).finished; left--) {
          const open = walk.guidePlan(1).progress.find(({ progress }) => progress.state === 'open');
          if (open) walk.say({ kind: 'step', step: open.step }, 1);
        }
        const isBound = walk.guidePlan(1).finished;
        walk.pick('hand-over');
        walk.see('unbind-confirm');
        walk.see('unbind-done');
        const plan = asGuidePlan(walk.pick(guide.id));
        met += isBound ? 1 : 0;
        expect(plan.finished).toBe(false);
        expect(['unbind', 'unbind-confirm']).not.toContain(plan.target);
      }),
      rounds(20),
    );
    expect(met).toBeGreaterThan(0);
  });

  it('of what was seen is undone only by an unbinding shown after a binding', () => {
    fc.assert(
      fc.property(scenario, (chosen) => {
        const seen = new Map<string, string>();
        playAll(
          chosen,
          ofGuide((walk, plan, at) => {
            const { id } = walk.subject(at);
            const begun = beginningOf(walk.factsOf(id), findGuide(pack, plan.guide));
            const shown = walk.factsOf(id).flatMap(({ body }) => (body.kind === 'page' ? [body.state] : []));
            const first = shown.indexOf('bind-done');
            const isReopened = first >= 0 && shown.indexOf('unbind-done', first) > 0;
            const { steps } = findGuide(pack, plan.guide);
            // The binding and what came of it; all before it stays.
            const from = steps.findIndex((each) => endPages(each).includes('bind-done'));
            const reopened = from < 0 ? [] : steps.slice(from);
            for (const { step, progress } of plan.progress) {
              if (isReopened && reopened.some(({ id: one }) => one === step)) continue;
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
          // Filing for a CA that is in hand is nobody's step, whatever comes after.
          const isFiling = findGuide(pack, plan.guide).steps.some(
            ({ id, obligation }) => id === plan.progress[index]?.step && obligation !== undefined,
          );
          if (isFiling) continue;
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
