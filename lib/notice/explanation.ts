/**
 * What a notice means for one case on one day: the shape `notice:explain` prints (issue 2) and the popup
 * draws. Pure data; every fact carries its clause.
 */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Anchor, Lead, Received } from './sourcing';
import type { Audience, Level, OldCertificate } from './whom';

export { AUDIENCES, type Audience, LEVELS, type Level, type OldCertificate } from './whom';

export const ACTIONS = ['apply', 'unbind-old', 'bind', 'unbind', 'use-old', 'use-new'] as const;
export type Action = (typeof ACTIONS)[number];

export const BUSINESS_TYPES = ['issue', 'replace', 'renew', 'reissue'] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];

/** Who is asking, and when. */
export interface NoticeCase {
  readonly today: CalendarDate;
  readonly audience: Audience;
  /** Absent: not known; rules that depend on it give both. */
  readonly level?: Level | undefined;
  readonly oldCa?: OldCertificate | undefined;
  /** Ids of the pack's activities the person takes part in. Absent: not known. */
  readonly activities?: readonly string[] | undefined;
  /** The procurement project's own date, where rules go by it. Absent: not known. */
  readonly projectDate?: CalendarDate | undefined;
  /** The unit's batch in the pack. Absent: not known. */
  readonly batch?: string | undefined;
  /** When what a day counts from was received. Absent: not known. */
  readonly received?: Readonly<Partial<Record<Received, CalendarDate>>> | undefined;
  /** When what the pack's `events` name happened, by their ids. Absent: not known. */
  readonly events?: Readonly<Record<string, CalendarDate>> | undefined;
  /** Last valid days of the person's certificates by the pack's certificate id, for relative dates. */
  readonly expiries?: Readonly<Record<string, CalendarDate>> | undefined;
}

/** `not-stated` where the notice is silent: silence is not permission (design.md §3.6). */
export const PAYERS = ['finance', 'self', 'free', 'not-stated'] as const;
export type Payer = (typeof PAYERS)[number];

/** What is paid, and by whom. */
export interface PriceAnswer {
  /** Yuan for CA and seal together, or for what it is the price of; null where not stated. */
  readonly total: number | null;
  /** null where the notice does not part the price, or it has no such part. */
  readonly ca: number | null;
  readonly seal: number | null;
  /** Given where it is paid once; a year's otherwise. */
  readonly per?: 'once' | undefined;
  readonly payer: Payer;
  readonly note: Text | null;
  /** The answer holds only under the condition its note names, which this case does not settle. */
  readonly conditional?: boolean | undefined;
  /** The day as of which amount and payer were published. */
  readonly asOf?: CalendarDate | undefined;
  readonly cite: string;
}

/** The price of some of the keys, or of the first or a further set. */
export interface KeyPriceAnswer extends PriceAnswer {
  /** Of which keys; empty: of a whole set. */
  readonly names: readonly Text[];
  readonly set?: 'first' | 'further' | undefined;
}

export interface FeeAnswer extends PriceAnswer {
  /**
   * Prices that differ by key or by set. Where there is none for a whole set, `total` is null and `payer` is the one
   * they have in common.
   */
  readonly byKey?: readonly KeyPriceAnswer[] | undefined;
  /** No amount is here, but these clauses write amounts that are not told apart by business, for CA and seal. */
  readonly inWords?: readonly string[] | undefined;
}

export type ObligationProgress = 'upcoming' | 'due' | 'overdue' | 'past';

/**
 * What shows that an obligation is done, besides the person's word: the new CA in hand (applying, collecting), the old
 * CA's unbinding, the new one's binding.
 */
export const OBLIGATION_ENDS = ['new-ca', 'unbinding', 'binding'] as const;
export type ObligationEnd = (typeof OBLIGATION_ENDS)[number];

/** A day as the notice counts it, for a case of which what it counts from is not known. */
export interface RelativeDay {
  readonly anchor: Anchor;
  readonly side: 'before' | 'after';
  readonly lead: Lead;
  /** Of the event it counts from. */
  readonly name?: Text | undefined;
}

export interface MakeUpAnswer {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly text: Text | null;
  readonly cite: string;
}

export interface ObligationAnswer {
  readonly id: string;
  readonly text: Text;
  readonly state: ObligationProgress;
  readonly from?: CalendarDate | undefined;
  readonly due?: CalendarDate | undefined;
  /** Set instead of `due` where that hangs on what is not known of the case: what it counts from. */
  readonly dueFrom?: RelativeDay | undefined;
  /** Whether the due day itself still counts; `not-stated` for "9月4日前". */
  readonly dueInclusive?: boolean | 'not-stated' | undefined;
  /** What the due day is of, where it is not this audience's own. */
  readonly dueOf?: Text | undefined;
  /** The same for the first day: 「9月11日后」. */
  readonly fromInclusive?: boolean | 'not-stated' | undefined;
  /** 原则上. */
  readonly soft: boolean;
  /** Only who needs it. */
  readonly optional?: boolean | undefined;
  /** The date is still to be announced (另行通知). */
  readonly announcedLater?: boolean | undefined;
  /** What shows that it is done; absent: the person's word alone. */
  readonly endedBy?: ObligationEnd | undefined;
  /** When it can still be made up for, those not over yet; only what a notice says. */
  readonly makeUps?: readonly MakeUpAnswer[] | undefined;
  /** The last day on which it could be made up for, once all of them are over. */
  readonly makeUpsUntil?: CalendarDate | undefined;
  /** Obligations that come first. */
  readonly after?: readonly string[] | undefined;
  readonly notes?: readonly Text[] | undefined;
  readonly where?: Text | undefined;
  readonly materials: readonly Text[];
  /** Asked before anything is called overdue: 「申请表交了吗？」 */
  readonly ask?: Text | undefined;
  readonly cite: string;
}

