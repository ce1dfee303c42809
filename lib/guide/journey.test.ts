import { describe, expect, it } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { beginJourney, chooseGuide, findGuide } from './journey';
import { journeyId } from './journey-id';
import type { SubjectCase } from './model';
import { wordsOf } from './obligation-words';
import { planFor } from './plan';
import {
  AFTER,
  asGuidePlan,
  IN_TRANSITION,
  notesOf,
  progressOf,
  subjectCase,
  tabPage,
  Walk,
} from './testing/walk';

const choose = (today: string, rest: Partial<SubjectCase> = {}) =>
  chooseGuide(pack, { today, subject: subjectCase(rest) }, []);

describe('which guide', () => {
  it.each([
    ['2023-09-03', {}, 'prepare'],
    ['2023-09-04', {}, 'prepare'],
    ['2023-09-10', {}, 'prepare'],
    ['2023-09-11', {}, 'rebind'],
    ['2023-10-11', {}, 'rebind'],
    ['2023-10-12', {}, 'first-binding'],
    [IN_TRANSITION, { oldCa: 'valid' }, 'rebind'],
    [IN_TRANSITION, { oldCa: 'expired' }, 'rebind'],
    [IN_TRANSITION, { oldCa: 'none' }, 'first-binding'],
    [IN_TRANSITION, { newCa: 'none' }, 'await-new'],
    [AFTER, { newCa: 'valid' }, 'first-binding'],
    [AFTER, { newCa: 'expired' }, 'first-binding'],
    [AFTER, { newCa: 'none' }, 'late-comer'],
  ] as const)('on %s with %o is %s', (today, rest, guide) => {
    expect(choose(today, rest)).toBe(guide);
  });

  it('says plainly that it needs a subject', () => {
    expect(() => chooseGuide(pack, { today: AFTER, subject: null }, [])).toThrow(RangeError);
  });

  it('falls back to a guide that has stopped where the pack has none for the phase', () => {
    const narrow = { ...pack, guides: pack.guides.filter(({ id }) => id === 'rebind') };
    expect(chooseGuide(narrow, { today: AFTER, subject: subjectCase() }, [])).toBe('rebind');
    const plan = planFor({
      pack: narrow,
      situation: {
        page: tabPage('ca-list'),
        via: null,
        subject: subjectCase(),
        subjectCount: 1,
        today: AFTER,
      },
      journey: null,
      facts: [],
    });
    expect(plan).toMatchObject({ guide: 'rebind', target: null, canSayDone: false });
    expect(notesOf(plan, 'caution')).toContain('已停下');
    expect(asGuidePlan(plan).contacts.length).toBeGreaterThan(0);
  });
});

describe('a pack whose guide asks nothing', () => {
  it('is never ready to unbind: no questions is no pre-flight', () => {
    const guides = pack.guides.map((guide) => ({
      ...guide,
      questions: [],
      steps: guide.steps.map(({ preflight: _, ...step }) => step),
    }));
    const walk = new Walk(IN_TRANSITION, { ...pack, guides }).open(1);
    expect(walk.see('ca-list', { unbindVisible: true })).toMatchObject({
      step: 'unbind-old',
      target: null,
      held: true,
      questions: [],
    });
    expect(notesOf(walk.planIn(), 'stop')).toContain('先别点解绑');
  });
});

