/**
 * The notice to follow, worked out ahead of the page that shows it first. Reading and checking two hundred packs takes a
 * second; what comes of it is one notice that holds until a day that can be named. Pure.
 */
import type { CalendarDate } from './calendar';
import { addDays } from './days';
import type { Explanation, NoticeCase } from './explanation';
import type { NoticePack } from './model';
import { RECEIVED } from './sourcing';
import { startOf } from './standing';

/** The notice to follow from a day on, as long as the packs at hand stay as they are. */
export interface ReadyNotice {
  readonly from: CalendarDate;
  /** The first day on which something else may be followed; null: there is none in sight. */
  readonly before: CalendarDate | null;
  /** Without the notices beside it (`following.beside`); null: what ships with the product, as it is. */
  readonly pack: NoticePack | null;
  /** How many are beside it: they are kept apart, and speak through `ReadyAnswers` until they are read. */
  readonly beside: number;
}

/** What the notice and those beside it say together, by `caseKey`. */
export type ReadyAnswers = Readonly<Record<string, Explanation>>;

export interface MadeReady {
  readonly notice: ReadyNotice;
  readonly beside: readonly NoticePack[];
}

const DAYS_OF_FACTS = /"valid(From|Until)":"(\d{4}-\d{2}-\d{2})"/g;

/** Days on which what a pack has to say begins or ends. */
function turnsOf(pack: NoticePack): readonly CalendarDate[] {
  const ofFacts = [...JSON.stringify(pack).matchAll(DAYS_OF_FACTS)].map(([, which, day = '']) =>
    which === 'From' ? day : addDays(day, 1),
  );
  const { until } = pack.validity;
  return [startOf(pack), ...(until === undefined ? [] : [addDays(until, 1)]), ...ofFacts];
}

/**
 * The first day after `today` on which another notice may be followed, or the same with other facts. Days of packs that
 * have no part in it count too: one too many costs a reading, one too few shows void law.
 */
export function nextTurn(packs: readonly NoticePack[], today: CalendarDate): CalendarDate | null {
  const later = packs.flatMap(turnsOf).filter((day) => day > today);
  return later.length === 0 ? null : later.reduce((first, day) => (day < first ? day : first));
}

export function holdsOn(
  { from, before }: Pick<ReadyNotice, 'from' | 'before'>,
  today: CalendarDate,
): boolean {
  return from <= today && (before === null || today < before);
}

/**
 * @param packs at hand
 * @param followed out of them today
 * @param shipped the notice that would be followed if nothing had been added
 */
export function makeReady(
  packs: readonly NoticePack[],
  followed: NoticePack,
  shipped: NoticePack,
  today: CalendarDate,
): MadeReady {
  const beside = followed.following?.beside ?? [];
  const pack = withBeside(followed, []);
  return {
    notice: {
      from: today,
      before: nextTurn(packs, today),
      pack: followed === shipped ? null : pack,
      beside: followed === shipped ? 0 : beside.length,
    },
    beside: followed === shipped ? [] : beside,
  };
}

/** The notice with those beside it. */
export function withBeside(pack: NoticePack, beside: readonly NoticePack[]): NoticePack {
  return pack.following ? { ...pack, following: { ...pack.following, beside } } : pack;
}

/**
 * Of an answer what countdown and next step are made from: the popup shows nothing else before the rest is read. What is
 * over of another notice is neither counted to nor asked about, and warnings, telephone numbers and silences are the bulk.
 */
export function atFirst(told: Explanation): Explanation {
  // Another's are named by their notice (`complete.ts`).
  const isOver = ({ id, state }: Explanation['obligations'][number]) => state === 'past' && id.includes('/');
  return {
    ...told,
    obligations: told.obligations.filter((each) => !isOver(each)),
    warnings: [],
    contacts: [],
    statements: [],
    silences: [],
    ...(told.notices && { notices: told.notices.slice(0, 1) }),
  };
}

/** A case as one text: the same question has the same key, however its object was put together. */
export function caseKey(asked: NoticeCase): string {
  const { today, audience, level, oldCa, activities, projectDate, batch, received, expiries } = asked;
  return JSON.stringify([
    today,
    audience,
    level ?? null,
    oldCa ?? null,
    activities ? [...activities].sort() : null,
    projectDate ?? null,
    batch ?? null,
    RECEIVED.map((of) => received?.[of] ?? null),
    Object.entries(expiries ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}
