import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(root, 'node_modules/.bin/biome');
let house = '';

beforeAll(() => {
  // A house of its own with our rules, so that no rule-breaking file ever stands in the checkout.
  house = mkdtempSync(join(tmpdir(), 'rebind-lint-'));
  cpSync(join(root, 'biome.json'), join(house, 'biome.json'));
  cpSync(join(root, 'scripts/lint'), join(house, 'scripts/lint'), { recursive: true });
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** Lints a text as if it stood at that path, with others beside it; returns the rules it broke. */
function lint(path: string, text: string, beside: Readonly<Record<string, string>> = {}): string[] {
  const files = Object.entries({ ...beside, [path]: text }).map(([at, words]) => {
    const file = join(house, at);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, words);
    return file;
  });
  const run = spawnSync(biome, ['lint', '--colors=off', '--vcs-enabled=false', path], {
    cwd: house,
    encoding: 'utf8',
  });
  for (const file of files) rmSync(file);
  if (!/Checked 1 file/.test(run.stdout + run.stderr))
    throw new Error(`biome read nothing:\n${run.stdout}${run.stderr}`);
  return [...`${run.stdout}${run.stderr}`.matchAll(/^\S+:\d+:\d+ (lint\/\S+|plugin)/gm)].map(
    ([, rule]) => `${rule}`,
  );
}

const importing = (from: string) => `import { x } from '${from}';\nexport const y = x;\n`;

describe('the house rules bite (design.md §4)', () => {
  it.each([
    ['lib/page/a.ts', '@/lib/platform/browser'],
    ['lib/guide/a.ts', '@/lib/store/open'],
    ['lib/notice/a.ts', '@/lib/messaging/contract'],
    ['lib/certificate/a.ts', 'react'],
    ['lib/reminder/a.ts', '@/components/popup/popup'],
    ['lib/author/a.ts', '@/lib/store/open'],
    ['lib/feed/a.ts', '@/lib/store/open'],
    ['lib/desk/a.ts', '@/lib/platform/browser'],
    ['lib/background/a.ts', 'wxt/browser'],
    ['lib/background/a.ts', 'dexie'],
    ['lib/store/a.ts', '@/components/popup/popup'],
    ['lib/page/a.ts', 'zod'],
    ['lib/content/a.ts', '@/lib/platform/browser'],
    ['lib/content/a.ts', '@/lib/messaging/schemas'],
    ['components/popup/a.ts', '@/lib/store/open'],
    ['components/popup/a.ts', '@/lib/platform/pages'],
    ['components/card/a.ts', '@/entrypoints/background/start'],
    ['entrypoints/popup/a.ts', 'wxt/browser'],
    ['lib/notice/a.ts', '../page/model'],
  ])('%s may not import %s', (path, from) => {
    expect(lint(path, importing(from))).toContain('lint/style/noRestrictedImports');
  });

  it.each([
    ['lib/background/a.ts', '@/lib/store/open'],
    ['lib/platform/a.ts', 'wxt/browser'],
    ['lib/store/a.ts', 'dexie'],
    ['components/popup/a.ts', '@/lib/store/model'],
    ['entrypoints/popup/a.ts', '@/lib/platform/pages'],
  ])('%s may import %s', (path, from) => {
    expect(lint(path, importing(from))).toEqual([]);
  });

  it.each([
    ['lib/page/a.ts', 'export const f = (n: Element) => { n.innerHTML = "x"; };'],
    ['components/popup/a.ts', 'export const f = (n: Element) => n.insertAdjacentHTML("beforeend", "x");'],
    ['lib/content/a.ts', 'export const f = (n: Element) => n.addEventListener("click", () => {});'],
    ['lib/overlay/a.ts', 'export const f = () => window.setTimeout(() => {}, 3);'],
  ])('%s may not hold: %s', (path, text) => {
    expect(lint(path, text)).toContain('plugin');
  });

  it.each([
    ['lib/page/a.ts', 'export const f = () => setTimeout(() => {}, 3);'],
    ['components/popup/a.ts', 'export const f = () => chrome.runtime.id;'],
    ['entrypoints/popup/a.ts', 'export const f = () => browser.runtime.id;'],
  ])('%s may not use the global in: %s', (path, text) => {
    expect(lint(path, text)).toContain('lint/style/noRestrictedGlobals');
  });

  it('no file may be in a circle of imports, those of types included', () => {
    const one = "import type { B } from './b';\nexport interface A { readonly b: B }\n";
    const other = (imports: string) => `${imports}export interface B { readonly a: string }\n`;
    const isCircle = (imports: string) =>
      lint('lib/page/a.ts', one, { 'lib/page/b.ts': other(imports) }).includes(
        'lint/suspicious/noImportCycles',
      );
    expect(isCircle("import type { A } from './a';\nexport type C = A;\n")).toBe(true);
    expect(isCircle('')).toBe(false);
  });
});
