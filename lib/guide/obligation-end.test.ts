/** No day is lost because the new CA is in hand: what is done *with* it is still to come. */
import { describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack, Obligation } from '@/lib/notice/model';
import { examplePack } from '@/lib/notice/testing/examples';
import type { GuidePlan, SubjectCase } from './model';
import { withGuide } from './plain-guide';
import { planFor } from './plan';
import { progressOf, subjectCase, tabPage, Walk } from './testing/walk';

const holder = (rest: Partial<SubjectCase> = {}) => subjectCase({ oldCa: 'valid', newCa: 'valid', ...rest });

function planOn(pack: NoticePack, today: string, subject: SubjectCase): GuidePlan {
  const situation = { page: tabPage('home'), via: null, subject, subjectCount: 1, today };
  const plan = planFor({ pack: withGuide(pack), situation, journey: null, facts: [] });
  if (plan.kind !== 'guide') throw new Error(plan.kind);
  return plan;
}

const told = ({ notes }: GuidePlan) => notes.map(({ text }) => text.zh).join('\n');

/** The pack with one obligation changed. */
function changed(pack: NoticePack, id: string, change: (each: Obligation) => Obligation): NoticePack {
  return { ...pack, obligations: pack.obligations.map((each) => (each.id === id ? change(each) : each)) };
}

describe('with the new CA in hand', () => {
  it('what is done with it is told, and its collection is not', () => {
    const notes = told(planOn(examplePack('linjiang-2026-5'), '2026-06-16', holder()));
    expect(notes).toContain('先绑定蓝色主锁。截止：6月30日（周二）。');
    expect(notes).toContain('再用主锁授权灰色副锁。截止：6月30日（周二）。');
    expect(notes).not.toContain('领取主锁');
  });

  it('once it is bound the binding is done, and what comes after it is not', () => {
    const subject = holder({ notedBound: true });
    const notes = told(planOn(examplePack('linjiang-2026-5'), '2026-06-16', subject));
    expect(notes).not.toContain('绑定蓝色主锁');
    expect(notes).toContain('再用主锁授权灰色副锁');
  });

  it('a pack that does not say what ends it is taken for not done: told twice harms less than never', () => {
    const silent = changed(examplePack('linjiang-2026-5'), 'bind-main', ({ endedBy, ...each }) => each);
    expect(told(planOn(silent, '2026-06-16', holder({ notedBound: true })))).toContain('先绑定蓝色主锁');
  });

  it('what comes before something done is done, whatever the pack says of it', () => {
    const pack = changed(examplePack('linjiang-2026-5'), 'collect', ({ endedBy, ...each }) => each);
    const unbound = planOn(pack, '2026-06-16', holder());
    expect(told(unbound)).toContain('领取主锁');
    expect(told(planOn(pack, '2026-06-16', holder({ notedBound: true })))).not.toContain('领取主锁');
  });

  it('the word ends it, and what comes before it', () => {
    const pack = withGuide(examplePack('linjiang-2026-5'));
    const walk = new Walk('2026-06-16', pack).open(1, holder());
    walk.see('home');
    const notes = told(walk.sayObligation('authorise-sub', 'yes') as GuidePlan);
    expect(notes).not.toContain('再用主锁授权灰色副锁');
    // Whoever authorised with the main key has bound it.
    expect(notes).not.toContain('先绑定蓝色主锁');
  });

  it('is asked about what is overdue until somebody says that it is done', () => {
    const pack = changed(examplePack('linjiang-2026-5'), 'authorise-sub', (each) => ({
      ...each,
      ask: { zh: '副锁授权了吗？' },
      mattersUntil: '2026-12-31',
    }));
    expect(planOn(pack, '2026-07-02', holder()).obligations.map(({ id }) => id)).toEqual(['authorise-sub']);
  });
});

