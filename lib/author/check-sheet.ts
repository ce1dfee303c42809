/** Every fact of a draft beside its clause, for a second person to check against the paper. Pure. */
import type { Clause } from './clauses';
import { type Draft, entriesOf } from './draft';
import { type AnyValue, fieldsOf, SECTION_NAMES, type SectionName } from './sections';

export interface CheckedValue {
  readonly field: string;
  /** As stored; ids of other entries are replaced by their names. */
  readonly value: string | boolean | readonly string[];
}

export interface CheckedFact {
  readonly section: SectionName;
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

/** What an entry is called by others: its name, else its words. */
export function nameOfEntry(draft: Draft, section: SectionName, id: string): string {
  const entry = entriesOf(draft, section).find((each) => each.id === id);
  const words = entry?.name ?? entry?.text ?? '';
  return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, 40) : id;
}

/** One fact an entry, parts in the order of the form. */
export function checkSheet(draft: Draft, clauses: readonly Clause[]): readonly CheckedFact[] {
  const texts = new Map(clauses.map(({ cite, text }) => [cite, text]));
  return SECTION_NAMES.flatMap((section) =>
    entriesOf(draft, section).map((entry) => ({
      section,
      id: entry.id,
      cite: entry.cite,
      clause: texts.get(entry.cite) ?? null,
      values: Object.entries(fieldsOf(section)).flatMap(([field, description]) => {
        const value = entry[field];
        if (value === undefined || isEmpty(value)) return [];
        if (!('of' in description)) return [{ field, value }];
        const ids = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
        return [{ field, value: ids.map((id) => nameOfEntry(draft, description.of as SectionName, id)) }];
      }),
    })),
  );
}
