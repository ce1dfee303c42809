/** The backup file `rebind.backup/1` and what restoring it would do. Types only. */
import type { UnitRow } from '@/lib/desk/roster/model';
import type { Fact, Journey } from '@/lib/guide/model';
import type {
  BackupTable,
  CertificateRow,
  DraftRow,
  PackRow,
  SettingRow,
  SubjectRow,
} from '@/lib/store/row-model';

export const BACKUP_FORMAT = 'rebind.backup/1';

/** Shape of the rows inside; a file of a later shape is refused, an earlier one is completed. */
export const BACKUP_SCHEMA = 5;

/** Every readable row of a namespace. */
export interface StoreRows {
  readonly subjects: readonly SubjectRow[];
  readonly certificates: readonly CertificateRow[];
  readonly journeys: readonly Journey[];
  /** In order. */
  readonly facts: readonly Fact[];
  readonly units: readonly UnitRow[];
  readonly drafts: readonly DraftRow[];
  readonly packs: readonly PackRow[];
  readonly settings: readonly SettingRow[];
}

/** Why a file cannot be restored; each has its own sentence. */
export type BackupError =
  | 'not-a-backup'
  | 'newer-version'
  /** The checksum does not fit: damaged on the way, or edited. */
  | 'damaged'
  /** Locked, and no passphrase was given. */
  | 'locked'
  /** The passphrase does not open it, or the file is damaged: AES-GCM cannot tell. */
  | 'wrong-passphrase';

export class BackupFailure extends Error {
  override readonly name = 'BackupFailure';
  constructor(readonly kind: BackupError) {
    super(`backup: ${kind}`);
  }
}

export interface OpenedBackup {
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly rows: StoreRows;
  /** Rows in the file that fail the check at the border, by table. */
  readonly unreadable: Readonly<Record<BackupTable, number>>;
}

/** What becomes of one table's rows. */
export interface TablePlan {
  readonly added: number;
  /** Here already, the same. */
  readonly same: number;
  /** Here already, and different: kept or replaced, as the person chooses. */
  readonly different: number;
  /** Belongs to nothing that is here or comes along. */
  readonly orphaned: number;
}

export type RestorePlan = Readonly<Record<BackupTable, TablePlan>>;

/** What wins where both have a row and they differ. */
export type Preference = 'ours' | 'backup';
