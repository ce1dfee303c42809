/**
 * Node 22 for the tools that want it (wxt 0.21, field-notes §9). It comes with the dependencies as an
 * optional package of this platform, so that a machine with Node 20 needs nothing more.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot } from './paths.mjs';
import { capture, PlainError, systemPath } from './run-command.mjs';

export const NODE_FLOOR = 22;

/** @param {string} version as `node --version` prints it @returns {number} NaN where it is no version */
const majorOf = (version) => Number.parseInt(/v?(\d+)\./.exec(version)?.[1] ?? '', 10);

/** The packages' executables that may run here, best first. @returns {string[]} */
function packagedNodes() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = inRoot('node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  return existsSync(own) ? [own] : [];
}

/** Node executables on the system's PATH. @returns {string[]} */
function systemNodes() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return systemPath()
    .map((folder) => join(folder, file))
    .filter((path) => existsSync(path));
}

/**
 * @returns {Promise<string>} path of a Node that is new enough
 * @throws {PlainError} where there is none
 */
export async function findNode() {
  if (majorOf(process.version) >= NODE_FLOOR) return process.execPath;
  for (const path of [...packagedNodes(), ...systemNodes()]) {
    const { status, output } = await capture(path, ['--version'], { timeout: 10_000 });
    // A packaged Node may not start here (another C library): then the next one is tried.
    if (status === 0 && majorOf(output) >= NODE_FLOOR) return path;
  }
  throw new PlainError(
    `Node ${NODE_FLOOR} or newer is needed; this is ${process.version}, and no packaged one runs on ` +
      `${process.platform}-${process.arch}. Please install Node ${NODE_FLOOR} and try again.`,
  );
}

/**
 * Environment in which our tools find the new Node and each other.
 *
 * @param {string} node from `findNode` @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node) {
  const folders = [join(node, '..'), inRoot('node_modules', '.bin'), ...systemPath()];
  return { PATH: folders.join(delimiter) };
}
