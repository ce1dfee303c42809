/** What a cell below a step's heading says: done, not done, when, or nothing that can be told. Pure. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { areForms, NO_WORDS, TICKS, YES_WORDS } from './cell-words';
import type { TrackState } from './model';
import { keyOf } from './plain';
import { stateIn } from './state-words';
import { STEPS, type Step, stateOfStep } from './step-columns';

/** Why a cell, or a part of it, is left out; each has its own sentence. */
export type StepTrouble = 'not-a-step' | 'day-to-come' | 'no-year' | 'part-of-keys';

export interface SaidOfStep {
  /** The step itself: gone, not gone, or (null) nothing is said of it. */
  readonly done: boolean | null;
  readonly on: CalendarDate | null;
  /** A state of which the cell speaks instead: 「待领」 below 「已领」. */
  readonly state: TrackState | null;
  /** `done` may stand all the same: then it is the day that was left out. */
  readonly trouble: StepTrouble | null;
}

export interface StepContext {
  readonly day: (text: string) => string | null;
  /** In Asia/Shanghai; null: not known, and no day without a year can be told from one to come. */
  readonly today: CalendarDate | null;
  /** Keys wanted by the unit; null: not said. */
  readonly wanted: number | null;
  /** The column holds numbers above one: it counts, and its ones are counts. */
  readonly counts: boolean;
}

/** Of a cell that is as good as empty. */
export const NOTHING: SaidOfStep = { done: null, on: null, state: null, trouble: null };
const GONE: SaidOfStep = { ...NOTHING, done: true };
const NOT_GONE: SaidOfStep = { ...NOTHING, done: false };
const because = (trouble: StepTrouble): SaidOfStep => ({ ...NOTHING, trouble });

const EMPTY = /^(?:[-‐-―−_/\\|.·*~～]*|无|空|没有|(?:无需|不需要?|不用|不涉及|不适用).{0,4}|n\/?a)$/;
const NO = new RegExp(`^(?:${NO_WORDS}|未|没|不|尚未|还没|0(?:\\.0+)?[把个只]?|☐|□)$`);
/** 「未领」, 「还没绑定」: nothing else is said. */
const NOT_YET = /^(?:还|尚|暂)?(?:未|没有?)[^,，;；。、()（）]{1,4}$/;
const YES = new RegExp(`^(?:${YES_WORDS}|已|1(?:\\.0+)?|已?(?:完成|办理|办结|办)|完毕)$`);
const TICK_AND_MORE = new RegExp(`^(?:[${TICKS}]|是)[,，;；:：]?[（(]?(.+?)[)）]?$`);
const COUNT = /^(\d{1,4})(?:\.0+)?(?:把|个|只|枚|套)?$/;
const MONTH_AND_DAY = /^(\d{1,2})(?:[.\-/]|月)(\d{1,2})[日号]?$/;
const DAY_INSIDE = /20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}/;

/** Words that make a deed of a tick with a remark: 「√（代领）」 is 「已领代领」, and read as such a cell is. */
const DEED: Readonly<Record<Step, string>> = {
  filed: '已报',
  returned: '退回补正',
  refiled: '已补正',
  forwarded: '已转服务商',
  ready: '待领',
  collected: '已领',
  unbound: '已解绑',
  bound: '已绑定',
  'login-tried': '已试登录',
};

/** Whether a cell counts above one. */
export function countsMore(text: string): boolean {
  const [, count] = COUNT.exec(keyOf(text)) ?? [];
  return count !== undefined && Number(count) > 1;
}

/**
 * Reads one cell. A stroke or 「无」 is as good as empty; only 「×」, 「否」, 「未领」, 0 deny the step. A day to come is an
 * appointment. A day without a year counts where it is past this year, and is not kept. What is none of these is nobody's to
 * guess.
 */
export function readStepCell(text: string, step: Step, context: StepContext): SaidOfStep {
  const word = keyOf(text);
  if (EMPTY.test(word)) return NOTHING;
  if (NO.test(word) || NOT_YET.test(word)) return NOT_GONE;
  const [, count] = COUNT.exec(word) ?? [];
  if (count !== undefined) return countedAs(Number(count), context);
  if (YES.test(word) || (stateOfStep(step) === 'filed' && areForms(text))) return GONE;
  const dated = dayAs(word, text, context);
  if (dated) return dated;
  const [, more] = TICK_AND_MORE.exec(word) ?? [];
  if (more !== undefined) {
    const day = dayAs(more, more, context);
    if (day) return day;
    const named = stateIn(more) ?? stateIn(`${DEED[step]}(${more})`);
    return named === null ? because('not-a-step') : namedAs(named, more, step, context);
  }
  const state = stateIn(text);
  return state === null ? because('not-a-step') : namedAs(state, text, step, context);
}

function countedAs(count: number, { wanted, counts }: StepContext): SaidOfStep {
  if (wanted !== null && count < wanted) return because('part-of-keys');
  if (wanted !== null) return count === wanted || count === 1 ? GONE : because('not-a-step');
  return count === 1 && !counts ? GONE : because('part-of-keys');
}

function dayAs(word: string, text: string, { day, today }: StepContext): SaidOfStep | null {
  const on = day(text) as CalendarDate | null;
  if (on !== null) return today !== null && on > today ? because('day-to-come') : { ...GONE, on };
  const [, month = '', date = ''] = MONTH_AND_DAY.exec(word) ?? [];
  if (month === '') return null;
  const year = today?.slice(0, 4) ?? '2024';
  const inYear = day(`${year}-${month}-${date}`);
  if (inYear === null) return because('not-a-step');
  return today !== null && inYear <= today ? { ...GONE, trouble: 'no-year' } : because('day-to-come');
}

function namedAs(state: TrackState, text: string, step: Step, context: StepContext): SaidOfStep {
  if (state === 'not-filed') return NOT_GONE;
  const own = stateOfStep(step);
  const inside = DAY_INSIDE.exec(text)?.[0];
  const day = inside === undefined ? null : context.day(inside);
  const isToCome = day !== null && context.today !== null && day > context.today;
  if (isToCome) return because('day-to-come');
  const on = day as CalendarDate | null;
  if (state === own) return { ...GONE, on };
  // 「待领」 below 「已领」: that step is not gone, and another is.
  const isBehind = STEPS.indexOf(state) < STEPS.indexOf(step);
  return { done: !isBehind, on, state, trouble: null };
}
