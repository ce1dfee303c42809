/** Peers: programs of others that we measure ourselves beside. Each group has a folder, and packages, of its own. */
import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
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
async function ensurePeers(group: string): Promise<void> {
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
  const built = await build({
    configFile: false,
    root: inRoot('bench', 'peers', group),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: `chrome${BROWSER_FLOOR.chromium}`,
      lib: { entry: inRoot('bench', 'peers', group, entry), formats: ['iife'], name: 'rebindPeersEntry' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('bench: vite built nothing');
  return chunk.code;
}
