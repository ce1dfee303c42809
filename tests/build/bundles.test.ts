import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PAGE_STATES } from '@/lib/page/model';
import { BUILDS, listTexts, readArtefact } from './artefact';

const SENTINEL = 'sentinel.js';
const RECOGNISER = 'recogniser.js';
/** Comes on a helpdesk's wish alone (docs/decisions/021-picker.md). */
const PICKER = 'picker.js';
/** Bytes gzipped. The sentinel's is design.md §7's; the recogniser comes into pages that need it. */
const SENTINEL_BUDGET = 8_000;
const RECOGNISER_BUDGET = 14_700;
/** The card with Preact; with React it was three times as much (docs/decisions/012-card-renderer.md). */
const GUIDE_BUDGET = 30_000;
/** A sentinel larger than this has taken the recogniser in again (docs/decisions/009-two-stages.md). */
const SENTINEL_ALONE = 4_500;
/** Scripts that run in pages of the official host. */
const IN_PAGES = /^(sentinel|recogniser|pointer|guide|picker)\.js$/;

/** Marks each library leaves in a bundle, minified or not. */
const LIBRARIES = {
  // What React 19 calls its elements; Preact's compatible layer, which renders the card, knows the older name.
  react: /react\.transitional\.element|__REACT_DEVTOOLS/,
  zod: /_zod|ZodError|invalid_type/,
  polyfill: /webextension-polyfill|The message port closed before a response was received/,
  dexie: /DexieError|versionchange/,
};

/** A message of asn1js, which reads certificates. */
const CERTIFICATE_READER = /End of input reached before message was fully decoded/;

