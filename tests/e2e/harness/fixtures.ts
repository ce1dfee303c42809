/** What a browser test starts from: the release build in a fresh profile, the site served, traffic heard. */
import { test as base, expect } from '@playwright/test';
import { servePractice } from '@/scripts/practice-server.mjs';
import { ExtensionBrowser } from './extension-browser';
import type { LaunchOptions } from './start-chromium';
import { TrafficWitness } from './traffic';

interface WorkerFixtures {
  readonly site: { readonly port: number };
}

interface TestFixtures {
  /** Interface language of the browser. */
  readonly language: 'zh' | 'en';
  readonly scheme: 'light' | 'dark';
  /** The extension can be replaced by a newer version (`ExtensionBrowser.updateExtension`). */
  readonly updatable: boolean;
  readonly traffic: TrafficWitness;
  /** Starts a browser of its own; all are discarded at the end, restarted ones included. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<ExtensionBrowser>;
  readonly browserWithExtension: ExtensionBrowser;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const server = await servePractice();
      await use({ port: server.port });
      await server.close();
    },
    { scope: 'worker' },
  ],
  language: ['zh', { option: true }],
  scheme: ['light', { option: true }],
  updatable: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  traffic: async ({}, use) => {
    const witness = await TrafficWitness.start();
    await use(witness);
    await witness.stop();
    // After every browser test: nothing left the browser (design.md §3.7).
    expect(witness.leaks).toEqual([]);
  },
  launch: async ({ site, traffic, language, scheme, updatable }, use) => {
    const browsers: ExtensionBrowser[] = [];
    await use(async (options = {}) => {
      const browser = await ExtensionBrowser.launch({
        sitePort: site.port,
        proxyPort: traffic.port,
        language,
        colorScheme: scheme,
        updatable,
        ...options,
      });
      browsers.push(browser);
      return browser;
    });
    for (const browser of browsers) await browser.discard();
  },
  browserWithExtension: async ({ launch }, use) => {
    await use(await launch());
  },
});

export { expect };
