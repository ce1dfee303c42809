/**
 * The pack `rebind.notice/1`: one published notice as data (design.md §5). Plain types, importable
 * anywhere without zod; `schema.ts` checks the same shapes at the border and proves parity at compile time.
 *
 * Days are calendar days in the pack's `timeZone`. Both ends of a span count, unless `inclusive` says
 * otherwise. A missing end is open. Money is yuan a year. Phrases are plain words, never patterns.
 */
import type { GuideDefinition } from '@/lib/guide/definition';
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Action, Audience, Level } from '@/lib/notice/explanation';
import type { TroubleState } from '@/lib/page/model';
import type { SiteProfile } from '@/lib/page/taught';
import type { Amendment } from './amendment';
import type { Obligation } from './model-duties';
import type {
  Attachment,
  Contact,
  Fees,
  KeyCount,
  Material,
  NoticeCertificate,
  NoticeSystem,
  Place,
  RenewalWindow,
} from './model-things';
import type { Condition, Lead, Sourced } from './sourcing';

export type { MakeUp, Note, Obligation, Where } from './model-duties';
export type {
  Acceptance,
  Attachment,
  Charge,
  Contact,
  Fees,
  FileForm,
  KeyCount,
  KeyLook,
  Material,
  NoticeCertificate,
  NoticeSystem,
  Place,
  Post,
  RenewalWindow,
  Retention,
  Tariff,
} from './model-things';
export type { Anchor, Basis, Condition, Inclusive, Lead, Moment, Sourced } from './sourcing';

export const PACK_FORMAT = 'rebind.notice/1';

/**
 * What a client can do with a pack beyond reading its identity. A pack lists in `requires` those without
 * which it would be misread; a client refuses a pack that requires one it does not know.
 */
export const ABILITIES = [
  'phases',
  'audience-phases',
  'nested-windows',
  'permissions',
  'application-unbinding',
  'obligations',
  'soft-dates',
  'uncertain-ends',
  'announced-later',
  'relative-dates',
  'working-day-leads',
  'gates',
  'batches',
  'fees',
  'conditional-rules',
  'project-dates',
  'activities',
  'key-kinds',
  'file-forms',
  'silences',
  'guides',
  'chosen-guides',
  'everyday-unbinding',
  'optional-steps',
  'step-levels',
  'amendments',
  'corrections',
  'profile-denials',
  'receipt-dates',
  'level-phases',
  'key-prices',
  'month-leads',
  'renewal-leads',
  'event-dates',
  'signing-dates',
] as const;
export type Ability = (typeof ABILITIES)[number];

// --- audiences and phases -----------------------------------------------------------------------------

export interface NoticeAudience extends Sourced {
  readonly id: Audience;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly levels: readonly Level[];
  /** Whether the notice names it as an object of the replacement. */
  readonly named: boolean;
  /** `may`: optional; `nothing`: the notice says nothing is to be done; `not-stated`: it is not named. */
  readonly duty: 'must' | 'may' | 'nothing' | 'not-stated';
  readonly note?: Text | undefined;
}

export interface Phase extends Sourced {
  readonly id: string;
  readonly name: Text;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** Only for these audiences; for all where absent. */
  readonly audiences?: readonly Audience[] | undefined;
  /** Only for units of these levels; for both where absent. */
  readonly levels?: readonly Level[] | undefined;
  /** This one is a narrower window inside another. */
  readonly within?: string | undefined;
  readonly text: Text;
  /** What has to be done by its last day, where that day matters to people. */
  readonly lastDay?: Text | undefined;
}

// --- what may be done ---------------------------------------------------------------------------------

/** How an unbinding (or another action) is carried out where the system does not do it by itself. */
export interface ByApplication {
  readonly materials: readonly string[];
  readonly place?: string | undefined;
  readonly contact?: string | undefined;
  readonly wait?: Lead | undefined;
}

export type Verdict = 'allows' | 'forbids' | 'not-stated';

/** What the notice says about one action in a span, on its main system. */
export interface Permission extends Sourced {
  readonly id: string;
  readonly action: Action;
  readonly verdict: Verdict;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** Only on working days; on others it says nothing. */
  readonly workingDaysOnly?: boolean | undefined;
  readonly when?: Condition | undefined;
  readonly text: Text;
  readonly byApplication?: ByApplication | undefined;
}

