import { beforeEach, describe, expect, test } from 'vitest';
import { editOfBatch } from '@/lib/desk/roster/batch';
import { addUnit, type Moment, unitOf } from '@/lib/desk/roster/change-unit';
import type { NewUnit, RosterEdit, UnitRow } from '@/lib/desk/roster/model';
import { openBackup, writeBackup } from '@/lib/store/backup/file';
import { eraseAll } from '@/lib/store/erase';
import type { Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { createEngine } from './raw-database';

const AT = '2023-09-04T03:10:00.000Z';
const moment = (by: Moment['by']): Moment => ({ at: AT, today: '2023-09-04', by });
const unit = (id: string, name = `单位${id}`): NewUnit =>
  addUnit(id, unitOf({ line: 1, name, ca: {}, seal: {} }), moment('import'));
const importOf = (id: string, ...units: NewUnit[]): RosterEdit => ({
  id,
  kind: 'import',
  label: '名册.csv',
  at: AT,
  added: units,
  changed: [],
  removed: [],
});
const undo = { id: 'undo', at: AT };
const collect = (rows: readonly UnitRow[], id = 'batch') =>
  editOfBatch(rows, { ca: { state: 'collected' } }, { id, label: '' }, moment('batch'));

let store: Store;
let engine: ReturnType<typeof createEngine>;
const rowsOf = async () => (await store.roster.list()).units;
const statesOf = async () => (await rowsOf()).map(({ id, ca }) => [id, ca.state]);

async function apply(edit: RosterEdit): Promise<number> {
  const outcome = await store.roster.apply(edit, null);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.number;
}

beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
  return () => store.close();
});

