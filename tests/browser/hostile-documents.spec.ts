/**
 * Hostile documents in real Chromium, read by the released sentinel and recogniser in an isolated world, as
 * content scripts are. How long a slice takes is a figure of the bench (`fuzz-longest-slice`).
 */
import { type Browser, chromium, expect, test } from '@playwright/test';
import fc from 'fast-check';
import { rounds } from '@/lib/notice/testing/rounds';
import { ordinaryPage } from '@/lib/page/testing/ordinary-page';
import { BenchPage } from '@/scripts/bench/bench-page';
import { lookOnce } from '@/scripts/bench/sentinel/watch';
import { releasedSentinel } from '@/scripts/released-sentinel';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import '@/tests/drawn-cases';
import { HOSTILE_DOCUMENTS, HOSTILE_HTML } from './hostile-documents';

/** States that such a page must never be taken for where it does not show them. */
const GRAVE = ['unbind-confirm', 'bind-form', 'bind-done'];

let browser: Browser;
let sentinel: string;

test.beforeAll(async () => {
  sentinel = await releasedSentinel();
  browser = await chromium.launch({
    executablePath: (await ensureChromium()).path,
    args: ['--no-sandbox'],
  });
});
test.afterAll(() => browser.close());

for (const { name, script, state = 'ca-list' } of HOSTILE_DOCUMENTS) {
  test(`reads ${name}`, async () => {
    const page = await BenchPage.open(browser, HOSTILE_HTML);
    // Before the script: it may take away what Playwright itself needs in the main world.
    const world = await page.createWorld('sentinel');
    await page.session.send('Runtime.evaluate', {
      expression: `{ const stage = document.getElementById('stage'); ${script} }`,
    });
    await world.drawn();
    const { report } = await lookOnce(world, sentinel);
    if (state === null) expect(GRAVE).not.toContain(report.state);
    else expect(report.state).toBe(state);
    await page.close();
  });
}

test('never takes an ordinary page, made by chance, for one that binds or unbinds a certificate', async () => {
  test.slow();
  await fc.assert(
    fc.asyncProperty(ordinaryPage, async (body) => {
      const page = await BenchPage.open(browser, `<!doctype html><meta charset="utf-8">${body}`);
      const { report } = await lookOnce(await page.createWorld('sentinel'), sentinel);
      await page.close();
      expect(GRAVE).not.toContain(report.state);
    }),
    rounds(10),
  );
});
