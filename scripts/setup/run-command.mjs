/** Announcing and running other programs. Announcements go to stderr: stdout belongs to the script's answer. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Says in one line what is about to be done. @param {string} line */
export function say(line) {
  process.stderr.write(`[rebind] ${line}\n`);
}

/** A failure whose message is the whole story: printed without a stack. */
export class PlainError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the checkout by default
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment; undefined takes a name out
 * @property {boolean} [toStderr] sends the program's stdout to our stderr
 * @property {number} [timeout] milliseconds, after which the program is ended
 */

/**
 * Runs a program to its end with our own terminal.
 *
 * @param {string} command @param {readonly string[]} args @param {RunOptions} [options]
 * @returns {Promise<number>} its exit status; 1 where a signal ended it or it could not start
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['inherit', options.toStderr ? 2 : 'inherit', 'inherit'],
      timeout: options.timeout,
      // npm is a .cmd file on Windows, which only a shell starts.
      shell: process.platform === 'win32' && /\.cmd$/i.test(command),
    });
    child.once('error', (error) => {
      say(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program and keeps what it prints.
 *
 * @param {string} command @param {readonly string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ status: number, output: string }>} stdout and stderr in one text
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
    });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ status: 1, output: error.message }));
    child.once('close', (code) => resolve({ status: code ?? 1, output }));
  });
}

/** PATH without the checkout's own node_modules/.bin, which `npm run` puts in front. @returns {string[]} */
export function systemPath() {
  const own = join(ROOT, 'node_modules', '.bin');
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && folder !== own);
}

/** Ends this script the way a command line should: a plain message and status 1. @param {unknown} error */
export function failPlainly(error) {
  if (error instanceof PlainError) say(error.message);
  else console.error(error);
  process.exitCode = 1;
}