describe('the day of the binding itself', () => {
  it.each([
    ['常州', builtinPack, '2023-09-20', '到10月11日（周三）为止，含当日'],
    ['云澜', examplePack('yunlan-2026-3'), '2026-09-10', '到10月30日（周五）为止，含当日'],
  ])('%s: is in the step of the swap, and not told a second time', (_, pack, today, by) => {
    const plan = planOn(pack, today, holder());
    expect(plan.guide).toBe('rebind');
    expect(plan.place?.by.zh).toBe(by);
    expect(told(plan)).not.toContain('截止');
  });

  it('is the obligation’s where that is nearer than the phase’s end', () => {
    const pack = changed(examplePack('yunlan-2026-3'), 'swap', (each) => ({
      ...each,
      due: { kind: 'date', date: '2026-09-25', inclusive: 'not-stated' },
    }));
    expect(planOn(pack, '2026-09-10', holder()).place?.by.zh).toContain('9月25日（周五）前');
  });

  it('is told where the guide shown does not bind', () => {
    const plan = planOn(builtinPack, '2023-09-20', holder({ notedBound: true }));
    expect(told(plan)).not.toContain('绑定新CA。截止');
    const waiting = planOn(builtinPack, '2023-09-20', subjectCase({ oldCa: 'valid', newCa: 'none' }));
    expect(waiting.guide).toBe('await-new');
    expect(told(waiting)).toContain('绑定新CA。截止：10月11日（周三）');
  });
});

describe('a binding that was missed, with no guide for whoever comes late', () => {
  const pack = examplePack('linjiang-2026-5');

  it.each(['2026-07-01', '2026-09-15', '2027-03-02'])(
    'on %s is told with its day and whom to ask',
    (today) => {
      const plan = planOn(pack, today, holder());
      const late = plan.notes.filter(({ text }) => text.zh.includes('绑定蓝色主锁'));
      const year = today.startsWith('2026') ? '' : '2026年';
      expect(late.map(({ text }) => text.zh)).toEqual([
        `通知写的日期是${year}6月30日（周二），已过：先绑定蓝色主锁。还没办的，现在怎么办请先问${plan.contacts[0]?.name.zh}。`,
      ]);
      expect(late[0]).toMatchObject({ tone: 'caution', cite: '三' });
      expect(plan.place?.by.zh).toContain(`通知写的日期是${year}6月30日（周二），已过`);
    },
  );

  it('is over once bound, or once the notice has lapsed, and nothing of 2023 is called up in 2026', () => {
    expect(told(planOn(pack, '2026-09-15', holder({ notedBound: true })))).not.toContain('绑定蓝色主锁');
    const lapsed = {
      ...pack,
      following: { force: 'lapsed' as const, amendedBy: [], amendments: [], beside: [] },
    };
    expect(told(planOn(lapsed, '2026-09-15', holder()))).not.toContain('绑定蓝色主锁');
    for (const newCa of ['none', 'valid', 'unknown'] as const) {
      expect(told(planOn(builtinPack, '2026-11-22', holder({ newCa })))).not.toContain('通知写的日期是');
    }
  });
});

describe('what has not begun', () => {
  it('is told with its last day too', () => {
    const notes = told(planOn(examplePack('linjiang-2026-5'), '2026-06-02', holder()));
    expect(notes).toContain('6月15日（周一）起：先绑定蓝色主锁。期限：到6月30日（周二）为止，含当日。');
  });

  it('the step of a notice without steps has the nearest day of what is left to do', () => {
    const by = (today: string, subject: SubjectCase) =>
      planOn(examplePack('linjiang-2026-5'), today, subject).place?.by.zh;
    expect(by('2026-06-02', holder({ newCa: 'none' }))).toBe('到6月30日（周二）为止，含当日');
    expect(by('2026-09-15', holder({ notedBound: true }))).toBe('通知未写明日期');
  });
});

describe('a step that files for the new CA', () => {
  const on = (subject: Partial<SubjectCase>, today = '2023-09-06') =>
    new Walk(today).open(1, subjectCase({ audience: 'budget-unit', ...subject }));

  it('is passed for whoever holds it, and shown to all others', () => {
    const holder = on({ newCa: 'valid' });
    holder.see('home');
    expect(holder.guidePlan()).toMatchObject({ guide: 'prepare', step: 'receive-new' });
    expect(progressOf(holder.guidePlan(), 'apply-unit')).toBe('passed');
    const other = on({ newCa: 'unknown' });
    other.see('home');
    expect(other.guidePlan().step).toBe('apply-unit');
  });

  it('is open again by a “not yet”, and for whoever picks the guide', () => {
    const walk = on({ newCa: 'valid' });
    walk.see('home');
    walk.sayObligation('file-application', 'no');
    expect(walk.guidePlan().step).toBe('apply-unit');
    const picked = on({ newCa: 'valid' });
    picked.pick('prepare');
    picked.see('home');
    expect(picked.guidePlan().step).toBe('apply-unit');
  });

  it('stays where one files for others too', () => {
    const walk = on({ audience: 'supervising-budget-unit', newCa: 'valid' });
    walk.see('home');
    expect(walk.guidePlan().step).toBe('apply-supervising');
  });
});
