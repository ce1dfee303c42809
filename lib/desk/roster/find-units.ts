/** Search, filter, sorting and groups of the roster. What a search needs is made once, so that each letter costs little. */
import { plainCode } from '@/lib/certificate/unit-code';
import { rankOf } from './change-unit';
import type { RosterView, SortField, TrackState, UnitRow } from './model';
import { hasInitials, hasSounds, initialsIn, isHan, soundsLike, soundsOf } from './pinyin';
import { codeKey, keyOf } from './plain';
import { atOnce, partOf, ROWS_A_SLICE, type Sliced } from './slices';
import { sorting } from './sorting';
import { TextOrder } from './text-order';

interface Entry {
  readonly change: number;
  /** All texts of the unit, plain and in lower case. */
  readonly text: string;
  /** Initials of its name and its supervising unit. */
  readonly sounds: string;
  /** All of them in one number: what is not in it need not be looked for. */
  readonly initials: number;
}

/** The rows of a view before its search, with what is searched of each at the same place. */
interface Base {
  readonly units: readonly UnitRow[];
  readonly key: string;
  readonly rows: readonly UnitRow[];
  readonly entries: readonly Entry[];
}

const BASES = 2;
/** Rows that are also gone through by sound: of more, a letter typed would be felt. A bureau has some thousands. */
const MOST_BY_SOUND = 20_000;

/** Texts of units to search in, made once a unit and again when it changes. */
export class SearchIndex {
  readonly order = new TextOrder();
  private readonly entries = new Map<string, Entry>();
  /** The newest first: the one that is shown, and the one that is being made or was shown before. */
  private bases: readonly Base[] = [];

  /**
   * The rows a view shows, sorted; a group's units stand together when the view is grouped. A name that stands nowhere as it is
   * written is looked for by its sound: who listens on the telephone does not see it.
   */
  rowsOf(units: readonly UnitRow[], view: RosterView): readonly UnitRow[] {
    const { rows, entries } = this.baseOf(units, view);
    const words = wordsOf(view.search);
    if (words.length === 0) return rows;
    const written = holding(rows, entries, words, holds);
    if (written.length > 0 || rows.length > MOST_BY_SOUND || !words.some(({ text }) => isHan(text)))
      return written;
    return holding(rows, entries, words, isReadAs);
  }

  /** Whether `rowsOf` costs next to nothing for these units in this view. */
  isReady(units: readonly UnitRow[], view: RosterView): boolean {
    return this.knownBase(units, view) !== undefined;
  }

  private knownBase(units: readonly UnitRow[], view: RosterView): Base | undefined {
    const key = keyOfBase(view);
    return this.bases.find((base) => base.units === units && base.key === key);
  }

  private baseOf(units: readonly UnitRow[], view: RosterView): Base {
    return this.knownBase(units, view) ?? atOnce(this.preparing(units, view));
  }

  /** Makes what `rowsOf` needs for these units in this view, before it is asked: a hundred thousand take seconds. */
  *preparing(units: readonly UnitRow[], view: RosterView): Sliced<Base> {
    yield* partOf(this.order.learning(units, view.sort), 0, 0.5);
    const rows = yield* partOf(sortingRows(filterRows(units, view), view, this.order), 0.5, 0.7);
    const entries: Entry[] = [];
    for (const unit of rows) {
      if (entries.length % ROWS_A_SLICE === 0) yield 0.7 + (0.3 * entries.length) / rows.length;
      entries.push(this.entryOf(unit));
    }
    const base = { units, key: keyOfBase(view), rows, entries };
    this.bases = [base, ...this.bases].slice(0, BASES);
    return base;
  }

  private entryOf(unit: UnitRow): Entry {
    const known = this.entries.get(unit.id);
    if (known?.change === unit.change) return known;
    const parts = [unit.name, unit.code, unit.supervisingUnit, unit.contact, unit.phone, unit.notes];
    const sounds = soundsOf(`${unit.name}${unit.supervisingUnit ?? ''}`);
    // Rows of before keep a credit code as their list wrote it; it is found by its one form, too.
    const code = unit.code === null ? null : codeKey(unit.code);
    const written = parts.map((part) => keyOf(part ?? ''));
    const text = (code === null || written.includes(code) ? written : [...written, code]).join('\n');
    const entry = { change: unit.change, text, sounds, initials: initialsIn(sounds) };
    this.entries.set(unit.id, entry);
    return entry;
  }
}

const keyOfBase = (view: RosterView) => JSON.stringify({ ...view, search: '' });

interface Word {
  readonly text: string;
  /** Its letters in one number; 0: it is no word of letters alone. */
  readonly initials: number;
  /** The initials of each of its signs, where it is a name as somebody heard it. */
  readonly heard: readonly number[];
}

/** The words of a search; every one of them must be found. */
function wordsOf(search: string): readonly Word[] {
  const credit = plainCode(search);
  return (credit === null ? search.split(/[\s,，、;；]+/) : [credit])
    .map((part) => keyOf(part))
    .filter((text) => text !== '')
    .map((text) => ({
      text,
      initials: /^[a-z]+$/.test(text) ? initialsIn(soundsOf(text)) : 0,
      heard: isHan(text) ? [...text].map((sign) => initialsIn(soundsOf(sign))).filter(Boolean) : [],
    }));
}

type Test = (entry: Entry, word: Word) => boolean;

function holding(rows: readonly UnitRow[], entries: readonly Entry[], words: readonly Word[], test: Test) {
  const found: UnitRow[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const [row, entry] = [rows[at], entries[at]];
    if (row && entry && holdsAll(entry, words, test)) found.push(row);
  }
  return found;
}

