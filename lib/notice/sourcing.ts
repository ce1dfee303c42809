/**
 * What the facts of a pack have in common: where each comes from and how long it holds, whom it is for, and
 * how a notice names a day. Plain types.
 */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from './calendar';
import type { Audience, Level, OldCertificate } from './whom';

// --- what every fact carries --------------------------------------------------------------------------

export const BASES = ['stated', 'inferred', 'not-stated'] as const;
/** The notice says it; somebody concluded it; or the notice is silent and the entry says so. */
export type Basis = (typeof BASES)[number];

/** Where a fact comes from and how long it holds. */
export interface Sourced {
  /** Clause, e.g. `一（二）1` or `三、1`; `通知外` for what is known from elsewhere. */
  readonly cite: string;
  /** `stated` where absent. */
  readonly basis?: Basis | undefined;
  /** Who concluded it and from what; required when `basis` is `inferred`. */
  readonly inferredBy?: Text | undefined;
  /** The day as of which it was true, for facts that age: prices, telephone numbers. */
  readonly asOf?: CalendarDate | undefined;
  /** The fact's own validity; both ends count. */
  readonly validFrom?: CalendarDate | undefined;
  readonly validUntil?: CalendarDate | undefined;
}

/**
 * Whom a rule is for. All that is given must hold; an absent part holds for everybody. A part the case
 * does not know makes the answer "maybe" (see `condition.ts`).
 */
export interface Condition {
  readonly audiences?: readonly Audience[] | undefined;
  readonly levels?: readonly Level[] | undefined;
  readonly oldCa?: readonly OldCertificate[] | undefined;
  /** Ids of the pack's `activities`: what the person does, e.g. takes part in a framework agreement. */
  readonly activities?: readonly string[] | undefined;
  /** The procurement project's own date. */
  readonly projectFrom?: CalendarDate | undefined;
  readonly projectUntil?: CalendarDate | undefined;
  /** Batch ids. */
  readonly batches?: readonly string[] | undefined;
}

// --- dates --------------------------------------------------------------------------------------------

export type Inclusive = boolean | 'not-stated';

/** What a relative date counts from. */
export type Anchor =
  | { readonly kind: 'certificate-expiry'; readonly certificate: string }
  | { readonly kind: 'phase-from'; readonly phase: string }
  | { readonly kind: 'phase-until'; readonly phase: string }
  /** First or last day of the case's own batch. */
  | { readonly kind: 'batch-from' }
  | { readonly kind: 'batch-until' }
  | { readonly kind: 'publication' }
  /** 「印发之日起」: the day it was signed. The day of printing, on its last page, is the same or later. */
  | { readonly kind: 'signing' }
  /** The day the person received it: known only where they say so. */
  | { readonly kind: 'receipt'; readonly of: Received }
  /** The day of one of the pack's `events`: known only where the person says so. */
  | { readonly kind: 'event'; readonly event: string };

/** What 「收到之日起」 counts from: the new certificate, or the notice itself. */
export const RECEIVED = ['new-ca', 'notice'] as const;
export type Received = (typeof RECEIVED)[number];

export interface Lead {
  readonly count: number;
  /** A month ends on the day of the same number, or the month's last where it has none. */
  readonly unit: 'days' | 'working-days' | 'months';
}

export type Moment =
  | {
      readonly kind: 'date';
      readonly date: CalendarDate;
      /** Whether the day itself counts. */
      readonly inclusive: Inclusive;
    }
  | {
      readonly kind: 'relative';
      readonly anchor: Anchor;
      readonly side: 'before' | 'after';
      readonly lead: Lead;
      readonly inclusive: Inclusive;
    }
  | { readonly kind: 'announced-later'; readonly note?: Text | undefined };
