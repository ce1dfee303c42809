/** What only tests and pictures need besides a Chromium: Firefox ESR, a Chinese font. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallByApt, installByApt } from './apt.mjs';
import { capture, say, systemPath } from './run-command.mjs';

const REASON = 'Chinese glyphs and interface, or Firefox for its test';
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];

/** @returns {string | null} path of a Firefox */
export function findFirefox() {
  const own = process.env.REBIND_FIREFOX;
  if (own) return own;
  const found = FIREFOX_NAMES.flatMap((name) => systemPath().map((folder) => join(folder, name)));
  return found.find((path) => existsSync(path)) ?? null;
}

/** @returns {Promise<boolean>} whether Chinese text can be drawn; other systems bring their fonts */
export async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, output } = await capture('fc-list', [':lang=zh', 'family'], { timeout: 20_000 });
  return status === 0 && output.trim() !== '';
}

/**
 * Debian splits Chromium's interface languages off; without them the extension speaks English whatever the
 * person's language is.
 *
 * @returns {boolean}
 */
function lacksChineseInterface() {
  const debians = '/usr/lib/chromium/locales';
  return existsSync(debians) && !existsSync(join(debians, 'zh-CN.pak'));
}

/** Debian packages still missing for pictures and tests. @param {{ firefox: boolean }} want @returns {Promise<string[]>} */
export async function findMissingPackages(want) {
  const missing = [];
  if (!(await hasChineseFont())) missing.push('fontconfig', 'fonts-noto-cjk');
  if (want.firefox && !findFirefox()) missing.push('firefox-esr');
  // Certificates of the tests are made by it.
  if ((await capture('openssl', ['version'], { timeout: 20_000 })).status !== 0) missing.push('openssl');
  if (lacksChineseInterface()) missing.push('chromium-l10n');
  return missing;
}

/** Installs what is missing by apt, or says what will be without it. @param {{ firefox: boolean }} want */
export async function ensureTestMachine(want) {
  const missing = await findMissingPackages(want);
  if (missing.length === 0) return;
  if (canInstallByApt()) await installByApt(missing, REASON);
  else say(`Not installed: ${missing.join(', ')}. ${REASON} will be missing.`);
}
