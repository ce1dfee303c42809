/** The roster's part of the store: each edit is one transaction, numbered, and can be undone. */
import type { EditRow, NewUnit, PieceRow, RosterEdit, UnitRow } from '@/lib/desk/roster/model';
import { checkRow, readRows } from './border';
import {
  type ApplyOptions,
  type EditOutcome,
  type RosterSince,
  type Store,
  StoreFailure,
  type UndoOutcome,
} from './model';
import {
  addEdit,
  addPiece,
  dropPieces,
  forgetOldEdits,
  INLINE_ROWS,
  partsOf,
  readPart,
  stampsLeftBy,
} from './roster-edits';
import { editSchema, newUnitSchema, pieceSchema, unitSchema } from './roster-rows';
import type { RebindDatabase } from './schema';

/**
 * So many rows are read, checked or written between two answers of the database. Each answer comes as a task of its own, so
 * the page is heard in between, and the transaction lives on; a hundred thousand at once would hold it for seconds.
 */
const ROWS_AT_ONCE = 500;
/** Who holds all rows and must hear of more than this reads them all again, piece by piece. */
const MOST_SINCE = 5_000;
const MOST_PIECES_SINCE = 20;

/** Thrown within a transaction, which takes back what it wrote. */
class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly why: 'stale' | 'cancelled') {
    super(`roster: ${why}`);
  }
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
      run((database) => database.transaction('r', tablesOf(database), () => readSince(database, edit))),
    edits: () =>
      run(async ({ rosterEdits }) =>
        readRows(editSchema, await rosterEdits.reverse().until(canBeUndone, true).toArray()),
      ),
    apply: (edit, basedOn, options = {}) =>
      write(async (database) => {
        try {
          return await database.transaction('rw', tablesOf(database), () =>
            applyEdit(database, edit, basedOn, options),
          );
        } catch (error) {
          if (error instanceof Refused) return { ok: false, why: error.why };
          throw error;
        }
      }),
    undo: (number, undo, options = {}) =>
      write((database) =>
        database.transaction('rw', tablesOf(database), () => undoEdit(database, number, undo, options)),
      ),
  };
}

const tablesOf = ({ units, rosterEdits, rosterPieces }: RebindDatabase) => [units, rosterEdits, rosterPieces];

/** Behind this one nothing is undone before it. Rows are the database's word. */
function canBeUndone(row: unknown): boolean {
  const { kind, undoneBy } = row as Partial<EditRow>;
  return kind !== 'undo' && kind !== 'restore' && undoneBy === null;
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
  const { units, rosterEdits, rosterPieces } = database;
  const lastEdit = await lastEditOf(database);
  if (lastEdit === edit) return { changed: [], removed: [], lastEdit };
  // Erased, restored from nothing, or too long ago: the numbers in between are gone.
  const isKnown = edit > 0 && (await rosterEdits.where('number').equals(edit).count()) > 0;
  if (!isKnown) return null;
  if ((await units.where('change').above(edit).count()) > MOST_SINCE) return null;
  const later = rosterPieces.where('[edit+part]').above([edit, Number.MAX_SAFE_INTEGER]);
  if ((await later.count()) > MOST_PIECES_SINCE) return null;
  const edits = readRows(editSchema, await rosterEdits.where('number').above(edit).toArray());
  const pieces = readRows(pieceSchema, await later.toArray());
  const changed = readRows(unitSchema, await units.where('change').above(edit).toArray());
  const kept = new Set(changed.map(({ id }) => id));
  const removed = [...edits, ...pieces].flatMap((one) => one.removed).filter((id) => !kept.has(id));
  return { changed, removed: [...new Set(removed)], lastEdit };
}

