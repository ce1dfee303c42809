/** A feed that is broken, late, played back or forged changes nothing and says so. */
import { createHmac, createPrivateKey } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CompactSign } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fetched } from '@/lib/feed/ask';
import { thumbprintOf } from '@/lib/feed/keys';
import { type FeedIndex, INDEX_TYPE, type IndexEntry, LARGEST_INDEX } from '@/lib/feed/model';
import { sha256Of } from '@/lib/feed/verify';
import { fetchFile } from '@/lib/platform/fetch-file';
import { signIndex, signPack } from '@/scripts/notice/signing';
import { FeedServer } from '../../../feed-server';
import { Publisher } from '../../../signed-feed';
import { FeedScene, HOUR, other } from './scene';

let here: FeedScene;
beforeEach(async () => {
  here = await FeedScene.start();
});
afterEach(() => here.end());

describe('a feed that is not as it should be changes nothing and says so:', () => {
  const strangers = new Publisher();
  let elsewhere: FeedServer | null = null;
  /** Whether a newer one was taken before the attack. */
  let yesterday = false;
  afterEach(async () => {
    await elsewhere?.stop();
    elsewhere = null;
    yesterday = false;
  });
  const signed = async (header: Record<string, unknown>, content: unknown, pem = here.publisher.pem) => {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ES256', ...header })
      .sign(createPrivateKey(pem));
  };
  const kid = () => thumbprintOf(here.publisher.key);
  const index = async (changed: Partial<FeedIndex> = {}) => here.publish([other('2.0.0')], changed);
  /** The same packs listed otherwise, signed again by the right key. */
  const relist = async (
    change: (entry: IndexEntry) => Partial<IndexEntry> | Promise<Partial<IndexEntry>>,
  ) => {
    const whole = await index();
    const packs = await Promise.all(whole.packs.map(async (each) => ({ ...each, ...(await change(each)) })));
    put(await signIndex({ ...whole, packs }, here.publisher.pem));
  };
  const put = (served: string) => void here.server.files.set('index.jws', served);
  const respell = (change: (parts: string[]) => void) => {
    const parts = String(here.server.files.get('index.jws')).split('.');
    change(parts);
    put(parts.join('.'));
  };
  const base64 = (text: string) => Buffer.from(text).toString('base64url');

  const CASES: readonly [string, string, () => Promise<unknown>][] = [
    ['a file that is not there', 'status', async () => here.server.files.clear()],
    [
      'a server that fails',
      'status',
      async () => here.server.files.set('index.jws', (r) => r.writeHead(500).end()),
    ],
    [
      'a redirect, be it to the right file',
      'redirected',
      async () => {
        await index();
        here.server.files.set('moved.jws', String(here.server.files.get('index.jws')));
        here.server.files.set('index.jws', (r) => r.writeHead(302, { location: '/moved.jws' }).end());
      },
    ],
    [
      'a redirect to another host',
      'redirected',
      async () => {
        await index();
        const there = await FeedServer.start();
        there.files.set('index.jws', String(here.server.files.get('index.jws')));
        here.server.files.set('index.jws', (r) => r.writeHead(307, { location: there.address }).end());
        elsewhere = there;
      },
    ],
    // Nothing was kept of it here: there is nothing that could be unmodified.
    [
      'a server that says nothing changed and gives nothing',
      'status',
      async () => here.server.files.set('index.jws', (r) => r.writeHead(304, { etag: '"1"' }).end()),
    ],
    [
      'a small file that unpacks to a huge one',
      'tooLarge',
      async () => {
        const packed = gzipSync(Buffer.alloc(50_000_000, 'x'));
        here.server.files.set('index.jws', (r) =>
          r.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
        );
      },
    ],
    [
      'an answer that says it is short and does not end',
      'tooLarge',
      async () =>
        here.server.files.set('index.jws', (r) => {
          r.writeHead(200, { 'transfer-encoding': 'chunked' });
          const more = () => {
            if (!r.destroyed) r.write('x'.repeat(60_000), () => setImmediate(more));
          };
          more();
        }),
    ],
    // The right signature, the right days, and behind the serial what was there before: a mark is of what was signed.
    [
      'yesterday’s index under today’s ETag',
      'older',
      async () => {
        await here.publish([other('2.0.0')], { serial: 5 });
        await here.desk().check();
        yesterday = true;
        await index({ serial: 4 });
      },
    ],
    [
      'a connection cut off',
      'unreachable',
      async () => here.server.files.set('index.jws', (r) => void r.destroy()),
    ],
    ['an endless index', 'tooLarge', async () => put('x'.repeat(LARGEST_INDEX + 1))],
    [
      'bytes that are no UTF-8',
      'unreadable',
      async () => here.server.files.set('index.jws', (r) => r.end(Buffer.from([0xcd, 0xc8]))),
    ],
    ['a web page', 'notSigned', async () => put('<!doctype html><title>404</title>')],
    [
      'an index of another key',
      'strangeKey',
      async () => strangers.publish(here.server, [other('2.0.0')], { at: here.now }),
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
        const mac = createHmac('sha256', JSON.stringify(here.publisher.key)).update(`${head}.${body}`);
        put(`${head}.${body}.${mac.digest('base64url')}`);
      },
    ],
    [
      'a pack in the place of the index',
      'wrongKind',
      async () => put(await signPack('{}', here.publisher.pem)),
    ],
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
    ['an expired index', 'expired', async () => index({ expiresAt: here.now.toISOString() })],
    [
      'an index from the future',
      'fromFuture',
      async () => index({ issuedAt: new Date(here.now.getTime() + 25 * HOUR).toISOString() }),
    ],
    [
      'a clock twenty years ahead',
      'expired',
      async () => {
        await index();
        here.now = new Date('2046-11-26T00:00:00.000Z');
      },
    ],
    [
      'a clock twenty years behind',
      'fromFuture',
      async () => {
        await index();
        here.now = new Date('2006-11-26T00:00:00.000Z');
      },
    ],
    [
      'half an answer, told as half',
      'status',
      async () => {
        await index();
        const whole = String(here.server.files.get('index.jws'));
        here.server.files.set('index.jws', (r) => r.writeHead(206).end(whole.slice(0, 200)));
      },
    ],
    [
      'half an answer, told as whole',
      'unreachable',
      async () => {
        await index();
        const whole = String(here.server.files.get('index.jws'));
        here.server.files.set('index.jws', (r) => {
          r.writeHead(200, { 'content-length': `${whole.length}` });
          r.write(whole.slice(0, 200), () => r.destroy());
        });
      },
    ],
    [
      'a signature cut short',
      'forged',
      async () => {
        await index();
        put(String(here.server.files.get('index.jws')).slice(0, -20));
      },
    ],
    [
      'a key brought along in the header',
      'forged',
      async () => {
        const header = { kid: await kid(), typ: INDEX_TYPE, jwk: strangers.key };
        put(await signed(header, await index(), strangers.pem));
      },
    ],
    [
      'a pack sent elsewhere',
      'redirected',
      async () => {
        await index();
        const there = await FeedServer.start();
        here.server.files.set('linjiang-1-2.0.0.jws', (r) =>
          r.writeHead(301, { location: there.address }).end(),
        );
        elsewhere = there;
      },
    ],
    ['an index played back', 'older', async () => index({ serial: 1 })],
    ['another index of the same serial', 'clash', async () => index({ serial: 2 })],
    [
      'a pack that is not there',
      'status',
      async () => {
        await index();
        here.server.files.delete('linjiang-1-2.0.0.jws');
      },
    ],
    [
      'a pack that is not the one listed',
      'digest',
      async () => {
        await index();
        here.server.files.set(
          'linjiang-1-2.0.0.jws',
          await signPack(JSON.stringify(other('2.0.0')), here.publisher.pem),
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
        here.server.files.set('linjiang-1-2.0.0.jws', theirs);
      },
    ],
    [
      'an index in the place of a pack',
      'wrongKind',
      async () => {
        const text = await signed({ kid: await kid(), typ: INDEX_TYPE }, {});
        await relist(async () => ({ sha256: await sha256Of(text) }));
        here.server.files.set('linjiang-1-2.0.0.jws', text);
      },
    ],
  ];

  test.each(CASES)('%s (%s)', async (_, code, spoil) => {
    here.policy = { noticeFeed: here.choice() };
    await here.publish([other('1.0.0')]);
    await here.desk().check();
    const before = await here.state();
    const changed = here.changes;
    here.now = new Date(here.now.getTime() + HOUR);
    await spoil();
    await here.desk().check();
    expect(await here.codeNow()).toBe(code);
    expect(elsewhere?.asked ?? []).toEqual([]);
    if (yesterday) {
      expect(await here.packsHere()).toEqual(['linjiang-1 2.0.0']);
      return;
    }
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
    expect(here.changes).toBe(changed);
    const after = await here.state();
    for (const kept of ['serial', 'digest', 'versions', 'expiresAt', 'succeededAt', 'changes'] as const) {
      expect(after?.[kept]).toEqual(before?.[kept]);
    }
    // Right again, it is taken: a failure leaves nothing behind.
    await here.publish([other('2.1.0')]);
    await here.desk().check();
    expect(await here.codeNow()).toBeNull();
    expect(await here.packsHere()).toEqual(['linjiang-1 2.1.0']);
  });

  test('a server that is gone', async () => {
    here.policy = { noticeFeed: here.choice() };
    await here.publish([other('1.0.0')]);
    await here.desk().check();
    await here.server.stop();
    await here.desk().check();
    expect(await here.codeNow()).toBe('unreachable');
    expect(await here.packsHere()).toEqual(['linjiang-1 1.0.0']);
    here.server = await FeedServer.start();
  });

  test('a server that sends a little and then nothing is not waited for beyond half a minute', async () => {
    let isLeft = false;
    here.server.files.set('index.jws', (r) => {
      r.writeHead(200).write('ey');
      r.on('close', () => {
        isLeft = true;
      });
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const asked = fetchFile(here.server.address, LARGEST_INDEX);
      await vi.waitFor(() => expect(here.server.asked).toHaveLength(1), { interval: 1 });
      let answer: Fetched | null = null;
      void asked.then((given) => {
        answer = given;
      });
      await vi.advanceTimersByTimeAsync(29_000);
      expect(answer).toBeNull();
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await asked).toEqual({ ok: false, why: 'timeout' });
    } finally {
      vi.useRealTimers();
    }
    // Nor does the line stay open.
    await vi.waitFor(() => expect(isLeft).toBe(true));
  });
});
