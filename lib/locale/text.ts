/**
 * A sentence that comes as data (a notice pack), not from the locale files: Chinese is the text of
 * record, English a courtesy.
 */
export interface Text {
  readonly zh: string;
  readonly en?: string | undefined;
}

export type Language = 'zh' | 'en';

/** The text in the reader's language; Chinese where no English was written. */
export function textIn(text: Text, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh;
}
