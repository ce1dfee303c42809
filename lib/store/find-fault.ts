/** What is wrong with rows that are kept. Apart from the border: it knows the rows of every table, a first paint's needs few. */
import type * as z from 'zod/mini';
import { draftSchema } from './draft-rows';
import { feedRowSchema } from './feed-rows';
import type { BadRow, TableName } from './model';
import { packRowSchema } from './pack-rows';
import { readyRowSchema } from './ready-rows';
import { editSchema, pieceSchema, unitSchema } from './roster-rows';
import { certificateSchema, factSchema, journeySchema, settingSchema, subjectSchema } from './rows';

const SCHEMAS = {
  subjects: subjectSchema,
  certificates: certificateSchema,
  journeys: journeySchema,
  facts: factSchema,
  settings: settingSchema,
  units: unitSchema,
  rosterEdits: editSchema,
  rosterPieces: pieceSchema,
  drafts: draftSchema,
  packs: packRowSchema,
  feed: feedRowSchema,
  ready: readyRowSchema,
} as const satisfies Record<TableName, z.ZodMiniType>;

/** What is wrong with a row, without its values; null for a good one. */
export function findFault(table: TableName, key: string, row: unknown): BadRow | null {
  const checked = SCHEMAS[table].safeParse(row);
  if (checked.success) return null;
  const fields = checked.error.issues
    .map(({ path }) => path.map(String).join('.'))
    .filter((path) => path !== '');
  return { table, key, fields: [...new Set(fields)] };
}
