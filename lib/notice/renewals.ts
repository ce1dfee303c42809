import type { CalendarDate } from './calendar';
import { fits, isValidOn } from './condition';
import type { NoticeCase, RenewalAnswer } from './explanation';
import type { NoticeCertificate, NoticePack, RenewalWindow } from './model';
import { shift } from './moments';
import type { Lead } from './sourcing';

/** How long before its last valid day it may be renewed, and until when; the notice counts in days or otherwise. */
export const opensOf = ({ opens, opensDaysBefore }: RenewalWindow): Lead =>
  opens ?? { count: opensDaysBefore ?? 0, unit: 'days' };
export const closesOf = ({ closes, closesDaysBefore }: RenewalWindow): Lead =>
  closes ?? { count: closesDaysBefore ?? 0, unit: 'days' };

/**
 * Whether a certificate may be renewed on the case's day. A window that only may fit the case is no
 * permission: then it is not stated.
 *
 * @param which kind and generation, as the person keeps it
 * @param validUntil its last valid day
 */
export function renewalFor(
  pack: NoticePack,
  asked: NoticeCase,
  which: Pick<NoticeCertificate, 'kind' | 'generation'>,
  validUntil: CalendarDate,
): RenewalAnswer {
  const ids = pack.certificates
    .filter(({ kind, generation }) => kind === which.kind && generation === which.generation)
    .map(({ id }) => id);
  const windows = (pack.renewals ?? []).filter(
    (each) =>
      each.basis !== 'not-stated' &&
      isValidOn(each, asked.today) &&
      each.certificates.some((id) => ids.includes(id)) &&
      fits(each.when, asked) !== 'no',
  );
  // Two that say different things are as good as none.
  const [only, another] = windows;
  if (!only || another || fits(only.when, asked) !== 'yes') return { state: 'not-stated' };
  const from = shift(validUntil, opensOf(only), 'before');
  const until = only.graceAfter
    ? shift(validUntil, only.graceAfter, 'after')
    : shift(validUntil, closesOf(only), 'before');
  // Where working days of a year are not published, the day is not known.
  if (from === undefined || until === undefined) return { state: 'not-stated' };
  return {
    state: asked.today < from ? 'upcoming' : asked.today > until ? 'closed' : 'open',
    from,
    until,
    year: (only.asOf ?? pack.publishedOn).slice(0, 4),
    note: only.note ?? null,
    cite: only.cite,
  };
}
