/**
 * Every message between our own parts, as types (no zod here: content scripts import this file).
 * The direction is in the name: `page.*` goes from a document to the background, `pages.*` from one of
 * our own extension pages to the background, `show.*` from the background to a document.
 * Schemas in `schemas.ts` check the same shapes at the receiver; parity is proved there at compile time.
 */
import type { Finding, PageReading } from '@/lib/environment/model';
import type { Plan } from '@/lib/guide/model';
import type { TroubleChoice } from '@/lib/guide/trouble-choices';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { CardPlace } from '@/lib/overlay/card-place';
import type {
  FrameReport,
  PageState,
  SeenValidity,
  TargetName,
  TargetReport,
  TargetState,
} from '@/lib/page/model';
import type { TaughtControl } from '@/lib/page/taught';

// --- documents → background ---------------------------------------------------------------------------

/** The sentinel's report of its own document. */
export interface PageSeen {
  readonly type: 'page.seen';
  readonly report: FrameReport;
}

/** A sentinel found something to recognise in its document and has no recogniser yet: once a document. */
export interface PageWantsRecogniser {
  readonly type: 'page.wants-recogniser';
}

/** A module that the background brought has begun to listen in its document: what it was told before was lost. */
export interface PageArrived {
  readonly type: 'page.arrived';
  readonly module: 'guide' | 'pointer';
  readonly document: string;
}

/** A pointer's answer to `show.point`. Sent again whenever the answer changes. */
export interface PageTarget {
  readonly type: 'page.target';
  readonly document: string;
  /** The request it answers, so that a stale answer can be told. */
  readonly request: string;
  readonly report: TargetReport;
}

/** The card was painted in the top document, or lost a contest with the page and closed. */
export interface PageCard {
  readonly type: 'page.card';
  readonly state: 'shown' | 'closed' | 'lost';
  /** The page whose plan was painted with a warning not to go on (`stop`); null: no such warning was. */
  readonly warnsOn: PageState | null;
}

/** The person put the card elsewhere, minimised or opened it. */
export interface PagePlaceCard {
  readonly type: 'page.place-card';
  readonly place: CardPlace;
}

/** The person wishes to see the control that is out of view: the only reason to scroll the page. */
export interface PageBringTarget {
  readonly type: 'page.bring-target';
}

/** The person asks for numbers on the page's controls, for the phone, or to have them taken off. */
export interface PageNumber {
  readonly type: 'page.number';
  readonly on: boolean;
}

/** How many controls a frame has numbered, and what the page calls them. */
export interface PageNumbered {
  readonly type: 'page.numbered';
  readonly document: string;
  readonly request: string;
  readonly count: number;
  /** In the numbers' order; empty where a control has no words, or they may be a name. */
  readonly labels: readonly string[];
}

/** The person's word, from a trusted event in the card. `id` is drawn at the click, so a retry is harmless. */
export interface PageSaid {
  readonly type: 'page.said';
  readonly id: string;
  readonly word:
    | { readonly kind: 'step'; readonly step: string }
    | { readonly kind: 'skip'; readonly step: string }
    | { readonly kind: 'answer'; readonly question: string; readonly answer: 'yes' | 'no' }
    | { readonly kind: 'holds-new'; readonly answer: 'yes' | 'no' }
    | { readonly kind: 'obligation'; readonly obligation: string; readonly answer: 'yes' | 'no' }
    | { readonly kind: 'trouble'; readonly trouble: string; readonly answer: 'yes' | 'no' }
    | { readonly kind: 'retraction'; readonly of: string };
  /** Journey and step the card was showing; a word about another step than the one in force is refused. */
  readonly guide: string;
  readonly step: string;
}

/**
 * On a login page that was asked for its login control: the person pressed it, or did anything else since.
 * Which control, key or text is not told; a press is told once, and the first act after it.
 */
export interface PageActed {
  readonly type: 'page.acted';
  readonly document: string;
  /** The request that found the control. */
  readonly request: string;
  readonly pressed: boolean;
}