describe('after the cut-over', () => {
  it('asks whether the new CA is in hand, and follows the word both ways', () => {
    const walk = new Walk(AFTER).open(1);
    expect(walk.see('home')).toMatchObject({ guide: 'first-binding', asksHoldsNew: true, holdsNew: null });
    expect(walk.say({ kind: 'holds-new', answer: 'no' })).toMatchObject({
      guide: 'late-comer',
      asksHoldsNew: true,
      holdsNew: { answer: 'no' },
    });
    const plan = asGuidePlan(walk.say({ kind: 'holds-new', answer: 'yes' }));
    expect(plan).toMatchObject({
      guide: 'first-binding',
      asksHoldsNew: false,
      holdsNew: { answer: 'yes' },
    });
    expect(walk.say({ kind: 'retraction', of: plan.holdsNew?.fact ?? '' })).toMatchObject({
      guide: 'late-comer',
      holdsNew: { answer: 'no' },
    });
  });

  it('believes the word over what was entered', () => {
    const walk = new Walk(AFTER).open(1, subjectCase({ newCa: 'valid' }));
    expect(walk.see('home')).toMatchObject({ guide: 'first-binding', asksHoldsNew: false });
    expect(walk.say({ kind: 'holds-new', answer: 'no' })).toMatchObject({ guide: 'late-comer' });
  });

  it('tells the late-comer what the notice says, leaves open, costs, and whom to ask', () => {
    const walk = new Walk(AFTER).open(1, subjectCase({ newCa: 'none', oldCa: 'expired' }));
    const plan = asGuidePlan(walk.see('home'));
    expect(plan).toMatchObject({ guide: 'late-comer', target: null, cite: ['三、1', '五'] });
    expect(plan.say.zh).toBe(
      '过渡阶段已结束。原CA还能否解绑，通知未写，请先问江苏意源科技有限公司；预算单位也可以问同级财政部门。',
    );
    expect(plan.contacts[0]?.role).toBe('ca-vendor');
    const fees = plan.notes.filter(({ cite }) => cite === '二').map(({ text }) => text.zh);
    expect(fees.join('\n')).toMatch(/更换：每年115\.2元（CA 58\.2元，签章 57元）.*2023年标准/);
  });

  it('does not point at binding with a certificate that has expired, and says why', () => {
    const plan = new Walk(AFTER).open(1, subjectCase({ newCa: 'expired' })).see('ca-list');
    expect(plan).toMatchObject({ guide: 'first-binding', step: 'start-bind', target: null });
    expect(notesOf(plan, 'caution')).toContain('新CA已到期');
  });

  it('does not point at binding where the notice does not allow it', () => {
    const permissions = pack.permissions.filter(({ action }) => action !== 'bind');
    const walk = new Walk(AFTER, { ...pack, permissions }).open(1, subjectCase({ newCa: 'valid' }));
    expect(walk.see('ca-list')).toMatchObject({ step: 'start-bind', target: null });
    expect(walk.see('bind-form')).toMatchObject({ step: 'bind-new', target: null });
    expect(walk.see('home')).toMatchObject({ step: 'open-list', target: 'ca-menu' });
    expect(notesOf(walk.see('unbind-done'), 'stop')).toContain('今天能否绑定，请马上问');
  });

  it('points at binding, never at unbinding', () => {
    const walk = new Walk(AFTER).open(1, subjectCase({ newCa: 'valid' }));
    expect(walk.see('login-ca')).toMatchObject({ step: 'log-in', target: 'account-tab', stepCount: 6 });
    expect(walk.see('login-account')).toMatchObject({ step: 'log-in', target: 'login-submit' });
    expect(walk.see('home')).toMatchObject({ step: 'open-list', target: 'ca-menu' });
    const list = { step: 'start-bind', target: 'bind', stepNumber: 3 };
    expect(walk.see('ca-list', { unbindVisible: true })).toMatchObject(list);
    walk.answerAll();
    expect(walk.see('unbind-confirm')).toMatchObject({ step: 'start-bind', target: null, held: true });
    expect(walk.see('bind-form')).toMatchObject({ step: 'bind-new', target: 'bind-confirm' });
    // A cancelled form leads back to the list, and to the same control.
    expect(walk.see('ca-list')).toMatchObject({ step: 'bind-new', target: 'bind' });
    expect(walk.see('bind-done')).toMatchObject({ step: 'try-login' });
    expect(walk.see('login-account')).toMatchObject({ step: 'try-login', target: 'ca-tab' });
    expect(walk.see('login-ca')).toMatchObject({ step: 'try-login', target: 'login-submit' });
    expect(walk.see('home', { via: 'login-ca' })).toMatchObject({ step: 'try-seal', canSayDone: true });
    const end = asGuidePlan(walk.sayDone());
    expect(end).toMatchObject({ finished: true, stepNumber: 6 });
    expect(end.progress.map(({ progress }) => progress.state)).toEqual([...Array(5).fill('seen'), 'said']);
  });
});

