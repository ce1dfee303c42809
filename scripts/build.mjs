/**
 * Builds what is released and what is rehearsed: `node scripts/build.mjs` for all, or name some of
 * chrome, edge, firefox, practice. Prints each bundle's size.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureDependencies } from './setup/dependencies.mjs';
import { environmentFor, findNode } from './setup/node.mjs';
import { inRoot, ROOT } from './setup/paths.mjs';
import { failPlainly, PlainError, run, say } from './setup/run-command.mjs';

const WXT = inRoot('node_modules', 'wxt', 'bin', 'wxt.mjs');
const VITE = inRoot('node_modules', 'vite', 'bin', 'vite.js');

/** One after the other: each of them also writes the generated types in .wxt. */
const BUILDS = {
  chrome: { args: [WXT, 'build', '-b', 'chrome', '--mv3'], output: '.output/chrome-mv3' },
  edge: { args: [WXT, 'build', '-b', 'edge', '--mv3'], output: '.output/edge-mv3' },
  firefox: { args: [WXT, 'build', '-b', 'firefox', '--mv3'], output: '.output/firefox-mv3' },
  practice: { args: [VITE, 'build', '-c', 'vite.practice.config.ts'], output: '.output/practice-site' },
};

/** @typedef {keyof typeof BUILDS} BuildName */

/** @param {string} folder @returns {string[]} every file in it, deep */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Prints the scripts of a build, largest first, raw and gzipped. @param {string} name @param {string} output */
function printSizes(name, output) {
  const files = listFiles(inRoot(output));
  const total = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${name}: ${output}, ${files.length} files, ${kilobytes(total)}`);
  const scripts = files.filter((file) => /\.(js|css)$/.test(file));
  const sized = scripts.map((file) => ({ file, code: readFileSync(file) }));
  for (const { file, code } of sized.sort((one, other) => other.code.length - one.code.length)) {
    const path = relative(inRoot(output), file);
    console.log(
      `  ${path.padEnd(48)} ${kilobytes(code.length).padStart(9)}  gzip ${kilobytes(gzipSync(code).length)}`,
    );
  }
}

/**
 * @param {readonly BuildName[]} names
 * @throws {PlainError} at the first build that fails
 */
export async function build(names) {
  await ensureDependencies();
  const node = await findNode();
  for (const name of names) {
    const { args, output } = BUILDS[name];
    say(`Building ${name} into ${relative(ROOT, inRoot(output))}.`);
    const status = await run(node, args, { env: environmentFor(node), toStderr: true });
    if (status !== 0) throw new PlainError(`The build of ${name} failed with status ${status}; see above.`);
    if (!existsSync(inRoot(output))) throw new PlainError(`The build of ${name} left no ${output}.`);
    printSizes(name, output);
  }
}

/** @param {string} name @returns {name is BuildName} */
const isBuildName = (name) => Object.hasOwn(BUILDS, name);

if (process.argv[1] === import.meta.filename) {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !isBuildName(name));
  const work = unknown
    ? Promise.reject(new PlainError(`Unknown build: ${unknown}. One of: ${Object.keys(BUILDS).join(', ')}.`))
    : build(names.length > 0 ? names.filter(isBuildName) : Object.keys(BUILDS));
  work.catch(failPlainly);
}