function holdsAll(entry: Entry, words: readonly Word[], test: Test): boolean {
  for (const word of words) if (!test(entry, word)) return false;
  return true;
}

function holds(entry: Entry, { text, initials }: Word): boolean {
  // One letter is found by the number alone.
  const mayBe = initials !== 0 && (entry.initials & initials) === initials;
  return (mayBe && (text.length === 1 || hasInitials(entry.sounds, text))) || entry.text.includes(text);
}

/** As written, or by the sound of its names; initials are looked at first, since few units have them in a row. */
const isReadAs: Test = (entry, word) =>
  holds(entry, word) ||
  (word.heard.length > 0 && hasSounds(entry.sounds, word.heard) && soundsLike(entry.text, word.text));

export const rowsOfView = (units: readonly UnitRow[], view: RosterView, index: SearchIndex) =>
  index.rowsOf(units, view);

function filterRows(units: readonly UnitRow[], view: RosterView): readonly UnitRow[] {
  const { ca, seal, audience, level, supervisingUnit } = view;
  return units.filter(
    (unit) =>
      (ca.length === 0 || ca.includes(unit.ca.state)) &&
      (seal.length === 0 || seal.includes(unit.seal.state)) &&
      (audience === null || unit.audience === audience) &&
      (level === null || unit.level === level) &&
      (supervisingUnit === null || (unit.supervisingUnit ?? '') === supervisingUnit),
  );
}

/** Units sorted, those alike by name. The locale's order is that of pinyin. */
function* sortingRows(
  units: readonly UnitRow[],
  { sort, descending, grouped }: RosterView,
  order: TextOrder,
): Sliced<readonly UnitRow[]> {
  const sign = descending ? -1 : 1;
  const keyed: Keyed[] = [];
  for (const unit of units) {
    if (keyed.length % ROWS_A_SLICE === 0) yield (0.3 * keyed.length) / units.length;
    keyed.push({
      unit,
      group: grouped ? order.rankOf(unit.supervisingUnit) * (sort === 'supervisingUnit' ? sign : 1) : 0,
      key: keyOfSort(unit, sort, order),
      name: order.rankOf(unit.name),
    });
  }
  const sorted = yield* partOf(
    sorting(keyed, (one, other) => {
      if (one.group !== other.group) return one.group - other.group;
      if (one.key !== other.key) return (one.key < other.key ? -1 : 1) * sign;
      return one.name - other.name || (one.unit.id < other.unit.id ? -1 : 1);
    }),
    0.3,
    1,
  );
  return sorted.map(({ unit }) => unit);
}

interface Keyed {
  readonly unit: UnitRow;
  readonly group: number;
  readonly key: string | number;
  readonly name: number;
}

function keyOfSort(unit: UnitRow, sort: SortField, order: TextOrder): string | number {
  if (sort === 'ca' || sort === 'seal') return rankOf(unit[sort].state);
  return sort === 'updatedAt' ? unit.updatedAt : order.rankOf(unit[sort]);
}

/** One line of the table: a group's heading, or a unit. */
export type ShownRow =
  | { readonly kind: 'group'; readonly name: string; readonly count: number; readonly done: number }
  | { readonly kind: 'unit'; readonly unit: UnitRow; readonly at: number };

interface Group {
  readonly name: string;
  /** Place of its first unit among the units; its heading stands before it. */
  readonly from: number;
  readonly count: number;
  readonly done: number;
}

/** The lines of the table, made as they come into sight: a hundred thousand at each letter would be felt. */
export class ShownRows {
  readonly length: number;
  private readonly groups: readonly Group[];

  constructor(
    private readonly rows: readonly UnitRow[],
    grouped: boolean,
  ) {
    this.groups = grouped ? groupsOf(rows) : [];
    this.length = rows.length + this.groups.length;
  }

  /** @param index from 0 to `length` - 1 */
  at(index: number): ShownRow | null {
    const group = this.groupBefore((one, before) => one.from + before <= index);
    if (group === null) return this.unitAt(index);
    const [{ from, name, count, done }, before] = group;
    return index === from + before ? { kind: 'group', name, count, done } : this.unitAt(index - before - 1);
  }

  /** The line on which a unit stands. @param at its place among the units */
  indexOf(at: number): number {
    const group = this.groupBefore(({ from }) => from <= at);
    return group === null ? at : at + group[1] + 1;
  }

  private unitAt(at: number): ShownRow | null {
    const unit = this.rows[at];
    return unit ? { kind: 'unit', unit, at } : null;
  }

  /** The last group of which the test holds, and how many come before it. */
  private groupBefore(test: (group: Group, before: number) => boolean): readonly [Group, number] | null {
    let low = 0;
    let high = this.groups.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const group = this.groups[middle];
      if (group && test(group, middle)) low = middle + 1;
      else high = middle;
    }
    const found = this.groups[low - 1];
    return found ? [found, low - 1] : null;
  }
}

function groupsOf(rows: readonly UnitRow[]): readonly Group[] {
  const groups: Group[] = [];
  let from = 0;
  let done = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const unit = rows[at];
    if (unit && isDone(unit)) done += 1;
    const name = unit?.supervisingUnit ?? '';
    const next = rows[at + 1];
    if (next && (next.supervisingUnit ?? '') === name) continue;
    groups.push({ name, from, count: at + 1 - from, done });
    from = at + 1;
    done = 0;
  }
  return groups;
}

/** Both certificates bound: what a report counts as complete. */
export const isDone = (unit: Pick<UnitRow, 'ca' | 'seal'>) =>
  isBound(unit.ca.state) && isBound(unit.seal.state);

const isBound = (state: TrackState) => state === 'bound' || state === 'login-tried';
