/** What a list would do to the roster: shown first, done by one edit. Pure, so that both are one computation. */

import {
  addUnit,
  changeUnit,
  type Difference,
  differencesOf,
  type Moment,
  mergeReading,
  unitOf,
} from './change-unit';
import type { NewUnit, RosterEdit, UnitFacts, UnitRow } from './model';
import { codeKey, keyOf, looseCodeKey } from './plain';
import type { Problem, ReadUnit } from './read-units';
import { rankOf, type SaidTrack } from './said-track';
import { atOnce, ROWS_A_SLICE, type Sliced } from './slices';

/** `roster`: units that are not there are added. `updates`: a vendor's daily list changes those that are, and adds none. */
export type ImportMode = 'roster' | 'updates';

/** Rows of one list that are one unit. */
export interface MergedLines {
  readonly into: number;
  readonly line: number;
  /** Where both lines say something and not the same: the first line holds, this was not taken. */
  readonly left: readonly Difference[];
}

/** Lines joined by their code alone, under another name: few are one unit's two names, many are a wrong column. */
export const joinedUnderOtherNames = ({ merged }: Pick<ImportPlan, 'merged'>): number =>
  merged.filter(({ left }) =>
    left.some(({ field, from, to }) => field === 'name' && keyOf(from ?? '') !== keyOf(to ?? '')),
  ).length;

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
  /** Of those added: a unit of the same name is there, under another code. */
  readonly namesakes: number;
  readonly merged: readonly MergedLines[];
  /** Rows that fit no unit or more than one; beside those that could not be read. */
  readonly problems: readonly Problem[];
}

/** `planningImport` in one go. */
export const planImport = (...of: Parameters<typeof planningImport>): ImportPlan =>
  atOnce(planningImport(...of));

/**
 * Matches the rows of a list to the roster and to each other, by code first, then by name. A row whose code is one unit's and
 * whose name another's is listed, not guessed.
 */
export function* planningImport(
  roster: readonly UnitRow[],
  units: readonly ReadUnit[],
  mode: ImportMode,
  moment: Moment,
): Sliced<ImportPlan> {
  const known = new UnitIndex<UnitRow>();
  // The roster, its list, and what they make of each other: each row of the three once.
  const all = roster.length + 2 * units.length;
  let done = 0;
  for (const unit of roster) {
    if (done % ROWS_A_SLICE === 0) yield done / all;
    done += 1;
    known.add(unit);
  }
  const lines = new LineGroups(known);
  for (const reading of units) {
    if (done % ROWS_A_SLICE === 0) yield done / all;
    done += 1;
    lines.add(reading);
  }
  const { groups, problems, merged } = lines;
  const added: { facts: UnitFacts; line: number }[] = [];
  const changed: PlannedChange[] = [];
  let [same, namesakes] = [0, 0];
  for (const { reading, unit } of groups) {
    if (done % ROWS_A_SLICE === 0) yield done / all;
    done += 1;
    if (unit === null) {
      const isNamesake = known.hasName(reading);
      if (mode === 'updates') problems.push(leftOut(reading, isNamesake ? 'other-code' : 'not-in-roster'));
      else added.push({ facts: unitOf(reading), line: reading.line });
      if (mode === 'roster' && isNamesake) namesakes += 1;
      continue;
    }
    // A daily list tells what is new since the last one; a roster may tell what is months old.
    const facts = mergeReading(unit, withCodeOf(unit, reading), mode === 'updates' ? moment.today : null);
    const differences = differencesOf(unit, facts);
    if (differences.length === 0) same += 1;
    else changed.push({ before: unit, facts, line: reading.line, differences });
  }
  return { mode, added, changed, same, namesakes, merged, problems };
}

/** A code that another program wrote another way stays as the roster has it, whatever list comes next. */
function withCodeOf(unit: UnitRow, reading: ReadUnit): ReadUnit {
  const isOtherShape = unit.code !== null && reading.code && codeKey(unit.code) !== codeKey(reading.code);
  return isOtherShape ? { ...reading, code: unit.code } : reading;
}

interface Group {
  reading: ReadUnit;
  readonly unit: UnitRow | null;
}

/** Rows of the list by the unit they mean. */
class LineGroups {
  readonly groups: Group[] = [];
  readonly merged: MergedLines[] = [];
  readonly problems: Problem[] = [];
  private readonly byUnit = new Map<string, Group>();
  private readonly fresh = new UnitIndex<UnitRowLike & { readonly group: Group }>();

  constructor(private readonly known: UnitIndex<UnitRow>) {}

  add(reading: ReadUnit): void {
    const found = this.known.find(reading);
    if (found === 'conflict' || found === 'ambiguous') {
      this.problems.push(leftOut(reading, found));
      return;
    }
    const own = found === null ? this.fresh.find(reading) : (this.byUnit.get(found.id) ?? null);
    if (own === 'conflict' || own === 'ambiguous') {
      this.problems.push(leftOut(reading, own));
      return;
    }
    const earlier = own === null ? null : 'group' in own ? own.group : own;
    if (earlier) {
      this.merged.push(mergeLine(earlier, reading));
      if (earlier.unit === null) this.fresh.add(indexed(earlier));
      return;
    }
    const group: Group = { reading, unit: found };
    this.groups.push(group);
    if (found) this.byUnit.set(found.id, group);
    else this.fresh.add(indexed(group));
  }
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
  const dates = { ...later.dates, ...first.dates };
  const { atLeast: _, ...joined } = isFurther ? { ...first, ...later } : { ...later, ...first };
  return {
    ...joined,
    ...(Object.keys(dates).length > 0 && { dates }),
    // Whether the unit may be further is said by the line whose state holds.
    ...((isFurther || first.state === undefined ? later : first).atLeast === true && { atLeast: true }),
  };
}

