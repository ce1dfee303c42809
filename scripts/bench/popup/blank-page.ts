/** A blank extension page with React: the peer of the popup. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { inRoot } from '@/scripts/setup/paths.mjs';

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>blank</title>
<script type="module" crossorigin src="/blank.js"></script></head>
<body><div id="root"></div></body></html>
`;

const ENTRY = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('p', { 'data-part': 'blank' }, '37'));
`;

/**
 * A copy of the built extension with one page more: `blank.html`, which paints one number by React, minified for the
 * same targets as ours.
 *
 * @returns the folder, and how to remove it
 */
export async function withBlankPage(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'rebind-blank-'));
  cpSync(inRoot('.output', 'chrome-mv3'), folder, { recursive: true });
  // Inside the project, so that React is found.
  const source = inRoot('out', 'blank-page');
  cpSync(inRoot('package.json'), join(source, 'package.json'), { recursive: true });
  writeFileSync(join(source, 'blank.js'), ENTRY);
  await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: ['chrome109'],
      lib: { entry: join(source, 'blank.js'), formats: ['es'], fileName: () => 'blank.js' },
      minify: true,
    },
  });
  writeFileSync(join(folder, 'blank.html'), PAGE);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