export interface KeyAnswer {
  readonly system: string;
  readonly systemName: Text;
  /** Certificate ids of the pack, the one to try first in front. */
  readonly certificates: readonly string[];
  readonly certificateNames: readonly Text[];
  readonly note: Text | null;
  readonly cite: string;
}

/** Whether a certificate may be renewed this day, as far as the notice says. */
export type RenewalAnswer =
  | { readonly state: 'not-stated' }
  | {
      readonly state: 'upcoming' | 'open' | 'closed';
      /** Both ends count. */
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      /** Of the notice, or as of when it was so: such rules age. */
      readonly year: string;
      readonly note: Text | null;
      readonly cite: string;
    };

export interface ContactAnswer {
  readonly role: string;
  readonly name: Text;
  readonly person?: string | undefined;
  /** As to be dialled, with area code. */
  readonly number: string;
  readonly about: Text;
  /** When it is answered; absent where not stated. */
  readonly hours?: Text | undefined;
  readonly publishedOn: CalendarDate;
  readonly cite: string;
}

/** The last day of one batch. */
export interface BatchEnd {
  readonly name: Text;
  readonly until: CalendarDate;
}

export interface PhaseAnswer {
  readonly id: string;
  readonly name: Text;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  /** Set where `until` is the last batch's and not this case's: the last day of its batch, of each where that is not known. */
  readonly ends?: readonly BatchEnd[] | undefined;
  readonly cite: string;
}

export interface WarningAnswer {
  readonly id: string;
  readonly text: Text;
  readonly cite: string | null;
}

/** One action, what the notice says about it this day, and in which words. */
export interface RuleAnswer {
  readonly action: Action;
  readonly verdict: 'allows' | 'forbids' | 'not-stated';
  readonly text: Text | null;
  readonly basis: 'stated' | 'inferred' | 'not-stated';
  readonly cite: string | null;
  /** It holds only under a condition that this case does not settle. */
  readonly conditional?: boolean | undefined;
  /** It is not done in the system, but handed in: with what, to whom, how long it takes. */
  readonly byApplication?:
    | {
        readonly materials: readonly Text[];
        /** Contact role. */
        readonly contact?: string | undefined;
        readonly wait?: Lead | undefined;
      }
    | undefined;
}

/** Something the notice does not say (or, as a statement, says in general), for this audience. */
export interface RemarkAnswer {
  readonly id: string;
  readonly text: Text;
  /** Contact role to ask. */
  readonly ask?: string | undefined;
  readonly cite: string;
}

export interface DeadlineAnswer {
  readonly date: CalendarDate;
  readonly daysLeft: number;
  /** null where the holidays of a year between are not published. */
  readonly workingDaysLeft: number | null;
  /** The last working day on or before the date; null where holidays are not published. */
  readonly lastWorkingDay?: CalendarDate | null | undefined;
  /** 原则上. */
  readonly soft?: boolean | undefined;
  /** What it is the last day of, where the obligation's own day was missed. */
  readonly makeUp?: MakeUpAnswer | undefined;
  readonly what: Text;
  readonly cite: string;
}

/** A notice behind an answer, and its part in it. */
export interface NoticeAnswer {
  readonly part: 'followed' | 'amends' | 'beside';
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly documentNumber: string;
  readonly publishedOn: CalendarDate;
  /** Of the one followed. */
  readonly force?: 'in-force' | 'not-yet' | 'lapsed' | undefined;
}

export interface Explanation {
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly title: Text;
    readonly documentNumber: string;
  };
  /** Given where more than one notice stands behind the answer, or the one is not in force. */
  readonly notices?: readonly NoticeAnswer[] | undefined;
  readonly today: CalendarDate;
  readonly audience: Audience;
  readonly level: Level | null;
  /** Whether the notice names this audience as an object of the replacement. */
  readonly named: boolean;
  /** `may`: optional; `nothing`: nothing is to be done; `not-stated` for those the notice does not name. */
  readonly duty?: 'must' | 'may' | 'nothing' | 'not-stated' | undefined;
  readonly phase: PhaseAnswer | null;
  /** Narrower windows of the notice that are open this day; absent where there are none. */
  readonly windows?: readonly PhaseAnswer[] | undefined;
  readonly allows: readonly Action[];
  readonly forbids: readonly Action[];
  readonly notStated: readonly Action[];
  /** The three lists above with their words and clauses, in the order of `ACTIONS`. */
  readonly rules?: readonly RuleAnswer[] | undefined;
  /** Certificate ids usable on the notice's main system this day. */
  readonly usable: readonly string[];
  readonly obligations: readonly ObligationAnswer[];
  readonly fees: Readonly<Record<BusinessType, FeeAnswer>>;
  readonly keys: readonly KeyAnswer[];
  readonly deadline: DeadlineAnswer | null;
  readonly contacts: readonly ContactAnswer[];
  readonly warnings: readonly WarningAnswer[];
  readonly statements?: readonly RemarkAnswer[] | undefined;
  readonly silences?: readonly RemarkAnswer[] | undefined;
}
