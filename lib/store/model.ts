/** The repositories over the database, and how they fail. Types only; Dexie stays in this folder. */
import type { Draft } from '@/lib/author/draft';
import type { EditRow, RosterEdit, SavedView, UnitRow } from '@/lib/desk/roster/model';
import type { Administration, FeedChoice, FeedOffer, FeedState } from '@/lib/feed/model';
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Preference, RestorePlan, StoreRows } from './backup/model';
import type {
  CertificateRow,
  FeedReading,
  PackRow,
  ReadyPart,
  ReadyParts,
  ReadyStamp,
  Settings,
  ShelfReading,
  SubjectRow,
  TableName,
} from './row-model';

export type { BackupError, OpenedBackup, Preference, RestorePlan, StoreRows } from './backup/model';
export * from './row-model';

/**
 * Each namespace is a database of its own, so that a preview or a rehearsal cannot touch the real ledger
 * even by mistake (design.md §4).
 */
export const NAMESPACES = ['real', 'preview', 'practice'] as const;
export type Namespace = (typeof NAMESPACES)[number];

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
