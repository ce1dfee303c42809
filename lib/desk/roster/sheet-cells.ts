/** Where the cells of a sheet's XML stand, and the sheet without those that no list has. */
import { ReadFailure } from './table';

/** A cell's place, counted from 0; null: no reference. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** A cell that does not say where it stands, as the standard allows and some programs write. */
const UNPLACED = /<(?:\w+:)?c(?![^<>]*\sr\s*=)(?=[\s/>])/;
const CELL_NAME = /^<(?:\w+:)?c/;

/**
 * The XML with a place in every cell: the reader wants one. A cell without stands to the right of the one before it, the
 * first in column A; a row without its number is the one below.
 */
export function placedCells(xml: string): string {
  if (!UNPLACED.test(xml)) return xml;
  let row = -1;
  let column = -1;
  return xml.replace(TAG, (whole: string, slash: string, tag: string, attributes: string) => {
    if (slash === '/') return whole;
    const reference = /\sr\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (tag === 'row') {
      row = reference === undefined ? row + 1 : Number(reference) - 1;
      column = -1;
      return whole;
    }
    const place = reference === undefined ? null : placeOf(reference);
    row = place?.row ?? row;
    column = place?.column ?? column + 1;
    return reference === undefined
      ? whole.replace(CELL_NAME, (name) => `${name} r="${lettersOf(column)}${row + 1}"`)
      : whole;
  });
}

/** 0 is A, 26 is AA. */
function lettersOf(column: number): string {
  const rest = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '';
  return `${rest}${String.fromCharCode(65 + (column % 26))}`;
}

/** A cell beyond column Z or row 99,999: what most sheets have none of. */
const FAR = /\sr="(?:[A-Z]{2,3}\d+|[A-Z]?\d{6,7})"/;
const TAG = /<(\/?)(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>/g;
const HOLDS_VALUE = /<(?:\w+:)?(?:v|is)\b/;

/**
 * The XML without columns and rows beyond the limits. The reader makes a place for every cell up to the furthest: one that
 * was only coloured, in the last row and column there can be, would fill the memory.
 *
 * @throws ReadFailure `too-many-rows` where a row beyond the limit holds something
 */
export function cellsWithin(
  xml: string,
  limits: { readonly rows: number; readonly columns: number },
): string {
  if (!FAR.test(xml)) return xml;
  const pieces: string[] = [];
  let from = 0;
  /** What is left out, and where it began. */
  let leaving: { readonly tag: string; readonly at: number } | null = null;
  for (const { 0: whole, 1: slash, 2: tag = '', 3: attributes = '', index } of xml.matchAll(TAG)) {
    const end = index + whole.length;
    if (slash === '/') {
      if (leaving?.tag !== tag) continue;
      if (tag === 'row' && HOLDS_VALUE.test(xml.slice(leaving.at, index)))
        throw new ReadFailure('too-many-rows');
      leaving = null;
      from = end;
    } else if (leaving === null && isBeyond(tag, attributes, limits)) {
      pieces.push(xml.slice(from, index));
      if (!attributes.endsWith('/')) leaving = { tag, at: index };
      from = end;
    }
  }
  // A part that never ends is the reader's to complain of.
  pieces.push(xml.slice(leaving?.at ?? from));
  return pieces.join('');
}

function isBeyond(
  tag: string,
  attributes: string,
  limits: { readonly rows: number; readonly columns: number },
): boolean {
  const reference = /\sr="([^"]*)"/.exec(attributes)?.[1] ?? '';
  if (tag === 'row') return Number(reference) > limits.rows;
  const place = placeOf(reference);
  return place !== null && (place.column >= limits.columns || place.row >= limits.rows);
}
