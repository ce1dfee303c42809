import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
    environment: 'node',
    // Vitest leaves one core to its watcher; on two cores the other half of the machine stood idle.
    maxWorkers: '100%',
    setupFiles: ['tests/drawn-cases.ts', 'tests/patient-queries.ts'],
    // Nothing here waits for time to pass: what takes longer than a few seconds runs on a machine that is busy.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
