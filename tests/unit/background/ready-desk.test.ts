/** What the worker has ready for the popup: the same as reading every pack, never of other packs, another day or build. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readyNotices } from '@/entrypoints/popup/ready-notices';
import { ReadyDesk } from '@/lib/background/ready-desk';
import { caseFor } from '@/lib/certificate/notice-case';
import { NO_ADMINISTRATION, newFeedState } from '@/lib/feed/model';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { builtinShelf } from '@/lib/notice/available';
import { builtinPack } from '@/lib/notice/builtin';
import { explain } from '@/lib/notice/explain';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { atFirst as answerAtFirst, caseKey } from '@/lib/notice/ready';
import { readFirstRows } from '@/lib/store/first-rows';
import type { PackRow, Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { storedShelf } from '@/lib/store/stored-shelf';
import { Publisher } from '../../signed-feed';
import { createEngine } from '../store/raw-database';
import { certificate, subject } from '../store/sample-rows';

const TODAY = '2026-11-26';
const ASKED = { today: TODAY, system: builtinShelf.system };
const PROVINCE: NoticePack = {
  ...builtinPack,
  id: 'province',
  documentNumber: '苏财购〔2026〕8号',
  region: { zh: '江苏省' },
  validity: { until: '2026-12-31' },
};
const CORRECTED: NoticePack = { ...builtinPack, version: '9.0.0' };

let engine: ReturnType<typeof createEngine>;
let store: Store;
let now: Date;
let read: ReturnType<typeof vi.fn<typeof loadPack>>;
let build: string;
beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
  now = new Date(`${TODAY}T04:00:00Z`);
  read = vi.fn(loadPack);
  build = '1.0.0';
});
afterEach(() => store.close());

/** As after a restart of the worker: it knows nothing. */
const desk = () =>
  new ReadyDesk({
    store: async () => store,
    shelf: storedShelf(async () => store, builtinShelf, read),
    now: () => now,
    build,
  });

let added = 0;
const add = (pack: NoticePack) =>
  store.packs.put({
    id: pack.id,
    version: pack.version,
    text: JSON.stringify(pack),
    source: { kind: 'file', name: 'a.json' },
    addedAt: `2026-11-25T00:00:00.${String(added++).padStart(3, '0')}Z`,
  });

/** What the popup would show first; null: it has to read the packs. */
async function atFirst(today = TODAY) {
  const rows = await readFirstRows(engine.indexedDB);
  if (rows === null) throw new Error('no rows');
  return readyNotices(rows, build, today, () => {});
}

const whole = async (today = TODAY) =>
  noticeToFollow(await storedShelf(async () => store, builtinShelf, loadPack).packs(), { ...ASKED, today });

async function shownWhole() {
  const ready = await atFirst();
  const beside = ready?.withBeside && ready.stamp && (await store.shelf.ready('beside', ready.stamp));
  return beside ? ready?.withBeside?.(beside).on(TODAY) : ready?.notices.on(TODAY);
}

test('where nothing was added nothing is kept, and what ships is shown', async () => {
  await desk().prepare();
  expect((await atFirst())?.notices.on(TODAY)).toBe(noticeToFollow(builtinShelf.builtin, ASKED));
  expect((await store.health()).rows.ready).toBe(0);
});

test('a notice that stands alone is shown as reading it would', async () => {
  await add(CORRECTED);
  expect(await atFirst()).toBeNull();
  await desk().prepare();
  const ready = await atFirst();
  expect(ready?.withBeside).toBeNull();
  expect(ready?.notices.answers).toBeNull();
  expect(ready?.notices.on(TODAY)).toEqual(await whole());
});

test('one that was added and is not followed leaves what ships, and no copy of it', async () => {
  await add({ ...builtinPack, id: 'elsewhere', region: { zh: '浙江省' } });
  await desk().prepare();
  expect((await atFirst())?.notices.on(TODAY)).toBe(noticeToFollow(builtinShelf.builtin, ASKED));
});

const NEWER: PackRow = {
  id: 'province',
  version: '9.0.0',
  text: JSON.stringify({ ...PROVINCE, version: '9.0.0' }),
  source: { kind: 'file', name: 'a.json' },
  addedAt: '2026-11-26T00:00:00Z',
};

async function restoreNewer(): Promise<void> {
  await store.restore({ ...(await store.dump()), packs: [NEWER] }, 'backup');
}

