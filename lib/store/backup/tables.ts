/** A backup's rows out of the tables and into them; both inside the caller's transaction. */
import { checkRow, readRows } from '@/lib/store/border';
import { draftSchema } from '@/lib/store/draft-rows';
import { packRowSchema } from '@/lib/store/pack-rows';
import { addEdit, forgetOldEdits } from '@/lib/store/roster-edits';
import { unitSchema } from '@/lib/store/roster-rows';
import {
  certificateSchema,
  factSchema,
  journeySchema,
  newFactSchema,
  settingSchema,
  subjectSchema,
} from '@/lib/store/rows';
import type { RebindDatabase } from '@/lib/store/schema';
import { mergeBackup } from './merge';
import type { Preference, RestorePlan, StoreRows } from './model';

/** Every readable row. The mark of the loss watch is the database's own and stays behind. */
export async function dumpRows(database: RebindDatabase): Promise<StoreRows> {
  const { subjects, certificates, journeys, facts, units, drafts, packs, settings } = database;
  return {
    subjects: readRows(subjectSchema, await subjects.toArray()),
    certificates: readRows(certificateSchema, await certificates.toArray()),
    journeys: readRows(journeySchema, await journeys.toArray()),
    facts: readRows(factSchema, await facts.toArray()),
    units: readRows(unitSchema, await units.toArray()),
    drafts: readRows(draftSchema, await drafts.toArray()),
    packs: readRows(packRowSchema, await packs.toArray()),
    settings: readRows(settingSchema, await settings.toArray())
      .map(({ key, value }) => ({ key, value }))
      .filter(({ key }) => !key.startsWith('$')),
  };
}

export async function restoreRows(
  database: RebindDatabase,
  rows: StoreRows,
  preference: Preference,
): Promise<RestorePlan> {
  const { plan, write } = mergeBackup(await dumpRows(database), rows, preference);
  await database.subjects.bulkPut(write.subjects.map((row) => checkRow(subjectSchema, row)));
  await database.certificates.bulkPut(write.certificates.map((row) => checkRow(certificateSchema, row)));
  await database.journeys.bulkPut(write.journeys.map((row) => checkRow(journeySchema, row)));
  // Without the other database's numbers: the engine gives new ones, in the same order.
  await database.facts.bulkAdd(write.facts.map((row) => checkRow(newFactSchema, row)));
  await database.settings.bulkPut(write.settings.map((row) => checkRow(settingSchema, row)));
  await database.drafts.bulkPut(write.drafts.map((row) => checkRow(draftSchema, row)));
  await database.packs.bulkPut(write.packs.map((row) => checkRow(packRowSchema, row)));
  // Made of other packs, and by their ids alone a newer version cannot be told (`first-rows.ts`).
  if (write.packs.length > 0) await database.ready.clear();
  if (write.units.length > 0) await restoreUnits(database, write.units);
  return plan;
}

/** As an edit of its own, so that an open desk sees it. It is not undone: the units come with other edits' numbers. */
async function restoreUnits(database: RebindDatabase, units: StoreRows['units']): Promise<void> {
  const change = await addEdit(database, {
    id: crypto.randomUUID(),
    kind: 'restore',
    label: '',
    at: new Date().toISOString(),
    added: [],
    before: [],
    removed: [],
    undoes: null,
  });
  await forgetOldEdits(database, change);
  await database.units.bulkPut(units.map((row) => checkRow(unitSchema, { ...row, change, stamp: change })));
}
