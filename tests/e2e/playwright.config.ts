import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export default defineConfig({
  testDir: inRoot('tests'),
  testMatch: ['e2e/**/*.spec.ts', 'browser/**/*.spec.ts', 'firefox/**/*.spec.ts'],
  outputDir: inRoot('out/test-results/browser'),
  // Two cores; every test has a browser and a profile of its own.
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try is a defect, ours or the test's: scripts/test.mjs names it at its
  // end. It does not stop everybody else's work.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: inRoot('out/test-results/browser.json') }]],
});
