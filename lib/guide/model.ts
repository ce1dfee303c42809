/** Facts, journeys, guides and plans: the vocabulary of guidance (design.md §2, §4). Types only. */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Circumstances, Said } from '@/lib/notice/circumstances';
import type { PageState, TabPage, TargetName } from '@/lib/page/model';
import type { CertificateState, LoginKind } from './definition';

export type {
  CertificateState,
  DoneWhen,
  GuideCondition,
  GuideDefinition,
  GuideOffer,
  LoginKind,
  Question,
  Step,
  StepDetail,
  StepWait,
} from './definition';

// --- the ledger -------------------------------------------------------------------------------------

export type Assertion = 'seen' | 'said' | 'retracted';

export type FactBody =
  /**
   * The page showed this state. `via`: it is the proved result of a login of this kind. `fresh`, of an outcome: its document
   * was led to by another page of the site and showed nothing before, so that it is no old one met again. Seen only.
   */
  | {
      readonly kind: 'page';
      readonly state: PageState;
      readonly via?: LoginKind | undefined;
      readonly fresh?: true | undefined;
    }
  /** The person says this step is done. Said only. */
  | { readonly kind: 'step'; readonly step: string }
  /** The person says that a step which not everybody needs is not needed. Said only. */
  | { readonly kind: 'skip'; readonly step: string }
  /**
   * The person picks a guide, in the notice's own journey; null: back to what the facts call for. `again`: what
   * was done in it before was another time. Said only.
   */
  | { readonly kind: 'chosen'; readonly guide: string | null; readonly again?: boolean | undefined }
  /** The person answers a pre-flight question, or (in the notice's own journey) whether an obligation is done. Said only. */
  | { readonly kind: 'answer'; readonly question: string; readonly answer: 'yes' | 'no' }
  /** The person says whether the new CA is in hand: decides between first binding and late-comer. Said only. */
  | { readonly kind: 'holds-new'; readonly answer: 'yes' | 'no' }
  /** The person has met this trouble (an alert box we cannot see), or says it is over. Said only. */
  | { readonly kind: 'trouble'; readonly trouble: string; readonly answer: 'yes' | 'no' }
  /**
   * What the notice tells people apart by: the unit's batch, an activity (one fact each), the project's date, the day
   * something was received. `value` is
   * the notice's id, or the day. In the notice's own journey. Said only.
   */
  | {
      readonly kind: 'circumstance';
      readonly of: Said['of'];
      readonly value: string;
      readonly answer: 'yes' | 'no';
    }
  /** The warning was on screen while an unbind control could be seen. Seen only. */
  | { readonly kind: 'warned' }
  /** Takes back an earlier word. Retracted only. */
  | { readonly kind: 'retraction'; readonly of: string };

/** One thing seen, said, or retracted. Append-only; `id` makes a repeated delivery harmless. */
export interface Fact {
  readonly id: string;
  readonly journey: string;
  readonly assertion: Assertion;
  readonly body: FactBody;
  /** ISO 8601, UTC. In a preview, the previewed instant. */
  readonly at: string;
  /** Order of arrival in the ledger, counting up; facts are folded in this order. */
  readonly order: number;
  readonly tab: number | null;
  readonly frame: number | null;
  readonly document: string | null;
}

/** A fact before the ledger has numbered it. */
export type NewFact = Omit<Fact, 'order'>;

/** subject × system × guide of one notice, pinned to the pack version it began with. */
export interface Journey {
  /** As `journey-id.ts` makes it. */
  readonly id: string;
  readonly subject: string;
  readonly system: string;
  readonly guide: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly startedAt: string;
}

