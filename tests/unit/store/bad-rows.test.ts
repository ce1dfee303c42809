import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { type Store, TABLE_NAMES } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { createEngine, damage, readRaw } from './raw-database';
import { certificate, fact, journey, subject } from './sample-rows';

const RUNS = rounds(50);

let engine: ReturnType<typeof createEngine>;
let store: Store;

const spoil = (table: string, change: (rows: IDBObjectStore) => void) =>
  damage(engine.indexedDB, 'rebind', table, change);

beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
  await store.subjects.put(subject('s'));
  await store.certificates.put(certificate('c', 's'));
  await store.ledger.begin(journey('j', 's'));
  await store.ledger.append([fact('f1', 'j'), fact('f2', 'j'), fact('f3', 'j')]);
  return () => store.close();
});

describe('a bad row', () => {
  test('is left out, counted with its fields but not its values, and kept', async () => {
    const badSubject = {
      id: 'bad',
      name: 7,
      audience: 'king',
      level: 'city',
      createdAt: '2023-09-01T00:00:00Z',
    };
    const badFact = { ...fact('f2', 'j', { body: { kind: 'page', state: 'nowhere' as never } }), order: 2 };
    await spoil('subjects', (rows) => rows.put(badSubject));
    await spoil('certificates', (rows) => rows.put(certificate('c', 's', { validUntil: '不知道' })));
    await spoil('facts', (rows) => rows.put(badFact));
    await spoil('settings', (rows) => rows.put({ key: 'preview', value: 20230920 }));

    expect((await store.subjects.list()).map(({ id }) => id)).toEqual(['s']);
    expect(await store.subjects.get('bad')).toBeUndefined();
    expect(await store.certificates.list('s')).toEqual([]);
    expect((await store.ledger.facts('j')).map(({ id }) => id)).toEqual(['f1', 'f3']);
    expect(await store.settings.get('preview')).toBeNull();

    const health = await store.health();
    expect(health.bad).toEqual([
      { table: 'subjects', key: 'bad', fields: ['name', 'audience'] },
      { table: 'certificates', key: 'c', fields: ['validUntil'] },
      { table: 'facts', key: '2', fields: ['body.state'] },
      { table: 'settings', key: 'preview', fields: ['value'] },
    ]);
    const { rows } = await readRaw(engine.indexedDB, 'rebind');
    expect(rows.subjects).toContainEqual(badSubject);
    expect(rows.facts).toContainEqual(badFact);
  });

  test('with the id of a fact is not written over by a repeated delivery', async () => {
    await spoil('facts', (rows) => rows.put({ order: 2, id: 'f2', journey: 'j' }));
    expect(await store.ledger.append([fact('f2', 'j')])).toEqual([]);
    expect((await readRaw(engine.indexedDB, 'rebind')).rows.facts).toContainEqual({
      order: 2,
      id: 'f2',
      journey: 'j',
    });
  });

  test('in the place of a journey stops it from beginning again at another version', async () => {
    await spoil('journeys', (rows) => rows.put({ id: 'j', subject: 's' }));
    await expect(store.ledger.begin(journey('j', 's', { packVersion: '9' }))).rejects.toMatchObject({
      kind: 'corrupted',
    });
    expect((await readRaw(engine.indexedDB, 'rebind')).rows.journeys).toEqual([{ id: 'j', subject: 's' }]);
  });

  test('that names the subject goes with it', async () => {
    await spoil('certificates', (rows) => rows.put({ id: 'half', subject: 's' }));
    await spoil('facts', (rows) => rows.put({ order: 50, id: 'half', journey: 'j' }));
    await store.subjects.remove('s');
    expect(Object.values((await store.health()).rows)).toEqual(TABLE_NAMES.map(() => 0));
  });
});

test('whatever stands in the rows, reading answers with good rows and counts the rest', {
  timeout: RUNS.numRuns * 1000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.dictionary(fc.string(), fc.anything()), { maxLength: 5 }), async (rows) => {
      const cloneable = rows.filter((row) => {
        try {
          structuredClone(row);
          return true;
        } catch {
          return false;
        }
      });
      await spoil('subjects', (table) => {
        table.clear();
        cloneable.forEach((row, at) => {
          table.put({ ...row, id: `r${at}` });
        });
        table.put(subject('good'));
      });
      expect(await store.subjects.list()).toEqual([subject('good')]);
      const { bad, rows: counted } = await store.health();
      expect(bad).toHaveLength(cloneable.length);
      expect(counted.subjects).toBe(cloneable.length + 1);
    }),
    RUNS,
  );
});
