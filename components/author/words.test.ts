/** What entries are called in lists. */
import { expect, test } from 'vitest';
import { splitClauses } from '@/lib/author/clauses';
import { createDraft, entriesOf } from '@/lib/author/draft';
import { takeDown } from '@/lib/author/first-draft';
import { SECTION_NAMES } from '@/lib/author/sections';
import { PARTS } from '@/lib/author/testing/sample-draft';
import { SAMPLE_NOTICE } from '@/lib/author/testing/sample-notice';
import { entryName } from './words';

test('no entry goes by its id, whatever it is', () => {
  const begun = createDraft({ id: 'd', now: '', guides: [], system: { name: '系统', hosts: ['a.example'] } });
  const context = { year: 2026, known: PARTS.audiences, base: null, initials: () => 'x' };
  const draft = takeDown({ ...begun, noticeText: SAMPLE_NOTICE }, splitClauses(SAMPLE_NOTICE), context);
  for (const section of SECTION_NAMES) {
    for (const { id } of entriesOf(draft, section)) {
      const name = entryName(draft, section, id, (key) => `<${key}>`);
      expect(name).not.toContain(id);
      expect(name.length).toBeGreaterThan(1);
    }
  }
  expect(entryName(draft, 'uses', 'uses-1', (key) => key)).toBe('系统');
});
