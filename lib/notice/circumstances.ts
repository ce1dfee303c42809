/**
 * What some notices tell people apart by besides audience and level: the unit's batch, what the person takes part in,
 * the date of the project, the day something was received. Asked only where an answer depends on it. Pure.
 */
import type { CalendarDate } from './calendar';
import { fits } from './condition';
import { isCalendarDate } from './days';
import type { NoticeCase } from './explanation';
import type { Activity, Batch, Condition, NoticeEvent, NoticePack } from './model';
import { RECEIVED, type Received } from './sourcing';

/** As far as known; what is absent is not known. */
export type Circumstances = Pick<NoticeCase, 'batch' | 'activities' | 'projectDate' | 'received' | 'events'>;

/** What a notice has to be told of this audience before all its answers are certain. */
export interface Asked {
  /** To choose one from; empty: nothing depends on it. */
  readonly batches: readonly Batch[];
  /** Each to be answered by itself. */
  readonly activities: readonly Activity[];
  readonly projectDate: boolean;
  /** What a day counts from the receipt of. */
  readonly received: readonly Received[];
  /** What a day counts from besides. */
  readonly events: readonly NoticeEvent[];
}

export const CIRCUMSTANCES = [
  'batch',
  'activity',
  'project-date',
  'new-ca-received',
  'notice-received',
  'event',
] as const;

/** One thing said. `value`: the pack's id of a batch or an activity, the day, or an event with its day. */
export interface Said {
  readonly of: (typeof CIRCUMSTANCES)[number];
  readonly value: string;
  readonly answer: 'yes' | 'no';
}

/** A day is all that is said. */
export const isDay = (of: Said['of']): boolean => of !== 'batch' && of !== 'activity' && of !== 'event';

/** An event and its day as one value, and back; null where it is none. */
export const writeEvent = (event: string, day: CalendarDate): string => `${event} ${day}`;
export function readEvent(value: string): { readonly event: string; readonly day: CalendarDate } | null {
  const [event = '', day = '', ...more] = value.split(' ');
  return event !== '' && more.length === 0 && isCalendarDate(day) ? { event, day } : null;
}

export const receiptOf = (of: Received) => `${of}-received` as const;

/** What is asked once has one answer; each activity has its own. */
export function thingOf({ of, value }: Pick<Said, 'of' | 'value'>): string {
  if (of === 'event') return `${of} ${value.split(' ')[0]}`;
  return of === 'activity' ? `${of} ${value}` : of;
}

/**
 * What is known by what was said, the later last. Activities count only once each that is asked about was answered: one that was
 * not asked about yet is not one the person takes no part in.
 */
export function settle(asked: Asked, said: readonly Said[]): Circumstances {
  const last = [...new Map(said.map((each) => [thingOf(each), each] as const)).values()];
  const batch = last.find(({ of, value }) => of === 'batch' && asked.batches.some(({ id }) => id === value));
  const project = last.find(({ of, value }) => of === 'project-date' && isCalendarDate(value));
  const received = asked.received.flatMap((thing) => {
    const word = last.find(({ of, value }) => of === receiptOf(thing) && isCalendarDate(value));
    return word ? [[thing, word.value] as const] : [];
  });
  const events = last.flatMap(({ of, value }) => {
    const said = of === 'event' ? readEvent(value) : null;
    return said && asked.events.some(({ id }) => id === said.event) ? [[said.event, said.day] as const] : [];
  });
  const answers = asked.activities.map(({ id }) =>
    last.find(({ of, value }) => of === 'activity' && value === id),
  );
  const isAnswered = answers.length > 0 && answers.every((each) => each !== undefined);
  return {
    ...(batch && { batch: batch.value }),
    ...(project && asked.projectDate && { projectDate: project.value }),
    ...(received.length > 0 && { received: Object.fromEntries(received) }),
    ...(events.length > 0 && { events: Object.fromEntries(events) }),
    ...(isAnswered && {
      activities: answers.flatMap((each) => (each?.answer === 'yes' ? [each.value] : [])),
    }),
  };
}

export const ASKED_NOTHING: Asked = {
  batches: [],
  activities: [],
  projectDate: false,
  received: [],
  events: [],
};

type Loose = Readonly<Record<string, unknown>>;

/** Sees every object that may be for this case; what certainly is for others is passed over with all in it. */
function look(value: unknown, asked: NoticeCase, see: (object: Loose) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) look(each, asked, see);
    return;
  }
  const object = value as Loose;
  if (object.when !== undefined && fits(object.when as Condition, asked) === 'no') return;
  see(object);
  for (const each of Object.values(object)) look(each, asked, see);
}

/**
 * What the notice followed tells apart for this audience. Notices beside it are not asked about: ids of two notices need
 * not mean the same, so a batch of one is none of the other's.
 */
export function askedBy(pack: NoticePack, of: Pick<NoticeCase, 'audience' | 'level'>): Asked {
  if (pack.batches.length === 0 && pack.activities.length === 0 && !namesDays(pack)) return ASKED_NOTHING;
  const { following, siteProfiles, ...facts } = pack;
  const activities = new Set<string>();
  let byBatch = false;
  let projectDate = false;
  const received = new Set<unknown>();
  const events = new Set<unknown>();
  // No fact goes by the day here: one that begins later is asked about in time.
  look(facts, { ...of, today: pack.publishedOn }, ({ when, kind, of: thing, event }) => {
    const condition = (when ?? {}) as Condition;
    for (const id of condition.activities ?? []) activities.add(id);
    byBatch ||= condition.batches !== undefined || kind === 'batch-from' || kind === 'batch-until';
    if (kind === 'receipt') received.add(thing);
    if (kind === 'event') events.add(event);
    projectDate ||= condition.projectFrom !== undefined || condition.projectUntil !== undefined;
  });
  return {
    batches: byBatch ? pack.batches : [],
    activities: pack.activities.filter(({ id }) => activities.has(id)),
    projectDate,
    received: RECEIVED.filter((each) => received.has(each)),
    events: (pack.events ?? []).filter(({ id }) => events.has(id)),
  };
}

const withDays = new WeakMap<NoticePack, boolean>();

/** Few do; that is looked for once. */
function namesDays(pack: NoticePack): boolean {
  const { following, ...facts } = pack;
  const known =
    withDays.get(pack) ?? /"project(From|Until)":|"kind":"(receipt|event)"/.test(JSON.stringify(facts));
  withDays.set(pack, known);
  return known;
}

export function asksAnything({ batches, activities, projectDate, received, events }: Asked): boolean {
  return [batches, activities, received, events].some(({ length }) => length > 0) || projectDate;
}