describe('a rebind cut off by the end of the transition', () => {
  it('goes on as a first binding, and stays urgent', () => {
    const walk = new Walk('2023-10-11').open(1);
    walk.see('ca-list');
    walk.see('unbind-done');
    walk.today = '2023-10-12';
    const plan = walk.see('home');
    expect(plan).toMatchObject({ guide: 'first-binding', step: 'open-list', asksHoldsNew: true });
    expect(walk.see('login-account')).toMatchObject({ step: 'log-in', target: 'login-submit' });
    expect(walk.see('ca-list')).toMatchObject({ step: 'start-bind', target: 'bind', stepNumber: 3 });
    expect(notesOf(plan, 'stop')).toContain('已解绑，请尽快绑定新CA');
  });

  it('is not asked for again once it was finished', () => {
    const walk = new Walk('2023-10-10').open(1, subjectCase({ newCa: 'none' }));
    for (const page of ['ca-list', 'unbind-done', 'bind-form', 'bind-done', 'login-ca'] as const)
      walk.see(page);
    walk.see('home', { via: 'login-ca' });
    const word = walk.sayDone();
    expect(word).toMatchObject({ guide: 'rebind', finished: true });
    walk.today = AFTER;
    expect(walk.see('login-ca')).toMatchObject({
      guide: 'first-binding',
      finished: true,
      target: null,
      asksHoldsNew: false,
    });
    expect(progressOf(walk.planIn(), 'bind-new')).toBe('seen');
  });

  it('does not carry the preparations over: answers of August say nothing in September', () => {
    const walk = new Walk('2023-09-08').open(1);
    walk.see('ca-list', { unbindVisible: true });
    walk.answerAll();
    expect(walk.guidePlan().questions.every(({ answer }) => answer === 'yes')).toBe(true);
    walk.today = '2023-09-11';
    expect(walk.see('ca-list', { unbindVisible: true })).toMatchObject({ held: true, target: null });
  });

  it('stops a journey shown past its phase, with the reason', () => {
    const rebind = findGuide(pack, 'rebind');
    const subject = subjectCase();
    const plan = planFor({
      pack,
      situation: {
        page: tabPage('login-account', { unbindVisible: true }),
        via: null,
        subject,
        subjectCount: 1,
        today: '2023-10-12',
      },
      journey: beginJourney({ pack, subject: subject.id, guide: rebind, startedAt: '2023-10-11T10:00:00Z' }),
      facts: [],
    });
    expect(plan).toMatchObject({ guide: 'rebind', target: null, held: true, canSayDone: false });
    expect(notesOf(plan, 'caution')).toContain(
      '“解绑原CA，绑定新CA”的办理时间到10月11日（周三）为止，已停下',
    );
  });
});

