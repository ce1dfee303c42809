/** Bundles code for a page, ours or a peer's, as a content script is: one minified file, and its styles. */
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { inRoot } from './paths.mjs';

export interface Script {
  readonly code: string;
  /** Styles that were imported as files, not as text; usually none. */
  readonly css: string;
}

export interface ScriptOptions {
  readonly plugins?: readonly Plugin[];
  /** Where packages are looked for; the checkout by default. */
  readonly root?: string;
  /** Packages left out, with the global that stands for each. */
  readonly without?: Readonly<Record<string, string>>;
}

/** @param entry absolute path */
export async function bundleScript(entry: string, options: ScriptOptions = {}): Promise<Script> {
  const { plugins = [], root = inRoot(), without = {} } = options;
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [...plugins],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': inRoot() } },
    build: {
      write: false,
      minify: true,
      target: `chrome${BROWSER_FLOOR.chromium}`,
      cssCodeSplit: false,
      rolldownOptions: { external: Object.keys(without), output: { globals: without } },
      lib: { entry, formats: ['iife'], name: 'rebindEntry' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`vite built nothing of ${entry}`);
  const [chunk, ...assets] = output.output;
  const styles = assets.flatMap((part) =>
    part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : [],
  );
  return { code: chunk.code, css: styles.join('\n') };
}

export const gzippedBytes = ({ code, css }: Script): number =>
  [code, css].reduce((sum, text) => sum + (text === '' ? 0 : gzipSync(text).length), 0);
