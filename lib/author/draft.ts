/** A notice being written: what its author pasted, picked and typed so far. Pure; every change is a new draft. */
import { citesOf } from './clauses';
import {
  type AnyValue,
  blankValue,
  type Entry,
  type Field,
  fieldsOf,
  HEADER,
  type HeaderValues,
  type LooseEntry,
  SECTION_NAMES,
  type SectionName,
} from './sections';

export const DRAFT_FORMAT = 'rebind.draft/1';

export interface Draft {
  readonly format: typeof DRAFT_FORMAT;
  readonly id: string;
  /** The notice's text as pasted. */
  readonly noticeText: string;
  readonly header: HeaderValues;
  readonly entries: { readonly [S in SectionName]: readonly Entry<S>[] };
  /** Ids of the guide templates that the pack gets. */
  readonly guides: readonly string[];
  /** Clauses of which the author said that nothing is to be taken down. */
  readonly setAside: readonly string[];
  /** Ids of entries that were read from the text by the program and not yet looked at by the author. */
  readonly unchecked: readonly string[];
  /** Ids of notices it adds to, puts right, and takes the place of. */
  readonly supplements: readonly string[];
  readonly corrects: readonly string[];
  readonly replaces: readonly string[];
  /** The notice it changes, as JSON, where that came from a file; else empty. */
  readonly baseFile: string;
  /** ISO 8601, UTC. */
  readonly changedAt: string;
}

function blanks<S extends Readonly<Record<string, Field>>>(fields: S): Record<string, AnyValue> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, blankValue(field)]));
}

/** What a new draft begins with besides nothing. */
export interface DraftBeginning {
  /** From the caller's source of ids. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Ids of guide templates. */
  readonly guides: readonly string[];
  /** The system that notices are about as a rule; the author may change it. */
  readonly system: { readonly name: string; readonly hosts: readonly string[] };
}

/** An empty draft. */
export function createDraft({ id, now, guides, system }: DraftBeginning): Draft {
  const entries = Object.fromEntries(SECTION_NAMES.map((name) => [name, []]));
  const blank: Draft = {
    format: DRAFT_FORMAT,
    id,
    noticeText: '',
    header: { ...blanks(HEADER), version: '1.0.0' } as HeaderValues,
    entries: entries as unknown as Draft['entries'],
    guides,
    setAside: [],
    unchecked: [],
    supplements: [],
    corrects: [],
    replaces: [],
    baseFile: '',
    changedAt: now,
  };
  const known = { name: system.name, hosts: system.hosts.join('、'), cite: '通知外' };
  return addEntry(blank, 'systems', known).draft;
}

/** What an earlier form kept under another name, as this one keeps it. */
function renewed(kept: LooseEntry): LooseEntry {
  const { waitWorkingDays, ...entry } = kept as LooseEntry & { readonly waitWorkingDays?: AnyValue };
  return {
    ...(waitWorkingDays === true && { waitUnit: 'working-days' }),
    // Only an end before the last day could be written then.
    ...(typeof entry.closes === 'string' && entry.closes.trim() !== '' && { ends: 'before' }),
    ...entry,
  };
}

/** A draft as read from a disk: parts and fields that its form did not have yet are filled with blanks. */
export function completeDraft(
  kept: {
    readonly header: Readonly<Record<string, string>>;
    readonly entries: Readonly<Record<string, readonly LooseEntry[]>>;
  } & Omit<Draft, 'header' | 'entries' | 'unchecked' | 'corrects' | 'baseFile'> & {
      readonly unchecked?: readonly string[] | undefined;
      readonly corrects?: readonly string[] | undefined;
      readonly baseFile?: string | undefined;
    },
): Draft {
  const entries = Object.fromEntries(
    SECTION_NAMES.map((name) => [
      name,
      (kept.entries[name] ?? []).map((entry) => ({ ...blanks(fieldsOf(name)), ...renewed(entry) })),
    ]),
  );
  return {
    ...kept,
    unchecked: kept.unchecked ?? [],
    corrects: kept.corrects ?? [],
    baseFile: kept.baseFile ?? '',
    header: { ...blanks(HEADER), ...kept.header } as HeaderValues,
    entries: entries as unknown as Draft['entries'],
  };
}

/** The part an entry's id is of: `phases-2`. */
export function sectionOf(id: string): SectionName {
  return id.replace(/-\d+$/, '') as SectionName;
}

/** The entries of one part, whichever it is. */
export function entriesOf(draft: Draft, section: SectionName): readonly LooseEntry[] {
  return draft.entries[section] as readonly LooseEntry[];
}

function withEntries(draft: Draft, section: SectionName, entries: readonly LooseEntry[]): Draft {
  return { ...draft, entries: { ...draft.entries, [section]: entries } };
}

/** An id nobody in the part has: `phase-1`, counted up, never used again while its entry stands. */
function nextId(section: SectionName, entries: readonly LooseEntry[]): string {
  const numbers = entries.map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0));
  return `${section}-${Math.max(0, ...numbers) + 1}`;
}

/** Adds an entry with what is already known of it; says its id. */
export function addEntry<S extends SectionName>(
  draft: Draft,
  section: S,
  known: Partial<Entry<S>>,
): { readonly draft: Draft; readonly id: string } {
  const entries = entriesOf(draft, section);
  const id = nextId(section, entries);
  const entry = { cite: '', ...blanks(fieldsOf(section)), ...known, id } as LooseEntry;
  return { draft: withEntries(draft, section, [...entries, entry]), id };
}

/** Writes one field of an entry; an entry that is not there is left alone. */
export function setField(
  draft: Draft,
  section: SectionName,
  id: string,
  field: string,
  value: AnyValue,
): Draft {
  return withEntries(
    draft,
    section,
    entriesOf(draft, section).map((entry) => (entry.id === id ? { ...entry, [field]: value } : entry)),
  );
}

/** The author has looked at these entries. */
export function checkEntries(draft: Draft, ids: readonly string[]): Draft {
  return { ...draft, unchecked: draft.unchecked.filter((id) => !ids.includes(id)) };
}

/** Takes an entry away, and every mention of it. */
export function removeEntry(draft: Draft, section: SectionName, id: string): Draft {
  let next = withEntries(
    checkEntries(draft, [id]),
    section,
    entriesOf(draft, section).filter((entry) => entry.id !== id),
  );
  for (const name of SECTION_NAMES) {
    for (const [key, field] of Object.entries(fieldsOf(name))) {
      if (!('of' in field) || field.of !== section) continue;
      next = withEntries(
        next,
        name,
        entriesOf(next, name).map((entry) => ({ ...entry, [key]: without(entry[key], id) })),
      );
    }
  }
  return next;
}

function without(value: AnyValue | undefined, id: string): AnyValue {
  if (Array.isArray(value)) return value.filter((each) => each !== id);
  return value === id ? '' : (value ?? '');
}

/** Puts an entry one place earlier or later: of charges the first that fits counts. */
export function moveEntry(draft: Draft, section: SectionName, id: string, by: -1 | 1): Draft {
  const entries = [...entriesOf(draft, section)];
  const from = entries.findIndex((entry) => entry.id === id);
  const [moved] = entries.splice(from, from < 0 ? 0 : 1);
  if (moved) entries.splice(Math.max(0, from + by), 0, moved);
  return withEntries(draft, section, entries);
}

/** Clauses that some entry cites. */
export function citedClauses(draft: Draft): ReadonlySet<string> {
  return new Set(
    SECTION_NAMES.flatMap((name) => entriesOf(draft, name).flatMap(({ cite }) => citesOf(cite))),
  );
}
