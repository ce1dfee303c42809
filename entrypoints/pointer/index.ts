import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { claimDocument } from '@/lib/content/claim-document';
import { mountPointer } from '@/lib/content/pointer';
import { createContentPort } from '@/lib/platform/content-port';
import { extensionLife } from '@/lib/platform/extension-life';

/** Injected by the background into every frame that may hold the step's control. */
export default defineUnlistedScript(() => {
  const signal = extensionLife();
  if (claimDocument('pointer')) mountPointer(document, createContentPort(), { signal });
});