async function applyEdit(
  database: RebindDatabase,
  edit: RosterEdit,
  basedOn: number | null,
  { signal, onProgress }: ApplyOptions,
): Promise<EditOutcome> {
  const { units } = database;
  if (basedOn !== null && (await lastEditOf(database)) !== basedOn) throw new Refused('stale');
  const all = edit.added.length + edit.changed.length + edit.removed.length;
  const isSmall = all <= INLINE_ROWS;
  const number = await addEdit(database, {
    id: edit.id,
    kind: edit.kind,
    label: edit.label,
    at: edit.at,
    added: isSmall ? edit.added.map(({ id }) => id) : [],
    before: isSmall ? [...edit.changed.map((one) => one.before), ...edit.removed] : [],
    removed: isSmall ? edit.removed.map(({ id }) => id) : [],
    undoes: null,
  });
  let done = 0;
  let part = 0;
  const goOn = (rows: number) => {
    if (signal?.aborted) throw new Refused('cancelled');
    part += 1;
    done += rows;
    onProgress?.(done / all);
  };
  // Checked as they are written: one that could not be read again takes all back.
  const stamped = (unit: NewUnit): UnitRow => ({
    ...checkRow(newUnitSchema, unit),
    change: number,
    stamp: number,
  });
  for (const rows of piecesOf(edit.added)) {
    goOn(rows.length);
    const added = rows.map(({ id }) => id);
    if (!isSmall) await addPiece(database, { edit: number, part, added });
    await units.bulkAdd(rows.map(stamped));
  }
  for (const rows of piecesOf(edit.changed)) {
    goOn(rows.length);
    const before = rows.map((row) => row.before);
    await checkAsRead(database, before);
    if (!isSmall) await addPiece(database, { edit: number, part, before });
    await units.bulkPut(rows.map(({ after }) => stamped(after)));
  }
  for (const rows of piecesOf(edit.removed)) {
    goOn(rows.length);
    const removed = rows.map(({ id }) => id);
    await checkAsRead(database, rows);
    if (!isSmall) await addPiece(database, { edit: number, part, before: rows, removed });
    await units.bulkDelete(removed);
  }
  await forgetOldEdits(database, number);
  return { ok: true, number };
}

/** @throws Refused where a row is not as it was read */
async function checkAsRead({ units }: RebindDatabase, rows: readonly UnitRow[]): Promise<void> {
  const here = await units.bulkGet(rows.map(({ id }) => id));
  const isStale = rows.some((row, at) => (here[at] as Partial<UnitRow> | undefined)?.change !== row.change);
  if (isStale) throw new Refused('stale');
}

function* piecesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/**
 * Takes an edit back, row by row: a row that something else changed since stays as it is and is counted. Undoing an
 * undoing does the edit again. Part by part, so that it holds no more rows at once than one part has.
 */
async function undoEdit(
  database: RebindDatabase,
  number: number,
  undo: { readonly id: string; readonly at: string },
  { onProgress }: Pick<ApplyOptions, 'onProgress'>,
): Promise<UndoOutcome> {
  const { rosterEdits } = database;
  const [edit] = readRows(editSchema, [await rosterEdits.get(number)]);
  if (!edit || edit.undoneBy !== null)
    throw new StoreFailure('unknown', { cause: new Error('no such edit') });
  const undoing = await addEdit(database, {
    ...undo,
    kind: 'undo',
    label: edit.label,
    added: [],
    before: [],
    removed: [],
    undoes: number,
  });
  let [undone, kept] = [0, 0];
  const parts = await partsOf(database, edit);
  for (const [at, part] of parts.entries()) {
    onProgress?.(at / parts.length);
    const piece = await readPart(database, edit, part);
    if (piece === undefined) continue;
    const count = await undoPart(database, edit, piece, undoing);
    undone += count.undone;
    kept += count.kept;
  }
  await rosterEdits.update(number, { undoneBy: undoing } as never);
  if (edit.undoes !== null) {
    // Undoing an undoing: the first edit stands again, and with it what undoing it needs.
    await rosterEdits.update(edit.undoes, { undoneBy: null } as never);
    await dropPieces(database, number);
  }
  await forgetOldEdits(database, undoing);
  return { number: undoing, undone, kept };
}

async function undoPart(
  database: RebindDatabase,
  edit: EditRow,
  piece: PieceRow,
  undoing: number,
): Promise<{ undone: number; kept: number }> {
  const { units } = database;
  const left = stampsLeftBy(edit, piece);
  const touched = [...piece.added, ...piece.before.map(({ id }) => id)];
  const found = readRows(unitSchema, await units.bulkGet(touched));
  const rows = new Map(found.map((row) => [row.id, row] as const));
  const isAsLeft = (id: string) => rows.get(id)?.stamp === left(id);
  const removed = piece.added.filter((id) => rows.has(id) && isAsLeft(id));
  const restored = piece.before.filter(({ id }) => isAsLeft(id));
  const before = [...removed, ...restored.map(({ id }) => id)].flatMap((id) => rows.get(id) ?? []);
  await addPiece(database, {
    edit: undoing,
    part: piece.part,
    added: restored.filter(({ id }) => !rows.has(id)).map(({ id }) => id),
    // An undoing of an undoing is never taken back itself: the first edit is.
    before: edit.undoes === null ? before : [],
    removed,
    stamps: restored.map(({ id, stamp }) => [id, stamp] as const),
  });
  if (restored.length > 0) await units.bulkPut(restored.map((row) => ({ ...row, change: undoing })));
  if (removed.length > 0) await units.bulkDelete(removed);
  const undone = removed.length + restored.length;
  return { undone, kept: touched.length - undone };
}
