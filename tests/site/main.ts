/**
 * The practice site as a plain web page, without any part of the extension: what the tests serve at the
 * official host name, so that the release build meets it there.
 */
import { classicSkin } from '@/components/practice/classic';
import { elementSkin } from '@/components/practice/element';
import { mountPractice } from '@/components/practice/mount';
import type { PracticeStore } from '@/components/practice/store';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { unseenSkin } from './unseen';

declare global {
  interface Window {
    /** For tests: the simulated key and faults, without going through the console's closed shadow root. */
    practice: Pick<PracticeStore, 'get' | 'dispatch' | 'switchAccount'>;
  }
}

// The Swedish locale writes days as YYYY-MM-DD.
const usualDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

window.practice = mountPractice(document, {
  t: createTranslate(zh),
  language: 'zh',
  skins: [elementSkin, classicSkin, unseenSkin],
  usualDay,
  services: {},
  signal: new AbortController().signal,
});
