/** The npm packages: installed when they are missing or differ from package-lock.json. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { withLock } from './lock.mjs';
import { environmentFor, findNode } from './node.mjs';
import { inRoot } from './paths.mjs';
import { PlainError, run, say, systemPath } from './run-command.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry */

/** @param {string} path @returns {Record<string, LockEntry> | null} packages by their place, null where unreadable */
function readLockedPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Why the installed packages are not those of the lock file. npm writes its own record,
 * node_modules/.package-lock.json, at the very end of an install, so an install that broke off counts as none.
 *
 * @param {Record<string, LockEntry> | null} wanted @param {Record<string, LockEntry> | null} installed
 * @returns {string | null} one reason in words, null where nothing is missing
 */
export function findDifference(wanted, installed) {
  if (!wanted) return 'package-lock.json cannot be read';
  if (!installed) return 'they are not installed yet';
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link) continue;
    const found = installed[place];
    // Optional packages are for one platform each; those of other platforms are rightly absent.
    if (!found && (entry.optional || entry.devOptional)) continue;
    if (found?.version !== entry.version) {
      const name = place.replace(/^.*node_modules\//, '');
      return `${name} is ${found?.version ?? 'missing'}, package-lock.json wants ${entry.version}`;
    }
  }
  return null;
}

/** @returns {string | null} how the installed packages differ from the lock file */
function findPackageDifference() {
  return findDifference(
    readLockedPackages(inRoot('package-lock.json')),
    readLockedPackages(inRoot('node_modules', '.package-lock.json')),
  );
}

const hasGeneratedTypes = () => existsSync(inRoot('.wxt', 'tsconfig.json'));

/** npm of the system, never through node_modules/.bin, which `npm ci` deletes under its feet. */
async function installPackages() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const status = await run(npm, ['ci', '--include=dev', '--include=optional'], {
    toStderr: true,
    env: {
      PATH: systemPath().join(delimiter),
      // `npm run -s` hands its silence down; an install that fails must say why.
      npm_config_loglevel: 'error',
      NODE_ENV: undefined,
    },
  });
  if (status !== 0) {
    throw new PlainError(`"npm ci" failed with status ${status}; its messages are above.`);
  }
}

/** tsconfig.json extends what `wxt prepare` writes; the install's postinstall usually did it already. */
async function generateTypes() {
  const node = await findNode();
  const status = await run(node, [inRoot('node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], {
    toStderr: true,
    env: environmentFor(node),
  });
  if (status !== 0) throw new PlainError(`"wxt prepare" failed with status ${status}.`);
}

/** Installs the packages of package-lock.json unless they are there. @throws {PlainError} */
export async function ensureDependencies() {
  if (findPackageDifference() === null && hasGeneratedTypes()) return;
  await withLock('install', async () => {
    const difference = findPackageDifference();
    if (difference !== null) {
      say(`Installing the npm packages with "npm ci" (${difference}).`);
      await installPackages();
    }
    if (!hasGeneratedTypes()) {
      say('Generating the types of the extension with "wxt prepare".');
      await generateTypes();
    }
  });
}
