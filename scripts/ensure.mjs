/**
 * Installs what is missing, each action said in one line before it is done:
 * `node scripts/ensure.mjs` for everything, `node scripts/ensure.mjs dependencies` for the npm packages only,
 * `node scripts/ensure.mjs chromium` for what `npm start` needs.
 */
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { failPlainly, PlainError, say } from './setup/run-command.mjs';
import { ensureTestMachine, findMissingPackages } from './setup/test-machine.mjs';

/**
 * @param {'dependencies' | 'chromium' | 'tests'} extent each includes those before it
 * @returns {Promise<import('./setup/chromium.mjs').Browser | null>} the browser, where one was asked for
 */
export async function ensure(extent) {
  await ensureDependencies();
  if (extent === 'dependencies') return null;
  const want = { firefox: extent === 'tests' };
  const browser = await ensureChromium(await findMissingPackages(want));
  await ensureTestMachine(want);
  return browser;
}

if (process.argv[1] === import.meta.filename) {
  const extent = process.argv[2] ?? 'tests';
  const known = ['dependencies', 'chromium', 'tests'].includes(extent);
  const work = known
    ? ensure(extent)
    : Promise.reject(new PlainError(`Unknown: ${extent}. One of: dependencies, chromium, tests.`));
  work.then(
    (browser) => say(browser ? `Ready: Chromium ${browser.version} (${browser.path}).` : 'Ready.'),
    failPlainly,
  );
}
