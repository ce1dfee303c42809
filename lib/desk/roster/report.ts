/** What a bureau reports, by supervising unit, and whether it will be made in time. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { addDays } from '@/lib/notice/days';
import { isWorkingDay, workingDaysLeft } from '@/lib/notice/working-days';
import { isDone } from './find-units';
import { TRACK_STATES, type TrackName, type TrackState, type UnitRow } from './model';
import { rankOf } from './said-track';
import { atOnce, ROWS_A_SLICE, type Sliced } from './slices';

export interface ReportLine {
  /** 主管预算单位; empty: units that have none. */
  readonly supervisingUnit: string;
  readonly units: number;
  /** Both tracks at least so far: counted are units. */
  readonly filed: number;
  readonly collected: number;
  readonly bound: number;
  /** Of 100, rounded down: 100 is said when all are done, not before. */
  readonly rate: number;
  readonly unfinished: readonly UnitRow[];
  /** Units by state of each track. */
  readonly states: Readonly<Record<TrackName, Readonly<Record<TrackState, number>>>>;
}

/** The further-behind track decides: a unit has filed when CA and seal both are. 退回补正 is no filing. */
export function hasReached(unit: Pick<UnitRow, 'ca' | 'seal'>, state: TrackState): boolean {
  const reached = (own: TrackState) =>
    rankOf(own) >= rankOf(state) && !(state === 'filed' && own === 'returned');
  return reached(unit.ca.state) && reached(unit.seal.state);
}

export interface Report {
  readonly lines: readonly ReportLine[];
  readonly total: ReportLine;
}

/** `makingReport` in one go. */
export const makeReport = (units: readonly UnitRow[]): Report => atOnce(makingReport(units));

/** One line a supervising unit, in the order of the rows given, and one of all. */
export function* makingReport(units: readonly UnitRow[]): Sliced<Report> {
  const lines = new Map<string, CountedLine>();
  const total = new CountedLine('');
  for (let at = 0; at < units.length; at += 1) {
    if (at % ROWS_A_SLICE === 0) yield at / units.length;
    const unit = units[at] as UnitRow;
    const name = unit.supervisingUnit ?? '';
    const line = lines.get(name) ?? new CountedLine(name);
    lines.set(name, line);
    line.add(unit);
    total.add(unit);
  }
  return { lines: [...lines.values()].map((line) => line.read()), total: total.read() };
}

/** A line while its units are counted. */
class CountedLine {
  private readonly reached = { filed: 0, collected: 0, bound: 0 };
  private readonly states = { ca: emptyStates(), seal: emptyStates() };
  private readonly unfinished: UnitRow[] = [];
  private units = 0;

  constructor(private readonly supervisingUnit: string) {}

  add(unit: UnitRow): void {
    this.units += 1;
    for (const state of ['filed', 'collected', 'bound'] as const)
      if (hasReached(unit, state)) this.reached[state] += 1;
    this.states.ca[unit.ca.state] += 1;
    this.states.seal[unit.seal.state] += 1;
    if (!isDone(unit)) this.unfinished.push(unit);
  }

  read(): ReportLine {
    const { supervisingUnit, units, reached, states, unfinished } = this;
    const rate = units === 0 ? 0 : Math.floor((reached.bound * 100) / units);
    return { supervisingUnit, units, ...reached, rate, unfinished, states };
  }
}

const emptyStates = () =>
  Object.fromEntries(TRACK_STATES.map((state) => [state, 0])) as Record<TrackState, number>;

export interface Pace {
  /** Units bound on or before each day, from the first day anything was bound until today. */
  readonly course: readonly { readonly date: CalendarDate; readonly bound: number }[];
  readonly units: number;
  readonly bound: number;
  readonly deadline: CalendarDate;
  /** With today and the last day; null: the holidays of a year between are not published. */
  readonly workingDaysLeft: number | null;
  /** Bound units of which no day is known, or one that is yet to come: of these the recent pace knows nothing. */
  readonly undated: number;
  /** Units a working day still to be bound; null where the days are not known or none is left. */
  readonly needed: number | null;
  /** Units bound a working day, over the last five working days before today and today. null: holidays unknown. */
  readonly recent: number | null;
  /** `no-days`: the deadline is not past, and no working day is left until it. */
  readonly verdict: 'done' | 'over' | 'no-days' | 'on-course' | 'behind' | 'unknown';
}

const RECENT_DAYS = 5;
const UNDATED = '';

/** Progress against the working days that remain until the deadline. */
export function paceOf(units: readonly UnitRow[], today: CalendarDate, deadline: CalendarDate): Pace {
  const days = new Map<CalendarDate, number>();
  let bound = 0;
  for (const unit of units) {
    if (!isDone(unit)) continue;
    bound += 1;
    const day = boundOn(unit);
    // Bound on a day nobody wrote down, or wrote down wrongly: counted from the start.
    const known = day !== null && day <= today ? day : UNDATED;
    days.set(known, (days.get(known) ?? 0) + 1);
  }
  const left = workingDaysLeft(today, deadline);
  const open = units.length - bound;
  const needed = left === null || left === 0 ? null : open / left;
  const recent = recentPace(days, today);
  return {
    course: courseOf(days, today),
    units: units.length,
    bound,
    deadline,
    workingDaysLeft: left,
    undated: days.get(UNDATED) ?? 0,
    needed,
    recent,
    verdict: verdictOf(open, today > deadline, left, needed, recent),
  };
}

function verdictOf(
  open: number,
  isOver: boolean,
  left: number | null,
  needed: number | null,
  recent: number | null,
) {
  if (open === 0) return 'done';
  if (isOver) return 'over';
  if (left === 0) return 'no-days';
  if (needed === null || recent === null) return 'unknown';
  return recent >= needed ? 'on-course' : 'behind';
}

/** The day both were bound; the later trial stands for a binding whose day is not known. */
function boundOn({ ca, seal }: UnitRow): CalendarDate | null {
  const [one, other] = [ca, seal].map(({ dates }) => dates.bound ?? dates['login-tried'] ?? null);
  if (!one || !other) return one ?? other ?? null;
  return one > other ? one : other;
}

function courseOf(days: ReadonlyMap<CalendarDate, number>, today: CalendarDate) {
  const dated = [...days.keys()].filter((day) => day !== UNDATED).sort();
  let sum = days.get(UNDATED) ?? 0;
  const course: { date: CalendarDate; bound: number }[] = [];
  for (const date of dated) {
    sum += days.get(date) ?? 0;
    course.push({ date, bound: sum });
  }
  if (course.at(-1)?.date !== today) course.push({ date: today, bound: sum });
  return course;
}

function recentPace(days: ReadonlyMap<CalendarDate, number>, today: CalendarDate): number | null {
  let sum = 0;
  let counted = 0;
  for (let back = 0; counted < RECENT_DAYS + 1; back += 1) {
    const date = addDays(today, -back);
    const works = isWorkingDay(date);
    if (works === null) return null;
    sum += days.get(date) ?? 0;
    // Today is not over: it counts with what it brought, as no more than a day.
    if (works) counted += 1;
  }
  return sum / (RECENT_DAYS + 1);
}
