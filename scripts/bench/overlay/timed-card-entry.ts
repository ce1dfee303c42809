import { mountCard } from '@/components/card/mount';
import { timedPort } from './timed-port';
import { watchRoot } from './timed-root';

watchRoot();
// In the release the words come from the browser, not from the bundle.
const translate = (key: string) => key;
mountCard(document, timedPort(), { signal: new AbortController().signal, language: 'zh', translate });
