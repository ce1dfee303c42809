/** The unified social credit code: 18 signs, the last of which checks the others (GB 32100-2015). */

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a text is such a code with a right check sign. Some have the form of an ID number; what passes that one's check
 * too (GB 11643-1999) is not taken for a code.
 */
export function isCreditCode(text: string): boolean {
  const code = text.toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += SIGNS.indexOf(code[at] ?? '') * (3 ** at % 31);
  return SIGNS[(31 - (sum % 31)) % 31] === code[17] && !passesAsIdNumber(code);
}

function passesAsIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(text[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11] === text[17];
}
