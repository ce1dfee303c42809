/**
 * What Chromium's own tracing says of one piece of work. Times are those of the main thread's CPU clock:
 * on a busy machine the wall clock counts other people's work.
 */
import type { Browser } from '@playwright/test';
import type { BenchPage } from './bench-page';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  '__metadata',
];
/** `performance.mark` in a page under test: the task that it stands in is one to be counted. */
const MARK = 'rebind-mark';
export const MARK_TASK = `performance.mark('${MARK}');`;

/** Style and layout, forced by a script or not. */
const LAYOUTS = new Set(['Layout', 'UpdateLayoutTree']);

export interface Traced {
  /** CPU milliseconds of each main-thread task that `MARK_TASK` ran in. */
  readonly tasks: readonly number[];
  /** Style recalculations and layouts within those tasks. */
  readonly layouts: number;
}

const isWithin = (inner: TraceEvent, outer: TraceEvent): boolean =>
  inner.tid === outer.tid &&
  inner.pid === outer.pid &&
  inner.ts >= outer.ts &&
  inner.ts <= outer.ts + (outer.dur ?? 0);

/** Traces the browser while `work` runs in this page; nothing else may be marked meanwhile. */
export async function trace(
  browser: Browser,
  page: BenchPage,
  work: () => Promise<unknown>,
): Promise<Traced> {
  await browser.startTracing(page.page, { categories: CATEGORIES });
  let events: readonly TraceEvent[];
  try {
    await work();
    // The answer leaves within the task; only when another has run has the task ended, and is in the trace.
    await page.session.send('Runtime.evaluate', {
      expression: 'new Promise((resolve) => setTimeout(resolve))',
      awaitPromise: true,
    });
  } finally {
    events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  }
  const marks = events.filter(({ name }) => name === MARK);
  const tasks = events.filter(
    (event) =>
      event.name === 'RunTask' && event.dur !== undefined && marks.some((mark) => isWithin(mark, event)),
  );
  if (tasks.length === 0) throw new Error('bench: the trace holds no marked task');
  const inTasks = events.filter(
    (event) => LAYOUTS.has(event.name) && event.ph !== 'E' && tasks.some((task) => isWithin(event, task)),
  );
  return {
    tasks: tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000),
    layouts: inTasks.length,
  };
}
