/** The feeds that are followed, an administrator's and the person's own: what is taken, and what is asked for. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_ADMINISTRATION } from '@/lib/feed/model';
import { builtinShelf } from '@/lib/notice/available';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import { fetchFile } from '@/lib/platform/fetch-file';
import { readPacksAtHand, storedShelf } from '@/lib/store/stored-shelf';
import { FeedServer } from '../../../feed-server';
import { Publisher } from '../../../signed-feed';
import { FeedScene, other, pack, START } from './scene';

let here: FeedScene;
beforeEach(async () => {
  here = await FeedScene.start();
});
afterEach(() => here.end());

test('without a feed nobody is asked and no alarm is set', async () => {
  await here.desk().wake();
  await here.desk().check();
  expect(here.server.asked).toEqual([]);
  expect(here.alarms.filter((at) => at !== null)).toEqual([]);
  expect(await here.state()).toBeNull();
});

describe("an administrator's feed", () => {
  beforeEach(() => {
    here.policy = { noticeFeed: here.choice() };
  });

  test('is applied at once, and what changed is said and kept', async () => {
    const contacts = builtinPack.contacts.map((each) => ({ ...each, number: '0519-88887777' }));
    await here.publish([pack('9.0.0', { contacts })]);
    await here.desk().wake();
    expect(await here.packsHere()).toEqual([`${builtinPack.id} 9.0.0`]);
    const [change] = (await here.state())?.changes ?? [];
    expect(change).toMatchObject({ from: builtinPack.version, to: '9.0.0' });
    expect(change?.lines.join('\n')).toContain('0519-88887777');
    expect(here.told).toHaveLength(1);
    // Once for the policy, once for the pack.
    expect(here.changes).toBe(2);
    const [row] = await here.store.packs.list();
    expect(row?.source).toMatchObject({ kind: 'feed', owner: 'administrator', address: here.server.address });
    const shelf = storedShelf(async () => here.store, builtinShelf, loadPack);
    expect((await shelf.packs())[0]?.version).toBe('9.0.0');
  });

  test('fetches a pack once, and the index at every check', async () => {
    await here.publish([pack('9.0.0')]);
    await here.desk().check();
    await here.desk().check();
    expect(here.server.asked.map(({ path }) => path)).toEqual([
      'index.jws',
      `${builtinPack.id}-9.0.0.jws`,
      'index.jws',
    ]);
    expect(here.told).toHaveLength(1);
  });

  test('takes back what it does not list any more, and never takes an older version of it again', async () => {
    await here.publish([other('1.1.0')]);
    await here.desk().check();
    await here.publish([]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual([]);
    expect((await here.state())?.changes[0]).toMatchObject({ id: 'linjiang-1', to: null });
    await here.publish([other('1.0.0')]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual([]);
    expect((await here.state())?.refusals).toMatchObject([{ id: 'linjiang-1', why: 'older' }]);
  });

  test('goes before a file of the same version that says something else', async () => {
    const forged = other();
    await here.store.packs.put({
      id: forged.id,
      version: forged.version,
      text: JSON.stringify({ ...forged, contacts: [] }),
      source: { kind: 'file', name: 'x.json' },
      addedAt: START.toISOString(),
    });
    await here.publish([other()]);
    await here.desk().check();
    expect((await here.store.packs.list())[0]).toMatchObject({ text: JSON.stringify(other()) });
  });

  test('names a pack this version cannot use, and takes the others', async () => {
    await here.publish([other(), pack('9.0.0', { requires: ['telepathy'] })]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
    const [refusal] = (await here.state())?.refusals ?? [];
    expect(refusal).toMatchObject({ id: builtinPack.id, why: 'unreadable' });
    expect(refusal?.details.join('')).toContain('telepathy');
  });

  test('of several versions the newest is taken, or the one that is pinned, a newer one notwithstanding', async () => {
    await here.publish([other('1.0.0'), other('1.2.0'), other('1.1.0')]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.2.0']);
    here.policy = { ...here.policy, pinnedPacks: [{ id: 'linjiang-1', version: '1.1.0' }] };
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.1.0']);
  });

  test('a blocked pack is not even fetched, nor used where it is here', async () => {
    await here.publish([other()]);
    await here.desk().check();
    here.policy = { ...here.policy, blockedPacks: [{ id: 'linjiang-1' }] };
    here.server.asked.length = 0;
    await here.desk().check();
    expect(here.server.asked.map(({ path }) => path)).toEqual(['index.jws']);
    const shelf = storedShelf(async () => here.store, builtinShelf, loadPack);
    expect((await shelf.packs()).map(({ id }) => id)).toEqual([builtinPack.id]);
    // The desk puts what was taught into none but these.
    const published = await readPacksAtHand(await here.store.shelf.read(), builtinShelf.builtin, loadPack);
    expect(published.map(({ id }) => id)).toEqual([builtinPack.id]);
  });

  test("goes before the person's own, which is asked again when the policy is gone; its packs stay", async () => {
    const own = await FeedServer.start();
    try {
      const friend = new Publisher();
      await friend.publish(own, [pack('1.0.0', { id: 'own-1' })], { at: here.now });
      await here.store.feed.choose({ address: own.address, keys: [friend.key] });
      await here.publish([other()]);
      await here.desk().check();
      expect(own.asked).toEqual([]);
      here.policy = {};
      await here.desk().check();
      expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
      expect((await here.state())?.offers.map(({ id }) => id)).toEqual(['own-1']);
    } finally {
      await own.stop();
    }
  });

  test('a policy with a fault in the feed asks nobody and is named; its rules hold', async () => {
    here.policy = {
      noticeFeed: { address: here.server.address, keys: [{ ...here.publisher.key, x: 'short' }] },
      blockedPacks: [{ id: 'linjiang-1' }, { id: 'No Such Id' }],
    };
    await here.desk().wake();
    expect(here.server.asked).toEqual([]);
    expect((await here.store.feed.read()).administration).toEqual({
      ...NO_ADMINISTRATION,
      blocked: [{ id: 'linjiang-1' }],
      faults: ['noticeFeed.keys[0].x', 'blockedPacks[1].id'],
    });
  });

  test('a policy that the browser reads late is waited for', async () => {
    await here.publish([other()]);
    await here.desk().check();
    const whole = here.policy;
    here.policy = {};
    const slow = here.desk({
      settle: async () => {
        here.policy = whole;
      },
    });
    await slow.wake();
    expect((await here.store.feed.read()).administration.feed).not.toBeNull();
  });
});

describe("the person's own feed", () => {
  test('offers and changes nothing; used, the pack says where it is from', async () => {
    await here.store.feed.choose(here.choice());
    await here.publish([other()]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual([]);
    expect(here.told).toEqual([]);
    const [offer] = (await here.state())?.offers ?? [];
    expect(offer).toMatchObject({ id: 'linjiang-1', version: '1.0.0' });
    if (!offer) return;
    const source = {
      kind: 'feed',
      owner: 'user',
      address: here.server.address,
      key: offer.key,
      sha256: offer.sha256,
    } as const;
    const row = {
      id: offer.id,
      version: offer.version,
      text: offer.text,
      source,
      addedAt: START.toISOString(),
    };
    expect(await here.store.feed.takeOffer(row, offer)).toBe(true);
    expect((await here.state())?.offers).toEqual([]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
    expect((await here.state())?.offers).toEqual([]);
    await here.publish([]);
    await here.desk().check();
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
    expect((await here.state())?.gone).toEqual(['linjiang-1']);
  });

  test('an answer that comes after another feed was set is nobody’s', async () => {
    await here.store.feed.choose(here.choice());
    await here.publish([other()]);
    const late = here.desk({
      fetchFile: async (address, most) => {
        const answer = await fetchFile(address, most);
        await here.store.feed.choose(null);
        return answer;
      },
    });
    await late.check();
    expect(await here.state()).toBeNull();
  });
});

test('what is asked for tells nothing: no cookie, no referrer', async () => {
  here.policy = { noticeFeed: here.choice() };
  await here.publish([other()]);
  await here.desk().check();
  expect(here.server.asked.map(({ cookie, referer }) => [cookie, referer])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});
