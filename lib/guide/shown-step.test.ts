/** The step a page calls for, on guides small enough to see why. */
import { describe, expect, it } from 'vitest';
import type { PageState, TargetName } from '@/lib/page/model';
import { foldJourney } from './fold';
import type { Fact, Step } from './model';
import { shownStep } from './shown-step';

const text = { zh: '步骤', en: 'Step' };

/** A step with its controls (`page: target`) and the pages that end it. */
function step(
  id: string,
  targets: Partial<Record<PageState, TargetName>>,
  ends: readonly PageState[],
  rest: Partial<Step> = {},
): Step {
  return {
    id,
    title: text,
    say: text,
    cite: [],
    targets: Object.entries(targets).map(([page, target]) => ({ page: page as PageState, target })),
    done: [...(ends.length > 0 ? [{ by: 'page', states: ends } as const] : []), { by: 'word' }],
    ...rest,
  };
}

const LOG_IN = step('log-in', { 'login-account': 'login-submit' }, ['home']);
const OPEN_LIST = step('open-list', { home: 'ca-menu' }, ['ca-list']);
const START = step('start', { 'ca-list': 'unbind' }, ['unbind-confirm']);
const CONFIRM = step('confirm', { 'unbind-confirm': 'unbind-confirm' }, ['unbind-done']);
const BIND = step('bind', { 'ca-list': 'bind' }, ['bind-done']);
const TRY = step('try', { 'login-ca': 'login-submit' }, ['home'], { after: 'bind' });

function shown(steps: readonly Step[], said: readonly string[], page: PageState): string | null {
  const facts = said.map(
    (id, order): Fact => ({
      id,
      journey: 'j',
      assertion: 'said',
      body: { kind: 'step', step: id },
      at: '2023-09-20T02:00:00Z',
      order,
      tab: 1,
      frame: 0,
      document: 'd',
    }),
  );
  return shownStep(steps, foldJourney(steps, facts), page)?.id ?? null;
}

describe('the step shown', () => {
  const steps = [LOG_IN, OPEN_LIST, START, CONFIRM, BIND, TRY];

  it('is the first open one where the page has its control, or none at all', () => {
    expect(shown(steps, [], 'login-account')).toBe('log-in');
    expect(shown(steps, ['log-in'], 'bind-done')).toBe('open-list');
  });

  it('is not the binding on the list while others are still to be asked for the unbinding', () => {
    const apply = step('apply', {}, [], { preflight: ['ready'] });
    const others = [
      apply,
      LOG_IN,
      OPEN_LIST,
      step('bind', { 'ca-list': 'bind', 'bind-form': 'bind-confirm' }, ['bind-done']),
    ];
    expect(shown(others, [], 'ca-list')).toBe('apply');
    expect(shown(others, [], 'bind-form')).toBe('bind');
    expect(shown(others, ['apply'], 'ca-list')).toBe('bind');
  });

  it('is the way back, as far as it leads to the open one', () => {
    expect(shown(steps, ['log-in', 'open-list'], 'login-account')).toBe('log-in');
    expect(shown(steps, ['log-in', 'open-list'], 'home')).toBe('open-list');
    // Only "try" is open, and its control is on the login page: the menu leads away from it.
    expect(shown(steps, ['log-in', 'open-list', 'start', 'confirm', 'bind'], 'home')).toBe('try');
  });

  it('is never a step that does something, once it is done', () => {
    expect(shown([LOG_IN, OPEN_LIST, START, CONFIRM], ['log-in', 'open-list', 'start'], 'ca-list')).toBe(
      'confirm',
    );
  });

  it('is the later one the person went ahead to', () => {
    expect(shown(steps, [], 'unbind-confirm')).toBe('confirm');
    expect(shown(steps, ['log-in', 'open-list'], 'ca-list')).toBe('start');
  });

  it('is none that waits for another', () => {
    expect(shown([START, CONFIRM, BIND, TRY], [], 'login-ca')).toBe('start');
    expect(shown([START, CONFIRM, BIND, TRY], ['bind'], 'login-ca')).toBe('try');
  });

  it('is none when every step is behind', () => {
    expect(shown([LOG_IN], ['log-in'], 'login-account')).toBeNull();
    expect(shown([], [], 'home')).toBeNull();
  });
});
