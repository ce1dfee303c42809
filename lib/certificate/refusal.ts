/** What must never be typed into our fields, and how it is told (field-notes §6). */
import { plainDigits } from './plain-digits';

/** Why a text is refused; each has its own sentence in the locale files. */
export type Refusal = 'id-number' | 'pin' | 'key-material';

/**
 * What a field takes. `words`: names and notes. `digits`: codes and telephone numbers, where digits alone are no
 * PIN. `code`: a number of ours read over the telephone, of which a part may look like an older card's. `prose`: whole texts of a notice, of any length, where a line of digits is no PIN either. `public-key`: one, whose reader refuses a private one itself.
 */
export type FieldHolds = 'words' | 'digits' | 'code' | 'prose' | 'public-key';

/** What is looked at in one piece: more than a line takes, and little enough for any pattern. */
const LOOKED_AT = 1_000;
/** Pieces overlap by more than the longest thing that is looked for. */
const OVERLAP = 120;

/** Zero-width and formatting characters: they would hide a number from the patterns. */
const INVISIBLE = /[\p{DI}\p{Cf}]/gu;

/** What looks like the X that ends an ID number, and is another script's letter or a sign. */
const LIKE_X = /(?<=\d)[\u0425\u0445\u03a7\u03c7\u00d7\u2715\u2716](?![\p{L}\p{N}])/gu;

/** Whatever people put between groups of digits, as long as it is no word. */
const BETWEEN_DIGITS = /(?<=[\dA-Za-z])[^\p{L}\p{N}]{1,8}(?=[\dA-Za-z])/gu;
const BETWEEN_HAN = /(?<=\p{Script=Han})\s{1,8}(?=\p{Script=Han})/gu;

/** Words for PIN and password, spelt out or with gaps; in Chinese, in its Latin spelling, in English. */
const PIN_WORD =
  '(?:(?<![a-z])p[\\s._-]{0,3}i[\\s._-]{0,3}n(?![a-z])(?:\\s*(?:码|号|code\\b))?|口令|密[码碼]|识别码|解锁码|' +
  '(?<![a-z])(?:mi ?ma|kou ?ling?|passwords?|passcode|passphrase|passwd|pass|pwd|pw|puk)(?![a-z]))';
/** What may stand between the word and its value. */
const FILLER =
  '(?:已|都|均|仍|还|暂|先|现在?|原来?|初始|默认|统一|设[为成]?|改[为成]?|换成|就|叫|用|的|是|为|is\\b|was\\b|[^\\p{L}\\p{N}]){0,8}';
const SAID_TO_BE = '(?:是|为|[:=→])';
/** A value has a digit in it; where it is said to be the value, or stands close behind a Chinese word, letters do. */
const PIN_VALUE = new RegExp(
  `${PIN_WORD}${FILLER}(?=[!-~]{0,31}\\d)[!-~]{4,}|` +
    `${PIN_WORD}[^\\p{L}\\p{N}]{0,4}${SAID_TO_BE}[^\\p{L}\\p{N}]{0,4}[!-~]{4,}|(?:口令|密[码碼])[!-~]{4,}|${PIN_WORD}${FILLER}[四五六七八4-8]\\s?个\\s?[\\d零一二三四五六七八九]`,
  'iu',
);
const VALUE_FIRST = new RegExp(
  `(?<!\\d)\\d{4,16}\\s*(?:是|为|即|as\\b|=|\\()[^\\p{L}\\p{N}]{0,4}.{0,6}?${PIN_WORD}`,
  'iu',
);

/** Only digits, as many as PINs have (6 to 16): no unit, key or person is called so. */
const BARE_PIN = /^\d{6,16}$/;
const YEARS = /^20\d\d[-~—–至]20\d\d$/;
/** What digits alone may be all the same: days and months of this century, telephone numbers here. */
const DAY = /(?<!\d)20\d\d(?:[-./年]?)(?:0?[1-9]|1[0-2])(?:[-./月]?(?:0?[1-9]|[12]\d|3[01])日?)?(?!\d)/g;
/** Days as only days are written; without signs the same digits may be a value. */
const WRITTEN_DAY = /(?<!\d)20\d\d(?:年(?:\d{1,2}(?:月(?:\d{1,2}日?)?)?)?|([-./])\d{1,2}\1\d{1,2}(?!\d))/g;
/** A time behind a day: what a certificate's details show. */
const TIME = /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/g;
const TELEPHONE = /^(?:\+?86)?(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,5})?|[48]00-?\d{3}-?\d{4})$/;

