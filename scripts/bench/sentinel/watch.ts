/** The released sentinel and recogniser in an isolated world, with the time of each of its slices. */
import type { FrameReport } from '@/lib/page/model';
import { standInForBrowser } from '@/scripts/released-sentinel';
import type { IsolatedWorld } from '@/scripts/setup/isolated-world';
import { MARK_TASK } from '../tracing';

/** What all of it runs under, for profiles. */
const SOURCE = '\n//# sourceURL=sentinel';

/** One look, from the first line of the sentinel to its report. */
export interface Look {
  /** Milliseconds of each piece of work; between two of them the page has its turn. */
  readonly slices: readonly number[];
  readonly report: FrameReport;
}

/**
 * Slices end where the sentinel asks for idle time or reports, and begin where it is given some. Both are
 * calls of functions that the browser gives it, so they are timed there and the sentinel stays as released.
 */
const STOPWATCH = `
  globalThis.rebindSlices = [];
  {
    let began = 0;
    let isTold = false;
    // Nothing is kept of later looks: where memory is measured, it would be taken for theirs.
    const end = () => {
      if (isTold) return;
      ${MARK_TASK} rebindSlices.push(performance.now() - began);
    };
    globalThis.rebindBegin = () => { began = performance.now(); };
    const idle = requestIdleCallback;
    globalThis.requestIdleCallback = (run, options) => {
      end();
      return idle(() => { rebindBegin(); run(); }, options);
    };
    const send = chrome.runtime.sendMessage;
    globalThis.rebindFirst = new Promise((resolve) => {
      chrome.runtime.sendMessage = (message) => {
        if (message.type !== 'page.seen') return send(message);
        end();
        isTold = true;
        resolve(message.report);
        return Promise.resolve({ ok: true });
      };
    });
  }
`;

/**
 * Starts the sentinel and waits for its first report.
 *
 * @param before script to run first, in the same task
 */
export async function lookOnce(world: IsolatedWorld, sentinel: string, before = ''): Promise<Look> {
  // An evaluation waits for the promise it ends with: these end with none.
  await world.run(`${await standInForBrowser()}${STOPWATCH};undefined${SOURCE}`);
  await world.run(`${before};rebindBegin();\n${sentinel}\n;undefined${SOURCE}`);
  return world.run('rebindFirst.then((report) => ({ report, slices: rebindSlices }))');
}
