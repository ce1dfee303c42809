import { defineContentScript } from 'wxt/utils/define-content-script';
import { claimDocument } from '@/lib/content/claim-document';
import { mountPointer } from '@/lib/content/pointer';
import { createContentPort } from '@/lib/platform/content-port';

/** Injected by the background into every frame that may hold the step's control. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    if (claimDocument('pointer')) mountPointer(document, createContentPort(), { signal });
  },
});
