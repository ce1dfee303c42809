import { describe, expect, it } from 'vitest';
import type { PageState } from '@/lib/page/model';
import { asGuidePlan, IN_TRANSITION, notesOf, subjectCase, Walk } from './testing/walk';

const LIST = { unbindVisible: true };

function atList(): Walk {
  const walk = new Walk().open(1);
  walk.see('login-account');
  walk.see('home');
  walk.see('ca-list', LIST);
  return walk;
}

describe('the whole rebind in the transition', () => {
  it('points, step by step, at what carries it on', () => {
    const walk = new Walk().open(1);
    expect(walk.see('login-account')).toMatchObject({ step: 'log-in', target: 'login-submit', stepCount: 8 });
    expect(walk.see('home')).toMatchObject({ step: 'open-list', target: 'ca-menu' });
    expect(walk.see('ca-list', LIST)).toMatchObject({ step: 'unbind-old', target: null, held: true });
    expect(walk.answerAll()).toMatchObject({ step: 'unbind-old', target: 'unbind', held: false });
    expect(walk.see('unbind-confirm')).toMatchObject({ step: 'confirm-unbind', target: 'unbind-confirm' });
    expect(walk.see('unbind-done')).toMatchObject({ step: 'start-bind', target: null });
    expect(walk.see('ca-list')).toMatchObject({ step: 'start-bind', target: 'bind', stepNumber: 5 });
    expect(walk.see('bind-form')).toMatchObject({ step: 'bind-new', target: 'bind-confirm' });
    expect(walk.see('bind-done')).toMatchObject({ step: 'try-login', target: null });
    expect(walk.see('login-account')).toMatchObject({ step: 'try-login', target: 'ca-tab' });
    expect(walk.see('login-ca')).toMatchObject({ step: 'try-login', target: 'login-submit' });
    expect(walk.see('home', { via: 'login-ca' })).toMatchObject({
      step: 'try-seal',
      target: null,
      canSayDone: true,
    });
    const plan = asGuidePlan(walk.sayDone());
    expect(plan).toMatchObject({ finished: true, target: null, canSayDone: false, stepNumber: 8 });
    expect(plan.progress.map(({ progress }) => progress.state)).toEqual([...Array(7).fill('seen'), 'said']);
  });

  it('quotes the label only where there is a control to quote', () => {
    const walk = new Walk().open(1);
    const pointed = asGuidePlan(walk.see('login-account'));
    expect(pointed.say.zh).toContain('{label}');
    expect(pointed.sayWithoutTarget.zh).not.toContain('{label}');
    expect(asGuidePlan(walk.see('unbind-done')).say.zh).not.toContain('{label}');
  });
});

