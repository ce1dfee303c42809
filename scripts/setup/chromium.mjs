/**
 * A Chromium that takes an unpacked extension. Branded Chrome and Edge ignore `--load-extension` (field-notes
 * §9); they are the last resort, and load it over the debugging pipe with `Extensions.loadUnpacked`.
 */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstallByApt, installByApt } from './apt.mjs';
import { environmentFor, findNode } from './node.mjs';
import { inRoot } from './paths.mjs';
import { capture, PlainError, run, say, systemPath } from './run-command.mjs';

/** The floor of lib/platform/floor.ts; this file runs before TypeScript can. tests/build holds them together. */
export const CHROMIUM_FLOOR = 109;

/**
 * @typedef {object} Browser
 * @property {string} path executable
 * @property {string} version as it prints it
 * @property {'flag' | 'pipe'} load `--load-extension`, or the debugging pipe for branded browsers
 */

const UNBRANDED = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'chromium-freeworld'];
const BRANDED = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** @param {readonly string[]} names @returns {string[]} those on PATH */
function findOnPath(names) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const found = names.flatMap((name) => systemPath().map((folder) => join(folder, name + suffix)));
  return found.filter((path) => existsSync(path));
}

/** Where installers put browsers without touching PATH. */
const WELL_KNOWN = {
  unbranded: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${homedir()}/AppData/Local/Chromium/Application/chrome.exe`,
  ],
  branded: [
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Chromiums in Playwright's cache, newest first. @returns {string[]} */
function findInPlaywrightCache() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(homedir(), 'AppData/Local/ms-playwright'),
    }[process.platform] ||
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ms-playwright');
  if (!existsSync(cache)) return [];
  const places = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  const builds = readdirSync(cache)
    .map((name) => ({ name, build: Number(/^chromium-(\d+)$/.exec(name)?.[1]) }))
    .filter(({ build }) => build > 0)
    .sort((one, other) => other.build - one.build);
  return builds
    .flatMap(({ name }) => places.map((place) => join(cache, name, place)))
    .filter((path) => existsSync(path));
}

/** Snap's Chromium may not read hidden folders such as .output. @param {string} path */
function isConfined(path) {
  return path.startsWith('/snap/') || realpathSync(path).includes('/snap');
}

/** @param {string} path @returns {Promise<string | null>} version, null where it does not run or is too old */
async function readVersion(path) {
  // Windows' browsers print no version; being there must do.
  if (process.platform === 'win32') return 'unknown version';
  const { status, output } = await capture(path, ['--version', '--no-sandbox'], { timeout: 20_000 });
  const version = /(\d+)\.\d+\.\d+(?:\.\d+)?/.exec(output);
  return status === 0 && version && Number(version[1]) >= CHROMIUM_FLOOR ? version[0] : null;
}

/** @param {readonly string[]} paths @param {Browser['load']} load @returns {Promise<Browser | null>} the first that runs */
async function firstRunning(paths, load) {
  for (const path of paths) {
    const version = await readVersion(path);
    if (version) return { path, version, load };
  }
  return null;
}

/** @returns {Promise<Browser | null>} a Chromium that takes `--load-extension` */
async function findUnbranded() {
  const own = process.env.REBIND_CHROMIUM;
  if (own) {
    const browser = await firstRunning(
      [own],
      /chrome|edge/i.test(own) && !/chromium|playwright/i.test(own) ? 'pipe' : 'flag',
    );
    if (!browser)
      throw new PlainError(`REBIND_CHROMIUM is ${own}, which is no Chromium ${CHROMIUM_FLOOR} or newer.`);
    return browser;
  }
  const candidates = [...findOnPath(UNBRANDED), ...WELL_KNOWN.unbranded.filter((path) => existsSync(path))];
  return firstRunning(
    [...candidates.filter((path) => !isConfined(path)), ...findInPlaywrightCache()],
    'flag',
  );
}

/** @returns {Promise<boolean>} whether Playwright's installer could bring one */
async function installByPlaywright() {
  say("No Chromium that takes unpacked extensions found. Downloading one with Playwright's installer.");
  const node = await findNode();
  const status = await run(
    node,
    [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
    {
      toStderr: true,
      env: environmentFor(node),
      timeout: 600_000,
    },
  );
  if (status !== 0) say("Playwright's installer could not bring a browser (its messages are above).");
  return status === 0;
}

/**
 * Finds a Chromium for the extension, or installs one. Needs the npm packages.
 *
 * @param {readonly string[]} [alongside] Debian packages to bring in the same apt run
 * @returns {Promise<Browser>}
 * @throws {PlainError} where none is found and none can be installed
 */
export async function ensureChromium(alongside = []) {
  const found = await findUnbranded();
  if (found) return found;
  if (await installByPlaywright()) {
    const downloaded = await findUnbranded();
    if (downloaded) return downloaded;
  }
  if (canInstallByApt()) {
    await installByApt(['chromium', 'chromium-l10n', ...alongside], 'the browser for the extension');
    const packaged = await findUnbranded();
    if (packaged) return packaged;
  }
  const branded = await firstRunning(
    [...findOnPath(BRANDED), ...WELL_KNOWN.branded.filter((path) => existsSync(path))],
    'pipe',
  );
  if (branded) {
    say(
      `Only ${branded.path} is here. Branded browsers ignore --load-extension, so the extension is loaded over the debugging pipe.`,
    );
    return branded;
  }
  throw new PlainError(
    'No Chromium that takes unpacked extensions was found and none could be installed. Please install Chromium ' +
      `${CHROMIUM_FLOOR} or newer (on Debian: apt-get install chromium), or name one in REBIND_CHROMIUM.`,
  );
}
