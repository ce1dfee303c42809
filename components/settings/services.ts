/** What the settings page needs from the outside. */

import type { AddFilesServices } from '@/components/popup/add-files';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticeInForce } from '@/lib/notice/in-force';
import type { NoticePack } from '@/lib/notice/model';
import type {
  BackupError,
  CertificateRow,
  OpenedBackup,
  Preference,
  ReadRow,
  RestorePlan,
  Settings,
  StoreFailureKind,
  SubjectRow,
} from '@/lib/store/model';
import type { FeedServices, ShownFeed } from './feed-services';
import type { LookedAtPack } from './looked-at-pack';
import type { ShownSite, SiteServices } from './site-services';

/** What this page shows and changes. */
export type ShownSettings = Pick<Settings, 'preview' | 'largeType' | 'thresholds' | 'quiet'>;

/** What certificate files are added to: the real records, also while a date is previewed. */
export interface ShownRecords {
  readonly subjects: readonly SubjectRow[];
  readonly certificates: readonly CertificateRow[];
}

/** Notice packs of this installation, and the part each has today. */
export interface ShownPacks {
  readonly builtin: readonly NoticePack[];
  readonly added: readonly ReadRow[];
  /** Regions to choose from, and the one chosen; null: as the first built-in pack. */
  readonly regions: readonly string[];
  readonly region: string | null;
  readonly inForce: NoticeInForce;
  readonly feed: ShownFeed;
  readonly sites: readonly ShownSite[];
}

export type SettingsHeard =
  | {
      readonly ok: true;
      readonly settings: ShownSettings;
      readonly records: ShownRecords;
      readonly packs: ShownPacks;
    }
  | { readonly ok: false; readonly failure: StoreFailureKind };

/** An opened backup, and what restoring it would do. */
export interface RestoreOffer {
  /** Calendar day in the notice's zone. */
  readonly madeOn: CalendarDate;
  readonly plan: RestorePlan;
  readonly unreadable: OpenedBackup['unreadable'];
  /** Rejects with `StoreFailure`; then nothing was written. */
  restore(preference: Preference): Promise<void>;
}

export type LookedAt =
  | { readonly ok: true; readonly offer: RestoreOffer }
  | { readonly ok: false; readonly error: BackupError };

export interface SettingsServices extends AddFilesServices, FeedServices, SiteServices {
  readonly pack: NoticePack;
  readonly version: string;
  readonly officialAddress: string;
  openNotice(): void;
  openAuthor(): void;
  openDesk(): void;
  /** Reads at once and again after every change, until the signal aborts; failures are heard, not thrown. */
  watch(hear: (heard: SettingsHeard) => void, signal: AbortSignal): void;
  /** Writes reject with `StoreFailure`. */
  setLargeType(on: boolean): Promise<void>;
  setReminders(choice: Pick<Settings, 'thresholds' | 'quiet'>): Promise<void>;
  /** Goes through the background, which copies subjects and certificates into the preview. null: leave it. */
  setPreview(date: CalendarDate | null): Promise<void>;
  /** Hands the person a file with all real records; null: not locked. */
  saveBackup(passphrase: string | null): Promise<void>;
  /** Hands the person a file with whatever lies in a database that does not open. Rejects with `StoreFailure`. */
  saveRescue(): Promise<void>;
  /** Opens a backup file and says what it would change. Changes nothing. */
  lookAtBackup(text: string, passphrase: string | null): Promise<LookedAt>;
  /** Reads a file and says what using it as a notice pack would change. Changes nothing, never rejects. */
  lookAtPack(file: File): Promise<LookedAtPack>;
  removePack(id: string): Promise<void>;
  /** Whose notices are followed; null: as the first built-in pack. */
  setRegion(region: string | null): Promise<void>;
  /** The keys that lead to the card, as the browser writes them; empty: none are set. */
  shortcut(): Promise<string>;
  /** Opens the browser's page for changing them; false where it cannot. */
  changeShortcut(): Promise<boolean>;
  /** Databases of all namespaces, and whatever else the browser keeps for us. */
  eraseEverything(): Promise<void>;
}
