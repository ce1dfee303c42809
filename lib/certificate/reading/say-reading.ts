/** What reading a file came to, in words. */
import { keyPart } from '@/lib/locale/key-part';
import type { Translate } from '@/lib/locale/translate';
import type { ReadingError, ReadingWarning } from './model';

/** What happened, why, and what to do now. */
export function sayReadingError(error: ReadingError, t: Translate): string {
  return t(`certificate.error.${keyPart(error)}`);
}

export function sayReadingWarning(warning: ReadingWarning, t: Translate): string {
  return t(`certificate.warning.${keyPart(warning)}`);
}