export interface Batch extends Sourced {
  readonly id: string;
  readonly name: Text;
  /** Phrases that name its units. */
  readonly units: readonly string[];
  /** Who is in it, where names do not tell: 「城东区、城西区的单位」「单位名称首字母A至M的」. */
  readonly who?: Text | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

// --- what to say --------------------------------------------------------------------------------------

export interface Warning extends Sourced {
  readonly id: string;
  readonly kind: 'rule' | 'silence' | 'do-not-press' | 'keep' | 'advice';
  readonly text: Text;
  readonly when?: Condition | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  /** Labels of controls it speaks of ("do not press …"). */
  readonly labels?: readonly string[] | undefined;
}

export interface Trouble extends Sourced {
  readonly id: string;
  readonly kind: 'driver-conflict' | 'message' | 'other';
  /** As a person would call it; the text's place where absent. */
  readonly title?: Text | undefined;
  /** Words the page, a dialog or an alert box shows, codes included. */
  readonly phrases: readonly string[];
  /** Page states whose cure it is. */
  readonly states?: readonly TroubleState[] | undefined;
  /** What to do first, in a sentence or two. */
  readonly text: Text;
  readonly cause?: Text | undefined;
  /** In order. */
  readonly cure?: readonly Text[] | undefined;
  readonly dont?: readonly Text[] | undefined;
  /** Looking at browser, address and clock may help (`lib/environment`). */
  readonly environment?: boolean | undefined;
  /** Role to call first. */
  readonly contact?: string | undefined;
}

/** A standing fact that is no rule of its own: the ways of handling it, who answers first. */
export interface Statement extends Sourced {
  readonly id: string;
  readonly text: Text;
  readonly when?: Condition | undefined;
}

/** Something the notice does not say, and whom to ask. */
export interface Silence extends Sourced {
  readonly id: string;
  readonly text: Text;
  readonly when?: Condition | undefined;
  readonly ask?: string | undefined;
}

export interface Activity {
  readonly id: string;
  readonly name: Text;
}

/** What happens to the person on a day of their own, from which a day of the notice counts: 解绑原CA. */
export interface NoticeEvent {
  readonly id: string;
  /** As it stands after 自 and before 之日起: 「解绑原CA」「变更登记」. */
  readonly name: Text;
}

// --- the pack -----------------------------------------------------------------------------------------

export interface RestsOn {
  readonly title: Text;
  readonly documentNumber?: string | undefined;
}

export interface NoticePack {
  readonly format: typeof PACK_FORMAT;
  /** Abilities without which this pack would be misread. */
  readonly requires: readonly string[];
  /** Stable, e.g. `changzhou-2023-12`. */
  readonly id: string;
  /** `1.0.0`; grows with every change of the pack's text. */
  readonly version: string;
  readonly title: Text;
  readonly issuer: Text;
  readonly documentNumber: string;
  readonly urgency?: Text | undefined;
  readonly restsOn: readonly RestsOn[];
  readonly signedOn: CalendarDate;
  readonly publishedOn: CalendarDate;
  /** Where it was published; absent where not known. */
  readonly source?: string | undefined;
  /** Written out from the province down, e.g. 江苏省常州市: 江苏省 reaches it, 江苏省无锡市 does not. */
  readonly region: Text;
  /** `Asia/Shanghai`, the only one read; every day in the pack is a day there. */
  readonly timeZone: string;
  readonly validity: { readonly from?: CalendarDate | undefined; readonly until?: CalendarDate | undefined };
  /** Pack ids: notices this one adds to. Its facts and amendments are worked into theirs (`in-force.ts`). */
  readonly supplements: readonly string[];
  /** Pack ids: notices in which it puts an error right; the same otherwise. */
  readonly corrects?: readonly string[] | undefined;
  /** Pack ids: notices that lapse when this one comes into force. */
  readonly replaces: readonly string[];
  /** Single facts of notices supplemented or corrected, changed. */
  readonly amendments?: readonly Amendment[] | undefined;
  /** The system the phases and permissions speak of. */
  readonly mainSystem: string;
  readonly systems: readonly NoticeSystem[];
  readonly certificates: readonly NoticeCertificate[];
  readonly keyCounts: readonly KeyCount[];
  readonly audiences: readonly NoticeAudience[];
  readonly activities: readonly Activity[];
  readonly events?: readonly NoticeEvent[] | undefined;
  readonly batches: readonly Batch[];
  readonly phases: readonly Phase[];
  readonly permissions: readonly Permission[];
  readonly obligations: readonly Obligation[];
  readonly fees: Fees;
  readonly contacts: readonly Contact[];
  readonly places: readonly Place[];
  readonly materials: readonly Material[];
  readonly attachments: readonly Attachment[];
  readonly warnings: readonly Warning[];
  readonly troubles: readonly Trouble[];
  readonly guides: readonly GuideDefinition[];
  readonly statements: readonly Statement[];
  readonly silences: readonly Silence[];
  /** How systems call their controls, as taught (docs/site-profile.md). At most one a system. */
  readonly siteProfiles?: readonly SiteProfile[] | undefined;
  readonly renewals?: readonly RenewalWindow[] | undefined;
  /** Made by `in-force.ts`, never read from a file: what stands behind the notice that is followed. */
  readonly following?: Following | undefined;
}

/** A notice as another names it. */
export type NoticeRef = Pick<NoticePack, 'id' | 'version' | 'title' | 'documentNumber' | 'publishedOn'>;

/**
 * `in-force`: its days hold today. `not-yet`: they have still to come. `lapsed`: they are over, or another has
 * taken its place.
 */
export type Force = 'in-force' | 'not-yet' | 'lapsed';

/** What stands behind the notice followed. Made by `in-force.ts` alone; no file can bring it. */
export interface Following {
  readonly force: Force;
  /** The day its force begins or ended, where it is not in force. */
  readonly turns?: CalendarDate | undefined;
  /** The notice in whose place it stood, where it was replaced. */
  readonly replacedBy?: NoticeRef | undefined;
  /** Notices whose facts have been worked in, the earliest first. */
  readonly amendedBy: readonly NoticeRef[];
  /** What they changed, each clause written with its notice. */
  readonly amendments: readonly Amendment[];
  /** Others in force for the same system: they answer where this one is silent. */
  readonly beside: readonly NoticePack[];
  /**
   * Of the one followed and of each beside it, in that order: which spoke last of what may be done, it or one that amends it.
   * Each is taken for its own where this is absent.
   */
  readonly lastWords?: readonly NoticePack[] | undefined;
}
