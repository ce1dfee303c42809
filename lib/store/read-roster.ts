/** What the desk shows of the roster, read anew after each write at the price of what changed. */
import type { EditRow, UnitRow } from '@/lib/desk/roster/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { RosterReading, Store } from './model';

/** A reading that remembers all rows and asks, the next time, for what came since: 100,000 rows take seconds. */
export function readingOfRoster(todayOf: () => CalendarDate): (store: Store) => Promise<RosterReading> {
  let units: readonly UnitRow[] = [];
  let edits: readonly EditRow[] = [];
  let lastEdit = 0;
  return async ({ roster, settings }) => {
    const since = lastEdit === 0 ? null : await roster.since(lastEdit);
    if (since === null) ({ units, lastEdit } = await roster.list());
    else if (since.lastEdit !== lastEdit) {
      units = join(units, since.changed, since.removed);
      lastEdit = since.lastEdit;
    }
    if (since === null || edits[0]?.number !== lastEdit || lastEdit === 0) edits = await roster.edits();
    const [views, deadline, preview, largeType] = await Promise.all([
      settings.get('rosterViews'),
      settings.get('rosterDeadline'),
      settings.get('preview'),
      settings.get('largeType'),
    ]);
    const today = preview ?? todayOf();
    return { units, lastEdit, edits, views, deadline, today, largeType };
  };
}

function join(
  units: readonly UnitRow[],
  changed: readonly UnitRow[],
  removed: readonly string[],
): readonly UnitRow[] {
  const fresh = new Map(changed.map((unit) => [unit.id, unit] as const));
  const gone = new Set(removed);
  const kept = units.filter(({ id }) => !gone.has(id)).map((unit) => fresh.get(unit.id) ?? unit);
  const known = new Set(units.map(({ id }) => id));
  return [...kept, ...changed.filter(({ id }) => !known.has(id))];
}
