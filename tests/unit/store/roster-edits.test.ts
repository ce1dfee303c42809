import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { editOfBatch } from '@/lib/desk/roster/batch';
import { addUnit, type Moment, unitOf } from '@/lib/desk/roster/change-unit';
import type { EditRow, NewUnit, RosterEdit } from '@/lib/desk/roster/model';
import { connect } from '@/lib/store/connection';
import type { Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { addEdit, addPiece, forgetOldEdits, MOST_PIECES } from '@/lib/store/roster-edits';
import { createEngine, type RawDatabase, readRaw, writeRaw } from './raw-database';

// Thousands of rows, on a machine that does other things too.

const AT = '2024-03-05T01:20:00.000Z';
const moment = (by: Moment['by']): Moment => ({ at: AT, today: '2024-03-05', by });
const newUnits = (count: number, mark = 'k'): NewUnit[] =>
  Array.from({ length: count }, (_, at) => {
    const id = `${mark}${String(at).padStart(5, '0')}`;
    return addUnit(id, unitOf({ line: at + 2, name: `溧阳市${id}`, ca: {}, seal: {} }), moment('import'));
  });
const importOf = (id: string, added: NewUnit[]): RosterEdit => ({
  id,
  kind: 'import',
  label: '名册.xlsx',
  at: AT,
  added,
  changed: [],
  removed: [],
});

let engine: ReturnType<typeof createEngine>;
let store: Store;
beforeEach(async () => {
  engine = createEngine();
  store = await openStore('real', engine);
  return () => store.close();
});

const rowsOf = async () => (await store.roster.list()).units;
const contentOf = async () => (await rowsOf()).map(({ change: _, ...row }) => row);
async function apply(edit: RosterEdit): Promise<number> {
  const outcome = await store.roster.apply(edit, null);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.number;
}
const undo = (edit: number) => store.roster.undo(edit, { id: `undo-${edit}`, at: AT });
const batch = async (id: string) =>
  apply(editOfBatch(await rowsOf(), { notes: id }, { id, label: '' }, moment('batch')));
/** Rows in the longest value of each table. */
async function longestValues() {
  const { rows } = await readRaw(engine.indexedDB, 'rebind');
  const longest = (table: string) =>
    Math.max(
      0,
      ...(rows[table] as EditRow[]).map(({ added, before, removed }) =>
        Math.max(added.length, before.length, removed.length),
      ),
    );
  return { heads: longest('rosterEdits'), pieces: longest('rosterPieces') };
}
/** The browser was closed and opened again. */
async function restart() {
  store.close();
  store = await openStore('real', engine);
}

describe('a long edit', () => {
  test('never is one value of the database, nor is its undoing', async () => {
    const number = await apply(importOf('i', newUnits(1_730)));
    await batch('一批');
    expect(await longestValues()).toEqual({ heads: 0, pieces: 500 });
    const second = (await store.roster.edits())[0]?.number ?? 0;
    const { number: undoing } = await undo(second);
    await undo(undoing);
    await undo(second);
    expect(await undo(number)).toMatchObject({ undone: 1_730, kept: 0 });
    expect(await longestValues()).toEqual({ heads: 0, pieces: 500 });
    expect(await rowsOf()).toEqual([]);
  });

  test('is undone and done again after a restart, row by row as it was', async () => {
    const number = await apply(importOf('i', newUnits(1_201)));
    const imported = await contentOf();
    const second = await batch('改过');
    const changed = await contentOf();
    await restart();
    const back = await undo(second);
    expect(await contentOf()).toEqual(imported);
    await restart();
    const gone = await undo(number);
    expect(await rowsOf()).toEqual([]);
    await restart();
    expect(await undo(gone.number)).toMatchObject({ undone: 1_201, kept: 0 });
    expect(await contentOf()).toEqual(imported);
    await restart();
    expect(await undo(back.number)).toMatchObject({ undone: 1_201, kept: 0 });
    expect(await contentOf()).toEqual(changed);
  });

  test('whose rows were changed meanwhile is undone without them, wherever they lie', async () => {
    const number = await apply(importOf('i', newUnits(1_100)));
    const some = (await rowsOf()).filter((_, at) => at % 400 === 0);
    await apply(editOfBatch(some, { notes: '另改' }, { id: 'b', label: '' }, moment('hand')));
    expect(await undo(number)).toMatchObject({ undone: 1_097, kept: 3 });
    expect((await rowsOf()).map(({ id }) => id)).toEqual(some.map(({ id }) => id));
  });

  test('all of whose rows were changed meanwhile is undone without any, in one transaction', async () => {
    const number = await apply(importOf('i', newUnits(1_730)));
    const second = await batch('全改');
    const changed = await contentOf();
    expect(await undo(number)).toMatchObject({ undone: 0, kept: 1_730 });
    expect(await contentOf()).toEqual(changed);
    expect(await undo(second)).toMatchObject({ undone: 1_730, kept: 0 });
  });

  test('of rows that changed meanwhile leaves nothing, not even what came before them', async () => {
    await apply(importOf('i', newUnits(1_100)));
    const rows = await rowsOf();
    await apply(editOfBatch(rows.slice(-1), { notes: '另改' }, { id: 'b', label: '' }, moment('hand')));
    const before = await readRaw(engine.indexedDB, 'rebind');
    const late = editOfBatch(rows, { notes: '晚了' }, { id: 'c', label: '' }, moment('batch'));
    expect(await store.roster.apply(late, null)).toEqual({ ok: false, why: 'stale' });
    expect((await readRaw(engine.indexedDB, 'rebind')).rows).toEqual(before.rows);
  });

  test('taken out and undone is heard of by another desk, or makes it read all again', async () => {
    const number = await apply(importOf('i', newUnits(60)));
    const { number: undoing } = await undo(number);
    const since = await store.roster.since(number);
    expect(since?.removed).toHaveLength(60);
    await undo(undoing);
    expect((await store.roster.since(undoing))?.changed).toHaveLength(60);
    const long = await apply(importOf('j', newUnits(11_000, 'm')));
    await undo(long);
    expect(await store.roster.since(long)).toBeNull();
  });

  test('done and undone many times keeps no more than doing it once', async () => {
    await apply(importOf('i', newUnits(600)));
    const number = await batch('来回');
    const pieces = async () => (await readRaw(engine.indexedDB, 'rebind')).rows.rosterPieces ?? [];
    const rowsKept = async () =>
      (await pieces()).reduce<number>((sum, piece) => sum + (piece as EditRow).before.length, 0);
    const counts: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { number: undoing } = await undo(number);
      await undo(undoing);
      counts.push(await rowsKept());
    }
    expect(counts).toEqual([600, 600, 600]);
  });
});

