/** What an entry begins with when it is added from a clause: days, names and numbers picked up there. Pure. */
import type { NoticePack } from '@/lib/notice/model';
import type { Clause } from './clauses';
import { audienceEntriesIn } from './reading/audiences';
import { amendmentsIn, movedUses } from './reading/changes';
import { clauseAsDuty, dutiesIn } from './reading/duties';
import { keysIn } from './reading/keys';
import { makeUpsIn } from './reading/make-ups';
import { chargesIn, tariffsIn } from './reading/money';
import { materialsIn } from './reading/papers';
import { applicationsIn, phasesIn } from './reading/phases';
import { wholeOf } from './reading/sentences';
import { attachmentsIn, batchesIn, contactsIn, placesIn } from './reading/things';
import { audiencesIn, type ReadingContext } from './reading/whom';
import { basesIn, countsIn, renewalsIn, silencesIn, warningsIn } from './reading/words';
import type { Entry, SectionName } from './sections';
import type { AudienceWords } from './write-entries';

/** What the clause says in one field: its words, and whom it names. */
const wordsOf = (clause: Clause, { known }: ReadingContext) => [
  { text: wholeOf(clause.text), audiences: audiencesIn(clause.text, known) },
];

type Reader = (clause: Clause, context: ReadingContext) => readonly object[];
const orWords =
  (reader: Reader): Reader =>
  (clause, context) => {
    const found = reader(clause, context);
    return found.length > 0 ? found : wordsOf(clause, context);
  };

/** How each part is read. What is not here has nothing that could be picked up. */
const READERS: Partial<Record<SectionName, Reader>> = {
  phases: phasesIn,
  duties: (clause, context) => {
    const found = dutiesIn(clause, context);
    return found.length > 0 ? found : [clauseAsDuty(clause, context)];
  },
  tariffs: tariffsIn,
  charges: chargesIn,
  places: placesIn,
  contacts: contactsIn,
  materials: (clause) => materialsIn(clause),
  batches: batchesIn,
  makeUps: makeUpsIn,
  keys: keysIn,
  attachments: attachmentsIn,
  audiences: audienceEntriesIn,
  bases: basesIn,
  renewals: renewalsIn,
  counts: orWords(countsIn),
  warnings: orWords(warningsIn),
  silences: orWords(silencesIn),
  rules: orWords(applicationsIn),
  statements: wordsOf,
  amendments: wordsOf,
};

/**
 * Entries of one part to begin with, at least one, each citing the clause. Only suggestions: the author
 * sees every word of them and has the last.
 * @param base the notice that is changed: its facts with the days and numbers that the clause moves are offered
 */
export function prefill(
  section: SectionName,
  clause: Clause,
  year: number,
  known: readonly AudienceWords[],
  base: NoticePack | null = null,
): readonly Partial<Entry>[] {
  const found = readPart(section, clause, { year, known }, base);
  const entries = found.length === 0 ? [{}] : found;
  return entries.map((entry) => ({ ...entry, cite: clause.cite }) as Partial<Entry>);
}

function readPart(
  section: SectionName,
  clause: Clause,
  context: ReadingContext,
  base: NoticePack | null,
): readonly object[] {
  if (base && section === 'amendments') return amendmentsIn(clause, context.year, base);
  if (base && section === 'uses') return movedUses(clause, context.year, base);
  return READERS[section]?.(clause, context) ?? [];
}
