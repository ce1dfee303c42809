/**
 * The shape of the database, version by version. Versions are append-only: a version that has shipped is
 * never edited, each has a frozen example in `fixtures/`, and a test opens every one of them.
 */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { EditRow, PieceRow, UnitRow } from '@/lib/desk/roster/model';
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import type {
  CertificateRow,
  DraftRow,
  FeedRow,
  PackRow,
  ReadyRow,
  SettingRow,
  SubjectRow,
  TableName,
} from './model';

export { DATABASE_NAMES } from './names';

export interface SchemaVersion {
  readonly version: number;
  /** Indexes in Dexie's notation; a table left out is as the version before had it. */
  readonly stores: Readonly<Partial<Record<TableName, string>>>;
  /** Runs inside the version-change transaction: whatever it throws undoes all of it. */
  readonly upgrade?: (transaction: Transaction) => Promise<unknown>;
}

export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      subjects: 'id',
      certificates: 'id',
      journeys: 'id',
      // The key numbers the facts as they arrive; the unique id makes a repeated delivery harmless.
      facts: '++order, &id, journey',
      settings: 'key',
    },
  },
  {
    // Certificates and journeys are asked for by subject, so that erasing one reads nothing of another.
    // Two things are recorded from here on. Of older rows they are not known, and null says so: no start
    // of validity is derived from its end, and a fact written before frames were told apart names none.
    version: 2,
    stores: { certificates: 'id, subject', journeys: 'id, subject' },
    upgrade: async (transaction) => {
      await transaction
        .table('certificates')
        .toCollection()
        .modify((row: Record<string, unknown>) => {
          row.validFrom ??= null;
        });
      await transaction
        .table('facts')
        .toCollection()
        .modify((row: Record<string, unknown>) => {
          row.frame ??= null;
          row.document ??= null;
        });
    },
  },
  {
    // How a key looks, who keeps it, where it is bound and what its file said are recorded from here on.
    version: 3,
    stores: {},
    upgrade: (transaction) =>
      transaction
        .table('certificates')
        .toCollection()
        .modify((row: Record<string, unknown>) => {
          row.details ??= null;
        }),
  },
  {
    // A history may say from here on that a page showed the days. Older rows stay as they are; an older Rebind
    // would call such a row bad, so it is told that this is not its own.
    version: 4,
    stores: {},
  },
  {
    // The roster of the desk, and its edits, which number the changes. Nothing of before is touched.
    version: 6,
    stores: { units: 'id, change', rosterEdits: '++number' },
  },
  {
    // Notices being written. Nothing of before is touched. 5 was never used.
    version: 7,
    stores: { drafts: 'id' },
  },
  {
    // Notice packs added to those built in. The second index tells whether anything changed without reading a
    // text. Nothing of before is touched.
    version: 8,
    stores: { packs: 'id, [id+version+addedAt]' },
  },
  {
    // The feed of notice packs: the policy as read, the person's choice, how far it was followed. A pack may say from
    // here on that it came from a feed. Nothing of before is touched.
    version: 9,
    stores: { feed: 'key' },
  },
  {
    // What the worker works out ahead of the popup, out of the other tables. Nothing of before is touched.
    version: 10,
    stores: { ready: 'key' },
  },
  {
    // What undoing a long edit of the roster needs, in pieces. Edits of before keep theirs in one record, and are read
    // so. Nothing of before is touched.
    version: 11,
    stores: { rosterPieces: '[edit+part]' },
  },
];

/** What is read is not trusted before it passed the check at the border; what is written has passed it. */
export interface RebindDatabase extends Dexie {
  readonly subjects: Table<unknown, string, SubjectRow>;
  readonly certificates: Table<unknown, string, CertificateRow>;
  readonly journeys: Table<unknown, string, Journey>;
  readonly facts: Table<unknown, number, NewFact | Fact>;
  readonly settings: Table<unknown, string, SettingRow>;
  readonly units: Table<unknown, string, UnitRow>;
  readonly rosterEdits: Table<unknown, number, EditRow>;
  readonly rosterPieces: Table<unknown, readonly [edit: number, part: number], PieceRow>;
  readonly drafts: Table<unknown, string, DraftRow>;
  readonly packs: Table<unknown, string, PackRow>;
  readonly feed: Table<unknown, string, FeedRow>;
  readonly ready: Table<unknown, string, ReadyRow>;
}

/** Dexie keeps one decimal of a version, so the engine sees ten times the number. */
export function engineVersion(versions: readonly SchemaVersion[]): number {
  return Math.max(...versions.map(({ version }) => version)) * 10;
}

/** The database object, not opened yet. */
export function createDatabase(
  name: string,
  engine: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange },
  versions: readonly SchemaVersion[],
): RebindDatabase {
  const database = new Dexie(name, {
    ...engine,
    addons: [],
    autoOpen: false,
    // An acknowledged write survives a crash of the machine, not of the process alone.
    chromeTransactionDurability: 'strict',
    // Dexie's cache shows a write to live queries before it is committed; we show what is kept.
    cache: 'disabled',
  });
  for (const { version, stores, upgrade } of versions) {
    const declared = database.version(version).stores(stores);
    if (upgrade) declared.upgrade(upgrade);
  }
  return database as RebindDatabase;
}
