/** The order of texts by pinyin. Comparing as the locale does is slow, so each text is placed once. */
import type { SortField, UnitRow } from './model';
import { atOnce, partOf, ROWS_A_SLICE, type Sliced } from './slices';
import { sorting } from './sorting';

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

export class TextOrder {
  private sorted: readonly string[] = [];
  private ranks = new Map<string, number>();
  private learned = new WeakMap<readonly UnitRow[], Set<SortField>>();

  /** `learning` in one go. */
  learn(units: readonly UnitRow[], sort: SortField): void {
    atOnce(this.learning(units, sort));
  }

  /** Places what the units are sorted by; those of texts that are known already cost next to nothing. */
  *learning(units: readonly UnitRow[], sort: SortField): Sliced<void> {
    const done = this.learned.get(units) ?? new Set();
    if (done.has(sort)) return;
    const fresh = new Set<string>();
    const meet = (text: string | null) => {
      if (text !== null && !this.ranks.has(text)) fresh.add(text);
    };
    for (let at = 0; at < units.length; at += 1) {
      if (at % ROWS_A_SLICE === 0) yield (0.1 * at) / units.length;
      const unit = units[at] as UnitRow;
      meet(unit.name);
      meet(unit.supervisingUnit);
      if (sort === 'code') meet(unit.code);
    }
    if (fresh.size > 0) {
      const sorted = yield* partOf(sorting([...fresh], COLLATOR.compare), 0.1, 0.9);
      yield* partOf(this.placing(sorted), 0.9, 1);
    }
    this.learned.set(units, done.add(sort));
  }

  /** A text's place; nothing and the unknown come last. */
  rankOf(text: string | null): number {
    return text === null ? Number.MAX_SAFE_INTEGER : (this.ranks.get(text) ?? Number.MAX_SAFE_INTEGER);
  }

  /** Merges sorted texts in: few comparisons where there are few. */
  private *placing(fresh: readonly string[]): Sliced<void> {
    const before = this.sorted;
    const merged: string[] = [];
    let from = 0;
    for (let each = 0; each < fresh.length; each += 1) {
      if (each % ROWS_A_SLICE === 0) yield each / fresh.length / 2;
      const text = fresh[each] as string;
      const at = placeIn(before, text, from);
      for (; from < at; from += 1) merged.push(before[from] ?? '');
      merged.push(text);
    }
    const sorted = merged.concat(before.slice(from));
    const ranks = new Map<string, number>();
    for (let rank = 0; rank < sorted.length; rank += 1) {
      if (rank % ROWS_A_SLICE === 0) yield 0.5 + rank / sorted.length / 2;
      ranks.set(sorted[rank] as string, rank);
    }
    if (this.sorted !== before) {
      // Another work placed some while this one rested.
      yield* this.placing(fresh.filter((text) => !this.ranks.has(text)));
      return;
    }
    this.sorted = sorted;
    this.ranks = ranks;
  }
}

/** Where a text belongs, at `from` or later. */
function placeIn(sorted: readonly string[], text: string, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (COLLATOR.compare(sorted[middle] ?? '', text) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
