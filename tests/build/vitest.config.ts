import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Checks on what `npm run build` left: the package that is tested is the package that is released. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') } },
  test: { include: ['tests/build/**/*.test.ts'], environment: 'node' },
});
