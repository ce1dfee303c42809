/** A notice's text read whole, as the form does when its author asks for it. */
import { splitClauses } from '@/lib/author/clauses';
import { createDraft, type Draft, entriesOf } from '@/lib/author/draft';
import { takeDown } from '@/lib/author/first-draft';
import type { SectionName } from '@/lib/author/sections';
import type { NoticePack } from '@/lib/notice/model';
import { PARTS } from './sample-draft';

/** @param year of days that name none, where the notice is not signed */
export function readNotice(noticeText: string, year = 2026, base: NoticePack | null = null): Draft {
  const blank = createDraft({
    id: 'd',
    now: `${year}-01-01T00:00:00.000Z`,
    guides: PARTS.templates.map(({ id }) => id),
    system: { name: '苏采云', hosts: ['jszfcg.jsczt.cn'] },
  });
  return takeDown({ ...blank, noticeText }, splitClauses(noticeText), {
    year,
    known: PARTS.audiences,
    base,
    initials: () => 'x',
  });
}

/** One clause of a notice of 2026, in which nothing else is said. */
export function readWords(words: string): Draft {
  return readNotice(
    `示例市财政局关于更换CA的通知（示例）\n\n示财购〔2026〕1号\n\n一、总则\n\n二、${words}\n\n示例市财政局\n\n2026年8月20日`,
  );
}

/** A notice of 2026 that says these lines. */
export function readLines(...lines: readonly string[]): Draft {
  return readNotice(
    [
      '示例市财政局关于更换CA的通知（示例）',
      '示财购〔2026〕1号',
      ...lines,
      '示例市财政局',
      '2026年8月20日',
    ].join('\n'),
  );
}

/** One part of what was read, each entry with the fields asked for, in their order. */
export function told(draft: Draft, section: SectionName, ...fields: readonly string[]): readonly unknown[][] {
  return entriesOf(draft, section)
    .filter(({ cite }) => cite !== '通知外')
    .map((entry) => fields.map((field) => entry[field]));
}
