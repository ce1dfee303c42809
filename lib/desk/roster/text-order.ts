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
      this.place(yield* partOf(sorting([...fresh], COLLATOR.compare), 0.1, 1));
    }
    this.learned.set(units, done.add(sort));
  }

  /** A text's place; nothing and the unknown come last. */
  rankOf(text: string | null): number {
    return text === null ? Number.MAX_SAFE_INTEGER : (this.ranks.get(text) ?? Number.MAX_SAFE_INTEGER);
  }

  /** Merges sorted texts in: few comparisons where there are few. */
  private place(fresh: readonly string[]): void {
    const merged: string[] = [];
    let from = 0;
    for (const text of fresh) {
      const at = placeIn(this.sorted, text, from);
      for (; from < at; from += 1) merged.push(this.sorted[from] ?? '');
      merged.push(text);
    }
    this.sorted = merged.concat(this.sorted.slice(from));
    this.ranks = new Map(this.sorted.map((text, rank) => [text, rank]));
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
