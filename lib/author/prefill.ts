/** What an entry begins with when it is added from a clause: days, names and numbers picked up there. Pure. */
import type { NoticePack } from '@/lib/notice/model';
import type { Clause } from './clauses';
import { addEntry, type Draft } from './draft';
import { audienceEntriesIn } from './reading/audiences';
import { amendmentsIn, movedUses } from './reading/changes';
import { clauseAsDuty, dutiesIn } from './reading/duties';
import { withEvents } from './reading/events';
import { keysIn } from './reading/keys';
import { makeUpsIn } from './reading/make-ups';
import { chargesIn, tariffsIn } from './reading/money';
import { materialsIn } from './reading/papers';
import { applicationsIn } from './reading/phase-rules';
import { phasesIn } from './reading/phases';
import { wholeOf } from './reading/sentences';
import { sayTables } from './reading/tables';
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

/** Parts without the clause's own words: a table's rows are read as sentences. */
const OF_TABLES: readonly SectionName[] = ['tariffs', 'batches', 'places', 'contacts'];

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
  const isOfTables = OF_TABLES.includes(section);
  return READERS[section]?.(isOfTables ? { ...clause, text: sayTables(clause.text) } : clause, context) ?? [];
}

/** What a clause is read with: the year its days are in, the audiences' words, the notice that is changed. */
export interface TakingParts {
  readonly year: number;
  readonly known: readonly AudienceWords[];
  readonly base: NoticePack | null;
}

/**
 * Adds to a part what a clause says, or one empty entry. What comes along in another part (the event that a duty counts
 * from) waits to be looked at, since nobody asked for it.
 * @returns the draft, and the id of the first entry added
 */
export function takePart(
  draft: Draft,
  section: SectionName,
  clause: Clause | null,
  { year, known, base }: TakingParts,
): { readonly draft: Draft; readonly first: string | null } {
  const found = clause === null ? [{}] : prefill(section, clause, year, known, base);
  let next = draft;
  const ids = found.map((entry) => {
    const added = addEntry(next, section, entry);
    next = added.draft;
    return added.id;
  });
  const before = new Set(next.entries.events.map(({ id }) => id));
  next = withEvents(next, new Set(ids), base);
  const along = next.entries.events.map(({ id }) => id).filter((id) => !before.has(id));
  return { draft: { ...next, unchecked: [...next.unchecked, ...along] }, first: ids[0] ?? null };
}
