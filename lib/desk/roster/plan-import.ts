/** What a list would do to the roster: shown first, done by one edit. Pure, so that both are one computation. */
import {
  addUnit,
  changeUnit,
  type Difference,
  differencesOf,
  type Moment,
  mergeReading,
  rankOf,
  unitOf,
} from './change-unit';
import type { NewUnit, RosterEdit, UnitFacts, UnitRow } from './model';
import { keyOf } from './plain';
import type { Problem, ReadUnit, SaidTrack } from './read-units';

/** `roster`: units that are not there are added. `updates`: a vendor's daily list changes those that are, and adds none. */
export type ImportMode = 'roster' | 'updates';

/** Rows of one list that are one unit. */
export interface MergedLines {
  readonly into: number;
  readonly line: number;
  /** Where both lines say something and not the same: the first line holds, this was not taken. */
  readonly left: readonly Difference[];
}

export interface PlannedChange {
  readonly before: UnitRow;
  readonly facts: UnitFacts;
  readonly line: number;
  readonly differences: readonly Difference[];
}

export interface ImportPlan {
  readonly mode: ImportMode;
  readonly added: readonly { readonly facts: UnitFacts; readonly line: number }[];
  readonly changed: readonly PlannedChange[];
  /** Units in the list about which it says nothing new. */
  readonly same: number;
  readonly merged: readonly MergedLines[];
  /** Rows that fit no unit or more than one; beside those that could not be read. */
  readonly problems: readonly Problem[];
}

/**
 * Matches the rows of a list to the roster and to each other, by code first, then by name. A row whose code is one unit's and
 * whose name another's is listed, not guessed.
 */
export function planImport(
  roster: readonly UnitRow[],
  units: readonly ReadUnit[],
  mode: ImportMode,
  moment: Moment,
): ImportPlan {
  const known = new UnitIndex(roster);
  const { groups, problems, merged } = groupLines(units, known);
  const added: { facts: UnitFacts; line: number }[] = [];
  const changed: PlannedChange[] = [];
  let same = 0;
  for (const { reading, unit } of groups) {
    if (unit === null) {
      if (mode === 'updates') problems.push(leftOut(reading, 'not-in-roster'));
      else added.push({ facts: unitOf(reading), line: reading.line });
      continue;
    }
    // A daily list tells what is new since the last one; a roster may tell what is months old.
    const facts = mergeReading(unit, reading, mode === 'updates' ? moment.today : null);
    const differences = differencesOf(unit, facts);
    if (differences.length === 0) same += 1;
    else changed.push({ before: unit, facts, line: reading.line, differences });
  }
  return { mode, added, changed, same, merged, problems };
}

interface Group {
  reading: ReadUnit;
  readonly unit: UnitRow | null;
}

function groupLines(units: readonly ReadUnit[], known: UnitIndex<UnitRow>) {
  const groups: Group[] = [];
  const byUnit = new Map<string, Group>();
  const fresh = new UnitIndex<UnitRowLike & { readonly group: Group }>([]);
  const merged: MergedLines[] = [];
  const problems: Problem[] = [];
  for (const reading of units) {
    const found = known.find(reading);
    if (found === 'conflict' || found === 'ambiguous') {
      problems.push(leftOut(reading, found));
      continue;
    }
    const own = found === null ? fresh.find(reading) : (byUnit.get(found.id) ?? null);
    if (own === 'conflict' || own === 'ambiguous') {
      problems.push(leftOut(reading, own));
      continue;
    }
    const earlier = own === null ? null : 'group' in own ? own.group : own;
    if (earlier) {
      merged.push(mergeLine(earlier, reading));
      if (earlier.unit === null) fresh.add(indexed(earlier));
      continue;
    }
    const group: Group = { reading, unit: found };
    groups.push(group);
    if (found) byUnit.set(found.id, group);
    else fresh.add(indexed(group));
  }
  return { groups, merged, problems };
}

const indexed = (group: Group) => ({
  id: String(group.reading.line),
  name: group.reading.name ?? group.reading.code ?? '',
  code: group.reading.code ?? null,
  group,
});

