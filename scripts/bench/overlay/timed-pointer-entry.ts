import { mountPointer } from '@/lib/content/pointer';
import { overlayOf } from '@/lib/overlay/host';
import { timedPort } from './timed-port';

mountPointer(document, timedPort(), { signal: new AbortController().signal });
Object.assign(globalThis, { benchHasRing: () => overlayOf(document).surroundings().ring !== null });
