/**
 * What desk and picker say to each other, over a line of their own (docs/decisions/021-picker.md): a port that one of
 * our own pages opened to one frame, for as long as both are there. `ask.*` goes to the page, `tell.*` to the desk.
 */
import type { PageState, Recognition, TargetName } from '@/lib/page/model';
import type { Disagreement } from '@/lib/page/site-profile';
import type { Still } from '@/lib/page/still/model';
import type { SiteProfile } from '@/lib/page/taught';
import type { ControlReading } from '@/lib/page/teaching/control';

/** Name of the port. */
export const PICKER_LINE = 'rebind.picker';

/** Read your document again; once the tab's page is known, with it. */
export interface AskLook {
  readonly type: 'ask.look';
  /** What the tab shows, as merged from its frames; null: not known yet, only the recognition is wanted. */
  readonly page: PageState | null;
  /** Number of the first control; the frames are numbered through. */
  readonly first: number;
  /** What is taught of the system's controls: the page is read with it, as the assistant reads it. */
  readonly profile: SiteProfile;
}
/** Let the person point at a control; off: leave the page alone again. */
export interface AskPick {
  readonly type: 'ask.pick';
  readonly on: boolean;
}
/** The same as a click on that control, for the keyboard: by its number in the last `tell.controls`. */
export interface AskChoose {
  readonly type: 'ask.choose';
  readonly number: number;
}
/** Numbers on the controls of the last list, or none. */
export interface AskNumbers {
  readonly type: 'ask.numbers';
  readonly on: boolean;
}
/** A masked still of the document, for a report. */
export interface AskReport {
  readonly type: 'ask.report';
}
export type PickerAsk = AskLook | AskPick | AskChoose | AskNumbers | AskReport;

/** A control in sight. */
export interface ListedControl extends ControlReading {
  readonly number: number;
  /** Targets that recognition takes it for. */
  readonly takenFor: readonly TargetName[];
}

export interface TellPage {
  readonly type: 'tell.page';
  readonly recognition: Recognition;
  readonly top: boolean;
}
export interface TellControls {
  readonly type: 'tell.controls';
  readonly controls: readonly ListedControl[];
  /** Targets that more than one control could be, or none is, though they belong to the page. */
  readonly unsure: readonly { readonly target: TargetName; readonly state: 'ambiguous' | 'missing' }[];
  /** What became of the lessons that belong to the page; `why` null: found as taught. */
  readonly taught: readonly { readonly target: TargetName; readonly why: Disagreement | null }[];
}
export interface TellPicked {
  readonly type: 'tell.picked';
  readonly control: ListedControl;
  /** The document as it was then, to try the lesson on; it is kept nowhere. */
  readonly still: Still;
  /** The control's number in the still. */
  readonly order: number;
}
export interface TellReport {
  readonly type: 'tell.report';
  /** Masked in the page: words that are not the recogniser's never leave it. */
  readonly still: Still;
  readonly state: PageState;
}
/** The person pressed Escape, or the page won a contest with our overlay. */
export interface TellStopped {
  readonly type: 'tell.stopped';
  readonly why: 'escape' | 'lost';
}
export type PickerTell = TellPage | TellControls | TellPicked | TellReport | TellStopped;

/** The picker's end of the line. */
export interface PickerLine {
  tell(message: PickerTell): void;
  /** Hears until the signal aborts; the line may end before it. */
  listen(hear: (message: PickerAsk) => void, onEnd: () => void): void;
}
