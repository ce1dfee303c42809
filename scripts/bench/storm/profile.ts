/** How much of the main thread some code takes, by Chromium's sampling profiler. */
import type { BenchPage } from '../bench-page';

/** What the code was evaluated under (`//# sourceURL=`). */
export type Code = 'sentinel' | 'peers';

/** Microseconds between samples: a minute holds 120,000, so that one percent is known to a thirtieth. */
const INTERVAL = 500;

/**
 * The share of samples in which the code was anywhere on the stack, so that what it calls (style, layout, the
 * DOM) counts as its own. Samples and not events: a trace of a minute of changes is itself a load.
 *
 * @returns percent
 */
export async function shareOf(
  { session }: BenchPage,
  code: Code,
  work: () => Promise<unknown>,
): Promise<number> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  const own = new Set<number>();
  // Parents come before their children.
  for (const { id, callFrame, children = [] } of profile.nodes) {
    if (callFrame.url === code) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
  }
  const { samples = [], timeDeltas = [] } = profile;
  let spent = 0;
  for (const [at, id] of samples.entries()) if (own.has(id)) spent += timeDeltas[at] ?? 0;
  return (100 * spent) / (profile.endTime - profile.startTime);
}
