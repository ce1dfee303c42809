/** The pages of the target benchmark: sets written blind, and the practice site's skins, as HTML texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Frame } from '@playwright/test';
import type { PracticeStateRow } from '@/components/practice/states';
import { PAGE_STATES, type PageState, TARGET_NAMES, type TargetName, TROUBLE_STATES } from '@/lib/page/model';
import { buildPractice, servePractice } from '@/scripts/practice-server.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { PlainError } from '@/scripts/setup/run-command.mjs';
import { PRACTICE_STATES } from '@/tests/site/states';
import type { TargetPage } from './targets-model';

const SETS = inRoot('tests', 'pages');

/** Folders of `tests/pages` that have an index. */
export function listSets(): readonly string[] {
  if (!existsSync(SETS)) return [];
  return readdirSync(SETS)
    .sort()
    .map((name) => join(SETS, name))
    .filter((folder) => existsSync(join(folder, 'index.jsonl')));
}

const isTargetName = (name: string): name is TargetName => (TARGET_NAMES as readonly string[]).includes(name);

function readRow(line: string, where: string): Omit<TargetPage, 'html' | 'name'> & { readonly file: string } {
  let row: { file?: unknown; state?: unknown; frame?: unknown; targets?: unknown };
  try {
    row = JSON.parse(line);
  } catch {
    throw new PlainError(`${where} is not JSON.`);
  }
  const { file, state, frame = null, targets = {} } = row;
  const isState = (PAGE_STATES as readonly unknown[]).includes(state);
  const isFrame = frame === null || typeof frame === 'string';
  const named = Object.entries(targets as object);
  const areTargets = named.every(
    ([name, selector]) => isTargetName(name) && (selector === null || typeof selector === 'string'),
  );
  if (typeof file !== 'string' || !isState || !isFrame || !areTargets) {
    throw new PlainError(`${where}: expected a file, a page state, and selectors by target.`);
  }
  return {
    file,
    state: state as PageState,
    frame: frame as string | null,
    targets: Object.fromEntries(named),
  };
}

/**
 * The pages of one folder.
 *
 * @throws {PlainError} that names the line which is no entry
 */
export function readSet(folder: string): readonly TargetPage[] {
  const index = join(folder, 'index.jsonl');
  if (!existsSync(index)) throw new PlainError(`There is no ${index}.`);
  const lines = readFileSync(index, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const { file, ...page } = readRow(line, `${index}, line ${at + 1}`);
    const html = readFileSync(join(folder, file), 'utf8');
    return [{ ...page, name: `${basename(folder)}/${file}`, html }];
  });
}

/** A document as it stands, in one text: styles that were linked are written into it. */
async function freeze(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const css = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join('\n');
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const each of copy.querySelectorAll('script,style,link')) each.remove();
    const style = document.createElement('style');
    style.append(css);
    copy.querySelector('head')?.append(style);
    return `<!doctype html>${copy.outerHTML}`;
  });
}

/** A message that the product has no page state for is pointed at by nobody. */
function withOwnResult(row: PracticeStateRow): PracticeStateRow {
  const { result, ...targets } = row.targets;
  const isOwn = row.state.endsWith('-done') || (TROUBLE_STATES as readonly PageState[]).includes(row.state);
  return isOwn || !result ? row : { ...row, targets };
}

/** The practice site's states that have something to point at, one page for each frame that holds it. */
export async function freezePractice(browser: Browser): Promise<readonly TargetPage[]> {
  await buildPractice();
  const site = await servePractice();
  const tab = await browser.newPage({ baseURL: `http://127.0.0.1:${site.port}` });
  const pages: TargetPage[] = [];
  try {
    for (const { skin, scenario, query, state, targets } of PRACTICE_STATES.map(withOwnResult)) {
      const holders = new Set(Object.values(targets).map(({ frame }) => frame));
      if (holders.size === 0) continue;
      await tab.goto(query);
      for (const holder of holders) {
        const own = Object.entries(targets).filter(([, { frame }]) => frame === holder);
        const [, first] = own[0] ?? [];
        if (!first) continue;
        const place = holder === 'top' ? tab.mainFrame() : await frameCalled(tab.mainFrame(), holder);
        await place.locator(first.selector).first().waitFor();
        pages.push({
          name: `practice/${skin}/${scenario}/${holder}`,
          html: await freeze(place),
          frame: null,
          state,
          targets: Object.fromEntries(own.map(([target, { selector }]) => [target, selector])),
        });
      }
    }
  } finally {
    await tab.close();
    await site.close();
  }
  return pages;
}

async function frameCalled(top: Frame, name: string): Promise<Frame> {
  const element = await top.locator(`[name="${name}"]`).first().elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`eval: the practice site has no frame ${name}`);
  return frame;
}
