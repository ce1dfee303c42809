/**
 * Recognition on the practice site: right on the two skins it was written for, and never wrong on the
 * third, which it was not (issue 2). "Not sure" is not wrong.
 */
import { type Browser, chromium, expect, type Frame, type Page, test } from '@playwright/test';
import { build } from 'vite';
import type { PracticeStateRow } from '@/components/practice/states';
import { type PageState, TARGET_NAMES, type TargetName } from '@/lib/page/model';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { servePractice } from '@/scripts/practice-server.mjs';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { PRACTICE_STATES } from '@/tests/site/states';
import type { RecognitionHandle } from './recognition-entry';

declare global {
  var rebindRecognition: RecognitionHandle;
}

let browser: Browser;
let site: Awaited<ReturnType<typeof servePractice>>;
let bundle: string;

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': inRoot() } },
    build: {
      write: false,
      target: `chrome${BROWSER_FLOOR.chromium}`,
      lib: {
        entry: inRoot('tests', 'browser', 'recognition-entry.ts'),
        formats: ['iife'],
        name: 'rebindEntry',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('vite built nothing');
  bundle = chunk.code;
  site = await servePractice();
  browser = await chromium.launch({
    executablePath: (await ensureChromium()).path,
    args: ['--no-sandbox'],
  });
});
test.afterAll(() => Promise.all([browser.close(), site.close()]));

/** What recognition makes of one state of the practice site. */
interface Reading {
  readonly state: PageState;
  /** By target, the marks of the controls found, one a frame that found one. */
  readonly found: Readonly<Record<TargetName, readonly string[]>>;
}

/** Every document has rendered: banner and site come in one piece. */
async function settledFrames(page: Page): Promise<readonly Frame[]> {
  // The top document brings its frames only once it has rendered: a reading before that misses them.
  await page.locator('.practice-banner').first().waitFor();
  const framesDue = async () => 1 + (await page.locator('iframe, frame').count());
  await expect.poll(async () => page.frames().length === (await framesDue())).toBe(true);
  await expect.poll(() => page.frames().every((frame) => /^https?:/.test(frame.url()))).toBe(true);
  for (const frame of page.frames()) await frame.locator('.practice-banner').first().waitFor();
  return page.frames();
}

async function readState(page: Page, row: PracticeStateRow): Promise<Reading> {
  await page.goto(row.query);
  const frames = await settledFrames(page);
  const recognitions = [];
  for (const frame of frames) {
    await frame.evaluate(bundle);
    recognitions.push(await frame.evaluate(() => rebindRecognition.recognise()));
  }
  const state = await page.evaluate((all) => rebindRecognition.merge(all), recognitions);
  const found = await Promise.all(
    frames.map((frame) =>
      frame.evaluate(
        ([targets, shown]) => targets.map((target) => rebindRecognition.resolve(target, shown)),
        [TARGET_NAMES, state] as const,
      ),
    ),
  );
  return {
    state,
    found: Object.fromEntries(
      TARGET_NAMES.map((target, at) => [
        target,
        found.map((each) => each[at]).filter((mark) => typeof mark === 'string'),
      ]),
    ) as unknown as Reading['found'],
  };
}

async function readSkin(skin: string, check: (row: PracticeStateRow, reading: Reading) => void) {
  const rows = PRACTICE_STATES.filter((row) => row.skin === skin);
  expect(rows.length).toBeGreaterThan(25);
  const page = await browser.newPage({ baseURL: `http://127.0.0.1:${site.port}` });
  for (const row of rows) {
    await test.step(row.scenario, async () => check(row, await readState(page, row)));
  }
  await page.close();
}

/**
 * Pointing at the wrong control is worse than pointing at none (design.md §3.3). To miss a message and see
 * what it lies over is not wrong either: it stays when the message fades.
 */
function expectNothingWrong(
  { scenario, accept, beneath }: PracticeStateRow,
  { state, found }: Reading,
): void {
  expect.soft([...accept, beneath, 'unknown', 'other'], `${scenario}: page state`).toContain(state);
  for (const target of TARGET_NAMES) {
    const wrong = found[target].filter((mark) => mark !== target);
    expect.soft(wrong, `${scenario}: ${target} found at`).toEqual([]);
  }
}

for (const skin of ['element', 'classic']) {
  test(`every state of ${skin} is recognised and its controls are found`, async () => {
    await readSkin(skin, (row, reading) => {
      expectNothingWrong(row, reading);
      expect.soft(row.accept, `${row.scenario}: page state`).toContain(reading.state);
      for (const target of Object.keys(row.targets) as TargetName[]) {
        // Messages are pointed at by no step but the one they end.
        if (target === 'result' && !row.state.endsWith('-done')) continue;
        expect.soft(reading.found[target], `${row.scenario}: ${target}`).toEqual([target]);
      }
    });
  });
}

test('nothing is taken for something else on the skin that recognition has not seen', async () => {
  let recognised = 0;
  await readSkin('unseen', (row, reading) => {
    expectNothingWrong(row, reading);
    if (row.accept.includes(reading.state)) recognised += 1;
  });
  // Always abstaining would pass the above and help nobody.
  expect(recognised).toBeGreaterThan(15);
});
