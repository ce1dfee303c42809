/** Checks of what a person notes about a key, before it is kept. */
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Binding, CertificateDetails } from './details';
import { type Checked, checkDay, checkText, tidy } from './entry';

export const DETAIL_TEXTS = ['look', 'keeper', 'keptBecause', 'notes'] as const;
export type DetailText = (typeof DETAIL_TEXTS)[number];

/** Most characters of each; well under what a row takes. */
export const LONGEST_DETAIL = { look: 60, keeper: 40, keptBecause: 80, notes: 300 } as const;

export interface BindingEntry {
  readonly system: string;
  readonly state: 'bound' | 'unbound' | 'unknown';
  /** As typed; empty where it is not known. */
  readonly since: string;
}

export type DetailsEntry = Readonly<Record<DetailText, string>> & {
  readonly bindings: readonly BindingEntry[];
};

/** A field of the entry: a text, or the day of one system's binding. */
export type DetailsField = DetailText | `since:${string}`;

type CheckedDetails = Pick<CertificateDetails, DetailText | 'bindings'>;

/** Checks the notes about a key. A day without a state says nothing and is let go. */
export function checkDetailsEntry(entry: DetailsEntry): Checked<CheckedDetails, DetailsField> {
  const problems: Partial<Record<DetailsField, NonNullable<ReturnType<typeof checkText>>>> = {};
  const texts = { look: '', keeper: '', keptBecause: '', notes: '' };
  for (const field of DETAIL_TEXTS) {
    texts[field] = tidy(entry[field]);
    const problem = checkText(texts[field], LONGEST_DETAIL[field]);
    if (problem !== null) problems[field] = problem;
  }
  const bindings: Binding[] = [];
  for (const { system, state, since } of entry.bindings) {
    if (state === 'unknown') continue;
    const day = since.trim();
    const problem = day === '' ? null : checkDay(day);
    if (problem !== null) problems[`since:${system}`] = problem;
    bindings.push({ system, state, since: day === '' ? null : (day as CalendarDate) });
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const kept = (field: DetailText) => (texts[field] === '' ? null : texts[field]);
  return {
    ok: true,
    value: {
      look: kept('look'),
      keeper: kept('keeper'),
      keptBecause: kept('keptBecause'),
      notes: kept('notes'),
      bindings,
    },
  };
}
