import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { isLocked, openBackup, writeBackup } from '@/lib/store/backup/file';
import { mergeBackup } from '@/lib/store/backup/merge';
import type { StoreRows } from '@/lib/store/backup/model';
import { type Store, TABLE_NAMES } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { createEngine, readRaw } from './raw-database';
import { certificate, fact, journey, subject } from './sample-rows';

const MADE = '2026-11-25T00:00:00.000Z';
let store: Store;

async function fill(into: Store): Promise<void> {
  await into.subjects.put(subject('s', { name: '常州市第一中学' }));
  await into.certificates.put(certificate('c', 's'));
  await into.ledger.begin(journey('s/jszfcg/rebind', 's'));
  await into.ledger.append([
    fact('f1', 's/jszfcg/rebind'),
    fact('f2', 's/jszfcg/rebind', { assertion: 'said', body: { kind: 'step', step: 'unbind-old' } }),
  ]);
  await into.settings.set('largeType', true);
}

beforeEach(async () => {
  store = await openStore('real', createEngine());
  return () => store.close();
});

async function freshStore() {
  const engine = createEngine();
  const fresh = await openStore('real', engine);
  return { engine, fresh };
}

const withoutOrder = ({ facts, ...rows }: StoreRows) => ({
  ...rows,
  facts: facts.map(({ order: _, ...row }) => row),
});

