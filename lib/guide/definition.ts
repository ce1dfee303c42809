/** Guides, as a notice pack writes them (docs/guides.md). Types only. */
import type { Text } from '@/lib/locale/text';
import type { Lead } from '@/lib/notice/sourcing';
import type { PageState, TargetName } from '@/lib/page/model';

/** One question of the pre-flight, answered by itself before any unbinding. */
export interface Question {
  readonly id: string;
  readonly ask: Text;
  /** How the person can check it. */
  readonly how: Text;
  /** Audiences it is asked of; all where absent. */
  readonly audiences?: readonly string[] | undefined;
  /** What to do when the answer is no. */
  readonly ifNo: Text;
  readonly cite?: string | undefined;
  /** What may answer it besides the person: the file of the new CA, where one was read. */
  readonly seenBy?: 'new-ca-file' | undefined;
}

/**
 * What ends a step. A page state that is *seen*, optionally only as the proved result of a login of one kind, or the
 * person's word. "Next" is neither (design.md §3.5).
 */
export type DoneWhen =
  | { readonly by: 'page'; readonly states: readonly PageState[]; readonly via?: LoginKind | undefined }
  | { readonly by: 'word' };

export type LoginKind = 'login-account' | 'login-ca';

export interface Step {
  readonly id: string;
  readonly title: Text;
  /** What to do. `{label}` stands for the label found on the page; a step reads well without it too. */
  readonly say: Text;
  /** The same where the control was not found or no page is open for it. */
  readonly sayWithoutTarget?: Text | undefined;
  readonly why?: Text | undefined;
  readonly dont?: readonly Text[] | undefined;
  /** Clauses of the notice it rests on; empty where it is the product's own advice. */
  readonly cite: readonly string[];
  /** Which control on which page carries the step on. */
  readonly targets: readonly {
    readonly page: PageState;
    readonly target: TargetName;
    readonly say?: Text | undefined;
  }[];
  readonly done: readonly DoneWhen[];
  /** Question ids; the step's target is not pointed at before each is answered yes. */
  readonly preflight?: readonly string[] | undefined;
  readonly irreversible?: boolean | undefined;
  /** Contact role to offer first. */
  readonly call?: string | undefined;
  /** Audiences it is for; all where absent. */
  readonly audiences?: readonly string[] | undefined;
  /** Levels it is for; all where absent. */
  readonly levels?: readonly ('city' | 'district')[] | undefined;
  /** Not everybody needs it: the person may say so, and the step is passed over. */
  readonly optional?: boolean | undefined;
  /** It is a wait, from the end of another step on. */
  readonly wait?: StepWait | undefined;
  /** Facts of the notice that are told with it, for the person's own case and day. */
  readonly shows?: readonly StepDetail[] | undefined;
  /** Obligation id: to say this step done is to say that obligation done, wherever it is said. */
  readonly obligation?: string | undefined;
  /** Step id: a page counts for this step only when it was seen after that step was done. */
  readonly after?: string | undefined;
}

/** Which key on which system; what a new CA costs and who pays; where and with which papers to apply. */
export type StepDetail = 'keys' | 'fees' | 'application';

export interface StepWait {
  /** Step id; the wait begins with its end. */
  readonly from: string;
  /** How long it takes as a rule; absent: not known. */
  readonly lead?: Lead | undefined;
  /** Whose figure that is. */
  readonly source?: Text | undefined;
}

/** How a guide stands in the list 「我要办」. */
export interface GuideOffer {
  /** As a clerk would say it. */
  readonly say: Text;
  /** Picking it is a word about the new CA instead; the facts then lead to the guide. */
  readonly holdsNew?: 'yes' | 'no' | undefined;
}

export interface GuideDefinition {
  readonly id: string;
  readonly title: Text;
  readonly system: string;
  /** Phases in which it may be followed; elsewhere it stops with its reason. Empty: any. */
  readonly phases: readonly string[];
  readonly steps: readonly Step[];
  readonly questions: readonly Question[];
  /**
   * Guide ids whose journeys this one carries on: what was seen or said there counts here too, for steps
   * of the same id. So a rebind cut off by the end of its window is not asked for again.
   */
  readonly continues?: readonly string[] | undefined;
  /** Whom it is for, besides the phase. Of the pack's guides the first that fits is followed. */
  readonly when?: GuideCondition | undefined;
  /** How it is offered; absent: it is not. */
  readonly offer?: GuideOffer | undefined;
  /** Followed only where the person picks it. */
  readonly onlyChosen?: boolean | undefined;
  /** Picked again, it may begin afresh: what it is about comes back every year. */
  readonly repeats?: boolean | undefined;
  /**
   * What an unbinding in it is: the notice's swap (where absent), or an everyday one by the system's own
   * rules, which the swap's window neither opens nor closes (design.md §2, §3.4).
   */
  readonly unbinds?: 'unbind-old' | 'unbind' | undefined;
}

/** All that is given must hold; an absent part holds for everybody. */
export interface GuideCondition {
  readonly audiences?: readonly string[] | undefined;
  readonly oldCa?: readonly CertificateState[] | undefined;
  /** Whether a new CA is in hand, by the person's word, else by what was seen or entered. */
  readonly holdsNew?: readonly ('yes' | 'no' | 'unknown')[] | undefined;
  /** A successor of the new CA is on file that nobody said is bound. */
  readonly renewed?: boolean | undefined;
  /** The person noted that the new CA is bound. */
  readonly notedBound?: boolean | undefined;
}

export type CertificateState = 'valid' | 'expired' | 'none' | 'unknown';
