/** What is missing or wrong, told by the name of the form's own field. */
import { expect, test } from 'vitest';
import { splitClauses } from '@/lib/author/clauses';
import { addEntry, type Draft, setField } from '@/lib/author/draft';
import { reviewDraft } from '@/lib/author/review';
import { PARTS, sampleDraft } from '@/lib/author/testing/sample-draft';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { sayFoundProblem } from './say-found-problem';

const t = createTranslate(zh);
const said = (draft: Draft) =>
  reviewDraft(draft, splitClauses(draft.noticeText), PARTS).problems.map((found) =>
    sayFoundProblem(found, found.entry?.section ?? 'header', t),
  );

test.each([
  [{ dueAnchor: 'publication', dueUnit: 'months' }, /^截止日隔多久（填数字）还没填。/],
  [{ dueAnchor: 'publication', dueCount: '两' }, /^截止日隔多久（填数字）：.*"两"/],
  [
    { dueAnchor: 'phase-until', dueCount: '2' },
    /^截止日跟哪个阶段还没填。请选一项。没有可选的，先在“阶段”里添加。$/,
  ],
])('of a day that is counted: %o', (values, expected) => {
  const draft = Object.entries(values).reduce(
    (next, [name, value]) => setField(next, 'duties', 'duties-1', name, value),
    setField(sampleDraft(), 'duties', 'duties-1', 'due', ''),
  );
  expect(said(draft)).toEqual([expect.stringMatching(expected)]);
});

test.each([
  [{ opens: '90', ends: 'before' }, /^到期前多久截止（填数字）还没填。/],
  [{ opens: '90', ends: 'after' }, /^过期后多久还可续（填数字）还没填。/],
  [{}, /^到期前多久可以续（填数字）还没填。/],
])('of a renewal: %o', (values, expected) => {
  const draft = sampleDraft();
  const [key] = draft.entries.keys;
  const entry = { keys: [key?.id ?? ''], cite: '二', ...values };
  expect(said(addEntry(draft, 'renewals', entry).draft)).toEqual([expect.stringMatching(expected)]);
});

test('of a paper of which no copies are asked for', () => {
  const entry = { name: '申请表', paper: true, paperCopies: '0', cite: '三、1' };
  expect(said(addEntry(sampleDraft(), 'materials', entry).draft)).toEqual([
    '纸质件几份：请写份数，至少1份，例如 2。通知没写几份的，请留空。现为 0',
  ]);
});