/** A unit or firm a person acts for, as planning needs it: no name. */
export interface SubjectCase {
  readonly id: string;
  /** `budget-unit` and so on (design.md §2). */
  readonly audience: string;
  readonly level: 'city' | 'district';
  /** State of the old CA and seal, as the tracker knows it. */
  readonly oldCa: CertificateState;
  readonly newCa: CertificateState;
  /** The new CA as its own file says, where one was read; the person's word is apart from it. */
  readonly newCaFile?: CertificateFile | null | undefined;
  /** Since when a successor of the new CA is on file that nobody said is bound; ISO 8601, UTC. */
  readonly renewedAt?: string | null | undefined;
  /** The person noted that the new CA is bound on the notice's main system. */
  readonly notedBound?: boolean | undefined;
  /** What the notice tells people apart by, as far as the person said it. */
  readonly circumstances?: Circumstances | undefined;
}

/** What a certificate file said of the CA: seen, not said. */
export interface CertificateFile {
  readonly state: 'valid' | 'expired' | 'not-yet-valid';
  readonly validUntil: CalendarDate;
  /** When the file was read; ISO 8601, UTC. */
  readonly at: string;
}

// --- the plan ---------------------------------------------------------------------------------------

/** How a done step is known; the two are never mixed (design.md §3.5). */
export type StepProgress =
  | { readonly state: 'open' }
  /** Neither seen nor said, and no longer needed: a later outcome shows that the way there is behind. */
  | { readonly state: 'passed' }
  /** `skipped`: the person says that it is not needed here. */
  | { readonly state: 'seen' | 'said' | 'skipped'; readonly at: string; readonly fact: string };

export interface PlannedQuestion {
  readonly id: string;
  readonly ask: Text;
  readonly how: Text;
  readonly ifNo: Text;
  readonly cite: string | null;
  readonly answer: 'yes' | 'no' | null;
  /** The fact that answered it, to take back; null where a certificate file answers it. */
  readonly fact: string | null;
  /** What a certificate file says to it: seen. Absent where none does. */
  readonly seen?: { readonly text: Text; readonly at: string } | undefined;
}

/** 「申请表交了吗？」, and what the person said to it. */
export interface PlannedObligation {
  readonly id: string;
  readonly ask: Text;
  readonly cite: string | null;
  readonly answer: 'yes' | 'no' | null;
  /** The fact that answered it, to take back. */
  readonly fact: string | null;
}

export interface PlannedContact {
  readonly role: string;
  readonly name: Text;
  readonly number: string;
  /** What to call about. */
  readonly about: Text;
  readonly publishedOn: CalendarDate;
}

export interface PlannedPhase {
  readonly id: string;
  readonly name: Text;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  /** To the phase's last day, or null where it has none (or it has passed). */
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
}

/** Tone of a notice line: `stop` is red and only for the irreversible and overdue (design.md §8). */
export type Tone = 'stop' | 'caution' | 'info';

export interface PlannedNote {
  readonly tone: Tone;
  readonly text: Text;
  readonly cite: string | null;
}

/** A trouble and its cure, shown in place of the step until it is over. */
export interface PlannedTrouble {
  readonly id: string;
  /** `seen`: the page shows it. `said`: the person chose it. */
  readonly known: 'seen' | 'said';
  /** The person's word, to take back; null where the page shows it. */
  readonly word: { readonly at: string; readonly fact: string } | null;
  readonly title: Text;
  /** What to do first. */
  readonly text: Text;
  readonly cause: Text | null;
  readonly cure: readonly Text[];
  readonly dont: readonly Text[];
  /** Whether the environment check may help. */
  readonly environment: boolean;
  /** Clause of the notice; null where the notice says nothing of it. */
  readonly cite: string | null;
  /** Where it is known from, if not from the notice. */
  readonly source: Text | null;
}

/** The notice a plan follows. */
export interface PlannedPack {
  readonly id: string;
  readonly version: string;
  readonly documentNumber: string;
  /** Whom to look up where the notice gives no number. */
  readonly issuer?: Text | undefined;
}

