/** The small values of a pack. A schema's message is a `ProblemCode`; sentences are in the locale files. */
import { z } from 'zod';
import { isCalendarDate } from './days';
import { findInvisible, type ProblemCode } from './problem';

// Extension pages run without eval: zod's probing of `new Function` would be reported as a violation.
z.config({ jitless: true });

export const LONGEST_TEXT = 400;
export const LONGEST_NAME = 120;
export const LONGEST_LIST = 300;

const asCode = (code: ProblemCode): ProblemCode => code;

interface Refusal {
  readonly code: ProblemCode;
  readonly params?: Record<string, string | number>;
}

/** A string checked by one function, so that one mistake gives one message. */
function checkedString(code: ProblemCode, refuse: (value: string) => Refusal | null) {
  return z.string(asCode(code)).superRefine((value, context) => {
    const refusal = refuse(value);
    if (refusal) {
      context.addIssue({ code: 'custom', message: refusal.code, params: refusal.params ?? {}, input: value });
    }
  });
}

/** Tags, comments and character references; 「<」 by itself, as in 「金额<30万元」, is text. */
const MARKUP = /<[!/?]?[a-z!-]|&(#\d+|#x[\da-f]+|[a-z]\w*);/i;

function refuseWords(value: string, code: ProblemCode, longest: number): Refusal | null {
  if (value.trim() === '') return { code };
  if (value !== value.trim()) return { code: 'blanks' };
  // Signs, not UTF-16 units, of which there are never fewer.
  if (value.length > longest && [...value].length > longest)
    return { code: 'tooLong', params: { max: longest } };
  if (MARKUP.test(value)) return { code: 'markup' };
  const invisible = findInvisible(value);
  if (invisible === null) return null;
  const point = (invisible.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'invisible', params: { character: `U+${point}` } };
}

function formed(code: ProblemCode, form: RegExp, longest = LONGEST_NAME) {
  const refuse = (value: string) => (value.length <= longest && form.test(value) ? null : { code });
  return checkedString(code, refuse).meta({ id: code, pattern: form.source, maxLength: longest });
}

// `meta` is what the JSON Schema says of a value (scripts/notice/json-schema.ts); nothing is checked by it.
export const words = checkedString('words', (value) => refuseWords(value, 'words', LONGEST_NAME)).meta({
  id: 'words',
  minLength: 1,
  maxLength: LONGEST_NAME,
});
const sentence = checkedString('text', (value) => refuseWords(value, 'text', LONGEST_TEXT)).meta({
  id: 'sentence',
  minLength: 1,
  maxLength: LONGEST_TEXT,
  description: 'Plain text: no markup, no invisible or direction-changing characters.',
});
export const cite = checkedString('cite', (value) => refuseWords(value, 'cite', LONGEST_NAME)).meta({
  id: 'cite',
  minLength: 1,
  maxLength: LONGEST_NAME,
  description: 'The clause a fact rests on; 通知外 for what is known from elsewhere.',
  examples: ['一（二）1', '三、1', '通知外'],
});

export const text = z
  .object({ zh: sentence, en: sentence.optional() }, asCode('text'))
  .meta({ id: 'text', description: 'Chinese is the text of record, English a courtesy.' });

export const id = formed('id', /^[a-z0-9]+(-[a-z0-9]+)*$/, 60);
export const version = formed('version', /^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}$/);

export const date = checkedString('date', (value) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return { code: 'date' };
  return isCalendarDate(value) ? null : { code: 'dateUnreal' };
}).meta({ id: 'date', format: 'date', examples: ['2023-09-11'] });

/** Plain words: whoever writes a pattern here would be misunderstood, so it is refused by its characters. */
export const phrase = checkedString('phrase', (value) =>
  /[\\^$*+?|[\]{}]|\(\?|^\/.*\/[a-z]*$/.test(value)
    ? { code: 'phrase' }
    : refuseWords(value, 'phrase', LONGEST_NAME),
).meta({
  id: 'phrase',
  minLength: 1,
  maxLength: LONGEST_NAME,
  description: 'Plain words as they are read, never a pattern.',
  examples: ['国信CA'],
});

export const host = formed(
  'host',
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/,
  253,
);

/** URL.canParse is younger than the browser floor. */
function isWebAddress(value: string): boolean {
  try {
    const { protocol, username, password } = new URL(value);
    // A name before the host is there to be taken for the host.
    return /^https?:$/.test(protocol) && username === '' && password === '' && !/[\s\\]/.test(value);
  } catch {
    return false;
  }
}

export const url = checkedString('url', (value) =>
  isWebAddress(value) ? refuseWords(value, 'url', 2000) : { code: 'url' },
).meta({ id: 'url', format: 'uri', pattern: '^https?:', maxLength: 2000 });

export const telephone = formed('telephone', /^[0-9][0-9 -]{1,20}[0-9]$/);
export const postcode = formed('postcode', /^\d{6}$/);
export const areaCode = formed('areaCode', /^0\d{2,3}$/);

/** The one zone whose days, holidays and working days are counted here. */
export const TIME_ZONE = 'Asia/Shanghai';

/**
 * Another zone is refused, not carried: which day it is decides in the worker, before any pack is read, and the working
 * days known are China's. A pack of another zone would have two todays.
 */
export const timeZone = checkedString('timeZone', (value) =>
  value === TIME_ZONE ? null : { code: 'timeZone' },
).meta({ id: 'timeZone', const: TIME_ZONE, examples: [TIME_ZONE] });

export const truth = z.boolean(asCode('truth'));
export const inclusive = z.union([z.boolean(), z.literal('not-stated')], asCode('inclusive'));

/** Yuan with at most two decimals. */
export const money = z
  .number(asCode('money'))
  .refine(
    (value) => value >= 0 && value <= 1_000_000 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6,
    {
      error: asCode('money'),
    },
  )
  .meta({ id: 'money', minimum: 0, maximum: 1_000_000, multipleOf: 0.01, description: 'Yuan.' });

export const count = z
  .number(asCode('count'))
  .refine((value) => Number.isInteger(value) && value >= 0 && value <= 3650, { error: asCode('count') })
  .meta({ id: 'count', type: 'integer', minimum: 0, maximum: 3650 });

/** Of a paper to hand in: none is not a number of copies, and readers would be told to bring 0份. */
export const copies = z
  .number(asCode('copies'))
  .refine((value) => Number.isInteger(value) && value >= 1 && value <= 3650, { error: asCode('copies') })
  .meta({ id: 'copies', type: 'integer', minimum: 1, maximum: 3650 });

/** One of a closed list; the message names the choices. */
export function choice<const T extends readonly [string, ...string[]]>(options: T) {
  return z.enum(options, asCode('choice'));
}

export function list<T extends z.ZodType>(item: T) {
  return z.array(item, asCode('list')).max(LONGEST_LIST, asCode('tooMany'));
}

/** A list that says nothing when empty: leave it out instead. */
export function filledList<T extends z.ZodType>(item: T) {
  return list(item).min(1, asCode('emptyList'));
}

export function object<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape, asCode('object'));
}
