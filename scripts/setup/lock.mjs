/** One installer at a time: two commands started together on a fresh clone must not both install. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { say } from './run-command.mjs';

/** @param {string} path @returns {boolean} whether the process that wrote the lock still runs */
function isHeld(path) {
  let holder = Number.NaN;
  try {
    holder = Number.parseInt(readFileSync(join(path, 'pid'), 'utf8'), 10);
  } catch {
    // Between mkdir and the pid's writing, or the folder is gone: the next round tells.
    return true;
  }
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Does `work` while holding the lock `name`. A lock whose holder died is taken over.
 *
 * @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const path = inRoot('.cache', `${name}.lock`);
  mkdirSync(inRoot('.cache'), { recursive: true });
  let waited = false;
  for (;;) {
    try {
      mkdirSync(path);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHeld(path)) {
        rmSync(path, { recursive: true, force: true });
        continue;
      }
      if (!waited) say(`Another command of this checkout is at "${name}"; waiting for it to end.`);
      waited = true;
      await wait(250);
    }
  }
  writeFileSync(join(path, 'pid'), String(process.pid));
  try {
    return await work();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}
