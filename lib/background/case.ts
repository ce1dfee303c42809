import { holdingOf } from '@/lib/certificate/need';
import type { SubjectCase } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';

/**
 * What planning may know of a subject: its audience, its level and how its certificates stand. No name
 * leaves the database.
 */
export function caseOf(
  subject: SubjectRow,
  certificates: readonly CertificateRow[],
  today: CalendarDate,
): SubjectCase {
  return {
    id: subject.id,
    audience: subject.audience,
    level: subject.level,
    oldCa: holdingOf(certificates, subject.id, 'old', today),
    newCa: holdingOf(certificates, subject.id, 'new', today),
  };
}
