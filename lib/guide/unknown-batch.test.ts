/** Whoever’s batch is not known is told that there are batches, never the last one’s day as their own. */
import { describe, expect, it } from 'vitest';
import type { Circumstances } from '@/lib/notice/circumstances';
import type { NoticePack } from '@/lib/notice/model';
import { examplePack } from '@/lib/notice/testing/examples';
import { planAway } from './plan';

const QINGXI = examplePack('qingxi-2026-6');

function planOf(pack: NoticePack, today: string, circumstances: Circumstances = {}) {
  const subject = { id: 'a', audience: 'budget-unit', level: 'city', oldCa: 'valid', newCa: 'none' } as const;
  const plan = planAway(pack, { ...subject, circumstances }, [], today);
  if (!plan) throw new Error('no plan');
  return plan;
}

describe('a phase that ends with the last batch', () => {
  it('sets no single day for whoever may be in an earlier one', () => {
    const { place, phase } = planOf(QINGXI, '2026-08-05');
    expect(place?.by.zh).toBe(
      '通知分批办理：第一批到8月14日（周五）；第二批到9月6日（周日）。在哪一批，请看通知的批次安排，或问青溪县财政局政府采购管理办公室',
    );
    expect(phase).toMatchObject({
      id: 'phases-1',
      until: '2026-09-06',
      daysLeft: null,
      workingDaysLeft: null,
    });
  });

  it('sets the batch’s own day once it is known', () => {
    const first = planOf(QINGXI, '2026-08-05', { batch: 'batches-1' });
    expect(first.place?.by.zh).toBe('到8月14日（周五）为止，含当日');
    expect(first.phase?.daysLeft).toBeNull();
    expect(planOf(QINGXI, '2026-08-20', { batch: 'batches-1' }).place?.by.zh).toBe(
      '到8月14日（周五）为止，含当日，已过',
    );
    const last = planOf(QINGXI, '2026-08-20', { batch: 'batches-2' });
    expect(last.place?.by.zh).toBe('到9月6日（周日）为止，含当日');
    expect(last.phase?.daysLeft).toBe(17);
  });

  it('is counted down to where it outlasts every batch', () => {
    const { phase, place } = planOf(examplePack('yunlan-2026-3'), '2026-09-10');
    expect(phase?.daysLeft).toBe(50);
    expect(place?.by.zh).toBe('到10月30日（周五）为止，含当日');
  });
});

it('whom to ask which batch it is stands beside the day', () => {
  const notes = planOf(QINGXI, '2026-08-05').notes.map(({ text }) => text.zh);
  expect(notes.join()).toContain(
    '截止：按批次定。所在批次请在助手窗口里填；不清楚的，请问青溪县财政局政府采购管理办公室。',
  );
});
