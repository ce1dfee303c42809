/** Search, filter and sorting of the roster. What a search needs is made once, so that each letter costs little. */
import { plainCode } from '@/lib/certificate/unit-code';
import type { RosterView, SortField, TrackState, UnitRow } from './model';
import { hasSounds, initialsIn, isHan, soundsLike, soundsOf } from './pinyin';
import { codeKey, keyOf } from './plain';
import { rankOf } from './said-track';
import { type Searched, SearchedRows, type SearchedWord } from './searched-rows';
import { atOnce, partOf, ROWS_A_SLICE, type Sliced } from './slices';
import { sorting } from './sorting';
import { TextOrder } from './text-order';

interface Entry extends Searched {
  readonly change: number;
}

/** Rows a view shows, in their order, and what the table asks of every one of them at each letter typed. */
export interface FoundRows {
  readonly rows: readonly UnitRow[];
  /** Of each row the number of its supervising unit. */
  readonly group: Uint32Array;
  /** 1 where both certificates are bound. */
  readonly done: Uint8Array;
}

/** The rows of a view before its search, with what is searched of each at the same place. */
interface Base extends FoundRows {
  readonly units: readonly UnitRow[];
  readonly key: string;
  readonly entries: readonly Entry[];
  /** The same as the entries, so many to a block. */
  readonly blocks: readonly SearchedRows[];
}

/** Rows laid side by side in one piece of work. */
const ROWS_A_BLOCK = 2_000;

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
  find(units: readonly UnitRow[], view: RosterView): FoundRows {
    const base = this.baseOf(units, view);
    const words = wordsOf(view.search);
    if (words.length === 0) return base;
    const written = chosen(base, holding(base, words));
    const isDone = written.rows.length > 0 || base.rows.length > MOST_BY_SOUND;
    return isDone || !words.some(({ text }) => isHan(text)) ? written : chosen(base, readAs(base, words));
  }

  /** Whether `find` costs next to nothing for these units in this view. */
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

  /** Makes what `find` needs for these units in this view, before it is asked: a hundred thousand take seconds. */
  *preparing(units: readonly UnitRow[], view: RosterView): Sliced<Base> {
    yield* partOf(this.order.learning(units, view.sort), 0, 0.5);
    const rows = yield* partOf(sortingRows(filterRows(units, view), view, this.order), 0.5, 0.7);
    const entries: Entry[] = [];
    const blocks: SearchedRows[] = [];
    const group = new Uint32Array(rows.length);
    const done = new Uint8Array(rows.length);
    const groups = new Map<string, number>();
    for (const [at, unit] of rows.entries()) {
      if (at % ROWS_A_SLICE === 0) yield 0.7 + (0.3 * at) / rows.length;
      entries.push(this.entryOf(unit));
      const name = unit.supervisingUnit ?? '';
      if (!groups.has(name)) groups.set(name, groups.size);
      group[at] = groups.get(name) ?? 0;
      done[at] = isDone(unit) ? 1 : 0;
      const isFull = entries.length % ROWS_A_BLOCK === 0 || entries.length === rows.length;
      if (isFull) blocks.push(new SearchedRows(entries.slice(blocks.length * ROWS_A_BLOCK)));
    }
    const base = { units, key: keyOfBase(view), rows, entries, blocks, group, done };
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

interface Word extends SearchedWord {
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

/** Of each row 1 where it holds every word, as it is written or as initials. */
function holding({ rows, blocks }: Base, words: readonly Word[]): Uint8Array {
  const all = new Uint8Array(rows.length).fill(1);
  const marks = new Uint8Array(rows.length);
  for (const word of words) {
    marks.fill(0);
    let from = 0;
    for (const block of blocks) {
      block.mark(word, marks, from);
      from += block.length;
    }
    for (let at = 0; at < all.length; at += 1) all[at] = (all[at] ?? 0) & (marks[at] ?? 0);
  }
  return all;
}

/** As `holding`, or by the sound of its names; initials are looked at first, since few units have them in a row. */
function readAs(base: Base, words: readonly Word[]): Uint8Array {
  const all = new Uint8Array(base.rows.length).fill(1);
  for (const word of words) {
    const written = holding(base, [word]);
    for (const [at, { sounds, text }] of base.entries.entries()) {
      if (written[at] === 1) continue;
      const isHeard = word.heard.length > 0 && hasSounds(sounds, word.heard) && soundsLike(text, word.text);
      if (!isHeard) all[at] = 0;
    }
  }
  return all;
}

/** The rows that are marked. */
function chosen({ rows, group, done }: FoundRows, marks: Uint8Array): FoundRows {
  const found: UnitRow[] = [];
  const groups = new Uint32Array(rows.length);
  const isDone = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (marks[at] !== 1 || !row) continue;
    groups[found.length] = group[at] ?? 0;
    isDone[found.length] = done[at] ?? 0;
    found.push(row);
  }
  return { rows: found, group: groups, done: isDone };
}

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

/** Both certificates bound: what a report counts as complete. */
export const isDone = (unit: Pick<UnitRow, 'ca' | 'seal'>) =>
  isBound(unit.ca.state) && isBound(unit.seal.state);

const isBound = (state: TrackState) => state === 'bound' || state === 'login-tried';