async function feedNewer(): Promise<void> {
  const address = 'https://packs.example/index.jws';
  await store.feed.choose({ address, keys: [new Publisher().key] });
  const state = newFeedState('user', address);
  expect(await store.feed.commit({ state, put: [NEWER], remove: [] })).toBe(true);
}

describe('with another beside it', () => {
  beforeEach(async () => {
    await store.subjects.put(subject('s'));
    await store.certificates.put(certificate('c', 's'));
    await add(PROVINCE);
    await desk().prepare();
  });

  const keyOf = async (today = TODAY) => {
    const [row] = await store.subjects.list();
    if (!row) throw new Error('no subject');
    return caseFor(await whole(today), row, await store.certificates.list(), today);
  };

  test('all of them speak in the case of each subject, before and after the rest is read', async () => {
    const ready = await atFirst();
    const asked = await keyOf();
    expect(ready?.notices.answers?.[caseKey(asked)]).toEqual(answerAtFirst(explain(await whole(), asked)));
    expect(await shownWhole()).toEqual(await whole());
  });

  test('the next day the answers are new, and nothing is read for it; on the day it turns, all is', async () => {
    now = new Date('2026-11-27T04:00:00Z');
    read.mockClear();
    await desk().prepare();
    expect(read).not.toHaveBeenCalled();
    const asked = await keyOf('2026-11-27');
    expect((await atFirst('2026-11-27'))?.notices.answers?.[caseKey(asked)]).toBeDefined();
    // The province's ends with the year.
    expect(await atFirst('2027-01-01')).toBeNull();
    now = new Date('2027-01-01T04:00:00Z');
    await desk().prepare();
    expect((await atFirst('2027-01-01'))?.notices.on('2027-01-01')).toEqual(await whole('2027-01-01'));
  });

  test('where all is ready nothing is read or written again', async () => {
    read.mockClear();
    const put = vi.spyOn(store.shelf, 'putReady');
    await desk().prepare();
    expect(read).not.toHaveBeenCalled();
    expect(put).not.toHaveBeenCalled();
  });

  test('an erased subject leaves no answer behind, at once', async () => {
    await store.subjects.remove('s');
    expect((await atFirst())?.notices.answers).toEqual({});
  });

  test.each([
    ['a pack came', async () => void (await add(CORRECTED))],
    ['a pack went', () => store.packs.remove('province')],
    ['the same version came anew', async () => void (await add(PROVINCE))],
    ['a newer version took its place', async () => void (await add({ ...PROVINCE, version: '9.0.0' }))],
    ['a backup brought a newer version', () => restoreNewer()],
    ['a feed brought a newer version', () => feedNewer()],
    ['another region was chosen', () => store.settings.set('noticeRegion', '江苏省苏州市')],
    [
      'a rule was set',
      () => store.feed.setAdministration({ ...NO_ADMINISTRATION, blocked: [{ id: 'province' }] }),
    ],
  ])('%s: what was ready is not shown, and is made anew', async (_, change) => {
    await change();
    const stale = await atFirst();
    // Without anything added or ruled what ships needs no making.
    if (stale) expect(stale.notices.on(TODAY)).toBe(noticeToFollow(builtinShelf.builtin, ASKED));
    await desk().prepare();
    expect(await shownWhole()).toEqual(await whole());
  });

  test('what another build made is not shown', async () => {
    build = '1.0.1';
    expect(await atFirst()).toBeNull();
    await desk().prepare();
    expect(await shownWhole()).toEqual(await whole());
  });
});

test('a pack that comes while it is being made ready: what was made is not kept, and made again', async () => {
  await add(PROVINCE);
  let late = true;
  const shelf = storedShelf(
    async () => store,
    builtinShelf,
    async (text) => {
      if (late) {
        late = false;
        await add(CORRECTED);
      }
      return loadPack(text);
    },
  );
  await new ReadyDesk({ store: async () => store, shelf, now: () => now, build }).prepare();
  expect(await shownWhole()).toEqual(await whole());
  expect((await whole()).version).toBe('9.0.0');
});

test('where the database cannot be read it says so, and what is ready stays of its packs', async () => {
  await add(PROVINCE);
  const shelf = storedShelf(() => Promise.reject(new Error('no')), builtinShelf, loadPack);
  const broken = new ReadyDesk({ store: async () => store, shelf, now: () => now, build });
  await expect(broken.prepare()).rejects.toThrow('no');
  expect(await atFirst()).toBeNull();
});
