/** The backup file: written with a checksum, locked where a passphrase is given; read without trust. */
import * as z from 'zod/mini';
import { readRows } from '@/lib/store/border';
import { draftSchema } from '@/lib/store/draft-rows';
import { BACKUP_TABLES, type BackupTable } from '@/lib/store/model';
import { packRowSchema } from '@/lib/store/pack-rows';
import { unitSchema } from '@/lib/store/roster-rows';
import { certificateSchema, factSchema, journeySchema, settingSchema, subjectSchema } from '@/lib/store/rows';
import { completeRows } from './complete-rows';
import { checksum, type Locked, lock, unlock } from './lock';
import { canonical } from './merge';
import { BACKUP_FORMAT, BACKUP_SCHEMA, BackupFailure, type OpenedBackup, type StoreRows } from './model';
import type { RescuedRows } from './rescue';

const lockedSchema = z.object({
  kdf: z.literal('PBKDF2-SHA-256'),
  iterations: z.int(),
  salt: z.string(),
  iv: z.string(),
  data: z.string(),
});
const headShape = { format: z.string(), schema: z.int(), madeAt: z.iso.datetime() };
const fileSchema = z.object({
  ...headShape,
  checksum: z.optional(z.string()),
  rows: z.optional(z.unknown()),
  locked: z.optional(lockedSchema),
});

type File = z.infer<typeof fileSchema>;

const headerOf = ({ format, schema, madeAt }: Pick<File, 'format' | 'schema' | 'madeAt'>) =>
  canonical({ format, schema, madeAt });

/**
 * The text of a backup file.
 *
 * @param madeAt ISO 8601, UTC
 * @param passphrase locks the rows; null leaves them readable, with a checksum against damage
 */
export async function writeBackup(
  rows: RescuedRows | StoreRows,
  madeAt: string,
  passphrase: string | null,
): Promise<string> {
  const head = { format: BACKUP_FORMAT, schema: BACKUP_SCHEMA, madeAt };
  const text = canonical(rows);
  const opening = JSON.stringify(head, null, 1).slice(0, -'\n}'.length);
  if (passphrase !== null) {
    const locked = await lock(text, passphrase, headerOf(head));
    return `${opening},\n "locked": ${JSON.stringify(locked, null, 1)}\n}\n`;
  }
  const sum = JSON.stringify(await checksum(headerOf(head) + text));
  return `${opening},\n "checksum": ${sum},\n "rows": ${inLines(rows)}\n}\n`;
}

/** A row a line: indented, a roster takes half as much again. */
function inLines(rows: RescuedRows | StoreRows): string {
  const tables = BACKUP_TABLES.map((table) => {
    const lines = (rows[table] ?? []).map((row: unknown) => JSON.stringify(row));
    return `  "${table}": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]`;
  });
  return `{\n${tables.join(',\n')}\n }`;
}

/** Whether the file asks for a passphrase. */
export function isLocked(text: string): boolean {
  return parseFile(text).locked !== undefined;
}

/**
 * Opens a backup file. Rows are checked one by one: those that fail are counted and left out.
 * @throws BackupFailure
 */
export async function openBackup(text: string, passphrase: string | null): Promise<OpenedBackup> {
  const file = parseFile(text);
  const rows = await rowsOf(file, passphrase);
  const read = {
    subjects: readRows(subjectSchema, rows.subjects),
    certificates: readRows(certificateSchema, rows.certificates),
    journeys: readRows(journeySchema, rows.journeys),
    facts: readRows(factSchema, rows.facts),
    units: readRows(unitSchema, rows.units),
    drafts: readRows(draftSchema, rows.drafts),
    packs: readRows(packRowSchema, rows.packs),
    settings: readRows(settingSchema, rows.settings),
  };
  const unreadable = {
    subjects: 0,
    certificates: 0,
    journeys: 0,
    facts: 0,
    units: 0,
    drafts: 0,
    packs: 0,
    settings: 0,
  };
  for (const table of BACKUP_TABLES) unreadable[table] = rows[table].length - read[table].length;
  return { madeAt: file.madeAt, rows: read, unreadable };
}

function parseFile(text: string): File {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new BackupFailure('not-a-backup');
  }
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) throw new BackupFailure('not-a-backup');
  const { format, schema } = parsed.data;
  if (!format.startsWith('rebind.backup/')) throw new BackupFailure('not-a-backup');
  if (format !== BACKUP_FORMAT || schema > BACKUP_SCHEMA) throw new BackupFailure('newer-version');
  return parsed.data;
}

type RawRows = Readonly<Record<BackupTable, readonly unknown[]>>;

async function rowsOf(file: File, passphrase: string | null): Promise<RawRows> {
  if (file.locked === undefined) {
    if ((await checksum(headerOf(file) + canonical(file.rows))) !== file.checksum) {
      throw new BackupFailure('damaged');
    }
    return tablesOf(file.rows);
  }
  if (passphrase === null) throw new BackupFailure('locked');
  const text = await unlock(file.locked satisfies Locked, passphrase, headerOf(file));
  return tablesOf(JSON.parse(text));
}

function tablesOf(rows: unknown): RawRows {
  const tables: Record<BackupTable, readonly unknown[]> = {
    subjects: [],
    certificates: [],
    journeys: [],
    facts: [],
    units: [],
    drafts: [],
    packs: [],
    settings: [],
  };
  if (typeof rows !== 'object' || rows === null) return tables;
  for (const table of BACKUP_TABLES) {
    const list: unknown = (rows as Partial<Record<BackupTable, unknown>>)[table];
    if (Array.isArray(list)) tables[table] = completeRows(table, list);
  }
  return tables;
}
