/** What the reading worker and the desk's page tell each other: rows in pieces, so that taking them over is no long task. */
import { type ListRead, type ListRequest, type ReadSheet, readList } from './read-list';
import { type RawTable, type ReadError, ReadFailure } from './table';

export type ListMessage =
  | { readonly kind: 'sheet'; readonly sheet: Omit<ReadSheet, 'rows' | 'lines'> }
  | { readonly kind: 'rows'; readonly rows: RawTable['rows']; readonly lines: RawTable['lines'] }
  | { readonly kind: 'end'; readonly of: Omit<ListRead, 'sheets'> }
  | { readonly kind: 'failed'; readonly why: ReadError };

const ROWS_A_MESSAGE = 1_000;

/** Reads and tells; never rejects. */
export async function tellList(request: ListRequest, tell: (message: ListMessage) => void): Promise<void> {
  try {
    const { sheets, ...of } = await readList(request);
    for (const { rows, lines, ...sheet } of sheets) {
      tell({ kind: 'sheet', sheet });
      for (let at = 0; at < rows.length; at += ROWS_A_MESSAGE) {
        const until = at + ROWS_A_MESSAGE;
        tell({ kind: 'rows', rows: rows.slice(at, until), lines: lines.slice(at, until) });
      }
    }
    tell({ kind: 'end', of });
  } catch (error) {
    tell({ kind: 'failed', why: error instanceof ReadFailure ? error.kind : 'damaged' });
  }
}

/** Puts together what is told. */
export class HeardList {
  private readonly sheets: {
    rows: (readonly string[])[];
    lines: number[];
    of: Omit<ReadSheet, 'rows' | 'lines'>;
  }[] = [];

  /**
   * The list, with the last message; before it null.
   * @throws ReadFailure
   */
  hear(message: ListMessage): ListRead | null {
    if (message.kind === 'failed') throw new ReadFailure(message.why);
    if (message.kind === 'sheet') this.sheets.push({ rows: [], lines: [], of: message.sheet });
    else if (message.kind === 'rows') {
      const sheet = this.sheets.at(-1);
      sheet?.rows.push(...message.rows);
      sheet?.lines.push(...message.lines);
    } else {
      const sheets = this.sheets.map(({ rows, lines, of }) => ({ ...of, rows, lines }));
      return { sheets, ...message.of };
    }
    return null;
  }
}