describe('before the transition', () => {
  it.each([
    ['budget-unit', 'apply-unit', '主管预算单位'],
    ['supervising-budget-unit', 'apply-supervising', '同级财政部门'],
    ['central-purchasing-body', 'apply-central', '同级财政部门'],
    ['framework-supplier', 'apply-framework', '市公共资源交易中心'],
    ['supplier', 'ask-needed', '通知未把您列为更换对象'],
    ['procurement-agency', 'ask-needed', '通知未把您列为更换对象'],
    ['review-expert', 'ask-needed', '通知未把您列为更换对象'],
    ['finance-department', 'coordinate', '服务商'],
  ])('tells %s what to prepare, and points at nothing', (audience, step, words) => {
    const walk = new Walk('2023-09-04').open(1, subjectCase({ audience }));
    const plan = asGuidePlan(walk.see('ca-list'));
    expect(plan).toMatchObject({ guide: 'prepare', step, target: null, canSayDone: true });
    expect(plan.say.zh).toContain(words);
    expect(notesOf(plan)).toContain('9月11日');
  });

  it('asks before it presses: a missed application is no accusation', () => {
    const plan = asGuidePlan(new Walk('2023-09-06').open(1).see('home'));
    const late = plan.notes.find(({ tone }) => tone === 'caution');
    expect(late?.text.zh).toBe('申请表交了吗？申请表应于9月4日前报送；没报的，请马上联系主管预算单位。');
    expect(plan.notes.some(({ tone }) => tone === 'stop')).toBe(false);
  });

  it('is one word in card and popup: said in either, both know, and it can be taken back', () => {
    const walk = new Walk('2023-09-06').open(1);
    walk.see('home');
    walk.sayDone();
    const words = () => wordsOf(pack, 'subject-1', walk.facts);
    expect(words()).toMatchObject([{ obligation: 'file-application', answer: 'yes' }]);
    expect(progressOf(walk.planIn(), 'apply-unit')).toBe('said');
    expect(walk.guidePlan().obligations).toMatchObject([{ id: 'file-application', answer: 'yes' }]);
    // In the popup the person thinks better of it.
    walk.sayObligation('file-application', 'no');
    expect(progressOf(walk.planIn(), 'apply-unit')).toBe('open');
    expect(notesOf(walk.planIn(), 'caution')).toContain('没报的');
    const fact = walk.guidePlan().obligations[0]?.fact ?? '';
    walk.say({ kind: 'retraction', of: fact });
    expect(words()).toMatchObject([{ answer: 'yes' }]);
    walk.say({ kind: 'retraction', of: words()[0]?.fact ?? '' });
    expect(words()).toEqual([]);
    expect(progressOf(walk.planIn(), 'apply-unit')).toBe('open');
  });

  it('still counts in the transition, where it is asked with its answers beside it', () => {
    const walk = new Walk(IN_TRANSITION).open(1);
    walk.see('home');
    expect(walk.guidePlan().obligations).toMatchObject([
      { id: 'file-application', ask: { zh: '申请表交了吗？' }, answer: null },
    ]);
    expect(notesOf(walk.planIn(), 'caution')).toContain('没报的，请马上联系');
    expect(notesOf(walk.planIn(), 'caution')).not.toContain('申请表交了吗');
    walk.sayObligation('file-application', 'yes');
    expect(notesOf(walk.planIn(), 'caution')).not.toContain('没报的');
    expect(walk.guidePlan().obligations).toMatchObject([{ answer: 'yes' }]);
    // Somebody else's word is no word of this subject's.
    walk.open(2, subjectCase({ id: 'subject-2' })).see('home', { tab: 2 });
    expect(walk.guidePlan(2).obligations).toMatchObject([{ answer: null }]);
  });

  it.each([
    ['supervising-budget-unit', '一（二）1'],
    ['central-purchasing-body', '一（二）2'],
  ])('tells %s of it once, with its own clause', (audience, clause) => {
    const plan = asGuidePlan(new Walk('2023-09-06').open(1, subjectCase({ audience })).see('home'));
    const late = plan.notes.filter(({ text }) => text.zh.includes('没报的') || text.zh.includes('没办的'));
    expect(late).toMatchObject([{ tone: 'caution', cite: clause }]);
    expect(late[0]?.text.zh).toContain('申请表应于9月4日前报送；没报的，请马上联系同级财政部门。');
  });

  it('asks nobody for a form who has unbound already', () => {
    const walk = new Walk(IN_TRANSITION).open(1);
    walk.see('ca-list');
    expect(walk.guidePlan().obligations).toHaveLength(1);
    walk.see('unbind-done');
    expect(walk.guidePlan().obligations).toEqual([]);
    expect(notesOf(walk.planIn())).not.toContain('没报的');
  });

  it('asks no more once the person has said it is done', () => {
    const walk = new Walk('2023-09-06').open(1);
    walk.see('home');
    walk.sayDone();
    expect(notesOf(walk.planIn())).not.toContain('申请表交了吗');
  });

  it('asks nothing of somebody who holds the new CA already', () => {
    const plan = new Walk('2023-09-06').open(1, subjectCase({ newCa: 'valid' })).see('home');
    expect(notesOf(plan)).not.toContain('申请表');
    expect(notesOf(plan)).not.toContain('每年');
  });

  it('leaves out what only some need', () => {
    expect(notesOf(new Walk('2023-09-06').open(1).see('home'))).not.toContain('备案表');
  });

  it('says of an uncertain day that it is uncertain', () => {
    const plan = new Walk('2023-09-04').open(1).see('home');
    expect(notesOf(plan)).toContain(
      '您交的日期，通知未写；主管预算单位报同级财政部门的日期是9月4日（周一）前（是否含当日，通知未写）',
    );
    const central = new Walk('2023-09-04').open(1, subjectCase({ audience: 'central-purchasing-body' }));
    expect(notesOf(central.see('home'))).toContain('9月4日（周一）前，是否含当日通知未写');
  });
});

describe('what an old or a new CA that is over calls for', () => {
  it('the number of whoever is to be asked for the renewal stands in front, and the place says so', () => {
    const subject = subjectCase({ oldCa: 'expired', newCa: 'expired' });
    const plan = asGuidePlan(new Walk('2026-11-26').open(1, subject).see('home'));
    expect(plan.say.zh).toContain('请先续期');
    expect(plan.contacts[0]).toMatchObject({ role: 'ca-vendor' });
    expect(plan.place?.where.zh).toBe('先问江苏意源科技有限公司');
  });

  it('both prices are told where the notice does not say which is charged', () => {
    const late = subjectCase({ oldCa: 'expired', newCa: 'none' });
    const told = notesOf(new Walk('2023-11-20').open(1, late).see('home'));
    expect(told).toContain('115.2元');
    expect(told).toContain('新办：每年192元');
    expect(told.match(/按更换还是按新办/g)).toHaveLength(1);
  });
});

