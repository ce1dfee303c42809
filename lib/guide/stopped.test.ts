/** Where a guide's time is over there is always something to pick or somebody to ask. */
import { describe, expect, it } from 'vitest';
import type { NoticePack } from '@/lib/notice/model';
import { examplePack } from '@/lib/notice/testing/examples';
import builtin from '@/notices/changzhou-2023-12.json';
import { circumstancesOf } from './circumstance-words';
import type { GuidePlan, SubjectCase } from './model';
import { offersFor } from './offers';
import { planFor } from './plan';
import { subjectCase, tabPage } from './testing/walk';

function planOn(pack: NoticePack, today: string, subject: SubjectCase): GuidePlan {
  const situation = { page: tabPage('home'), via: null, subject, subjectCount: 1, today };
  const plan = planFor({ pack, situation, journey: null, facts: [] });
  if (plan.kind !== 'guide') throw new Error(plan.kind);
  return plan;
}

const withoutLateComer = (pack: NoticePack): NoticePack => ({
  ...pack,
  guides: pack.guides.filter(({ id }) => id !== 'late-comer'),
});
const told = ({ notes }: GuidePlan) => notes.map(({ text }) => text.zh).join('\n');
const oldOnly = subjectCase({ oldCa: 'valid', newCa: 'none' });

describe('only an old key after the window, in a pack without a guide for late-comers', () => {
  it('names whom to ask, and sends nobody to an empty 「我要办」', () => {
    const pack = examplePack('yunlan-2026-3');
    const plan = planOn(pack, '2026-11-03', oldOnly);
    expect(offersFor(pack, oldOnly, [], { today: '2026-11-03', phase: 'new-only' }, plan.guide)).toEqual([]);
    expect(told(plan)).toContain('请打电话问云海海证科技有限公司');
    expect(told(plan)).toContain('新CA还没领到的，请一并问清现在怎么领');
    expect(told(plan)).not.toContain('我要办');
    expect(plan.contacts[0]?.name.zh).toBe('云海海证科技有限公司');
    expect(told(planOn(pack, '2026-11-03', subjectCase({ newCa: 'valid' })))).not.toContain('还没领到');
  });

  it('sends to 「我要办」 where there is something, and names whom to ask all the same', () => {
    const pack = withoutLateComer(examplePack('qingxi-2026-6'));
    const plan = planOn(pack, '2026-09-10', oldOnly);
    expect(
      offersFor(pack, oldOnly, [], { today: '2026-09-10', phase: 'phases-2' }, plan.guide).length,
    ).toBeGreaterThan(0);
    expect(told(plan)).toMatch(/“我要办”里选要办的事，或打电话问华证CA公司/);
  });

  it('follows no guide that is not for the case: nobody with an old key alone is told to plug in a renewed one', () => {
    const pack = examplePack('qingxi-2026-6');
    for (const today of ['2026-07-24', '2026-09-10']) {
      expect(planOn(withoutLateComer(pack), today, oldOnly).guide).toBe('await-new');
    }
    expect(planOn(pack, '2026-09-10', oldOnly).guide).toBe('late-comer');
  });
});

describe('a day between two phases', () => {
  const built = builtin as unknown as NoticePack;
  const withGaps: NoticePack = {
    ...built,
    phases: built.phases.map((phase) => {
      if (phase.id === 'application') return { ...phase, until: '2023-09-06' };
      return phase.id === 'new-only' ? { ...phase, from: '2023-10-20' } : phase;
    }),
  };

  it('goes on with what was got ready before it, in the plan and in 「我要办」', () => {
    const plan = planOn(withGaps, '2023-09-08', oldOnly);
    expect([plan.phase, plan.guide, plan.canSayDone]).toEqual([null, 'prepare', true]);
    expect(told(plan)).not.toContain('已停下');
    const offers = offersFor(withGaps, oldOnly, [], { today: '2023-09-08', phase: null }, plan.guide);
    expect(offers.find(({ guide }) => guide.id === 'prepare')?.state).toBe('current');
    expect(offers.map(({ guide }) => guide.id)).not.toContain('rebind');
  });

  it('carries nothing further that unbinds or binds, and goes back to no guide of an earlier phase', () => {
    const both = subjectCase({ oldCa: 'valid', newCa: 'valid' });
    const plan = planOn(withGaps, '2023-10-15', both);
    expect([plan.guide, plan.target, plan.canSayDone]).toEqual(['rebind', null, false]);
    expect(told(plan)).toContain('已停下');
  });
});

describe('a day that goes by batch', () => {
  const pack = examplePack('yunlan-2026-3');

  it('is asked for while the batch is not known', () => {
    const notes = told(planOn(pack, '2026-08-20', oldOnly));
    expect(notes).toContain(
      '领取新CA。截止：按批次定。所在批次请在助手窗口里填；不清楚的，请问云澜市财政局政府采购监管处。',
    );
  });

  it('is told once it is, and is no more once every batch is over', () => {
    const [first] = pack.batches;
    const inBatch = { ...oldOnly, circumstances: { batch: first?.id } };
    expect(told(planOn(pack, '2026-08-20', inBatch))).toMatch(/9月7日（周一）起：本批次的时间内领取新CA/);
    expect(told(planOn(pack, '2026-11-03', oldOnly))).not.toContain('领取新CA');
  });
});

describe('a day that counts from receipt', () => {
  const pack = examplePack('qingxi-2026-6');
  const holder = subjectCase({ oldCa: 'valid', newCa: 'valid' });
  const received = (day: string) => {
    const said = { kind: 'circumstance', of: 'new-ca-received', value: day, answer: 'yes' } as const;
    const id = `subject-1/notice/${pack.id}`;
    const fact = {
      id: 'f',
      journey: id,
      assertion: 'said',
      body: said,
      at: '2026-08-06T01:00:00Z',
      order: 1,
    } as const;
    const asking = { id: 'subject-1', audience: 'budget-unit', level: 'city' } as const;
    return circumstancesOf(pack, asking, [{ ...fact, tab: null, frame: null, document: null }]);
  };

  it('is told as the notice counts it until the day is said', () => {
    expect(told(planOn(pack, '2026-08-20', holder))).toContain(
      '截止：自收到新CA之日起10日内。收到的日期请在助手窗口里填。',
    );
  });

  it('is a day from then on, the day of receipt not counted, and is asked about once it is over', () => {
    const subject = { ...holder, circumstances: received('2026-08-12') };
    expect(told(planOn(pack, '2026-08-20', subject))).toContain('签章测试。截止：8月22日（周六）。');
    expect(told(planOn(pack, '2026-10-20', subject))).toContain('应于8月22日（周六）前（含当日）办');
  });
});
