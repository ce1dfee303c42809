import { formatDay } from '@/lib/locale/dates';
import type { Text } from '@/lib/locale/text';
import { fillHoles } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { guide as en } from '@/locales/en.json';
import { guide as zh } from '@/locales/zh_CN.json';

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** A sentence of the locale files' `guide` section. */
export type GuideKey = Leaves<typeof zh>;

type Tree = { readonly [key: string]: string | Tree };

function find(tree: Tree, key: string): string {
  const leaf = key
    .split('.')
    .reduce<string | Tree | undefined>(
      (node, part) => (typeof node === 'object' ? node[part] : undefined),
      tree,
    );
  return typeof leaf === 'string' ? leaf : key;
}

/** A pack's text in the middle of a sentence of ours: without its own full stop, or the colon it was copied with. */
export function inline(text: string): string {
  return text.trim().replace(/[。．.；;：:，,、\s]+$/u, '');
}

/**
 * One of our own sentences in both languages, its holes filled. A plan is public data drawn elsewhere, in
 * whichever language the person reads, so it carries both.
 */
export function write(key: GuideKey, holes: Readonly<Record<string, Text | string | number>> = {}): Text {
  const fill = (language: 'zh' | 'en') => {
    const params = Object.entries(holes).map(([name, value]) => {
      const text =
        typeof value === 'object' ? (language === 'en' ? (value.en ?? value.zh) : value.zh) : value;
      return [name, typeof text === 'string' ? inline(text) : text] as const;
    });
    return fillHoles(find(language === 'zh' ? zh : en, key), Object.fromEntries(params));
  };
  return { zh: fill('zh'), en: fill('en') };
}

/** A step's text with no label to quote: `{label}`, quoted or not, becomes a word for the control. */
export function withoutLabel(text: Text): Text {
  const word = write('control');
  const fill = (each: string, control: string) => each.replace(/[「“"]?\{label\}[」”"]?/gu, control);
  return {
    zh: fill(text.zh, word.zh),
    ...(text.en !== undefined && { en: fill(text.en, word.en ?? word.zh) }),
  };
}

/** A pack's text as a sentence of its own, with a full stop. */
export function asSentence(text: Text): Text {
  const stop = (each: string, mark: string) =>
    /[。．.？?！!]$/u.test(each.trim()) ? each : `${each.trim()}${mark}`;
  return { zh: stop(text.zh, '。'), ...(text.en !== undefined && { en: stop(text.en, '.') }) };
}

/** Several words as one list: 新CA、方正签章. */
export function joinWords(words: readonly Text[]): Text | null {
  if (words.length === 0) return null;
  return {
    zh: words.map((each) => each.zh).join('、'),
    en: words.map((each) => each.en ?? each.zh).join(', '),
  };
}

/** Several sentences as one text. */
export function joinSentences(...texts: readonly Text[]): Text {
  const sentences = texts.map(asSentence);
  return {
    zh: sentences.map((each) => each.zh).join(''),
    en: sentences.map((each) => each.en ?? each.zh).join(' '),
  };
}

/**
 * A day as people say it: 10月11日（周三）, "Wed 11 Oct". The year is named when it is not this one, so that
 * a date of 2023 is not read as this year's.
 */
export function writeDate(date: CalendarDate, today: CalendarDate): Text {
  const format = { weekday: true, year: date.slice(0, 4) !== today.slice(0, 4) };
  return { zh: formatDay(date, 'zh', format), en: formatDay(date, 'en', format) };
}