describe('the pre-flight', () => {
  it('holds the step while one question is open, and says so', () => {
    const walk = atList();
    const [first, ...others] = walk.guidePlan().questions;
    for (const { id } of others) walk.say({ kind: 'answer', question: id, answer: 'yes' });
    expect(walk.planIn()).toMatchObject({ held: true, target: null });
    expect(notesOf(walk.planIn(), 'stop')).toContain('先别点解绑');
    walk.say({ kind: 'answer', question: first?.id ?? '', answer: 'no' });
    expect(walk.planIn()).toMatchObject({ held: true, target: null });
    walk.say({ kind: 'answer', question: first?.id ?? '', answer: 'yes' });
    expect(walk.planIn()).toMatchObject({ held: false, target: 'unbind' });
  });

  it('counts the last answer, and none that was taken back', () => {
    const walk = atList();
    walk.answerAll();
    const fact = walk.guidePlan().questions[0]?.fact ?? '';
    expect(walk.say({ kind: 'retraction', of: fact })).toMatchObject({ held: true, target: null });
    expect(walk.guidePlan().questions[0]).toMatchObject({ answer: null, fact: null });
  });

  it('falls back to the answer before, when the later one is taken back', () => {
    const walk = atList();
    walk.answerAll();
    const { id = '' } = walk.guidePlan().questions[0] ?? {};
    walk.say({ kind: 'answer', question: id, answer: 'no' });
    const fact = walk.guidePlan().questions[0]?.fact ?? '';
    expect(walk.say({ kind: 'retraction', of: fact })).toMatchObject({ held: false, target: 'unbind' });
  });

  it.each([
    ['budget-unit', ['contracts-signed', 'old-kept']],
    ['supervising-budget-unit', ['contracts-signed', 'old-kept']],
    // The notice speaks of purchasers' old CA only, and the warning on the same card says so.
    ['central-purchasing-body', ['contracts-signed', 'old-kept-others']],
    ['framework-supplier', ['bids-decrypted', 'old-kept-others']],
    ['supplier', ['bids-decrypted', 'old-kept-others']],
    ['procurement-agency', ['old-kept-others']],
    ['review-expert', ['old-kept-others']],
  ])('asks %s what concerns it', (audience, own) => {
    const walk = new Walk().open(1, subjectCase({ audience }));
    walk.see('ca-list', LIST);
    expect(walk.guidePlan().questions.map(({ id }) => id)).toEqual([
      'new-key',
      'pin-tried',
      'pin-changed',
      'certificate-valid',
      'account-known',
      ...own,
    ]);
  });

  it('takes the certificate’s own file for an answer, as seen, with the day it was read', () => {
    const at = '2023-09-19T03:00:00Z';
    const newCaFile = { state: 'valid', validUntil: '2024-09-11', at } as const;
    const walk = new Walk().open(1, subjectCase({ newCa: 'valid', newCaFile }));
    walk.see('ca-list', LIST);
    const asked = () => walk.guidePlan().questions.find(({ id }) => id === 'certificate-valid');
    expect(asked()).toMatchObject({ answer: 'yes', fact: null, seen: { at } });
    expect(asked()?.seen?.text.zh).toContain('2024年9月11日');
    // The person looked and found it wrong: the more careful word counts, and can be taken back.
    walk.say({ kind: 'answer', question: 'certificate-valid', answer: 'no' });
    expect(asked()).toMatchObject({ answer: 'no', fact: expect.any(String) });
    walk.say({ kind: 'retraction', of: asked()?.fact ?? '' });
    for (const { id, answer } of walk.guidePlan().questions) {
      if (answer === null) walk.say({ kind: 'answer', question: id, answer: 'yes' });
    }
    expect(walk.planIn()).toMatchObject({ held: false, target: 'unbind' });
  });

  it('lets no word stand against a file that says the certificate is not in force', () => {
    const newCaFile = {
      state: 'not-yet-valid',
      validUntil: '2024-10-11',
      at: '2023-09-19T03:00:00Z',
    } as const;
    const walk = new Walk().open(1, subjectCase({ newCa: 'valid', newCaFile }));
    walk.see('ca-list', LIST);
    expect(walk.answerAll()).toMatchObject({ held: true, target: null });
  });

  it('a file read after the unbinding does not make it prepared', () => {
    const read = (at: string) => {
      const newCaFile = { state: 'valid', validUntil: '2024-09-11', at } as const;
      const walk = new Walk().open(1, subjectCase({ newCa: 'valid', newCaFile }));
      walk.see('ca-list', LIST);
      for (const { id, answer } of walk.guidePlan().questions) {
        if (id !== 'certificate-valid' && answer !== 'yes') {
          walk.say({ kind: 'answer', question: id, answer: 'yes' });
        }
      }
      return notesOf(walk.see('unbind-done'));
    };
    expect(read('2023-09-19T03:00:00Z')).toContain('已解绑，请尽快绑定新CA。');
    expect(read('2023-09-19T03:00:00Z')).not.toContain('有问题没确认');
    expect(read('2023-09-21T03:00:00Z')).toContain('有问题没确认');
  });

  it('is not enough where the new certificate on record has expired', () => {
    const walk = new Walk().open(1, subjectCase({ newCa: 'expired' }));
    walk.see('ca-list', LIST);
    expect(walk.answerAll()).toMatchObject({ step: 'unbind-old', target: null, held: true });
    expect(notesOf(walk.planIn(), 'stop')).toContain('记录里的新CA已到期');
    expect(walk.guidePlan().say.zh).toBe('现在先不解绑。原因见提示，拿不准请打电话问。');
  });

  it('stands on the confirmation page too', () => {
    const walk = atList();
    const plan = walk.see('unbind-confirm');
    expect(plan).toMatchObject({ step: 'confirm-unbind', target: null, held: true });
    expect(notesOf(plan, 'stop')).toContain('先别点解绑');
  });
});

describe('the warning', () => {
  const days = ['2023-09-02', '2023-09-07', IN_TRANSITION, '2026-11-22'];
  const pages: PageState[] = [
    'home',
    'ca-list',
    'bind-form',
    'login-account',
    'pin-wrong',
    'other',
    'unknown',
  ];
  it.each(days.flatMap((day) => pages.map((page) => [day, page] as const)))(
    'on %s stands on %s as soon as an unbind control does',
    (day, page) => {
      const plan = asGuidePlan(new Walk(day).open(1).see(page, LIST));
      expect(notesOf(plan, 'stop')).toMatch(/^先别点解绑/);
      expect(plan.questions.length).toBeGreaterThan(0);
      expect(plan.target).not.toBe('unbind');
    },
  );

  it('says outside the window what the notice says, what it does not, and whom to ask', () => {
    const before = notesOf(new Walk('2023-09-07').open(1).see('ca-list', LIST), 'stop');
    expect(before).toContain('通知安排9月11日起解绑原CA');
    const after = notesOf(new Walk('2026-11-22').open(1).see('ca-list', LIST), 'stop');
    expect(after).toContain('过渡阶段已结束。原CA还能否解绑，通知未写');
    for (const note of [before, after]) expect(note).toContain('请先问江苏意源科技有限公司');
  });

  it('stays, milder, when every question is answered', () => {
    const walk = atList();
    expect(notesOf(walk.answerAll(), 'stop')).toBe('解绑后可能无法恢复，以系统提示为准。只解绑原CA。');
  });

  it('turns into "not again" once something was unbound or bound', () => {
    const walk = atList();
    walk.answerAll();
    walk.see('unbind-confirm');
    walk.see('unbind-done');
    const plan = walk.see('ca-list', LIST);
    expect(plan).toMatchObject({ step: 'start-bind', target: 'bind', held: false });
    expect(notesOf(plan, 'stop')).toContain('不要再点解绑');
  });
});
