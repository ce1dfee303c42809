/**
 * What undoing needs, kept in parts: an import of a hundred thousand units must not be one value of the database, which is
 * written, read and held in memory whole.
 */
import type { EditRow, PieceRow } from '@/lib/desk/roster/model';
import { readRows } from './border';
import { editSchema, pieceSchema } from './roster-rows';
import type { RebindDatabase } from './schema';

/** An edit of so many rows is one record; a longer one has a head without rows, and pieces. */
export const INLINE_ROWS = 50;
/**
 * So many are kept, older ones are forgotten and their changes stay. A hundred can be undone, one after the other: each undoing
 * is an edit of its own.
 */
const MOST_EDITS = 200;
/**
 * Pieces kept over all edits: six of a roster of a hundred thousand, so that its import can still be undone after a batch
 * change was undone, done again and undone. Five edits of 25,000 units took some 14 MB with the roster itself.
 */
export const MOST_PIECES = 1200;

/**
 * Numbers an edit. Within the caller's transaction, as everything here. There, Dexie keeps its transaction over one `await` of
 * a promise that is not its own, not over two: so what is one request hands on Dexie's promise, and nothing is nested deeper.
 */
export function addEdit(
  { rosterEdits }: RebindDatabase,
  edit: Omit<EditRow, 'number' | 'undoneBy'>,
): PromiseLike<number> {
  return rosterEdits.add({ ...edit, undoneBy: null } as EditRow);
}

export function addPiece(
  { rosterPieces }: RebindDatabase,
  piece: Pick<PieceRow, 'edit' | 'part'> & Partial<PieceRow>,
): PromiseLike<unknown> {
  return rosterPieces.add({ added: [], before: [], removed: [], stamps: null, ...piece });
}

/** Numbers of an edit's parts, in order; 0: what its head holds. */
export async function partsOf(
  { rosterPieces }: RebindDatabase,
  { number, added, before }: EditRow,
): Promise<readonly number[]> {
  const keys = await rosterPieces
    .where('[edit+part]')
    .between([number, 0], [number, Number.MAX_SAFE_INTEGER])
    .primaryKeys();
  const parts = keys.map(([, part]) => part);
  return added.length + before.length > 0 ? [0, ...parts] : parts;
}

/** One part; undefined where it cannot be read. */
export async function readPart(
  { rosterEdits, rosterPieces }: RebindDatabase,
  { number, added, before, removed, undoes }: EditRow,
  part: number,
): Promise<PieceRow | undefined> {
  if (part > 0 || added.length + before.length === 0)
    return readRows(pieceSchema, [await rosterPieces.get([number, part])])[0];
  // Undoings of before schema 11 kept no stamps: what they brought back is in the edit they undid.
  // Other edits need none; the database is asked all the same, see `addEdit`.
  const [undone] = readRows(editSchema, [await rosterEdits.get(undoes ?? number)]);
  const stamps = (undone?.before ?? []).map(({ id, stamp }) => [id, stamp] as const);
  return { edit: number, part, added, before, removed, stamps };
}

/** The stamp each row of a part had when the edit was done; undefined: it was not there. */
export function stampsLeftBy(
  edit: EditRow,
  { removed, stamps }: PieceRow,
): (id: string) => number | undefined {
  const gone = new Set(removed);
  if (edit.undoes === null) return (id) => (gone.has(id) ? undefined : edit.number);
  const known = new Map(stamps);
  return (id) => (gone.has(id) ? undefined : known.get(id));
}

export function dropPieces({ rosterPieces }: RebindDatabase, edit: number): PromiseLike<unknown> {
  return rosterPieces.where('[edit+part]').between([edit, 0], [edit, Number.MAX_SAFE_INTEGER]).delete();
}

/** Forgets the oldest edits while there are too many, or too many pieces; the newest always stays. */
export async function forgetOldEdits(database: RebindDatabase, newest: number): Promise<void> {
  const { rosterEdits, rosterPieces } = database;
  let upTo = newest - MOST_EDITS;
  const tooMany = (await rosterPieces.count()) - MOST_PIECES;
  if (tooMany > 0) {
    const [last] = await rosterPieces
      .orderBy('[edit+part]')
      .offset(tooMany - 1)
      .limit(1)
      .primaryKeys();
    upTo = Math.max(upTo, Math.min(last?.[0] ?? 0, newest - 1));
  }
  if (upTo <= 0) return;
  await rosterEdits.where('number').belowOrEqual(upTo).delete();
  await rosterPieces.where('[edit+part]').below([upTo, Number.MAX_SAFE_INTEGER]).delete();
}
