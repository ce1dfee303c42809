/** What the popup needs from the outside: the entrypoint wires it to store and platform, tests to memory. */
import type { MachineReading, PageReading } from '@/lib/environment/model';
import type { Fact, Journey } from '@/lib/guide/model';
import type { ObligationWord } from '@/lib/guide/obligation-words';
import type { PersonsWord } from '@/lib/guide/word-place';
import type { OpenTab } from '@/lib/messaging/contract';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Said } from '@/lib/notice/circumstances';
import type { NoticePack } from '@/lib/notice/model';
import type { ReadyAnswers } from '@/lib/notice/ready';
import type { ComingDate } from '@/lib/reminder/coming-dates';
import type { CertificateRow, Namespace, StoreFailureKind, SubjectRow } from '@/lib/store/model';

/** Everything of the namespace in force that the popup shows, read in one go. */
export interface PopupRecords {
  readonly namespace: Exclude<Namespace, 'practice'>;
  /** The previewed date; null: today is today. */
  readonly preview: CalendarDate | null;
  readonly largeType: boolean;
  /** Days before an expiry at which to remind. */
  readonly thresholds: readonly number[];
  /** Reminders put off, by announcement key. */
  readonly snoozed: Readonly<Record<string, CalendarDate>>;
  readonly subjects: readonly SubjectRow[];
  readonly certificates: readonly CertificateRow[];
  /** Facts of all subjects' journeys: what was seen and said is derived from them. */
  readonly facts: readonly Fact[];
  /** Which notice each journey followed; absent at the first paint, which goes by facts alone. */
  readonly journeys?: readonly Journey[] | undefined;
}

export type Heard =
  | { readonly ok: true; readonly records: PopupRecords }
  | { readonly ok: false; readonly failure: StoreFailureKind };

/** A form that was open when the popup closed: kept in memory by the browser, never on disk. */
export type FormDraft =
  | {
      readonly form: 'subject';
      readonly namespace: Namespace;
      /** null: a new one. */
      readonly id: string | null;
      readonly values: Readonly<Record<string, string>>;
    }
  | {
      readonly form: 'certificate';
      readonly namespace: Namespace;
      readonly id: string | null;
      readonly subject: string;
      readonly values: Readonly<Record<string, string>>;
    };

/** What the popup remembers while the browser runs. */
export interface PopupMemory {
  /** The subject that was looked at last. */
  readonly subject: string | null;
  readonly draft: FormDraft | null;
  /** What pages showed and the person did not want kept (`offerKey`); absent: nothing. */
  readonly declined?: readonly string[] | undefined;
}

export interface PopupTab extends OpenTab {
  /** The tab in front of the person. */
  readonly current: boolean;
}

export interface DataHealth {
  /** The browser threw earlier data away (a damaged database, without telling). */
  readonly lost: boolean;
  /** Rows that cannot be read; they are left out and kept. */
  readonly unreadable: number;
}

/** What is known of the notices at hand. */
export interface Notices {
  /** The notice to follow on a day: each time the same object. null: not read yet, and `readAll` has it read. */
  on(day: CalendarDate): NoticePack | null;
  /**
   * Where notices beside the one followed are not read yet: what all of them say together, in the cases that were
   * asked before. null: the notice followed has all that belongs to it.
   */
  readonly answers: ReadyAnswers | null;
  /** Reads every pack; the popup is drawn anew then. */
  readAll(): void;
}

export interface PopupServices {
  /** The notice to follow; inside the popup that of the day shown (`useFollowed`). */
  readonly pack: NoticePack;
  readonly notices: Notices;
  /** Address that "打开苏采云" opens, to be shown. */
  readonly officialAddress: string;
  now(): Date;
  newId(): string;
  /**
   * Reads at once and again after every change, until the signal aborts. Never throws: a failure is heard
   * like a reading.
   */
  watch(hear: (heard: Heard) => void, signal: AbortSignal): void;
  recall(): Promise<PopupMemory>;
  /** Keeps what is given and leaves the rest; best effort. */
  remember(part: Partial<PopupMemory>): void;
  /** Writes reject with `StoreFailure`; once they resolve, the row is durable. */
  saveSubject(row: SubjectRow): Promise<void>;
  /** Also removes its certificates and records. */
  removeSubject(id: string): Promise<void>;
  saveCertificate(row: CertificateRow): Promise<void>;
  removeCertificate(id: string): Promise<void>;
  /** Records the person's word about an obligation. */
  say(subject: string, obligation: string, answer: 'yes' | 'no'): Promise<void>;
  /** Records the person's word in a guide, or picks one. */
  tell(subject: string, guide: string, word: PersonsWord): Promise<void>;
  /** Records what the notice tells the subject apart by. */
  sayCircumstance(subject: string, said: Said): Promise<void>;
  /** Takes a word back. */
  retract(word: Pick<ObligationWord, 'subject' | 'fact'>): Promise<void>;
  /** Records that the person has met a trouble, or that it is over. */
  sayTrouble(subject: string, trouble: string, answer: 'yes' | 'no'): Promise<void>;
  /** Oldest engines that we support. */
  readonly browserFloor: { readonly chromium: number; readonly firefox: number };
  /** This computer, and the page of the system that is open: the one in front first. */
  readEnvironment(): Promise<{ readonly machine: MachineReading; readonly page: PageReading | null }>;
  /** Tabs of ours on the system; empty where the background does not answer. */
  tabs(): Promise<readonly PopupTab[]>;
  /** How the kept data fares. Reads every row: ask after the first paint. */
  health(): Promise<DataHealth>;
  /** Hands the person what a database that does not open holds, as a backup file. Rejects with `StoreFailure`. */
  saveRescue(): Promise<void>;
  /** The person knows that earlier data is gone. */
  acknowledgeLoss(): Promise<void>;
  /** Puts the reminder of a certificate off until a day; in the real records alone. */
  snooze(certificate: CertificateRow, until: CalendarDate): Promise<void>;
  /** Hands the person a calendar file with an alarm for each threshold. */
  saveCalendar(
    dates: readonly ComingDate[],
    describe: (date: ComingDate) => string,
    thresholds: readonly number[],
  ): Promise<void>;
  /** Rejects where the browser does not let us. */
  copyText(text: string): Promise<void>;
  /** The keys that lead to the card on the page, as the browser writes them; empty: none are set. */
  shortcut(): Promise<string>;
  chooseSubject(tab: number, subject: string): Promise<boolean>;
  leavePreview(): Promise<void>;
  openOfficialSite(): void;
  openPractice(): void;
  /** The page that prints or saves what was done in a guide. */
  openSummary(subject: string, guide: string): void;
  openSettings(): void;
  /** A page of its own with everything on it, which prints itself: a popup closes under the print dialog. */
  openPrint(): void;
  /** The full page for adding certificate files: a popup may close under the file dialog. */
  openAddFiles(): void;
  /** A subject's guide in a page of its own: the one that its certificates call for, whatever was picked before. */
  openGuide(subject: string): void;
}
