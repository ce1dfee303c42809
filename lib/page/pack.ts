/**
 * Chinese in few bytes. In a script, gzip spends nearly three bytes on a Chinese character, since UTF-8
 * writes it in three; written as two ASCII characters it costs little more than one and a half. The
 * sentinel has 8 kB (design.md §7), and its vocabulary is a quarter of it.
 *
 * A character of GB 2312's first level is its row, as one of forty ASCII characters that no phrase uses,
 * and its cell, as any printable one.
 */
export const ROWS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ"#%&\'/:;=>@_`~';
const FIRST_ROW = 0xb0;
const gbk = new TextDecoder('gbk');

const charOf = (row: number, cell: number): string => gbk.decode(Uint8Array.of(FIRST_ROW + row, cell | 0x80));

/** Chinese text from what `packText` made. */
export const unpackText = (packed: string): string =>
  packed.replace(/["#%&'/:;=>@-Z_`~]./g, ([row = '', cell = '']) =>
    charOf(ROWS.indexOf(row), cell.charCodeAt(0)),
  );
