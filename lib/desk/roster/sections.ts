/** One sheet with a list for each certificate, one below the other: 「二、电子签章制作情况」 over the same heading again. Pure. */
import { repeatsHeading } from './mapping';
import type { TrackName } from './model';
import { certificatesIn } from './said-states';
import { stepColumnOf, stepPartsOf } from './step-columns';
import type { RawTable } from './table';
import type { Column, Mapping } from './words';

/** The rows from here on are read by this mapping. */
export interface Section {
  readonly from: number;
  readonly mapping: Mapping;
}

const OF_EACH: readonly (readonly [plain: Column, ca: Column, seal: Column])[] = [
  ['state', 'caState', 'sealState'],
  ['date', 'caDate', 'sealDate'],
];

/** The mapping with all that is said of a certificate said of this one. */
function allOf(track: TrackName, mapping: Mapping): Mapping {
  return mapping.map((column) => {
    const parts = stepPartsOf(column);
    if (parts) return stepColumnOf({ ...parts, owner: track });
    const [, ca, seal] = OF_EACH.find((each) => column !== null && each.includes(column)) ?? [];
    return (track === 'ca' ? ca : seal) ?? column;
  });
}

/**
 * Where the heading is repeated below a title that names one certificate, and names none itself, the rows below are of that
 * one. Other repeats are another page of the same list.
 */
export function sectionsOf({ rows }: RawTable, dataFrom: number, mapping: Mapping): readonly Section[] {
  const sections: Section[] = [];
  if (mapping.includes('product') || mapping.filter((column) => column !== null).length < 2) return sections;
  for (let at = dataFrom + 1; at < rows.length; at += 1) {
    // The cheapest question first: it is asked of a hundred thousand rows.
    const title = titleIn(rows[at - 1] ?? []);
    if (title === null) continue;
    const [only, ...others] = certificatesIn(title);
    const row = rows[at] ?? [];
    if (only === undefined || others.length > 0 || certificatesIn(row.join('\n')).size > 0) continue;
    if (repeatsHeading(row, mapping)) sections.push({ from: at, mapping: allOf(only, mapping) });
  }
  return sections;
}

/** What a row says in one cell, or in all of them, merged across; null: it says several things, or nothing. */
function titleIn(row: readonly string[]): string | null {
  let title: string | null = null;
  for (const cell of row) {
    if (cell === '' || cell.trim() === '') continue;
    if (title !== null && cell !== title) return null;
    title = cell;
  }
  return title;
}
