/** What is left of a pack on a day: facts have days of their own, and a notice that is over has no rules. */
import { anywhere } from './abilities';
import type { CalendarDate } from './calendar';
import { isValidOn } from './condition';
import type { NoticePack } from './model';

/** Lists that only name things: what others point at stays, since records point at it too. */
const NAMING = new Set([
  'systems',
  'certificates',
  'audiences',
  'activities',
  'events',
  'attachments',
  'guides',
]);

function isVoid(value: unknown, today: CalendarDate): boolean {
  return typeof value === 'object' && value !== null && 'cite' in value && typeof value.cite === 'string'
    ? !isValidOn({ ...value, cite: value.cite }, today)
    : false;
}

/** The value without entries whose own days do not hold; the same value where all hold. */
function pruned<T>(value: T, today: CalendarDate, names: boolean): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const kept = (names ? value : value.filter((each) => !isVoid(each, today))).map((each) =>
      pruned(each, today, false),
    );
    const isSame = kept.length === value.length && kept.every((each, at) => each === value[at]);
    return isSame ? value : (kept as T);
  }
  const entries = Object.entries(value);
  const next = entries.map(([key, item]) => [key, pruned(item, today, NAMING.has(key))] as const);
  return next.every(([, item], at) => item === entries[at]?.[1]) ? value : (Object.fromEntries(next) as T);
}

const dated = new WeakMap<NoticePack, boolean>();

/** Most packs give no fact days of its own; that is looked for once. */
function givesDays(pack: NoticePack): boolean {
  const known =
    dated.get(pack) ?? anywhere(pack, ({ validFrom, validUntil }) => (validFrom ?? validUntil) !== undefined);
  dated.set(pack, known);
  return known;
}

/** The pack with the facts that hold on a day; the same object where all do. */
export function validFacts(pack: NoticePack, today: CalendarDate): NoticePack {
  return givesDays(pack) ? pruned(pack, today, false) : pack;
}

/**
 * Of a notice whose first day has still to come: what it asks for is told ahead, but it allows nothing yet, and its
 * advice to those who are late is for nobody.
 */
export function beforeForce(pack: NoticePack): NoticePack {
  return {
    ...pack,
    permissions: pack.permissions.filter(({ verdict }) => verdict !== 'allows'),
    warnings: pack.warnings.filter(({ kind }) => kind !== 'advice'),
  };
}

/** Of law that is over only names, numbers and places are left: nothing of it may be taken for current. */
export function withoutRules(pack: NoticePack): NoticePack {
  return {
    ...pack,
    systems: pack.systems.map((system) => ({ ...system, accepts: [] })),
    audiences: pack.audiences.map((audience) => ({ ...audience, duty: 'not-stated' as const })),
    phases: [],
    permissions: [],
    obligations: [],
    keyCounts: [],
    fees: { tariffs: [], charges: [] },
    renewals: [],
    warnings: [],
    statements: [],
    silences: [],
  };
}
