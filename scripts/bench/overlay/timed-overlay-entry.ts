/** Card and ring as a peer is asked for a step: the control is given, nothing is looked for. */
import { mountCard } from '@/components/card/mount';
import type { ShowMessage } from '@/lib/messaging/contract';
import { overlayOf } from '@/lib/overlay/host';
import { drawRing } from '@/lib/overlay/ring';
import { timedPort } from './timed-port';
import { watchRoot } from './timed-root';
import { timedWords } from './timed-words';

watchRoot();
const port = timedPort();
const { signal } = new AbortController();
mountCard(document, port, { signal, language: 'zh', translate: timedWords() });

Object.assign(globalThis, {
  benchShow(card: ShowMessage, selector: string) {
    port.show(card);
    const nothing = () => undefined;
    const element = () => document.querySelector(selector);
    drawRing(overlayOf(document), document, {
      target: 'unbind',
      element,
      signal,
      onView: nothing,
      onLost: nothing,
    });
  },
});
