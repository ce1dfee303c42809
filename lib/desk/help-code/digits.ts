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

/** What people put between digits, and full-width forms, taken away. `stray`: the first character that is no digit. */
export function readDigits(typed: string): { readonly digits: string; readonly stray: string | null } {
  const plain = typed.normalize('NFKC').replace(/[\s\u2010-\u2015\u2212\u30fb.,·、，。-]/g, '');
  const stray = /[^0-9]/u.exec(plain);
  return { digits: plain, stray: stray ? String.fromCodePoint(plain.codePointAt(stray.index) ?? 0) : null };
}
