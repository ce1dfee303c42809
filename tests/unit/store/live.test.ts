import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eraseAll } from '@/lib/store/erase';
import { observe } from '@/lib/store/live';
import type { Store, StoreFailure } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { certificate, fact, journey, subject } from './sample-rows';

let reader: Store;
let writer: Store;
let page: AbortController;

beforeEach(async () => {
  // Dexie announces changes to the whole context, whatever the engine; these tests share one and empty it.
  await eraseAll({ locks: null });
  reader = await openStore('real', { locks: null });
  writer = await openStore('real', { locks: null });
  page = new AbortController();
});

afterEach(() => {
  page.abort();
  reader.close();
  writer.close();
});

function listen<T>(query: (store: Store) => Promise<T>) {
  const values: T[] = [];
  const failures: StoreFailure[] = [];
  observe(
    reader,
    query,
    { value: (value) => values.push(value), failure: (failure) => failures.push(failure) },
    page.signal,
  );
  return { values, failures };
}

/** A query that has read and then waits until the gate is open. */
function holdQueries() {
  let reads = 0;
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open,
    reached: (count: number) => vi.waitFor(() => expect(reads).toBe(count)),
    query: async (store: Store) => {
      const { length } = await store.subjects.list();
      reads += 1;
      await opened;
      return length;
    },
  };
}

