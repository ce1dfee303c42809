/** Units that supervise others are units themselves: a notice need not name them, and they must not be left out by that. */
import { expect, test } from 'vitest';
import { splitClauses } from './clauses';
import { addEntry } from './draft';
import { reviewDraft } from './review';
import { readNotice } from './testing/read-notice';
import { PARTS } from './testing/sample-draft';

const TEXT = `示例县财政局关于换绑CA的通知（示例）

示财购〔2026〕19号

一、全县采购单位应当更换CA。

二、联系人：李老师，电话0500-88000123。

示例县财政局

2026年11月24日`;

const remarked = (text: string, also: string | null = null) => {
  const read = readNotice(text);
  const draft =
    also === null ? read : addEntry(read, 'audiences', { audience: also, duty: 'must', cite: '一' }).draft;
  return reviewDraft(draft, splitClauses(text), PARTS).advice.some(
    ({ code }) => code === 'supervisingUnnamed',
  );
};

test('a notice that says 采购单位 and never 主管预算单位 is remarked on until they are added', () => {
  expect(remarked(TEXT)).toBe(true);
  expect(remarked(TEXT, 'supervising-budget-unit')).toBe(false);
});

test('nothing is remarked where the notice speaks of them, or not of units', () => {
  expect(remarked(TEXT.replace('二、', '二、由主管预算单位汇总上报。'))).toBe(false);
  expect(remarked(TEXT.replace('采购单位', '供应商'))).toBe(false);
  expect(remarked(TEXT.replace('应当更换', '不在更换范围，无需更换'))).toBe(false);
});
