import { troublesOf } from '@/lib/guide/troubles';
import type { NoticePack, Trouble } from '@/lib/notice/model';
import type { PageState } from '@/lib/page/model';

/** Troubles that go with what the caller sees, each once and with all of its cure; the one named by the code first. */
export function likelyTroubles(
  pack: NoticePack,
  page: PageState,
  named: Trouble | 'beyond' | null,
): readonly Trouble[] {
  const all = troublesOf(pack);
  // A code names it as the knowledge base has it: without what the pack's guides add.
  const first = named === null || named === 'beyond' ? [] : all.filter(({ id }) => id === named.id);
  const fitting = all.filter(({ states }) => (states as readonly PageState[] | undefined)?.includes(page));
  return [...new Set([...first, ...fitting])];
}
