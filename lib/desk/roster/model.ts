/** The roster: units, how far each is with its CA and its seal, and what was changed when. Types and constants. */
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Audience, Level } from '@/lib/notice/explanation';

/** The way of one certificate, in order; `returned` (退回补正) lies between filing and forwarding. */
export const TRACK_STATES = [
  'not-filed', // 未报
  'filed', // 已报
  'returned', // 退回补正
  'forwarded', // 已转服务商
  'ready', // 待领
  'collected', // 已领
  'unbound', // 已解绑
  'bound', // 已绑定
  'login-tried', // 已试登录
] as const;
export type TrackState = (typeof TRACK_STATES)[number];

export const TRACKS = ['ca', 'seal'] as const;
export type TrackName = (typeof TRACKS)[number];

export interface Track {
  readonly state: TrackState;
  /** In which form the application came; a notice may ask for both. */
  readonly paper: boolean;
  readonly scan: boolean;
  /** The day each state was reached, Asia/Shanghai, as far as it is known. */
  readonly dates: Partial<Record<TrackState, CalendarDate>>;
}

export const CHANGE_SOURCES = ['import', 'update', 'batch', 'hand'] as const;
export type ChangeSource = (typeof CHANGE_SOURCES)[number];

/** Fields of a unit that a list can give and a history can name. */
export const UNIT_FIELDS = [
  'name',
  'code',
  'supervisingUnit',
  'audience',
  'level',
  'contact',
  'phone',
  'keysWanted',
  'ca',
  'seal',
  'notes',
] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];

/** One line of a unit's history. */
export interface UnitEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: ChangeSource;
  /** `added`: the unit came into the roster. */
  readonly field: UnitField | 'added';
  /** As told by `fieldText`; null: nothing was there. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The newest so many lines of a history are kept. */
export const MOST_UNIT_EVENTS = 60;

/** What a unit is, apart from its keeping. */
export interface UnitFacts {
  readonly name: string;
  /** Budget code, unit code or unified social credit code, as the list has it. */
  readonly code: string | null;
  /** 主管预算单位, by name. */
  readonly supervisingUnit: string | null;
  readonly audience: Audience | null;
  readonly level: Level | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly keysWanted: number | null;
  readonly ca: Track;
  readonly seal: Track;
  readonly notes: string | null;
}

export interface UnitRow extends UnitFacts {
  readonly id: string;
  /** Number of the edit that wrote this row: who holds all rows asks for what came since. */
  readonly change: number;
  /** Number of the edit whose content this is: an undoing brings the earlier one back. */
  readonly stamp: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly history: readonly UnitEvent[];
}

/** Lengths above which a text is refused rather than cut. */
export const LONGEST = { line: 200, notes: 1000, most: { keysWanted: 9999 } } as const;

export const NEW_TRACK: Track = { state: 'not-filed', paper: false, scan: false, dates: {} };

export const EDIT_KINDS = ['import', 'update', 'batch', 'hand', 'undo', 'restore'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** What one edit is to do, before it is numbered. */
export interface RosterEdit {
  readonly id: string;
  readonly kind: EditKind;
  /** What it was called: the file's name, or empty. */
  readonly label: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly added: readonly NewUnit[];
  /** Rows as they were and as they shall be. An edit of a row that changed meanwhile is refused whole. */
  readonly changed: readonly { readonly before: UnitRow; readonly after: NewUnit }[];
  readonly removed: readonly UnitRow[];
}

/** A row before the store numbers it. */
export type NewUnit = Omit<UnitRow, 'change' | 'stamp'>;

/** An edit as it is kept, with what undoing it needs; a long one keeps that in pieces, and has no rows here. */
export interface EditRow {
  readonly number: number;
  readonly id: string;
  readonly kind: EditKind;
  readonly label: string;
  readonly at: string;
  /** Ids of the rows that were added. */
  readonly added: readonly string[];
  /** Rows as they were before they were changed, or taken out. */
  readonly before: readonly UnitRow[];
  /** Ids of rows this edit took out of the roster, for those who hold all rows. */
  readonly removed: readonly string[];
  /** Number of the edit that this one took back; null: it took none back. */
  readonly undoes: number | null;
  /** Number of the edit that undid this one; null: it stands. */
  readonly undoneBy: number | null;
}

/** A part of what undoing a long edit needs. */
export interface PieceRow extends Pick<EditRow, 'added' | 'before' | 'removed'> {
  /** Number of the edit. */
  readonly edit: number;
  readonly part: number;
  /** Of an undoing: the rows it brought back and the stamps they then had. */
  readonly stamps: readonly (readonly [id: string, stamp: number])[] | null;
}

/** A filter, sorting and search kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly view: RosterView;
}

export const SORT_FIELDS = ['name', 'code', 'supervisingUnit', 'ca', 'seal', 'updatedAt'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export interface RosterView {
  readonly search: string;
  /** Empty: all. */
  readonly ca: readonly TrackState[];
  readonly seal: readonly TrackState[];
  readonly audience: Audience | null;
  readonly level: Level | null;
  /** null: all; '' : those without one. */
  readonly supervisingUnit: string | null;
  readonly sort: SortField;
  readonly descending: boolean;
  readonly grouped: boolean;
}

export const WHOLE_ROSTER: RosterView = {
  search: '',
  ca: [],
  seal: [],
  audience: null,
  level: null,
  supervisingUnit: null,
  sort: 'supervisingUnit',
  descending: false,
  grouped: true,
};
