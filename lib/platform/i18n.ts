import { i18n } from '#i18n';
import type { Language } from '@/lib/locale/text';
import { fillHoles, pickPlural, type Translate } from '@/lib/locale/translate';
import { nativeApi } from './native';

/** Sentences in the browser's own language, from the package's `_locales`. */
export const translate: Translate = (key, params) =>
  fillHoles(pickPlural((i18n.t as (key: string) => string)(key), params?.count), params);

/** Which of our two languages the browser asks for; anything but English reads Chinese, as `default_locale` does. */
export function language(): Language {
  return nativeApi().i18n.getUILanguage().toLowerCase().startsWith('en') ? 'en' : 'zh';
}
