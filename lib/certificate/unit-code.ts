/** Codes of units: the unified social credit code (GB 32100-2015) and the organisation code in it (GB 11714-1997). */

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Divisions by their first two digits (GB/T 2260); 10 is the country's own. */
const DIVISION = /^..(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)/;

/**
 * Whether a text is such a code with right check signs, its own and that of the organisation code in it (GB 11714-1997), of
 * a division that there is. Some have the form of an ID number; what passes that one's check too (GB 11643-1999) is not taken
 * for a code.
 */
export function isCreditCode(text: string): boolean {
  const code = text.toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) || !DIVISION.test(code))
    return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += SIGNS.indexOf(code[at] ?? '') * (3 ** at % 31);
  const isRight = SIGNS[(31 - (sum % 31)) % 31] === code[17] && isOrganisationCode(code.slice(8, 17));
  return isRight && !checksAsIdNumber(code);
}

/** Whether nine signs, capitals and without their hyphen, are an organisation code with its right check sign. */
export function isOrganisationCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  let sum = 0;
  for (const [at, weight] of [3, 7, 9, 10, 5, 8, 4, 2].entries()) {
    sum += Number.parseInt(code[at] ?? '', 36) * weight;
  }
  return '0X987654321'[sum % 11] === code[8];
}

/** Whether the last of 18 signs checks the others as that of an ID number does (GB 11643-1999); its day is not looked at. */
export function checksAsIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(text[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11] === text[17];
}

/** What people put into a code to read it better: spaces, hyphens and dashes, dots. */
const GAP = '[\\s\\u2010-\\u2015\\u2212\\u00b7._-]';
const GAPS = new RegExp(`(?<=[0-9A-Z])${GAP}{1,3}(?=[0-9A-Z])`, 'gi');
const GAPPED = new RegExp(`(?<![0-9A-Z])[0-9A-Z](?:${GAP}{0,3}[0-9A-Z]){17}(?![0-9A-Z])`, 'gi');

/**
 * A text that is a social credit code, however it is written (full-width, small letters, with hyphens or spaces in it), as the
 * one form of that code; null where it is none with right check signs.
 */
export function plainCode(text: string): string | null {
  if (text.length < 18) return null;
  const tight = text.normalize('NFKC').trim().replace(GAPS, '').toUpperCase();
  return isCreditCode(tight) ? tight : null;
}

/** The social credit codes in a text of plain width, each with how it is written there. */
export function creditCodesIn(text: string): readonly { readonly code: string; readonly written: string }[] {
  const found: { code: string; written: string }[] = [];
  GAPPED.lastIndex = 0;
  for (let match = GAPPED.exec(text); match !== null; match = GAPPED.exec(text)) {
    const code = plainCode(match[0]);
    if (code !== null) found.push({ code, written: match[0] });
    // Another may begin at this one's second group.
    else GAPPED.lastIndex = match.index + 1;
  }
  return found;
}
