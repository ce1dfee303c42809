/** Points at the targets of many pages, each mutated in many ways, in real Chromium, beside two peers. */
import { resolve } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from '@playwright/test';
import type { TargetName } from '@/lib/page/model';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { PlainError, say } from '@/scripts/setup/run-command.mjs';
import { bundleForPage } from './bundle';
import type { Answer, CaseRequest, TargetPage } from './targets-model';
import { freezePractice, listSets, readSet } from './targets-pages';
import { type ScoredCase, summariseTargets } from './targets-score';

/** Says nothing: the pages have no addresses of their own. */
const ADDRESS = 'http://page.example/';
/** Tabs at work at the same time. */
const TABS = 2;
const PATIENCE = 5_000;

type AriaRole = Parameters<Page['getByRole']>[0];
/** A role+name locator, as a test recorder would note it. */
interface Described {
  readonly css: string | null;
  readonly role: { readonly role: AriaRole; readonly name: string } | null;
}

async function openTab(browser: Browser, source: string): Promise<Page> {
  const tab = await browser.newPage({ viewport: { width: 1366, height: 900 } });
  // Nothing is asked of the network: pages name images and scripts that are not there.
  await tab.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html>' })
      : route.abort(),
  );
  await tab.goto(ADDRESS);
  await tab.evaluate((text) => {
    window.rebindSource = text;
  }, source);
  await tab.evaluate(source);
  return tab;
}

async function frameOf(tab: Page, frame: string | null): Promise<Frame | null> {
  if (frame === null) return tab.mainFrame();
  const holder = await tab.$(frame);
  return (await holder?.contentFrame()) ?? null;
}

/** Role and name of the control that is shown at a selector; null where it has none. */
async function readRole(tab: Page, frame: string | null, selector: string): Promise<Described['role']> {
  const place = await frameOf(tab, frame);
  const snapshot = await place
    ?.locator(selector.replaceAll(' >>> ', ' '))
    .first()
    .ariaSnapshot({ timeout: PATIENCE })
    .catch(() => '');
  const [, role, name] = /^- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(snapshot ?? '') ?? [];
  if (!role || !name || role === 'text') return null;
  return { role: role as AriaRole, name: name.replace(/\\(.)/g, '$1') };
}

async function describe(tab: Page, page: TargetPage, selector: string): Promise<Described> {
  const { html, frame } = page;
  const css = await tab.evaluate(([shown, at]) => window.rebindTargets.describe(shown, at), [
    { html, frame },
    selector,
  ] as const);
  await tab.evaluate((text) => window.rebindTargets.show(text), html);
  return { css, role: await readRole(tab, frame, selector) };
}

/** What the role+name locator finds in the case the tab still shows. */
async function askRole(
  tab: Page,
  frame: string | null,
  described: Described,
  target: TargetName,
): Promise<Answer> {
  const place = described.role && (await frameOf(tab, frame));
  if (!place || !described.role) return 'missing';
  const { role, name } = described.role;
  const found = await place.getByRole(role, { name, exact: true }).elementHandles();
  if (found.length > 1) return 'ambiguous';
  const [only] = found;
  if (!only) return 'missing';
  return only.evaluate((element, wanted) => {
    const { top } = window;
    return (top as Window).rebindTargets.judgeAll([element as Element], wanted);
  }, target);
}

async function runPage(tab: Page, page: TargetPage, report: (scored: ScoredCase) => void): Promise<void> {
  const mutations = await tab.evaluate(() => window.rebindTargets.mutations);
  for (const [name, selector] of Object.entries(page.targets)) {
    const target = name as TargetName;
    const described = selector === null ? { css: null, role: null } : await describe(tab, page, selector);
    const run = async (mutation: string | null, benign: boolean) => {
      const request: CaseRequest = { page, target, selector, mutation, css: described.css };
      const answer = await tab.evaluate((each) => window.rebindTargets.runCase(each), request);
      if (!answer.applies) return;
      const role = await askRole(tab, page.frame, described, target);
      report({ page: page.name, target, mutation, benign, expected: selector !== null, ...answer, role });
    };
    await run(null, selector !== null);
    if (selector === null) continue;
    for (const mutation of mutations) await run(mutation.name, mutation.benign);
  }
}

function toLine({ page, target, mutation, benign, expected, state, seen, known, css, role }: ScoredCase) {
  return JSON.stringify({ page, target, mutation, benign, expected, state, seen, known, css, role });
}

/**
 * Evaluates the resolver: one JSON object a case, then the counts.
 *
 * @param args folders with an `index.jsonl`, the sets of `tests/pages` and the practice site where none is
 *   given; `--json` (the only form there is); `--page NAME` for pages whose name contains it
 * @returns whether nothing wrong was pointed at
 * @throws {PlainError} where a folder or its index can't be read
 */
export async function evaluateTargets(args: readonly string[]): Promise<boolean> {
  const rest = args.filter((arg) => arg !== '--json');
  const at = rest.indexOf('--page');
  const [, only = ''] = at < 0 ? [] : rest.splice(at, 2);
  if (rest.some((arg) => arg.startsWith('--'))) {
    throw new PlainError('Usage: npm run -s eval:targets -- [DIR…] [--page NAME] [--json]');
  }
  const source = await bundleForPage('scripts/eval/targets-entry.ts');
  const { path } = await ensureChromium();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  const all: ScoredCase[] = [];
  try {
    const sets = (rest.length > 0 ? rest.map((folder) => resolve(folder)) : listSets()).flatMap(readSet);
    const pages = [...sets, ...(rest.length > 0 ? [] : await freezePractice(browser))].filter(({ name }) =>
      name.includes(only),
    );
    say(`Pointing at the targets of ${pages.length} pages.`);
    const queue = [...pages];
    const work = async () => {
      const tab = await openTab(browser, source);
      for (let page = queue.shift(); page; page = queue.shift()) {
        await runPage(tab, page, (scored) => {
          all.push(scored);
          console.log(toLine(scored));
        });
      }
    };
    await Promise.all(Array.from({ length: TABS }, work));
  } finally {
    await browser.close();
  }
  const summary = summariseTargets(all);
  console.log(JSON.stringify({ summary }));
  return summary.wrong === 0;
}
