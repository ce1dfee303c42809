/**
 * `npm run bench -- overlay`: the overlay beside its peers, on the same pages, in the same run
 * (design.md §7). Writes docs/overlay-scenarios.md from what it saw.
 */
import { writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import type { BenchOptions, Report } from '@/scripts/bench/figure';
import { median, rounded } from '@/scripts/bench/figure';
import { ensurePeers } from '@/scripts/bench/peers';
import { bundleScript, gzippedBytes } from '@/scripts/setup/bundle-script';
import { renderCardByPreact } from '@/scripts/setup/card-renderer';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { say } from '@/scripts/setup/run-command.mjs';
import { openSite } from '@/tests/browser/overlay-page';
import { ourTool, peerTool } from './contestants';
import { heapGrowth, layoutShift, ownScrollCost, scrollCost } from './endurance';
import { OVERLAY_FIGURES } from './figures';
import { bundlePeer, PEERS, type PeerName } from './peers';
import type { Outcome, Scenario } from './scenario-page';
import { runScenario, SCENARIOS } from './scenarios';
import { type Row, tellScenarios } from './tell-scenarios';
import { cardLines, type ShippedTimes, timeOverlay, timePeer, timeShipped } from './timings';

/** Rounds of each timed run, peers and ours in turn: medians are compared. */
const ROUNDS = 9;
const [FIRST] = SCENARIOS;

type Open = (pages: Readonly<Record<string, string>>) => Promise<Page>;

export async function measureOverlay(report: Report, { wants }: BenchOptions): Promise<void> {
  await ensurePeers('overlay');
  const { path } = await ensureChromium();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  const open: Open = async (pages) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await openSite(page, pages);
    return page;
  };
  try {
    if (OVERLAY_FIGURES.size.some(wants)) await measureSizes(report);
    if (OVERLAY_FIGURES.time.some(wants)) await measureTimes(open, report);
    if (OVERLAY_FIGURES.endurance.some(wants)) await measureEndurance(open, report);
    if (OVERLAY_FIGURES.scenarios.some(wants)) await measureScenarios(open, browser.version(), report);
  } finally {
    await browser.close();
  }
}

/** What a peer's page would have anyway, or our own pages have: left out, for everybody. */
const REACT = {
  react: 'R',
  'react/jsx-runtime': 'J',
  'react-dom': 'D',
  'react-dom/client': 'C',
  scheduler: 'S',
};

async function measureSizes(report: Report): Promise<void> {
  const own = (name: string) => inRoot('scripts', 'bench', 'overlay', name);
  const plugins = [renderCardByPreact()];
  const bare: Record<string, number> = {};
  const complete: Record<string, number> = {};
  for (const name of PEERS) {
    bare[name] = gzippedBytes(await bundlePeer(name, { without: REACT }));
    complete[name] = gzippedBytes(await bundlePeer(name));
  }
  const tell = (name: string, value: number, peers: Readonly<Record<string, number>>, budget?: number) =>
    report({
      name,
      value,
      unit: 'bytes',
      peers,
      ...ratioTo(value, peers),
      ...(budget !== undefined && { budget }),
    });
  const alone = gzippedBytes(await bundleScript(own('own-entry.ts'), { without: REACT }));
  tell('overlay-bytes-without-react', alone, bare, 10_000);
  tell(
    'overlay-bytes-complete',
    gzippedBytes(await bundleScript(own('own-entry.ts'), { plugins })),
    complete,
  );
  const ring = gzippedBytes(await bundleScript(own('own-ring-entry.ts')));
  report({ name: 'overlay-bytes-host-and-ring', value: ring, unit: 'bytes' });
}

const ratioTo = (value: number, peers: Readonly<Record<string, number>>) =>
  peers.driver ? { ratio: rounded(value / peers.driver) } : {};

async function withPage<T>(
  open: Open,
  scenario: Scenario | undefined,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await open({ '/': scenario?.html ?? '' });
  try {
    return await use(page);
  } finally {
    await page.context().close();
  }
}

