/** A draft goes into a file and comes back as it was; what is no draft is refused. */
import { expect, test } from 'vitest';
import { readNotice } from '@/lib/author/testing/read-notice';
import { SAMPLE_NOTICE } from '@/lib/author/testing/sample-notice';
import { readDraftFile } from './draft-file';

const draft = readNotice(SAMPLE_NOTICE);

test('a draft comes back whole, with what is still to be checked', () => {
  expect(draft.unchecked.length).toBeGreaterThan(10);
  expect(readDraftFile(JSON.stringify(draft, null, 2))).toEqual(draft);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['a pack', JSON.stringify({ format: 'rebind.notice/1', id: 'x' })],
  ['another form’s', JSON.stringify({ ...draft, format: 'rebind.draft/9' })],
  ['a field that is no text', JSON.stringify({ ...draft, header: { title: 1 } })],
  ['null', 'null'],
])('%s is no draft', (_what, text) => {
  expect(readDraftFile(text)).toBeNull();
});
