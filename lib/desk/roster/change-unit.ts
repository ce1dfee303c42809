/** Changes of one unit, with the line each leaves in its history. Pure: the instant and the day are given. */
import type { CalendarDate } from '@/lib/notice/calendar';
import {
  type ChangeSource,
  MOST_UNIT_EVENTS,
  NEW_TRACK,
  type NewUnit,
  TRACK_STATES,
  type Track,
  type TrackState,
  UNIT_FIELDS,
  type UnitEvent,
  type UnitFacts,
  type UnitField,
} from './model';
import type { ReadUnit } from './read-units';
import { moveTrack, rankOf } from './said-track';

/** Who changes, when. */
export interface Moment {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The same as a day in Asia/Shanghai. */
  readonly today: CalendarDate;
  readonly by: ChangeSource;
}

export interface Difference {
  readonly field: UnitField;
  readonly from: string | null;
  readonly to: string | null;
  /** A state earlier than the one that is there: rarely true, so it is asked for. */
  readonly backwards: boolean;
}

/**
 * A field as text, for histories and for telling differences: a track as its state's code with the forms of its
 * application (`filed+paper+scan`) and the day of the state (`@2023-09-04`). Where days of earlier states differ, a difference
 * adds them (`;filed@2023-08-01`).
 */
export function fieldText(unit: UnitFacts, field: UnitField): string | null {
  if (field === 'ca' || field === 'seal') return trackText(unit[field]);
  const value = unit[field];
  return value === null ? null : String(value);
}

function trackText({ state, paper, scan, dates }: Track): string {
  const day = dates[state];
  return `${state}${paper ? '+paper' : ''}${scan ? '+scan' : ''}${day ? `@${day}` : ''}`;
}

/** Where a unit goes on to when nothing is amiss; null: it is at the end. */
export function stateAfter(state: TrackState): TrackState | null {
  const way = TRACK_STATES.filter((each) => each !== 'returned');
  // What is sent back is put right and filed again; only then it is passed on.
  return state === 'returned' ? 'filed' : (way[way.indexOf(state) + 1] ?? null);
}

/** 退回补正 comes of the vendor's look at it, and is filed anew: ordinary ways on, though each stands before the other. */
const isBackwards = (from: TrackState, to: TrackState) =>
  rankOf(to) < rankOf(from) &&
  !(from === 'returned' && to === 'filed') &&
  !(from === 'forwarded' && to === 'returned');

/** What a row of a list makes of a unit; what the row does not say stays. Ids and times are not touched. */
export function mergeReading(unit: UnitFacts, reading: ReadUnit, since: CalendarDate | null): UnitFacts {
  return {
    name: reading.name ?? unit.name,
    code: reading.code ?? unit.code,
    supervisingUnit: reading.supervisingUnit ?? unit.supervisingUnit,
    audience: reading.audience ?? unit.audience,
    level: reading.level ?? unit.level,
    contact: reading.contact ?? unit.contact,
    phone: reading.phone ?? unit.phone,
    keysWanted: reading.keysWanted ?? unit.keysWanted,
    ca: moveTrack(unit.ca, reading.ca, since),
    seal: moveTrack(unit.seal, reading.seal, since),
    notes: reading.notes ?? unit.notes,
  };
}

/** A unit that only a list knows. Its name is its code where the list gives no name. */
export function unitOf(reading: ReadUnit): UnitFacts {
  const bare: UnitFacts = {
    name: reading.code ?? '',
    code: null,
    supervisingUnit: null,
    audience: null,
    level: null,
    contact: null,
    phone: null,
    keysWanted: null,
    ca: NEW_TRACK,
    seal: NEW_TRACK,
    notes: null,
  };
  return mergeReading(bare, reading, null);
}

export function differencesOf(before: UnitFacts, after: UnitFacts): readonly Difference[] {
  const differences: Difference[] = [];
  for (const field of UNIT_FIELDS) {
    const isTrack = field === 'ca' || field === 'seal';
    const others = isTrack ? otherDays(before[field], after[field]) : { from: '', to: '' };
    const from = withDays(fieldText(before, field), others.from);
    const to = withDays(fieldText(after, field), others.to);
    if (from === to) continue;
    const backwards = isTrack && isBackwards(before[field].state, after[field].state);
    differences.push({ field, from, to, backwards });
  }
  return differences;
}

const withDays = (text: string | null, days: string) => (days === '' ? text : `${text ?? ''}${days}`);

/** Days of earlier states that differ, as each side has them: `;collected@2026-11-03`. */
function otherDays(before: Track, after: Track): { readonly from: string; readonly to: string } {
  let [from, to] = ['', ''];
  for (const state of TRACK_STATES) {
    const [was, is] = [before.dates[state], after.dates[state]];
    if (was === is) continue;
    if (was !== undefined && state !== before.state) from += `;${state}@${was}`;
    if (is !== undefined && state !== after.state) to += `;${state}@${is}`;
  }
  return { from, to };
}

/** The unit with what is new and a history that says so; null where nothing differs. */
export function changeUnit(unit: NewUnit, facts: UnitFacts, moment: Moment): NewUnit | null {
  const differences = differencesOf(unit, facts);
  if (differences.length === 0) return null;
  const events = differences.map(
    ({ field, from, to }): UnitEvent => ({ at: moment.at, by: moment.by, field, from, to }),
  );
  return {
    ...facts,
    id: unit.id,
    createdAt: unit.createdAt,
    updatedAt: moment.at,
    history: [...unit.history, ...events].slice(-MOST_UNIT_EVENTS),
  };
}

/** A unit new in the roster. */
export function addUnit(id: string, facts: UnitFacts, moment: Moment): NewUnit {
  return {
    ...facts,
    id,
    createdAt: moment.at,
    updatedAt: moment.at,
    history: [{ at: moment.at, by: moment.by, field: 'added', from: null, to: null }],
  };
}
