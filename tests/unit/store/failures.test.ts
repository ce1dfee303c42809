import { IDBDatabase, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchDisk } from '@/lib/store/disk-watch';
import { eraseAll } from '@/lib/store/erase';
import { toStoreFailure } from '@/lib/store/failure';
import { StoreFailure } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { engineVersion, SCHEMA_VERSIONS } from '@/lib/store/schema';
import { createEngine, openRaw, readRaw, settle, writeRaw } from './raw-database';
import { fact, journey, subject } from './sample-rows';

/** A version to come. */
const NEWER = engineVersion(SCHEMA_VERSIONS) + 10;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** An engine whose `open` fails with this error, at once or as the engine does: by an event. */
function failingEngine(error: DOMException, how: 'throws' | 'event') {
  const engine = createEngine();
  const open = vi.fn(() => {
    if (how === 'throws') throw error;
    const request = Object.assign(new EventTarget(), { error, result: undefined, onerror: null as unknown });
    queueMicrotask(() => {
      const event = Object.assign(new Event('error', { cancelable: true }), {});
      if (typeof request.onerror === 'function') {
        Object.defineProperty(event, 'target', { value: request });
        request.onerror(event);
      }
    });
    return request;
  });
  const { indexedDB } = engine;
  return {
    open,
    deps: {
      ...engine,
      indexedDB: Object.assign(Object.create(indexedDB), {
        open,
        cmp: indexedDB.cmp.bind(indexedDB),
        databases: indexedDB.databases.bind(indexedDB),
        deleteDatabase: indexedDB.deleteDatabase.bind(indexedDB),
      }) as IDBFactory,
    },
  };
}

describe('opening', () => {
  test.each([
    ['SecurityError', 'throws', 'refused'],
    ['InvalidStateError', 'event', 'refused'],
    ['QuotaExceededError', 'event', 'quota'],
    ['UnknownError', 'event', 'corrupted'],
    ['VersionError', 'event', 'newer-version'],
    ['DataCloneError', 'event', 'unknown'],
  ] as const)('%s (%s) is %s', async (name, how, kind) => {
    const { deps } = failingEngine(new DOMException('no', name), how);
    const failure = await openStore('real', deps).catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(StoreFailure);
    expect(failure).toMatchObject({ kind });
  });

  test('is refused where there is no database at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(openStore('real', { locks: null })).rejects.toMatchObject({ kind: 'refused' });
  });

  test('is refused where merely looking for it throws', async () => {
    vi.stubGlobal('indexedDB', undefined);
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    await expect(openStore('real', { locks: null })).rejects.toMatchObject({ kind: 'refused' });
  });

  test('asks the engine for exactly one version and never for "any"', async () => {
    const engine = createEngine();
    const open = vi.spyOn(engine.indexedDB, 'open');
    (await openStore('real', engine)).close();
    expect(open.mock.calls).toEqual([['rebind', engineVersion(SCHEMA_VERSIONS)]]);
  });
});

