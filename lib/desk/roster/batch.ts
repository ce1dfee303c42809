/** One change to many units at once. */
import { changeUnit, type Moment } from './change-unit';
import type { NewUnit, RosterEdit, TrackName, UnitFacts, UnitRow } from './model';
import { moveTrack, type SaidTrack } from './said-track';
import { atOnce, ROWS_A_SLICE, type Sliced } from './slices';

/** What is set; a field that is absent stays as it is. */
export interface BatchChange extends Partial<Omit<UnitFacts, 'ca' | 'seal' | 'name' | 'code'>> {
  readonly ca?: SaidTrack;
  readonly seal?: SaidTrack;
}

export const isEmptyBatch = (change: BatchChange) => Object.keys(change).length === 0;

/** A unit as the change makes it. */
export function applyBatch(unit: UnitFacts, change: BatchChange, moment: Moment): UnitFacts {
  const { ca, seal, ...fields } = change;
  const track = (name: TrackName, said: SaidTrack | undefined) =>
    said === undefined ? unit[name] : moveTrack(unit[name], said, moment.today);
  return { ...unit, ...fields, ca: track('ca', ca), seal: track('seal', seal) };
}

/** `makingBatch` in one go. */
export const editOfBatch = (...of: Parameters<typeof makingBatch>): RosterEdit => atOnce(makingBatch(...of));

/** The edit; units that the change leaves as they are, are not in it. */
export function* makingBatch(
  units: readonly UnitRow[],
  change: BatchChange,
  edit: { readonly id: string; readonly label: string },
  moment: Moment,
): Sliced<RosterEdit> {
  const changed: { before: UnitRow; after: NewUnit }[] = [];
  for (const [at, before] of units.entries()) {
    if (at % ROWS_A_SLICE === 0) yield at / units.length;
    const after = changeUnit(before, applyBatch(before, change, moment), moment);
    if (after) changed.push({ before, after });
  }
  const kind = moment.by === 'batch' ? 'batch' : 'hand';
  return { ...edit, kind, at: moment.at, added: [], changed, removed: [] };
}