const leftOut = (
  reading: ReadUnit,
  kind: 'conflict' | 'ambiguous' | 'not-in-roster' | 'other-code',
): Problem => ({
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
  private readonly byName = new Map<string, Named<Unit>>();

  add(unit: Unit): void {
    if (unit.code !== null) this.byCode.set(codeKey(unit.code), unit);
    const name = keyOf(unit.name);
    const named = this.byName.get(name) ?? { all: new Map(), withoutCode: new Map() };
    this.byName.set(name, named);
    named.all.set(unit.id, unit);
    if (unit.code === null) named.withoutCode.set(unit.id, unit);
    else named.withoutCode.delete(unit.id);
  }

  /** The unit a row means; null: none. A name alone does not join two different codes. */
  find({ name, code }: ReadUnit): Unit | 'conflict' | 'ambiguous' | null {
    const named = name === undefined ? undefined : this.byName.get(keyOf(name));
    if (code) {
      const coded = this.byCode.get(codeKey(code));
      if (!coded) return namesakeOf(named, code) ?? onlyOf(named?.withoutCode);
      // The code's unit has another name, and the name is another unit's: one of the two is wrong.
      const isNamed = name === undefined || keyOf(coded.name) === keyOf(name);
      return isNamed || named === undefined ? coded : 'conflict';
    }
    return onlyOf(named?.all);
  }

  hasName({ name }: ReadUnit): boolean {
    return name !== undefined && this.byName.has(keyOf(name));
  }
}

/** The one unit of that name whose code is the same but for its shape: 0101001, 101001, 101-001. */
function namesakeOf<Unit extends UnitRowLike>(named: Named<Unit> | undefined, code: string): Unit | null {
  if (named === undefined || named.all.size > MOST_NAMESAKES) return null;
  const wanted = looseCodeKey(code);
  const alike = [...named.all.values()].filter(
    (unit) => unit.code !== null && looseCodeKey(unit.code) === wanted,
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** Units of one name that are looked through for each row of it: a list may call a hundred thousand the same. */
const MOST_NAMESAKES = 50;

/** Units of one name, by id: a list may call a hundred thousand the same. */
interface Named<Unit> {
  readonly all: Map<string, Unit>;
  readonly withoutCode: Map<string, Unit>;
}

function onlyOf<Unit>(units: ReadonlyMap<string, Unit> | undefined): Unit | 'ambiguous' | null {
  if (units === undefined || units.size === 0) return null;
  return units.size > 1 ? 'ambiguous' : ([...units.values()][0] ?? null);
}

/** What of a plan is to be done. */
export interface ImportChoice {
  /** Changes that set a state back are done too; otherwise that state stays and the rest is done. */
  readonly backwards: boolean;
  /** Units are called as a vendor's list calls them; otherwise the roster's name stays: vendors shorten names. */
  readonly renames: boolean;
}

/** Whether a difference is one that is done only when asked for. */
export const isRename = (mode: ImportMode, { field }: Difference) => mode === 'updates' && field === 'name';

const isHeld = (mode: ImportMode, choice: ImportChoice, difference: Difference) =>
  (difference.backwards && !choice.backwards) || (isRename(mode, difference) && !choice.renames);

/** How many units a plan adds or changes, as chosen. */
export const countDone = ({ mode, added, changed }: ImportPlan, choice: ImportChoice): number =>
  added.length +
  changed.filter(({ differences }) => differences.some((one) => !isHeld(mode, choice, one))).length;

/** `makingEdit` in one go. */
export const editOfPlan = (...of: Parameters<typeof makingEdit>): RosterEdit => atOnce(makingEdit(...of));

/**
 * The edit that does a plan.
 * @param newId unique in this edit at least; called once a unit
 */
export function* makingEdit(
  plan: ImportPlan,
  choice: ImportChoice,
  edit: { readonly id: string; readonly label: string },
  moment: Moment,
  newId: () => string,
): Sliced<RosterEdit> {
  const all = plan.changed.length + plan.added.length;
  let done = 0;
  const changed: { before: UnitRow; after: NewUnit }[] = [];
  for (const { before, facts, differences } of plan.changed) {
    if (done % ROWS_A_SLICE === 0) yield done / all;
    done += 1;
    let wanted = facts;
    for (const difference of differences) {
      const { field } = difference;
      if (isHeld(plan.mode, choice, difference)) wanted = { ...wanted, [field]: before[field] };
    }
    const after = changeUnit(before, wanted, moment);
    if (after) changed.push({ before, after });
  }
  const added: NewUnit[] = [];
  for (const { facts } of plan.added) {
    if (done % ROWS_A_SLICE === 0) yield done / all;
    done += 1;
    added.push(addUnit(newId(), facts, moment));
  }
  return {
    ...edit,
    kind: plan.mode === 'roster' ? 'import' : 'update',
    at: moment.at,
    added,
    changed,
    removed: [],
  };
}
