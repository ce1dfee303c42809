/** The roster's part of the store: each edit is one transaction, numbered, and can be undone. */
import type { EditRow, NewUnit, RosterEdit, UnitRow } from '@/lib/desk/roster/model';
import { checkRow, readRows } from './border';
import {
  type ApplyOptions,
  type EditOutcome,
  type RosterSince,
  type Store,
  StoreFailure,
  type UndoOutcome,
} from './model';
import { editSchema, newUnitSchema, unitSchema } from './roster-rows';
import type { RebindDatabase } from './schema';

/** So many edits can be undone; older ones are forgotten, their changes stay. */
const MOST_EDITS = 100;
const SHOWN_EDITS = 20;

/**
 * So many rows are read, checked or written between two answers of the database. Each answer comes as a task of its own, so
 * the page is heard in between, and the transaction lives on; a hundred thousand at once would hold it for seconds.
 */
const ROWS_AT_ONCE = 500;
/** Who holds all rows and must hear of more than this reads them all again, piece by piece. */
const MOST_SINCE = 5_000;

/** Thrown within a transaction, which takes back what it wrote. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

type Run = <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;

/** @param write holds the namespace's write lock */
export function rosterRepository(run: Run, write: Run): Store['roster'] {
  return {
    list: () =>
      run((database) =>
        database.transaction('r', database.units, database.rosterEdits, async () => ({
          units: await readAll(database),
          lastEdit: await lastEditOf(database),
        })),
      ),
    since: (edit) =>
      run((database) =>
        database.transaction('r', database.units, database.rosterEdits, () => readSince(database, edit)),
      ),
    edits: () =>
      run(async ({ rosterEdits }) =>
        readRows(editSchema, await rosterEdits.reverse().limit(SHOWN_EDITS).toArray()),
      ),
    apply: (edit, basedOn, options = {}) =>
      write(async (database) => {
        try {
          return await database.transaction('rw', database.units, database.rosterEdits, () =>
            applyEdit(database, edit, basedOn, options),
          );
        } catch (error) {
          if (error instanceof Cancelled) return { ok: false, why: 'cancelled' };
          throw error;
        }
      }),
    undo: (number, undo) =>
      write((database) =>
        database.transaction('rw', database.units, database.rosterEdits, () =>
          undoEdit(database, number, undo),
        ),
      ),
  };
}

async function lastEditOf({ rosterEdits }: RebindDatabase): Promise<number> {
  const [last] = await rosterEdits.reverse().limit(1).primaryKeys();
  return last ?? 0;
}

async function readAll({ units }: RebindDatabase): Promise<readonly UnitRow[]> {
  const read: UnitRow[] = [];
  let last: string | null = null;
  for (;;) {
    const rows: readonly unknown[] = await (last === null
      ? units.toCollection()
      : units.where(':id').above(last)
    )
      .limit(ROWS_AT_ONCE)
      .toArray();
    for (const row of readRows(unitSchema, rows)) read.push(row);
    last = (rows.at(-1) as Partial<UnitRow> | undefined)?.id ?? null;
    if (rows.length < ROWS_AT_ONCE || last === null) return read;
  }
}

async function readSince(database: RebindDatabase, edit: number): Promise<RosterSince | null> {
  const lastEdit = await lastEditOf(database);
  if (lastEdit === edit) return { changed: [], removed: [], lastEdit };
  // Erased, restored from nothing, or too long ago: the numbers in between are gone.
  const isKnown = edit > 0 && (await database.rosterEdits.where('number').equals(edit).count()) > 0;
  if (!isKnown) return null;
  if ((await database.units.where('change').above(edit).count()) > MOST_SINCE) return null;
  const edits = readRows(editSchema, await database.rosterEdits.where('number').above(edit).toArray());
  const changed = readRows(unitSchema, await database.units.where('change').above(edit).toArray());
  const kept = new Set(changed.map(({ id }) => id));
  const removed = edits.flatMap((one) => one.removed).filter((id) => !kept.has(id));
  return { changed, removed: [...new Set(removed)], lastEdit };
}

