import { mountCard } from '@/components/card/mount';
import { classicSkin } from '@/components/practice/classic';
import { elementSkin } from '@/components/practice/element';
import { mountPractice } from '@/components/practice/mount';
import { mountPointer } from '@/lib/content/pointer';
import { mountSentinel } from '@/lib/content/sentinel';
import { PRACTICE_DATE } from '@/lib/notice/preview';
import { collect } from '@/lib/page/collect';
import { read, withDays } from '@/lib/page/recognise';
import { askBackground } from '@/lib/platform/background-client';
import { createContentPort } from '@/lib/platform/content-port';
import { language, translate } from '@/lib/platform/i18n';

// Content scripts do not run on extension pages, so this page mounts the same modules itself
// (design.md §4). Its frames are this page too: each watches its own document, the top one has the card.
const { signal } = new AbortController();
const port = createContentPort();

mountPractice(document, {
  t: translate,
  language: language(),
  skins: [elementSkin, classicSkin],
  usualDay: PRACTICE_DATE,
  services: {
    setPracticeDate: (date) => void askBackground({ type: 'pages.preview', date }),
    startOver: async () => void (await askBackground({ type: 'pages.reset-practice' })),
  },
  signal,
});
if (window.top === window) mountCard(document, port, { signal, translate, language: language() });
mountPointer(document, port, { signal });
mountSentinel(document, port, { signal, recogniser: { collect, read, withDays } });