/** The card asks for the popup, where names may be shown. */
export interface PageOpenPopup {
  readonly type: 'page.open-popup';
}

/** The card asks for the texts that people meet in alert boxes, which no page shows us. */
export interface PageTroubles {
  readonly type: 'page.troubles';
}

/** The person asks to have browser, address and clock looked at. */
export interface PageCheckEnvironment {
  readonly type: 'page.check-environment';
}

export type PageMessage =
  | PageSeen
  | PageWantsRecogniser
  | PageArrived
  | PageTarget
  | PageActed
  | PageCard
  | PageSaid
  | PageOpenPopup
  | PagePlaceCard
  | PageBringTarget
  | PageNumber
  | PageNumbered
  | PageTroubles
  | PageCheckEnvironment;

// --- extension pages → background ---------------------------------------------------------------------

/** Tabs on the system that wait for their subject. */
export interface PagesTabs {
  readonly type: 'pages.tabs';
}
export interface PagesChooseSubject {
  readonly type: 'pages.choose-subject';
  readonly tab: number;
  readonly subject: string;
}
/** Subjects, certificates, settings or the previewed date changed: plan every open tab again. */
export interface PagesChanged {
  readonly type: 'pages.changed';
}
/** Turn the preview on (a date) or off (null). */
export interface PagesPreview {
  readonly type: 'pages.preview';
  readonly date: CalendarDate | null;
}
/** The practice site starts over: erase the practice database, and no other. */
export interface PagesResetPractice {
  readonly type: 'pages.reset-practice';
}
/** What the site's own top document of this tab says of its address and of local-network access. */
export interface PagesReadEnvironment {
  readonly type: 'pages.read-environment';
  readonly tab: number;
}
/** Ask the feed of notice packs now, or forget it where none is set any more. */
export interface PagesCheckFeed {
  readonly type: 'pages.check-feed';
}
export type PagesMessage =
  | PagesCheckFeed
  | PagesReadEnvironment
  | PagesTabs
  | PagesChooseSubject
  | PagesChanged
  | PagesPreview
  | PagesResetPractice;

export interface OpenTab {
  readonly tab: number;
  readonly page: PageState;
  readonly subject: string | null;
  /** True when more than one subject exists and none was chosen since the last login. */
  readonly waiting: boolean;
  /** The card lost a contest with the page and closed (issue 4). */
  readonly cardLost: boolean;
  /** What its pages show of certificates' validity: the page's word, kept nowhere without the person's yes. */
  readonly validity: readonly SeenValidity[];
}

// --- background → documents ---------------------------------------------------------------------------

/** Find this target in your document and answer with `page.target`; null: find nothing, draw nothing. */
export interface ShowPoint {
  readonly type: 'show.point';
  readonly request: string;
  readonly target: TargetName | null;
  /** What the tab as a whole shows: the resolver's context. */
  readonly page: PageState;
  /** What the site profile of the system in force teaches of this target; null: nothing. */
  readonly taught: TaughtControl | null;
  /** What was taught not to be it; absent: nothing. */
  readonly notIt?: readonly TaughtControl[] | undefined;
}

/** Draw the ring (only the frame told so draws), or hide it. */
export interface ShowRing {
  readonly type: 'show.ring';
  readonly request: string;
  readonly draw: boolean;
}

/** What the card in the top document shows now. */
export interface ShowCard {
  readonly type: 'show.card';
  readonly plan: Plan;
  readonly target: CardTarget;
  /** The previewed date, when it is a preview; the practice site marks itself. */
  readonly preview: CalendarDate | null;
  readonly namespace: 'real' | 'preview' | 'practice';
  readonly largeType: boolean;
  /** False while the ledger cannot be read or written: then nothing is recorded, and the card says so. */
  readonly recording: boolean;
  /** Where the person left the card on this system; null: nowhere yet. Heeded once a document. */
  readonly place: CardPlace | null;
  /** How many controls carry numbers now; null: none was asked for. */
  readonly numbered: number | null;
  /** The page's own words beside the numbers, from 1 on. */
  readonly marks?: readonly string[] | undefined;
  /** Read out on the telephone (docs/help-code.md); null: there is none. */
  readonly helpCode: string | null;
}

