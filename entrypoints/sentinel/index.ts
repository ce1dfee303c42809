import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claimDocument } from '@/lib/content/claim-document';
import { mountSentinel } from '@/lib/content/sentinel';
import { createContentPort } from '@/lib/platform/content-port';
import { extensionLife } from '@/lib/platform/extension-life';

/** Runs in every frame of the granted system (wxt.config.ts), and says what the document in it shows. */
export default defineUnlistedScript(() => {
  const signal = extensionLife();
  if (claimDocument('sentinel')) mountSentinel(document, createContentPort(), { signal });
});
