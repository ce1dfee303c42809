import type { HelpState } from '@/lib/desk/help-code/state';
import { troublesOf } from '@/lib/guide/troubles';
import type { NoticePack, Trouble } from '@/lib/notice/model';
import type { PageState } from '@/lib/page/model';
import type { ThreeAnswers } from './caller-plan';

/** What is known of the caller's machine and page besides: by a code, or by the answers of somebody who has none. */
export type Signs = Partial<Pick<HelpState, 'access' | 'target'> & Pick<ThreeAnswers, 'plugged'>>;

/** Ids of troubles that a sign speaks for, without anybody having named them. */
function signalled({ access, target, plugged }: Signs): readonly string[] {
  return [
    ...(plugged === 'both' ? ['too-many-keys'] : []),
    ...(plugged === 'old-new-at-hand' ? ['wrong-key'] : []),
    ...(access === 'denied' ? ['access-refused'] : []),
    ...(target === 'missing' ? ['control-dead'] : []),
  ];
}

/**
 * Troubles that go with what the caller sees, each once and with all of its cure: the one named by the code first, then the
 * page's, then what other signs speak for.
 */
export function likelyTroubles(
  pack: NoticePack,
  page: PageState,
  named: Trouble | 'beyond' | null,
  signs?: Signs,
): readonly Trouble[] {
  const all = troublesOf(pack);
  // A code names it as the knowledge base has it: without what the pack's guides add.
  const first = named === null || named === 'beyond' ? [] : all.filter(({ id }) => id === named.id);
  const fitting = all.filter(({ states }) => (states as readonly PageState[] | undefined)?.includes(page));
  const ids = signs ? signalled(signs) : [];
  const likely = ids.flatMap((id) => all.filter((each) => each.id === id));
  return [...new Set([...first, ...fitting, ...likely])];
}
