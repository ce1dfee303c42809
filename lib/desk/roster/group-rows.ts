/** Rows that head a group of units and are none: 「一、市教育局（2家）」, 「三 | 市体育局」. Pure. */
import { keyOf } from './plain';
import type { Mapping } from './words';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
/** 「一、」, 「（二）」, 「三.」 */
const NUMBERED = new RegExp(`^(?:${NUMERAL}[、.]|\\(${NUMERAL}\\))`);
const COUNTED = /\((?:共|计)?\d+[家个户](?:单位)?\)$/;
const NUMERAL_ALONE = new RegExp(`^${NUMERAL}$`);
/** So many rows tell how a list counts. */
const LOOKED_AT = 500;

/**
 * Finds the rows of a list that head groups. A list whose units are all counted so, or which has no other columns, has none
 * that could be told from its units.
 */
export function groupRows(
  rows: readonly (readonly string[])[],
  dataFrom: number,
  mapping: Mapping,
): (row: readonly string[]) => boolean {
  const name = mapping.indexOf('name');
  if (name < 0 || mapping.filter((column) => column !== null).length < 2) return () => false;
  const looked = rows.slice(dataFrom, dataFrom + LOOKED_AT);
  const hasPlain = looked.some((row) => {
    const own = keyOf(row[name] ?? '');
    return own !== '' && !NUMBERED.test(own);
  });
  // The columns in which units are counted 1, 2, 3.
  const counting = mapping.flatMap((column, at) =>
    column === null && looked.some((row) => /^\d+$/.test(keyOf(row[at] ?? ''))) ? [at] : [],
  );
  return (row) => {
    const filled = row.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
    const [first = 0, second] = filled;
    const text = keyOf(row[first] ?? '');
    // A merged row says in every cell what it says; of a unit, no three cells say the same as its name.
    if (filled.every((at) => row[at] === row[first]))
      return (
        (filled.length > 2 && filled.includes(name) && /\p{Script=Han}/u.test(text)) ||
        (hasPlain && (NUMBERED.test(text) || COUNTED.test(text)))
      );
    return filled.length === 2 && second === name && counting.includes(first) && NUMERAL_ALONE.test(text);
  };
}
