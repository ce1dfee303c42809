import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDraft, setField } from '@/lib/author/draft';
import { sampleDraft } from '@/lib/author/testing/sample-draft';
import { openBackup, writeBackup } from '@/lib/store/backup/file';
import type { Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { createEngine, openRaw } from './raw-database';

let engine: ReturnType<typeof createEngine>;
let store: Store;
beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
});
afterEach(() => store.close());

const MADE = '2026-11-25T00:00:00.000Z';

test('a draft is kept as it was typed, also what is no pack yet', async () => {
  const draft = setField(sampleDraft(), 'phases', 'phases-1', 'until', '明年春天');
  await store.drafts.put(draft);
  store.close();
  store = await openStore('real', engine);
  expect(await store.drafts.list()).toEqual([draft]);
  await store.drafts.remove(draft.id);
  expect(await store.drafts.list()).toEqual([]);
});

test('the one changed last comes first', async () => {
  const begin = (id: string, now: string) =>
    createDraft({ id, now, guides: [], system: { name: '甲', hosts: [] } });
  await store.drafts.put(begin('old', '2026-01-01T00:00:00.000Z'));
  await store.drafts.put(begin('new', '2026-02-01T00:00:00.000Z'));
  expect((await store.drafts.list()).map(({ id }) => id)).toEqual(['new', 'old']);
});

test('a draft of a form with fewer fields is filled with blanks, one with more keeps them', async () => {
  const { contacts: _left, ...entries } = sampleDraft().entries;
  const raw = await openRaw(engine.indexedDB, 'rebind');
  const kept = {
    ...sampleDraft(),
    entries: { ...entries, later: [{ id: 'later-1', cite: '一', wish: 'x' }] },
  };
  await new Promise((resolve, reject) => {
    const transaction = raw.transaction('drafts', 'readwrite');
    transaction.objectStore('drafts').put(kept);
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  raw.close();
  const [draft] = await store.drafts.list();
  expect(draft?.entries.contacts).toEqual([]);
  expect(draft?.entries.phases).toEqual(kept.entries.phases);
});

test('drafts travel with a backup', async () => {
  await store.drafts.put(sampleDraft());
  const { rows } = await openBackup(await writeBackup(await store.dump(), MADE, null), null);
  await store.drafts.remove('draft');
  expect((await store.restore(rows, 'ours')).drafts).toMatchObject({ added: 1 });
  expect(await store.drafts.list()).toEqual([sampleDraft()]);
});