describe('observe', () => {
  test('hears the present and every later write of another handle', async () => {
    const { values, failures } = listen(async (store) => (await store.subjects.list()).map(({ id }) => id));
    await vi.waitFor(() => expect(values).toEqual([[]]));
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(values.at(-1)).toEqual(['a']));
    await writer.subjects.put(subject('b'));
    await vi.waitFor(() => expect(values.at(-1)).toEqual(['a', 'b']));
    await writer.subjects.remove('a');
    await vi.waitFor(() => expect(values.at(-1)).toEqual(['b']));
    expect(failures).toEqual([]);
  });

  test('follows every table a query reads, one after the other', async () => {
    const { values } = listen(async (store) => {
      const subjects = await store.subjects.list();
      const certificates = await store.certificates.list('a');
      const journeys = await store.ledger.journeys('a');
      const facts = await Promise.all(journeys.map(({ id }) => store.ledger.facts(id)));
      const largeType = await store.settings.get('largeType');
      return [subjects.length, certificates.length, journeys.length, facts.flat().length, largeType];
    });
    await vi.waitFor(() => expect(values.at(-1)).toEqual([0, 0, 0, 0, false]));
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(values.at(-1)).toEqual([1, 0, 0, 0, false]));
    await writer.certificates.put(certificate('c', 'a'));
    await vi.waitFor(() => expect(values.at(-1)).toEqual([1, 1, 0, 0, false]));
    await writer.ledger.begin(journey('j', 'a'));
    await vi.waitFor(() => expect(values.at(-1)).toEqual([1, 1, 1, 0, false]));
    await writer.ledger.append([fact('f', 'j')]);
    await vi.waitFor(() => expect(values.at(-1)).toEqual([1, 1, 1, 1, false]));
    await writer.settings.set('largeType', true);
    await vi.waitFor(() => expect(values.at(-1)).toEqual([1, 1, 1, 1, true]));
    await eraseAll({ locks: null });
    await vi.waitFor(() => expect(values.at(-1)).toEqual([0, 0, 0, 0, false]));
  });

  test('follows a query that waits for something else in between', async () => {
    const { values } = listen(async (store) => {
      await new Promise((resolve) => setImmediate(resolve));
      const before = await store.subjects.list();
      await new Promise((resolve) => setImmediate(resolve));
      return before.length + (await store.certificates.list()).length;
    });
    await vi.waitFor(() => expect(values).toEqual([0]));
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(values.at(-1)).toBe(1));
    await writer.certificates.put(certificate('c', 'a'));
    await vi.waitFor(() => expect(values.at(-1)).toBe(2));
  });

  test('under many writes runs one query at a time, never goes back, and ends with the last', async () => {
    let running = 0;
    let most = 0;
    const { values } = listen(async (store) => {
      running += 1;
      most = Math.max(most, running);
      const { length } = await store.subjects.list();
      running -= 1;
      return length;
    });
    await Promise.all(Array.from({ length: 20 }, (_, at) => writer.subjects.put(subject(`s${at}`))));
    await vi.waitFor(() => expect(values.at(-1)).toBe(20));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(most).toBe(1);
  });

  test('asks again when something was written while the query was under way', async () => {
    const gate = holdQueries();
    const { values } = listen(gate.query);
    await gate.reached(1);
    await writer.subjects.put(subject('a'));
    gate.open();
    await vi.waitFor(() => expect(values).toEqual([0, 1]));
  });

  test('asks again also where the hearer fails on the overtaken answer', async () => {
    const gate = holdQueries();
    const seen: number[] = [];
    const value = (count: number) => {
      seen.push(count);
      if (count === 0) throw new Error('drawing failed');
    };
    const complaints: unknown[] = [];
    const complain = (error: unknown) => complaints.push(error);
    process.on('unhandledRejection', complain);
    observe(reader, gate.query, { value, failure: () => seen.push(-1) }, page.signal);
    await gate.reached(1);
    await writer.subjects.put(subject('a'));
    gate.open();
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    await vi.waitFor(() => expect(complaints).toHaveLength(1));
    process.off('unhandledRejection', complain);
  });

  test('lets a hearer fail without going deaf', async () => {
    const seen: number[] = [];
    const failing = {
      value: (count: number) => {
        seen.push(count);
        if (count === 0) throw new Error('drawing failed');
      },
      failure: () => seen.push(-1),
    };
    const complaints: unknown[] = [];
    const complain = (error: unknown) => complaints.push(error);
    process.on('unhandledRejection', complain);
    observe(reader, async (store) => (await store.subjects.list()).length, failing, page.signal);
    await vi.waitFor(() => expect(complaints).toHaveLength(1));
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(seen).toEqual([0, 1]));
    process.off('unhandledRejection', complain);
  });

  test('does not wake for another namespace', async () => {
    const preview = await openStore('preview', { locks: null });
    const { values } = listen((store) => store.subjects.list());
    await vi.waitFor(() => expect(values).toHaveLength(1));
    await preview.subjects.put(subject('p'));
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(values.at(-1)).toEqual([subject('a')]));
    expect(values).toHaveLength(2);
    preview.close();
  });

  test('is silent once its signal aborts, and from the start where it had', async () => {
    const unsubscribe = vi.spyOn(Dexie.on.storagemutated, 'unsubscribe');
    const { values } = listen((store) => store.subjects.list());
    await vi.waitFor(() => expect(values).toHaveLength(1));
    page.abort();
    const late = listen((store) => store.subjects.list());
    // A second listener proves that the write was announced.
    const other = new AbortController();
    const heard = vi.fn();
    observe(writer, (store) => store.subjects.list(), { value: heard, failure: heard }, other.signal);
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith([subject('a')]));
    other.abort();
    // Two listened, the late one never did: nothing is left behind.
    expect(unsubscribe).toHaveBeenCalledTimes(2);
    unsubscribe.mockRestore();
    expect(values).toHaveLength(1);
    expect(late.values).toEqual([]);
  });

  test('says that a query failed, in words of ours, and tries again with the next write', async () => {
    let broken = false;
    const { values, failures } = listen(async (store) => {
      const list = await store.subjects.list();
      if (broken) throw new DOMException('gone', 'UnknownError');
      return list.length;
    });
    await vi.waitFor(() => expect(values).toEqual([0]));
    broken = true;
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(failures.map(({ kind }) => kind)).toEqual(['corrupted']));
    broken = false;
    await writer.subjects.put(subject('b'));
    await vi.waitFor(() => expect(values).toEqual([0, 2]));
  });

  test('says it when its store was closed', async () => {
    reader.close();
    const { failures } = listen((store) => store.subjects.list());
    await vi.waitFor(() => expect(failures).toMatchObject([{ name: 'StoreFailure', kind: 'unknown' }]));
  });

  test('goes on after the database was deleted from under it', async () => {
    const { values } = listen(async (store) => (await store.subjects.list()).length);
    await writer.subjects.put(subject('a'));
    await vi.waitFor(() => expect(values.at(-1)).toBe(1));
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('rebind').onsuccess = resolve;
    });
    await writer.subjects.put(subject('b'));
    await writer.subjects.put(subject('c'));
    await vi.waitFor(() => expect(values.at(-1)).toBe(2));
    await writer.subjects.remove('b');
    await vi.waitFor(() => expect(values.at(-1)).toBe(1));
  });
});
