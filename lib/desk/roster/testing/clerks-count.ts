/** Counts what the reading of a list makes of what its writer meant: field by field. */
import { ofOneCertificate } from '@/lib/desk/roster/about-one';
import type { Moment } from '@/lib/desk/roster/change-unit';
import { findHeading } from '@/lib/desk/roster/mapping';
import { TRACKS, type Track, type UnitFacts } from '@/lib/desk/roster/model';
import { planImport } from '@/lib/desk/roster/plan-import';
import { readList } from '@/lib/desk/roster/read-list';
import { looksCarried, readUnits } from '@/lib/desk/roster/read-units';
import type { ClerksList, MeantUnit } from './clerks-list';

export const TODAY: Moment = { at: '2026-11-28T02:00:00.000Z', today: '2026-11-28', by: 'import' };

export interface ListCount {
  /** As meant. */
  right: number;
  /** Another value, or a unit that is none. */
  wrong: number;
  /** Meant, and not read. */
  missing: number;
  /** Read, and not meant. */
  guessed: number;
  /** Lines to be told of, and not told. */
  untold: number;
  /** Lines told of for no reason. */
  needless: number;
  readonly notes: string[];
}

/** The list's units and remarks, as the import makes them. */
export async function unitsOf({ text, file = '' }: Pick<ClerksList, 'text' | 'file'>) {
  const list = await readList({ label: file, from: text, encoding: null, separator: null });
  const [table] = list.sheets;
  if (!table) throw new Error('no table');
  const heading = ofOneCertificate(findHeading(table), table, file);
  const read = readUnits(table, {
    ...heading,
    carrySupervisingUnit: looksCarried(table, heading),
    today: TODAY.today,
  });
  const plan = planImport([], read.units, 'roster', TODAY);
  return {
    heading,
    units: plan.added.map(({ facts }) => facts),
    problems: [...read.problems, ...plan.problems],
  };
}

const FIELDS = ['code', 'supervisingUnit', 'contact', 'phone', 'keysWanted'] as const;

export async function countList(list: ClerksList): Promise<ListCount> {
  const count: ListCount = { right: 0, wrong: 0, missing: 0, guessed: 0, untold: 0, needless: 0, notes: [] };
  const { units, problems } = await unitsOf(list);
  const judge = (what: string, meant: string | undefined, read: string | null) => {
    if (meant === undefined && read === null) return;
    const kind =
      meant === (read ?? undefined)
        ? 'right'
        : read === null
          ? 'missing'
          : meant === undefined
            ? 'guessed'
            : 'wrong';
    count[kind] += 1;
    if (kind !== 'right') count.notes.push(`${kind} ${what}: ${meant} / ${read}`);
  };
  for (const unit of units) {
    if (list.meant.some(({ name }) => name === unit.name)) continue;
    count.wrong += 1;
    count.notes.push(`wrong unit: ${unit.name}`);
  }
  for (const meant of list.meant) {
    const unit = units.find(({ name }) => name === meant.name);
    judge('unit', meant.name, unit?.name ?? null);
    if (unit === undefined) continue;
    for (const field of FIELDS)
      judge(`${meant.name} ${field}`, meant[field], unit[field] === null ? null : String(unit[field]));
    for (const track of ['ca', 'seal'] as const) judgeTrack(judge, meant, unit, track);
    judge(`${meant.name} forms`, meant.forms, formsOf(unit));
  }
  const told = new Set(problems.filter(({ wholeRow }) => !wholeRow).map(({ line }) => line));
  const wanted = new Set(list.told ?? []);
  for (const line of wanted) if (!told.has(line)) count.untold += 1;
  for (const line of told) if (!wanted.has(line)) count.needless += 1;
  return count;
}

function formsOf(unit: UnitFacts): string | null {
  const came = TRACKS.flatMap((track) =>
    (['paper', 'scan'] as const).filter((form) => unit[track][form]).map((form) => `${track}:${form}`),
  );
  return came.length === 0 ? null : came.join(' ');
}

function judgeTrack(
  judge: (what: string, meant: string | undefined, read: string | null) => void,
  meant: MeantUnit,
  unit: UnitFacts,
  track: 'ca' | 'seal',
): void {
  const [state = 'not-filed', ...days] = (meant[track] ?? 'not-filed').split(' ');
  const read: Track = unit[track];
  const what = `${meant.name} ${track}`;
  judge(what, state === 'not-filed' ? undefined : state, read.state === 'not-filed' ? null : read.state);
  const wanted = new Map(days.map((day) => day.split('@') as [string, string]));
  for (const step of new Set([...wanted.keys(), ...Object.keys(read.dates)]))
    judge(`${what} ${step}`, wanted.get(step), read.dates[step as keyof Track['dates']] ?? null);
}
