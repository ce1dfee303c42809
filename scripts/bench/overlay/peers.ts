/** The peers of the overlay, each bundled with its adapter as a content script would be. */
import { bundleScript, type Script, type ScriptOptions } from '@/scripts/setup/bundle-script';
import { inRoot } from '@/scripts/setup/paths.mjs';

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

export const bundlePeer = (name: PeerName, options: ScriptOptions = {}): Promise<Script> =>
  bundleScript(inRoot('bench', 'peers', 'overlay', 'adapters', `${name}.js`), options);

const scripts = new Map<PeerName, Promise<Script>>();

/** As injected, React and all; bundled once. */
export function peerScript(name: PeerName): Promise<Script> {
  const known = scripts.get(name) ?? bundlePeer(name);
  scripts.set(name, known);
  return known;
}
