import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { announceArrival } from '@/lib/content/announce-arrival';
import { claimDocument } from '@/lib/content/claim-document';
import { mountPointer } from '@/lib/content/pointer';
import { createContentPort } from '@/lib/platform/content-port';
import { extensionLife } from '@/lib/platform/extension-life';

/** Injected by the background into every frame that may hold the step's control. */
export default defineUnlistedScript(() => {
  const signal = extensionLife();
  if (!claimDocument('pointer')) return;
  const port = createContentPort();
  mountPointer(document, port, { signal });
  announceArrival(document, port, 'pointer');
});
