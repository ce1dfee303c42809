/** The other half of pack.ts, which nothing shipped needs: packing. */
import { ROWS, unpackText } from './pack';

const PRINTABLE = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at));
const CODES = new Map(
  [...ROWS].flatMap((row) => PRINTABLE.map((cell) => [unpackText(row + cell), row + cell])),
);

/** @throws RangeError where a character can't be packed: outside GB 2312's first level, or used for a row */
export function packText(text: string): string {
  return Array.from(text, (each) => {
    if (ROWS.includes(each)) throw new RangeError(`pack-text: ${each} stands for a row of characters`);
    if (!/\p{Script=Han}/u.test(each)) return each;
    const code = CODES.get(each);
    if (!code) throw new RangeError(`pack-text: ${each} is not in GB 2312's first level`);
    return code;
  }).join('');
}
