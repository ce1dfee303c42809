import type { PageReading } from '@/lib/environment/model';
import type { Plan } from '@/lib/guide/model';
import type { CardTarget, PageArrived } from '@/lib/messaging/contract';
import type { CalendarDate } from '@/lib/notice/calendar';
import { isIrreversible } from '@/lib/page/irreversible-targets';
import type { FrameReport, PageState, TargetName, TargetReport } from '@/lib/page/model';
import type { Namespace } from '@/lib/store/model';
import { NO_SESSIONS, type Sessions } from './continuity';
import type { LoginWatch } from './login-watch';

/** A request to find a target, and what each frame answered. */
export interface PointRequest {
  readonly request: string;
  /** What the request was made for; another key asks anew. */
  readonly key: string;
  readonly target: TargetName | null;
  /** False where the control is only watched for: neither card nor ring speaks of it. */
  readonly isShown: boolean;
  readonly frames: readonly number[];
  readonly answers: Readonly<Record<string, TargetReport>>;
}

/**
 * Numbers on the page's controls, for the phone (issue 4). Frames are asked in turn, since each begins
 * where the one before ended. Numbers hold for one page: another page or document takes them off, so that
 * a number read over the phone never means two controls.
 */
export interface Numbering {
  readonly request: string;
  /** What they were asked for: page state and documents. */
  readonly key: string;
  /** Frames still to be asked; the first has been. */
  readonly waiting: readonly number[];
  /** How many controls carry numbers so far. */
  readonly count: number;
  /** What the page calls them, in their order. */
  readonly labels: readonly string[];
}

/** Whose ledger and which day a plan rests on. */
export interface PlanBasis {
  readonly namespace: Namespace;
  readonly preview: CalendarDate | null;
  readonly today: CalendarDate;
  readonly subject: string | null;
}

export function isSameBasis(one: PlanBasis | null, other: PlanBasis): boolean {
  return (
    one !== null &&
    one.namespace === other.namespace &&
    one.preview === other.preview &&
    one.today === other.today &&
    one.subject === other.subject
  );
}

/**
 * What the background knows of one tab; lives in `storage.session`, since a worker is stopped at will.
 * Holds nothing personal but the chosen subject's random id.
 */
export interface TabState {
  readonly tab: number;
  readonly practice: boolean;
  /** The top document's host where a pack adds it; null: the official one. Absent in states of before. */
  readonly site?: string | null | undefined;
  /** By frame id. */
  readonly frames: Readonly<Record<string, FrameReport>>;
  /** What the tab showed last. */
  readonly page: PageState;
  /** A login under way, or just proved. */
  readonly login: LoginWatch | null;
  readonly sessions: Sessions;
  /** The subject this tab acts for; null: not chosen since the last login. */
  readonly subject: string | null;
  readonly plan: Plan;
  /** What the plan was made on; a word is recorded nowhere else. null: no ledger could be used. */
  readonly basis: PlanBasis | null;
  /** The page sight recorded last, for whom and in which guide: no other subject gets it. */
  readonly attributed: { readonly sight: string; readonly subject: string; readonly guide: string } | null;
  readonly point: PointRequest | null;
  /** The documents in which a taught way to the certificates stands (landmark.ts). Absent in states of before. */
  readonly landmark?: string | null | undefined;
  /** Documents (by frame) that hold our pointer already. */
  readonly pointers: Readonly<Record<string, string>>;
  /** The top document that holds our card already. */
  readonly cardDocument: string | null;
  readonly card: 'none' | 'shown' | 'closed' | 'lost';
  /** The page whose plan the card has painted with a warning not to go on; null: none was. */
  readonly warnsOn: PageState | null;
  /** Numbers on the page's controls; null: none were asked for. */
  readonly numbering: Numbering | null;
  /** What a top document said of its address and access; asked once a document. */
  readonly surroundings: { readonly document: string; readonly reading: PageReading | null } | null;
}

export function newTabState(tab: number, practice: boolean): TabState {
  return {
    tab,
    practice,
    frames: {},
    page: 'unknown',
    login: null,
    sessions: NO_SESSIONS,
    subject: null,
    plan: { kind: 'silent' },
    basis: null,
    attributed: null,
    point: null,
    pointers: {},
    cardDocument: null,
    card: 'none',
    warnsOn: null,
    numbering: null,
    surroundings: null,
  };
}

