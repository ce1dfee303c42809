import { isWithin } from './days';
import type { NoticeCase } from './explanation';
import type { Condition, Sourced } from './model';

/** `maybe`: the case does not say what the rule depends on. */
export type Fit = 'yes' | 'no' | 'maybe';

function fitOne<T>(wanted: readonly T[] | undefined, known: T | undefined): Fit {
  if (wanted === undefined) return 'yes';
  if (known === undefined) return 'maybe';
  return wanted.includes(known) ? 'yes' : 'no';
}

function fitSome<T>(wanted: readonly T[] | undefined, known: readonly T[] | undefined): Fit {
  if (wanted === undefined) return 'yes';
  if (known === undefined) return 'maybe';
  return wanted.some((each) => known.includes(each)) ? 'yes' : 'no';
}

function fitProjectDate(condition: Condition, date: string | undefined): Fit {
  if (condition.projectFrom === undefined && condition.projectUntil === undefined) return 'yes';
  if (date === undefined) return 'maybe';
  return isWithin(date, { from: condition.projectFrom, until: condition.projectUntil }) ? 'yes' : 'no';
}

/**
 * Whether a rule is for this case. One "no" decides; else one "maybe" does. Callers choose by the side
 * that harms less: a prohibition that may apply is shown, a permission that may apply is not given.
 */
export function fits(condition: Condition | undefined, asked: NoticeCase): Fit {
  if (!condition) return 'yes';
  const parts: readonly Fit[] = [
    fitOne(condition.audiences, asked.audience),
    fitOne(condition.levels, asked.level),
    fitOne(condition.oldCa, asked.oldCa),
    fitSome(condition.activities, asked.activities),
    fitOne(condition.batches, asked.batch),
    fitProjectDate(condition, asked.projectDate),
  ];
  if (parts.includes('no')) return 'no';
  return parts.includes('maybe') ? 'maybe' : 'yes';
}

/** Whether a fact's own validity covers the day (both ends count). */
export function isValidOn(fact: Sourced, date: string): boolean {
  return isWithin(date, { from: fact.validFrom, until: fact.validUntil });
}
