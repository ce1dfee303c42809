/**
 * A draft that is no pack yet, as far as it goes: what is missing in the notice itself is stood in for, entries that are
 * not right yet are left out. Only for looking at while one writes. Pure.
 */
import type { CalendarDate } from '@/lib/notice/calendar';
import { compose } from '@/lib/notice/compose';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { amends } from './base';
import { type Draft, removeEntry } from './draft';
import { locate } from './review';
import type { HeaderValues } from './sections';
import { type WritingParts, writePack } from './to-pack';

export interface SoFar {
  readonly pack: NoticePack;
  /** How many entries are not in it yet. */
  readonly leftOut: number;
}

const MOST_ROUNDS = 8;
const BLANK = '＿＿';

/** Fields of the notice by the place in the pack that complains of them. */
const FIELD_AT: Readonly<Record<string, keyof HeaderValues>> = { id: 'packId' };

function standIn(draft: Draft, field: keyof HeaderValues, today: CalendarDate): Draft {
  const { header } = draft;
  const values: Readonly<Partial<Record<keyof HeaderValues, string>>> = {
    title: BLANK,
    issuer: BLANK,
    region: BLANK,
    signedOn: today,
    publishedOn: header.signedOn || today,
    packId: 'draft',
    version: '1.0.0',
  };
  return { ...draft, header: { ...header, [field]: values[field] ?? '' } };
}

/**
 * @param today stands in for days of the notice that are not written yet
 * @returns null where not even that can be shown
 */
export function packSoFar(
  draft: Draft,
  parts: WritingParts,
  base: NoticePack | null,
  today: CalendarDate,
): SoFar | null {
  let next = draft;
  const left = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { value, origins } = writePack(next, parts, base);
    const loaded = loadPack(JSON.stringify(value));
    if (loaded.ok) {
      const composed = base && amends(draft) ? compose(base, loaded.pack) : null;
      if (composed && !composed.ok) return null;
      return { pack: composed?.pack ?? loaded.pack, leftOut: left.size };
    }
    const before = next;
    const found = loaded.problems.map(({ path }) => ({ path, entry: locate(path, origins) }));
    // First the notice itself: contacts take their day from it.
    for (const { path, entry } of found) {
      const root = /^\w+/.exec(path)?.[0] ?? '';
      const field = FIELD_AT[root] ?? root;
      if (entry === null && Object.hasOwn(next.header, field)) {
        next = standIn(next, field as keyof HeaderValues, today);
      }
    }
    if (next !== before) continue;
    for (const { entry } of found) {
      if (!entry) continue;
      left.add(entry.id);
      next = removeEntry(next, entry.section, entry.id);
    }
    if (next === before) return null;
  }
  return null;
}
