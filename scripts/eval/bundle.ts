/** Bundles code of ours for a page under evaluation. */
import { build } from 'vite';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { inRoot } from '@/scripts/setup/paths.mjs';

/**
 * One script, bundled as the pointer's code is for release. It speaks to its page through a global of its own.
 *
 * @param entry path below the checkout's root
 */
export async function bundleForPage(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': inRoot() } },
    build: {
      write: false,
      target: [`chrome${BROWSER_FLOOR.chromium}`, `firefox${BROWSER_FLOOR.firefox}`],
      lib: { entry: inRoot(entry), formats: ['iife'], name: 'rebindEvaluationEntry' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`eval: vite built nothing of ${entry}`);
  return chunk.code;
}
