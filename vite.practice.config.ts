/** Builds the practice site as plain web pages, for the tests and `npm start` to serve at the official host. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { BROWSER_FLOOR } from './lib/platform/floor.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const targets = [`chrome${BROWSER_FLOOR.chromium}`, `firefox${BROWSER_FLOOR.firefox}`];

export default defineConfig({
  root: here('tests/site'),
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '@': here('.').replace(/\/$/, '') } },
  build: {
    outDir: here('.output/practice-site'),
    emptyOutDir: true,
    target: targets,
    cssTarget: targets,
  },
});