/** Letters, digits and a sign people use in passwords alone, and nothing else: no name looks like it. */
const STRONG_PASSWORD = /^(?=.*[a-z])(?=.*\d)(?=.*[!@#$%^&*~?+=<>|\\])[!-~]{6,32}$/i;
/**
 * Letters, then digits (or the other way about), as passwords are made by hand and a name on a label is not: small letters,
 * or one capital before them. Models and inventory numbers are written in capitals, in inner capitals, or with a hyphen, and
 * their letters are known words (`GM3000`, `ePass2001`, `HS-2000`, `key01`).
 */
const LETTERS_THEN_DIGITS = /^([A-Z]?[a-z]{1,12}|[A-Za-z]{2,12}(?=\d{5}))(\d{3,12})$/;
const DIGITS_THEN_LETTERS = /^\d{5,12}[a-z]{1,6}$/;
const CAPITALS = /^[A-Z]+$/;
/** What stands before a number on keys, rooms, computers and lists; such a number has four digits at most. */
const NUMBERED_WORD =
  /^(?:[uei]?key|usb(?:key)?|[um]?token|[em]pass|watchkey|ca|seal|sn|no|nr|unit|dept|room|desk|pc|win|windows|batch|group|list)$/i;

/** Addresses, and numbers behind a sign: `UKey#2`. */
const ADDRESS = /^(?:https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z][a-z -]*[#+]\d{1,4})$/i;

/** Armour of keys and certificates (word processors turn its hyphens into dashes), a long run of base64 or of hexadecimal digits. */
const ARMOUR = /[-–—―]{2,}\s*(?:BEGIN|END)\b|\bPRIVATE KEY\b/i;
const LONG_RUN = /[A-Za-z0-9+/]{40,}/g;
/** Of telephone numbers in a row there may be as many digits, but no letters. */
const LONG_HEX = /(?<![0-9a-z])(?=\d*x?\d*[a-f])(?:0x)?[0-9a-f]{32,}(?![0-9a-z])/i;
/** How the base64 of a DER key or certificate begins; spaces may stand within. */
const DER_BASE64 = /MII[A-P][A-Za-z0-9+/]{28,}|M(?:HcCAQE|C4CAQAw|IGHAgEA|IGTAgEA)/;

/** 18 characters, or the 15 of older cards; the middle must be a day that people can be born on. */
const ID_18 = /^[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/;
const ID_15 = /^[1-9]\d{5}(\d{2})(\d{2})(\d{2})\d{3}$/;
/** In the same sentence and close by: a notice that asks for 身份证复印件 has other numbers further on. */
const ID_WORD = '(?:身\\s*份\\s*证|证件号|shen ?fen ?zheng|(?<![a-z])id (?:card|no|number))';
const NAMED_BEFORE = new RegExp(`${ID_WORD}[^。；;\\n]{0,24}$`, 'i');
const NAMED_AFTER = new RegExp(`^[^。；;\\n]{0,12}${ID_WORD}`, 'i');
/** Office hours, 8:30—12:00: a span of clock times is no part of a number. */
const HOURS = /(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d\s*[-~—–至到]{1,2}\s*(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)/g;

/**
 * Says whether a text looks like something that must not be kept here, and what. Told by shape alone: an ID
 * number with a mistyped check digit is one all the same. Full-width characters, invisible characters, digits
 * in Chinese or another script, and signs between groups make no difference.
 *
 * @returns null where nothing is wrong
 */
export function refuseText(text: string, holds: FieldHolds = 'words'): Refusal | null {
  const whole = holds === 'prose' ? text : text.slice(0, LOOKED_AT);
  for (let at = 0; at < Math.max(1, whole.length); at += LOOKED_AT - OVERLAP) {
    const refusal = refusePiece(whole.slice(at, at + LOOKED_AT), holds);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refusePiece(piece: string, holds: FieldHolds): Refusal | null {
  const asWritten = piece.normalize('NFKC').replace(INVISIBLE, '').replace(BETWEEN_HAN, '').trim();
  const plain = plainDigits(asWritten).replace(LIKE_X, 'X');
  const dense = plain.replace(BETWEEN_DIGITS, '');
  const isKey = ARMOUR.test(plain) || hasBase64(plain) || LONG_HEX.test(dense);
  if (isKey && holds !== 'public-key') return 'key-material';
  // 三 is a digit, but in 张三 it is a name that ends where a number begins.
  const isId = [plain, asWritten].some((form) => hasIdNumber(form, holds === 'code'));
  if (isId) return 'id-number';
  if (holds === 'public-key') return null;
  const undated = plain.replace(WRITTEN_DAY, '');
  const values = [undated, undated.replace(BETWEEN_DIGITS, '')].some(
    (form) => PIN_VALUE.test(form) || VALUE_FIRST.test(form),
  );
  if (values || (holds === 'words' && isBarePin(plain))) return 'pin';
  return null;
}

function isBarePin(plain: string): boolean {
  const tight = plain.replace(/[\s()]/g, '');
  if (TELEPHONE.test(tight) || YEARS.test(tight) || ADDRESS.test(plain)) return false;
  if (isHandMadePassword(plain)) return true;
  const days = plain.replace(DAY, '');
  const withoutDays = days === plain ? plain : days.replace(TIME, '');
  return BARE_PIN.test(withoutDays.replace(/[^\p{L}\p{N}]/gu, '')) || STRONG_PASSWORD.test(plain);
}

/** The whole text is one word of 6 to 16 signs, made as passwords are; with any other word beside it, it is a name. */
function isHandMadePassword(plain: string): boolean {
  const word = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  if (word.length < 6 || word.length > 16) return false;
  if (DIGITS_THEN_LETTERS.test(word)) return true;
  const [, letters = '', digits = ''] = LETTERS_THEN_DIGITS.exec(word) ?? [];
  if (letters === '' || CAPITALS.test(letters)) return false;
  return digits.length > 4 || !NUMBERED_WORD.test(letters);
}

/** Groups of digits are joined from each of them on, so that a number before or behind hides nothing. */
function hasIdNumber(text: string, isLongAlone: boolean): boolean {
  const plain = text.replace(HOURS, '时间');
  const runs = [...plain.matchAll(/\d[\dXx]?(?:[^\p{L}\p{N}]{0,8}(?:\d|[Xx](?![A-Za-z])))*/gu)];
  return runs.some(({ 0: run, index }) => {
    const isNamed =
      NAMED_BEFORE.test(plain.slice(Math.max(0, index - 48), index)) ||
      NAMED_AFTER.test(plain.slice(index + run.length, index + run.length + 32));
    const groups = run.toUpperCase().match(/[\dX]+/g) ?? [];
    return groups.some((_, from) => {
      let joined = '';
      for (const group of groups.slice(from)) {
        joined += group;
        if (joined.length > 18) return false;
        if (hasBirthDate(ID_18, joined, '')) return true;
        if (!isLongAlone && hasBirthDate(ID_15, joined, '19')) return true;
        if (isNamed && joined.length >= 15) return true;
      }
      return false;
    });
  });
}

function hasBirthDate(pattern: RegExp, text: string, century: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const [, year, month, day = ''] = match;
  const date = new Date(`${century}${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

/** Line breaks do not end a run, spaces do: a long name in Latin letters must not read as one. */
function hasBase64(text: string): boolean {
  if (DER_BASE64.test(text.replace(/\s+/g, ''))) return true;
  const runs = text.replace(/[\r\n]+/g, '').match(LONG_RUN) ?? [];
  return runs.some((run) => /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run));
}
