/** What is kept of a certificate beyond its dates. Types only, and the way to begin. */
import type { CalendarDate } from '@/lib/notice/calendar';
import type { CertificateRole } from './reading/model';

/** Whether a key is bound on one system, as the person says. What pages show is in the ledger. */
export interface Binding {
  /** Id of a system in the notice pack. */
  readonly system: string;
  readonly state: 'bound' | 'unbound';
  /** Calendar day in Asia/Shanghai; null where the person does not know. */
  readonly since: CalendarDate | null;
}

/**
 * What is kept of a certificate file: enough to know the same certificate again and to tell a new key.
 * Names and codes are kept as digests alone (field-notes §6: the smallest set).
 */
export interface CertificateReading {
  /** The issuer's name as the file has it; it names no holder. */
  readonly issuer: string;
  /** SHA-256, hexadecimal, of what tells the subject from others; of its encoding in rows of before. */
  readonly subject: string;
  /** One for a single certificate, two for a pair of signature and encryption. */
  readonly parts: readonly {
    readonly role: CertificateRole;
    /** Upper-case hexadecimal. */
    readonly serial: string;
    /** SHA-256 of the encoded public key, hexadecimal. */
    readonly key: string;
  }[];
}

export interface CertificateEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: 'added' | 'changed';
  /** `page`: a page showed the days, and the person said to keep them. */
  readonly by: 'hand' | 'file' | 'page';
  /** Its last valid day from then on. */
  readonly validUntil: CalendarDate;
}

/** What a person notes about a key beyond its dates. Empty texts are null. */
export interface CertificateDetails {
  /** How the key looks: colour, vendor, what is written on it. */
  readonly look: string | null;
  /** Who has the key in hand. */
  readonly keeper: string | null;
  /** Why it is still kept. */
  readonly keptBecause: string | null;
  readonly notes: string | null;
  readonly bindings: readonly Binding[];
  readonly reading: CertificateReading | null;
  /** Oldest first. */
  readonly history: readonly CertificateEvent[];
}

/** A key of which nothing is noted yet. */
export const NO_DETAILS: CertificateDetails = {
  look: null,
  keeper: null,
  keptBecause: null,
  notes: null,
  bindings: [],
  reading: null,
  history: [],
};

/** Events kept of one certificate; more than anybody makes by hand in its life. */
export const MOST_EVENTS = 200;

/** The history with one more event; the oldest but the first make room. */
export function addEvent(
  history: readonly CertificateEvent[],
  event: CertificateEvent,
): readonly CertificateEvent[] {
  if (history.length < MOST_EVENTS) return [...history, event];
  return [...history.slice(0, 1), ...history.slice(2 - MOST_EVENTS), event];
}
