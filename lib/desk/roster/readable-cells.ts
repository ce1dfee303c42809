/**
 * A sheet's XML without the cells that the reader refuses. It gives up a whole workbook for one cell of a kind it does not
 * know; here such a cell is left out, or read as what it plainly holds, and the rest of the list is kept.
 */
import { placeOf } from './sheet-cells';
import type { UnreadableCell } from './table';

/** How many texts and styles the workbook holds for its cells to name by number. */
export interface CellStock {
  readonly texts: number;
  readonly styles: number;
}

export interface ReadableCells {
  readonly xml: string;
  readonly unreadable: readonly UnreadableCell[];
}

const DAY_CELL = /\st=["']d["']/;

/** A cell of the kind 「day」 as the text that it holds: the reader takes a day without a zone for one of this machine's. */
export function daysAsText(xml: string): string {
  if (!DAY_CELL.test(xml)) return xml;
  return xml.replace(CELL, (whole, prefix = '', attributes = '', inside = '') =>
    DAY_CELL.test(attributes) ? asText(prefix, attributes, valueIn(inside) ?? '') : whole,
  );
}

const CELL = /<(\w+:)?c((?=[\s/>])[^<>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const SHEET_DATA = /(<(?:\w+:)?sheetData\b[^<>]*>)([\s\S]*)(<\/(?:\w+:)?sheetData>)/;

/** The XML with what the reader takes, in the order it wants; every cell must say where it stands (`placedCells`). */
export function readableCells(xml: string, stock: CellStock): ReadableCells {
  const [, open = '', data, close = ''] = SHEET_DATA.exec(xml) ?? [];
  if (data === undefined) return { xml, unreadable: [] };
  const unreadable: UnreadableCell[] = [];
  const rows = new Map<number, Map<number, string>>();
  for (const { 0: whole, 1: prefix = '', 2: attributes = '', 3: inside = '' } of data.matchAll(CELL)) {
    const place = placeOf(attribute(attributes, 'r') ?? '');
    if (!place) continue;
    const row = rows.get(place.row) ?? new Map<number, string>();
    rows.set(place.row, row);
    const cell = readable(whole, prefix, attributes, inside, stock);
    // A place that was written twice has two values, and nobody knows which.
    const isDouble = row.has(place.column) && cell !== '';
    if (cell === null || isDouble) {
      unreadable.push({ line: place.row + 1, column: place.column, why: 'unknown-cell' });
    } else if (cell !== '') row.set(place.column, cell);
  }
  const ordered = [...rows]
    .sort(([one], [other]) => one - other)
    .map(([at, cells]) => {
      const inOrder = [...cells].sort(([one], [other]) => one - other).map(([, cell]) => cell);
      return `<row r="${at + 1}">${inOrder.join('')}</row>`;
    });
  return { xml: xml.replace(SHEET_DATA, () => `${open}${ordered.join('')}${close}`), unreadable };
}

/** The cell as the reader takes it; '' where it holds nothing, null where it holds what nobody can read. */
function readable(
  whole: string,
  prefix: string,
  attributes: string,
  inside: string,
  { texts, styles }: CellStock,
): string | null {
  const kind = attribute(attributes, 't') ?? 'n';
  const value = valueIn(inside);
  const style = attribute(attributes, 's');
  const plain = style === null || Number(style) < styles ? whole : whole.replace(/\ss=["'][^"']*["']/, '');
  // A formula without a result is told as one by who asked for this.
  if (value === null && /<(?:\w+:)?f\b/.test(inside)) return '';
  switch (kind) {
    case 's':
      if (value === null) return '';
      return Number(value) < texts ? plain : null;
    case 'inlineStr':
      if (/<(?:\w+:)?is\b/.test(inside)) return plain;
      return value === null ? '' : asText(prefix, attributes, value);
    case 'str':
      return value === null ? '' : plain;
    case 'b':
      if (value === null) return '';
      if (/^(?:true|false)$/.test(value))
        return plain.replace(/>(true|false)</, (_, word) => `>${word === 'true' ? 1 : 0}<`);
      return /^[01]$/.test(value) ? plain : null;
    case 'n':
      if (value === null) return '';
      return Number.isNaN(Number(value)) ? null : plain;
    case 'e':
      return value === null ? '' : plain;
    default:
      return value === null && !/<(?:\w+:)?is\b/.test(inside) ? '' : null;
  }
}

/** Text between the value's tags, as it is written; null where it is missing or empty. */
function valueIn(inside: string): string | null {
  const value = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<\//.exec(inside)?.[1]?.trim();
  return value === undefined || value === '' ? null : value;
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null;
}

/** @param value as XML writes it */
function asText(prefix: string, attributes: string, value: string): string {
  const place = attribute(attributes, 'r') ?? '';
  return `<${prefix}c r="${place}" t="inlineStr"><${prefix}is><${prefix}t>${value}</${prefix}t></${prefix}is></${prefix}c>`;
}
