/** Bytes of the overlay as it is shipped, less React, which every page of ours shares in spirit, not in bytes. */
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { inRoot } from '@/scripts/setup/paths.mjs';

const REACT = /^(react|react-dom|scheduler)(\/|$)/;
const GLOBALS = { react: 'R', 'react/jsx-runtime': 'J', 'react-dom': 'D', 'react-dom/client': 'C' };

/** Minified and gzipped, without React. @param entry a file of the checkout */
export async function gzippedWithoutReact(entry: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': inRoot() } },
    build: {
      write: false,
      minify: true,
      target: `chrome${BROWSER_FLOOR.chromium}`,
      cssCodeSplit: false,
      rollupOptions: { external: [REACT], output: { globals: GLOBALS } },
      lib: { entry, formats: ['iife'], name: 'sizeEntry' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`vite built nothing from ${entry}`);
  const texts = output.output.map((part) => (part.type === 'chunk' ? part.code : String(part.source)));
  return texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
}
