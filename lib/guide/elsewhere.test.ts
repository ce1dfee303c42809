import { describe, expect, it } from 'vitest';
import type { GuidePlan } from './model';
import { asGuidePlan, notesOf, progressOf, subjectCase, Walk } from './testing/walk';

/** The swap, seen through to its end. */
function swapped({ isSaidFirst = false } = {}): Walk {
  const walk = new Walk().open(1, subjectCase({ oldCa: 'valid', newCa: 'valid' }));
  walk.see('login-account');
  walk.see('home');
  walk.see('ca-list', { unbindVisible: true });
  walk.answerAll();
  walk.see('unbind-confirm', { unbindVisible: true });
  walk.see('unbind-done');
  walk.see('bind-form');
  if (isSaidFirst) walk.say({ kind: 'step', step: 'bind-new' });
  walk.see('bind-done');
  walk.see('login-ca');
  walk.see('home', { via: 'login-ca' });
  walk.sayDone();
  expect(rebind(walk).finished).toBe(true);
  return walk;
}

/** What the facts lead to, whatever was picked before. */
function rebind(walk: Walk): GuidePlan {
  const plan = asGuidePlan(walk.pick(null));
  expect(plan.guide).toBe('rebind');
  return plan;
}

/** An everyday unbinding, in the guide that hands the key to a colleague. */
function unbindInHandOver(walk: Walk): void {
  walk.pick('hand-over');
  walk.see('ca-list', { unbindVisible: true });
  walk.see('unbind-confirm', { unbindVisible: true });
  walk.see('unbind-done');
}

describe('a swap that was finished, and an unbinding in another guide', () => {
  it('is open again at its binding, and never at its unbinding', () => {
    const walk = swapped();
    unbindInHandOver(walk);
    const plan = rebind(walk);
    expect(plan).toMatchObject({ finished: false, step: 'bind-new' });
    expect(progressOf(plan, 'bind-new')).toBe('open');
    expect(progressOf(plan, 'try-login')).toBe('open');
    expect(progressOf(plan, 'confirm-unbind')).toBe('seen');
    expect(notesOf(plan, 'caution')).toContain('绑定之后，页面又显示了解绑');
    const list = asGuidePlan(walk.see('ca-list', { unbindVisible: true }));
    expect(list.target).toBe('bind');
    expect(notesOf(list, 'stop')).toContain('解绑');
  });

  it('stands as it stood once the other guide has bound', () => {
    const walk = swapped();
    const before = rebind(walk).progress;
    unbindInHandOver(walk);
    walk.see('bind-form');
    walk.see('bind-done');
    const plan = rebind(walk);
    expect(plan).toMatchObject({ finished: true, progress: before });
    expect(notesOf(plan, 'caution')).not.toContain('解绑');
  });

  it('is not closed by the page of the first binding, met again without a form to bind', () => {
    const walk = swapped();
    unbindInHandOver(walk);
    walk.see('bind-done');
    expect(rebind(walk).finished).toBe(false);
  });

  it('is open again as often as a newly confirmed unbinding shows, and not for the same page met again', () => {
    const walk = swapped();
    unbindInHandOver(walk);
    walk.see('bind-form');
    walk.see('bind-done');
    walk.see('unbind-done');
    expect(rebind(walk).finished).toBe(true);
    walk.pick('hand-over');
    walk.see('unbind-confirm', { unbindVisible: true });
    walk.see('unbind-done');
    expect(rebind(walk).finished).toBe(false);
  });

  it('closes with the person’s word, and the tries of it are asked for', () => {
    const walk = swapped();
    unbindInHandOver(walk);
    rebind(walk);
    walk.say({ kind: 'step', step: 'bind-new' });
    expect(asGuidePlan(walk.planIn())).toMatchObject({ step: 'try-login', finished: false });
  });

  it('does not open the unbinding of a swap whose binding was only said', () => {
    const walk = new Walk().open(1, subjectCase({ oldCa: 'valid', newCa: 'valid' }));
    walk.see('ca-list', { unbindVisible: true });
    walk.answerAll();
    walk.say({ kind: 'step', step: 'bind-new' });
    unbindInHandOver(walk);
    const plan = rebind(walk);
    expect(plan.finished).toBe(false);
    const list = asGuidePlan(walk.see('ca-list', { unbindVisible: true }));
    expect(list.target).not.toBe('unbind');
    expect(notesOf(list, 'stop')).toContain('解绑');
    expect(notesOf(list, 'caution')).toContain('您确认过绑定，之后页面显示了解绑');
  });

  it('is none of another subject’s business', () => {
    const walk = swapped();
    walk.open(2, subjectCase({ id: 'subject-2', oldCa: 'valid', newCa: 'valid' }));
    walk.pick('hand-over', 2);
    walk.see('unbind-confirm', { tab: 2, unbindVisible: true });
    walk.see('unbind-done', { tab: 2 });
    expect(rebind(walk).finished).toBe(true);
  });
});

describe('a binding that was said first and seen then', () => {
  it('is open again with its tries after an unbinding', () => {
    const walk = swapped({ isSaidFirst: true });
    walk.see('unbind-confirm', { unbindVisible: true });
    const plan = walk.see('unbind-done');
    expect(plan).toMatchObject({ finished: false, step: 'bind-new' });
    expect(progressOf(plan, 'try-login')).toBe('open');
  });
});

describe('a binding that the person called not needed', () => {
  it('is needed once something was unbound', () => {
    const walk = new Walk().open(1, subjectCase({ newCa: 'valid' }));
    walk.pick('hand-over');
    walk.see('ca-list', { unbindVisible: true });
    walk.say({ kind: 'skip', step: 'bind-new' });
    walk.say({ kind: 'step', step: 'try-login' });
    walk.say({ kind: 'step', step: 'try-seal' });
    walk.see('unbind-confirm', { unbindVisible: true });
    const plan = walk.see('unbind-done');
    expect(progressOf(plan, 'bind-new')).toBe('open');
    expect(progressOf(plan, 'try-login')).toBe('open');
    walk.see('bind-form');
    walk.see('bind-done');
    expect(progressOf(walk.planIn(), 'bind-new')).toBe('seen');
  });

  it('stays so where that was said after the unbinding', () => {
    const walk = new Walk().open(1, subjectCase({ newCa: 'valid' }));
    walk.pick('hand-over');
    walk.see('unbind-confirm', { unbindVisible: true });
    walk.see('unbind-done');
    const plan = walk.say({ kind: 'skip', step: 'bind-new' });
    expect(progressOf(plan, 'bind-new')).toBe('skipped');
    walk.see('unbind-done');
    expect(progressOf(walk.planIn(), 'bind-new')).toBe('skipped');
  });
});