/** Addresses that stand in the code as names or help texts and are never requested. */
const NAMED_ADDRESSES = [
  /^http:\/\/www\.w3\.org\//, // XML namespaces
  // Namespaces of workbooks
  /^http:\/\/schemas\.openxmlformats\.org\//,
  /^http:\/\/schemas\.microsoft\.com\/office\//,
  /^http:\/\/purl\.oclc\.org\/ooxml\//,
  /^https:\/\/(react\.dev|reactjs\.org)\//, // React's error texts
  /^https:\/\/base-ui\.com\//, // Base UI's error texts
  /^https:\/\/github\.com\/mholt\/PapaParse/, // Papa Parse's licence, in the worker that reads lists
  /^https?:\/\/(dexie\.org|bit\.ly|tinyurl\.com)\//, // Dexie's error texts
  /^https:\/\/(wxt\.dev|github\.com\/wxt-dev)\//, // WXT's error texts
  /^https:\/\/sebbo2002\.github\.io\/ical-generator\//, // ical-generator's error texts
  /^https:\/\/example\.org\/notice/, // an example of how an address is written, told to pack authors
  /^https:\/\/packs\.example\.gov\.cn\/rebind\/index\.jws/, // an example of a feed's address
  /^https?:\/\/json-schema\.org\//, // zod's schema dialects
  /^http:\/\/\[ in /, // zod's way to see whether something is an IPv6 address
  /^http:\/\/jszfcg\.jsczt\.cn\//, // the official site, opened on a click
];

/** What engines newer than the floor (Chromium 109, Firefox 128) brought; targets lower syntax, not these. */
const ABOVE_FLOOR = {
  'Promise.withResolvers (119)': /\bPromise\.withResolvers\b/,
  'Object.groupBy (117)': /\b(Object|Map)\.groupBy\b/,
  'Array copies (110)': /\.(toSorted|toReversed|toSpliced)\(/,
  'Array.fromAsync (121)': /\bArray\.fromAsync\b/,
  'AbortSignal.any (116)': /\bAbortSignal\.any\b/,
  // zod asks first whether it is there.
  'URL.canParse (120)': /(?<!typeof URL\.canParse==`function`\?)\bURL\.(canParse|parse)\(/,
  'Promise.try (128)': /\bPromise\.try\b/,
  'RegExp.escape (136)': /\bRegExp\.escape\b/,
};

/** Files of a build in which a pattern occurs, with what occurs. */
function occurrences(build: (typeof BUILDS)[number], files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) => {
    const found = pattern.exec(readArtefact(build, file));
    return found ? [`${file}: …${found.input.slice(Math.max(0, found.index - 40), found.index + 60)}…`] : [];
  });
}

/** A script and all it imports before it runs, each once. */
function loadedWith(build: (typeof BUILDS)[number], script: string): string[] {
  const found = new Set([script]);
  for (const file of found) {
    const folder = file.includes('/') ? 'chunks/' : '';
    for (const [, path = ''] of readArtefact(build, file).matchAll(
      /(?:from|import)["']\.\/([^"']+\.js)["']/g,
    )) {
      found.add(path.startsWith('chunks/') ? path : `${folder}${path}`);
    }
  }
  return [...found];
}

describe.each(BUILDS)('bundles of %s', (build) => {
  const files = listTexts(build);
  const scripts = files.filter((file) => file.endsWith('.js'));
  const inPages = scripts.filter((file) => IN_PAGES.test(file));

  it('the background loads nothing of a page', () => {
    const loaded = loadedWith(build, 'background.js');
    expect(occurrences(build, loaded, LIBRARIES.react)).toEqual([]);
    // There is no document in a worker: touching one at the start would end it.
    expect(occurrences(build, loaded, /document\.createElement/)).toEqual([]);
  });

  it('the popup starts from one script, and one that asks for the rows before it (docs/decisions/022-popup-script.md)', () => {
    const html = readArtefact(build, 'popup.html');
    expect([...html.matchAll(/(?:src|href)="[^"]+\.js"/g)]).toHaveLength(2);
    const [, entry = ''] = /src="\/(chunks\/popup[^"]+\.js)"/.exec(html) ?? [];
    expect(loadedWith(build, entry)).toEqual([entry]);
    // Neither is needed for its first paint, and one letter beyond ASCII has all of it decoded.
    expect(occurrences(build, [entry], LIBRARIES.zod)).toEqual([]);
    expect(occurrences(build, [entry], /[^\0-\x7f]/)).toEqual([]);
  });

  it('bring the reader of certificates with no page: it comes when a file is given', () => {
    expect(occurrences(build, scripts, CERTIFICATE_READER)).toHaveLength(1);
    for (const page of files.filter((file) => file.endsWith('.html'))) {
      const linked = [...readArtefact(build, page).matchAll(/(?:src|href)="\/([^"]+\.js)"/g)];
      const loaded = linked.flatMap(([, script = '']) => loadedWith(build, script));
      expect(occurrences(build, loaded, CERTIFICATE_READER), page).toEqual([]);
    }
  });

  it('are sentinel, recogniser, pointer, card and picker in pages, and nothing else', () => {
    expect(inPages.sort()).toEqual(['guide.js', PICKER, 'pointer.js', RECOGNISER, SENTINEL]);
  });

  it(`keep the sentinel within ${SENTINEL_BUDGET} bytes gzipped (design.md §7)`, () => {
    expect(gzipSync(readArtefact(build, SENTINEL)).length).toBeLessThanOrEqual(SENTINEL_BUDGET);
  });

  it(`keep the recogniser within ${RECOGNISER_BUDGET} bytes gzipped`, () => {
    expect(gzipSync(readArtefact(build, RECOGNISER)).length).toBeLessThanOrEqual(RECOGNISER_BUDGET);
  });

  it('keep the recogniser out of the sentinel', () => {
    // The names of rules begin with their page states.
    const states = PAGE_STATES.filter((state) => state !== 'other' && state !== 'unknown');
    const rules = new RegExp(`[\`'"](${states.join('|')})[\`'"/]`);
    expect(occurrences(build, [RECOGNISER], rules)).toHaveLength(1);
    expect(occurrences(build, [SENTINEL], rules)).toEqual([]);
    expect(gzipSync(readArtefact(build, SENTINEL)).length).toBeLessThan(SENTINEL_ALONE);
  });

  it.each(Object.entries(LIBRARIES))('keep %s out of sentinel and recogniser', (_, mark) => {
    expect(occurrences(build, [SENTINEL, RECOGNISER], mark)).toEqual([]);
  });

  it.each(Object.entries(LIBRARIES))('keep %s out of every script in pages', (_, mark) => {
    expect(occurrences(build, inPages, mark)).toEqual([]);
  });

  it(`keep the card and its renderer within ${GUIDE_BUDGET} bytes gzipped`, () => {
    expect(gzipSync(readArtefact(build, 'guide.js')).length).toBeLessThanOrEqual(GUIDE_BUDGET);
  });

  it('hold no noncharacter in pages: Chromium takes such a file for no UTF-8 and injects nothing', () => {
    for (const file of inPages)
      expect(readArtefact(build, file), file).not.toMatch(/\p{Noncharacter_Code_Point}/u);
  });

  it('never parse markup from strings in pages', () => {
    const parsing = /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write|createContextualFragment/;
    expect(occurrences(build, [SENTINEL, RECOGNISER, PICKER], parsing)).toEqual([]);
  });

  it('never read what a person typed (design.md §3.2)', () => {
    const reading =
      /\.(value|valueAsNumber|valueAsDate|selectionStart|checked|selectedOptions|files)\b(?!\s*:)/;
    expect(occurrences(build, [SENTINEL, RECOGNISER, PICKER], reading)).toEqual([]);
  });

  it('never run code from strings in pages', () => {
    expect(occurrences(build, inPages, /\beval\(|new Function\b|Function\(["'`]/)).toEqual([]);
  });

  it('never act for the person: no synthetic click, submit or key in pages (design.md §3.1)', () => {
    const acting = /\.(click|submit|requestSubmit|dispatchEvent)\(/;
    expect(occurrences(build, [SENTINEL, RECOGNISER, 'pointer.js'], acting)).toEqual([]);
  });

  it('never announce themselves to the page, as WXT’s content wrapper does', () => {
    expect(occurrences(build, inPages, /content-script-started|wxt:/)).toEqual([]);
  });

  it('name no address but these', () => {
    const addresses = files.flatMap((file) =>
      [...readArtefact(build, file).matchAll(/\b(?:https?|wss?):\/\/[^\s"'`<>\\)$]+/g)].map(
        ([address]) => `${address} in ${file}`,
      ),
    );
    const strange = addresses.filter((address) => !NAMED_ADDRESSES.some((known) => known.test(address)));
    expect(strange).toEqual([]);
  });

  it.each(Object.entries(ABOVE_FLOOR))('do without %s', (_, pattern) => {
    expect(occurrences(build, scripts, pattern)).toEqual([]);
  });

  it('carry no path of the machine that built them', () => {
    expect(occurrences(build, files, /(\/(root|home|Users|work|tmp)\/[\w.-]+\/)/)).toEqual([]);
  });

  it('link pages to scripts of their own only', () => {
    const inline = /<script(?![^>]*\bsrc=)|\son\w+=|style=|javascript:/;
    expect(
      occurrences(
        build,
        files.filter((file) => file.endsWith('.html')),
        inline,
      ),
    ).toEqual([]);
  });
});