describe('journeys', () => {
  it('keep ids apart that share characters', () => {
    expect(journeyId('a', 'b/c', 'd')).not.toBe(journeyId('a/b', 'c', 'd'));
    expect(journeyId('0b6f-1', 'sucaiyun', 'rebind')).toBe('0b6f-1/sucaiyun/rebind');
  });

  it('are pinned to the pack they began with', () => {
    const guide = findGuide(pack, 'rebind');
    expect(beginJourney({ pack, subject: 's', guide, startedAt: '2023-09-20T02:00:00Z' })).toEqual({
      id: 's/sucaiyun/rebind',
      subject: 's',
      system: 'sucaiyun',
      guide: 'rebind',
      pack: 'changzhou-2023-12',
      packVersion: pack.version,
      startedAt: '2023-09-20T02:00:00Z',
    });
  });

  it('of another subject, or of a guide the pack no longer has, are not followed', () => {
    const situation = {
      page: tabPage('home'),
      via: null,
      subject: subjectCase({ newCa: 'none' }),
      subjectCount: 2,
      today: AFTER,
    };
    const journey = beginJourney({
      pack,
      subject: 'subject-2',
      guide: { id: 'first-binding', system: 'sucaiyun' },
      startedAt: '2026-11-22T02:00:00Z',
    });
    for (const other of [journey, { ...journey, subject: 'subject-1', guide: 'gone' }]) {
      const plan = planFor({ pack, situation, journey: other, facts: [] });
      expect(plan).toMatchObject({ guide: 'late-comer' });
    }
  });

  it('of a pack that was replaced give way, and the plan says so', () => {
    const subject = subjectCase({ newCa: 'none' });
    const journey = beginJourney({
      pack: { id: 'earlier-pack', version: '1.0.0' },
      subject: subject.id,
      guide: { id: 'first-binding', system: 'sucaiyun' },
      startedAt: '2022-11-22T02:00:00Z',
    });
    const situation = { page: tabPage('home'), via: null, subject, subjectCount: 1, today: AFTER };
    const plan = planFor({ pack, situation, journey, facts: [] });
    expect(plan).toMatchObject({ guide: 'late-comer', canSayDone: true });
    expect(notesOf(plan, 'caution')).toContain('通知包已更换');
  });

  it('lend nothing to the next notice, whose guides are called alike: every question is asked anew', () => {
    const next = { ...pack, id: 'changzhou-2027-1', version: '1.0.0' };
    const subject = subjectCase({ oldCa: 'valid', newCa: 'valid' });
    const page = tabPage('ca-list', { unbindVisible: true });
    const situation = { page, via: null, subject, subjectCount: 1, today: IN_TRANSITION };
    const before = beginJourney({
      pack,
      subject: subject.id,
      guide: findGuide(pack, 'rebind'),
      startedAt: '2023-09-15T02:00:00Z',
    });
    const asked = planFor({ pack, situation, journey: before, facts: [] });
    if (asked.kind !== 'guide') throw new Error(asked.kind);
    const bodies = asked.questions.map(
      ({ id }) => ({ kind: 'answer', question: id, answer: 'yes' }) as const,
    );
    const facts = bodies.map((body, order) => ({
      id: `f${order}`,
      journey: before.id,
      assertion: 'said' as const,
      body,
      at: '2023-09-15T02:00:00Z',
      order,
      tab: null,
      frame: null,
      document: null,
    }));
    expect(bodies.length).toBeGreaterThan(4);
    expect(planFor({ pack, situation, journey: before, facts })).toMatchObject({ target: 'unbind' });

    const plan = planFor({ pack: next, situation, journey: null, facts, journeys: [before] });
    expect(plan).toMatchObject({ guide: 'rebind', step: 'unbind-old', target: null, held: true });
    expect(plan.kind === 'guide' && plan.questions.map(({ answer }) => answer)).toEqual(
      bodies.map(() => null),
    );
    expect(notesOf(plan, 'caution')).toContain('通知包已更换');
  });
});
