import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '@/components/card/mount';
import { announceArrival } from '@/lib/content/announce-arrival';
import { claimDocument } from '@/lib/content/claim-document';
import { createContentPort } from '@/lib/platform/content-port';
import { extensionLife } from '@/lib/platform/extension-life';
import { language, translate } from '@/lib/platform/i18n';

/** Injected by the background into the top document once there is something to say. */
export default defineUnlistedScript(() => {
  const signal = extensionLife();
  if (!claimDocument('guide')) return;
  const port = createContentPort();
  mountCard(document, port, { signal, translate, language: language() });
  announceArrival(document, port, 'guide');
});
