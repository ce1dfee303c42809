import { beforeEach, describe, expect, test } from 'vitest';
import { type CallTally, countCall } from '@/lib/desk/caller/call-note';
import { eraseAll, eraseSubject } from '@/lib/store/erase';
import { NAMESPACES, type Store, TABLE_NAMES } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { createEngine, readRaw } from './raw-database';
import { certificate, fact, journey, subject } from './sample-rows';

let engine: ReturnType<typeof createEngine>;
let store: Store;

beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
  return () => store.close();
});

describe('subjects', () => {
  test('are kept, replaced by id, and listed oldest first', async () => {
    await store.subjects.put(subject('b', { createdAt: '2023-09-02T00:00:00Z' }));
    await store.subjects.put(subject('a', { createdAt: '2023-09-03T00:00:00Z' }));
    await store.subjects.put(subject('c', { createdAt: '2023-09-01T00:00:00Z' }));
    await store.subjects.put(subject('a', { createdAt: '2023-09-03T00:00:00Z', name: '新名称' }));
    expect((await store.subjects.list()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect((await store.subjects.get('a'))?.name).toBe('新名称');
    expect(await store.subjects.get('z')).toBeUndefined();
  });

  test('are removed with everything of theirs and nothing of others', async () => {
    for (const id of ['gone', 'stays']) {
      await store.subjects.put(subject(id));
      await store.certificates.put(certificate(`${id}-ca`, id));
      await store.certificates.put(certificate(`${id}-seal`, id, { kind: 'seal' }));
      await store.ledger.begin(journey(`${id}/jszfcg/rebind`, id));
      await store.ledger.begin(journey(`${id}/jszfcg/other`, id));
      await store.ledger.append([
        fact(`${id}-1`, `${id}/jszfcg/rebind`),
        fact(`${id}-2`, `${id}/jszfcg/other`),
      ]);
    }
    await store.subjects.remove('gone');
    const { rows } = await readRaw(engine.indexedDB, 'rebind');
    expect(JSON.stringify(rows)).not.toContain('gone');
    expect((await store.health()).rows).toEqual({
      subjects: 1,
      certificates: 2,
      journeys: 2,
      facts: 2,
      settings: 0,
      units: 0,
      drafts: 0,
      packs: 0,
      ready: 0,
      feed: 0,
      rosterEdits: 0,
      rosterPieces: 0,
    });
    await expect(store.subjects.remove('never-there')).resolves.toBeUndefined();
  });

  test('once erased are not revived by what arrives late', async () => {
    await store.subjects.put(subject('s'));
    await store.ledger.begin(journey('j', 's'));
    await store.subjects.remove('s');
    await expect(store.ledger.append([fact('f', 'j')])).rejects.toMatchObject({ kind: 'unknown' });
    await expect(store.ledger.begin(journey('j', 's'))).rejects.toMatchObject({ kind: 'unknown' });
    await expect(store.certificates.put(certificate('c', 's'))).rejects.toMatchObject({ kind: 'unknown' });
    expect(Object.values((await store.health()).rows)).toEqual(TABLE_NAMES.map(() => 0));
  });
});

describe('certificates', () => {
  test('are listed for one subject or for all, and removed one by one', async () => {
    await store.subjects.put(subject('a'));
    await store.subjects.put(subject('b'));
    await store.certificates.put(certificate('a1', 'a'));
    await store.certificates.put(certificate('b1', 'b', { validFrom: '2025-12-30', holder: '经办人' }));
    expect(await store.certificates.list('b')).toEqual([
      certificate('b1', 'b', { validFrom: '2025-12-30', holder: '经办人' }),
    ]);
    expect(await store.certificates.list()).toHaveLength(2);
    await store.certificates.remove('b1');
    expect(await store.certificates.list('b')).toEqual([]);
    expect(await store.certificates.list('a')).toHaveLength(1);
  });
});

describe('the ledger', () => {
  beforeEach(async () => {
    await store.subjects.put(subject('s'));
    await store.ledger.begin(journey('j', 's'));
  });

  test('begins a journey once: the pinned version stays', async () => {
    const again = await store.ledger.begin(
      journey('j', 's', { packVersion: '2.0.0', startedAt: '2026-01-01T00:00:00Z' }),
    );
    expect(again).toEqual(journey('j', 's'));
    expect(await store.ledger.journeys()).toEqual([journey('j', 's')]);
    expect(await store.ledger.journeys('other')).toEqual([]);
  });

  test('numbers facts as they arrive and passes repeated ids over, within a batch and after it', async () => {
    const first = await store.ledger.append([fact('f1', 'j'), fact('f1', 'j', { tab: 99 }), fact('f2', 'j')]);
    expect(first.map(({ id, order }) => [id, order])).toEqual([
      ['f1', 1],
      ['f2', 2],
    ]);
    const second = await store.ledger.append([fact('f2', 'j', { tab: 98 }), fact('f3', 'j')]);
    expect(second.map(({ id }) => id)).toEqual(['f3']);
    expect(await store.ledger.facts('j')).toEqual([...first, ...second]);
    expect((await store.ledger.facts('j')).map(({ tab }) => tab)).toEqual([7, 7, 7]);
    expect(await store.ledger.append([])).toEqual([]);
  });

  test('appends all or none', async () => {
    await expect(store.ledger.append([fact('f1', 'j'), fact('f2', 'not-begun')])).rejects.toMatchObject({
      kind: 'unknown',
    });
    expect(await store.ledger.facts('j')).toEqual([]);
  });

  test('refuses a page that says and a person that sees', async () => {
    const forged = [
      fact('f1', 'j', { assertion: 'seen', body: { kind: 'step', step: 'unbind-old' } }),
      fact('f2', 'j', { assertion: 'said', body: { kind: 'page', state: 'unbind-done' } }),
      fact('f3', 'j', { assertion: 'said', body: { kind: 'retraction', of: 'f0' } }),
      fact('f4', 'j', { assertion: 'retracted', body: { kind: 'warned' } }),
    ];
    for (const one of forged)
      await expect(store.ledger.append([one])).rejects.toMatchObject({ kind: 'unknown' });
    expect(await store.ledger.facts('j')).toEqual([]);
  });

  test('keeps journeys apart', async () => {
    await store.subjects.put(subject('t'));
    await store.ledger.begin(journey('k', 't'));
    await store.ledger.append([fact('f1', 'j'), fact('f2', 'k'), fact('f3', 'j')]);
    expect((await store.ledger.facts('j')).map(({ id }) => id)).toEqual(['f1', 'f3']);
    expect((await store.ledger.facts('k')).map(({ id }) => id)).toEqual(['f2']);
    expect(await store.ledger.facts('nowhere')).toEqual([]);
  });
});

describe('settings', () => {
  test('have defaults and keep what was set', async () => {
    expect(await store.settings.get('preview')).toBeNull();
    expect(await store.settings.get('largeType')).toBe(false);
    await store.settings.set('preview', '2023-09-20');
    await store.settings.set('largeType', true);
    expect(await store.settings.get('preview')).toBe('2023-09-20');
    expect(await store.settings.get('largeType')).toBe(true);
    await store.settings.set('preview', null);
    expect(await store.settings.get('preview')).toBeNull();
  });

  test('are changed from what stands there: two pages at once lose nothing of each other', async () => {
    const other = await openStore('real', engine);
    const add = (one: Store, key: string) =>
      one.settings.change('snoozed', (now) => ({ ...now, [key]: '2026-12-01' }));
    await Promise.all(['a', 'b', 'c', 'd'].map((key, at) => add(at % 2 ? other : store, key)));
    expect(Object.keys(await store.settings.get('snoozed')).sort()).toEqual(['a', 'b', 'c', 'd']);
    await expect(store.settings.change('snoozed', () => ({ a: 'never' }))).rejects.toMatchObject({
      kind: 'unknown',
    });
    other.close();
  });

  test('tell what stands after a change', async () => {
    const more = (tally: CallTally) => countCall(tally, '2026-11-25', 'other');
    await store.settings.change('callTally', more);
    expect(await store.settings.change('callTally', more)).toEqual({ '2026-11-25': { other: 2 } });
  });

  test('refuse what could not be read again', async () => {
    await expect(store.settings.set('preview', '2023-02-30')).rejects.toMatchObject({ kind: 'unknown' });
    expect(await store.settings.get('preview')).toBeNull();
  });
});

test('rows that could not be read again are refused before anything is written', async () => {
  const mistakes: (() => Promise<unknown>)[] = [
    () => store.subjects.put(subject('')),
    () => store.subjects.put(subject('s', { audience: 'nobody' as never })),
    () => store.subjects.put(subject('s', { createdAt: '昨天' })),
    () => store.certificates.put(certificate('c', 's', { validUntil: '2026-13-01' })),
    () => store.ledger.begin(journey('j', 's', { startedAt: '' })),
    () => store.ledger.append([fact('f', 'j', { tab: -1 })]),
  ];
  for (const mistake of mistakes) await expect(mistake()).rejects.toMatchObject({ name: 'StoreFailure' });
  expect(Object.values((await store.health()).rows)).toEqual(TABLE_NAMES.map(() => 0));
});

describe('namespaces', () => {
  test('are databases of their own', async () => {
    const preview = await openStore('preview', engine);
    const practice = await openStore('practice', engine);
    await preview.subjects.put(subject('p'));
    await preview.ledger.begin(journey('j', 'p'));
    await preview.ledger.append([fact('f', 'j')]);
    expect(await store.subjects.list()).toEqual([]);
    expect(await practice.subjects.list()).toEqual([]);
    expect(await store.ledger.facts('j')).toEqual([]);
    const names = (await engine.indexedDB.databases()).map(({ name }) => name);
    expect(names.sort()).toEqual(['rebind', 'rebind-practice', 'rebind-preview']);
    preview.close();
    practice.close();
  });

  test('a preview is seeded with subjects and certificates alone, however often', async () => {
    await store.subjects.put(subject('s'));
    await store.certificates.put(certificate('c', 's'));
    await store.ledger.begin(journey('j', 's'));
    await store.ledger.append([fact('f', 'j')]);
    await store.settings.set('preview', '2023-09-20');
    const preview = await openStore('preview', engine);
    await preview.seedFrom(store);
    await preview.ledger.begin(journey('p', 's'));
    await preview.ledger.append([fact('g', 'p')]);
    await preview.seedFrom(store);
    expect(await preview.subjects.list()).toEqual([subject('s')]);
    expect(await preview.certificates.list()).toEqual([certificate('c', 's')]);
    expect(await preview.ledger.journeys()).toEqual([journey('p', 's')]);
    expect(await preview.ledger.facts('p')).toHaveLength(1);
    expect(await preview.settings.get('preview')).toBeNull();
    await expect(preview.seedFrom(preview)).rejects.toMatchObject({ kind: 'unknown' });
    preview.close();
  });
});

describe('erasing', () => {
  test('everything empties every namespace, also under open stores', async () => {
    const others = await Promise.all([openStore('preview', engine), openStore('practice', engine)]);
    for (const one of [store, ...others]) {
      await one.subjects.put(subject('s'));
      await one.certificates.put(certificate('c', 's'));
      await one.ledger.begin(journey('j', 's'));
      await one.ledger.append([fact('f', 'j')]);
      await one.settings.set('largeType', true);
    }
    await eraseAll(engine);
    for (const namespace of NAMESPACES) {
      const one = await openStore(namespace, engine);
      expect(Object.values((await one.health()).rows)).toEqual(TABLE_NAMES.map(() => 0));
      one.close();
    }
    await store.subjects.put(subject('anew'));
    expect(await store.subjects.list()).toHaveLength(1);
    for (const one of others) one.close();
  });

  test('one subject reaches the copy in the preview', async () => {
    await store.subjects.put(subject('gone'));
    await store.subjects.put(subject('stays'));
    const preview = await openStore('preview', engine);
    await preview.seedFrom(store);
    await eraseSubject('gone', engine);
    expect((await store.subjects.list()).map(({ id }) => id)).toEqual(['stays']);
    expect((await preview.subjects.list()).map(({ id }) => id)).toEqual(['stays']);
    preview.close();
  });
});
