/** Checks of what a person types about a certificate or a subject, before it is kept. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { isCalendarDate } from '@/lib/notice/days';
import { type Refusal, refuseText } from './refusal';

/** Why a field cannot be kept as typed; each has its own sentence in the locale files. */
export type FieldProblem =
  | 'missing'
  | 'too-long'
  | Refusal
  /** No such day, or not `YYYY-MM-DD`. */
  | 'not-a-day'
  /** Before 2000 or after 2099: no CA of this kind lives there, a year was mistyped. */
  | 'unlikely-year'
  /** The last day lies before the first. */
  | 'ends-before-it-begins'
  /** Another one already goes by this name. */
  | 'taken';

/** Most characters a line may have; well under what a row takes. */
export const LONGEST = { name: 60, label: 40, holder: 40 } as const;

/** Days outside are taken for a mistyped year. */
export const LIKELY_DAYS = { from: '2000-01-01', until: '2099-12-31' } as const;

/** A certificate as typed: text in every field. */
export interface CertificateEntry {
  readonly label: string;
  readonly holder: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export interface CheckedCertificate {
  readonly label: string;
  readonly holder: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate;
}

export type Checked<T, Field extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: Partial<Readonly<Record<Field, FieldProblem>>> };

/**
 * Checks a certificate as typed. Dates are calendar days in Asia/Shanghai, both ends inclusive; the first
 * may be left empty.
 */
export function checkCertificateEntry(
  entry: CertificateEntry,
): Checked<CheckedCertificate, keyof CertificateEntry> {
  const label = tidy(entry.label);
  const holder = tidy(entry.holder);
  const validFrom = entry.validFrom.trim();
  const validUntil = entry.validUntil.trim();
  const from = validFrom === '' ? null : checkDay(validFrom);
  const until = checkDay(validUntil);
  const ends =
    until ?? (from === null && validFrom !== '' && validUntil < validFrom ? 'ends-before-it-begins' : null);
  const problems = present({
    label: label === '' ? 'missing' : checkText(label, LONGEST.label),
    holder: checkText(holder, LONGEST.holder),
    validFrom: from,
    validUntil: ends,
  });
  if (problems !== null) return { ok: false, problems };
  return {
    ok: true,
    value: {
      label,
      holder: holder === '' ? null : holder,
      validFrom: validFrom === '' ? null : validFrom,
      validUntil,
    },
  };
}

/**
 * Checks what a subject is to be called. The name may be empty (names are optional, field-notes §6);
 * `taken` are the names shown for the others, so that two never look the same in the list.
 *
 * @param fallback what is shown where the name is empty
 */
export function checkSubjectName(
  name: string,
  fallback: string,
  taken: readonly string[],
): Checked<string, 'name'> {
  const tidied = tidy(name);
  const shown = tidied === '' ? fallback : tidied;
  const problem =
    checkText(tidied, LONGEST.name) ?? (taken.some((other) => other === shown) ? 'taken' : null);
  return problem === null ? { ok: true, value: tidied } : { ok: false, problems: { name: problem } };
}

export function checkText(text: string, longest: number): FieldProblem | null {
  const refusal = refuseText(text);
  if (refusal !== null) return refusal;
  return [...text].length > longest ? 'too-long' : null;
}

/** A calendar day as typed (`YYYY-MM-DD`): there, real, and in a likely year. null where it is. */
export function checkDay(text: string): FieldProblem | null {
  if (text === '') return 'missing';
  if (!isCalendarDate(text)) return 'not-a-day';
  return text < LIKELY_DAYS.from || text > LIKELY_DAYS.until ? 'unlikely-year' : null;
}

export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function present<Field extends string>(
  problems: Record<Field, FieldProblem | null>,
): Partial<Record<Field, FieldProblem>> | null {
  const found: Partial<Record<Field, FieldProblem>> = {};
  for (const field of Object.keys(problems) as Field[]) {
    const problem = problems[field];
    if (problem !== null) found[field] = problem;
  }
  return Object.keys(found).length === 0 ? null : found;
}
