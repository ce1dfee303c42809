import { type Language, type Text, textIn } from '@/lib/locale/text';

function isText(value: object): value is Text {
  return 'zh' in value && Object.keys(value).every((key) => key === 'zh' || key === 'en');
}

/** The same value with every `Text` in it as a plain string of one language, for printing. */
export function toPlain(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => toPlain(item, language));
  if (isText(value)) return textIn(value, language);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item, language)]));
}
