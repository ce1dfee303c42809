/** The sentinel and its recogniser as they are shipped, and how they are run in a page that is no extension's. */
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { PlainError, run } from '@/scripts/setup/run-command.mjs';

type Browser = 'chrome' | 'firefox';

/** The code of a release build's script. Built where there is none yet; who changed it builds again. */
async function releasedScript(name: 'sentinel' | 'recogniser', browser: Browser): Promise<string> {
  const path = inRoot('.output', `${browser}-mv3`, `${name}.js`);
  if (!existsSync(path)) {
    // In a process of its own: the build prints sizes, and stdout belongs to the caller's answer.
    const status = await run(process.execPath, [inRoot('scripts', 'build.mjs'), browser], { toStderr: true });
    if (status !== 0)
      throw new PlainError(`The build of ${browser} failed with status ${status}; see above.`);
  }
  return readFileSync(path, 'utf8');
}

/** @throws {PlainError} where it can't be built */
export const releasedSentinel = (browser: Browser = 'chrome') => releasedScript('sentinel', browser);

/** @throws {PlainError} where it can't be built */
export const releasedRecogniser = (browser: Browser = 'chrome') => releasedScript('recogniser', browser);

/**
 * What the sentinel finds where it expects the browser: a background that brings the released recogniser
 * when it is asked for, and keeps in `rebindTold` whatever else it is told. As text, since tsx marks
 * functions with a helper that pages do not have.
 *
 * @throws {PlainError} where the recogniser can't be built
 */
export async function standInForBrowser(): Promise<string> {
  return `
  globalThis.rebindTold = [];
  globalThis.chrome = { runtime: {
    id: 'evaluation',
    sendMessage(message) {
      if (message.type === 'page.wants-recogniser') bringRecogniser();
      else rebindTold.push(message);
      return Promise.resolve({ ok: true });
    },
    onMessage: { addListener() {}, removeListener() {} },
  } };
  function bringRecogniser() { ${await releasedRecogniser()} }
`;
}
