/** What sites do to their markup between two releases, and worse: one change of a document around a control. */
import type { TargetName } from '@/lib/page/model';
import type { TaughtControl } from '@/lib/page/taught';

/** A control as a person taught it, for the cases that try a site profile. */
export type Teach = (control: TaughtControl) => void;

export interface Mutation {
  readonly name: string;
  /** The same control must still be found; otherwise none may be. */
  readonly benign: boolean;
  /**
   * Changes the page around a control, and may teach one.
   *
   * @returns the control afterwards, null where it is gone, undefined where there was nothing to change
   */
  readonly apply: (
    it: Element,
    target: TargetName,
    teach: Teach,
  ) => Element | null | undefined | Promise<Element | null | undefined>;
}

/** A change that is done at once, in the document alone: no frame has to load. */
export interface PureMutation extends Mutation {
  readonly apply: (it: Element, target: TargetName) => Element | null | undefined;
}
