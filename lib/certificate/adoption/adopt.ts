import { addEvent, type CertificateDetails, NO_DETAILS } from '@/lib/certificate/details';
import type { TrackedCertificate } from '@/lib/certificate/status';
import type { Candidate, Relation } from './candidate';

type Row = TrackedCertificate & { readonly createdAt: string; readonly details: CertificateDetails | null };

/** What the person decided about a candidate. */
export interface Adoption extends Pick<TrackedCertificate, 'subject' | 'kind' | 'generation' | 'label'> {
  /** For a row of its own. */
  readonly newId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * The row to keep for a candidate. One that was typed before is completed; a successor gets a row of its own
 * and leaves the earlier one, which is then superseded by rule. A key that stays the same stays
 * where it is and looks as it did; where it is bound has to be seen anew.
 */
export function adopt<T extends Row>(
  { validFrom, validUntil, reading }: Candidate,
  relation: Relation<T>,
  { newId, at, subject, kind, generation, label }: Adoption,
): Row {
  const completed = relation.kind === 'typed' || relation.kind === 'same' ? relation.row : null;
  const before = completed?.details ?? NO_DETAILS;
  const event = { at, kind: completed ? 'changed' : 'added', by: 'file', validUntil } as const;
  const details = { ...before, reading, history: addEvent(before.history, event) };
  const dates = { validFrom, validUntil };
  if (completed) return { ...completed, ...dates, label, details };
  const earlier = relation.kind === 'successor' ? relation.row : null;
  const { look = null, keeper = null } =
    (relation.kind === 'successor' && !relation.newKey && earlier?.details) || {};
  return {
    id: newId,
    subject,
    kind,
    generation,
    label,
    holder: earlier?.holder ?? null,
    ...dates,
    createdAt: at,
    details: { ...details, look, keeper },
  };
}
