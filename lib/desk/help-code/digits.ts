/** Codes read over the telephone: digits in groups of four, the last one a check (docs/help-code.md). */

/**
 * The totally anti-symmetric quasigroup of order 10 of H. M. Damm, "Total anti-symmetrische Quasigruppen"
 * (2004). Row: the interim digit; column: the next one.
 */
const DAMM: readonly string[] = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function interim(digits: string): number {
  let state = 0;
  for (const digit of digits) state = Number(DAMM[state]?.[Number(digit)]);
  return state;
}

/** The digits with their check digit behind them. */
export function withCheck(digits: string): string {
  return digits + String(interim(digits));
}

/** Whether the last digit is the check of those before it: every single wrong digit and every swap of neighbours shows. */
export function isChecked(digits: string): boolean {
  return interim(digits) === 0;
}

/** `3071448290561234` as it is read out: four at a time. */
export function inGroups(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** As digits are written and said in Chinese, the telephone's own words among them: 幺 for 1, 拐 for 7, 洞 for 0. */
const SPOKEN = new Map(
  ['〇零○洞', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒拐', '八捌', '九玖勾'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);

/** What the line is called, where it was copied with its name. */
const NAME = /^(?:我?的?(?:求助码|步骤码)|help code|jump code)(?:是|为)?/i;

/** Signs that people put between digits, spaces, and what a copied text carries unseen. */
const BETWEEN = /[\p{P}\p{Z}\p{Cf}\p{M}\s\u2212+|~]/gu;

/**
 * What people put between digits, full-width forms and Chinese numerals made plain. `stray`: the first character that
 * is no digit all the same.
 */
export function readDigits(typed: string): { readonly digits: string; readonly stray: string | null } {
  // As the product writes it itself.
  if (/^[\d ]*$/.test(typed)) return { digits: typed.replaceAll(' ', ''), stray: null };
  const bare = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const named = bare.replace(NAME, '');
  const plain = [...(named === '' ? bare : named).replace(BETWEEN, '')]
    .map((sign) => SPOKEN.get(sign) ?? sign)
    .join('');
  const stray = /[^0-9]/u.exec(plain);
  return { digits: plain, stray: stray ? String.fromCodePoint(plain.codePointAt(stray.index) ?? 0) : null };
}
