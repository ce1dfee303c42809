// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import { explain } from '@/lib/notice/explain';
import zh from '@/locales/zh_CN.json';
import { Duties } from './duties';

afterEach(cleanup);

it.each([
  [
    'budget-unit',
    '您交的日期，通知未写；主管预算单位报同级财政部门的日期：2023年9月4日（周一）前，是否含当日未写',
  ],
  ['supervising-budget-unit', '2023年9月4日（周一）前，是否含当日未写'],
] as const)('tells %s whose day it is, and no more of it than the notice', (audience, sentence) => {
  const explanation = explain(builtinPack, { audience, level: 'city', today: '2023-09-01' });
  const { container } = render(
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <Duties explanation={explanation} />
    </LanguageProvider>,
  );
  const lines = [...container.querySelectorAll('p')].map(({ textContent }) => textContent);
  expect(lines).toContain(sentence);
});
