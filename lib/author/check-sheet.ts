/** Every fact of a draft beside its clause, for a second person to check against the paper. Pure. */
import type { NoticePack } from '@/lib/notice/model';
import { baseEntries, findFact, inBase } from './base';
import { type Clause, citedText, OUTSIDE } from './clauses';
import { type Draft, entriesOf } from './draft';
import {
  type AnyValue,
  blankValue,
  type Field,
  fieldsOf,
  HEADER,
  isAsked,
  type LooseEntry,
  SECTION_NAMES,
  type SectionName,
} from './sections';

export interface CheckedValue {
  readonly field: string;
  /** As stored; ids of other entries are replaced by their names. */
  readonly value: string | boolean | readonly string[];
}

export interface CheckedFact {
  /** `header`: the notice itself, whose clause is its head. */
  readonly section: SectionName | 'header';
  readonly id: string;
  readonly cite: string;
  /** The clause's own words; null where the text has no such clause. */
  readonly clause: string | null;
  readonly values: readonly CheckedValue[];
}

function isEmpty(value: AnyValue | undefined): boolean {
  if (value === undefined || value === false) return true;
  return typeof value !== 'boolean' && value.length === 0;
}

/** What a folded choice holds before anybody has chosen, where that tells the reader of the sheet nothing to compare. */
const UNCHOSEN: ReadonlySet<AnyValue> = new Set(['any', 'none', 'not-stated', 'stated']);

function saysNothing(field: Field, value: AnyValue): boolean {
  return field.more === true && value === blankValue(field) && UNCHOSEN.has(value);
}

/** What an entry is called by others: its name, else its words. */
export function nameOfEntry(draft: Draft, section: SectionName, id: string): string {
  const entry = entriesOf(draft, section).find((each) => each.id === id);
  const words = entry?.name ?? entry?.text ?? '';
  return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, 40) : id;
}

function namesOf(draft: Draft, base: NoticePack | null, of: SectionName, value: AnyValue): readonly string[] {
  const ids = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  return ids.map((id) =>
    inBase(id) === null
      ? nameOfEntry(draft, of, id)
      : (baseEntries(base, of).find((each) => each.value === id)?.name ?? id),
  );
}

function valuesOf(draft: Draft, base: NoticePack | null, section: SectionName, entry: LooseEntry) {
  return Object.entries(fieldsOf(section)).flatMap(([field, description]): readonly CheckedValue[] => {
    const value = entry[field];
    // What is not asked any more is not written either.
    if (value === undefined || isEmpty(value) || !isAsked(description, entry)) return [];
    if (saysNothing(description, value)) return [];
    if (description.kind === 'fact') return [{ field, value: findFact(base, String(value))?.name ?? value }];
    if (!('of' in description)) return [{ field, value }];
    return [{ field, value: namesOf(draft, base, description.of as SectionName, value) }];
  });
}

/**
 * The notice itself, then one fact an entry, parts in the order of the form.
 * @param base the notice that is changed, for the names of its facts
 */
export function checkSheet(
  draft: Draft,
  clauses: readonly Clause[],
  base: NoticePack | null = null,
): readonly CheckedFact[] {
  const texts = new Map(clauses.map(({ cite, text }) => [cite, text]));
  const header: CheckedFact = {
    section: 'header',
    id: 'header',
    cite: OUTSIDE.head,
    clause: [OUTSIDE.head, OUTSIDE.signature].flatMap((cite) => texts.get(cite) ?? []).join('\n') || null,
    values: Object.keys(HEADER).flatMap((field) => {
      const value = draft.header[field as keyof typeof HEADER];
      return value.trim() === '' ? [] : [{ field, value }];
    }),
  };
  const facts = SECTION_NAMES.flatMap((section) =>
    entriesOf(draft, section).map((entry) => ({
      section,
      id: entry.id,
      cite: entry.cite,
      clause: citedText(clauses, entry.cite),
      values: valuesOf(draft, base, section, entry),
    })),
  );
  return [header, ...facts];
}
