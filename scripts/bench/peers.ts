/** Peers: programs of others that we measure ourselves beside. Each group has a folder, and packages, of its own. */
import { readFileSync } from 'node:fs';
import { bundleScript } from '@/scripts/setup/bundle-script';
import { findDifference } from '@/scripts/setup/dependencies.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { PlainError, run, say } from '@/scripts/setup/run-command.mjs';

function readPackages(path: string) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Installs the packages of bench/peers/<group> unless they are there, and says so.
 *
 * @throws {PlainError} where npm can't
 */
export async function ensurePeers(group: string): Promise<void> {
  const folder = inRoot('bench', 'peers', group);
  const difference = findDifference(
    readPackages(`${folder}/package-lock.json`),
    readPackages(`${folder}/node_modules/.package-lock.json`),
  );
  if (difference === null) return;
  say(`Installing the peers of bench/peers/${group} with "npm ci" (${difference}).`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const status = await run(npm, ['ci', '--include=dev', '--ignore-scripts'], {
    cwd: folder,
    toStderr: true,
    env: { npm_config_loglevel: 'error', NODE_ENV: undefined },
  });
  if (status !== 0) throw new PlainError(`"npm ci" in bench/peers/${group} failed with status ${status}.`);
}

/**
 * The peers' code as one script for a page, minified like ours.
 *
 * @param group the folder in bench/peers
 * @param entry the file in it that the page runs
 */
export async function bundlePeers(group: string, entry: string): Promise<string> {
  await ensurePeers(group);
  const root = inRoot('bench', 'peers', group);
  return (await bundleScript(inRoot('bench', 'peers', group, entry), { root })).code;
}
