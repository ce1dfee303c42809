import type { CertificateFile, SubjectCase } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Circumstances } from '@/lib/notice/circumstances';
import type { CertificateDetails } from './details';
import { holdingOf } from './need';
import { statusByDates, type TrackedCertificate } from './status';

export type Tracked = TrackedCertificate & {
  readonly createdAt: string;
  readonly details: CertificateDetails | null;
};

/** The new CAs of a subject, the one that is valid longest first. */
function newCasOf(certificates: readonly Tracked[], subject: string): readonly Tracked[] {
  return certificates
    .filter((one) => one.subject === subject && one.kind === 'ca' && one.generation === 'new')
    .sort((one, other) => (one.validUntil < other.validUntil ? 1 : -1));
}

/** What the file of the newest new CA said; null where it was typed by hand. */
function fileOf(newest: Tracked | undefined, today: CalendarDate): CertificateFile | null {
  const read = newest?.details?.reading
    ? newest.details.history.findLast(({ by }) => by === 'file')
    : undefined;
  if (!newest || !read) return null;
  const { kind } = statusByDates(newest, today);
  const state = kind === 'expired' || kind === 'not-yet-valid' ? kind : 'valid';
  return { state, validUntil: newest.validUntil, at: read.at };
}

function isBound(one: Tracked, system: string): boolean {
  return one.details?.bindings.some((each) => each.system === system && each.state === 'bound') === true;
}

function serialsOf(one: Tracked): string {
  return (one.details?.reading?.parts ?? []).map(({ serial, key }) => `${serial}/${key}`).join(' ');
}

/**
 * Since when another certificate is on file than the one before it: read from files both, with other serials
 * or keys, and not said to be bound. A system knows a certificate by these.
 */
function renewedAt([newest, before]: readonly Tracked[], system: string): string | null {
  if (!newest?.details?.reading || !before?.details?.reading || isBound(newest, system)) return null;
  return serialsOf(newest) === serialsOf(before) ? null : newest.createdAt;
}

/**
 * What planning may know of a subject: its audience, its level and how its certificates stand. No name
 * leaves the database.
 *
 * @param certificates of any subject; others are left aside
 * @param system id of the notice's main system
 * @param circumstances as far as the person said them
 */
export function caseOf(
  subject: Pick<SubjectCase, 'id' | 'audience' | 'level'>,
  certificates: readonly Tracked[],
  system: string,
  today: CalendarDate,
  circumstances: Circumstances = {},
): SubjectCase {
  const { id, audience, level } = subject;
  const newCas = newCasOf(certificates, id);
  const [newest] = newCas;
  return {
    id,
    audience,
    level,
    oldCa: holdingOf(certificates, id, 'old', today),
    newCa: holdingOf(certificates, id, 'new', today),
    newCaFile: fileOf(newest, today),
    renewedAt: renewedAt(newCas, system),
    notedBound: newest !== undefined && isBound(newest, system),
    ...(Object.keys(circumstances).length > 0 && { circumstances }),
  };
}
