/** Whether an unbinding was the last thing done, wherever it was done: then nothing is bound. */
import type { NoticePack } from '@/lib/notice/model';
import { factsInForce } from './ledger';
import type { Fact } from './model';
import { journeysPrefix, outcomeIn } from './outcomes';

/**
 * The last unbinding or binding that was seen or said for a subject on a system is an unbinding: in any guide,
 * of this notice or of one followed before. Words of a guide that the pack does not have cannot be read, and
 * say nothing.
 *
 * @param facts all facts of the subject's journeys; others are left aside
 */
export function isLeftUnbound(
  pack: Pick<NoticePack, 'guides'>,
  system: string,
  subject: string,
  facts: readonly Fact[],
): boolean {
  const prefix = journeysPrefix(subject, system);
  const own = new Set(facts.map(({ journey }) => journey).filter((id) => id.startsWith(prefix)));
  const outcomes = factsInForce(facts, own).flatMap((fact) => outcomeIn(pack, prefix, fact) ?? []);
  return outcomes.at(-1) === 'unbind-done';
}
