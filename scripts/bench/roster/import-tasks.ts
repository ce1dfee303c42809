/** What an import keeps the desk's page busy with: its tasks, as the page itself sees them, step by step. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '@/scripts/setup/run-command.mjs';
import type { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { RosterPage } from '@/tests/e2e/harness/roster';
import type { Report } from '../figure';

/** A busy machine takes minutes; what is measured is tasks, not patience. */
const PATIENCE = 300_000;

/** Reports `roster-import-longest-task`: from the chosen file to the painted rows, in the released page. */
export async function measureImportTasks(
  browser: ExtensionBrowser,
  text: string,
  report: Report,
): Promise<void> {
  const roster = await RosterPage.open(browser);
  const { page } = roster;
  page.setDefaultTimeout(PATIENCE);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
  const longestOf = async (step: () => Promise<unknown>) => {
    await page.evaluate(() => void (globalThis as unknown as { tasks: number[] }).tasks.splice(0));
    await step();
    // Two frames: what the observer has not been told yet is told by then.
    await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))));
    return page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks));
  };
  // From a file on the disk: as bytes, the driver's own unpacking in the page would be counted as ours.
  const folder = await mkdtemp(join(tmpdir(), 'rebind-bench-'));
  const file = join(folder, 'roster.csv');
  await writeFile(file, text);
  await roster.startImport('import');
  const mapping = roster.dialog().locator('[data-part="import-mapping"]');
  const steps = {
    read: await longestOf(async () => {
      await roster.dialog().locator('input[type="file"]').setInputFiles(file);
      await mapping.waitFor();
    }),
    plan: await longestOf(() => roster.check()),
    write: await longestOf(async () => {
      await roster.button('roster.import.go').click();
      await roster.dialog().waitFor({ state: 'hidden' });
    }),
    show: await longestOf(() => roster.rows().first().waitFor()),
  };
  say(
    `roster: longest task while an import is ${Object.entries(steps)
      .map(([step, ms]) => `${step} ${Math.round(ms)} ms`)
      .join(', ')}.`,
  );
  report({ name: 'roster-import-longest-task', value: Math.max(...Object.values(steps)), unit: 'ms' });
  await page.close();
  await rm(folder, { recursive: true });
}
