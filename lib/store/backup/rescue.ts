/** What can be carried to safety out of a database that does not open: read as it lies, changing nothing. */
import { findEngine, type StoreDeps } from '@/lib/store/engine';
import { toStoreFailure } from '@/lib/store/failure';
import { BACKUP_TABLES, type BackupTable, StoreFailure } from '@/lib/store/model';
import { DATABASE_NAMES } from '@/lib/store/schema';

export type RescuedRows = Readonly<Record<BackupTable, readonly unknown[]>>;

/**
 * Every row of the real database at whatever version it is, checked by nobody: the backup file that holds them is
 * checked when it is restored. Tables that are not there yet are empty. Upgrades and creates nothing.
 *
 * @throws StoreFailure
 */
export async function rescueRows(deps: StoreDeps = {}): Promise<RescuedRows> {
  const database = await openAsItIs(findEngine(deps).indexedDB);
  try {
    const entries = await Promise.all(
      BACKUP_TABLES.map(async (table) => [table, await rowsOf(database, table)] as const),
    );
    return Object.fromEntries(entries) as Record<BackupTable, readonly unknown[]>;
  } catch (error) {
    throw toStoreFailure(error);
  } finally {
    database.close();
  }
}

function openAsItIs(indexedDB: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Without a version: as it is, so that nothing is upgraded.
    const request = indexedDB.open(DATABASE_NAMES.real);
    // There was none: the new one is given up again.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(toStoreFailure(request.error));
    request.onblocked = () => reject(new StoreFailure('blocked'));
  });
}

async function rowsOf(database: IDBDatabase, table: BackupTable): Promise<readonly unknown[]> {
  if (!database.objectStoreNames.contains(table)) return [];
  const rows = await new Promise<readonly unknown[]>((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // The mark of the loss watch is the database's own and stays behind.
  return table === 'settings'
    ? rows.filter((row) => !String((row as { key?: unknown } | null)?.key).startsWith('$'))
    : rows;
}
