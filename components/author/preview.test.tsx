// @vitest-environment jsdom
/** What a change makes of the notice on the day looked at: one that begins later is announced, not made. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { addEntry, type Draft } from '@/lib/author/draft';
import { reviewDraft } from '@/lib/author/review';
import { linjiangSupplement } from '@/lib/author/testing/linjiang-supplement';
import { PARTS } from '@/lib/author/testing/sample-draft';
import { createTranslate } from '@/lib/locale/translate';
import type { NoticePack } from '@/lib/notice/model';
import zh from '@/locales/zh_CN.json';
import linjiang from '@/notices/examples/linjiang-2026-5.json';
import { Preview } from './preview';
import type { AuthorServices } from './services';

afterEach(cleanup);

const LINJIANG = linjiang as unknown as NoticePack;

const supplement = (validFrom: string) =>
  linjiangSupplement(LINJIANG, { text: '集中发放到6月28日为止。', until: '2026-06-28', validFrom });

function show(draft: Draft) {
  const services = { ...PARTS, now: () => new Date('2026-06-23T01:00:00Z') } as unknown as AuthorServices;
  const review = reviewDraft(draft, [], PARTS, LINJIANG);
  expect(review.problems).toEqual([]);
  const { container } = render(
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <Preview draft={draft} review={review} base={LINJIANG} services={services} />
    </LanguageProvider>,
  );
  const text = (part: string) => container.querySelector(`[data-part="${part}"]`)?.textContent ?? '';
  const look = (day: string) => fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: day } });
  return { text, look };
}

it('a change that begins later is told with its day, and made from that day on', () => {
  const { text, look } = show(supplement('2026-06-26'));
  look('2026-06-25');
  expect(text('timeline')).toContain('6月30日');
  expect(text('timeline')).not.toContain('6月28日');
  expect(text('to-come')).toContain('自2026年6月26日起：集中发放到6月28日为止。');
  look('2026-06-26');
  expect(text('timeline')).toContain('6月28日');
  expect(text('to-come')).toBe('');
});

it('a change without a day of its own is made at once', () => {
  const { text, look } = show(supplement(''));
  look('2026-06-25');
  expect(text('timeline')).toContain('6月28日');
  expect(text('to-come')).toBe('');
});

it('changes of one day that do not hold together leave the notice as it was, and that is said', () => {
  const sooner = { fact: 'phases/in-use', text: '6月29日起启用。', from: '2026-06-29', cite: '二' };
  const { text, look } = show(addEntry(supplement('2026-06-26'), 'amendments', sooner).draft);
  look('2026-06-25');
  expect(text('unfit')).toContain('2026年6月25日');
  expect(text('timeline')).toContain('7月1日');
  look('2026-06-26');
  expect(text('unfit')).toBe('');
  expect(text('timeline')).toContain('6月29日');
});
