/** Units that are chosen, by their ids: a hundred thousand are gone through in slices. */
import type { UnitRow } from './model';
import { ROWS_A_SLICE, type Sliced } from './slices';

export function* idsOf(units: readonly UnitRow[]): Sliced<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { id } of units) {
    if (ids.size % ROWS_A_SLICE === 0) yield ids.size / units.length;
    ids.add(id);
  }
  return ids;
}

/** Those of the units that are chosen, in the units' order. */
export function* choosing(units: readonly UnitRow[], ids: ReadonlySet<string>): Sliced<readonly UnitRow[]> {
  const chosen: UnitRow[] = [];
  for (let at = 0; at < units.length; at += 1) {
    if (at % ROWS_A_SLICE === 0) yield at / units.length;
    const unit = units[at];
    if (unit && ids.has(unit.id)) chosen.push(unit);
  }
  return chosen;
}
