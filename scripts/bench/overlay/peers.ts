/**
 * The peers of the overlay: installed into a folder of their own by the benchmark itself, bundled as a
 * content script would be, never part of the extension.
 */
import { existsSync } from 'node:fs';
import { build } from 'vite';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { run, say } from '@/scripts/setup/run-command.mjs';

const FOLDER = inRoot('bench', 'peers', 'overlay');

export const PEERS = ['driver', 'shepherd', 'intro', 'joyride', 'reactour'] as const;
export type PeerName = (typeof PEERS)[number];

/** Names as their authors write them, with the versions of the lock file. */
export const PEER_TITLES: Readonly<Record<PeerName, string>> = {
  driver: 'driver.js 1.8',
  shepherd: 'shepherd 15.3',
  intro: 'intro.js 8.6',
  joyride: 'react-joyride 3.2',
  reactour: '@reactour/tour 3.8',
};

/** Installs the peers where they are missing, and says so. */
export async function installPeers(): Promise<void> {
  if (existsSync(inRoot('bench', 'peers', 'overlay', 'node_modules', 'driver.js'))) return;
  say('Installing the peers into bench/peers/overlay (npm ci, development only, never shipped).');
  const status = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    toStderr: true,
  });
  if (status !== 0) throw new Error('The peers could not be installed. Is the package registry reachable?');
}

/** One script with its styles, as it would be injected. */
export async function bundle(entry: string): Promise<{ readonly code: string; readonly css: string }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': inRoot() } },
    build: {
      write: false,
      target: `chrome${BROWSER_FLOOR.chromium}`,
      cssCodeSplit: false,
      lib: { entry, formats: ['iife'], name: 'benchEntry' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`vite built nothing from ${entry}`);
  const [chunk] = output.output;
  const css = output.output
    .flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : []))
    .join('\n');
  return { code: chunk.code, css };
}

export const bundlePeer = (name: PeerName) =>
  bundle(inRoot('bench', 'peers', 'overlay', 'adapters', `${name}.js`));
