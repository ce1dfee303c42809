/**
 * The things a notice speaks of: systems, certificates and keys, fees, people, places and papers. What may and
 * must be done with them is in `model.ts`. Plain types.
 */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from './calendar';
import type { BusinessType, Payer } from './explanation';
import type { Condition, Lead, Sourced } from './sourcing';

// --- systems and certificates -------------------------------------------------------------------------

/** Which certificates a system accepts in a span. `not-stated`: the notice does not say for this span. */
export interface Acceptance extends Sourced {
  readonly id: string;
  /** Certificate ids, the one to try first in front. Empty only where the basis is `not-stated`. */
  readonly certificates: readonly string[];
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** The end is still to be announced (另行通知). */
  readonly untilAnnouncedLater?: boolean | undefined;
  readonly when?: Condition | undefined;
  readonly note?: Text | undefined;
}

export interface NoticeSystem extends Sourced {
  readonly id: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  /** Host names without scheme or port. */
  readonly hosts: readonly string[];
  readonly accepts: readonly Acceptance[];
}

/** How to tell which key is meant. */
export interface KeyLook {
  readonly colour?: Text | undefined;
  readonly vendor?: Text | undefined;
  readonly label?: Text | undefined;
  readonly description?: Text | undefined;
}

/** Whether the old one must be kept. */
export interface Retention extends Sourced {
  readonly must: boolean;
  readonly why: Text;
  readonly when?: Condition | undefined;
}

export interface NoticeCertificate extends Sourced {
  readonly id: string;
  readonly kind: 'ca' | 'seal';
  readonly generation: 'old' | 'new';
  readonly name: Text;
  /** Absent where the notice does not name it. */
  readonly issuer?: Text | undefined;
  /** The firm that hands it out and answers the telephone. */
  readonly provider?: Text | undefined;
  /** Phrases by which its issuer shows in a certificate file or a page. */
  readonly issuerPhrases: readonly string[];
  readonly holder?: 'unit' | 'legal-person' | 'person' | undefined;
  readonly role?: 'main' | 'sub' | undefined;
  readonly look?: KeyLook | undefined;
  readonly keep?: readonly Retention[] | undefined;
}

/** How many keys an audience gets. */
export interface KeyCount extends Sourced {
  readonly id: string;
  readonly certificates: readonly string[];
  readonly count: number;
  /** 原则上. */
  readonly soft: boolean;
  /** Obligation by which more can be had. */
  readonly moreBy?: string | undefined;
  readonly when?: Condition | undefined;
  readonly text: Text;
}

/**
 * When a certificate may be renewed, counted from its last valid day; both ends count. In calendar days
 * (`opensDaysBefore`), or as the notice counts (`opens`): one of the two. A client
 * that does not know this reads the pack all the same, and asks people to ask.
 */
export interface RenewalWindow extends Sourced {
  readonly id: string;
  readonly certificates: readonly string[];
  readonly opensDaysBefore?: number | undefined;
  /** 到期前3个月起. */
  readonly opens?: Lead | undefined;
  /** Until the last valid day itself, where none of the three is given; at most one is. */
  readonly closesDaysBefore?: number | undefined;
  readonly closes?: Lead | undefined;
  /** Until so long after the last valid day: 过期60日内仍可续期. */
  readonly graceAfter?: Lead | undefined;
  readonly when?: Condition | undefined;
  readonly note?: Text | undefined;
}

// --- fees ---------------------------------------------------------------------------------------------

export interface Tariff extends Sourced {
  readonly id: string;
  readonly name: Text;
  /** Absent where the notice names one price and does not part it, or the price is for the other alone. */
  readonly ca?: number | undefined;
  readonly seal?: number | undefined;
  /** Of both where both are given, else of the one. */
  readonly total: number;
  /** `year` where absent: yuan a year. `once`: paid once, as for a key that was lost. */
  readonly per?: 'year' | 'once' | undefined;
}

/** Who pays what for one business type. The first charge that fits the case counts. */
export interface Charge extends Sourced {
  readonly id: string;
  readonly business: BusinessType;
  readonly when?: Condition | undefined;
  /** Tariff id; absent where the notice names no amount. */
  readonly tariff?: string | undefined;
  readonly payer: Payer;
  readonly note?: Text | undefined;
  /** Only for these of the pack's certificates: 主锁, 副锁. For a whole set of CA and seal where absent. */
  readonly certificates?: readonly string[] | undefined;
  /** Only for the first set of a unit, or only for those beyond it (加办的). */
  readonly set?: 'first' | 'further' | undefined;
}

export interface Fees {
  readonly tariffs: readonly Tariff[];
  readonly charges: readonly Charge[];
}

// --- people, places, papers ---------------------------------------------------------------------------

export interface Contact extends Sourced {
  readonly role: string;
  readonly name: Text;
  readonly person?: string | undefined;
  /** As published. */
  readonly number: string;
  /** For landlines. */
  readonly areaCode?: string | undefined;
  readonly about: Text;
  readonly publishedOn: CalendarDate;
  readonly when?: Condition | undefined;
  /** When this number is answered, in the notice's words; absent where not stated. */
  readonly hours?: Text | undefined;
}

export interface Place extends Sourced {
  readonly id: string;
  readonly name: Text;
  readonly address: Text;
  /** Opening hours; absent where not stated. */
  readonly hours?: Text | undefined;
  /** Papers are sent there by post: nobody goes there. */
  readonly post?: Post | undefined;
}

/** What stands on an envelope beside the address. */
export interface Post {
  readonly recipient: Text;
  readonly postcode?: string | undefined;
  /** The recipient's, for the carrier. As to be dialled. */
  readonly number?: string | undefined;
  /** 「用EMS，不收到付件，信封注明…」 */
  readonly note?: Text | undefined;
}

export type FileForm =
  | {
      readonly kind: 'paper';
      readonly stamped?: boolean | undefined;
      readonly copies?: number | undefined;
      readonly copy?: boolean | undefined;
    }
  | {
      readonly kind: 'scan';
      readonly colour?: boolean | undefined;
      readonly stamped?: boolean | undefined;
      readonly types?: readonly string[] | undefined;
    };

export interface Material extends Sourced {
  readonly id: string;
  readonly name: Text;
  readonly attachment?: string | undefined;
  /** All of them are asked for. */
  readonly forms: readonly FileForm[];
}

export interface Attachment extends Sourced {
  readonly id: string;
  readonly number: number;
  readonly title: Text;
  readonly url?: string | undefined;
}
