/** The check at the border: rows in, rows out. */
import type * as z from 'zod/mini';
import { StoreFailure } from './model';

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
