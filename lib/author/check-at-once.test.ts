/** What may be confirmed together, and what may not. */
import { expect, test } from 'vitest';
import { checkableAtOnce } from './check-at-once';
import { splitClauses } from './clauses';
import { checkEntries, type Draft, removeEntry, setField } from './draft';
import { reviewDraft } from './review';
import { SECTION_NAMES, type SectionName } from './sections';
import { readNotice } from './testing/read-notice';
import { PARTS } from './testing/sample-draft';

const TEXT = [
  '示例市财政局关于更换CA的通知（示例）',
  '示财购〔2026〕1号',
  '一、更换对象：预算单位、集中采购机构。',
  '二、9月7日至9月25日为过渡期，系统支持解绑和绑定。9月28日起原CA停止使用。',
  '三、预算单位于9月4日（含当日）前将《申请表》、《登记表》、《备案表》报市财政局。',
  '四、电话：乙湖公司，0518-86001234；市财政局采购科，0518-86112233；技术支持，86110000。',
  '示例市财政局',
  '2026年8月20日',
].join('\n');
const CLAUSES = splitClauses(TEXT);
const begun = (() => {
  const draft = readNotice(TEXT);
  return { ...draft, header: { ...draft.header, publishedOn: '2026-08-21', packId: 'x-2026-1' } };
})();
const at = (draft: Draft, section: SectionName) =>
  checkableAtOnce(draft, section, reviewDraft(draft, CLAUSES, PARTS), CLAUSES);

test('papers and numbers of which nothing is doubtful are confirmed together', () => {
  expect(at(begun, 'materials')).toEqual(['materials-1', 'materials-2', 'materials-3']);
  // A number without its area code is asked about, and waits.
  expect(at(begun, 'contacts')).toEqual(['contacts-1', 'contacts-2']);
  expect(begun.unchecked).toContain('contacts-3');
});

test('what may lock a unit out is confirmed one by one', () => {
  for (const section of ['phases', 'rules', 'duties', 'amendments', 'batches', 'makeUps', 'uses'] as const)
    expect(at(begun, section)).toEqual([]);
  expect(begun.entries.phases.length).toBeGreaterThan(1);
  // Not because something is doubtful of them: even where no remark is made.
  const unremarked = { problems: [], advice: [] };
  expect(checkableAtOnce(begun, 'phases', unremarked, CLAUSES)).toEqual([]);
  expect(checkableAtOnce(begun, 'materials', unremarked, CLAUSES)).not.toEqual([]);
});

test('what stands beside no clause, or is concluded, waits', () => {
  const [first = '', second = ''] = at(begun, 'materials');
  const elsewhere = setField(begun, 'materials', first, 'cite', '九');
  expect(at(elsewhere, 'materials')).not.toContain(first);
  expect(checkableAtOnce(elsewhere, 'materials', { problems: [], advice: [] }, CLAUSES)).not.toContain(first);
  const concluded = setField(begun, 'materials', second, 'basis', 'inferred');
  expect(at(setField(concluded, 'materials', second, 'inferredBy', '某人'), 'materials')).not.toContain(
    second,
  );
});

test('one alone has its own button, and what was looked at is not asked again', () => {
  const [first = '', second = ''] = at(begun, 'materials');
  const one = removeEntry(checkEntries(begun, [first]), 'materials', second);
  expect(at(one, 'materials')).toEqual([]);
  expect(at(checkEntries(begun, at(begun, 'materials')), 'materials')).toEqual([]);
});

test('whatever is offered waits to be looked at', () => {
  for (const section of SECTION_NAMES)
    for (const id of at(begun, section)) expect(begun.unchecked).toContain(id);
});