test('a hundred edits are undone, one after the other, and done again', async () => {
  const unit = newUnits(1);
  await apply(importOf('i', unit));
  for (let at = 1; at < 100; at += 1) await batch(`第${at}次`);
  const next = async () =>
    (await store.roster.edits()).find(({ kind, undoneBy }) => kind !== 'undo' && undoneBy === null);
  let undone = 0;
  for (let edit = await next(); edit; edit = await next()) {
    expect(await undo(edit.number)).toMatchObject({ undone: 1, kept: 0 });
    undone += 1;
  }
  expect(undone).toBe(100);
  expect(await rowsOf()).toEqual([]);
}, 60_000);

test('an edit and its undoing of before schema 11 are undone and done again', async () => {
  store.close();
  engine = createEngine();
  const v10 = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../lib/store/fixtures/v10.json'), 'utf8'),
  ) as RawDatabase;
  const edits = v10.rows.rosterEdits as EditRow[];
  const changed = edits[1];
  const [was] = changed?.before ?? [];
  if (!changed || !was) throw new Error('the example has no edit');
  // As schema 10 left it: the second edit was undone by a third.
  const after = (v10.rows.units as { id: string }[]).find(({ id }) => id === was.id);
  const undone = { ...changed, undoneBy: 3 };
  const undoing = { ...changed, number: 3, id: 'e-3', kind: 'undo', before: [after], undoes: 2 };
  const rows = {
    ...v10.rows,
    rosterEdits: [edits[0], undone, undoing],
    units: (v10.rows.units as { id: string }[]).map((row) =>
      row.id === was.id ? { ...was, change: 3 } : row,
    ),
  };
  await writeRaw(engine.indexedDB, 'rebind', { ...v10, rows });
  store = await openStore('real', engine);
  expect(await undo(3)).toMatchObject({ undone: 1, kept: 0 });
  expect((await rowsOf()).find(({ id }) => id === was.id)).toMatchObject({ ...after, change: 4 });
  expect(await undo(2)).toMatchObject({ undone: 1, kept: 0 });
  expect((await rowsOf()).find(({ id }) => id === was.id)).toMatchObject({ ...was, change: 5 });
});

describe('of more than should be kept', () => {
  const head = {
    kind: 'batch',
    label: '',
    at: AT,
    added: [],
    before: [],
    removed: [],
    undoes: null,
  } as const;

  test.each([
    [
      'the oldest are forgotten until the rest is little enough',
      [MOST_PIECES / 3, MOST_PIECES / 2, MOST_PIECES / 2],
      [2, 3],
    ],
    ['the newest stays, however long it is', [300, MOST_PIECES + 40], [2]],
    ['nothing is forgotten while it is little', [1, 2, 3], [1, 2, 3]],
  ])('%s', async (_, lengths, kept) => {
    const connection = await connect('real', engine);
    await connection.run((database) =>
      database.transaction('rw', database.rosterEdits, database.rosterPieces, async () => {
        for (const [at, length] of lengths.entries()) {
          const edit = await addEdit(database, { ...head, id: `e${at}` });
          for (let part = 1; part <= length; part += 1) await addPiece(database, { edit, part });
        }
        await forgetOldEdits(database, lengths.length);
      }),
    );
    connection.close();
    const { rows } = await readRaw(engine.indexedDB, 'rebind');
    expect((rows.rosterEdits as EditRow[]).map(({ number }) => number)).toEqual(kept);
    const pieces = rows.rosterPieces as { edit: number }[];
    expect([...new Set(pieces.map(({ edit }) => edit))]).toEqual(kept);
  });
});
