import type { Text } from '@/lib/locale/text';
import type { Action, Explanation, RuleAnswer } from '@/lib/notice/explanation';
import type { TabPage } from '@/lib/page/model';
import type { JourneyState } from './fold';
import type { Holding } from './journey';
import type { GuideDefinition, PlannedNote, Question, Step, SubjectCase, Tone } from './model';
import type { ResolvedAnswer } from './preflight';

/** What the notes of one plan are written from. */
export interface NoteScene {
  readonly explanation: Explanation;
  readonly guide: GuideDefinition;
  readonly subject: SubjectCase;
  readonly page: TabPage;
  /** For the subject's audience. */
  readonly steps: readonly Step[];
  readonly shown: Step | null;
  readonly state: JourneyState;
  readonly holding: Holding;
  /** Asked before unbinding. */
  readonly questions: readonly Question[];
  /** What is known of them now, and what was when it was unbound. */
  readonly answers: ReadonlyMap<string, ResolvedAnswer>;
  readonly answersWhenUnbound: ReadonlyMap<string, ResolvedAnswer>;
  readonly who: Text;
  /** The last outcome known, in whatever guide, is an unbinding. */
  readonly isLeftUnbound: boolean;
  /** An application to unbind was handed in before every question was answered, and nothing came of it yet. */
  readonly isHandedInUnprepared: boolean;
  /** Its time is over or not yet come: nothing is pointed at and nothing more is taken down. */
  readonly isVoid: boolean;
  /** The notice says that this audience has nothing to do: a guide nobody picked or began is none of theirs. */
  readonly isNotNeeded: boolean;
  /** Why this guide, or one begun before it, has stopped; empty while all goes on. */
  readonly stopped: readonly PlannedNote[];
}

export function note(tone: Tone, text: Text, cite: string | null = null): PlannedNote {
  return { tone, text, cite };
}

/** Whether a control that unbinds is, or may be, in front of the person. */
export function isUnbindInSight(page: TabPage): boolean {
  return page.unbindVisible || page.state === 'unbind-confirm';
}

/** What the notice says of an action this day, in its words. */
export function ruleFor(explanation: Explanation, action: Action): RuleAnswer | undefined {
  return explanation.rules?.find((rule) => rule.action === action);
}