describe('a backup file', () => {
  test('brings everything back into an empty database', async () => {
    await fill(store);
    const text = await writeBackup(await store.dump(), MADE, null);
    const { fresh } = await freshStore();
    const { rows, madeAt, unreadable } = await openBackup(text, null);
    expect(madeAt).toBe(MADE);
    expect(Object.values(unreadable)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const plan = await fresh.restore(rows, 'ours');
    expect(plan.facts).toEqual({ added: 2, same: 0, different: 0, orphaned: 0 });
    expect(withoutOrder(await fresh.dump())).toEqual(withoutOrder(await store.dump()));
    expect(await fresh.settings.get('largeType')).toBe(true);
    fresh.close();
  });

  test('locked, opens with its passphrase alone and shows nothing without', async () => {
    await fill(store);
    const text = await writeBackup(await store.dump(), MADE, '春眠不觉晓 1234');
    expect(isLocked(text)).toBe(true);
    expect(text).not.toContain('常州市第一中学');
    await expect(openBackup(text, null)).rejects.toMatchObject({ kind: 'locked' });
    await expect(openBackup(text, '春眠不觉晓')).rejects.toMatchObject({ kind: 'wrong-passphrase' });
    const { rows } = await openBackup(text, '春眠不觉晓　１２３４');
    expect(rows).toEqual(await store.dump());
    // Neither its head nor its rows can be exchanged.
    const forged = text.replace(MADE, '2026-11-26T00:00:00.000Z');
    await expect(openBackup(forged, '春眠不觉晓 1234')).rejects.toMatchObject({ kind: 'wrong-passphrase' });
  }, 60_000);

  test('that was changed by a single character is refused', async () => {
    await fill(store);
    const text = await writeBackup(await store.dump(), MADE, null);
    const places = fc.sample(fc.nat(text.length - 1), { numRuns: rounds(60).numRuns });
    for (const at of places) {
      // Space between the parts carries nothing.
      if (/\s/.test(text[at] ?? '')) continue;
      const other = text[at] === 'x' ? 'y' : 'x';
      const spoilt = text.slice(0, at) + other + text.slice(at + 1);
      const opened: unknown = await openBackup(spoilt, null).catch((error) => error.kind);
      expect({ at, spoilt: ['not-a-backup', 'newer-version', 'damaged'].includes(String(opened)) }).toEqual({
        at,
        spoilt: true,
      });
    }
  });

  test.each([
    ['', 'not-a-backup'],
    ['{}', 'not-a-backup'],
    ['[1]', 'not-a-backup'],
    [JSON.stringify({ format: 'other/1', schema: 3, madeAt: MADE, rows: {} }), 'not-a-backup'],
    [JSON.stringify({ format: 'rebind.backup/2', schema: 3, madeAt: MADE, rows: {} }), 'newer-version'],
    [JSON.stringify({ format: 'rebind.backup/1', schema: 6, madeAt: MADE, rows: {} }), 'newer-version'],
    [JSON.stringify({ format: 'rebind.backup/1', schema: 3, madeAt: MADE, rows: {} }), 'damaged'],
  ])('%s is %s', async (text, kind) => {
    await expect(openBackup(text, null)).rejects.toMatchObject({ kind });
  });

  test('counts rows that fail the check and leaves them out', async () => {
    await fill(store);
    const rows = await store.dump();
    const bad = { ...rows, certificates: [...rows.certificates, { id: 'x' }] } as unknown as StoreRows;
    const opened = await openBackup(await writeBackup(bad, MADE, null), null);
    expect(opened.unreadable.certificates).toBe(1);
    expect(opened.rows.certificates).toHaveLength(1);
  });
});

describe('restoring over what is here', () => {
  test('twice changes nothing the second time', async () => {
    await fill(store);
    const rows = await store.dump();
    const plan = await store.restore(rows, 'backup');
    expect(Object.values(plan).every(({ added, different }) => added === 0 && different === 0)).toBe(true);
    expect(await store.dump()).toEqual(rows);
  });

  test('keeps ours or takes the backup’s where they differ, as chosen; facts are never changed', async () => {
    await fill(store);
    const rows = await store.dump();
    await store.certificates.put(certificate('c', 's', { label: '后来改的' }));
    expect((await store.restore(rows, 'ours')).certificates.different).toBe(1);
    expect((await store.certificates.list())[0]?.label).toBe('后来改的');
    await store.restore(rows, 'backup');
    expect((await store.certificates.list())[0]?.label).toBe('白色新CA锁');
    const forged = { ...rows, facts: rows.facts.map((row) => ({ ...row, at: MADE })) };
    expect((await store.restore(forged, 'backup')).facts.different).toBe(2);
    expect((await store.dump()).facts).toEqual(rows.facts);
  });

  test('takes no certificate twice that came from the same file under another id', async () => {
    const reading = {
      issuer: 'x',
      subject: 'ab'.repeat(32),
      parts: [{ role: 'both' as const, serial: '01', key: 'cd'.repeat(32) }],
    };
    const details = {
      look: null,
      keeper: null,
      keptBecause: null,
      notes: null,
      bindings: [],
      reading,
      history: [],
    };
    await store.subjects.put(subject('s'));
    await store.certificates.put(certificate('a', 's', { details }));
    const backup = { ...(await store.dump()), certificates: [certificate('b', 's', { details })] };
    expect((await store.restore(backup, 'backup')).certificates).toMatchObject({ added: 0, same: 1 });
    expect(await store.certificates.list()).toHaveLength(1);
  });

  test('leaves out what belongs to nobody', async () => {
    const backup = {
      subjects: [],
      certificates: [certificate('c', 'nobody')],
      journeys: [journey('j', 'nobody')],
      facts: [{ ...fact('f', 'j'), order: 1 }],
      units: [],
      drafts: [],
      packs: [],
      settings: [],
    };
    const plan = await store.restore(backup, 'backup');
    expect([plan.certificates, plan.journeys, plan.facts].map(({ orphaned }) => orphaned)).toEqual([1, 1, 1]);
    expect(Object.values((await store.health()).rows)).toEqual(TABLE_NAMES.map(() => 0));
  });

  test('writes all or nothing', async () => {
    const { engine, fresh } = await freshStore();
    await fill(store);
    const rows = await store.dump();
    const torn = { ...rows, settings: [{ key: 'largeType', value: 'no switch' }] };
    await expect(fresh.restore(torn, 'ours')).rejects.toMatchObject({ name: 'StoreFailure' });
    const { rows: after } = await readRaw(engine.indexedDB, 'rebind');
    expect(Object.values(after).flat()).toEqual([]);
    fresh.close();
  });

  test('any two halves of a history make one whole, in any order, with none twice', () => {
    const halves = fc.array(fc.record({ mine: fc.boolean(), theirs: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(halves, (list) => {
        const rowsOf = (side: 'mine' | 'theirs'): StoreRows => ({
          subjects: [subject('s')],
          certificates: list.flatMap((has, at) => (has[side] ? [certificate(`c${at}`, 's')] : [])),
          journeys: [journey('j', 's')],
          facts: list.flatMap((has, at) => (has[side] ? [{ ...fact(`f${at}`, 'j'), order: at + 1 }] : [])),
          units: [],
          drafts: [],
          packs: [],
          settings: [],
        });
        const { write, plan } = mergeBackup(rowsOf('mine'), rowsOf('theirs'), 'ours');
        const missing = list.filter(({ mine, theirs }) => theirs && !mine).length;
        expect(write.facts).toHaveLength(missing);
        expect(plan.certificates.added).toBe(missing);
        expect(plan.certificates.same).toBe(list.filter(({ mine, theirs }) => mine && theirs).length);
      }),
      rounds(100),
    );
  });
});
