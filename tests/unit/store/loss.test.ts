import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eraseAll } from '@/lib/store/erase';
import type { Namespace, Store } from '@/lib/store/model';
import { openStore, type Witness } from '@/lib/store/open';
import { createEngine, settle } from './raw-database';
import { subject } from './sample-rows';

let used: Set<Namespace>;
let engine: ReturnType<typeof createEngine>;

beforeEach(() => {
  used = new Set();
  const witness: Witness = {
    has: async (namespace) => used.has(namespace),
    set: async (namespace, value) => {
      if (value) used.add(namespace);
      else used.delete(namespace);
    },
  };
  engine = createEngine({ witness });
});

/** What Chromium does with a damaged database: the next opening finds an empty one. */
const loseDatabase = () => settle(engine.indexedDB.deleteDatabase('rebind') as unknown as IDBRequest);

/** A worker's or a page's life: opens, works, ends. */
async function inALife<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore('real', engine);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

const isLost = () => inALife(async (store) => (await store.health()).lost);

describe('a database the browser threw away', () => {
  test('is called lost, over restarts and further writes, until the person has been told', async () => {
    await inALife((store) => store.subjects.put(subject('s')));
    expect(await isLost()).toBe(false);
    await loseDatabase();
    expect(await isLost()).toBe(true);
    await inALife((store) => store.subjects.put(subject('anew')));
    expect(await isLost()).toBe(true);
    await inALife((store) => store.acknowledgeLoss());
    expect(await isLost()).toBe(false);
    expect(await inALife((store) => store.subjects.list())).toHaveLength(1);

    await loseDatabase();
    expect(await isLost()).toBe(true);
  });

  test('is not missed where nothing was ever kept', async () => {
    expect(await isLost()).toBe(false);
    await loseDatabase();
    expect(await isLost()).toBe(false);
  });

  test('is not confused with the database of another namespace', async () => {
    await inALife((store) => store.subjects.put(subject('s')));
    await loseDatabase();
    const preview = await openStore('preview', engine);
    expect((await preview.health()).lost).toBe(false);
    preview.close();
  });
});

describe('no alarm', () => {
  test('after everything was erased, whoever writes next', async () => {
    const early = await openStore('real', engine);
    await early.subjects.put(subject('s'));
    const idle = await openStore('real', engine);
    await eraseAll(engine);
    expect(await isLost()).toBe(false);
    await idle.subjects.put(subject('t'));
    await early.subjects.put(subject('u'));
    expect(await isLost()).toBe(false);
    early.close();
    idle.close();
  });

  test('after the last subject was removed', async () => {
    await inALife((store) => store.subjects.put(subject('s')));
    await inALife((store) => store.subjects.remove('s'));
    expect(await isLost()).toBe(false);
  });
});

test('a witness that fails costs no write', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const broken: Witness = {
    has: async () => {
      throw new Error('storage.local is gone');
    },
    set: async () => {
      throw new Error('storage.local is gone');
    },
  };
  const store = await openStore('real', { ...engine, witness: broken });
  await store.subjects.put(subject('s'));
  expect(await store.subjects.list()).toHaveLength(1);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(await store.health()).toMatchObject({ lost: false, rows: { subjects: 1 } });
  store.close();
  warn.mockRestore();
});

test('without a witness nothing is marked', async () => {
  const store = await openStore('real', createEngine());
  await store.subjects.put(subject('s'));
  expect(await store.health()).toMatchObject({ lost: false, rows: { settings: 0 } });
  store.close();
});
