import { expect, test } from 'vitest';
import { checkFirstRows } from '@/lib/store/check-first-rows';
import { KNOWN_VERSION, readFirstRows } from '@/lib/store/first-rows';
import { openStore } from '@/lib/store/open';
import { engineVersion, SCHEMA_VERSIONS } from '@/lib/store/schema';
import { createEngine, readRaw, writeRaw } from './raw-database';
import { certificate, fact, journey, subject } from './sample-rows';

test('the version it knows is the one the store opens', () => {
  expect(KNOWN_VERSION).toBe(engineVersion(SCHEMA_VERSIONS));
});

test('gives what the store gives, leaves a bad row to it, and holds nothing open', async () => {
  const engine = createEngine();
  const store = await openStore('real', engine);
  await store.subjects.put(subject('b', { createdAt: '2023-09-02T00:00:00Z' }));
  await store.subjects.put(subject('a', { createdAt: '2023-09-03T00:00:00Z' }));
  await store.certificates.put(certificate('c', 'a'));
  await store.ledger.begin(journey('j', 'a'));
  await store.ledger.append([fact('f1', 'j'), fact('f2', 'j')]);
  await store.settings.set('largeType', true);
  const raw = await readFirstRows(engine.indexedDB);
  if (raw === null) throw new Error('nothing was read');
  // Which rows are left out, and that it is said, is the full store's business.
  expect(checkFirstRows({ ...raw, certificates: [...raw.certificates, { id: 'x' }] })).toBeNull();
  expect(checkFirstRows({ ...raw, settings: [{ key: 'largeType', value: 'yes' }] })).toBeNull();
  expect(checkFirstRows(raw)).toEqual({
    subjects: await store.subjects.list(),
    certificates: await store.certificates.list(),
    facts: await store.ledger.facts('j'),
    preview: null,
    largeType: true,
    thresholds: [90, 60, 30, 15, 7, 3, 1],
    snoozed: {},
  });
  store.close();
  // A connection left open would block this.
  await new Promise<void>((resolve, reject) => {
    const request = engine.indexedDB.deleteDatabase('rebind');
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('held open'));
  });
});

test('makes no database where there is none', async () => {
  const engine = createEngine();
  expect(await readFirstRows(engine.indexedDB)).toBeNull();
  expect(await engine.indexedDB.databases()).toEqual([]);
  // And the store makes it as ever.
  const store = await openStore('real', engine);
  expect(await store.subjects.list()).toEqual([]);
  store.close();
});

test.each([KNOWN_VERSION - 10, KNOWN_VERSION + 10])(
  'leaves version %i to the store',
  async (engineVersion) => {
    const engine = createEngine();
    const stores = { subjects: { keyPath: 'id', autoIncrement: false, indexes: [] } };
    const database = { engineVersion, stores, rows: { subjects: [{ id: 's' }] } };
    await writeRaw(engine.indexedDB, 'rebind', database);
    expect(await readFirstRows(engine.indexedDB)).toBeNull();
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(database);
  },
);

test('says nothing where the browser refuses', async () => {
  const refusing = {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  } as unknown as IDBFactory;
  expect(await readFirstRows(refusing)).toBeNull();
});
