/** The vocabulary of the target benchmark: pages, mutations, answers. Types and names only. */
import type { PageState, TargetName } from '@/lib/page/model';

/** A page of the benchmark as one HTML text. */
export interface TargetPage {
  /** Folder and file, or skin and scenario of the practice site. */
  readonly name: string;
  readonly html: string;
  /** Selector of the frame that holds the targets; null: the page itself. */
  readonly frame: string | null;
  /** What the page shows, by whoever wrote it. */
  readonly state: PageState;
  /** The right controls; null: whatever is called so, nothing is to be found. */
  readonly targets: Readonly<Partial<Record<TargetName, string | null>>>;
}

/** `right`: the control itself. `wrong`: another one. The others: an honest "not sure". */
export type Answer = 'right' | 'wrong' | 'ambiguous' | 'missing';

export interface Reading {
  readonly answer: Answer;
  readonly label: string | null;
  readonly reasons: readonly string[];
}

/** One target on one page, after one mutation. */
export interface CaseAnswer {
  /** False where the mutation has nothing to change here: no case. */
  readonly applies: boolean;
  /** What the recogniser made of the mutated page. */
  readonly state: PageState;
  /** The resolver, told the recogniser's state. */
  readonly seen: Reading;
  /** The resolver, told the page's own state. */
  readonly known: Reading;
  /** The first element of a CSS selector made on the page before its mutation. */
  readonly css: Answer;
}

/** How a case is named to the page. */
export interface CaseRequest {
  readonly page: Pick<TargetPage, 'html' | 'frame' | 'state'>;
  readonly target: TargetName;
  /** Of the right control, before the mutation; null: there is none. */
  readonly selector: string | null;
  /** null: the page as it is. */
  readonly mutation: string | null;
  readonly css: string | null;
}
