/** What a numbered control is, by the words that a caller reads out beside its number. Pure; there is no page here. */
import type { PageState } from '@/lib/page/model';
import { readable } from '@/lib/page/readable';
import { FORBIDDEN, LEADS_ELSEWHERE, NO_SUBMIT, TARGET_RULES } from '@/lib/page/targets';
import { mayBeCalled, type TaughtTarget } from '@/lib/page/taught';
import { residueOf } from '@/lib/page/vocabulary';
import { sensesOf } from '@/lib/page/words';

/** Targets by the pages they belong to; the resolver's own table, given from outside. */
export type TargetPages = Readonly<Record<TaughtTarget, readonly PageState[] | null>>;

export interface ReadMark {
  readonly number: number;
  readonly label: string;
}

export type MarkMeaning =
  /** It is what the step wants pressed. */
  | { readonly kind: 'wanted'; readonly target: TaughtTarget }
  /** It is another control of such a page. */
  | { readonly kind: 'other'; readonly targets: readonly TaughtTarget[] }
  /** Pressing it would do something else for good. */
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' };

/** What words alone say that a control is; where it stands nobody sees from here. */
export function targetsCalled(label: string, page: PageState, pages: TargetPages): readonly TaughtTarget[] {
  const text = readable(label);
  const senses = sensesOf(text);
  const targets = Object.keys(pages) as TaughtTarget[];
  return targets.filter((target) => {
    if (!(pages[target]?.includes(page) ?? true) || !mayBeCalled(target, label)) return false;
    if (LEADS_ELSEWHERE.test(text) && target !== 'ca-menu') return false;
    if (target === 'login-submit' && NO_SUBMIT.test(text)) return false;
    const fits = TARGET_RULES[target].some(
      ({ all, any, none }) =>
        (senses & all) === all &&
        (any === 0 || (senses & any) !== 0) &&
        (senses & none) === 0 &&
        all + any !== 0,
    );
    return fits && residueOf(text, target) === '';
  });
}

const DEEDS: ReadonlySet<TaughtTarget> = new Set(['unbind', 'unbind-confirm', 'bind', 'bind-confirm']);

/**
 * @param wanted what the caller's step wants pressed on that page; null: nothing
 */
export function meaningOf(
  { label }: ReadMark,
  page: PageState,
  wanted: TaughtTarget | null,
  pages: TargetPages,
): MarkMeaning {
  const called = targetsCalled(label, page, pages);
  // 绑定CA may be the menu's name or the deed itself: words alone do not tell, so it is not taken for the harmless one.
  const deeds = called.filter((target) => target !== wanted && DEEDS.has(target));
  if (deeds.length > 0) return { kind: 'other', targets: deeds };
  if (wanted !== null && called.includes(wanted)) return { kind: 'wanted', target: wanted };
  if (FORBIDDEN.test(readable(label))) return { kind: 'never' };
  if (called.length > 0) return { kind: 'other', targets: called };
  const isOpposite = wanted !== null && !mayBeCalled(wanted, label) && readable(label) !== '';
  return isOpposite ? { kind: 'never' } : { kind: 'unknown' };
}
