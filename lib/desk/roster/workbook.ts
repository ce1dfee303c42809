/** Writes `.xlsx`. Every text passes `neutralCell`. */
import writeWorkbookFile, { type SheetData } from 'write-excel-file/universal';
import { neutralCell } from './neutral-cell';
import type { PlainSheet } from './sheets';

/** Names of sheets: 31 signs at most, and none of these (Excel). */
const sheetName = (text: string) => text.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** The file, of sheets as `sheets.ts` makes them. */
export async function writeWorkbook(sheets: readonly PlainSheet[]): Promise<Blob> {
  const made = sheets.map(({ name, rows, widths }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row, at) =>
      row.map((cell) => {
        if (cell === null) return null;
        if (typeof cell === 'number') return { value: cell, type: Number };
        const value = neutralCell(cell);
        return at === 0 ? { value, type: String, fontWeight: 'bold' as const } : { value, type: String };
      }),
    ) as SheetData,
  }));
  return writeWorkbookFile(made).toBlob();
}
