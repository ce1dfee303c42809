import { defineContentScript } from 'wxt/utils/define-content-script';
import { claimDocument } from '@/lib/content/claim-document';
import { mountSentinel } from '@/lib/content/sentinel';
import { createContentPort } from '@/lib/platform/content-port';
import { OFFICIAL_MATCH } from '@/lib/platform/official-site';

/** Runs in every frame of the granted system, and says what the document in it shows. */
export default defineContentScript({
  matches: [OFFICIAL_MATCH],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    // Not WXT's signal: a second injection aborts it, and so could the page by a forged event (issue 4).
    const { signal } = new AbortController();
    if (claimDocument('sentinel')) mountSentinel(document, createContentPort(), { signal });
  },
});
