import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recallPopupMemory } from '@/lib/platform/popup-memory';
import { readFirstRows } from '@/lib/store/first-rows';

/**
 * The popup's first script, a small one: it asks for the rows, and for what the popup was at, while the larger ones are
 * still being fetched: an answer of the browser takes as long as a small script.
 * `entrypoints/popup` takes them from here.
 */
export default defineUnlistedScript(() => {
  const memory = recallPopupMemory();
  // Whoever takes it hears of the failure.
  memory.catch(() => {});
  Object.assign(globalThis, { rebindFirstRows: readFirstRows(), rebindFirstMemory: memory });
});
