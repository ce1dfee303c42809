/** Search, filter, sorting and groups of the roster. The index is kept from search to search. */
import { rankOf } from './change-unit';
import type { RosterView, SortField, UnitRow } from './model';
import { hasInitials, soundsOf } from './pinyin';
import { keyOf } from './plain';

interface Entry {
  readonly change: number;
  /** All texts of the unit, plain and in lower case. */
  readonly text: string;
  /** Initials of its name and its supervising unit. */
  readonly sounds: string;
}

/** Texts of units to search in, made once a unit and again when it changes. */
export class SearchIndex {
  private readonly entries = new Map<string, Entry>();

  entryOf(unit: UnitRow): Entry {
    const known = this.entries.get(unit.id);
    if (known?.change === unit.change) return known;
    const parts = [unit.name, unit.code, unit.supervisingUnit, unit.contact, unit.phone, unit.notes];
    const entry = {
      change: unit.change,
      text: parts.map((part) => keyOf(part ?? '')).join('\n'),
      sounds: soundsOf(`${unit.name}${unit.supervisingUnit ?? ''}`),
    };
    this.entries.set(unit.id, entry);
    return entry;
  }

  /** The units that hold every word of the search, in their order. */
  search(units: readonly UnitRow[], search: string): readonly UnitRow[] {
    const words = wordsOf(search);
    if (words.length === 0) return units;
    return units.filter((unit) => {
      const { text, sounds } = this.entryOf(unit);
      return words.every(
        ({ word, isLetters }) => text.includes(word) || (isLetters && hasInitials(sounds, word)),
      );
    });
  }
}

function wordsOf(search: string) {
  return search
    .split(/[\s,，、;；]+/)
    .map((part) => keyOf(part))
    .filter((word) => word !== '')
    .map((word) => ({ word, isLetters: /^[a-z]+$/.test(word) }));
}

/** The rows a view shows, sorted; a group's units stand together when the view is grouped. */
export function rowsOfView(
  units: readonly UnitRow[],
  view: RosterView,
  index: SearchIndex,
): readonly UnitRow[] {
  const { ca, seal, audience, level, supervisingUnit } = view;
  const isFiltered =
    ca.length + seal.length > 0 || audience !== null || level !== null || supervisingUnit !== null;
  const filtered = isFiltered
    ? units.filter(
        (unit) =>
          (ca.length === 0 || ca.includes(unit.ca.state)) &&
          (seal.length === 0 || seal.includes(unit.seal.state)) &&
          (audience === null || unit.audience === audience) &&
          (level === null || unit.level === level) &&
          (supervisingUnit === null || (unit.supervisingUnit ?? '') === supervisingUnit),
      )
    : units;
  return sortRows(index.search(filtered, view.search), view);
}

/** Units sorted, those alike by name. The locale's order is that of pinyin. */
function sortRows(units: readonly UnitRow[], { sort, descending, grouped }: RosterView): readonly UnitRow[] {
  const keys = new Map<string, string | number>();
  const order = new Map<string, number>();
  const rank = (text: string) => order.get(text) ?? 0;
  // Chinese collation is slow: each distinct text is compared once, rows then by numbers.
  const texts = new Set<string>();
  for (const unit of units) {
    texts.add(unit.name);
    texts.add(unit.supervisingUnit ?? '');
    if (sort === 'code') texts.add(unit.code ?? '');
  }
  for (const [at, text] of sortTexts([...texts]).entries()) order.set(text, at);
  for (const unit of units) keys.set(unit.id, keyOfSort(unit, sort, rank));
  const sign = descending ? -1 : 1;
  return [...units].sort((one, other) => {
    const group = grouped ? rank(one.supervisingUnit ?? '') - rank(other.supervisingUnit ?? '') : 0;
    if (group !== 0) return sort === 'supervisingUnit' ? group * sign : group;
    const [a, b] = [keys.get(one.id) ?? 0, keys.get(other.id) ?? 0];
    if (a !== b) return (a < b ? -1 : 1) * sign;
    return rank(one.name) - rank(other.name) || (one.id < other.id ? -1 : 1);
  });
}

function keyOfSort(unit: UnitRow, sort: SortField, rank: (text: string) => number): string | number {
  if (sort === 'ca' || sort === 'seal') return rankOf(unit[sort].state);
  if (sort === 'updatedAt') return unit.updatedAt;
  return rank(unit[sort] ?? '');
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** Empty texts last. */
function sortTexts(texts: string[]): readonly string[] {
  return texts.sort((a, b) => (a === '' ? 1 : b === '' ? -1 : COLLATOR.compare(a, b)));
}

/** One line of the table: a group's heading, or a unit. */
export type ShownRow =
  | { readonly kind: 'group'; readonly name: string; readonly count: number; readonly done: number }
  | { readonly kind: 'unit'; readonly unit: UnitRow; readonly at: number };

/** Rows with the headings of their groups. `at` counts units, from 0. */
export function withGroups(rows: readonly UnitRow[], grouped: boolean): readonly ShownRow[] {
  if (!grouped) return rows.map((unit, at) => ({ kind: 'unit', unit, at }));
  const counts = new Map<string, { count: number; done: number }>();
  for (const unit of rows) {
    const name = unit.supervisingUnit ?? '';
    const of = counts.get(name) ?? { count: 0, done: 0 };
    of.count += 1;
    if (isDone(unit)) of.done += 1;
    counts.set(name, of);
  }
  const shown: ShownRow[] = [];
  let last: string | null = null;
  for (const [at, unit] of rows.entries()) {
    const name = unit.supervisingUnit ?? '';
    if (name !== last) shown.push({ kind: 'group', name, ...(counts.get(name) ?? { count: 0, done: 0 }) });
    last = name;
    shown.push({ kind: 'unit', unit, at });
  }
  return shown;
}

/** Both certificates bound: what a report counts as complete. */
export const isDone = (unit: Pick<UnitRow, 'ca' | 'seal'>) =>
  rankOf(unit.ca.state) >= rankOf('bound') && rankOf(unit.seal.state) >= rankOf('bound');
