import type { BackupTable } from '@/lib/store/model';

/** What rows of earlier versions lack; unknown stays unknown, as in the upgrades of lib/store/schema. */
const LACKED: Partial<Record<BackupTable, Readonly<Record<string, unknown>>>> = {
  certificates: { validFrom: null, details: null },
  facts: { frame: null, document: null },
};

/** Rows of a backup in today's shape. */
export function completeRows(table: BackupTable, rows: readonly unknown[]): readonly unknown[] {
  const lacked = LACKED[table];
  if (lacked === undefined) return rows;
  return rows.map((row) => (typeof row === 'object' && row !== null ? { ...lacked, ...row } : row));
}
