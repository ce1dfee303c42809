import { expect, test } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { findGuide } from './journey';
import { wayTo, wordsFor } from './jump';
import { planAway } from './plan';
import { isUnbinding } from './preflight';
import { subjectCase, Walk } from './testing/walk';

const SUBJECT = { id: 's', audience: 'budget-unit', level: 'city', oldCa: 'valid', newCa: 'valid' } as const;

function planOn(today: string) {
  const plan = planAway(pack, SUBJECT, [], today);
  if (!plan) throw new Error('no plan');
  return { plan, guide: findGuide(pack, plan.guide) };
}

test('the way to a later step names what is open before it, and nothing is said by itself', () => {
  const { plan, guide } = planOn('2023-09-20');
  expect(guide.id).toBe('rebind');
  const way = wayTo(guide, plan, 'open-list');
  expect(way).toEqual({ open: ['log-in'], reaches: 'open-list', stops: null });
  expect(way && wordsFor(way)).toEqual([{ kind: 'step', step: 'log-in' }]);
});

test('no way leads past an unbinding, whatever step is named behind it', () => {
  const { plan, guide } = planOn('2023-09-20');
  const unbinding = guide.steps.findIndex(({ id }) => id === 'unbind-old');
  for (const { id } of guide.steps.slice(unbinding + 1)) {
    const way = wayTo(guide, plan, id);
    expect(way).toMatchObject({ reaches: 'unbind-old', stops: 'preflight' });
    expect(way?.open).not.toContain('unbind-old');
    expect(way?.open).not.toContain('confirm-unbind');
  }
});

test('a step that the guide does not have, or that is behind, is not gone to', () => {
  const { plan, guide } = planOn('2023-09-20');
  expect(wayTo(guide, plan, 'no-such-step')).toBeNull();
  const passed = plan.progress.map((each) =>
    each.step === 'log-in' ? { ...each, progress: { state: 'passed' as const } } : each,
  );
  expect(wayTo(guide, { ...plan, progress: passed }, 'log-in')).toBeNull();
});

test('no way leads past a step that only a page can end', () => {
  const { plan, guide } = planOn('2023-09-20');
  const steps = guide.steps.map((step) =>
    step.id === 'log-in' ? { ...step, done: [{ by: 'page', states: ['home'] } as const] } : step,
  );
  expect(wayTo({ ...guide, steps }, plan, 'open-list')).toEqual({
    open: [],
    reaches: 'log-in',
    stops: 'page',
  });
});

test('no jump leads past a pre-flight: every guide that unbinds, any one of its questions open, every step named', () => {
  let tried = 0;
  for (const guide of pack.guides.filter(({ steps }) => steps.some(isUnbinding))) {
    const first = guide.steps.findIndex(isUnbinding);
    for (const { id: open } of guide.questions) {
      const walk = new Walk(guide.id === 'rebind' ? '2023-09-20' : '2026-11-25').open(
        1,
        subjectCase({ newCa: 'valid' }),
      );
      walk.pick(guide.id);
      const plan = () => {
        const { facts } = walk;
        const away = planAway(pack, walk.subject(1), facts, walk.today);
        if (!away) throw new Error('no plan');
        return away;
      };
      const asked = plan().progress.map(({ step }) => step);
      for (const { id } of guide.questions)
        if (id !== open) walk.say({ kind: 'answer', question: id, answer: 'yes' });
      for (const { id } of guide.steps) {
        const way = wayTo(guide, plan(), id);
        if (!way) continue;
        tried += 1;
        for (const word of wordsFor(way)) if (word.kind === 'step') walk.say(word);
        const now = plan();
        const at = guide.steps.findIndex((step) => step.id === now.step);
        expect(at, `${guide.id} ${id} without ${open}`).toBeLessThanOrEqual(first);
        expect(now.target).toBeNull();
      }
      const unbinding = guide.steps[first];
      const isAsked = plan().questions.some(({ id }) => id === open);
      for (const { page } of unbinding?.targets ?? []) {
        const seen = walk.see(page, { unbindVisible: true });
        if (seen.kind === 'guide' && isAsked) expect(`${seen.target}`).not.toMatch(/unbind/);
      }
      expect(asked).toContain(unbinding?.id);
    }
  }
  expect(tried).toBeGreaterThan(100);
}, 60_000);
