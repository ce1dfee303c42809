/** The lines of the roster's table: units, and headings of their groups. */
import type { FoundRows } from './find-units';
import type { UnitRow } from './model';

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
    private readonly found: FoundRows,
    grouped: boolean,
  ) {
    this.groups = grouped ? groupsOf(found) : [];
    this.length = found.rows.length + this.groups.length;
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
    const unit = this.found.rows[at];
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

function groupsOf({ rows, group, done }: FoundRows): readonly Group[] {
  const groups: Group[] = [];
  let from = 0;
  let complete = 0;
  for (let at = 0; at < rows.length; at += 1) {
    complete += done[at] ?? 0;
    if (at + 1 < rows.length && group[at + 1] === group[at]) continue;
    groups.push({ name: rows[at]?.supervisingUnit ?? '', from, count: at + 1 - from, done: complete });
    from = at + 1;
    complete = 0;
  }
  return groups;
}
