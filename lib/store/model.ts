/** Rows of the database and the repositories over them. Types only; Dexie stays in this folder. */

import type { Draft } from '@/lib/author/draft';
import type { LooseEntry } from '@/lib/author/sections';
import type { CertificateDetails } from '@/lib/certificate/details';
import type { CallTally } from '@/lib/desk/caller/call-note';
import type { EditRow, RosterEdit, SavedView, UnitRow } from '@/lib/desk/roster/model';
import type { Administration, FeedChoice, FeedOffer, FeedOwner, FeedState } from '@/lib/feed/model';
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { PackRules } from '@/lib/notice/pack-rules';
import type { ReadyAnswers, ReadyNotice } from '@/lib/notice/ready';
import type { SiteProfile } from '@/lib/page/taught';
import type { QuietHours } from '@/lib/reminder/quiet-hours';
import type { Preference, RestorePlan, StoreRows } from './backup/model';

export type { BackupError, OpenedBackup, Preference, RestorePlan, StoreRows } from './backup/model';

import type { CardPlace } from '@/lib/overlay/card-place';

/**
 * Each namespace is a database of its own, so that a preview or a rehearsal cannot touch the real ledger
 * even by mistake (design.md §4).
 */
export const NAMESPACES = ['real', 'preview', 'practice'] as const;
export type Namespace = (typeof NAMESPACES)[number];

