import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewFact } from '@/lib/guide/model';
import { rounds } from '@/lib/notice/testing/rounds';
import { TABLE_NAMES } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { createWriteLock } from '@/lib/store/write-lock';
import { createEngine } from './raw-database';
import { certificate, fact, journey, subject } from './sample-rows';

const RUNS = rounds(60);

/** Web Locks as far as the store uses them: exclusive, first come first served, by name. */
class QueuedLocks {
  readonly held: string[] = [];
  running = 0;
  most = 0;
  readonly #tails = new Map<string, Promise<unknown>>();

  request(name: string, work: () => Promise<unknown>): Promise<unknown> {
    const turn = (this.#tails.get(name) ?? Promise.resolve()).then(async () => {
      this.held.push(name);
      this.running += 1;
      this.most = Math.max(this.most, this.running);
      try {
        return await work();
      } finally {
        this.running -= 1;
      }
    });
    this.#tails.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

describe('writers', () => {
  test('hold the Web Lock of their database, one at a time; readers do not wait for it', async () => {
    const locks = new QueuedLocks();
    const engine = createEngine({ locks: locks as unknown as LockManager });
    const one = await openStore('real', engine);
    const two = await openStore('real', engine);
    await Promise.all([
      one.subjects.put(subject('a')),
      two.subjects.put(subject('b')),
      one.settings.set('largeType', true),
      two.subjects.put(subject('c')),
    ]);
    expect(locks.held).toEqual(Array(4).fill('rebind-write-real'));
    expect(locks.most).toBe(1);

    let release: () => void = () => {};
    const holding = locks.request('rebind-write-real', () => new Promise<void>((free) => (release = free)));
    expect(await one.subjects.list()).toHaveLength(3);
    expect((await two.health()).rows.subjects).toBe(3);
    release();
    await holding;
    one.close();
    two.close();
  });

  test('that are refused the lock say so in words of ours, and write nothing', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('torn down', 'InvalidStateError')) };
    const engine = createEngine({ locks: refusing as unknown as LockManager });
    const store = await openStore('real', engine);
    await expect(store.subjects.put(subject('s'))).rejects.toMatchObject({
      name: 'StoreFailure',
      kind: 'refused',
    });
    expect(await store.subjects.list()).toEqual([]);
    store.close();
  });

  test('wait in a queue where there are no Web Locks, and a failing one does not stop the next', async () => {
    const lock = createWriteLock('any', null);
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (name === 'b') throw new Error('b');
      return name;
    };
    const results = await Promise.allSettled([lock(work('a')), lock(work('b')), lock(work('c'))]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('begin the same journey at once: both get the one that was pinned first', async () => {
    const engine = createEngine();
    const one = await openStore('real', engine);
    const two = await openStore('real', engine);
    await one.subjects.put(subject('s'));
    const got = await Promise.all([
      one.ledger.begin(journey('j', 's', { packVersion: '1' })),
      two.ledger.begin(journey('j', 's', { packVersion: '2' })),
    ]);
    expect(got[0]).toEqual(got[1]);
    expect(await two.ledger.journeys()).toEqual([got[0]]);
    one.close();
    two.close();
  });

  test('that erase and write at once never leave a row without its subject', async () => {
    const engine = createEngine();
    const one = await openStore('real', engine);
    const two = await openStore('real', engine);
    for (let round = 0; round < 25; round += 1) {
      await one.subjects.put(subject('s'));
      await one.ledger.begin(journey('j', 's'));
      await Promise.allSettled([
        two.ledger.append([fact(`f${round}`, 'j')]),
        one.subjects.remove('s'),
        two.ledger.begin(journey('j', 's')),
        two.certificates.put(certificate('c', 's')),
      ]);
      const { rows } = await one.health();
      expect(Object.values(rows)).toEqual(TABLE_NAMES.map(() => 0));
    }
    one.close();
    two.close();
  });
});

describe('any sequence of appends from two handles, with repeats and at once', () => {
  const JOURNEYS = ['j0', 'j1', 'j2'];
  const newFact = fc
    .record({ id: fc.integer({ min: 0, max: 11 }), tab: fc.integer({ min: 0, max: 99 }) })
    // A repeated delivery repeats the journey too; its other fields must not matter.
    .map(({ id, tab }): NewFact => fact(`f${id}`, `j${id % 3}`, { tab }));
  const call = fc.record({
    handle: fc.constantFrom(0, 1),
    facts: fc.array(newFact, { maxLength: 5 }),
    awaited: fc.boolean(),
  });

  test('gives each fact once, in the order of its number', { timeout: RUNS.numRuns * 1000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
        const engine = createEngine();
        const handles = [await openStore('real', engine), await openStore('real', engine)] as const;
        await handles[0].subjects.put(subject('s'));
        for (const id of JOURNEYS) await handles[0].ledger.begin(journey(id, 's'));

        const pending: Promise<readonly { id: string; order: number }[]>[] = [];
        for (const { handle, facts, awaited } of calls) {
          const appended = handles[handle as 0 | 1].ledger.append(facts);
          pending.push(appended);
          if (awaited) await appended;
        }
        const returned = (await Promise.all(pending)).flat();

        const ledger = (await Promise.all(JOURNEYS.map((id) => handles[1].ledger.facts(id)))).flat();
        const wanted = new Set(calls.flatMap(({ facts }) => facts.map(({ id }) => id)));
        expect(new Set(ledger.map(({ id }) => id))).toEqual(wanted);
        expect(ledger).toHaveLength(wanted.size);
        // Each was new to exactly one call, which was told the number it has.
        const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;
        expect([...returned].sort(byOrder)).toEqual([...ledger].sort(byOrder));
        for (const id of JOURNEYS) {
          const orders = (await handles[0].ledger.facts(id)).map(({ order }) => order);
          expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
        }
        // Calls of one handle that were awaited stand in the order they were made.
        if (calls.every(({ awaited }) => awaited)) {
          const firsts = [...new Set(calls.flatMap(({ facts }) => facts.map(({ id }) => id)))];
          expect([...ledger].sort(byOrder).map(({ id }) => id)).toEqual(firsts);
        }
        for (const handle of handles) handle.close();
      }),
      RUNS,
    );
  });
});
