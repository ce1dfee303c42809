import type { Fact } from '@/lib/guide/model';
import { DEFAULT_SETTINGS } from './default-settings';
import type { FirstRows } from './first-rows';
import type { CertificateRow, ReadyParts, ReadyStamp, Settings, SubjectRow } from './model';
import { sortByAge } from './order';
import { isPlainCertificate, isPlainFact, isPlainReady, isPlainSubject, PLAIN_SETTINGS } from './plain-rows';

type FirstSettings = Pick<Settings, keyof typeof PLAIN_SETTINGS>;

/** What the first paint shows, of rows that were checked. */
export interface CheckedRows extends FirstSettings {
  readonly subjects: readonly SubjectRow[];
  readonly certificates: readonly CertificateRow[];
  readonly facts: readonly Fact[];
}

/**
 * The rows the popup shows, checked at the border, in the order of the store's own answers.
 *
 * @returns null where one of them is not plainly what this build writes: then the full store decides
 */
export function checkFirstRows(rows: FirstRows): CheckedRows | null {
  const { subjects, certificates, facts } = rows;
  const isPlain =
    subjects.every(isPlainSubject) && certificates.every(isPlainCertificate) && facts.every(isPlainFact);
  const settings = settingsIn(rows);
  if (!isPlain || settings === null) return null;
  return {
    subjects: sortByAge(subjects as SubjectRow[]),
    certificates: sortByAge(certificates as CertificateRow[]),
    facts: facts as Fact[],
    ...settings,
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
  if (!isPlainReady(row)) return null;
  const { build, mark = row.mark, glance = row.glance } = stamp;
  const fits = row.key === key && row.build === build && row.mark === mark && row.glance === glance;
  // Typed by what wrote it (`ready-rows.ts`).
  return fits ? (row.value as unknown as ReadyParts[K]) : null;
}

function settingsIn({ settings }: FirstRows): FirstSettings | null {
  const known = new Map(
    (settings as readonly { readonly key?: unknown; readonly value?: unknown }[]).map((row) => [
      row?.key,
      row?.value,
    ]),
  );
  const keys = Object.keys(PLAIN_SETTINGS) as (keyof FirstSettings)[];
  if (keys.some((key) => known.has(key) && !PLAIN_SETTINGS[key](known.get(key)))) return null;
  const values = keys.map((key) => [key, known.has(key) ? known.get(key) : DEFAULT_SETTINGS[key]]);
  return Object.fromEntries(values) as FirstSettings;
}