describe('a full disk', () => {
  test('undoes the whole write and says quota; reading and later writing go on', async () => {
    const engine = createEngine();
    const store = await openStore('real', engine);
    await store.subjects.put(subject('s'));
    await store.ledger.begin(journey('j', 's'));
    await store.ledger.append([fact('f0', 'j')]);
    const before = await readRaw(engine.indexedDB, 'rebind');

    const add = IDBObjectStore.prototype.add;
    let calls = 0;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: unknown, value: unknown) {
      calls += 1;
      if (calls === 2) throw new DOMException('full', 'QuotaExceededError');
      return Reflect.apply(add, this, [value]);
    });
    await expect(store.ledger.append([fact('f1', 'j'), fact('f2', 'j')])).rejects.toMatchObject({
      kind: 'quota',
    });
    vi.restoreAllMocks();

    expect(calls).toBe(2);
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(before);
    expect(await store.ledger.append([fact('f1', 'j')])).toHaveLength(1);
    store.close();
  });

  test('is told in Chromium’s own words: a transaction undone, the database closed and not to be opened', async () => {
    const engine = createEngine();
    const refusing = { is: false };
    const { indexedDB } = engine;
    const deps = {
      ...engine,
      indexedDB: Object.assign(Object.create(indexedDB), {
        open: (name: string, version?: number) => {
          if (refusing.is) throw new DOMException('Internal error opening backing store', 'UnknownError');
          return indexedDB.open(name, version);
        },
        cmp: indexedDB.cmp.bind(indexedDB),
        databases: indexedDB.databases.bind(indexedDB),
        deleteDatabase: indexedDB.deleteDatabase.bind(indexedDB),
      }) as IDBFactory,
    };
    const store = await openStore('real', deps);
    await store.subjects.put(subject('s'));
    const before = await readRaw(indexedDB, 'rebind');

    // What is wrong is said to the transaction alone; the request hears that it was undone.
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: unknown, value) {
      const { transaction } = this as globalThis.IDBObjectStore;
      put.mockRestore();
      const request = (this as globalThis.IDBObjectStore).put(value);
      const why = 'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE';
      const error = new DOMException(why, 'UnknownError');
      Object.defineProperty(transaction, 'error', { get: () => error, set: () => {} });
      transaction.abort();
      return request as never;
    });
    await expect(store.subjects.put(subject('s2'))).rejects.toMatchObject({ kind: 'quota' });
    refusing.is = true;
    await expect(openStore('real', deps)).rejects.toMatchObject({ kind: 'corrupted' });
    refusing.is = false;
    expect(await readRaw(indexedDB, 'rebind')).toEqual(before);
    await store.subjects.put(subject('s2'));
    expect(await store.subjects.list()).toHaveLength(2);
    store.close();
  });

  test('is remembered until the database opens again, and no longer', async () => {
    const corrupted = new StoreFailure('corrupted');
    const undone = new StoreFailure('unknown', { cause: new DOMException('undone', 'AbortError') });
    const watch = watchDisk();
    expect(await watch.isTheCauseOf(undone)).toBe(false);
    // Told to its transaction a moment after its request.
    const asked = [watch.isTheCauseOf(undone), watch.isTheCauseOf(undone)];
    expect(await watch.isTheCauseOf(corrupted)).toBe(false);
    watch.noteFull();
    expect(await Promise.all(asked)).toEqual([true, true]);
    expect(await watch.isTheCauseOf(corrupted)).toBe(true);
    expect(await watch.isTheCauseOf(new StoreFailure('newer-version'))).toBe(false);
    watch.noteRoom();
    expect(await watch.isTheCauseOf(corrupted)).toBe(false);
  });

  test('is recognised inside the error of an aborted transaction', () => {
    const inner = new DOMException('full', 'QuotaExceededError');
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError', inner });
    expect(toStoreFailure(aborted)).toMatchObject({ kind: 'quota', cause: aborted });
    const loop: { name: string; inner?: unknown } = { name: 'AbortError' };
    loop.inner = loop;
    expect(toStoreFailure(loop)).toMatchObject({ kind: 'unknown' });
    expect(toStoreFailure('a string').kind).toBe('unknown');
  });
});

