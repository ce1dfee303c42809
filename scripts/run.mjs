/**
 * Runs scripts/<name>.ts: `node scripts/run.mjs notice-explain FILE --date 2023-09-20`.
 * Works on Node 20 in a fresh clone: installs what is missing (said on stderr, so that stdout holds the
 * script's answer alone) and starts the script on Node 22. Relative paths among the arguments are the
 * caller's: the script runs in the folder the command was given in.
 */
import { existsSync } from 'node:fs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inRoot, ROOT } from './setup/paths.mjs';
import { failPlainly, PlainError } from './setup/run-command.mjs';
import { runTypeScript } from './setup/run-typescript.mjs';

/**
 * `npm run` changes into the checkout and leaves the caller's folder in INIT_CWD. A stale INIT_CWD of an
 * outer npm run is told by the script's name.
 *
 * @param {string} name @returns {string}
 */
function callerFolder(name) {
  const byNpm = process.env.npm_lifecycle_event?.replace(':', '-') === name && process.cwd() === ROOT;
  return (byNpm && process.env.INIT_CWD) || process.cwd();
}

/** @param {readonly string[]} argv name first @returns {Promise<number>} the script's exit status */
async function runScript([name, ...args]) {
  const file = inRoot('scripts', `${name}.ts`);
  if (!name || !/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) {
    throw new PlainError(
      `Usage: node scripts/run.mjs NAME [arguments]; there is no scripts/${name ?? ''}.ts`,
    );
  }
  await ensureDependencies();
  return runTypeScript(file, args, callerFolder(name));
}

runScript(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
}, failPlainly);
