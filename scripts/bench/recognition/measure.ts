/**
 * How long the first look at a page takes, beside fathom-web and plain text with regular expressions on the
 * same documents, in renderers that have run none of them before.
 */
import type { Browser } from '@playwright/test';
import type { FrameReport } from '@/lib/page/model';
import { releasedRecogniser, releasedSentinel } from '@/scripts/released-sentinel';
import { say } from '@/scripts/setup/run-command.mjs';
import { BenchPage, withBrowser } from '../bench-page';
import { type BenchOptions, median, type Report, rounded } from '../figure';
import { bundlePeers } from '../peers';
import { lookOnce } from '../sentinel/watch';
import { MARK_TASK, type Traced, trace } from '../tracing';
import { measureAccuracy } from './accuracy';
import { portalPage } from './portal-page';

/** Elements, how often, and the budget of a first recognition (design.md §7 names one for 5,000). */
const SIZES = [
  { elements: 500, times: 9 },
  { elements: 5_000, times: 9, budget: 8 },
  { elements: 50_000, times: 5 },
];
/** Chromium's own measure of a long task, milliseconds. */
const LONG_TASK = 50;
/** One style pass and one layout after a change; more were forced in between. */
const MOST_LAYOUTS = 2;

/**
 * `loaded`: the recogniser's script has been evaluated before, as those of the peers are, and never run.
 * `floor`: what any script pays that asks this page for anything.
 */
const TOOLS = ['sentinel', 'loaded', 'fathom', 'text', 'floor'] as const;
type Tool = (typeof TOOLS)[number];
/** One selector, one style, as the first lines of a recogniser would. */
const FLOOR = `getComputedStyle(document.querySelectorAll('button,a,input,[role=button]')[0]).cursor`;
const isOurs = (tool: Tool): boolean => tool === 'sentinel' || tool === 'loaded';

/** Leaves style and layout of the whole page to be done, as a page that just changed does. */
const DISTURB = `document.body.style.fontSize = '15px';`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** A fresh renderer, one tool, one look. */
async function measureOnce(
  browser: Browser,
  tool: Tool,
  html: string,
  code: string,
  before = '',
): Promise<Traced> {
  const page = await BenchPage.open(browser, html);
  try {
    const world = await page.createWorld('bench');
    if (!isOurs(tool) && tool !== 'floor') await world.run(`${code};undefined`);
    if (tool === 'loaded') await world.run(`${await releasedRecogniser()};undefined`);
    const work = async () => {
      const peer = tool === 'floor' ? FLOOR : `rebindPeers.${tool}()`;
      if (!isOurs(tool)) return world.run(`${before}${MARK_TASK}${peer}`);
      const { report } = await lookOnce(world, code, before);
      checkState(report);
    };
    return await trace(browser, page, work);
  } finally {
    await page.close();
  }
}

/** A fast answer that is no answer must not count. */
function checkState({ state }: FrameReport): void {
  if (state !== 'ca-list') throw new Error(`bench: the portal page was taken for ${state}`);
}

export async function measureRecognition(report: Report, { wants, pages }: BenchOptions): Promise<void> {
  const sentinel = await releasedSentinel();
  const peers = await bundlePeers('recognition', 'page-entry.js');
  const codeOf = (tool: Tool) => (isOurs(tool) ? sentinel : peers);
  await withBrowser(async (browser) => {
    if (wants('recognition-accuracy')) await measureAccuracy(browser, report, pages, sentinel, peers);
    for (const { elements, times, budget } of SIZES) {
      const name = `recognition-${elements}`;
      const longest = `${name}-longest-task`;
      const loaded = `${name}-loaded`;
      if (!wants(name) && !wants(loaded) && !wants(longest)) continue;
      say(`${name}: ${times} times each of ${TOOLS.join(', ')}.`);
      const html = portalPage(elements);
      const measured: Record<Tool, Traced[]> = { sentinel: [], loaded: [], fathom: [], text: [], floor: [] };
      // Turn about, so that what else the machine does falls on all of them.
      for (let time = 0; time < times; time += 1) {
        for (const tool of TOOLS) measured[tool].push(await measureOnce(browser, tool, html, codeOf(tool)));
      }
      const middle = (tool: Tool, of: (tasks: readonly number[]) => number) =>
        rounded(median(measured[tool].map(({ tasks }) => of(tasks))));
      const figure = (of: (tasks: readonly number[]) => number, ours: Tool = 'sentinel') => {
        const fathom = middle('fathom', of);
        const value = middle(ours, of);
        return {
          value,
          unit: 'ms',
          peers: {
            'fathom-web': fathom,
            'innerText+regexp': middle('text', of),
            'one selector and one style': middle('floor', of),
          },
          ratio: rounded(value / fathom),
        };
      };
      report({ name, ...figure(sum), ...(budget && { budget }) });
      report({ name: loaded, ...figure(sum, 'loaded') });
      if (elements === 50_000) {
        report({ name: longest, ...figure((tasks) => Math.max(...tasks)), budget: LONG_TASK });
      }
    }
    if (wants('recognition-layouts')) {
      const html = portalPage(5_000);
      const counts = [];
      for (const tool of ['sentinel', 'fathom', 'text'] as const) {
        counts.push((await measureOnce(browser, tool, html, codeOf(tool), DISTURB)).layouts);
      }
      const [value = Number.NaN, fathom = Number.NaN, text = Number.NaN] = counts;
      report({
        name: 'recognition-layouts',
        value,
        unit: 'style and layout passes',
        budget: MOST_LAYOUTS,
        peers: { 'fathom-web': fathom, 'innerText+regexp': text },
      });
    }
  });
}
