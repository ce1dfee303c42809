import type { Translate } from '@/lib/locale/translate';

/** What `timed-words-entry` laid out beforehand. */
export const timedWords = (): Translate =>
  (globalThis as typeof globalThis & { benchTranslate: Translate }).benchTranslate;
