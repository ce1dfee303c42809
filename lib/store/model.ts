/** Rows of the database and the repositories over them. Types only; Dexie stays in this folder. */
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Audience, Level } from '@/lib/notice/explanation';

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
    put(row: CertificateRow): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly ledger: {
    /** Creates the journey if it is new; an existing one keeps its pinned pack version. */
    begin(journey: Journey): Promise<Journey>;
    journeys(subject?: string): Promise<readonly Journey[]>;
    /** In order. */
    facts(journey: string): Promise<readonly Fact[]>;
    /** Appends; facts whose id is already there are passed over. Returns those that were new, numbered. */
    append(facts: readonly NewFact[]): Promise<readonly Fact[]>;
  };
  readonly settings: {
    get<K extends keyof Settings>(key: K): Promise<Settings[K]>;
    set<K extends keyof Settings>(key: K, value: Settings[K]): Promise<void>;
  };
  close(): void;
}
