/** What a field of the form says, as a value of the pack: words, days, whom a fact is for, its clause. Pure. */
import { AUDIENCES } from '@/lib/notice/explanation';
import { RECEIVED } from '@/lib/notice/sourcing';
import type { Entry } from './sections';

export const zh = (words: string) => ({ zh: words.trim() });
export const given = (words: string) => (words.trim() === '' ? undefined : words.trim());
export const sentence = (words: string) => (words.trim() === '' ? undefined : zh(words));
export const some = <T>(values: readonly T[]) => (values.length === 0 ? undefined : values);
export const flag = (on: boolean) => (on ? true : undefined);

/** Words written with 、 or commas between them. */
export function listed(words: string): readonly string[] {
  return words
    .split(/[、,，;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Digits as a number; what is no number stays as written, for the reader to complain of. */
export function number(words: string): number | string | undefined {
  const written = words.trim();
  if (written === '') return undefined;
  return /^\d+(\.\d+)?$/.test(written) ? Number(written) : written;
}

/** A price in yuan: the CA's and the seal's and their sum; where the CA's is not written, the whole as it is. */
export function priceOf(price: { readonly ca: string; readonly seal: string; readonly total: string }) {
  const [ca, seal] = [number(price.ca), number(price.seal)];
  const parts = [ca, seal].filter((each) => each !== undefined);
  const isWhole = ca === undefined && price.total.trim() !== '';
  if (isWhole || parts.length === 0) return { ca, seal, total: number(price.total) };
  const isSum = parts.every((each) => typeof each === 'number');
  return { ca, seal, total: isSum ? Math.round(parts.reduce((a, b) => a + b, 0) * 100) / 100 : undefined };
}

const inclusive = (value: string) => (value === 'not-stated' ? value : value === 'yes');

/** A first or last day as the form holds it. */
interface DayFields {
  readonly date: string;
  readonly counts: string;
  readonly anchor: string;
  readonly side: string;
  readonly count: string;
  readonly unit: string;
  readonly phase: string;
  readonly key: string;
  readonly event: string;
  readonly later: boolean;
  readonly laterNote: string;
}

function anchorOf({ anchor, phase, key, event }: DayFields) {
  const received = RECEIVED.find((of) => anchor === `receipt-${of}`);
  if (received) return { kind: 'receipt', of: received };
  if (anchor === 'certificate-expiry') return { kind: anchor, certificate: key };
  if (anchor === 'event') return { kind: anchor, event };
  return anchor === 'phase-from' || anchor === 'phase-until' ? { kind: anchor, phase } : { kind: anchor };
}

/** What the form says of a day: announced later, counted from another, or a date. */
function moment(day: DayFields) {
  if (day.later) return { kind: 'announced-later', note: sentence(day.laterNote) };
  if (day.anchor !== 'none') {
    return {
      kind: 'relative',
      anchor: anchorOf(day),
      side: day.side,
      lead: { count: number(day.count), unit: day.unit },
      inclusive: inclusive(day.counts),
    };
  }
  return given(day.date) && { kind: 'date', date: day.date.trim(), inclusive: inclusive(day.counts) };
}

type Dated = Entry<'duties'> | Entry<'amendments'>;

export const fromOf = (each: Dated) =>
  moment({
    date: each.from,
    counts: each.fromInclusive,
    anchor: each.fromAnchor,
    side: each.fromSide,
    count: each.fromCount,
    unit: each.fromUnit,
    phase: each.fromPhase,
    key: each.fromKey,
    event: each.fromEvent,
    later: each.fromLater,
    laterNote: each.fromLaterNote,
  });
export const dueOf = (each: Dated) =>
  moment({
    date: each.due,
    counts: each.dueInclusive,
    anchor: each.dueAnchor,
    side: each.dueSide,
    count: each.dueCount,
    unit: each.dueUnit,
    phase: each.duePhase,
    key: each.dueKey,
    event: each.dueEvent,
    later: each.dueLater,
    laterNote: each.dueLaterNote,
  });

function condition(parts: Readonly<Record<string, readonly string[] | string | undefined>>) {
  const kept = Object.entries(parts).filter(([, value]) => value !== undefined && value.length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A list that names everybody names nobody in particular. */
export const unlessAll = (values: readonly string[], all: number) => (values.length === all ? [] : values);

/** Whom a fact is for; none of it: for everybody. */
export function forWhom(entry: {
  readonly audiences?: readonly string[];
  readonly levels?: readonly string[];
  readonly oldCa?: readonly string[];
  readonly activities?: readonly string[];
  readonly batches?: readonly string[];
  readonly projectFrom?: string;
  readonly projectUntil?: string;
}) {
  const { audiences = [], levels = [], oldCa = [], activities, batches } = entry;
  return condition({
    audiences: unlessAll(audiences, AUDIENCES.length),
    levels: unlessAll(levels, 2),
    oldCa: unlessAll(oldCa, 3),
    activities,
    batches,
    projectFrom: given(entry.projectFrom ?? ''),
    projectUntil: given(entry.projectUntil ?? ''),
  });
}

/** Clause, basis and validity of a fact, as the author gave them. */
export function sourced(entry: {
  readonly cite: string;
  readonly basis: string;
  readonly inferredBy: string;
  readonly asOf: string;
  readonly validFrom: string;
  readonly validUntil: string;
}) {
  return {
    cite: entry.cite,
    basis: entry.basis === 'stated' ? undefined : entry.basis,
    inferredBy: entry.basis === 'inferred' ? zh(entry.inferredBy) : undefined,
    asOf: given(entry.asOf),
    validFrom: given(entry.validFrom),
    validUntil: given(entry.validUntil),
  };
}

/** Several lines of hours as one sentence: a pack holds no line breaks. */
export const hoursOf = (words: string) =>
  sentence(
    words
      .split('\n')
      .map((line) => line.trim().replace(/[；;。]$/, ''))
      .filter((line) => line !== '')
      .join('；'),
  );

/** A renewal's days as the form holds them. */
interface RenewalFields {
  readonly opens: string;
  readonly opensUnit: string;
  readonly ends: string;
  readonly closes: string;
  readonly closesUnit: string;
  readonly grace: string;
  readonly graceUnit: string;
}

function renewalEnd({ ends, closes, closesUnit, grace, graceUnit }: RenewalFields) {
  const count = number(closes);
  switch (ends) {
    case 'before':
      return closesUnit === 'days' && count !== undefined
        ? { closesDaysBefore: count }
        : { closes: { count, unit: closesUnit } };
    case 'after':
      return { graceAfter: { count: number(grace), unit: graceUnit } };
    default:
      return {};
  }
}

/**
 * When one may renew. Calendar days are written as every reader knows them; what was chosen and has no number yet is written
 * without one, so that it is asked for.
 */
export function renewalOf(each: RenewalFields) {
  const count = number(each.opens);
  const begins =
    count === undefined || each.opensUnit === 'days'
      ? { opensDaysBefore: count }
      : { opens: { count, unit: each.opensUnit } };
  return { ...begins, ...renewalEnd(each) };
}
