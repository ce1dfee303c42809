/** A draft read as a pack: what came of it, what is wrong and where, and what a colleague would say. Pure. */
import { compose } from '@/lib/notice/compose';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import type { PackProblem } from '@/lib/notice/problem';
import { adviseOn } from './advice';
import type { Advice } from './advice-model';
import { amends, inBase } from './base';
import type { Clause } from './clauses';
import type { Draft } from './draft';
import type { SectionName } from './sections';
import { type WritingParts, type WrittenPack, writePack } from './to-pack';

export interface FoundProblem {
  readonly problem: PackProblem;
  /** The entry it comes from; null: the notice's own fields, or the draft as a whole. */
  readonly entry: { readonly section: SectionName; readonly id: string } | null;
  /** The field of the pack it is in, e.g. `due`; empty for the entry as a whole. */
  readonly field: string;
}

export interface Review {
  /** null while something is wrong. */
  readonly pack: NoticePack | null;
  /** The notice it changes, as the draft changes it; null where it changes none, or that is not at hand. */
  readonly together: NoticePack | null;
  readonly value: WrittenPack['value'];
  readonly problems: readonly FoundProblem[];
  readonly advice: readonly Advice[];
}

/** The entry a place of the pack was written from: the longest written place that the path begins with. */
export function locate(path: string, origins: WrittenPack['origins']): FoundProblem['entry'] {
  let found: FoundProblem['entry'] = null;
  let length = 0;
  for (const [place, entry] of origins) {
    if (path.startsWith(place) && place.length > length) {
      found = entry;
      length = place.length;
    }
  }
  return found;
}

/**
 * A place in the two notices together as the place in the draft's own pack; null for a fact of the base. Entries of the draft
 * stand after those of the base, charges before them (`compose`). Contacts take the place of others: they are not counted.
 */
function ownPlace(path: string, base: NoticePack | null, own: NoticePack | null): string | null {
  const [, list = '', at = ''] = /^([A-Za-z.]+)\[(\d+)\]/.exec(path) ?? [];
  const entriesIn = (pack: NoticePack | null): readonly unknown[] => {
    if (pack === null) return [];
    if (list === 'fees.charges') return pack.fees.charges;
    if (list === 'fees.tariffs') return pack.fees.tariffs;
    const found = (pack as unknown as Readonly<Record<string, unknown>>)[list];
    return Array.isArray(found) && list !== 'contacts' ? found : [];
  };
  const before = list === 'fees.charges' ? 0 : entriesIn(base).length;
  const index = Number(at) - before;
  if (at === '' || index < 0 || index >= entriesIn(own).length) return null;
  return path.replace(/\[\d+\]/, `[${index}]`);
}

interface BesideBase {
  readonly base: NoticePack | null;
  readonly own: NoticePack | null;
  readonly origins: WrittenPack['origins'];
}

/** A mistake that shows only beside the base is told at the entry it is in, else at a change of the same list. */
function locateBeside(path: string, draft: Draft, { base, own, origins }: BesideBase): FoundProblem['entry'] {
  if (path.startsWith('amendments')) return locate(path, origins);
  const place = ownPlace(path, base, own);
  const entry = place === null ? null : locate(place, origins);
  if (entry) return entry;
  if (/^obligations\[\d+\]\.makeUps\b/.test(path)) {
    const made = draft.entries.makeUps.find(({ duties }) => duties.some((id) => inBase(id) !== null));
    if (made) return { section: 'makeUps', id: made.id };
  }
  const list = /^(?:fees\.)?([A-Za-z]+)/.exec(path)?.[1] ?? '';
  const change = draft.entries.amendments.find(({ fact }) => fact.startsWith(`${list}/`));
  return change ? { section: 'amendments', id: change.id } : null;
}

const fieldOf = (path: string) => /(?:^|\.)([A-Za-z]+)(?:\.(?:zh|date))?$/.exec(path)?.[1] ?? '';

const DAY_PARTS: Readonly<Record<string, string>> = {
  count: 'Count',
  unit: 'Unit',
  event: 'Event',
  phase: 'Phase',
  certificate: 'Key',
};

/** The form's field for a part of a day that is counted from another, or of a renewal's days; empty for anything else. */
function countedField(path: string): string {
  const day = /\.(due|from|begins)\.(?:lead|anchor)\.(\w+)$/.exec(path);
  if (day) return `${day[1] === 'due' ? 'due' : 'from'}${DAY_PARTS[day[2] ?? ''] ?? ''}`;
  const [, which = '', part] = /\.(opens|closes|grace)(?:After)?\.(count|unit)$/.exec(path) ?? [];
  return part === 'unit' ? `${which}Unit` : which;
}

/** The field to mend. Where a duty itself says where it is done, its entry calls that `where`. */
function fieldAt(path: string, entry: FoundProblem['entry']): string {
  const counted = countedField(path);
  if (counted !== '') return counted;
  return entry?.section === 'duties' && /\.where\[\d+\]\.text/.test(path) ? 'where' : fieldOf(path);
}

/**
 * Reads a draft as everybody's client will. Never throws.
 * @param base the notice it changes, where it is at hand
 */
export function reviewDraft(
  draft: Draft,
  clauses: readonly Clause[],
  parts: WritingParts,
  base: NoticePack | null = null,
): Review {
  const { value, origins } = writePack(draft, parts, base);
  const loaded = loadPack(JSON.stringify(value));
  const own = loaded.ok ? loaded.pack : null;
  const composed = own && base && amends(draft) ? compose(base, own) : null;
  const found = [
    ...(loaded.ok ? [] : loaded.problems).map((problem) => {
      const entry = locate(problem.path, origins);
      return { problem, entry, field: fieldAt(problem.path, entry) };
    }),
    ...(composed && !composed.ok ? composed.problems : []).map((problem) => ({
      problem,
      entry: locateBeside(problem.path, draft, { base, own, origins }),
      field: fieldOf(problem.path),
    })),
  ];
  return {
    pack: composed?.ok !== false ? own : null,
    together: composed?.ok ? composed.pack : null,
    value,
    problems: distinct(
      found,
      (id) =>
        !draft.header.publishedOn.trim() &&
        !draft.entries.contacts.find((each) => each.id === id)?.publishedOn.trim(),
    ),
    advice: adviseOn(draft, clauses, base),
  };
}

/** One mistake in an entry may be written to several places of the pack; it is told once. */
function distinct(
  problems: readonly FoundProblem[],
  isUndated: (contact: string) => boolean,
): readonly FoundProblem[] {
  const told = new Set<string>();
  return problems.filter(({ problem, entry, field }) => {
    // A contact without a day of its own takes the notice's: that is missing once, at the notice.
    if (/^contacts\[\d+\]\.publishedOn$/.test(problem.path) && entry && isUndated(entry.id)) return false;
    const key = `${entry?.section ?? ''}/${entry?.id ?? problem.path}/${problem.code}/${entry ? field : ''}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
