/**
 * `npm run bench -- overlay`: the overlay beside its peers, on the same pages, in the same run
 * (design.md §7). Writes docs/overlay-scenarios.md from what it saw.
 */
import { writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import type { BenchOptions, Report } from '@/scripts/bench/figure';
import { median, rounded } from '@/scripts/bench/figure';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { say } from '@/scripts/setup/run-command.mjs';
import { openSite } from '@/tests/browser/overlay-page';
import { ourTool, peerTool } from './contestants';
import { heapGrowth, layoutShift, ownScrollCost, scrollCost } from './endurance';
import { OVERLAY_FIGURES } from './figures';
import { gzippedWithoutReact } from './own-size';
import { installPeers, PEERS, type PeerName } from './peers';
import { type Outcome, runScenario, SCENARIOS, type Scenario } from './scenarios';
import { type Row, tellScenarios } from './tell-scenarios';
import { type OwnTimes, timeOurs, timePeer } from './timings';

/** Rounds of each timed run, peers and ours in turn: medians are compared. */
const ROUNDS = 9;
const [FIRST] = SCENARIOS;

type Open = (pages: Readonly<Record<string, string>>) => Promise<Page>;

export async function measureOverlay(report: Report, { wants }: BenchOptions): Promise<void> {
  await installPeers();
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

async function measureSizes(report: Report): Promise<void> {
  const peers: Record<string, number> = {};
  for (const name of PEERS) {
    peers[name] = await gzippedWithoutReact(inRoot('bench', 'peers', 'overlay', 'adapters', `${name}.js`));
  }
  const folder = (name: string) => inRoot('scripts', 'bench', 'overlay', name);
  const whole = await gzippedWithoutReact(folder('own-entry.ts'));
  const ring = await gzippedWithoutReact(folder('own-ring-entry.ts'));
  report({
    name: 'overlay-bytes-without-react',
    value: whole,
    unit: 'bytes',
    budget: 10_000,
    peers,
    ...ratioTo(whole, peers),
  });
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
  const ringFirst: OwnTimes[] = [];
  const cardFirst: OwnTimes[] = [];
  const times = new Map<PeerName, number[]>(PEERS.map((name) => [name, []]));
  for (let at = 0; at < ROUNDS; at += 1) {
    ringFirst.push(await withPage(open, FIRST, (page) => timeOurs(page, 'ring')));
    cardFirst.push(await withPage(open, FIRST, (page) => timeOurs(page, 'card')));
    for (const [name, all] of times) all.push(await withPage(open, FIRST, (page) => timePeer(page, name)));
  }
  const peers = Object.fromEntries([...times].map(([name, all]) => [name, rounded(median(all))]));
  const tell = (name: string, values: readonly number[], beside = true) => {
    const value = rounded(median(values));
    report({ name, value, unit: 'ms', ...(beside && { peers, ...ratioTo(value, peers) }) });
  };
  tell(
    'overlay-painted-ring',
    ringFirst.map(({ ring }) => ring),
  );
  tell(
    'overlay-painted-card',
    cardFirst.map(({ card }) => card),
  );
  tell(
    'overlay-painted-ring-and-card',
    cardFirst.map(({ ring, card }) => Math.max(ring, card)),
  );
  tell(
    'overlay-painted-ring-then-card',
    ringFirst.map(({ ring, card }) => Math.max(ring, card)),
  );
  tell(
    'overlay-find-control',
    [...ringFirst, ...cardFirst].map(({ find }) => find),
    false,
  );
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
