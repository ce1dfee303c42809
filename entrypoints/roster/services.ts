import type { HeardRoster, RosterServices } from '@/components/desk/roster/services';
import type { EditRow, UnitRow } from '@/lib/desk/roster/model';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { dateIn } from '@/lib/notice/days';
import { copyText, saveFile } from '@/lib/platform/save-file';
import { witness } from '@/lib/platform/witness';
import { toStoreFailure } from '@/lib/store/failure';
import { storeKeeper } from '@/lib/store/keeper';
import { observe } from '@/lib/store/live';
import type { Store } from '@/lib/store/model';

/** The roster's services: it lives in the real database alone; a previewed date is only looked from. */
export function rosterServices(): RosterServices {
  const open = storeKeeper({ witness });
  const now = () => new Date();
  const newId = () => crypto.randomUUID();
  return {
    pack,
    now,
    newId,
    watch(hear, signal) {
      const failure = (error: unknown) => {
        if (!signal.aborted) hear({ ok: false, failure: toStoreFailure(error).kind });
      };
      const value = (roster: HeardRoster) => hear({ ok: true, roster });
      open('real')
        .then((store) => observe(store, readingOf(now), { value, failure }, signal))
        .catch(failure);
    },
    apply: async (edit, basedOn) => (await open('real')).roster.apply(edit, basedOn),
    undo: async (edit) => (await open('real')).roster.undo(edit, { id: newId(), at: now().toISOString() }),
    saveViews: async (views) => (await open('real')).settings.set('rosterViews', views),
    saveDeadline: async (date) => (await open('real')).settings.set('rosterDeadline', date),
    saveBlob: (name, blob) => saveFile(name, blob.type, blob),
    copyText,
    print: () => window.print(),
  };
}

/** A reading that remembers all rows and asks, the next time, for what came since: 100,000 rows take seconds. */
function readingOf(now: () => Date): (store: Store) => Promise<HeardRoster> {
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
    const today = preview ?? dateIn(now(), pack.timeZone);
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
