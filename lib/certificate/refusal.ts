/** What must never be typed into our free-text fields, and how it is told (field-notes §6). */

/** Why a text is refused; each has its own sentence in the locale files. */
export type Refusal = 'id-number' | 'pin' | 'key-material';

/** What is looked at: far more than a field takes, and little enough for any pattern. Longer is refused as too long. */
const LOOKED_AT = 1_000;

/** Zero-width and formatting characters: they would hide a number from the patterns. */
const INVISIBLE = /[\p{DI}\p{Cf}]/gu;

/** Signs people put between groups of digits. */
const BETWEEN_DIGITS = /(?<=[\dA-Za-z])[\s.\-_–—·:,/、;|*()]+(?=[\dA-Za-z])/g;

/** A word for PIN or password and, behind it, something that can only be its value. */
const PIN_WORD =
  /(?:\bpin(?![a-z])(?:\s*(?:码|code\b))?|pin码|口令|密码|password|passcode|passwd|\bpwd\b|\bpw\b)\s*(?:就?是|为|is\b|[:=→、])?\s*["'“”‘’「」【《]?(?:,\s*)?(?:(?=[!-~]*[0-9a-z])[!-~]{4,}|[零〇一二三四五六七八九]{4,})/i;

/** Only digits, as many as PINs have (6 to 16): no unit, key or person is called so. */
const BARE_PIN = /^\d{6,16}$/;

/** Letters, digits and a sign people use in passwords alone, and nothing else: no name looks like it. */
const STRONG_PASSWORD = /^(?=.*[a-z])(?=.*\d)(?=.*[!@#$%^&*~?+=<>|\\])[!-~]{6,32}$/i;

/** Armour of keys and certificates (word processors turn its hyphens into dashes), a long run of base64 or of hexadecimal digits. */
const ARMOUR = /[-–—―]{2,}\s*(?:BEGIN|END)\b|\bPRIVATE KEY\b/i;
const LONG_RUN = /[A-Za-z0-9+/]{40,}/g;
const LONG_HEX = /(?<![0-9a-z])(?:0x)?[0-9a-f]{32,}(?![0-9a-z])/i;

/** 18 characters, or the 15 of older cards; the middle must be a day that people can be born on. */
const ID_18 = /(?<!\d)[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx](?!\d)/;
const ID_15 = /(?<!\d)[1-9]\d{5}(\d{2})(\d{2})(\d{2})\d{3}(?!\d)/;

/**
 * Says whether a text looks like something that must not be kept here, and what. Told by shape alone: an ID
 * number with a mistyped check digit is one all the same. Full-width characters, invisible characters
 * and signs between groups make no difference.
 *
 * @returns null where nothing is wrong
 */
export function refuseText(text: string): Refusal | null {
  const plain = text.slice(0, LOOKED_AT).normalize('NFKC').replace(INVISIBLE, '').trim();
  const dense = plain.replace(BETWEEN_DIGITS, '');
  if (ARMOUR.test(plain) || hasBase64(plain) || LONG_HEX.test(dense)) {
    return 'key-material';
  }
  if (hasBirthDate(ID_18, dense, '') || hasBirthDate(ID_15, dense, '19')) return 'id-number';
  if (PIN_WORD.test(plain) || BARE_PIN.test(dense) || STRONG_PASSWORD.test(plain)) return 'pin';
  return null;
}

function hasBirthDate(pattern: RegExp, text: string, century: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const [, year = '', month = '', day = ''] = match;
  const date = new Date(`${century}${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** Line breaks do not end a run, spaces do: a long name in Latin letters must not read as one. */
function hasBase64(text: string): boolean {
  const runs = text.replace(/[\r\n]+/g, '').match(LONG_RUN) ?? [];
  return runs.some((run) => /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run));
}
