import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountCard } from '@/components/card/mount';
import { claimDocument } from '@/lib/content/claim-document';
import { createContentPort } from '@/lib/platform/content-port';
import { language, translate } from '@/lib/platform/i18n';

/** Injected by the background into the top document once there is something to say. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  main() {
    // Not WXT's signal: a second injection aborts it, and so could the page by a forged event (issue 4).
    const { signal } = new AbortController();
    if (!claimDocument('guide')) return;
    mountCard(document, createContentPort(), { signal, translate, language: language() });
  },
});
