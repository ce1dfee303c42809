/** Which of a part's entries may be confirmed together, once all of them were on the screen beside their clauses. Pure. */
import { type Clause, citedText } from './clauses';
import { type Draft, entriesOf } from './draft';
import type { Review } from './review';
import type { SectionName } from './sections';

/**
 * Names, papers, numbers and prices: a mistake in them is seen beside the clause and costs a telephone call. Phases, rules,
 * days and changes of another notice are confirmed one by one: a wrong one may lock a unit out.
 */
const AT_ONCE: readonly SectionName[] = [
  'keys',
  'systems',
  'audiences',
  'activities',
  'events',
  'materials',
  'attachments',
  'places',
  'contacts',
  'tariffs',
  'charges',
  'counts',
  'renewals',
  'warnings',
  'troubles',
  'statements',
  'silences',
  'bases',
];

/**
 * Entries that wait to be looked at, stand beside their clause, and of which nothing is doubtful: no mistake and no remark at
 * them, and nothing that is concluded instead of read. One alone is confirmed by its own button.
 */
export function checkableAtOnce(
  draft: Draft,
  section: SectionName,
  review: Pick<Review, 'problems' | 'advice'>,
  clauses: readonly Clause[],
): readonly string[] {
  if (!AT_ONCE.includes(section)) return [];
  const doubted = new Set(
    [...review.problems, ...review.advice].flatMap(({ entry }) =>
      entry?.section === section ? [entry.id] : [],
    ),
  );
  const ids = entriesOf(draft, section)
    .filter(
      ({ id, cite, basis }) =>
        draft.unchecked.includes(id) &&
        !doubted.has(id) &&
        basis !== 'inferred' &&
        citedText(clauses, cite) !== null,
    )
    .map(({ id }) => id);
  return ids.length > 1 ? ids : [];
}