/** What to show, whole and public: the card draws it and adds nothing. Nothing personal is in it. */
export interface GuidePlan {
  readonly kind: 'guide';
  readonly pack: PlannedPack;
  readonly guide: string;
  readonly guideTitle: Text;
  /** The notice asks nothing of this audience: the steps are for others. */
  readonly isNotNeeded?: boolean | undefined;
  /** The person picked it, the facts did not lead to it. */
  readonly isPicked?: boolean | undefined;
  readonly phase: PlannedPhase | null;
  readonly page: PageState;
  /** What the page is taken for, and why: places and words of our own vocabulary, for whoever asks. */
  readonly recognised: { readonly as: Text; readonly because: readonly Text[] };
  readonly step: string;
  /** From 1. */
  readonly stepNumber: number;
  readonly stepCount: number;
  readonly title: Text;
  readonly say: Text;
  readonly sayWithoutTarget: Text;
  readonly why: Text | null;
  readonly dont: readonly Text[];
  readonly cite: readonly string[];
  /** null: nothing is to be pointed at now. */
  readonly target: TargetName | null;
  readonly irreversible: boolean;
  /** Questions still to be answered, or answered, for this step; empty where it has none. */
  readonly questions: readonly PlannedQuestion[];
  /** True while a question of this step is not answered yes: then `target` is null. */
  readonly held: boolean;
  /** Held, and no answer changes that: the day, the notice or the certificate is against it. */
  readonly isClosed?: boolean | undefined;
  /** Held, and `say` tells what comes once every question is answered; else it tells what to do now. */
  readonly saysNext?: boolean | undefined;
  /** Whether "我已完成" is offered: the step's end may be the person's word. */
  readonly canSayDone: boolean;
  /** Whether 「不需要这一步」 is offered. */
  readonly canSkip?: boolean | undefined;
  /** Where it is done and by when, as the notice says or does not say. */
  readonly place?: { readonly where: Text; readonly by: Text } | undefined;
  /** Asked when the case depends on it (after the cut-over): is a new CA in hand? */
  readonly asksHoldsNew: boolean;
  /** What the person said to it, and the fact to take back; null while unsaid. */
  readonly holdsNew?: { readonly answer: 'yes' | 'no'; readonly fact: string } | null | undefined;
  /** What the notice asks to be done by a day, asked about before anything is called late; never the step's own. */
  readonly obligations: readonly PlannedObligation[];
  readonly notes: readonly PlannedNote[];
  /** Those of the notes that the step itself tells: which key, where to apply, how long a wait lasts. */
  readonly stepNotes?: readonly PlannedNote[] | undefined;
  /** Shown in place of the step, which is come back to. */
  readonly trouble?: PlannedTrouble | null | undefined;
  readonly progress: readonly {
    readonly step: string;
    readonly title: Text;
    readonly progress: StepProgress;
  }[];
  readonly contacts: readonly PlannedContact[];
  readonly finished: boolean;
}

/** More than one subject and none chosen for this tab since its last login: ask (in the popup, by name). */
export interface ChooseSubjectPlan {
  readonly kind: 'choose-subject';
  readonly phase: PlannedPhase | null;
  readonly page: PageState;
  /** 0: the popup has none yet. */
  readonly subjects: number;
  readonly notes: readonly PlannedNote[];
  readonly trouble?: PlannedTrouble | null | undefined;
  readonly contacts: readonly PlannedContact[];
  readonly pack: PlannedPack;
}

/** Nothing to say on this page. */
export interface SilentPlan {
  readonly kind: 'silent';
}

export type Plan = GuidePlan | ChooseSubjectPlan | SilentPlan;

/** What a plan is made from, besides the pack and the ledger. */
export interface Situation {
  readonly page: TabPage;
  /** The login that led to this page, where that is proved; null on every other page. */
  readonly via: LoginKind | null;
  /** null: not chosen in this tab. */
  readonly subject: SubjectCase | null;
  readonly subjectCount: number;
  /** Calendar day in the pack's time zone. */
  readonly today: CalendarDate;
}
