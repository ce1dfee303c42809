/**
 * Tries a taught control on changes that sites make between two releases (`lib/page/mutations`), on a still built into
 * a document of its own: what a lesson finds after a change is right, wrong, or an honest "not sure". The page itself
 * is not touched.
 */
import { holds } from '@/lib/page/dom';
import type { PageState } from '@/lib/page/model';
import { PURE_MUTATIONS } from '@/lib/page/mutations/mutations';
import { readable } from '@/lib/page/readable';
import { recognise } from '@/lib/page/recognise';
import { resolveWithProfile } from '@/lib/page/site-profile';
import { buildStill } from '@/lib/page/still/build-still';
import type { Still } from '@/lib/page/still/model';
import type { TaughtControl } from '@/lib/page/taught';

/** `right`: the control, or none where none is left. `silent`: not found though it is there; the card says it in words. */
export type Verdict = 'right' | 'wrong' | 'ambiguous' | 'silent';

export interface TrialCase {
  /** null: the page as it is. */
  readonly mutation: string | null;
  readonly verdict: Verdict;
  /** The resolver's reasons. */
  readonly reasons: readonly string[];
}

export interface TrialAsked {
  readonly still: Still;
  /** The control, by its number in the still. */
  readonly order: number;
  readonly page: PageState;
  readonly taught: TaughtControl;
}

/**
 * @param stage an empty document with a window, laid out; it is filled anew for each case
 * @returns the page as it is first, then each change that applies to this control
 */
export function tryLesson(asked: TrialAsked, stage: Document): readonly TrialCase[] {
  const { still, order, page, taught } = asked;
  const { target } = taught;
  const stateNow = () => recognise(stage.URL, stage).state;
  let usual: PageState | null = null;
  return [null, ...PURE_MUTATIONS].flatMap((mutation): TrialCase[] => {
    const control = buildStill(still, stage)[order];
    if (!control) return [];
    const right = mutation === null ? control : mutation.apply(control, target);
    if (right === undefined) return [];
    const state = stateNow();
    usual ??= state;
    // A change may make another page of it, where the target is not looked for.
    const { report, element } = resolveWithProfile(stage, target, {
      page: state === usual ? page : state,
      taught,
    });
    const verdict = judge(element, right, report.state === 'ambiguous');
    return [{ mutation: mutation?.name ?? null, verdict, reasons: report.reasons }];
  });
}

function judge(found: Element | null, right: Element | null, isAmbiguous: boolean): Verdict {
  if (found) return right && isSameControl(found, right) ? 'right' : 'wrong';
  if (right === null) return 'right';
  return isAmbiguous ? 'ambiguous' : 'silent';
}

/** One control, seen as it is or as the part of it that carries the words. */
function isSameControl(one: Element, other: Element): boolean {
  if (one === other) return true;
  if (!holds(one, other) && !holds(other, one)) return false;
  return readable(one.textContent ?? '') === readable(other.textContent ?? '');
}

/** Whether a lesson may be kept: it finds its control now, and never another. */
export const isKeepable = (cases: readonly TrialCase[]): boolean =>
  cases[0]?.verdict === 'right' && cases.every(({ verdict }) => verdict !== 'wrong');