async function measureTimes(open: Open, report: Report): Promise<void> {
  const overlay: number[] = [];
  const cardFirst: ShippedTimes[] = [];
  const ringFirst: ShippedTimes[] = [];
  const times = new Map<PeerName, number[]>(PEERS.map((name) => [name, []]));
  const sameStep: number[] = [];
  const timed = <T>(use: (page: Page) => Promise<T>) => withPage(open, FIRST, use);
  // Design.md §7 compares with driver.js "showing the same step": the words of the card, a paragraph each.
  const lines = await timed(cardLines);
  const step = lines.map((line) => `<p>${line}</p>`).join('');
  for (let at = 0; at < ROUNDS; at += 1) {
    overlay.push(await timed(timeOverlay));
    cardFirst.push(await timed((page) => timeShipped(page, 'card')));
    ringFirst.push(await timed((page) => timeShipped(page, 'ring')));
    for (const [name, all] of times) all.push(await timed((page) => timePeer(page, name)));
    sameStep.push(await timed((page) => timePeer(page, 'driver', step)));
  }
  const peers = Object.fromEntries([...times].map(([name, all]) => [name, rounded(median(all))]));
  const tell = (name: string, values: readonly number[], beside = true) => {
    const value = rounded(median(values));
    report({ name, value, unit: 'ms', ...(beside && { peers, ...ratioTo(value, peers) }) });
  };
  const both = ({ ring, card }: ShippedTimes) => Math.max(ring, card);
  const value = rounded(median(overlay));
  const same = rounded(median(sameStep));
  report({
    name: 'overlay-painted',
    value,
    unit: 'ms',
    peers: { ...peers, 'driver with the same words': same },
    ratio: rounded(value / same),
  });
  report({ name: 'overlay-painted-beside-a-sentence', value, unit: 'ms', peers, ...ratioTo(value, peers) });
  tell('overlay-painted-with-guide', cardFirst.map(both));
  const guide = [...ringFirst, ...cardFirst].map(({ guide }) => guide);
  tell('overlay-guide-alone', guide, false);
  const ring = ringFirst.map(({ ring }) => ring);
  tell('overlay-painted-ring-first', ring);
  tell('overlay-painted-ring-first-both', ringFirst.map(both));
}

async function measureEndurance(open: Open, report: Report): Promise<void> {
  const growth = await withPage(open, FIRST, heapGrowth);
  report({
    name: 'overlay-heap-per-show-and-hide',
    value: Math.round(growth),
    unit: 'bytes',
    budget: 1_000,
  });
  const shift = await withPage(open, FIRST, layoutShift);
  report({ name: 'overlay-layout-shift', value: shift, unit: 'CLS', budget: 0 });
  const tall = FIRST && {
    ...FIRST,
    html: FIRST.html.replace('</body>', '<div style="height:3000px"></div></body>'),
  };
  const peers: Record<string, number> = {};
  for (const name of PEERS) {
    peers[name] = rounded(
      await withPage(open, tall, async (page) => {
        await peerTool(name).enter(page);
        return scrollCost(page, await page.context().newCDPSession(page));
      }),
    );
  }
  const value = rounded(await withPage(open, tall, ownScrollCost));
  report({ name: 'overlay-script-per-scrolled-frame', value, unit: 'ms', peers, ...ratioTo(value, peers) });
}

async function measureScenarios(open: Open, browser: string, report: Report): Promise<void> {
  const rows: Row[] = [];
  for (const scenario of SCENARIOS) {
    const outcomes: Record<string, Outcome> = {};
    for (const tool of [ourTool, ...PEERS.map(peerTool)]) {
      outcomes[tool.title] = await runScenario(open, scenario, tool);
    }
    rows.push({ scenario, outcomes });
  }
  const passed = (title: string) => rows.filter(({ outcomes }) => outcomes[title]?.good).length;
  const peers = Object.fromEntries(PEERS.map((name) => [name, passed(peerTool(name).title)]));
  report({
    name: 'overlay-scenarios-passed',
    value: passed(ourTool.title),
    unit: `of ${rows.length}`,
    budget: rows.length,
    peers,
  });
  const file = inRoot('docs', 'overlay-scenarios.md');
  writeFileSync(file, tellScenarios(rows, browser));
  say('Wrote docs/overlay-scenarios.md from this run.');
}
