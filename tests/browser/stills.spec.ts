/**
 * A masked snapshot says to the recogniser what its page says: on every state of the practice site, and on pages made
 * up by people who had seen neither. Whoever gets a report of an unknown page then sees what we saw.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Frame, type Page, test } from '@playwright/test';
import { indexOfReports, nameOfReport } from '@/lib/desk/teach/report-files';
import type { PageState } from '@/lib/page/model';
import { bundleForPage } from '@/scripts/eval/bundle';
import { readIndex, readPages } from '@/scripts/eval/read-pages';
import { isRight } from '@/scripts/eval/score';
import { servePractice } from '@/scripts/practice-server.mjs';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { isFull, sampled } from '@/tests/e2e/harness/extent';
import { PRACTICE_STATES } from '@/tests/site/states';
import type { StillsHandle } from './stills-entry';

declare global {
  var rebindStills: StillsHandle;
}

/** No page of its own stands here; it only has to be one address for all. */
const ADDRESS = 'http://page.example/';

let browser: Browser;
let site: Awaited<ReturnType<typeof servePractice>>;
let bundle: string;

test.beforeAll(async () => {
  bundle = await bundleForPage('tests/browser/stills-entry.ts');
  site = await servePractice();
  browser = await chromium.launch({ executablePath: (await ensureChromium()).path, args: ['--no-sandbox'] });
});
test.afterAll(() => Promise.all([browser.close(), site.close()]));

async function showAt(page: Page, html: string): Promise<void> {
  await page.route(ADDRESS, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
  await page.unroute(ADDRESS);
}

interface Pair {
  readonly state: PageState;
  readonly report: string;
}

async function reportOf(frame: Page | Frame): Promise<Pair> {
  await frame.evaluate(bundle);
  return frame.evaluate(() => ({ state: rebindStills.state(), report: rebindStills.report() }));
}

async function stateOfReport(page: Page, report: string): Promise<PageState> {
  await showAt(page, report);
  await page.evaluate(bundle);
  return page.evaluate(() => rebindStills.state());
}

test('every document of the practice site is recognised alike from its snapshot', async () => {
  test.setTimeout(240_000);
  const page = await browser.newPage({ baseURL: `http://127.0.0.1:${site.port}` });
  const reader = await browser.newPage();
  const different: string[] = [];
  let read = 0;
  for (const { skin, scenario, query } of PRACTICE_STATES) {
    await page.goto(query);
    await page.locator('.practice-banner').first().waitFor();
    await expect
      .poll(async () => page.frames().length === 1 + (await page.locator('iframe, frame').count()))
      .toBe(true);
    for (const frame of page.frames()) {
      await frame.locator('.practice-banner').first().waitFor();
      const { state, report } = await reportOf(frame);
      const again = await stateOfReport(reader, report);
      read += 1;
      if (again !== state) different.push(`${skin} ${scenario}: ${state} became ${again}`);
    }
  }
  expect(read).toBeGreaterThan(75);
  expect(different).toEqual([]);
});

test('and so is nearly every invented page; none becomes another state', async () => {
  test.setTimeout(300_000);
  const page = await browser.newPage();
  const reader = await browser.newPage();
  const different: string[] = [];
  let read = 0;
  for (const set of ['set-a', 'set-b', 'set-c', 'set-d', 'set-e', 'set-f', 'set-g']) {
    for (const { file, frame: at } of sampled(readIndex(inRoot('tests', 'pages', set)), 4)) {
      await showAt(page, readFileSync(inRoot('tests', 'pages', set, file), 'utf8'));
      const frame = at === null ? page.mainFrame() : await (await page.waitForSelector(at)).contentFrame();
      if (!frame) throw new Error(`no frame ${at} in ${file}`);
      await frame.waitForLoadState('domcontentloaded');
      const { state, report } = await reportOf(frame);
      const again = await stateOfReport(reader, report);
      read += 1;
      if (again !== state) different.push(`${set}/${file}: ${state} became ${again}`);
    }
  }
  expect(read).toBeGreaterThan(isFull ? 450 : 110);
  expect(different.length / read).toBeLessThanOrEqual(0.02);
  expect(different.filter((each) => !/became (unknown|other)$/.test(each))).toEqual([]);
});

test('a folder of snapshots is what eval:pages reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rebind-reports-'));
  try {
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${site.port}` });
    const wanted = PRACTICE_STATES.filter(
      ({ skin, state }) => skin === 'element' && /^(ca-list|bind-form|key-missing|login-ca)$/.test(state),
    ).slice(0, 6);
    const states: { readonly state: PageState }[] = [];
    for (const { query } of wanted) {
      await page.goto(query);
      await page.locator('.practice-banner').first().waitFor();
      const { state, report } = await reportOf(page);
      writeFileSync(join(folder, nameOfReport(states.length)), report);
      states.push({ state });
    }
    writeFileSync(join(folder, 'index.jsonl'), indexOfReports(states));
    const scored = await readPages(folder, () => {});
    expect(scored.map((each) => [each.file, each.state, isRight(each)])).toEqual(
      states.map(({ state }, at) => [nameOfReport(at), state, true]),
    );
    expect(scored.length).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
