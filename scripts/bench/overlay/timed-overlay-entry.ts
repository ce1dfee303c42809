/** Card and ring as a peer is asked for a step: the control is given, nothing is looked for. */
import { mountCard } from '@/components/card/mount';
import type { ShowMessage } from '@/lib/messaging/contract';
import { overlayOf } from '@/lib/overlay/host';
import { drawRing } from '@/lib/overlay/ring';
import { timedPort } from './timed-port';
import { watchRoot } from './timed-root';

watchRoot();
const port = timedPort();
const { signal } = new AbortController();
// In the release the words come from the browser, not from the bundle.
const translate = (key: string) => key;
mountCard(document, port, { signal, language: 'zh', translate });

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