/** A later line fills what the earlier ones leave open; of two states the further one holds. */
function mergeLine(group: Group, reading: ReadUnit): MergedLines {
  const first = group.reading;
  const said = Object.entries(first).filter(([, value]) => value !== null && value !== undefined);
  const joined: ReadUnit = {
    ...reading,
    ...Object.fromEntries(said),
    line: first.line,
    ca: furtherOf(first.ca, reading.ca),
    seal: furtherOf(first.seal, reading.seal),
  };
  group.reading = joined;
  // What this line alone would make of the joined one: nothing, where nothing of it was left.
  const kept = unitOf(joined);
  return {
    into: first.line,
    line: reading.line,
    left: differencesOf(kept, mergeReading(kept, reading, null)),
  };
}

function furtherOf(first: SaidTrack, later: SaidTrack): SaidTrack {
  const isFurther =
    later.state !== undefined && (first.state === undefined || rankOf(later.state) > rankOf(first.state));
  return isFurther ? { ...first, ...later } : { ...later, ...first };
}

const leftOut = (reading: ReadUnit, kind: 'conflict' | 'ambiguous' | 'not-in-roster'): Problem => ({
  line: reading.line,
  kind,
  wholeRow: true,
  column: null,
  value: [reading.code, reading.name].filter(Boolean).join(' ').slice(0, 60),
});

interface UnitRowLike {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
}

/** Units by code and by name. */
class UnitIndex<Unit extends UnitRowLike> {
  private readonly byCode = new Map<string, Unit>();
  private readonly byName = new Map<string, Unit[]>();

  constructor(units: readonly Unit[]) {
    for (const unit of units) this.add(unit);
  }

  add(unit: Unit): void {
    if (unit.code !== null) this.byCode.set(keyOf(unit.code), unit);
    const name = keyOf(unit.name);
    const same = this.byName.get(name);
    if (!same) this.byName.set(name, [unit]);
    else if (!same.some(({ id }) => id === unit.id)) same.push(unit);
    else
      same.splice(
        same.findIndex(({ id }) => id === unit.id),
        1,
        unit,
      );
  }

  /** The unit a row means; null: none. A name alone does not join two different codes. */
  find({ name, code }: ReadUnit): Unit | 'conflict' | 'ambiguous' | null {
    const named = name === undefined ? [] : (this.byName.get(keyOf(name)) ?? []);
    if (code) {
      const coded = this.byCode.get(keyOf(code));
      if (!coded) return this.onlyOf(named.filter((unit) => unit.code === null));
      // The code's unit has another name, and the name is another unit's: one of the two is wrong.
      const isNamed = name === undefined || keyOf(coded.name) === keyOf(name);
      return isNamed || named.length === 0 ? coded : 'conflict';
    }
    return this.onlyOf(named);
  }

  private onlyOf(units: readonly Unit[]): Unit | 'ambiguous' | null {
    if (units.length > 1) return 'ambiguous';
    return units[0] ?? null;
  }
}

/** What of a plan is to be done. */
export interface ImportChoice {
  /** Changes that set a state back are done too; otherwise that state stays and the rest is done. */
  readonly backwards: boolean;
}

/**
 * The edit that does a plan.
 * @param newId unique in this edit at least; called once a unit
 */
export function editOfPlan(
  plan: ImportPlan,
  choice: ImportChoice,
  edit: { readonly id: string; readonly label: string },
  moment: Moment,
  newId: () => string,
): RosterEdit {
  const changed: { before: UnitRow; after: NewUnit }[] = [];
  for (const { before, facts, differences } of plan.changed) {
    const wanted = { ...facts };
    for (const { field, backwards } of differences) {
      if (backwards && !choice.backwards && (field === 'ca' || field === 'seal'))
        wanted[field] = before[field];
    }
    const after = changeUnit(before, wanted, moment);
    if (after) changed.push({ before, after });
  }
  return {
    ...edit,
    kind: plan.mode === 'roster' ? 'import' : 'update',
    at: moment.at,
    added: plan.added.map(({ facts }) => addUnit(newId(), facts, moment)),
    changed,
    removed: [],
  };
}
