/**
 * A page that changes a thousand times a second for a minute: what the sentinel takes of its main thread, and
 * whether memory grows. Peers get the same page for a quarter of that, looking once a second.
 */
import type { Browser } from '@playwright/test';
import { releasedSentinel } from '@/scripts/released-sentinel';
import { say } from '@/scripts/setup/run-command.mjs';
import { BenchPage, withBrowser } from '../bench-page';
import { type Report, rounded } from '../figure';
import { bundlePeers } from '../peers';
import { portalPage } from '../recognition/portal-page';
import { lookOnce } from '../sentinel/watch';
import { liveKilobytes } from './heap';
import { type Code, shareOf } from './profile';

const SECONDS = 60;
const PEER_SECONDS = 15;
/** Caches of the first seconds are no growth. */
const WARM_UP = 10;
const ELEMENTS = 5_000;
/** Design.md §7. */
const SHARE_BUDGET = 2;
/** "None", as far as a heap can be read in the middle of a storm. */
const GROWTH_BUDGET = 64;

/**
 * Each change in a task of its own, as many as a thousand a second ask for: text, attribute, node in, node
 * out. The page keeps its size.
 */
const STORM = `
  (() => {
    const cells = [...document.querySelectorAll('#rows .cell')];
    const { port1, port2 } = new MessageChannel();
    const began = performance.now();
    globalThis.rebindChanges = 0;
    port1.onmessage = () => {
      const at = rebindChanges++;
      const cell = cells[(at * 7) % cells.length];
      if (at % 4 === 0) cell.firstChild.nodeValue = '第' + (at % 1000) + '次';
      else if (at % 4 === 1) cell.title = String(at % 1000);
      else if (at % 4 === 2) document.body.append(document.createElement('i'));
      else document.body.lastChild.remove();
    };
    setInterval(() => {
      for (let due = performance.now() - began - rebindChanges; due > 0; due -= 1) port2.postMessage(0);
    }, 4);
  })();
`;

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1000));

interface Weathered {
  /** Percent of the wall clock that the code, and what it called, was on the main thread. */
  readonly share: number;
  /** Kilobytes from the end of the warm-up to the end. */
  readonly growth: number;
  /** Changes a second that the page really made. */
  readonly rate: number;
}

async function weather(
  browser: Browser,
  code: Code,
  length: number,
  mount: (page: BenchPage) => Promise<unknown>,
): Promise<Weathered> {
  const page = await BenchPage.open(browser, portalPage(ELEMENTS));
  try {
    await mount(page);
    await page.page.evaluate(STORM);
    await seconds(WARM_UP);
    const before = await liveKilobytes(page);
    const changes = await page.page.evaluate<number>('rebindChanges');
    const share = await shareOf(page, code, () => seconds(length));
    const made = (await page.page.evaluate<number>('rebindChanges')) - changes;
    return { share, growth: (await liveKilobytes(page)) - before, rate: made / length };
  } finally {
    await page.close();
  }
}

/** A peer looks once a second, in a world of its own. */
const LOOK_EVERY_SECOND = (name: string) => `setInterval(() => rebindPeers.${name}(), 1000);undefined`;

export async function measureStorm(report: Report): Promise<void> {
  const sentinel = await releasedSentinel();
  const peers = await bundlePeers('recognition', 'page-entry.js');
  await withBrowser(async (browser) => {
    say(`storm: ${SECONDS} s with the sentinel.`);
    const ours = await weather(browser, 'sentinel', SECONDS, async (page) =>
      lookOnce(await page.createWorld('sentinel'), sentinel),
    );
    say(`storm: the page made ${Math.round(ours.rate)} changes a second.`);
    const others: Record<string, Weathered> = {};
    for (const [name, call] of [
      ['fathom-web', 'fathom'],
      ['innerText+regexp', 'text'],
    ] as const) {
      say(`storm: ${PEER_SECONDS} s with ${name}.`);
      others[name] = await weather(browser, 'peers', PEER_SECONDS, async (page) => {
        const world = await page.createWorld('peers');
        await world.run(`${peers};undefined\n//# sourceURL=peers`);
        await world.run(`${LOOK_EVERY_SECOND(call)}\n//# sourceURL=peers`);
      });
    }
    say(`storm: ${PEER_SECONDS} s of the page alone.`);
    const alone = await weather(browser, 'peers', PEER_SECONDS, () => Promise.resolve());
    const each = (of: (weathered: Weathered) => number) =>
      Object.fromEntries(Object.entries(others).map(([name, weathered]) => [name, rounded(of(weathered))]));
    report({
      name: 'storm-main-thread',
      value: rounded(ours.share),
      unit: '%',
      budget: SHARE_BUDGET,
      peers: each(({ share }) => share),
    });
    report({
      name: 'storm-heap',
      value: rounded(ours.growth),
      unit: 'kB',
      budget: GROWTH_BUDGET,
      peers: { ...each(({ growth }) => growth), 'page alone': rounded(alone.growth) },
    });
  });
}
