import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { connect } from '@/lib/store/connection';
import { TABLE_NAMES } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { SCHEMA_VERSIONS, type SchemaVersion } from '@/lib/store/schema';
import { createEngine, openRaw, type RawDatabase, readRaw, writeRaw } from './raw-database';

const FOLDER = fileURLToPath(new URL('../../../lib/store/fixtures/', import.meta.url));

function readFixture(version: number): RawDatabase {
  return JSON.parse(readFileSync(`${FOLDER}v${version}.json`, 'utf8')) as RawDatabase;
}

/** What each version's upgrade adds to a row that lacks it; unknown stays unknown. */
const ADDED: Readonly<Record<string, Record<string, unknown>>> = {
  certificates: { validFrom: null, details: null },
  facts: { frame: null, document: null },
};

const LATEST = Math.max(...SCHEMA_VERSIONS.map(({ version }) => version));

test('every shipped version has one frozen example, and no example is without its version', () => {
  const frozen = readdirSync(FOLDER).sort();
  expect(frozen).toEqual(SCHEMA_VERSIONS.map(({ version }) => `v${version}.json`).sort());
});

describe.each(SCHEMA_VERSIONS.map(({ version }) => version))('version %i', (version) => {
  test('is declared as it was when it was frozen', async () => {
    const engine = createEngine();
    const upTo = SCHEMA_VERSIONS.filter((one) => one.version <= version);
    (await connect('real', engine, upTo)).close();
    const { stores, engineVersion } = await readRaw(engine.indexedDB, 'rebind');
    expect({ stores, engineVersion }).toEqual({
      stores: readFixture(version).stores,
      engineVersion: readFixture(version).engineVersion,
    });
  });

  test('opens today with every row, and every row passes the check', async () => {
    const engine = createEngine();
    const frozen = readFixture(version);
    await writeRaw(engine.indexedDB, 'rebind', frozen);
    const store = await openStore('real', engine);
    const health = await store.health();
    store.close();

    expect(health.bad).toEqual([]);
    expect(health.rows).toEqual(
      Object.fromEntries(TABLE_NAMES.map((table) => [table, frozen.rows[table]?.length ?? 0])),
    );
    const after = await readRaw(engine.indexedDB, 'rebind');
    expect(after.stores).toEqual(readFixture(LATEST).stores);
    for (const [table, rows] of Object.entries(frozen.rows)) {
      const expected = rows.map((row) => ({ ...ADDED[table], ...(row as object) }));
      expect(after.rows[table]).toEqual(expected);
    }
  });

  test('numbers new facts after the old ones', async () => {
    const engine = createEngine();
    const frozen = readFixture(version);
    await writeRaw(engine.indexedDB, 'rebind', frozen);
    const store = await openStore('real', engine);
    const [journey] = await store.ledger.journeys();
    if (!journey) throw new Error('the example has no journey');
    const [added] = await store.ledger.append([
      {
        id: 'later',
        journey: journey.id,
        assertion: 'said',
        body: { kind: 'step', step: 'bind-new' },
        at: '2023-09-21T00:00:00.000Z',
        tab: null,
        frame: null,
        document: null,
      },
    ]);
    const orders = (frozen.rows.facts as { order: number }[]).map(({ order }) => order);
    expect(added?.order).toBeGreaterThan(Math.max(...orders));
    store.close();
  });
});

test('an upgrade that takes longer than a blocked one would be borne is waited for', async () => {
  // Five times the patience is borne without any sign: a busy machine must give one within it.
  const patience = 100;
  const engine = createEngine({ patience });
  await writeRaw(engine.indexedDB, 'rebind', readFixture(LATEST));
  let reads = 0;
  const slow: SchemaVersion = {
    version: LATEST + 1,
    stores: {},
    upgrade: async (transaction) => {
      // Requests keep the transaction alive; a mere wait would let it commit.
      const end = performance.now() + 6 * patience;
      while (performance.now() < end) reads += await transaction.table('subjects').count();
    },
  };
  const connection = await connect('real', engine, [...SCHEMA_VERSIONS, slow]);
  expect(reads).toBeGreaterThan(0);
  connection.close();
});

