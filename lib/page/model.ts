/** Page states, targets and reports: the vocabulary of recognition (design.md §6). Types, names, and "not sure". */

export const PAGE_STATES = [
  'login-account',
  'login-ca',
  'home',
  'ca-list',
  'unbind-confirm',
  'unbind-done',
  'bind-form',
  'bind-done',
  'driver-missing',
  'key-missing',
  'pin-wrong',
  'pin-locked',
  'certificate-expired',
  'already-bound',
  'session-expired',
  'system-busy',
  'other',
  'unknown',
] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** States in which something went wrong; the page's own words say what. */
export const TROUBLE_STATES = [
  'driver-missing',
  'key-missing',
  'pin-wrong',
  'pin-locked',
  'certificate-expired',
  'already-bound',
  'session-expired',
  'system-busy',
] as const satisfies readonly PageState[];
export type TroubleState = (typeof TROUBLE_STATES)[number];

export const TARGET_NAMES = [
  'account-tab',
  'ca-tab',
  'login-submit',
  'ca-menu',
  'unbind',
  'unbind-confirm',
  'bind',
  'certificate-choice',
  'pin-field',
  'bind-confirm',
  'result',
] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** Why we think so: one rule that fired, what it saw and what it counted for. */
export interface Evidence {
  /** Rule id, stable, e.g. `heading-unbind-confirm`. */
  readonly rule: string;
  readonly state: PageState;
  readonly weight: number;
  /** Words of the rule's own vocabulary that were seen; never a field's value, never free page text. */
  readonly saw: string;
  /** Where: a role in words, e.g. `dialog title`, `button`, `table header`, `url`. */
  readonly where: string;
}

/** From when until when some certificate is valid, as a page shows it. Days as the page has them, `YYYY-MM-DD`. */
export interface SeenValidity {
  /** null: not shown. */
  readonly from: string | null;
  readonly until: string;
}

/** What one document's recogniser says about that document alone. Carries no page text of its own but days. */
export interface Recognition {
  readonly state: PageState;
  /** 0..1; how far the state is over its threshold and ahead of the second. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Whether a control that unbinds a certificate can be seen now (design.md §3.4). */
  readonly unbindVisible: boolean;
  /** Of a list of certificates. Absent: none that are beyond doubt. */
  readonly validity?: readonly SeenValidity[] | undefined;
}

/** What is said of a document that could not be read. */
export const UNSURE: Recognition = { state: 'unknown', confidence: 0, evidence: [], unbindVisible: false };

/** A frame's recognition as the background keeps it. */
export interface FrameReport extends Recognition {
  /** Random id the sentinel drew when its document started: Firefox has no `documentId`. */
  readonly document: string;
  /** Counts up with every report of this document, so that a late one can be told. */
  readonly sequence: number;
  readonly top: boolean;
  /** How many frames this document holds: a frame that was removed cannot say so itself, its parent can. */
  readonly childFrames: number;
}

/** What the tab as a whole shows: the merge of its frames. */
export interface TabPage {
  readonly state: PageState;
  readonly confidence: number;
  readonly evidence: readonly (Evidence & { readonly frame: number })[];
  /** The frame whose document decided; null where the state is unknown. */
  readonly frame: number | null;
  readonly document: string | null;
  readonly unbindVisible: boolean;
}

export type TargetState = 'found' | 'ambiguous' | 'missing' | 'none';

/** One frame's answer to "where is this target?". */
export interface TargetReport {
  readonly target: TargetName;
  readonly state: Exclude<TargetState, 'none'>;
  /** The control's visible name when found, at most 40 characters: text a person can read, never a value. */
  readonly label: string | null;
  readonly candidates: number;
  /** Why not, in the resolver's vocabulary, e.g. `two-matches`, `forbidden-word`. */
  readonly reasons: readonly string[];
}
