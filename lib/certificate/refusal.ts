/** What must never be typed into our fields, and how it is told (field-notes §6). */
import { plainDigits } from './plain-digits';
import { checksAsIdNumber, creditCodesIn } from './unit-code';

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

/**
 * Digits alone, as many as PINs have by habit and by default: no unit, key or person is called so. Longer ones (serial
 * numbers, orders, instants, codes of places) are refused as PINs only where they are what people make up.
 */
const BARE_PIN = /^\d{6,8}$/;
const LONG_BARE_PIN = /^\d{9,16}$/;
/** Nobody makes up more; what is longer was given by a machine, whatever it looks like. */
const LONGEST_MADE_UP = 12;
const YEARS = /^20\d\d[-~—–至]20\d\d$/;
/** What digits alone may be all the same: days and months of this century, telephone numbers here. */
const DAY_LAST = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/g;
const OLDER_DAY = /(?<!\d)19\d\d(?:([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)|年)/g;
const DAY = /(?<!\d)20\d\d(?:[-./年]?)(?:0?[1-9]|1[0-2])(?:[-./月]?(?:0?[1-9]|[12]\d|3[01])日?)?(?!\d)/g;
/** Days as only days are written; without signs the same digits may be a value. */
const WRITTEN_DAY = /(?<!\d)20\d\d(?:年(?:\d{1,2}(?:月(?:\d{1,2}日?)?)?)?|([-./])\d{1,2}\1\d{1,2}(?!\d))/g;
/** A time behind a day: what a certificate's details show. */
const TIME = /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/g;
const TELEPHONE =
  /^(?:(?:\+|00)?86-?)?(?:1[3-9]\d-?\d{4}-?\d{4}|0?\d{2,3}-[2-9]\d{6,7}(?:-\d{1,5})?|0\d{2,3}[2-9]\d{6,7}(?:-\d{1,5})?|[48]00-?\d{3}-?\d{4})$/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Four numbers up to 255 without zeros before them, with port or mask: an address of a machine. */
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const MACHINE = new RegExp(
  `(?<![\\d.。])${OCTET}(?:[.。]${OCTET}){3}(?::\\d{1,5}(?!\\d)|/\\d{1,2}(?!\\d))?(?![.。]?\\d)`,
  'g',
);

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
/**
 * A private key of SM2 or P-256 has 64 hexadecimal digits. A certificate's serial number has up to 40, and so has its SHA-1; of
 * 32 upwards they are a key where they are called one. Of telephone numbers in a row there may be as many digits, but no letters.
 */
const LONG_HEX = /(?<![0-9a-z])(?=\d*x?\d*[a-f])(?:0x)?[0-9a-f]{41,}(?![0-9a-z])/i;
const KEY_WORD =
  '(?:[密私]\\s?[钥鑰]|(?:private|secret|aes|sm4|sm2)\\s?-?key|(?<![a-z])(?:aes|sm4|secret)(?![a-z]))';
const NAMED_HEX = new RegExp(
  `${KEY_WORD}(?:是|为|值|[^\\p{L}\\p{N}]){0,6}(?:0x)?[0-9a-f]{32,}(?![0-9a-z])`,
  'iu',
);
/** `--BEGIN`. */
const SHORTEST_KEY = 7;
/** A path's parts are words by themselves; the address of a page is no run of base64. */
const LINK = /https?:\/\/[^\s"'<>，。；、（）]+/gi;
/** How the base64 of a DER key or certificate begins; spaces may stand within. */
const DER_BASE64 = /MII[A-P][A-Za-z0-9+/]{28,}|M(?:HcCAQE|C4CAQAw|IGHAgEA|IGTAgEA)/;

/**
 * 18 characters, or the 15 of older cards (given until 1999), of a province that there is (9 before it: foreigners' cards); the
 * middle must be a day that people can be born on. A unit's code that looks like one is told by its own two check signs.
 */
const PROVINCE = '9?(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';
const ID_18 = new RegExp(`^(?=${PROVINCE})\\d{6}((?:19|20)\\d{2})(\\d{2})(\\d{2})\\d{3}[\\dX]$`);
const ID_15 = new RegExp(`^(?=${PROVINCE})\\d{6}(\\d{2})(\\d{2})(\\d{2})\\d{3}$`);
/** Who is meant was born in these; numbers of today's projects and orders have today's years there. */
const BORN = { from: 1930, to: 2015 };
/** In the same sentence and close by: a notice that asks for 身份证复印件 has other numbers further on. */
const ID_WORD = '(?:身\\s*份\\s*证|证件号|shen ?fen ?zheng|(?<![a-z])id (?:card|no|number))';
const NAMED_BEFORE = new RegExp(`${ID_WORD}[^。；;\\n]{0,24}$`, 'i');
const NAMED_AFTER = new RegExp(`^[^。；;\\n]{0,12}${ID_WORD}`, 'i');
/** Office hours, 8:30—12:00: a span of clock times is no part of a number. */
const HOURS = /(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d\s*[-~—–至到]{1,2}\s*(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)/g;

/**
 * Says whether a text looks like something that must not be kept here, and what. Full-width characters, invisible
 * characters, digits in Chinese or another script, and signs between groups make no difference. How often it is wrong either way
 * is measured in `refusal-rates.test.ts`.
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
  const given = piece.normalize('NFKC').replace(INVISIBLE, '').replace(BETWEEN_HAN, '').trim();
  const asWritten = nameCodes(given);
  const plain = plainDigits(asWritten).replace(LIKE_X, 'X');
  const dense = plain.replace(BETWEEN_DIGITS, '');
  const isKey = plain.length >= SHORTEST_KEY && hasKey(plain, dense);
  if (isKey && holds !== 'public-key') return 'key-material';
  // 三 is a digit, but in 张三 it is a name that ends where a number begins.
  const isId = [plain, asWritten].some((form) => hasIdNumber(form, holds === 'code'));
  if (isId) return 'id-number';
  if (holds === 'public-key') return null;
  const undated = plain.replace(WRITTEN_DAY, '');
  const isNamed = bothForms(undated).some((form) => PIN_VALUE.test(form));
  const isNamedBehind = () => bothForms(undated.replace(MACHINE, '')).some((form) => VALUE_FIRST.test(form));
  if (isNamed || isNamedBehind() || (holds === 'words' && isBarePin(plain))) return 'pin';
  return null;
}

/** Codes of units, which check themselves, are no numbers to be looked into. */
function nameCodes(text: string): string {
  if (text.length < 18) return text;
  return creditCodesIn(text).reduce((left, { written }) => left.replace(written, '代码'), text);
}

/** As it is, and without what stands between groups; once where nothing does. */
function bothForms(text: string): readonly string[] {
  const dense = text.replace(BETWEEN_DIGITS, '');
  return dense === text ? [text] : [text, dense];
}

const hasKey = (plain: string, dense: string) =>
  ARMOUR.test(plain) || hasBase64(plain) || LONG_HEX.test(dense) || NAMED_HEX.test(dense);

function isBarePin(plain: string): boolean {
  const tight = plain.replace(/[\s()]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  if (TELEPHONE.test(tight) || YEARS.test(tight) || ADDRESS.test(plain)) return false;
  if (isHandMadePassword(plain)) return true;
  const placed = plain.replace(MACHINE, '');
  const days = [OLDER_DAY, DAY, DAY_LAST].reduce((text, day) => text.replace(day, ''), placed);
  const withoutDays = days === placed ? placed : days.replace(TIME, '');
  const isPin = [withoutDays, withoutDays.replace(TIME, '')].some(isPinOfDigits);
  return isPin || STRONG_PASSWORD.test(plain);
}

function isPinOfDigits(text: string): boolean {
  const joined = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (BARE_PIN.test(joined)) return true;
  if (!LONG_BARE_PIN.test(joined)) return false;
  // Two in a row are two.
  const groups = text.match(/\d+/g) ?? [];
  const isMade = joined.length <= LONGEST_MADE_UP && isMadeUp(joined);
  return isMade || groups.every((group) => BARE_PIN.test(group));
}

/** Runs up or down, one block again and again, two digits only: 1234567890, 123123123, 888888886666. */
function isMadeUp(digits: string): boolean {
  const isRun = '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);
  return isRun || /^(\d{1,4})\1+\d{0,3}$/.test(digits) || new Set(digits).size <= 2;
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
  // Lists of a hundred thousand rows pass here: what has too few digits is done.
  if (text.replace(/\D/g, '').length < 14) return false;
  const plain = text.replace(HOURS, '时间').replace(MACHINE, '地址');
  const runs = [...plain.matchAll(/\d[\dXx]?(?:[^\p{L}\p{N}]{0,8}(?:\d|[Xx](?![A-Za-z])))*/gu)];
  return runs.some(({ 0: run, index }) => {
    const isNamed =
      NAMED_BEFORE.test(plain.slice(Math.max(0, index - 48), index)) ||
      NAMED_AFTER.test(plain.slice(index + run.length, index + run.length + 32));
    const groups = run.toUpperCase().match(/[\dX]+/g) ?? [];
    return groups.some((_, from) => {
      // A whole mobile number is no beginning of another.
      if (!isNamed && MOBILE.test(groups[from] ?? '') && groups.length > from + 1) return false;
      let joined = '';
      for (const group of groups.slice(from)) {
        joined += group;
        if (joined.length > 18) return false;
        if (isIdNumber(joined) || (!isLongAlone && isOldIdNumber(joined))) return true;
        if (isNamed && joined.length >= 15) return true;
      }
      return false;
    });
  });
}

/** With a mistyped check digit it is one all the same where the year is likely; of other years the digit must be right. */
function isIdNumber(text: string): boolean {
  const year = birthYear(ID_18, text, '');
  if (year === null) return false;
  return checksAsIdNumber(text) || isLikelyBirth(year);
}

function isOldIdNumber(text: string): boolean {
  const year = birthYear(ID_15, text, '19');
  return year !== null && isLikelyBirth(year);
}

const isLikelyBirth = (year: number) => year >= BORN.from && year <= BORN.to;

/** @returns null where the middle is no day */
function birthYear(pattern: RegExp, text: string, century: string): number | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, year, month, day = ''] = match;
  const date = new Date(`${century}${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) ? date.getUTCFullYear() : null;
}

/** Line breaks do not end a run, spaces do: a long name in Latin letters must not read as one. */
function hasBase64(text: string): boolean {
  if (DER_BASE64.test(text.replace(/\s+/g, ''))) return true;
  const words = text.replace(LINK, (link) => link.replaceAll('/', ' '));
  const runs = words.replace(/[\r\n]+/g, '').match(LONG_RUN) ?? [];
  return runs.some((run) => /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run));
}