describe('undoing', () => {
  test('an import takes out what it brought, and undoing that brings it back', async () => {
    const number = await apply(importOf('i', unit('a'), unit('b')));
    const before = await rowsOf();
    const { number: undoing, ...outcome } = await store.roster.undo(number, undo);
    expect(outcome).toEqual({ undone: 2, kept: 0 });
    expect(await rowsOf()).toEqual([]);
    await store.roster.undo(undoing, { ...undo, id: 'redo' });
    expect((await rowsOf()).map(({ change: _, ...row }) => row)).toEqual(
      before.map(({ change: _, ...row }) => row),
    );
    // It stands again, so it can be undone again.
    expect((await store.roster.undo(number, { ...undo, id: 'again' })).undone).toBe(2);
  });

  test('goes back edit by edit, and forward again', async () => {
    const first = await apply(importOf('i', unit('a'), unit('b')));
    const second = await apply(collect(await rowsOf()));
    const back = await store.roster.undo(second, undo);
    expect(await statesOf()).toEqual([
      ['a', 'not-filed'],
      ['b', 'not-filed'],
    ]);
    const forward = await store.roster.undo(back.number, { ...undo, id: 'redo' });
    expect(forward).toMatchObject({ undone: 2, kept: 0 });
    expect(await statesOf()).toEqual([
      ['a', 'collected'],
      ['b', 'collected'],
    ]);
    await store.roster.undo(second, { ...undo, id: 'u3' });
    expect((await store.roster.undo(first, { ...undo, id: 'u4' })).undone).toBe(2);
    expect(await rowsOf()).toEqual([]);
  });

  test('leaves what was changed since, and says how many', async () => {
    const first = await apply(importOf('i', unit('a'), unit('b')));
    await apply(collect((await rowsOf()).filter(({ id }) => id === 'a')));
    expect(await store.roster.undo(first, undo)).toMatchObject({ undone: 1, kept: 1 });
    expect(await statesOf()).toEqual([['a', 'collected']]);
  });

  test('an edit is undone once', async () => {
    const number = await apply(importOf('i', unit('a')));
    await store.roster.undo(number, undo);
    await expect(store.roster.undo(number, undo)).rejects.toMatchObject({ name: 'StoreFailure' });
  });

  test('taken-out units come back', async () => {
    await apply(importOf('i', unit('a'), unit('b')));
    const [a] = await rowsOf();
    if (!a) throw new Error('no unit');
    const number = await apply({ ...importOf('r'), kind: 'batch', removed: [a] });
    expect((await rowsOf()).map(({ id }) => id)).toEqual(['b']);
    await store.roster.undo(number, undo);
    expect((await rowsOf()).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('an edit', () => {
  test('of rows that changed meanwhile is refused whole', async () => {
    await apply(importOf('i', unit('a'), unit('b')));
    const rows = await rowsOf();
    await apply(collect(rows.slice(0, 1), 'other'));
    expect(await store.roster.apply(collect(rows), null)).toEqual({ ok: false, why: 'stale' });
    expect(await statesOf()).toEqual([
      ['a', 'collected'],
      ['b', 'not-filed'],
    ]);
  });

  test('planned over an older roster is refused', async () => {
    const { lastEdit } = await store.roster.list();
    await apply(importOf('i', unit('a')));
    expect(await store.roster.apply(importOf('j', unit('b')), lastEdit)).toEqual({ ok: false, why: 'stale' });
  });

  test('with a row that could not be read again is refused whole', async () => {
    await expect(store.roster.apply(importOf('i', unit('a'), unit('b', '')), null)).rejects.toMatchObject({
      name: 'StoreFailure',
    });
    expect(await rowsOf()).toEqual([]);
  });
});

describe('a long edit', () => {
  const many = Array.from({ length: 1_234 }, (_, at) => unit(`u${String(at).padStart(5, '0')}`));

  test('goes in piece by piece, and is read piece by piece', async () => {
    const parts: number[] = [];
    const outcome = await store.roster.apply(importOf('i', ...many), null, {
      onProgress: (part) => void parts.push(part),
    });
    expect(outcome.ok).toBe(true);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.at(-1)).toBe(1);
    expect((await rowsOf()).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    const changed = await apply(collect(await rowsOf()));
    expect(new Set((await rowsOf()).map(({ ca }) => ca.state))).toEqual(new Set(['collected']));
    expect(await store.roster.undo(changed, undo)).toMatchObject({ undone: 1_234, kept: 0 });
  });

  test('stopped half-way leaves nothing, not even its number', async () => {
    const first = await apply(importOf('i', unit('a')));
    const stop = new AbortController();
    const outcome = await store.roster.apply(importOf('j', ...many), null, {
      signal: stop.signal,
      onProgress: (part) => part > 0.5 && stop.abort(),
    });
    expect(outcome).toEqual({ ok: false, why: 'cancelled' });
    expect(await rowsOf()).toHaveLength(1);
    expect((await store.roster.list()).lastEdit).toBe(first);
    expect((await store.roster.edits()).map(({ number }) => number)).toEqual([first]);
  });

  test('with one bad row at its end leaves nothing', async () => {
    await expect(store.roster.apply(importOf('j', ...many, unit('z', '')), null)).rejects.toMatchObject({
      name: 'StoreFailure',
    });
    expect(await store.roster.list()).toEqual({ units: [], lastEdit: 0 });
  });

  test('makes who holds all rows read them again', async () => {
    const first = await apply(importOf('i', unit('a')));
    const six = Array.from({ length: 6_000 }, (_, at) => unit(`v${at}`));
    await apply(importOf('j', ...six));
    expect(await store.roster.since(first)).toBeNull();
  });
});

describe('who holds all rows', () => {
  test('hears what came since, and what was taken out', async () => {
    const first = await apply(importOf('i', unit('a'), unit('b')));
    const second = await apply(collect((await rowsOf()).slice(0, 1)));
    expect(await store.roster.since(first)).toMatchObject({
      changed: [{ id: 'a', ca: { state: 'collected' } }],
      removed: [],
      lastEdit: second,
    });
    const third = await apply(importOf('k', unit('c')));
    const { number } = await store.roster.undo(third, undo);
    expect(await store.roster.since(third)).toEqual({ changed: [], removed: ['c'], lastEdit: number });
  });

  test('reads all again after erasing', async () => {
    const first = await apply(importOf('i', unit('a')));
    await eraseAll(engine);
    expect(await rowsOf()).toEqual([]);
    expect(await store.roster.since(first)).toBeNull();
  });
});

describe('a backup', () => {
  test('brings the units back, and an open desk hears of them', async () => {
    await apply(importOf('i', unit('a'), unit('b')));
    const text = await writeBackup(await store.dump(), AT, null);
    const other = await openStore('real', createEngine());
    const { rows } = await openBackup(text, null);
    expect((await other.restore(rows, 'ours')).units).toMatchObject({ added: 2 });
    const { units, lastEdit } = await other.roster.list();
    expect(units.map(({ id, change }) => [id, change])).toEqual([
      ['a', lastEdit],
      ['b', lastEdit],
    ]);
    expect((await other.restore(rows, 'ours')).units).toMatchObject({ added: 0, same: 2 });
    other.close();
  });

  test('knows the same unit under another id', async () => {
    await apply(importOf('i', unit('a', '市一中')));
    const rows = await store.dump();
    const again = { ...rows, units: rows.units.map((row) => ({ ...row, id: 'z', notes: '新的' })) };
    expect((await store.restore(again, 'backup')).units).toMatchObject({ added: 0, different: 1 });
    expect((await rowsOf()).map(({ id, notes }) => [id, notes])).toEqual([['a', '新的']]);
  });
});
