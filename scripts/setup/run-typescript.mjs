/** Runs one of our TypeScript programs on Node 22 through tsx. Needs the npm packages. */
import { pathToFileURL } from 'node:url';
import { environmentFor, findNode } from './node.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run-command.mjs';

/**
 * @param {string} file absolute path @param {readonly string[]} args
 * @param {string} cwd folder that relative paths among the arguments are meant in
 * @returns {Promise<number>} exit status
 */
export async function runTypeScript(file, args, cwd) {
  const node = await findNode();
  const loader = pathToFileURL(inRoot('node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  return run(node, ['--import', loader, file, ...args], {
    cwd,
    // tsx looks for tsconfig.json in the current folder, which is the caller's, not ours.
    env: { ...environmentFor(node), TSX_TSCONFIG_PATH: inRoot('tsconfig.json') },
  });
}
