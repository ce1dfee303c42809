/** The roster's part of the store: each edit is one transaction, numbered, and can be undone. */
import type { EditRow, NewUnit, RosterEdit, UnitRow } from '@/lib/desk/roster/model';
import { checkRow, readRows } from './border';
import { type EditOutcome, type RosterSince, type Store, StoreFailure, type UndoOutcome } from './model';
import { editSchema, newUnitSchema, unitSchema } from './roster-rows';
import type { RebindDatabase } from './schema';

/** So many edits can be undone; older ones are forgotten, their changes stay. */
const MOST_EDITS = 100;
const SHOWN_EDITS = 20;

type Run = <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;

/** @param write holds the namespace's write lock */
export function rosterRepository(run: Run, write: Run): Store['roster'] {
  return {
    list: () =>
      run((database) =>
        database.transaction('r', database.units, database.rosterEdits, async () => ({
          units: readRows(unitSchema, await database.units.toArray()),
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
    apply: async (edit, basedOn) => {
      const checked = {
        added: edit.added.map((unit) => checkRow(newUnitSchema, unit)),
        changed: edit.changed.map(({ before, after }) => ({ before, after: checkRow(newUnitSchema, after) })),
      };
      return write((database) =>
        database.transaction('rw', database.units, database.rosterEdits, () =>
          applyEdit(database, { ...edit, ...checked }, basedOn),
        ),
      );
    },
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

async function readSince(database: RebindDatabase, edit: number): Promise<RosterSince | null> {
  const lastEdit = await lastEditOf(database);
  if (lastEdit === edit) return { changed: [], removed: [], lastEdit };
  // Erased, restored from nothing, or too long ago: the numbers in between are gone.
  const isKnown = edit > 0 && (await database.rosterEdits.where('number').equals(edit).count()) > 0;
  if (!isKnown) return null;
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
): Promise<EditOutcome> {
  const { units } = database;
  if (basedOn !== null && (await lastEditOf(database)) !== basedOn) return { ok: false, why: 'stale' };
  const before = [...edit.changed.map((one) => one.before), ...edit.removed];
  const here = await units.bulkGet(before.map(({ id }) => id));
  const isStale = before.some((row, at) => (here[at] as Partial<UnitRow> | undefined)?.change !== row.change);
  if (isStale) return { ok: false, why: 'stale' };
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
  const stamped = (unit: NewUnit): UnitRow => ({ ...unit, change: number, stamp: number });
  await units.bulkAdd(edit.added.map(stamped));
  if (edit.changed.length > 0) await units.bulkPut(edit.changed.map(({ after }) => stamped(after)));
  if (edit.removed.length > 0) await units.bulkDelete(edit.removed.map(({ id }) => id));
  return { ok: true, number };
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
  const rows = new Map(
    readRows(unitSchema, await units.bulkGet(touched)).map((row) => [row.id, row] as const),
  );
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
  await units.bulkPut(restored.map((row) => ({ ...row, change: undoing })));
  await units.bulkDelete(removed);
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
