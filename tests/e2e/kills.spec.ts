/**
 * The background killed between a write and its acknowledgement, over and over. What it acknowledged is
 * there afterwards; what it did not is there whole or not at all; nothing is there twice. Quick: a sample;
 * the full run makes it 480 kills.
 */
import type { Page } from '@playwright/test';
import { addDays } from '@/lib/notice/days';
import { rounds } from '@/lib/notice/testing/rounds';
import { drawSeeded } from '@/tests/seeded-numbers';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { Popup } from './harness/own-pages';
import { UNIT } from './harness/scene';

const KILLS = rounds(8).numRuns;

/** Asks the background for a write and does not wait; `settle` says later how it ended. */
async function ask(page: Page, date: string): Promise<void> {
  await page.evaluate((previewed) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean } | undefined> } };
    };
    const asked = chrome.runtime
      .sendMessage({ type: 'pages.preview', date: previewed })
      .then((reply) => reply?.ok === true)
      // The channel closes with the worker: not acknowledged.
      .catch(() => false);
    Object.assign(globalThis, { asked });
  }, date);
}

const settle = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { asked: Promise<boolean> }).asked);

const previewIn = async (page: Page) =>
  (await readTable<{ key: string; value: unknown }>(page, 'real', 'settings'))
    .filter(({ key }) => key === 'preview')
    .map(({ value }) => value);

test('what the worker acknowledged outlives its death, and nothing is there twice', async ({
  browserWithExtension,
}) => {
  test.setTimeout(60_000 + KILLS * 4_000);
  const { draw } = drawSeeded(`kills.spec, ${KILLS} kills`);
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await new Popup(popup).addSubject(UNIT);
  const page = await browserWithExtension.openOwnPage('options.html');
  let before: unknown = null;
  let acknowledged = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const date = addDays('2023-09-01', kill);
    await ask(page, date);
    // A moment of the worker's own life: it may be waking, writing, or about to answer.
    await page.evaluate(
      (moment) => new Promise((go) => setTimeout(go, moment)),
      Math.floor(draw() ** 2 * 80),
    );
    await browserWithExtension.killWorker(page);
    const said = await settle(page);
    const [kept, ...more] = await previewIn(page);
    expect(more, `kill ${kill}`).toEqual([]);
    if (said) expect(kept, `kill ${kill}: acknowledged`).toBe(date);
    else expect([date, before ?? undefined], `kill ${kill}: not acknowledged`).toContain(kept);
    if (said) acknowledged += 1;
    before = kept;
  }
  console.log(`kills.spec: ${acknowledged} of ${KILLS} writes were acknowledged before the kill`);

  // Asked again in peace, it is done; and the preview holds one copy of the subject, not one for each try.
  await ask(page, '2023-09-20');
  expect(await settle(page)).toBe(true);
  expect(await previewIn(page)).toEqual(['2023-09-20']);
  expect(await readTable(page, 'preview', 'subjects')).toHaveLength(1);
  expect(await readTable(page, 'real', 'subjects')).toHaveLength(1);
});
