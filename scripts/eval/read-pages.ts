/** Reads every page of a folder in real Chromium, with the sentinel and the recogniser that are released. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { PageMessage } from '@/lib/messaging/contract';
import { PAGE_STATES, type PageState } from '@/lib/page/model';
import { releasedSentinel, standInForBrowser } from '@/scripts/released-sentinel';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { PlainError, say } from '@/scripts/setup/run-command.mjs';
import { bundleForPage } from './bundle';
import { isLabel, type Label, type Scored } from './score';

/** Says nothing: the pages of a folder have no addresses of their own. */
const ADDRESS = 'http://page.example/';
/** A page that is not read in this time counts as not read at all. */
const PATIENCE = 30_000;

export interface Entry {
  readonly file: string;
  readonly label: Label;
  readonly accept: readonly Label[];
  /** The state meant, where an index says it; needed where no label stands for it. */
  readonly meant: PageState | null;
  /** Selector of the frame that is judged; null: the page itself. */
  readonly frame: string | null;
}

/** @throws {PlainError} that names the line which is no entry */
export function readIndex(folder: string): readonly Entry[] {
  const index = join(folder, 'index.jsonl');
  if (!existsSync(index)) throw new PlainError(`There is no ${index}.`);
  const lines = readFileSync(index, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const where = `${index}, line ${at + 1}`;
    let row: { file?: unknown; label?: unknown; accept?: unknown; state?: unknown; frame?: unknown };
    try {
      row = JSON.parse(line);
    } catch {
      throw new PlainError(`${where} is not JSON.`);
    }
    const { file, label, accept = [], frame = null } = row;
    const meant = PAGE_STATES.find((state) => state === row.state) ?? null;
    if (typeof file !== 'string' || !isLabel(label) || !Array.isArray(accept) || !accept.every(isLabel)) {
      throw new PlainError(
        `${where}: expected a file, a label a to h (or -), and a list of labels to accept.`,
      );
    }
    if (label === '-' && !meant) throw new PlainError(`${where}: label "-" needs a page state.`);
    if (frame !== null && typeof frame !== 'string') throw new PlainError(`${where}: a frame is a selector.`);
    return [{ file, label, accept, meant, frame }];
  });
}

/** What is run in each page, in this order. */
interface Scripts {
  readonly standIn: string;
  readonly sentinel: string;
  readonly resolver: string;
}

async function readPage(page: Page, html: string, at: string | null, scripts: Scripts) {
  const { standIn, sentinel, resolver } = scripts;
  // Whatever a page asks for besides itself is not there: it was saved without.
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
  const frame = at === null ? page.mainFrame() : await (await page.waitForSelector(at)).contentFrame();
  if (!frame) throw new Error(`eval: ${at} is no frame`);
  await frame.waitForLoadState('domcontentloaded');
  await frame.evaluate(standIn);
  await frame.evaluate(sentinel);
  const told = await frame.waitForFunction(
    () => (globalThis as unknown as { rebindTold: PageMessage[] }).rebindTold[0],
    undefined,
    { timeout: PATIENCE },
  );
  const message = (await told.jsonValue()) as PageMessage;
  if (message.type !== 'page.seen') throw new Error(`eval: the sentinel said ${message.type}`);
  await frame.evaluate(resolver);
  const { state, confidence, evidence } = message.report;
  const targets = await frame.evaluate((each) => rebindEvaluation.readTargets(each), state);
  await page.unroute('**/*');
  // In words too: the report is read by people.
  return { state, confidence, evidence, targets };
}

async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { path } = await ensureChromium();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Reads every page of a folder, in the order of its index; `tell` hears of each as soon as it is read.
 *
 * @throws {PlainError} where folder or index can't be read
 */
export async function readPages(
  folder: string,
  tell: (reading: { file: string; label: Label } & Awaited<ReturnType<typeof readPage>>) => void,
): Promise<readonly Scored[]> {
  const entries = readIndex(folder);
  const scripts: Scripts = {
    standIn: await standInForBrowser(),
    sentinel: await releasedSentinel(),
    resolver: await bundleForPage('scripts/eval/page-entry.ts'),
  };
  say(`Reading ${entries.length} pages of ${folder} with .output/chrome-mv3/sentinel.js.`);
  return withBrowser(async (browser) => {
    const page = await browser.newPage();
    const scores: Scored[] = [];
    for (const { file, label, accept, meant, frame } of entries) {
      const html = readFileSync(join(folder, file), 'utf8');
      const reading = await readPage(page, html, frame, scripts);
      tell({ file, label, ...reading });
      scores.push({ file, label, accept, meant, state: reading.state });
    }
    return scores;
  });
}
