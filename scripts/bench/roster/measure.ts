/** The roster with 100,000 units: coming in, being searched, being scrolled. */
import type { Page } from '@playwright/test';
import { bundleScript } from '@/scripts/setup/bundle-script';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { say } from '@/scripts/setup/run-command.mjs';
import { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { type BenchOptions, median, type Report } from '../figure';
import { measureImportTasks } from './import-tasks';

const UNITS = 100_000;
const ROUNDS = 3;
const SCROLLED_FRAMES = 240;

type Entry = typeof import('./entry');

/** Reports the figures of the group `roster` (groups.ts). */
export async function measureRoster(report: Report, { wants }: BenchOptions): Promise<void> {
  const { code } = await bundleScript(inRoot('scripts', 'bench', 'roster', 'entry.ts'));
  const browser = await ExtensionBrowser.launch({ sitePort: 9, language: 'zh' });
  try {
    // A page without a roster open: a connection would hold the database that rounds delete.
    const page = await browser.openOwnPage('summary.html');
    await page.evaluate(`${code};globalThis.rebindEntry = rebindEntry;`);
    if (wants('roster-import') || wants('roster-import-with-reading')) await measureImport(page, report);
    else await call(page, 'importText', await call(page, 'makeText', UNITS));
    if (wants('roster-search')) await measureSearch(page, report);
    if (wants('roster-import-longest-task')) {
      const text = await call(page, 'makeText', UNITS);
      await call(page, 'erase');
      await measureImportTasks(browser, text, report);
    }
    await page.close();
    if (wants('roster-search-painted') || wants('roster-scroll-frame')) await measurePage(browser, report);
  } finally {
    await browser.discard();
  }
}

function call<K extends keyof Entry>(page: Page, name: K, ...args: Parameters<Entry[K]>) {
  return page.evaluate(
    ([of, given]) =>
      (globalThis as unknown as { rebindEntry: Record<string, (...of: unknown[]) => unknown> }).rebindEntry[
        of as string
      ]?.(...(given as unknown[])),
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Entry[K]>>>;
}

async function measureImport(page: Page, report: Report): Promise<void> {
  const text = await call(page, 'makeText', UNITS);
  const own: number[] = [];
  const whole: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await call(page, 'erase');
    const { read, plan, write } = await call(page, 'importText', text);
    own.push(plan + write);
    whole.push(read + plan + write);
    raw.push(await call(page, 'insertRaw'));
    say(
      `roster: read ${Math.round(read)} ms, plan ${Math.round(plan)}, write ${Math.round(write)}, raw ${Math.round(raw.at(-1) ?? 0)}.`,
    );
  }
  const peer = median(raw);
  for (const [name, times] of [
    ['roster-import', own],
    ['roster-import-with-reading', whole],
  ] as const) {
    const value = median(times);
    report({
      name,
      value,
      unit: 'ms',
      budget: 2 * peer,
      peers: { 'Dexie bulkAdd': peer },
      ratio: value / peer,
    });
  }
}

async function measureSearch(page: Page, report: Report): Promise<void> {
  const { first, each } = await call(page, 'search');
  say(
    `roster: the index is made in ${Math.round(first)} ms; ${Object.entries(each)
      .map(([text, ms]) => `${text} ${ms.toFixed(1)}`)
      .join(', ')}.`,
  );
  report({ name: 'roster-search', value: Math.max(...Object.values(each)), unit: 'ms', budget: 50 });
}

/** In the released page: from a typed letter to the painted rows, and frames while it is scrolled by the wheel. */
async function measurePage(browser: ExtensionBrowser, report: Report): Promise<void> {
  const page = await browser.openOwnPage('desk.html?view=roster');
  await page.locator('[data-unit]').first().waitFor({ timeout: 120_000 });
  const box = page.getByRole('searchbox');
  const times: number[] = [];
  for (const letter of ['w', 'j', 'q', 'd', 'z', 'x']) {
    await page.evaluate(() => {
      (globalThis as { painted?: unknown }).painted = new Promise((resolve) => {
        document.addEventListener(
          'input',
          () => {
            const start = performance.now();
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - start);
              port2.postMessage(0);
            });
          },
          { once: true, capture: true },
        );
      });
    });
    await box.press(letter);
    times.push(await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted));
  }
  report({ name: 'roster-search-painted', value: median(times), unit: 'ms', budget: 50 });
  await box.fill('');
  await page.locator('[data-part="roster-scroller"]').hover();
  // As text: a bundler names functions in ways that only its own pages know.
  const frames = page.evaluate<number[]>(`new Promise((resolve) => {
    const seen = [];
    requestAnimationFrame(function tick(now) {
      seen.push(now);
      if (seen.length <= ${SCROLLED_FRAMES}) requestAnimationFrame(tick);
      else resolve(seen.slice(1).map((time, at) => time - seen[at]));
    });
  })`);
  let hasEnded = false;
  void frames.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) await page.mouse.wheel(0, 1200);
  const gaps = [...(await frames)].sort((one, other) => one - other);
  const top = await page.locator('[data-part="roster-scroller"]').evaluate((element) => element.scrollTop);
  if (top < 20_000) throw new Error(`bench: the roster was hardly scrolled (${top} px)`);
  say(
    `roster: scrolled ${Math.round(top)} px; 95th percentile ${gaps[Math.floor(gaps.length * 0.95)]?.toFixed(1)} ms, longest ${gaps.at(-1)?.toFixed(1)}.`,
  );
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  report({ name: 'roster-scroll-frame', value: mean, unit: 'ms', budget: 1000 / 59.5 });
}
