/** The sentinel as it is shipped, and how it is run in a page that is no extension's. */
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { PlainError, run } from '@/scripts/setup/run-command.mjs';

/**
 * The code of a release build's sentinel. Built where there is none yet; who changed it builds again.
 *
 * @throws {PlainError} where it can't be built
 */
export async function releasedSentinel(browser: 'chrome' | 'firefox' = 'chrome'): Promise<string> {
  const path = inRoot('.output', `${browser}-mv3`, 'sentinel.js');
  if (!existsSync(path)) {
    // In a process of its own: the build prints sizes, and stdout belongs to the caller's answer.
    const status = await run(process.execPath, [inRoot('scripts', 'build.mjs'), browser], { toStderr: true });
    if (status !== 0)
      throw new PlainError(`The build of ${browser} failed with status ${status}; see above.`);
  }
  return readFileSync(path, 'utf8');
}

/**
 * What the sentinel finds where it expects the browser: a background that keeps what it is told. As text,
 * since tsx marks functions with a helper that pages do not have.
 */
export const STAND_IN_FOR_BROWSER = `
  globalThis.rebindTold = [];
  globalThis.chrome = { runtime: {
    id: 'evaluation',
    sendMessage(message) { rebindTold.push(message); return Promise.resolve({ ok: true }); },
    onMessage: { addListener() {}, removeListener() {} },
  } };
`;
