import type { SubjectCase } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { CertificateGeneration, CertificateRow, SubjectRow } from '@/lib/store/model';

/**
 * What planning may know of a subject: its audience, its level and how its CAs stand. No name leaves the
 * database. A generation without a row is `unknown`, never `none`: that nothing was entered says nothing.
 */
export function caseOf(
  subject: SubjectRow,
  certificates: readonly CertificateRow[],
  today: CalendarDate,
): SubjectCase {
  const stateOf = (generation: CertificateGeneration): SubjectCase['oldCa'] => {
    const own = certificates.filter(
      (row) => row.subject === subject.id && row.kind === 'ca' && row.generation === generation,
    );
    if (own.length === 0) return 'unknown';
    return own.some((row) => row.validUntil >= today) ? 'valid' : 'expired';
  };
  return {
    id: subject.id,
    audience: subject.audience,
    level: subject.level,
    oldCa: stateOf('old'),
    newCa: stateOf('new'),
  };
}
