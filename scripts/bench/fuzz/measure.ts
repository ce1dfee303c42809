/** The longest task that recognition ever is in, on documents made to make it long. */
import { releasedSentinel } from '@/scripts/released-sentinel';
import { say } from '@/scripts/setup/run-command.mjs';
import { HOSTILE_DOCUMENTS, HOSTILE_HTML } from '@/tests/browser/hostile-documents';
import { BenchPage, withBrowser } from '../bench-page';
import { median, type Report, rounded } from '../figure';
import { lookOnce } from '../sentinel/watch';
import { trace } from '../tracing';

/** Chromium's own measure of a long task, milliseconds. */
const BUDGET = 50;
const TIMES = 3;

export async function measureFuzz(report: Report): Promise<void> {
  const sentinel = await releasedSentinel();
  let worst = { name: '', longest: 0 };
  await withBrowser(async (browser) => {
    for (const { name, script } of HOSTILE_DOCUMENTS) {
      const longest: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const page = await BenchPage.open(browser, HOSTILE_HTML);
        const world = await page.createWorld('sentinel');
        const expression = `{ const stage = document.getElementById('stage'); ${script} }`;
        await page.session.send('Runtime.evaluate', { expression });
        // Laying out what the page did is the page's work.
        await world.drawn();
        const { tasks } = await trace(browser, page, () => lookOnce(world, sentinel));
        longest.push(Math.max(...tasks));
        await page.close();
      }
      const middle = median(longest);
      say(`fuzz: ${rounded(middle)} ms at most in ${name}.`);
      if (middle > worst.longest) worst = { name, longest: middle };
    }
  });
  say(`fuzz: longest in ${worst.name}.`);
  report({ name: 'fuzz-longest-slice', value: rounded(worst.longest), unit: 'ms', budget: BUDGET });
}