describe('another connection', () => {
  const oldDatabase = {
    engineVersion: 10,
    stores: {
      subjects: { keyPath: 'id', autoIncrement: false, indexes: [] },
      certificates: { keyPath: 'id', autoIncrement: false, indexes: [] },
      journeys: { keyPath: 'id', autoIncrement: false, indexes: [] },
      facts: {
        keyPath: 'order',
        autoIncrement: true,
        indexes: [
          { name: 'id', keyPath: 'id', unique: true },
          { name: 'journey', keyPath: 'journey', unique: false },
        ],
      },
      settings: { keyPath: 'key', autoIncrement: false, indexes: [] },
    },
    rows: { subjects: [subject('s')], certificates: [], journeys: [], facts: [], settings: [] },
  };

  test('that holds an older version is waited for, then named; the upgrade given up touches nothing', async () => {
    const engine = createEngine({ patience: 15 });
    await writeRaw(engine.indexedDB, 'rebind', oldDatabase);
    const holder = await openRaw(engine.indexedDB, 'rebind');
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'blocked' });
    holder.close();
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(oldDatabase);

    const store = await openStore('real', { ...engine, patience: 60_000 });
    expect(await store.subjects.list()).toEqual([subject('s')]);
    store.close();
  });

  test('that holds an older version is named to those who wait behind another, too', async () => {
    const engine = createEngine({ patience: 15 });
    await writeRaw(engine.indexedDB, 'rebind', oldDatabase);
    const holder = await openRaw(engine.indexedDB, 'rebind');
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'blocked' });
    // The engine still holds the first request, queues this one and sends it no event.
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'blocked' });
    holder.close();
    const store = await openStore('real', { ...engine, patience: 60_000 });
    expect(await store.subjects.list()).toEqual([subject('s')]);
    store.close();
  });

  test('that upgrades first leaves nothing open for those who gave up meanwhile', async () => {
    const engine = createEngine({ patience: 15 });
    await writeRaw(engine.indexedDB, 'rebind', oldDatabase);
    const holder = await openRaw(engine.indexedDB, 'rebind');
    const patient = openStore('real', { ...engine, patience: 60_000 });
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'blocked' });
    holder.close();
    const store = await patient;
    store.close();
    const newer = await openRaw(engine.indexedDB, 'rebind', NEWER);
    expect(newer.version).toBe(NEWER);
    newer.close();
  });

  test('that lets go in time does no harm', async () => {
    const engine = createEngine({ patience: 60_000 });
    await writeRaw(engine.indexedDB, 'rebind', oldDatabase);
    const holder = await openRaw(engine.indexedDB, 'rebind');
    const asked = new Promise<void>((resolve) => {
      holder.onversionchange = () => resolve();
    });
    const opening = openStore('real', engine);
    await asked;
    holder.close();
    const store = await opening;
    expect(await store.subjects.list()).toEqual([subject('s')]);
    store.close();
  });

  test('that upgrades the database takes it over: this page is told and is out of date for good', async () => {
    const onClosed = vi.fn();
    const engine = createEngine({ onClosed });
    const store = await openStore('real', engine);
    await store.subjects.put(subject('s'));
    const newer = await openRaw(engine.indexedDB, 'rebind', NEWER);
    expect(onClosed).toHaveBeenCalledTimes(1);
    expect(onClosed.mock.calls[0]?.[0]).toMatchObject({ kind: 'newer-version' });
    await expect(store.subjects.list()).rejects.toMatchObject({ kind: 'newer-version' });
    await expect(store.subjects.put(subject('t'))).rejects.toMatchObject({ kind: 'newer-version' });
    const rows = await settle(newer.transaction('subjects').objectStore('subjects').getAll());
    expect(rows).toEqual([subject('s')]);
    newer.close();
  });

  /** Connections whose `transaction` fails as often as told, as one does that the browser is closing. */
  function armConnections() {
    const begin = IDBDatabase.prototype.transaction;
    const armed = { failures: 0, calls: 0 };
    // Dexie binds the method when it opens, so this must be in place before.
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      armed.calls += 1;
      if (armed.failures > 0) {
        armed.failures -= 1;
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      }
      return Reflect.apply(begin, this, args);
    });
    return armed;
  }

  test('closed by the browser before it said so is replaced within the same call', async () => {
    const engine = createEngine();
    const armed = armConnections();
    const store = await openStore('real', engine);
    const open = vi.spyOn(engine.indexedDB, 'open');
    armed.failures = 1;
    await store.subjects.put(subject('s'));
    expect(open).toHaveBeenCalledTimes(1);
    expect(await store.subjects.list()).toEqual([subject('s')]);
    store.close();
    // None of the connections is left open: another version has the database to itself.
    const newer = await openRaw(engine.indexedDB, 'rebind', NEWER);
    expect(newer.version).toBe(NEWER);
    newer.close();
  });

  test('that dies again and again is not tried for ever', async () => {
    const armed = armConnections();
    const store = await openStore('real', createEngine());
    armed.calls = 0;
    armed.failures = Number.POSITIVE_INFINITY;
    await expect(store.subjects.put(subject('s'))).rejects.toMatchObject({ name: 'StoreFailure' });
    expect(armed.calls).toBeLessThan(10);
    store.close();
  });

  test('that deletes the database is let through, and the next call opens a fresh one', async () => {
    const onClosed = vi.fn();
    const engine = createEngine({ onClosed });
    const store = await openStore('real', engine);
    await store.subjects.put(subject('s'));
    await settle(engine.indexedDB.deleteDatabase('rebind') as unknown as IDBRequest);
    expect(onClosed.mock.calls.map(([failure]) => (failure as StoreFailure).kind)).toEqual(['unknown']);
    expect(await store.subjects.list()).toEqual([]);
    await store.subjects.put(subject('t'));
    expect(await store.subjects.list()).toHaveLength(1);
    store.close();
  });
});

