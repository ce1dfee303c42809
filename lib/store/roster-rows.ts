/** What a row of the roster must look like at the border of the database. */
import * as z from 'zod/mini';
import {
  CHANGE_SOURCES,
  EDIT_KINDS,
  type EditRow,
  LONGEST,
  MOST_UNIT_EVENTS,
  type NewUnit,
  type PieceRow,
  type SavedView,
  SORT_FIELDS,
  TRACK_STATES,
  UNIT_FIELDS,
  type UnitRow,
} from '@/lib/desk/roster/model';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import type { Proof, SameShape } from './parity';

z.config({ jitless: true });

const id = z.string().check(z.minLength(1), z.maxLength(100));
const line = z.nullable(z.string().check(z.maxLength(LONGEST.line)));
const instant = z.iso.datetime();
const state = z.enum(TRACK_STATES);
const audience = z.nullable(z.enum(AUDIENCES));
const level = z.nullable(z.enum(LEVELS));
const number = z.int().check(z.positive());

const track = z.object({
  state,
  paper: z.boolean(),
  scan: z.boolean(),
  dates: z.partialRecord(state, z.iso.date()),
});

const text = z.nullable(z.string().check(z.maxLength(LONGEST.notes)));
const event = z.object({
  at: instant,
  by: z.enum(CHANGE_SOURCES),
  field: z.enum([...UNIT_FIELDS, 'added']),
  from: text,
  to: text,
});

const unitShape = {
  id,
  name: z.string().check(z.minLength(1), z.maxLength(LONGEST.line)),
  code: line,
  supervisingUnit: line,
  audience,
  level,
  contact: line,
  phone: line,
  keysWanted: z.nullable(z.int().check(z.minimum(0), z.maximum(LONGEST.most.keysWanted))),
  ca: track,
  seal: track,
  notes: text,
  createdAt: instant,
  updatedAt: instant,
  history: z.array(event).check(z.maxLength(MOST_UNIT_EVENTS)),
};

export const newUnitSchema = z.object(unitShape);
export const unitSchema = z.object({ ...unitShape, change: number, stamp: number });

export const editSchema = z.object({
  number,
  id,
  kind: z.enum(EDIT_KINDS),
  label: z.string().check(z.maxLength(300)),
  at: instant,
  added: z.array(id),
  before: z.array(unitSchema),
  removed: z.array(id),
  undoes: z.nullable(number),
  undoneBy: z.nullable(number),
});

export const pieceSchema = z.object({
  edit: number,
  part: z.int().check(z.minimum(0)),
  added: z.array(id),
  before: z.array(unitSchema),
  removed: z.array(id),
  stamps: z.nullable(z.array(z.tuple([id, number]))),
});

export const savedViewSchema = z.object({
  id,
  name: z.string().check(z.minLength(1), z.maxLength(LONGEST.line)),
  view: z.object({
    search: z.string().check(z.maxLength(LONGEST.line)),
    ca: z.array(state),
    seal: z.array(state),
    audience,
    level,
    supervisingUnit: z.nullable(z.string().check(z.maxLength(LONGEST.line))),
    sort: z.enum(SORT_FIELDS),
    descending: z.boolean(),
    grouped: z.boolean(),
  }),
});

export type RosterParity = [
  Proof<SameShape<z.infer<typeof newUnitSchema>, NewUnit>>,
  Proof<SameShape<z.infer<typeof unitSchema>, UnitRow>>,
  Proof<SameShape<z.infer<typeof editSchema>, EditRow>>,
  Proof<SameShape<z.infer<typeof pieceSchema>, PieceRow>>,
  Proof<SameShape<z.infer<typeof savedViewSchema>, SavedView>>,
];
