/**
 * The notice that a draft supplements or corrects: its facts, to be pointed at and changed. Pure.
 * A field of the draft that points into it holds `base/ID`, an amended fact is `list/ID`.
 */
import type { NoticePack } from '@/lib/notice/model';
import { type Draft, removeEntry } from './draft';
import type { FactList, SectionName } from './sections';

const MARK = 'base/';

/** A field's value as an id of the base notice; null where it points at an entry of the draft itself. */
export function inBase(value: string): string | null {
  return value.startsWith(MARK) ? value.slice(MARK.length) : null;
}

/** Whether a draft changes another notice instead of standing by itself. */
export function amends(draft: Pick<Draft, 'supplements' | 'corrects'>): boolean {
  return draft.supplements.length + draft.corrects.length > 0;
}

/** Ids of the notices it changes, the first being the one whose facts are offered. */
export function amendedIds(draft: Pick<Draft, 'supplements' | 'corrects'>): readonly string[] {
  return [...draft.supplements, ...draft.corrects];
}

/** One fact of the base as the form offers it. */
export interface BaseFact {
  /** `list/ID`. */
  readonly value: string;
  readonly list: FactList;
  readonly id: string;
  /** What a person calls it. */
  readonly name: string;
  /** The fact as the base has it. */
  readonly fact: Readonly<Record<string, unknown>>;
}

type Loose = Readonly<Record<string, unknown>>;

function nameOf(fact: Loose): string {
  for (const key of ['name', 'title', 'text', 'note'] as const) {
    const words = zhOf(fact[key]);
    if (words !== '') return words;
  }
  return String(fact.id ?? fact.role ?? '');
}

function factsIn(base: NoticePack, list: FactList): readonly object[] {
  if (list === 'tariffs' || list === 'charges') return base.fees[list];
  if (list === 'accepts') return base.systems.flatMap(({ accepts }) => accepts);
  return base[list] ?? [];
}

/** Facts of these lists, in the order of the lists. */
export function baseFacts(base: NoticePack, lists: readonly FactList[]): readonly BaseFact[] {
  return lists.flatMap((list) =>
    factsIn(base, list).map((each) => {
      const fact = each as Loose;
      const id = String(fact.id ?? fact.role ?? '');
      return { value: `${list}/${id}`, list, id, name: nameOf(fact), fact };
    }),
  );
}

/** The day of a span's end or of a moment; empty where it is none. */
export function dayOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'date' in value ? String(value.date) : '';
}

/** The Chinese of a fact's words; empty where it has none. */
export function zhOf(text: unknown): string {
  return typeof text === 'object' && text !== null && 'zh' in text ? String(text.zh) : '';
}

/** The fact that a value of the form names. */
export function findFact(base: NoticePack | null, value: string): BaseFact | null {
  const list = value.split('/')[0] as FactList;
  return (base && baseFacts(base, [list]).find((each) => each.value === value)) ?? null;
}

const LISTS: Partial<Record<SectionName, (base: NoticePack) => readonly object[]>> = {
  systems: (base) => base.systems,
  keys: (base) => base.certificates,
  phases: (base) => base.phases,
  batches: (base) => base.batches,
  activities: (base) => base.activities,
  events: (base) => base.events ?? [],
  duties: (base) => base.obligations,
  materials: (base) => base.materials,
  places: (base) => base.places,
  contacts: (base) => base.contacts,
  tariffs: (base) => base.fees.tariffs,
};

/** Entries of the base that a new entry may point at. */
export function baseEntries(
  base: NoticePack | null,
  section: SectionName,
): readonly { readonly value: string; readonly name: string }[] {
  const list = base && LISTS[section]?.(base);
  return (list ?? []).map((each) => {
    const fact = each as Loose;
    return { value: `${MARK}${String(fact.id ?? fact.role)}`, name: nameOf(fact) };
  });
}

/** The draft as a change of that notice: what a notice of its own has to begin with is taken away again. */
export function changeNotice(draft: Draft, base: Pick<NoticePack, 'id' | 'region'>, file: string): Draft {
  const isUntouched = draft.entries.uses.length === 0;
  const outside = isUntouched ? draft.entries.systems.filter(({ cite }) => cite === '通知外') : [];
  return {
    ...outside.reduce((next, { id }) => removeEntry(next, 'systems', id), draft),
    header: { ...draft.header, region: draft.header.region || base.region.zh },
    supplements: draft.corrects.length > 0 ? [] : [base.id],
    corrects: draft.corrects.length > 0 ? [base.id] : [],
    baseFile: file,
    // Steps of the notice that is changed stay as they are; a guide of the same name would take their place.
    guides: [],
  };
}
