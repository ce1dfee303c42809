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
  if (isOldSheet(bytes)) throw new ReadFailure('old-excel');
  const head = headOf(bytes);
  // SYLK: a spreadsheet opens it whatever it is called, and its rows are none of a list.
  if (/^(?:ID;P|%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf|\{\\rtf|[[{]\s*["{])/.test(head)) {
    throw new ReadFailure('not-a-list');
  }
  // Saved whole from a browser, a page stands in parts like a mail.
  if (
    /^\s*(?:<!--[\s\S]*?(?:-->|$)\s*)*<(?:!doctype html|html|head|meta|body|table|style|div|center|span|font|p|tr|\?xml)[\s>]/i.test(
      head,
    ) ||
    /^MIME-Version:/i.test(head)
  ) {
    throw new ReadFailure('web-page');
  }
  return 'text';
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);

/** A sheet of Excel 2 to 4, without the container of later ones: it begins with a record of its version. */
const isOldSheet = ([first, second, third]: Uint8Array) =>
  first === 0x09 && (second === 0 || second === 2 || second === 4 || second === 8) && (third ?? 9) <= 0x10;

/** The first characters, whatever they are written in: of two bytes each one is enough to know the beginning. */
function headOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const head = strFromU8(bytes.subarray(0, isWide ? 2048 : 1024), true);
  return (isWide ? head.slice(2).replace(/\0/g, '') : head).replace(/^\xef\xbb\xbf/, '');
}
