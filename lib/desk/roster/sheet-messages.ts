/** What the desk's page tells the writing worker: rows in pieces, so that handing them over is no long task. */
import type { PlainSheet, Row } from './sheets';
import type { Sliced } from './slices';

export type SheetMessage =
  | { readonly kind: 'sheet'; readonly sheet: Omit<PlainSheet, 'rows'> }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'end' };

const ROWS_A_MESSAGE = 500;

/** Tells the sheets, with a place to rest after each piece. */
export function* tellingSheets(
  sheets: readonly PlainSheet[],
  tell: (message: SheetMessage) => void,
): Sliced<void> {
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let told = 0;
  for (const { rows, ...sheet } of sheets) {
    tell({ kind: 'sheet', sheet });
    for (let at = 0; at < rows.length; at += ROWS_A_MESSAGE) {
      const piece = rows.slice(at, at + ROWS_A_MESSAGE);
      tell({ kind: 'rows', rows: piece });
      told += piece.length;
      yield told / all;
    }
  }
  tell({ kind: 'end' });
}

/** Puts together what is told. */
export class HeardSheets {
  private readonly sheets: { of: Omit<PlainSheet, 'rows'>; rows: Row[] }[] = [];

  /** The sheets, with the last message; before it null. */
  hear(message: SheetMessage): readonly PlainSheet[] | null {
    if (message.kind === 'sheet') this.sheets.push({ of: message.sheet, rows: [] });
    else if (message.kind === 'rows') this.sheets.at(-1)?.rows.push(...message.rows);
    else return this.sheets.map(({ of, rows }) => ({ ...of, rows }));
    return null;
  }
}
