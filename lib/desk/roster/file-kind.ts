import { strFromU8 } from 'fflate';
import { READ_LIMITS, ReadFailure } from './table';

const ZIP_MARK = [0x50, 0x4b];
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0];

export type FileKind = 'workbook' | 'text';

/**
 * What a file is, by its first bytes: names lie.
 * @throws ReadFailure for what is neither a workbook nor a text
 */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new ReadFailure('empty');
  if (bytes.length > READ_LIMITS.fileBytes) throw new ReadFailure('too-large');
  if (startsWith(bytes, ZIP_MARK)) return 'workbook';
  if (startsWith(bytes, OLE_MARK)) throw new ReadFailure('old-excel');
  const head = strFromU8(bytes.subarray(0, 512), true);
  if (/^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf)/.test(head)) throw new ReadFailure('not-a-list');
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|meta|table|\?xml)/i.test(head)) {
    throw new ReadFailure('web-page');
  }
  return 'text';
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);