/** Takes a report in; a late one of the same document changes nothing. */
export function withReport(state: TabState, frame: number, report: FrameReport): TabState {
  const known = state.frames[frame];
  if (known?.document === report.document && known.sequence >= report.sequence) return state;
  return { ...state, frames: { ...state.frames, [frame]: report } };
}

/**
 * A module has come into a frame's document; one known to be there changes nothing. Asked for in a document that was
 * left meanwhile, it may come into the next one before anything is reported of that.
 */
export function withArrival(
  state: TabState,
  frame: number,
  { module, document }: Pick<PageArrived, 'module' | 'document'>,
): TabState {
  if (module === 'guide') return frame === 0 ? withCardIn(state, document) : state;
  if (state.pointers[frame] === document) return state;
  // It was not asked: the question is put anew.
  return { ...state, pointers: { ...state.pointers, [frame]: document }, point: null };
}

/** The top document holds our card, which has painted nothing yet. */
export function withCardIn(state: TabState, document: string): TabState {
  if (state.cardDocument === document) return state;
  return { ...state, cardDocument: document, card: 'none', warnsOn: null };
}

/** Forgets frames that are gone. */
export function withoutFrames(state: TabState, gone: readonly number[]): TabState {
  if (gone.length === 0) return state;
  const keep = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([frame]) => !gone.includes(Number(frame))));
  return { ...state, frames: keep(state.frames), pointers: keep(state.pointers) };
}

export function frameIds(state: Pick<TabState, 'frames'>): readonly number[] {
  return Object.keys(state.frames)
    .map(Number)
    .sort((a, b) => a - b);
}

/** What decides whether the same control is still meant: the target, the step's page and every document. */
export function pointKey(
  state: TabState,
  target: TargetName | null,
  isShown: boolean,
  page: PageState,
): string {
  const documents = frameIds(state).map((frame) => `${frame}:${state.frames[frame]?.document}`);
  return JSON.stringify([target, isShown, page, documents]);
}

/**
 * Whether the control that is asked for may be ringed yet. One that may not be undone waits until the card
 * has painted its warning, in the document that is there now, about the page that is there now; without a
 * card, or with one that lost its place, it is not ringed at all (design.md §3.4).
 */
export function mayRing({ point, plan, card, cardDocument, frames, warnsOn, page }: TabState): boolean {
  if (!point?.target || !isIrreversible(point.target)) return true;
  const isCardUp = card === 'shown' && cardDocument !== null && cardDocument === frames[0]?.document;
  // Where the plan has no warning of its own, the step itself says on the card that it may not be undone.
  const warns = plan.kind === 'guide' && plan.notes.some(({ tone }) => tone === 'stop');
  return isCardUp && (!warns || warnsOn === page);
}

/**
 * Where the target is in the tab as a whole, and which frame may draw the ring. Nothing is drawn before
 * every frame has answered, nor when two frames found one: pointing at the wrong control is worse than
 * pointing at none (design.md §3.3).
 */
export function settleTarget(point: PointRequest | null): {
  readonly card: CardTarget;
  readonly ring: number | null;
} {
  const none = { state: 'none', label: null, place: null } as const;
  if (!point?.target || !point.isShown) return { card: none, ring: null };
  const answers = point.frames.map((frame) => ({ frame, report: point.answers[frame] }));
  if (answers.some(({ report }) => report === undefined)) return { card: none, ring: null };
  const found = answers.filter(({ report }) => report?.state === 'found');
  const [only] = found;
  if (found.length > 1 || answers.some(({ report }) => report?.state === 'ambiguous')) {
    const reasons = answers.find(({ report }) => report?.state === 'ambiguous')?.report?.reasons;
    return { card: { state: 'ambiguous', label: null, place: null, reasons }, ring: null };
  }
  if (!only) {
    // A frame that has it but cannot show it says more than those that never had it.
    const hidden = answers.find(({ report }) => report?.reasons.includes('covered'))?.report;
    return { card: { state: 'missing', label: null, place: null, reasons: hidden?.reasons }, ring: null };
  }
  const { label = null, reasons } = only.report ?? {};
  return {
    card: { state: 'found', label, place: only.frame === 0 ? 'top' : 'inner', reasons },
    ring: only.frame,
  };
}
