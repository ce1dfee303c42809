import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const REPLACEMENT = fileURLToPath(new URL('../../lib/desk/roster/zip.ts', import.meta.url));

/**
 * The spreadsheet libraries pack in workers made from strings as soon as there is much to pack; our pages' policy
 * refuses those, and the library then waits for ever. They get the same functions without workers
 * (docs/decisions/019-roster-libraries.md).
 */
export function zipWithoutWorkers(): Plugin {
  return {
    name: 'rebind:zip-without-workers',
    enforce: 'pre',
    resolveId(source, importer) {
      const asks = importer?.includes('/write-excel-file/') || importer?.includes('/read-excel-file/');
      return source === 'fflate' && asks ? REPLACEMENT : null;
    },
  };
}
