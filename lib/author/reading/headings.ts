/** A heading with days in it: 「（二）过渡阶段（9月28日至11月6日）」, with what its items say of it. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findDays } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { dutiesIn } from './duties';
import { phasesIn } from './phases';
import { sentencesOf } from './sentences';
import type { ReadingContext } from './whom';

/** The phase that a heading names. What its items ask of people, or tell of other days, is not of it. */
export function headedPhase(
  heading: Clause,
  clauses: readonly Clause[],
  context: ReadingContext,
): readonly Partial<Entry<'phases'>>[] {
  const [first] = findDays(heading.text, context.year);
  if (first?.role !== 'from') return [];
  const items = clauses.filter(({ cite }) => cite !== heading.cite && cite.startsWith(heading.cite));
  const telling = items.map((item) => ({
    cite: item.cite,
    words: sentencesOf(item.text).filter(
      (text) =>
        findDays(text, context.year).length === 0 && dutiesIn({ ...item, text }, context).length === 0,
    ),
  }));
  const used = telling.filter(({ words }) => words.length > 0);
  const text = [heading.text, ...used.flatMap(({ words }) => words)].join('。');
  const cite = [heading.cite, ...used.map((each) => each.cite)].join('；');
  return phasesIn({ ...heading, text }, context).map((phase) => ({ ...phase, cite }));
}
