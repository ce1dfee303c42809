import { readRows } from './border';
import type { FirstRows } from './first-rows';
import type { ReadyParts, ReadyStamp, Settings } from './model';
import { sortByAge } from './order';
import { readyRowSchema } from './ready-rows';
import {
  certificateSchema,
  DEFAULT_SETTINGS,
  factSchema,
  settingSchema,
  settingsShape,
  subjectSchema,
} from './rows';

/** The rows the popup shows, checked at the border as the store's own answers are, in the same order. */
export function checkFirstRows(rows: FirstRows) {
  return {
    subjects: sortByAge(readRows(subjectSchema, rows.subjects)),
    certificates: sortByAge(readRows(certificateSchema, rows.certificates)),
    facts: readRows(factSchema, rows.facts),
    preview: settingIn(rows, 'preview'),
    largeType: settingIn(rows, 'largeType'),
    thresholds: settingIn(rows, 'thresholds'),
    snoozed: settingIn(rows, 'snoozed'),
  };
}

/**
 * What is ready of that name; null where there is none, or it is of another build or shelf.
 *
 * @param stamp what is not given is not compared
 */
export function readReady<K extends keyof ReadyParts>(
  key: K,
  row: unknown,
  stamp: Pick<ReadyStamp, 'build'> & Partial<ReadyStamp>,
): ReadyParts[K] | null {
  const [known] = readRows(readyRowSchema, [row]);
  const { build, mark = known?.mark, glance = known?.glance } = stamp;
  const fits = known?.key === key && known.build === build && known.mark === mark && known.glance === glance;
  // Typed by what wrote it (`ready-rows.ts`).
  return fits ? (known.value as unknown as ReadyParts[K]) : null;
}

function settingIn<K extends keyof Settings>({ settings }: FirstRows, key: K): Settings[K] {
  const row = readRows(settingSchema, settings).find((each) => each.key === key);
  const value = settingsShape[key].safeParse(row?.value);
  return value.success ? (value.data as Settings[K]) : DEFAULT_SETTINGS[key];
}
