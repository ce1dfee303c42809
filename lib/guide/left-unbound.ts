/** Whether an unbinding was the last thing done, wherever it was done: then nothing is bound. */
import type { NoticePack } from '@/lib/notice/model';
import { journeyId } from './journey-id';
import { factsInForce } from './ledger';
import type { Fact, FactBody } from './model';
import { isEndedByWord, isOutcomeOf } from './steps';

type Outcome = 'unbind-done' | 'bind-done';

const OUTCOMES: readonly Outcome[] = ['unbind-done', 'bind-done'];

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
  const prefix = journeyId(subject, system, '');
  const own = new Set(facts.map(({ journey }) => journey).filter((id) => id.startsWith(prefix)));
  const last = factsInForce(facts, own).findLast(
    ({ journey, body }) => outcomeOf(pack, guideIn(journey, prefix), body) !== null,
  );
  return last !== undefined && outcomeOf(pack, guideIn(last.journey, prefix), last.body) === 'unbind-done';
}

/** The guide's part of an id; a pack's may follow it. */
function guideIn(journey: string, prefix: string): string {
  return journey.slice(prefix.length).split('/')[0] ?? '';
}

function outcomeOf({ guides }: Pick<NoticePack, 'guides'>, guide: string, body: FactBody): Outcome | null {
  if (body.kind === 'page') return OUTCOMES.find((outcome) => outcome === body.state) ?? null;
  if (body.kind !== 'step') return null;
  const step = guides
    .find(({ id }) => encodeURIComponent(id) === guide)
    ?.steps.find(({ id }) => id === body.step);
  if (!step || !isEndedByWord(step)) return null;
  return OUTCOMES.find((outcome) => isOutcomeOf(step, outcome)) ?? null;
}
