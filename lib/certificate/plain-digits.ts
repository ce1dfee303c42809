/** Digits written otherwise, as the ten that patterns know. */

const CHINESE = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const NUMERALS = `${CHINESE}${FORMAL}○幺两`;
/** Fewer are words: 第二十一, 三五. */
const RUN = new RegExp(`[${NUMERALS}\\d](?:[^\\p{L}\\p{N}]{0,2}[${NUMERALS}\\d]){3,}`, 'gu');

/** Digits of any script, and Chinese numerals that stand four in a row, as 0 to 9. */
export function plainDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(RUN, (run) => run.replace(/\p{Script=Han}|[〇○]/gu, (sign) => String(numeral(sign))));
}

/** Unicode keeps the ten digits of a script together, in order. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 0x80) return point - 0x30;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return point - zero;
}

function numeral(sign: string): number {
  if (sign === '○') return 0;
  if (sign === '幺') return 1;
  if (sign === '两') return 2;
  return Math.max(CHINESE.indexOf(sign), FORMAL.indexOf(sign));
}
