/** Debian packages, where this is Debian (or its kin) and we are root. */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from './lock.mjs';
import { PlainError, run, say } from './run-command.mjs';

const TRIES = 4;
/** Another apt holds /var/lib/apt/lists at most for minutes; DPkg::Lock::Timeout does not cover that lock. */
const PAUSE_MS = 10_000;
const OPTIONS = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-q'];
const ENV = { DEBIAN_FRONTEND: 'noninteractive' };

/** @returns {boolean} whether `installByApt` can work here */
export function canInstallByApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @param {readonly string[]} args @returns {Promise<boolean>} */
async function aptGet(...args) {
  return (await run('apt-get', [...OPTIONS, ...args], { toStderr: true, env: ENV })) === 0;
}

/**
 * `apt-get update && apt-get install`, one at a time, with retries.
 *
 * @param {readonly string[]} packages @param {string} why said before it is done
 * @throws {PlainError} where apt fails four times
 */
export async function installByApt(packages, why) {
  await withLock('apt', async () => {
    say(`Installing ${packages.join(', ')} as root with apt-get (${why}).`);
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const done =
        (await aptGet('update')) && (await aptGet('install', '-y', '--no-install-recommends', ...packages));
      if (done) return;
      if (attempt === TRIES) break;
      say(`apt-get failed (attempt ${attempt} of ${TRIES}); trying again in ${PAUSE_MS / 1000} s.`);
      await wait(PAUSE_MS);
      // A killed install leaves dpkg half-way; this is what its own message asks for.
      await run('dpkg', ['--configure', '-a'], { toStderr: true, env: ENV });
    }
    throw new PlainError(`apt-get could not install ${packages.join(', ')}; its messages are above.`);
  });
}