async function applyEdit(
  database: RebindDatabase,
  edit: RosterEdit,
  basedOn: number | null,
  { signal, onProgress }: ApplyOptions,
): Promise<EditOutcome> {
  const { units } = database;
  if (basedOn !== null && (await lastEditOf(database)) !== basedOn) return { ok: false, why: 'stale' };
  const before = [...edit.changed.map((one) => one.before), ...edit.removed];
  const all = before.length + edit.added.length + edit.changed.length + edit.removed.length;
  let done = 0;
  const goOn = (rows: number) => {
    if (signal?.aborted) throw new Cancelled();
    done += rows;
    onProgress?.(done / all);
  };
  for (const rows of piecesOf(before)) {
    goOn(rows.length);
    const here = await units.bulkGet(rows.map(({ id }) => id));
    const isStale = rows.some((row, at) => (here[at] as Partial<UnitRow> | undefined)?.change !== row.change);
    if (isStale) return { ok: false, why: 'stale' };
  }
  const number = await addEdit(database, {
    id: edit.id,
    kind: edit.kind,
    label: edit.label,
    at: edit.at,
    added: edit.added.map(({ id }) => id),
    before,
    removed: edit.removed.map(({ id }) => id),
    undoes: null,
  });
  // Checked as they are written: one that could not be read again takes all back.
  const stamped = (unit: NewUnit): UnitRow => ({
    ...checkRow(newUnitSchema, unit),
    change: number,
    stamp: number,
  });
  for (const rows of piecesOf(edit.added)) {
    goOn(rows.length);
    await units.bulkAdd(rows.map(stamped));
  }
  for (const rows of piecesOf(edit.changed)) {
    goOn(rows.length);
    await units.bulkPut(rows.map(({ after }) => stamped(after)));
  }
  for (const rows of piecesOf(edit.removed)) {
    goOn(rows.length);
    await units.bulkDelete(rows.map(({ id }) => id));
  }
  return { ok: true, number };
}

function* piecesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/** Numbers an edit and forgets those that are too old. */
export async function addEdit(
  { rosterEdits }: RebindDatabase,
  edit: Omit<EditRow, 'number' | 'undoneBy'>,
): Promise<number> {
  const number = await rosterEdits.add({ ...edit, undoneBy: null } as EditRow);
  await rosterEdits
    .where('number')
    .belowOrEqual(number - MOST_EDITS)
    .delete();
  return number;
}

/**
 * Takes an edit back, row by row: a row that something else changed since stays as it is and is counted. Undoing an
 * undoing does the edit again.
 */
async function undoEdit(
  database: RebindDatabase,
  number: number,
  undo: { readonly id: string; readonly at: string },
): Promise<UndoOutcome> {
  const { units, rosterEdits } = database;
  const [edit] = readRows(editSchema, [await rosterEdits.get(number)]);
  if (!edit || edit.undoneBy !== null)
    throw new StoreFailure('unknown', { cause: new Error('no such edit') });
  const left = await stampsLeftBy(database, edit);
  const touched = [...edit.added, ...edit.before.map(({ id }) => id)];
  const rows = new Map<string, UnitRow>();
  for (const ids of piecesOf(touched)) {
    for (const row of readRows(unitSchema, await units.bulkGet([...ids]))) rows.set(row.id, row);
  }
  const isAsLeft = (id: string) => rows.get(id)?.stamp === left(id);
  const removed = edit.added.filter((id) => rows.has(id) && isAsLeft(id));
  const restored = edit.before.filter(({ id }) => isAsLeft(id));
  const before = [...removed, ...restored.map(({ id }) => id)].flatMap((id) => rows.get(id) ?? []);
  const added = restored.filter(({ id }) => !rows.has(id)).map(({ id }) => id);
  const undoing = await addEdit(database, {
    ...undo,
    kind: 'undo',
    label: edit.label,
    added,
    before,
    removed,
    undoes: number,
  });
  for (const pieces of piecesOf(restored)) {
    await units.bulkPut(pieces.map((row) => ({ ...row, change: undoing })));
  }
  for (const ids of piecesOf(removed)) await units.bulkDelete([...ids]);
  await rosterEdits.update(number, { undoneBy: undoing } as never);
  // Undoing an undoing: the first edit stands again.
  if (edit.undoes !== null) await rosterEdits.update(edit.undoes, { undoneBy: null } as never);
  const kept = edit.added.length + edit.before.length - removed.length - restored.length;
  return { number: undoing, undone: removed.length + restored.length, kept };
}

/** The stamp each row had when the edit was done; undefined: it was not there. */
async function stampsLeftBy(
  { rosterEdits }: RebindDatabase,
  edit: EditRow,
): Promise<(id: string) => number | undefined> {
  const removed = new Set(edit.removed);
  if (edit.undoes === null) return (id) => (removed.has(id) ? undefined : edit.number);
  const [undone] = readRows(editSchema, [await rosterEdits.get(edit.undoes)]);
  const stamps = new Map(undone?.before.map(({ id, stamp }) => [id, stamp] as const));
  return (id) => (removed.has(id) ? undefined : stamps.get(id));
}
