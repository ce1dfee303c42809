/** The feed from a real server on loopback, with real keys and a real store: what is taken, and what changes nothing. */
import { createHmac, createPrivateKey } from 'node:crypto';
import { CompactSign } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FeedDesk } from '@/lib/background/feed-desk';
import { thumbprintOf } from '@/lib/feed/keys';
import {
  type FeedChoice,
  type FeedIndex,
  INDEX_TYPE,
  type IndexEntry,
  LARGEST_INDEX,
  NO_ADMINISTRATION,
} from '@/lib/feed/model';
import { sha256Of } from '@/lib/feed/verify';
import { createTranslate } from '@/lib/locale/translate';
import { builtinShelf } from '@/lib/notice/available';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { fetchFile } from '@/lib/platform/fetch-file';
import type { Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { storedShelf } from '@/lib/store/stored-shelf';
import zh from '@/locales/zh_CN.json';
import { signIndex, signPack } from '@/scripts/notice/signing';
import { FeedServer } from '../../feed-server';
import { Publisher } from '../../signed-feed';
import { createEngine } from '../store/raw-database';

vi.setConfig({ testTimeout: 30_000 });

const HOUR = 60 * 60 * 1000;
const START = new Date('2026-11-26T01:00:00.000Z');

let server: FeedServer;
let publisher: Publisher;
let store: Store;
let now: Date;
let policy: Record<string, unknown>;
let random: number;
const told: string[] = [];
const alarms: (string | null)[] = [];
let changes = 0;

const pack = (version: string, more: Partial<NoticePack> = {}): NoticePack => ({
  ...builtinPack,
  version,
  ...more,
});
const other = (version = '1.0.0') => pack(version, { id: 'linjiang-1', documentNumber: '临财示例1号' });

function desk(): FeedDesk {
  return new FeedDesk({
    store: async () => store,
    shelf: builtinShelf,
    readManaged: async () => policy,
    fetchFile,
    now: () => now,
    random: () => random,
    setAlarm: async (at) => void alarms.push(at?.toISOString() ?? null),
    settle: async () => {},
    changed: async () => {
      changes += 1;
    },
    translate: createTranslate(zh),
    language: 'zh',
    notify: async (_, title, message) => void told.push(`${title} ${message}`),
  });
}

const choice = (): FeedChoice => ({ address: server.address, keys: [publisher.key] });
const packsHere = async () => (await store.packs.list()).map(({ id, version }) => `${id} ${version}`);
const state = async () => (await store.feed.read()).state;
const codeNow = async () => (await state())?.failure?.code ?? null;
const publish = (packs: readonly NoticePack[], changed: Partial<FeedIndex> = {}) =>
  publisher.publish(server, packs, { at: now, ...changed });

beforeEach(async () => {
  server = await FeedServer.start();
  publisher = new Publisher();
  store = await openStore('real', createEngine());
  now = START;
  policy = {};
  random = 0.5;
  told.length = 0;
  alarms.length = 0;
  changes = 0;
});
afterEach(async () => {
  store.close();
  await server.stop();
});

test('without a feed nobody is asked and no alarm is set', async () => {
  await desk().wake();
  await desk().check();
  expect(server.asked).toEqual([]);
  expect(alarms.filter((at) => at !== null)).toEqual([]);
  expect(await state()).toBeNull();
});

describe("an administrator's feed", () => {
  beforeEach(() => {
    policy = { noticeFeed: choice() };
  });

  test('is applied at once, and what changed is said and kept', async () => {
    const contacts = builtinPack.contacts.map((each) => ({ ...each, number: '0519-88887777' }));
    await publish([pack('9.0.0', { contacts })]);
    await desk().wake();
    expect(await packsHere()).toEqual([`${builtinPack.id} 9.0.0`]);
    const [change] = (await state())?.changes ?? [];
    expect(change).toMatchObject({ from: builtinPack.version, to: '9.0.0' });
    expect(change?.lines.join('\n')).toContain('0519-88887777');
    expect(told).toHaveLength(1);
    // Once for the policy, once for the pack.
    expect(changes).toBe(2);
    const [row] = await store.packs.list();
    expect(row?.source).toMatchObject({ kind: 'feed', owner: 'administrator', address: server.address });
    const shelf = storedShelf(async () => store, builtinShelf, loadPack);
    expect((await shelf.packs())[0]?.version).toBe('9.0.0');
  });

  test('fetches a pack once, and the index at every check', async () => {
    await publish([pack('9.0.0')]);
    await desk().check();
    await desk().check();
    expect(server.asked.map(({ path }) => path)).toEqual([
      'index.jws',
      `${builtinPack.id}-9.0.0.jws`,
      'index.jws',
    ]);
    expect(told).toHaveLength(1);
  });

  test('takes back what it does not list any more, and never takes an older version of it again', async () => {
    await publish([other('1.1.0')]);
    await desk().check();
    await publish([]);
    await desk().check();
    expect(await packsHere()).toEqual([]);
    expect((await state())?.changes[0]).toMatchObject({ id: 'linjiang-1', to: null });
    await publish([other('1.0.0')]);
    await desk().check();
    expect(await packsHere()).toEqual([]);
    expect((await state())?.refusals).toMatchObject([{ id: 'linjiang-1', why: 'older' }]);
  });

  test('goes before a file of the same version that says something else', async () => {
    const forged = other();
    await store.packs.put({
      id: forged.id,
      version: forged.version,
      text: JSON.stringify({ ...forged, contacts: [] }),
      source: { kind: 'file', name: 'x.json' },
      addedAt: START.toISOString(),
    });
    await publish([other()]);
    await desk().check();
    expect((await store.packs.list())[0]).toMatchObject({ text: JSON.stringify(other()) });
  });

  test('names a pack this version cannot use, and takes the others', async () => {
    await publish([other(), pack('9.0.0', { requires: ['telepathy'] })]);
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
    const [refusal] = (await state())?.refusals ?? [];
    expect(refusal).toMatchObject({ id: builtinPack.id, why: 'unreadable' });
    expect(refusal?.details.join('')).toContain('telepathy');
  });

  test('of several versions the newest is taken, or the one that is pinned, a newer one notwithstanding', async () => {
    await publish([other('1.0.0'), other('1.2.0'), other('1.1.0')]);
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 1.2.0']);
    policy = { ...policy, pinnedPacks: [{ id: 'linjiang-1', version: '1.1.0' }] };
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 1.1.0']);
  });

  test('a blocked pack is not even fetched, nor used where it is here', async () => {
    await publish([other()]);
    await desk().check();
    policy = { ...policy, blockedPacks: [{ id: 'linjiang-1' }] };
    server.asked.length = 0;
    await desk().check();
    expect(server.asked.map(({ path }) => path)).toEqual(['index.jws']);
    const shelf = storedShelf(async () => store, builtinShelf, loadPack);
    expect((await shelf.packs()).map(({ id }) => id)).toEqual([builtinPack.id]);
  });

  test("goes before the person's own, which is asked again when the policy is gone; its packs stay", async () => {
    const own = await FeedServer.start();
    try {
      const friend = new Publisher();
      await friend.publish(own, [pack('1.0.0', { id: 'own-1' })], { at: now });
      await store.feed.choose({ address: own.address, keys: [friend.key] });
      await publish([other()]);
      await desk().check();
      expect(own.asked).toEqual([]);
      policy = {};
      await desk().check();
      expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
      expect((await state())?.offers.map(({ id }) => id)).toEqual(['own-1']);
    } finally {
      await own.stop();
    }
  });

  test('a policy with a fault in the feed asks nobody and is named; its rules hold', async () => {
    policy = {
      noticeFeed: { address: server.address, keys: [{ ...publisher.key, x: 'short' }] },
      blockedPacks: [{ id: 'linjiang-1' }, { id: 'No Such Id' }],
    };
    await desk().wake();
    expect(server.asked).toEqual([]);
    expect((await store.feed.read()).administration).toEqual({
      ...NO_ADMINISTRATION,
      blocked: [{ id: 'linjiang-1' }],
      faults: ['noticeFeed.keys[0].x', 'blockedPacks[1].id'],
    });
  });

  test('a policy that the browser reads late is waited for', async () => {
    await publish([other()]);
    await desk().check();
    const whole = policy;
    policy = {};
    const slow = new FeedDesk({
      ...partsOf(),
      settle: async () => {
        policy = whole;
      },
    });
    await slow.wake();
    expect((await store.feed.read()).administration.feed).not.toBeNull();
  });
});

const partsOf = () => ({
  store: async () => store,
  shelf: builtinShelf,
  readManaged: async () => policy,
  fetchFile,
  now: () => now,
  random: () => random,
  setAlarm: async () => {},
  settle: async () => {},
  changed: async () => {},
  translate: createTranslate(zh),
  language: 'zh' as const,
  notify: async () => {},
});

describe("the person's own feed", () => {
  test('offers and changes nothing; used, the pack says where it is from', async () => {
    await store.feed.choose(choice());
    await publish([other()]);
    await desk().check();
    expect(await packsHere()).toEqual([]);
    expect(told).toEqual([]);
    const [offer] = (await state())?.offers ?? [];
    expect(offer).toMatchObject({ id: 'linjiang-1', version: '1.0.0' });
    if (!offer) return;
    const source = {
      kind: 'feed',
      owner: 'user',
      address: server.address,
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
    expect(await store.feed.takeOffer(row, offer)).toBe(true);
    expect((await state())?.offers).toEqual([]);
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
    expect((await state())?.offers).toEqual([]);
    await publish([]);
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
    expect((await state())?.gone).toEqual(['linjiang-1']);
  });

  test('an answer that comes after another feed was set is nobody’s', async () => {
    await store.feed.choose(choice());
    await publish([other()]);
    const late = new FeedDesk({
      ...partsOf(),
      fetchFile: async (address, most) => {
        const answer = await fetchFile(address, most);
        await store.feed.choose(null);
        return answer;
      },
    });
    await late.check();
    expect(await state()).toBeNull();
  });
});

describe('a feed that is not as it should be changes nothing and says so:', () => {
  const strangers = new Publisher();
  const signed = async (header: Record<string, unknown>, content: unknown, pem = publisher.pem) => {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ES256', ...header })
      .sign(createPrivateKey(pem));
  };
  const kid = () => thumbprintOf(publisher.key);
  const index = async (changed: Partial<FeedIndex> = {}) => publish([other('2.0.0')], changed);
  /** The same packs listed otherwise, signed again by the right key. */
  const relist = async (
    change: (entry: IndexEntry) => Partial<IndexEntry> | Promise<Partial<IndexEntry>>,
  ) => {
    const whole = await index();
    const packs = await Promise.all(whole.packs.map(async (each) => ({ ...each, ...(await change(each)) })));
    put(await signIndex({ ...whole, packs }, publisher.pem));
  };
  const put = (served: string) => void server.files.set('index.jws', served);
  const respell = (change: (parts: string[]) => void) => {
    const parts = String(server.files.get('index.jws')).split('.');
    change(parts);
    put(parts.join('.'));
  };
  const base64 = (text: string) => Buffer.from(text).toString('base64url');

  const CASES: readonly [string, string, () => Promise<unknown>][] = [
    ['a file that is not there', 'status', async () => server.files.clear()],
    [
      'a server that fails',
      'status',
      async () => server.files.set('index.jws', (r) => r.writeHead(500).end()),
    ],
    [
      'a redirect, be it to the right file',
      'redirected',
      async () => {
        await index();
        server.files.set('moved.jws', String(server.files.get('index.jws')));
        server.files.set('index.jws', (r) => r.writeHead(302, { location: '/moved.jws' }).end());
      },
    ],
    [
      'a connection cut off',
      'unreachable',
      async () => server.files.set('index.jws', (r) => void r.destroy()),
    ],
    ['an endless index', 'tooLarge', async () => put('x'.repeat(LARGEST_INDEX + 1))],
    [
      'bytes that are no UTF-8',
      'unreadable',
      async () => server.files.set('index.jws', (r) => r.end(Buffer.from([0xcd, 0xc8]))),
    ],
    ['a web page', 'notSigned', async () => put('<!doctype html><title>404</title>')],
    [
      'an index of another key',
      'strangeKey',
      async () => strangers.publish(server, [other('2.0.0')], { at: now }),
    ],
    [
      "another key's signature under the right key's name",
      'forged',
      async () => put(await signed({ kid: await kid(), typ: INDEX_TYPE }, await index(), strangers.pem)),
    ],
    [
      'content changed after signing',
      'forged',
      async () => {
        const real = await index();
        respell((parts) => {
          parts[1] = base64(JSON.stringify({ ...real, serial: 99 }));
        });
      },
    ],
    [
      'no algorithm',
      'forged',
      async () => {
        const name = await kid();
        await index();
        respell((parts) => {
          parts[0] = base64(JSON.stringify({ alg: 'none', kid: name, typ: INDEX_TYPE }));
          parts[2] = '';
        });
      },
    ],
    [
      'the public key used as a secret',
      'forged',
      async () => {
        const head = base64(JSON.stringify({ alg: 'HS256', kid: await kid(), typ: INDEX_TYPE }));
        const body = base64(JSON.stringify(await index()));
        const mac = createHmac('sha256', JSON.stringify(publisher.key)).update(`${head}.${body}`);
        put(`${head}.${body}.${mac.digest('base64url')}`);
      },
    ],
    ['a pack in the place of the index', 'wrongKind', async () => put(await signPack('{}', publisher.pem))],
    [
      'an index without its shape',
      'unreadable',
      async () => put(await signed({ kid: await kid(), typ: INDEX_TYPE }, { format: 'rebind.feed/1' })),
    ],
    [
      'an index that leads elsewhere',
      'unreadable',
      async () => {
        await relist(() => ({ file: '../../elsewhere.jws' }));
      },
    ],
    [
      'a newer format',
      'newerFormat',
      async () => put(await signed({ kid: await kid(), typ: INDEX_TYPE }, { format: 'rebind.feed/2' })),
    ],
    ['an expired index', 'expired', async () => index({ expiresAt: now.toISOString() })],
    [
      'an index from the future',
      'fromFuture',
      async () => index({ issuedAt: new Date(now.getTime() + 25 * HOUR).toISOString() }),
    ],
    ['an index played back', 'older', async () => index({ serial: 1 })],
    ['another index of the same serial', 'clash', async () => index({ serial: 2 })],
    [
      'a pack that is not there',
      'status',
      async () => {
        await index();
        server.files.delete('linjiang-1-2.0.0.jws');
      },
    ],
    [
      'a pack that is not the one listed',
      'digest',
      async () => {
        await index();
        server.files.set(
          'linjiang-1-2.0.0.jws',
          await signPack(JSON.stringify(other('2.0.0')), publisher.pem),
        );
      },
    ],
    [
      'a pack under another name',
      'mismatch',
      async () => {
        await relist(() => ({ version: '3.0.0' }));
      },
    ],
    [
      'a pack of another key, rightly listed',
      'strangeKey',
      async () => {
        const theirs = await signPack(JSON.stringify(other('2.0.0')), strangers.pem);
        await relist(async () => ({ sha256: await sha256Of(theirs) }));
        server.files.set('linjiang-1-2.0.0.jws', theirs);
      },
    ],
    [
      'an index in the place of a pack',
      'wrongKind',
      async () => {
        const text = await signed({ kid: await kid(), typ: INDEX_TYPE }, {});
        await relist(async () => ({ sha256: await sha256Of(text) }));
        server.files.set('linjiang-1-2.0.0.jws', text);
      },
    ],
  ];

  test.each(CASES)('%s (%s)', async (_, code, spoil) => {
    policy = { noticeFeed: choice() };
    await publish([other('1.0.0')]);
    await desk().check();
    const before = await state();
    const told = changes;
    now = new Date(now.getTime() + HOUR);
    await spoil();
    await desk().check();
    expect(await codeNow()).toBe(code);
    expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
    expect(changes).toBe(told);
    const after = await state();
    for (const kept of ['serial', 'digest', 'versions', 'expiresAt', 'succeededAt', 'changes'] as const) {
      expect(after?.[kept]).toEqual(before?.[kept]);
    }
    // Right again, it is taken: a failure leaves nothing behind.
    await publish([other('2.1.0')]);
    await desk().check();
    expect(await codeNow()).toBeNull();
    expect(await packsHere()).toEqual(['linjiang-1 2.1.0']);
  });

  test('a server that is gone', async () => {
    policy = { noticeFeed: choice() };
    await publish([other('1.0.0')]);
    await desk().check();
    await server.stop();
    await desk().check();
    expect(await codeNow()).toBe('unreachable');
    expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
    server = await FeedServer.start();
  });
});

describe('keys', () => {
  test('are rolled by naming both, then the new one alone; packs signed anew are fetched again', async () => {
    const next = new Publisher();
    policy = { noticeFeed: { address: server.address, keys: [publisher.key, next.key] } };
    await publish([other()]);
    await desk().check();
    await next.publish(server, [other()], { at: now, serial: 50 });
    await desk().check();
    expect(await codeNow()).toBeNull();
    policy = { noticeFeed: { address: server.address, keys: [next.key] } };
    await desk().check();
    const [row] = await store.packs.list();
    expect(row?.source).toMatchObject({ key: await thumbprintOf(next.key) });
  });

  test('that are taken back bar the way no longer, however high a serial or version they signed', async () => {
    policy = { noticeFeed: choice() };
    await publish([other('999.0.0')], { serial: Number.MAX_SAFE_INTEGER });
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 999.0.0']);
    const next = new Publisher();
    policy = { noticeFeed: { address: server.address, keys: [next.key] } };
    await next.publish(server, [other('1.0.1')], { at: now });
    await desk().check();
    expect(await packsHere()).toEqual(['linjiang-1 1.0.1']);
  });
});

describe('the time of the next check', () => {
  beforeEach(() => {
    policy = { noticeFeed: choice() };
  });

  test.each([
    [0, 22],
    [0.5, 24],
    [0.999_999, 26],
  ])('is a day on, spread by chance (%d): %d hours', async (chance, hours) => {
    random = chance;
    await publish([]);
    await desk().check();
    const wait = new Date((await state())?.nextAt ?? 0).getTime() - now.getTime();
    expect(wait / HOUR).toBeCloseTo(hours, 3);
    expect(alarms.at(-1)).toBe((await state())?.nextAt);
  });

  test('comes sooner after a failure, later with each, never later than a day', async () => {
    random = 0;
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      await desk().check();
      waits.push((new Date((await state())?.nextAt ?? 0).getTime() - now.getTime()) / HOUR);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 22, 22]);
  });

  test('is kept through restarts: before it nobody is asked, after it the missed check is made up for', async () => {
    await publish([]);
    await desk().wake();
    expect(server.asked).toHaveLength(1);
    await desk().wake();
    expect(server.asked).toHaveLength(1);
    // The alarm is asked for all the same: a browser may have forgotten it.
    expect(alarms.at(-1)).toBe((await state())?.nextAt);
    now = new Date(now.getTime() + 72 * HOUR);
    await desk().wake();
    expect(server.asked).toHaveLength(2);
  });

  test('does not wait where the policy has changed: a pin, a block or other keys act at once', async () => {
    await publish([other('1.0.0'), other('1.1.0')]);
    await desk().wake();
    expect(await packsHere()).toEqual(['linjiang-1 1.1.0']);
    policy = { ...policy, pinnedPacks: [{ id: 'linjiang-1', version: '1.0.0' }] };
    await desk().wake();
    expect(await packsHere()).toEqual(['linjiang-1 1.0.0']);
  });

  test('does not wait for a clock that was set back', async () => {
    await publish([]);
    now = new Date(START.getTime() + 400 * 24 * HOUR);
    await desk().wake();
    now = START;
    await desk().wake();
    expect(server.asked).toHaveLength(2);
  });
});

test('what is asked for tells nothing: no cookie, no referrer', async () => {
  policy = { noticeFeed: choice() };
  await publish([other()]);
  await desk().check();
  expect(server.asked.map(({ cookie, referer }) => [cookie, referer])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
});
