import { expect, test } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { findGuide } from './journey';
import { wayTo, wordsFor } from './jump';
import { planAway } from './plan';

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
