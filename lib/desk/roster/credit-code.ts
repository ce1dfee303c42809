/** The unified social credit code: 18 signs, the last of which checks the others (GB 32100-2015). */

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
  return SIGNS[(31 - (sum % 31)) % 31] === code[17] && holdsOrganisation(code) && !passesAsIdNumber(code);
}

function holdsOrganisation(code: string): boolean {
  let sum = 0;
  for (const [at, weight] of [3, 7, 9, 10, 5, 8, 4, 2].entries()) {
    sum += Number.parseInt(code[8 + at] ?? '', 36) * weight;
  }
  return '0X987654321'[sum % 11] === code[16];
}

function passesAsIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(text[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11] === text[17];
}
