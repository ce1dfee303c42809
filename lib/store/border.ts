/** The check at the border: rows in, rows out. */
import type * as z from 'zod/mini';
import { draftSchema } from './draft-rows';
import { type BadRow, StoreFailure, type TableName } from './model';
import { packRowSchema } from './pack-rows';
import { editSchema, unitSchema } from './roster-rows';
import { certificateSchema, factSchema, journeySchema, settingSchema, subjectSchema } from './rows';

const SCHEMAS = {
  subjects: subjectSchema,
  certificates: certificateSchema,
  journeys: journeySchema,
  facts: factSchema,
  settings: settingSchema,
  units: unitSchema,
  rosterEdits: editSchema,
  drafts: draftSchema,
  packs: packRowSchema,
} as const satisfies Record<TableName, z.ZodMiniType>;

/** Only the rows that pass, in their order; those that fail stay in the database and show in `health()`. */
export function readRows<Schema extends z.ZodMiniType>(
  schema: Schema,
  rows: readonly unknown[],
): readonly z.output<Schema>[] {
  const good: z.output<Schema>[] = [];
  for (const row of rows) {
    const checked = schema.safeParse(row);
    if (checked.success) good.push(checked.data);
  }
  return good;
}

/**
 * A row about to be written, checked and stripped of anything the schema does not know.
 * @throws StoreFailure `unknown`: a row that could not be read again is a mistake of ours, and is refused.
 */
export function checkRow<Schema extends z.ZodMiniType>(schema: Schema, row: unknown): z.output<Schema> {
  const checked = schema.safeParse(row);
  if (checked.success) return checked.data;
  throw new StoreFailure('unknown', { cause: checked.error });
}

/** What is wrong with a row, without its values; null for a good one. */
export function findFault(table: TableName, key: string, row: unknown): BadRow | null {
  const checked = SCHEMAS[table].safeParse(row);
  if (checked.success) return null;
  const fields = checked.error.issues
    .map(({ path }) => path.map(String).join('.'))
    .filter((path) => path !== '');
  return { table, key, fields: [...new Set(fields)] };
}
