/** What a reader of docs/guide-matrix.md would have been told wrong: days that are over, days hidden by a trouble, steps that cannot be taken. */
import { describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import { AUDIENCES } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { examplePack } from '@/lib/notice/testing/examples';
import { beginJourney, findGuide } from './journey';
import type { GuidePlan, SubjectCase } from './model';
import { noticeToFollow } from './notice-to-follow';
import { planFor } from './plan';
import { notesOf, subjectCase, tabPage, Walk } from './testing/walk';

function planOn(pack: NoticePack, today: string, subject: SubjectCase, page = tabPage('home')): GuidePlan {
  const situation = { page, via: null, subject, subjectCount: 1, today };
  const plan = planFor({ pack, situation, journey: null, facts: [] });
  if (plan.kind !== 'guide') throw new Error(plan.kind);
  return plan;
}

const oldOnly = (audience: SubjectCase['audience'] = 'budget-unit') =>
  subjectCase({ audience, oldCa: 'valid', newCa: 'none' });
const both = (audience: SubjectCase['audience'] = 'budget-unit') =>
  subjectCase({ audience, oldCa: 'valid', newCa: 'valid' });

describe('the day beside a step', () => {
  it.each(['supervising-budget-unit', 'central-purchasing-body'] as const)(
    'says of a day that is over that it is over, and the words ask nobody to keep it (%s)',
    (audience) => {
      const early = planOn(builtinPack, '2023-09-04', oldOnly(audience));
      expect(early.place?.by.zh).toBe('9月4日（周一）前（是否含当日，通知未写）');
      const late = planOn(builtinPack, '2023-09-06', oldOnly(audience));
      expect(late.place?.by.zh).toBe('9月4日（周一）前（是否含当日，通知未写），已过');
      expect(late.say.zh).not.toMatch(/\d月\d日/);
    },
  );

  it('says of another’s day too that it is over', () => {
    expect(planOn(builtinPack, '2023-09-06', oldOnly()).place?.by.zh).toMatch(/是9月4日（周一）前.*，已过$/);
  });

  it('names the days to make up on, and no longer once they are over', () => {
    const shelf = [examplePack('linjiang-2026-5'), examplePack('linjiang-2026-8')];
    const on = (today: string) => planOn(noticeToFollow(shelf, { today }), today, oldOnly());
    expect(on('2026-07-16').place?.by.zh).toBe(
      '到7月14日（周二）为止，含当日，已过；可在7月16日（周四）至7月17日（周五）补办',
    );
    expect(notesOf(on('2026-07-21'))).toMatch(
      /领取主锁和副锁.*补办到7月17日（周五）为止，也已过。没办的，请马上联系/,
    );
    expect(notesOf(on('2026-07-21'))).not.toContain('请马上补办');
  });

  it('stays while the key is locked: a trouble puts off no day of the notice', () => {
    const locked = planOn(builtinPack, '2023-09-20', both(), tabPage('pin-locked'));
    expect(locked.trouble?.id).toBe('pin-locked');
    expect(locked.place?.by.zh).toBe('到10月11日（周三）为止，含当日');
    expect(locked.place?.where.zh).toBe('先问江苏意源科技有限公司');
  });

  it('is never “not stated” while the notes below name one', () => {
    expect(planOn(examplePack('yx-2026-17'), '2026-09-05', oldOnly()).place?.by.zh).toBe(
      '通知写的最近期限：9月8日（周二）前（是否含当日，通知未写）',
    );
    const walk = new Walk('2023-09-06').open(1, oldOnly());
    walk.see('home');
    walk.say({ kind: 'step', step: 'apply-unit' });
    expect(walk.guidePlan()).toMatchObject({ step: 'receive-new' });
    expect(walk.guidePlan().place?.by.zh).toBe('通知写的最近期限：原则上到9月10日（周日）');
    // Whom the notice does not name it gives no day.
    expect(planOn(builtinPack, '2023-09-06', oldOnly('supplier')).place?.by.zh).toBe('通知未写明日期');
  });
});

describe('a step that cannot be taken today', () => {
  const yunlan = examplePack('yunlan-2026-3');

  it('is not asked for on a day on which the system takes nothing', () => {
    const paused = planOn(yunlan, '2026-09-19', both());
    expect(paused.say.zh).toBe('今天不办解绑和绑定，请改天再办。原因见提示。');
    expect(paused.target).toBeNull();
    expect(planOn(yunlan, '2026-09-21', both())).toMatchObject({ target: 'ca-menu' });
  });

  it('waits for the new CA, in words, where the notice has no guide for getting it', () => {
    expect(planOn(yunlan, '2026-09-10', oldOnly()).sayWithoutTarget.zh).toBe(
      '新CA到手以后，再办这一步。请打开管理CA的页面。',
    );
    const beside = planOn(examplePack('linshui-2026-4'), '2026-07-06', oldOnly());
    expect(beside.say.zh).toMatch(/^新CA到手以后，再办这一步。请插上新CA/);
    // Nothing is unbound there: no unbinding is to be held back.
    expect(notesOf(beside, 'caution')).toContain('新CA还没到手，先不绑定');
    expect(planOn(yunlan, '2026-09-10', both()).say.zh).not.toContain('到手以后');
  });

  it('getting the new CA is not put off until the unbinding begins', () => {
    const notes = notesOf(planOn(examplePack('qingxi-2026-6'), '2026-07-24', oldOnly()), 'caution');
    expect(notes).toContain('解绑和绑定从8月3日（周一）起办，现在先不要解绑。新CA按通知申请、领取');
    expect(notes).not.toContain('起才能办');
  });
});

describe('whom the notice does not name', () => {
  it.each([
    ['yx-2026-17', '2026-09-20', 'finance-department'],
    ['qingxi-2026-6', '2026-08-20', 'framework-supplier'],
    ['yunlan-2026-3', '2026-09-10', 'procurement-agency'],
  ] as const)('is told so first, and asks (%s)', (id, today, audience) => {
    const pack = examplePack(id);
    const silent = '通知未把您列为更换对象，是否要换，请问';
    expect(notesOf(planOn(pack, today, oldOnly(audience)), 'caution')).toContain(silent);
    // Whoever holds the new CA is past that question.
    expect(notesOf(planOn(pack, today, both(audience)))).not.toContain(silent);
    expect(notesOf(planOn(pack, today, oldOnly('budget-unit')))).not.toContain(silent);
  });

  it('is told once where the pack has its own words', () => {
    const notes = notesOf(planOn(builtinPack, '2023-09-20', oldOnly('supplier')));
    expect(notes.split('通知未把您列为更换对象，是否要换')).toHaveLength(2);
  });

  it('is never sent to a finance department of its own level: only buyers have one', () => {
    for (const audience of AUDIENCES) {
      if (/budget|central|finance/.test(audience)) continue;
      for (const today of ['2023-09-02', '2023-09-06', '2023-09-20', '2026-11-22']) {
        for (const subject of [oldOnly(audience), both(audience)]) {
          const plan = planOn(builtinPack, today, subject);
          const told = `${plan.say.zh}${plan.place?.where.zh}${notesOf(plan)}`;
          expect(told.replaceAll('预算单位也可以问同级财政部门', '')).not.toContain('同级财政部门');
        }
      }
    }
  });
});

describe('an unbind control in sight of a step that is done elsewhere', () => {
  it('holds back the unbinding, never the asking by which its questions are answered', () => {
    const walk = new Walk().open(1, both());
    walk.see('bind-done', { unbindVisible: true });
    walk.pick('hand-over');
    const plan = walk.guidePlan();
    expect(plan).toMatchObject({ step: 'check-holder', held: false, saysNext: false, target: null });
    expect(notesOf(plan, 'stop')).toMatch(/^先别点解绑/);
    expect(plan.questions.length).toBeGreaterThan(0);
    walk.see('ca-list', { unbindVisible: true });
    expect(walk.guidePlan()).toMatchObject({ step: 'unbind-previous', held: true });
  });
});

describe('a guide cut off', () => {
  const moved: NoticePack = {
    ...builtinPack,
    version: '9.0.0',
    phases: builtinPack.phases.map((phase) =>
      phase.id === 'transition'
        ? { ...phase, until: '2023-09-22' }
        : phase.id === 'new-only'
          ? { ...phase, from: '2023-09-23' }
          : phase,
    ),
  };
  const begun = (packVersion: string) => {
    const subject = both();
    const guide = findGuide(builtinPack, 'rebind');
    const journey = {
      ...beginJourney({ pack: builtinPack, subject: subject.id, guide, startedAt: '2023-09-20T02:00:00Z' }),
      packVersion,
    };
    const facts = [
      {
        id: 'f1',
        journey: journey.id,
        assertion: 'seen' as const,
        body: { kind: 'page' as const, state: 'ca-list' as const },
        at: '2023-09-20T02:00:00Z',
        tab: 1,
        frame: 0,
        document: 'd',
        order: 1,
      },
    ];
    const page = tabPage('home');
    const situation = { page, via: null, subject, subjectCount: 1, today: '2023-09-25' };
    const plan = planFor({ pack: moved, situation, journey: null, facts, journeys: [journey] });
    if (plan.kind !== 'guide') throw new Error(plan.kind);
    return notesOf(plan, 'caution');
  };

  it('by a new version that moved its days is told by what: yesterday’s date was no mistake', () => {
    expect(begun(builtinPack.version)).toMatch(/通知包已从.*版更新为9\.0\.0版/);
    expect(begun(builtinPack.version)).toContain('没办完就过了办理时间');
  });

  it('by the calendar alone is not', () => {
    expect(begun('9.0.0')).toContain('没办完就过了办理时间');
    expect(begun('9.0.0')).not.toContain('更新为');
  });
});

it('whether the old CA can still be unbound is nothing to whoever has unbound it', () => {
  const silence = '原CA还能否解绑，通知未写';
  const after = (unbound: boolean) => {
    const walk = new Walk().open(1, both());
    if (unbound) walk.see('unbind-done');
    walk.today = '2023-10-12';
    walk.see('home');
    return notesOf(walk.guidePlan());
  };
  expect(after(false)).toContain(silence);
  expect(after(true)).not.toContain(silence);
  expect(after(true)).toContain('已解绑，请尽快绑定新CA');
});
