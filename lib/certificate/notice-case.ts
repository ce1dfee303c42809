/** The case a notice is asked about, out of what is kept of a subject. Pure. */
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Circumstances } from '@/lib/notice/circumstances';
import type { NoticeCase } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { holdingOf, leadingCertificate, orderByNeed } from './need';
import type { Tracked } from './subject-case';

type Asking = Pick<NoticeCase, 'audience' | 'level'> & { readonly id: string };

/** The case the notice is asked about. What is not known is left out: rules then give both answers. */
export function caseFor(
  pack: NoticePack,
  subject: Asking,
  certificates: readonly Tracked[],
  today: CalendarDate,
  circumstances: Circumstances = {},
): NoticeCase {
  const oldCa = holdingOf(certificates, subject.id, 'old', today);
  return {
    today,
    audience: subject.audience,
    level: subject.level,
    ...(oldCa !== 'unknown' && { oldCa }),
    ...circumstances,
    expiries: expiriesOf(pack, subject, certificates, today),
  };
}

/** Last valid days by the pack's certificate id, for dates that count from an expiry. */
function expiriesOf(
  pack: NoticePack,
  subject: Asking,
  certificates: readonly Tracked[],
  today: CalendarDate,
): Readonly<Record<string, CalendarDate>> {
  const expiries: Record<string, CalendarDate> = {};
  for (const { id, kind, generation } of pack.certificates) {
    const rows = certificates.filter(
      (row) => row.subject === subject.id && row.kind === kind && row.generation === generation,
    );
    const lead = leadingCertificate(orderByNeed(rows, today));
    if (lead !== null) expiries[id] = lead.certificate.validUntil;
  }
  return expiries;
}
