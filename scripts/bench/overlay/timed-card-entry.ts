import { mountCard } from '@/components/card/mount';
import { timedPort } from './timed-port';
import { watchRoot } from './timed-root';
import { timedWords } from './timed-words';

watchRoot();
mountCard(document, timedPort(), {
  signal: new AbortController().signal,
  language: 'zh',
  translate: timedWords(),
});
