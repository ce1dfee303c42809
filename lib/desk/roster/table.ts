/** A list as it was read: cells by row, each with the line it stands on. */

import type { Mapping } from './words';

export interface RawTable {
  readonly rows: readonly (readonly string[])[];
  /** The line (of a text) or row number (of a sheet) of each row, as the person sees it. */
  readonly lines: readonly number[];
  /** Cells whose value could not be had, by line: a formula without a result, an error value. */
  readonly unreadable: readonly UnreadableCell[];
  /** What the columns are, where the reading has made them of lines that had none; rows above `dataFrom` are no data. */
  readonly made?: { readonly mapping: Mapping; readonly dataFrom: number };
  /** Numbers that stand for days count from 1904, as they do in workbooks of old Macs. */
  readonly from1904?: boolean;
}

export interface UnreadableCell {
  readonly line: number;
  /** Counted from 0. */
  readonly column: number;
  /** `unknown-cell`: a kind of cell that nobody has told of, or one whose value does not fit its kind. */
  readonly why: 'formula' | 'error-value' | 'unknown-cell';
}

/** Why a file or a pasted text gives no list; each has its own sentence in the locale files. */
export type ReadError =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'unknown-encoding'
  | 'old-excel' // .xls, .et, or a workbook locked with a password: one container for all three
  | 'web-page' // an HTML table under the name .xls
  | 'not-a-list' // a picture, a PDF, a Word file, …
  | 'damaged'
  | 'bomb'
  | 'no-rows'
  | 'no-name-column';

export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  constructor(
    readonly kind: ReadError,
    options?: { cause?: unknown },
  ) {
    super(`roster: ${kind}`, options);
  }
}

/** What a list may have at most. Ten times the largest bureau; above it a mistake is likelier than a roster. */
export const READ_LIMITS = {
  fileBytes: 30_000_000,
  /** Of all parts of a workbook together, unpacked. */
  unpackedBytes: 250_000_000,
  rows: 200_000,
  columns: 200,
} as const;

/** Stands where bytes were no text. */
export const DAMAGED_SIGN = '\ufffd';

/** Drops trailing empty cells; pads nothing. */
export function trimRow(row: readonly string[]): readonly string[] {
  let end = row.length;
  while (end > 0 && row[end - 1]?.trim() === '') end -= 1;
  return end === row.length ? row : row.slice(0, end);
}
