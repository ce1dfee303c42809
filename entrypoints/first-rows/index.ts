import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFirstRows } from '@/lib/store/first-rows';

/**
 * The popup's first script, a small one: it asks for the rows while the larger ones are still being fetched.
 * `entrypoints/popup` takes them from here.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { rebindFirstRows: readFirstRows() });
});
