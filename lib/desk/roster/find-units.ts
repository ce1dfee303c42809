/** Search, filter, sorting and groups of the roster. The index is kept from search to search. */
import { rankOf } from './change-unit';
import type { RosterView, SortField, UnitRow } from './model';
import { hasInitials, soundsOf } from './pinyin';
import { keyOf } from './plain';
import { TextOrder } from './text-order';

interface Entry {
  readonly change: number;
  /** All texts of the unit, plain and in lower case. */
  readonly text: string;
  /** Initials of its name and its supervising unit. */
  readonly sounds: string;
}

/** Texts of units to search in, made once a unit and again when it changes. */
export class SearchIndex {
  readonly order = new TextOrder();
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
  index.order.learn(units, view.sort);
  return sortRows(index.search(filtered, view.search), view, index);
}

/** Units sorted, those alike by name. The locale's order is that of pinyin. */
function sortRows(
  units: readonly UnitRow[],
  { sort, descending, grouped }: RosterView,
  { order }: SearchIndex,
): readonly UnitRow[] {
  const sign = descending ? -1 : 1;
  const keyed = units.map((unit) => ({
    unit,
    group: grouped ? order.rankOf(unit.supervisingUnit) * (sort === 'supervisingUnit' ? sign : 1) : 0,
    key: keyOfSort(unit, sort, order),
    name: order.rankOf(unit.name),
  }));
  keyed.sort((one, other) => {
    if (one.group !== other.group) return one.group - other.group;
    if (one.key !== other.key) return (one.key < other.key ? -1 : 1) * sign;
    return one.name - other.name || (one.unit.id < other.unit.id ? -1 : 1);
  });
  return keyed.map(({ unit }) => unit);
}

function keyOfSort(unit: UnitRow, sort: SortField, order: TextOrder): string | number {
  if (sort === 'ca' || sort === 'seal') return rankOf(unit[sort].state);
  return sort === 'updatedAt' ? unit.updatedAt : order.rankOf(unit[sort]);
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
