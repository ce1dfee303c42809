/** Over the days: keys that are rolled or taken back, and when the next check comes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { thumbprintOf } from '@/lib/feed/keys';
import { Publisher } from '../../../signed-feed';
import { FeedScene, HOUR, other, START } from './scene';

let here: FeedScene;
beforeEach(async () => {
  here = await FeedScene.start();
});
afterEach(() => here.end());

describe('keys', () => {
  test('are rolled by naming both, then the new one alone; packs signed anew are fetched again', async () => {
    const next = new Publisher();
    here.policy = { noticeFeed: { address: here.server.address, keys: [here.publisher.key, next.key] } };
    await here.publish([other()]);
    await here.desk().check();
    await next.publish(here.server, [other()], { at: here.now, serial: 50 });
    await here.desk().check();
    expect(await here.codeNow()).toBeNull();
    here.policy = { noticeFeed: { address: here.server.address, keys: [next.key] } };
    await here.desk().check();
    const [row] = await here.store.packs.list();
    expect(row?.source).toMatchObject({ key: await thumbprintOf(next.key) });
  });

  test('that are taken back bar the way no longer, however high a serial or version they signed', async () => {
    here.policy = { noticeFeed: here.choice() };
    await here.publish([other('999.0.0')], { serial: Number.MAX_SAFE_INTEGER });
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 999.0.0']);
    const next = new Publisher();
    here.policy = { noticeFeed: { address: here.server.address, keys: [next.key] } };
    await next.publish(here.server, [other('1.0.1')], { at: here.now });
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.1']);
  });
});

describe('the time of the next check', () => {
  beforeEach(() => {
    here.policy = { noticeFeed: here.choice() };
  });

  test.each([
    [0, 22],
    [0.5, 24],
    [0.999_999, 26],
  ])('is a day on, spread by chance (%d): %d hours', async (chance, hours) => {
    here.random = chance;
    await here.publish([]);
    await here.desk().check();
    const wait = new Date((await here.state())?.nextAt ?? 0).getTime() - here.now.getTime();
    expect(wait / HOUR).toBeCloseTo(hours, 3);
    expect(here.alarms.at(-1)).toBe((await here.state())?.nextAt);
  });

  test('comes sooner after a failure, later with each, never later than a day', async () => {
    here.random = 0;
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      await here.desk().check();
      waits.push((new Date((await here.state())?.nextAt ?? 0).getTime() - here.now.getTime()) / HOUR);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 22, 22]);
  });

  test('is kept through restarts: before it nobody is asked, after it the missed check is made up for', async () => {
    await here.publish([]);
    await here.desk().wake();
    expect(here.server.asked).toHaveLength(1);
    await here.desk().wake();
    expect(here.server.asked).toHaveLength(1);
    // The alarm is asked for all the same: a browser may have forgotten it.
    expect(here.alarms.at(-1)).toBe((await here.state())?.nextAt);
    here.now = new Date(here.now.getTime() + 72 * HOUR);
    await here.desk().wake();
    expect(here.server.asked).toHaveLength(2);
  });

  test('does not wait where the policy has changed: a pin, a block or other keys act at once', async () => {
    await here.publish([other('1.0.0'), other('1.1.0')]);
    await here.desk().wake();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.1.0']);
    here.policy = { ...here.policy, pinnedPacks: [{ id: 'linjiang-1', version: '1.0.0' }] };
    await here.desk().wake();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
  });

  test('does not wait for a clock that was set back', async () => {
    await here.publish([]);
    here.now = new Date(START.getTime() + 400 * 24 * HOUR);
    await here.desk().wake();
    here.now = START;
    await here.desk().wake();
    expect(here.server.asked).toHaveLength(2);
  });
});