/** The person pressed the shortcut: the keyboard goes to the card, or back to where it was. */
export interface ShowReachCard {
  readonly type: 'show.reach-card';
}

/** Bring the control of this request into view, on the person's wish. */
export interface ShowBringTarget {
  readonly type: 'show.bring-target';
  readonly request: string;
}

/** Number the controls in sight from `first` on and answer with `page.numbered`; `first` null: take the numbers off. */
export interface ShowNumbers {
  readonly type: 'show.numbers';
  readonly request: string;
  readonly first: number | null;
}

/** Where the plan's target is, for the card to say. */
export interface CardTarget {
  readonly state: TargetState;
  readonly label: string | null;
  /** `inner`: in a frame of the page. */
  readonly place: 'top' | 'inner' | null;
  /** The pointer's reasons (`TargetReport.reasons`), e.g. `covered`, `off-screen`: the card words them. */
  readonly reasons?: readonly string[] | undefined;
}

/** Look at your document again now: a navigation committed, or the plan is about to advance. */
export interface ShowLookAgain {
  readonly type: 'show.look-again';
}

/** Are you still there? Answered by the port itself; a frame that is gone lets it fail. */
export interface ShowPing {
  readonly type: 'show.ping';
}

export type ShowMessage =
  | ShowPoint
  | ShowRing
  | ShowCard
  | ShowLookAgain
  | ShowPing
  | ShowReachCard
  | ShowBringTarget
  | ShowNumbers;

// --- replies ------------------------------------------------------------------------------------------

export interface Replies {
  'page.seen': { readonly ok: true };
  /** Not ok where it could not be brought: the document is gone, or closed to us. */
  'page.wants-recogniser': { readonly ok: boolean };
  'page.arrived': { readonly ok: true };
  'page.target': { readonly ok: true };
  'page.acted': { readonly ok: true };
  'page.card': { readonly ok: true };
  /** `recorded` only once the fact is durable; otherwise why not, as a message key's last part. */
  'page.said':
    | { readonly ok: true }
    | { readonly ok: false; readonly why: 'stale' | 'no-subject' | 'storage' };
  'page.open-popup': { readonly ok: boolean };
  /** False where it could not be remembered; the card stays where it was put all the same. */
  'page.place-card': { readonly ok: boolean };
  'page.bring-target': { readonly ok: boolean };
  'page.number': { readonly ok: true };
  'page.numbered': { readonly ok: true };
  /** In the order of the knowledge base, the notice's own first. */
  'page.troubles': { readonly troubles: readonly TroubleChoice[] };
  'page.check-environment': { readonly findings: readonly Finding[] };
  /** null where the document is gone or closed to us. */
  'pages.read-environment': { readonly reading: PageReading | null };
  'pages.tabs': { readonly tabs: readonly OpenTab[] };
  'pages.choose-subject': { readonly ok: boolean };
  'pages.changed': { readonly ok: true };
  'pages.check-feed': { readonly ok: true };
  'pages.preview': { readonly ok: true };
  'pages.reset-practice': { readonly ok: true };
}

export type Message = PageMessage | PagesMessage;
export type MessageType = Message['type'];
export type MessageOf<T extends MessageType> = Extract<Message, { type: T }>;

/**
 * One document's line to the background. The sentinel, the pointer and the card are mounted over it, so
 * that the practice page can mount the same modules (design.md §4).
 */
export interface Port {
  /** Rejects when the background cannot be reached (extension updated or removed). */
  send<T extends PageMessage['type']>(message: MessageOf<T>): Promise<Replies[T]>;
  /** Hears `show.*` until the signal aborts. */
  listen(hear: (message: ShowMessage) => void, signal: AbortSignal): void;
}
