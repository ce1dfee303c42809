/** What the overlay costs while it is there: memory after many rounds, layout shift, frames while scrolling. */
import type { CDPSession, Page } from '@playwright/test';
import { HELD_PLAN, showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { OverlayWorld, watchLayoutShifts } from '@/tests/browser/overlay-page';
import { waitForCard, waitForNoCard, waitForRing } from '@/tests/e2e/harness/overlay';

/** Used heap in bytes, after everything that can be collected was. */
async function usedHeap(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

const CYCLES = 200;

/** Bytes of heap left behind by each of 200 rounds of showing and hiding card and ring, the bench's own taken off. */
export async function heapGrowth(page: Page): Promise<number> {
  const world = await OverlayWorld.mount(page);
  const round = async (times: number) => {
    for (let cycle = 0; cycle < times; cycle += 1) {
      await world.show(showing(cycle % 2 === 0 ? UNBIND_PLAN : HELD_PLAN));
      await world.show({
        type: 'show.point',
        request: `p${cycle}`,
        target: 'unbind',
        page: 'ca-list',
        taught: null,
      });
      await world.show({ type: 'show.ring', request: `p${cycle}`, draw: true });
      await world.show({
        type: 'show.point',
        request: `q${cycle}`,
        target: null,
        page: 'ca-list',
        taught: null,
      });
      await world.show(showing({ kind: 'silent' }));
    }
    await waitForNoCard(page);
    await world.forgetSent();
  };
  const growth = async () => {
    await round(20);
    const before = await usedHeap(world.session);
    await round(CYCLES);
    return ((await usedHeap(world.session)) - before) / CYCLES;
  };
  const heard = await growth();
  // The same messages once nobody hears them: what the bench's own calls leave behind.
  await world.end();
  return heard - (await growth());
}

/** The sum of the page's layout shifts while card and ring come and go. */
export async function layoutShift(page: Page): Promise<number> {
  const shifts = await watchLayoutShifts(page);
  const world = await OverlayWorld.mount(page);
  await world.show(showing(HELD_PLAN));
  await world.ring('unbind');
  await waitForRing(page, 'unbind');
  await world.show(showing({ kind: 'silent' }));
  await waitForNoCard(page);
  return (await shifts()).reduce((sum, each) => sum + each, 0);
}

const FRAMES = 120;

/** Milliseconds of script a frame, while the page is scrolled through 120 frames. */
export async function scrollCost(page: Page, session: CDPSession): Promise<number> {
  await session.send('Performance.enable');
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
  };
  const before = await script();
  await page.evaluate(async (frames) => {
    for (let frame = 0; frame < frames; frame += 1) {
      window.scrollTo(0, frame % 60);
      await new Promise(requestAnimationFrame);
    }
  }, FRAMES);
  return ((await script()) - before) / FRAMES;
}

export async function ownScrollCost(page: Page): Promise<number> {
  const world = await OverlayWorld.mount(page);
  await world.show(showing(UNBIND_PLAN));
  await world.ring('unbind');
  await waitForCard(page, {});
  await waitForRing(page, 'unbind');
  return scrollCost(page, world.session);
}