export interface SubjectRow {
  readonly id: string;
  /** The unit's or firm's name as the person calls it. Personal: never on the host page. */
  readonly name: string;
  readonly audience: Audience;
  readonly level: Level;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

export type CertificateKind = 'ca' | 'seal';
export type CertificateGeneration = 'old' | 'new';

export interface CertificateRow {
  readonly id: string;
  readonly subject: string;
  readonly kind: CertificateKind;
  readonly generation: CertificateGeneration;
  readonly label: string;
  readonly holder: string | null;
  /** Both ends inclusive, calendar days in Asia/Shanghai; null where the person does not know. */
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate;
  readonly createdAt: string;
  /** null: nothing was noted, as in every row of versions before 3. */
  readonly details: CertificateDetails | null;
}

/** A draft as it is kept: its parts and fields are those of the form that wrote it. */
export interface DraftRow extends Omit<Draft, 'header' | 'entries' | 'unchecked' | 'corrects' | 'baseFile'> {
  /** Absent in drafts of a form that did not read whole notices yet. */
  readonly unchecked?: readonly string[] | undefined;
  /** Absent in drafts of a form that could not change other notices yet. */
  readonly corrects?: readonly string[] | undefined;
  readonly baseFile?: string | undefined;
  readonly header: Readonly<Record<string, string>>;
  readonly entries: Readonly<Record<string, readonly LooseEntry[]>>;
}

/** A notice pack somebody added, as its file wrote it: whoever uses it reads it with `loadPack`. */
export interface PackRow {
  /** The pack's own id: of each pack one version is kept. */
  readonly id: string;
  readonly version: string;
  /** JSON. */
  readonly text: string;
  readonly source:
    | { readonly kind: 'file'; readonly name: string }
    /** Signed by the key of this thumbprint; the digest is of the signed file. */
    | {
        readonly kind: 'feed';
        readonly owner: FeedOwner;
        readonly address: string;
        readonly key: string;
        readonly sha256: string;
      };
  /** ISO 8601, UTC. */
  readonly addedAt: string;
}

/** What is known of the feed, a row each. */
export type FeedRow =
  /** The policy as it was last read. */
  | { readonly key: 'administration'; readonly value: Administration }
  /** The person's own feed. */
  | { readonly key: 'choice'; readonly value: FeedChoice }
  | { readonly key: 'state'; readonly value: FeedState };

export interface FeedReading {
  readonly administration: Administration;
  readonly choice: FeedChoice | null;
  readonly state: FeedState | null;
}

/** What is ready, by the name it is kept under. */
export interface ReadyParts {
  readonly notice: ReadyNotice;
  /** Notices in force beside it. */
  readonly beside: readonly NoticePack[];
  readonly answers: ReadyAnswers;
}

/** Which build made something ready, out of which shelf (`shelfMark`). */
export interface ReadyStamp {
  readonly build: string;
  readonly mark: string;
  /** The mark by ids alone. */
  readonly glance: string;
}

/** One of them, under its name. */
export type ReadyPart = {
  [K in keyof ReadyParts]: { readonly key: K; readonly value: ReadyParts[K] };
}[keyof ReadyParts];

type Loose = Record<string, unknown>;

/** As the database hands it out: what is inside a pack or an answer is typed by what wrote it. */
export type ReadyRow =
  | (ReadyStamp & {
      readonly key: 'notice';
      readonly value: Omit<ReadyNotice, 'pack'> & { readonly pack: Loose | null };
    })
  | (ReadyStamp & { readonly key: 'beside'; readonly value: Loose[] })
  | (ReadyStamp & { readonly key: 'answers'; readonly value: Record<string, Loose> });

/** All that decides which notices are at hand, read at one moment. */
export interface ShelfReading {
  readonly mark: string;
  readonly glance: string;
  readonly isPlain: boolean;
  readonly packs: readonly PackRow[];
  readonly region: string | null;
  readonly profiles: readonly SiteProfile[];
  readonly rules: PackRules;
}

/** A row, and the pack its text holds; null where it is none (any more). */
export interface ReadRow {
  readonly row: PackRow;
  readonly pack: NoticePack | null;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** Known settings, in the real database alone. */
export interface Settings {
  /** A date being previewed, or null. */
  readonly preview: CalendarDate | null;
  readonly largeType: boolean;
  /** Expiry reminders already given (lib/reminder): certificate and last day → threshold in days. */
  readonly announced: Readonly<Record<string, number>>;
  /** Days before an expiry at which to remind; empty: never. */
  readonly thresholds: readonly number[];
  readonly quiet: QuietHours | null;
  /** Reminders put off: announcement key → the day from which they are told again. */
  readonly snoozed: Readonly<Record<string, CalendarDate>>;
  /** Where the person left the card, by system id. */
  readonly cardPlaces: Readonly<Record<string, CardPlace>>;
  /** The desk's filters and sortings of the roster, by name. */
  readonly rosterViews: readonly SavedView[];
  /** Until when the roster's units shall be done, where the desk sets it; null: as the notice says. */
  readonly rosterDeadline: CalendarDate | null;
  /** Calls the desk took, by day and cause. */
  readonly callTally: CallTally;
  /** Whose notices are followed, as packs write it: 江苏省常州市; null: as the built-in pack. */
  readonly noticeRegion: string | null;
  /** What the desk taught of systems' controls; overrides what packs say, control by control. */
  readonly siteProfiles: readonly SiteProfile[];
}

/** Why the database cannot be used; each has its own sentence in the locale files. */
export type StoreFailureKind =
  | 'newer-version' // written by a newer Rebind; left as it is
  | 'upgrade-failed'
  | 'corrupted'
  | 'refused' // storage switched off, private window
  | 'quota'
  | 'blocked' // another page of ours holds an older version open
  | 'unknown';

export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  constructor(
    readonly kind: StoreFailureKind,
    options?: { cause?: unknown },
  ) {
    super(`store: ${kind}`, options);
  }
}

export const TABLE_NAMES = [
  'subjects',
  'certificates',
  'journeys',
  'facts',
  'settings',
  'units',
  'rosterEdits',
  'rosterPieces',
  'drafts',
  'packs',
  'feed',
  'ready',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/**
 * What a backup holds. Edits of the roster are what undoing needs here and now; they stay behind, and so
 * does the feed: whom to trust is decided on each computer. What is ready is made out of the rest.
 */
export const BACKUP_TABLES = [
  'subjects',
  'certificates',
  'journeys',
  'facts',
  'units',
  'drafts',
  'packs',
  'settings',
] as const;
export type BackupTable = (typeof BACKUP_TABLES)[number];

/** A row that fails the check at the border: left out of every answer, kept in the database. */
export interface BadRow {
  readonly table: TableName;
  /** Primary key, as text. */
  readonly key: string;
  /** Paths of the fields that fail, without their values; empty where the row is no object at all. */
  readonly fields: readonly string[];
}

export interface StoreHealth {
  readonly rows: Readonly<Record<TableName, number>>;
  readonly bad: readonly BadRow[];
  /**
   * Data was kept here and the browser has thrown it away (Chromium does so with a damaged database, without
   * telling). The database in use is a new one. True until `acknowledgeLoss`.
   */
  readonly lost: boolean;
}

/** What came since an edit. */
export interface RosterSince {
  readonly changed: readonly UnitRow[];
  readonly removed: readonly string[];
  readonly lastEdit: number;
}

/** What the desk shows of the roster. */
export interface RosterReading {
  readonly units: readonly UnitRow[];
  readonly lastEdit: number;
  /** The newest first. */
  readonly edits: readonly EditRow[];
  readonly views: readonly SavedView[];
  readonly deadline: CalendarDate | null;
  /** Today, or the day being previewed. */
  readonly today: CalendarDate;
  readonly largeType: boolean;
}

/** `stale`: something else was written meanwhile; `cancelled`: the signal was aborted. Nothing was done. */
export type EditOutcome =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly why: 'stale' | 'cancelled' };

export interface ApplyOptions {
  /** Aborted before the last row is handed over, nothing is done; later, the edit is done all the same. */
  readonly signal?: AbortSignal;
  /** How far it is, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

export interface UndoOutcome {
  readonly number: number;
  /** Rows that are as they were before. */
  readonly undone: number;
  /** Rows that something else has changed since: left as they are. */
  readonly kept: number;
}

/** All reads and writes of one namespace. Writers hold the Web Lock; every write is durable once it resolves. */
export interface Store {
  readonly namespace: Namespace;
  readonly subjects: {
    list(): Promise<readonly SubjectRow[]>;
    get(id: string): Promise<SubjectRow | undefined>;
    put(row: SubjectRow): Promise<void>;
    /** Also removes the subject's certificates, journeys and facts: one-press erase. */
    remove(id: string): Promise<void>;
  };
  readonly certificates: {
    list(subject?: string): Promise<readonly CertificateRow[]>;
    /** Refused where the subject is not there: what was erased stays erased. */
    put(row: CertificateRow): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly ledger: {
    /**
     * Creates the journey if it is new; an existing one keeps its pinned pack version. Refused where the
     * subject is not there: a page's late report must not revive what the person erased.
     */
    begin(journey: Journey): Promise<Journey>;
    journeys(subject?: string): Promise<readonly Journey[]>;
    /** In order. */
    facts(journey: string): Promise<readonly Fact[]>;
    /**
     * Appends all or none; facts whose id is already there are passed over. Returns those that were new,
     * numbered. Refused where a journey has not begun, and where assertion and body disagree (a page cannot
     * say, a person cannot see: design.md §3.5).
     */
    append(facts: readonly NewFact[]): Promise<readonly Fact[]>;
  };
  readonly settings: {
    get<K extends keyof Settings>(key: K): Promise<Settings[K]>;
    set<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void>;
    /** Reads and writes in one transaction: what another page wrote meanwhile is not lost. Resolves to what stands then. */
    change<K extends keyof Settings>(
      key: K,
      change: (value: Settings[K]) => Settings[K],
    ): Promise<Settings[K]>;
  };
  /** Units the desk looks after (lib/desk/roster). */
  readonly roster: {
    /** All of them, and the number of the last edit; 0: there was none. */
    list(): Promise<{ readonly units: readonly UnitRow[]; readonly lastEdit: number }>;
    /** What came since an edit; null where that cannot be told, and all must be read again. */
    since(edit: number): Promise<RosterSince | null>;
    /** The newest first, down to the one that is undone next: what was undone since is among them. */
    edits(): Promise<readonly EditRow[]>;
    /**
     * Does an edit, whole or not at all. Refused as stale where a row it changes is not as it was, or where the last
     * edit is not `basedOn` (null: whatever it is).
     */
    apply(edit: RosterEdit, basedOn: number | null, options?: ApplyOptions): Promise<EditOutcome>;
    undo(
      edit: number,
      undo: { readonly id: string; readonly at: string },
      options?: Pick<ApplyOptions, 'onProgress'>,
    ): Promise<UndoOutcome>;
  };
  /** Notices being written. */
  readonly drafts: {
    /** The one changed last first. */
    list(): Promise<readonly Draft[]>;
    put(draft: Draft): Promise<void>;
    remove(id: string): Promise<void>;
  };
  /** Notice packs added to those built in; in the real database alone. */
  readonly packs: {
    /** In the order they were added. */
    list(): Promise<readonly PackRow[]>;
    /** Another text whenever a pack was added, changed or removed; reads no pack. */
    stamp(): Promise<string>;
    /** Takes the place of an older version. Resolves to false, and writes nothing, where a newer one is kept. */
    put(row: PackRow): Promise<boolean>;
    remove(id: string): Promise<void>;
  };
  /** The feed of notice packs; in the real database alone. */
  readonly feed: {
    read(): Promise<FeedReading>;
    setAdministration(administration: Administration): Promise<void>;
    /** Sets or gives up the person's own feed; what was known of another is forgotten, the marks with it. */
    choose(choice: FeedChoice | null): Promise<void>;
    /**
     * Writes what a check has brought, whole. A newer version that is here stays, but for one prescribed. Resolves to
     * false, and writes nothing, where another feed was set meanwhile.
     */
    commit(round: {
      readonly state: FeedState;
      readonly put: readonly PackRow[];
      /** Pack ids, removed before the others are put. */
      readonly remove: readonly string[];
    }): Promise<boolean>;
    /** Uses a pack the feed offers. Resolves to false where it is not offered any more or a newer one is here. */
    takeOffer(row: PackRow, offer: FeedOffer): Promise<boolean>;
  };
  /** Which notices are at hand, and what was worked out of them ahead of the popup; in the real database alone. */
  readonly shelf: {
    /**
     * The mark is another text whenever packs, region, taught profiles or rules changed; it reads no pack. `isPlain`:
     * nothing was added and nothing is ruled.
     */
    trace(): Promise<Pick<ShelfReading, 'mark' | 'glance' | 'isPlain'>>;
    read(): Promise<ShelfReading>;
    /** null where there is none, or it is of another build or shelf. */
    ready<K extends keyof ReadyParts>(
      key: K,
      stamp: Pick<ReadyStamp, 'build' | 'mark'>,
    ): Promise<ReadyParts[K] | null>;
    /** Resolves to false, and writes nothing, where the shelf is not the one of the mark any more. */
    putReady(stamp: Pick<ReadyStamp, 'build' | 'mark'>, rows: readonly ReadyPart[]): Promise<boolean>;
    forgetReady(): Promise<void>;
  };
  /** Reads every row and names those that fail the check at the border. Nothing is changed. */
  health(): Promise<StoreHealth>;
  /** The person has been told that earlier data is gone. */
  acknowledgeLoss(): Promise<void>;
  /**
   * Copies the subjects and certificates of `source` in, so that a preview begins with the person's own
   * case. Repeating it changes nothing; journeys, facts and settings are never copied.
   */
  seedFrom(source: Store): Promise<void>;
  /** Every readable row, for a backup; settings that nobody changed have none. */
  dump(): Promise<StoreRows>;
  /**
   * Restores a backup's rows in one transaction, over what is here at that moment: all of it or nothing.
   * Returns what it did.
   */
  restore(rows: StoreRows, preference: Preference): Promise<RestorePlan>;
  close(): void;
}