describe('a closed store', () => {
  test('says so and does not open again', async () => {
    const onClosed = vi.fn();
    const engine = createEngine({ onClosed });
    const store = await openStore('real', engine);
    store.close();
    store.close();
    await expect(store.subjects.list()).rejects.toMatchObject({ name: 'StoreFailure', kind: 'unknown' });
    await expect(store.subjects.put(subject('s'))).rejects.toMatchObject({ kind: 'unknown' });
    expect(onClosed).not.toHaveBeenCalled();
    expect((await readRaw(engine.indexedDB, 'rebind')).rows.subjects).toEqual([]);
  });
});

describe('erasing everything', () => {
  test('deletes a database of a newer Rebind, which it cannot empty', async () => {
    const engine = createEngine();
    (await openRaw(engine.indexedDB, 'rebind', NEWER, (made) => made.createObjectStore('deeds'))).close();
    await eraseAll(engine);
    const store = await openStore('real', engine);
    expect((await store.health()).rows.subjects).toBe(0);
    store.close();
  });

  test('says blocked behind a deletion that waits already', async () => {
    const engine = createEngine({ patience: 5 });
    const holder = await openRaw(engine.indexedDB, 'rebind', NEWER, (made) =>
      made.createObjectStore('deeds'),
    );
    await expect(eraseAll(engine)).rejects.toMatchObject({ kind: 'blocked' });
    await expect(eraseAll(engine)).rejects.toMatchObject({ kind: 'blocked' });
    holder.close();
  });

  test('waits for a page that is reading just now, as opening does', async () => {
    const engine = createEngine();
    const holder = await openRaw(engine.indexedDB, 'rebind', NEWER, (made) =>
      made.createObjectStore('deeds'),
    );
    // Asked to close, it reads to its end first.
    holder.onversionchange = () => setTimeout(() => holder.close(), 5);
    await eraseAll(engine);
    // Were it still there, it would be of a newer Rebind and not be opened.
    const store = await openStore('real', engine);
    expect((await store.health()).rows.subjects).toBe(0);
    store.close();
  });

  test('says blocked while another connection keeps such a database alive', async () => {
    const engine = createEngine({ patience: 5 });
    const holder = await openRaw(engine.indexedDB, 'rebind', NEWER, (made) =>
      made.createObjectStore('deeds'),
    );
    await expect(eraseAll(engine)).rejects.toMatchObject({ kind: 'blocked' });
    holder.close();
  });

  test('is refused where there is no database', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(eraseAll({ IDBKeyRange, locks: null })).rejects.toMatchObject({ kind: 'refused' });
  });
});
