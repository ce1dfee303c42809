import { defineContentScript } from 'wxt/utils/define-content-script';
import { claimDocument } from '@/lib/content/claim-document';
import { mountPointer } from '@/lib/content/pointer';
import { createContentPort } from '@/lib/platform/content-port';

/** Injected by the background into every frame that may hold the step's control. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    // Not WXT's signal: a second injection aborts it, and so could the page by a forged event (issue 4).
    const { signal } = new AbortController();
    if (claimDocument('pointer')) mountPointer(document, createContentPort(), { signal });
  },
});
