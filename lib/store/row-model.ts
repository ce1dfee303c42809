/** Rows of the database, as they are handed out. Types and the tables' names only. */
import type { Draft } from '@/lib/author/draft';
import type { LooseEntry } from '@/lib/author/sections';
import type { CertificateDetails } from '@/lib/certificate/details';
import type { CallTally } from '@/lib/desk/caller/call-note';
import type { SavedView } from '@/lib/desk/roster/model';
import type { Administration, FeedChoice, FeedOwner, FeedState } from '@/lib/feed/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { PackRules } from '@/lib/notice/pack-rules';
import type { ReadyAnswers, ReadyNotice } from '@/lib/notice/ready';
import type { CardPlace } from '@/lib/overlay/card-place';
import type { SiteProfile } from '@/lib/page/taught';
import type { QuietHours } from '@/lib/reminder/quiet-hours';

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
