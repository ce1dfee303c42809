/** A chosen file or pasted cells into a list. Takes seconds for a large one: the desk reads in a worker. */
import { fileKindOf } from './file-kind';
import { decodeText, type Encoding, readText } from './read-text';
import type { BrokenSheet } from './read-workbook';
import { asRollCall } from './roll-call';
import { oneBelowTheOther } from './side-by-side';
import { type RawTable, READ_LIMITS, ReadFailure } from './table';

export interface ReadSheet extends RawTable {
  readonly name: string;
  /** Of workbooks: put out of sight. */
  readonly hidden?: boolean;
  readonly hiddenRows?: number;
}

/** What is to be read, and how, where the person said so. */
export interface ListRequest {
  readonly label: string;
  readonly from: Blob | string;
  /** null: found out. */
  readonly encoding: Encoding | null;
  readonly separator: string | null;
}

export interface ListRead {
  readonly sheets: readonly ReadSheet[];
  /** Of workbooks: sheets that could not be read. */
  readonly broken?: readonly BrokenSheet[];
  /** Of texts: how they were read. */
  readonly text: { readonly encoding: Encoding | null; readonly separator: string } | null;
}

/** @throws ReadFailure */
export async function readList({ label, from, encoding, separator }: ListRequest): Promise<ListRead> {
  if (typeof from === 'string') return asText(label, from, null, separator);
  // Before its bytes are asked for: they may not fit into memory.
  if (from.size > READ_LIMITS.fileBytes) throw new ReadFailure('too-large');
  const bytes = new Uint8Array(await from.arrayBuffer());
  if (fileKindOf(bytes) === 'workbook') {
    const { readWorkbook } = await import('./read-workbook');
    const { sheets, broken } = await readWorkbook(bytes);
    return { sheets: sheets.map(oneBelowTheOther), broken, text: null };
  }
  const decoded = decodeText(bytes, encoding ?? undefined);
  return asText(label, decoded.text, decoded.encoding, separator);
}

function asText(name: string, text: string, encoding: Encoding | null, separator: string | null): ListRead {
  const counted = separator === null ? asRollCall(text) : null;
  if (counted) return { sheets: [{ ...counted, name }], text: { encoding, separator: ' ' } };
  const table = oneBelowTheOther(readText(text, separator));
  return { sheets: [{ ...table, name }], text: { encoding, separator: table.separator } };
}
