import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtinShelf } from '@/lib/notice/available';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import { openBackup, writeBackup } from '@/lib/store/backup/file';
import { eraseAll } from '@/lib/store/erase';
import type { PackRow, Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { storedShelf } from '@/lib/store/stored-shelf';
import { createEngine } from './raw-database';

let engine: ReturnType<typeof createEngine>;
let store: Store;
beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
});
afterEach(() => store.close());

const row = (version: string, more: Partial<PackRow> = {}): PackRow => ({
  id: builtinPack.id,
  version,
  text: JSON.stringify({ ...builtinPack, version }),
  source: { kind: 'file', name: '通知.json' },
  addedAt: '2026-11-25T00:00:00.000Z',
  ...more,
});

const versions = async () => (await store.packs.list()).map(({ version }) => version);

test('a pack is kept as its file wrote it, through a restart, until it is removed', async () => {
  expect(await store.packs.put(row('2.0.0'))).toBe(true);
  store.close();
  store = await openStore('real', engine);
  expect(await store.packs.list()).toEqual([row('2.0.0')]);
  await store.packs.remove(builtinPack.id);
  expect(await store.packs.list()).toEqual([]);
});

test('an older version never takes the place of a newer one', async () => {
  await store.packs.put(row('2.10.0'));
  expect(await store.packs.put(row('2.9.0'))).toBe(false);
  expect(await versions()).toEqual(['2.10.0']);
  expect(await store.packs.put(row('3.0.0'))).toBe(true);
  expect(await versions()).toEqual(['3.0.0']);
});

test.each([{ version: '2' }, { text: '' }, { id: '' }, { addedAt: '昨天' }])(
  '%o is refused',
  async (more) => {
    await expect(store.packs.put(row('2.0.0', more))).rejects.toMatchObject({ name: 'StoreFailure' });
    expect(await versions()).toEqual([]);
  },
);

describe('a backup', () => {
  const backupOf = async (version: string) => {
    await store.packs.put(row(version));
    const { rows } = await openBackup(
      await writeBackup(await store.dump(), row('1.0.0').addedAt, null),
      null,
    );
    await store.packs.remove(builtinPack.id);
    return rows;
  };

  test('brings packs back', async () => {
    const rows = await backupOf('2.0.0');
    expect((await store.restore(rows, 'ours')).packs).toMatchObject({ added: 1 });
    expect(await store.packs.list()).toEqual([row('2.0.0')]);
  });

  test.each(['ours', 'backup'] as const)('never takes one back in time (%s)', async (preference) => {
    const rows = await backupOf('2.0.0');
    await store.packs.put(row('3.0.0'));
    expect((await store.restore(rows, preference)).packs).toMatchObject({ same: 1, different: 0 });
    expect(await versions()).toEqual(['3.0.0']);
  });

  test.each(['ours', 'backup'] as const)('brings a newer one (%s)', async (preference) => {
    const rows = await backupOf('3.0.0');
    await store.packs.put(row('2.0.0'));
    await store.restore(rows, preference);
    expect(await versions()).toEqual(['3.0.0']);
  });
});

test('erasing everything erases packs', async () => {
  await store.packs.put(row('2.0.0'));
  await eraseAll(engine);
  expect(await store.packs.list()).toEqual([]);
});

describe('the shelf', () => {
  const shelf = () => storedShelf(async () => store, builtinShelf, loadPack);

  test('gives the same array until a pack is added, replaced or removed, or a region chosen', async () => {
    const at = shelf();
    const first = await at.packs();
    expect(first).toBe(builtinShelf.builtin);
    await store.packs.put(row('2.0.0'));
    const second = await at.packs();
    expect(second.map(({ version }) => version)).toEqual(['2.0.0']);
    expect(await at.packs()).toBe(second);
    await store.packs.put(row('2.0.1'));
    expect((await at.packs()).map(({ version }) => version)).toEqual(['2.0.1']);
    const other = { ...builtinPack, id: 'suzhou-1', version: '1.0.0', region: { zh: '江苏省苏州市' } };
    await store.packs.put(row('1.0.0', { id: 'suzhou-1', text: JSON.stringify(other) }));
    expect((await at.packs()).map(({ id }) => id)).toEqual([builtinPack.id, 'suzhou-1']);
    await store.settings.set('noticeRegion', '江苏省苏州市');
    expect((await at.packs()).map(({ id }) => id)).toEqual(['suzhou-1', builtinPack.id]);
    await store.packs.remove('suzhou-1');
    await store.packs.remove(builtinPack.id);
    expect(await at.packs()).toEqual(builtinShelf.builtin);
  });

  test('passes over a text that is no pack, or not the one its row names', async () => {
    await store.packs.put(row('2.0.0', { text: '{"format":"rebind.notice/1"}' }));
    await store.packs.put(row('9.0.0', { id: 'other' }));
    expect(await shelf().packs()).toEqual(builtinShelf.builtin);
  });

  test('is left with what is built in where the database cannot be read', async () => {
    const broken = storedShelf(() => Promise.reject(new Error('no')), builtinShelf, loadPack);
    expect(await broken.packs()).toBe(builtinShelf.builtin);
  });
});
