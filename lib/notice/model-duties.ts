/** What a notice asks people to do: by when, where and with what. Plain types. */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from './calendar';
import type { ObligationEnd } from './explanation';
import type { Condition, Moment, Sourced } from './sourcing';

/** An alternative "where" for some cases, e.g. by level. */
export interface Where extends Sourced {
  readonly when?: Condition | undefined;
  readonly text: Text;
  readonly place?: string | undefined;
  readonly contact?: string | undefined;
}

/** A span (one day: both ends the same) in which a missed duty can still be done: 集中补办. */
export interface MakeUp extends Sourced {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly text?: Text | undefined;
}

export interface Obligation extends Sourced {
  readonly id: string;
  readonly text: Text;
  readonly when?: Condition | undefined;
  readonly from?: Moment | undefined;
  readonly due?: Moment | undefined;
  /** 原则上: the due day is an aim, never a cause for "overdue". */
  readonly soft: boolean;
  /** Only who needs it. */
  readonly optional?: boolean | undefined;
  /**
   * The last day on which it still makes a difference; afterwards it is past, whatever happened. Where
   * absent: while a phase of the notice that has an end still runs (see `obligations.ts`).
   */
  readonly mattersUntil?: CalendarDate | undefined;
  /**
   * What the due day is of, where the notice sets it for somebody else and none for this audience: 「主管预算单位报
   * 同级财政部门」. Then it is told as theirs, never as one's own.
   */
  readonly dueOf?: Text | undefined;
  /**
   * What shows that it is done, besides the person's word. Where absent, nothing else does: it is told until its day no
   * longer matters. See `lib/guide/obligation-end.ts`.
   */
  readonly endedBy?: ObligationEnd | undefined;
  /** When it can be made up for by who missed its last day; after that day, in order. */
  readonly makeUps?: readonly MakeUp[] | undefined;
  /** Obligation ids that come first; one of them is done where what comes after it is. */
  readonly after?: readonly string[] | undefined;
  readonly where: readonly Where[];
  readonly materials: readonly string[];
  readonly ask?: Text | undefined;
  readonly notes?: readonly Note[] | undefined;
}

export interface Note extends Sourced {
  readonly text: Text;
}
