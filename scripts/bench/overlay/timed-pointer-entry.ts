import { mountPointer } from '@/lib/content/pointer';
import { timedPort } from './timed-port';
import { watchRoot } from './timed-root';

watchRoot();
mountPointer(document, timedPort(), { signal: new AbortController().signal });