describe('an upgrade that fails', () => {
  const next = (upgrade: SchemaVersion['upgrade']): readonly SchemaVersion[] => [
    ...SCHEMA_VERSIONS,
    {
      version: LATEST + 1,
      stores: { settings: 'key, value' },
      ...(upgrade ? { upgrade } : {}),
    },
  ];

  test.each<[string, SchemaVersion['upgrade']]>([
    [
      'by throwing half-way',
      async (transaction) => {
        await transaction.table('subjects').clear();
        await transaction.table('facts').toCollection().modify({ at: 'spoilt' });
        throw new Error('half-way');
      },
    ],
    [
      'by a constraint of the engine',
      async (transaction) => {
        await transaction.table('certificates').clear();
        const fact = (await transaction.table('facts').toCollection().first()) as { order: number };
        await transaction.table('facts').add({ ...fact, order: fact.order + 1000 });
      },
    ],
  ])('%s leaves the data and says so', async (_, upgrade) => {
    const engine = createEngine();
    const frozen = readFixture(LATEST);
    await writeRaw(engine.indexedDB, 'rebind', frozen);
    await expect(connect('real', engine, next(upgrade))).rejects.toMatchObject({
      name: 'StoreFailure',
      kind: 'upgrade-failed',
    });
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(frozen);

    // The version that wrote the data still opens it.
    const store = await openStore('real', engine);
    expect((await store.health()).bad).toEqual([]);
    store.close();
  });

  test('because an index cannot be built leaves the data and says so', async () => {
    const engine = createEngine();
    const frozen = readFixture(LATEST);
    await writeRaw(engine.indexedDB, 'rebind', frozen);
    const versions = [
      ...SCHEMA_VERSIONS,
      { version: LATEST + 1, stores: { facts: '++order, &id, &journey' } },
    ];
    await expect(connect('real', engine, versions)).rejects.toMatchObject({ kind: 'upgrade-failed' });
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(frozen);
  });

  test('says quota where the disk was full', async () => {
    const engine = createEngine();
    const frozen = readFixture(LATEST);
    await writeRaw(engine.indexedDB, 'rebind', frozen);
    const full = next(async () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(connect('real', engine, full)).rejects.toMatchObject({ kind: 'quota' });
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(frozen);
  });
});

describe('a database of a newer Rebind', () => {
  const future: RawDatabase = {
    engineVersion: (LATEST + 1) * 10,
    stores: {
      subjects: { keyPath: 'id', autoIncrement: false, indexes: [] },
      deeds: { keyPath: 'id', autoIncrement: false, indexes: [] },
    },
    rows: { subjects: [{ id: 's', name: '以后的样子', extra: 1 }], deeds: [{ id: 'd' }] },
  };

  test('is refused and left as it is', async () => {
    const engine = createEngine();
    await writeRaw(engine.indexedDB, 'rebind', future);
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'newer-version' });
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'newer-version' });
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(future);
  });

  test('is not held open by the refusal', async () => {
    const engine = createEngine();
    await writeRaw(engine.indexedDB, 'rebind', future);
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'newer-version' });
    const later = await openRaw(engine.indexedDB, 'rebind', future.engineVersion + 10);
    expect(later.version).toBe(future.engineVersion + 10);
    later.close();
  });
});

describe('a database whose stores are not those of its version', () => {
  test('is called corrupted and left as it is', async () => {
    const engine = createEngine();
    const { facts: _, ...stores } = readFixture(LATEST).stores;
    const { facts: __, ...rows } = readFixture(LATEST).rows;
    const torn: RawDatabase = { engineVersion: LATEST * 10, stores, rows };
    await writeRaw(engine.indexedDB, 'rebind', torn);
    await expect(openStore('real', engine)).rejects.toMatchObject({ kind: 'corrupted' });
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(torn);
  });
});
