/** Merging a backup into what is here: pure, so that the preview and the deed are one computation. */
import { codeKey, keyOf } from '@/lib/desk/roster/plain';
import { compareVersions } from '@/lib/notice/standing';
import { BACKUP_TABLES, type SettingRow } from '@/lib/store/model';
import type { Preference, RestorePlan, StoreRows, TablePlan } from './model';

export interface Merge {
  readonly plan: RestorePlan;
  /** Rows to write, whole. Facts come without their number: the engine gives new ones, in this order. */
  readonly write: StoreRows;
}

/** Settings that belong to the moment, not to the person's data. */
const PASSING_SETTINGS = ['preview', '$mark'];

/**
 * What restoring does. Rows are told by id, certificates also by what their file said, so that nothing comes twice;
 * facts are never changed, journeys keep their pinned version, settings that are set here stay.
 */
export function mergeBackup(here: StoreRows, backup: StoreRows, preference: Preference): Merge {
  const subjects = mergeById(here.subjects, backup.subjects, preference, () => true);
  const known = new Set([...here.subjects, ...backup.subjects].map(({ id }) => id));
  const certificates = mergeById(here.certificates, fresh(here, backup), preference, (row) =>
    known.has(row.subject),
  );
  const journeys = mergeById(here.journeys, backup.journeys, 'ours', (row) => known.has(row.subject));
  const journeyIds = new Set([...here.journeys, ...journeys.write].map(({ id }) => id));
  const facts = mergeById(here.facts, backup.facts, 'ours', (row) => journeyIds.has(row.journey), ['order']);
  const units = mergeById(here.units, knownUnits(here, backup), preference, () => true, ['change', 'stamp']);
  const drafts = mergeById(here.drafts, backup.drafts, preference, () => true);
  const packs = mergePacks(here.packs, backup.packs);
  const settings = mergeSettings(here.settings, backup.settings);
  const skipped = backup.certificates.length - fresh(here, backup).length;
  const plan = {
    subjects: subjects.plan,
    certificates: { ...certificates.plan, same: certificates.plan.same + skipped },
    journeys: journeys.plan,
    facts: facts.plan,
    units: units.plan,
    drafts: drafts.plan,
    packs: packs.plan,
    settings: settings.plan,
  };
  return {
    plan,
    write: {
      subjects: subjects.write,
      certificates: certificates.write,
      journeys: journeys.write,
      facts: facts.write,
      units: units.write,
      drafts: drafts.write,
      packs: packs.write,
      settings: settings.write,
    },
  };
}

/** Whether anything would be written. */
export function changesAnything({ write }: Merge): boolean {
  return BACKUP_TABLES.some((table) => write[table].length > 0);
}

/** The backup's certificates but those that are here under another id, read from the same file. */
function fresh(here: StoreRows, backup: StoreRows): StoreRows['certificates'] {
  const keyOf = (row: StoreRows['certificates'][number]) =>
    row.details?.reading ? JSON.stringify([row.subject, row.details.reading.parts]) : null;
  const ids = new Set(here.certificates.map(({ id }) => id));
  const keys = new Set(here.certificates.map(keyOf).filter((key) => key !== null));
  return backup.certificates.filter((row) => ids.has(row.id) || !keys.has(keyOf(row) ?? ''));
}

/** The backup's units, those that are here under another id by that one: the same list may have been imported twice. */
function knownUnits(here: StoreRows, backup: StoreRows): StoreRows['units'] {
  const keyOfUnit = ({ code, name }: StoreRows['units'][number]) => `${codeKey(code ?? '')}/${keyOf(name)}`;
  const ids = new Set(here.units.map(({ id }) => id));
  const known = new Map(here.units.map((unit) => [keyOfUnit(unit), unit.id]));
  return backup.units.map((unit) =>
    ids.has(unit.id) ? unit : { ...unit, id: known.get(keyOfUnit(unit)) ?? unit.id },
  );
}

function mergeById<Row extends { readonly id: string }>(
  here: readonly Row[],
  incoming: readonly Row[],
  preference: Preference,
  isOwned: (row: Row) => boolean,
  ignored: readonly string[] = [],
): { plan: TablePlan; write: readonly Row[] } {
  const known = new Map(here.map((row) => [row.id, row]));
  const plan = { added: 0, same: 0, different: 0, orphaned: 0 };
  const write = new Map<string, Row>();
  for (const row of incoming) {
    const own = known.get(row.id) ?? write.get(row.id);
    if (own === undefined && !isOwned(row)) plan.orphaned += 1;
    else if (own === undefined) {
      plan.added += 1;
      write.set(row.id, row);
    } else if (canonical(own, ignored) === canonical(row, ignored)) plan.same += 1;
    else {
      plan.different += 1;
      if (preference === 'backup') write.set(row.id, row);
    }
  }
  return { plan, write: [...write.values()] };
}

/** Of each pack the newer version, whatever the person prefers: restoring never takes a notice back in time. */
function mergePacks(here: StoreRows['packs'], backup: StoreRows['packs']) {
  const known = new Map(here.map((row) => [row.id, row.version]));
  const incoming = backup.map(asFile);
  const isNewer = (row: StoreRows['packs'][number]) =>
    compareVersions(row.version, known.get(row.id) ?? row.version) > 0;
  const newer = mergeById(here, incoming.filter(isNewer), 'backup', () => true);
  const others = mergeById(
    here,
    incoming.filter((row) => !isNewer(row)),
    'ours',
    () => true,
  );
  const plan = {
    added: others.plan.added,
    same: others.plan.same + others.plan.different,
    different: newer.plan.different,
    orphaned: 0,
  };
  return { plan, write: [...newer.write, ...others.write] };
}

/** Nobody has checked the signature again: a pack of a feed comes back as one of a file. */
function asFile(row: StoreRows['packs'][number]): StoreRows['packs'][number] {
  const { source } = row;
  return source.kind === 'file'
    ? row
    : { ...row, source: { kind: 'file', name: source.address.slice(0, 200) } };
}

function mergeSettings(here: readonly SettingRow[], incoming: readonly SettingRow[]) {
  const wanted = incoming.filter(({ key }) => !PASSING_SETTINGS.includes(key));
  const keys = new Set(here.map(({ key }) => key));
  const write = wanted.filter(({ key }) => !keys.has(key));
  const plan = { added: write.length, same: wanted.length - write.length, different: 0, orphaned: 0 };
  return { plan, write };
}

/** JSON with the names in order, so that equal rows are equal texts. */
export function canonical(value: unknown, ignored: readonly string[] = []): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const entries = Object.entries(part).filter(([name]) => !ignored.includes(name));
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
