// @vitest-environment jsdom
/** Whoever’s batch is not known sees all of them, and whom to ask. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { createTranslate } from '@/lib/locale/translate';
import type { NoticePack } from '@/lib/notice/model';
import zh from '@/locales/zh_CN.json';
import qingxi from '@/notices/examples/qingxi-2026-6.json';
import { NoticeView } from './notice-view';

afterEach(cleanup);

it.each([
  [undefined, 2, '各批时间不同。不清楚本单位在哪一批的，请问青溪县财政局政府采购管理办公室。'],
  ['batches-1', 1, undefined],
])('with the batch %s', (batch, count, sentence) => {
  const pack = qingxi as unknown as NoticePack;
  const asked = { today: '2026-08-05', audience: 'budget-unit', level: 'city', batch } as const;
  const { container } = render(
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <NoticeView pack={pack} asked={asked} />
    </LanguageProvider>,
  );
  expect(container.querySelectorAll('[data-batch]')).toHaveLength(count);
  expect(container.querySelector('[data-part="which-batch"]')?.textContent).toBe(sentence);
});
