import { pinyin } from 'pinyin-pro';

/** A text's initials by sound: 常州 is cz. Loaded when it is first needed: its tables are large. */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none' });
}
