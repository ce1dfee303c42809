/** What was unbound and bound for a subject on a system, in whatever guide: one account, one truth. */
import type { NoticePack } from '@/lib/notice/model';
import { journeyId } from './journey-id';
import type { Fact, FactBody } from './model';
import { isEndedByWord, isOutcomeOf } from './steps';

export type Outcome = 'unbind-done' | 'bind-done';

const OUTCOMES: readonly Outcome[] = ['unbind-done', 'bind-done'];

/** Every journey of the subject on the system begins with it, of this notice or of one followed before. */
export function journeysPrefix(subject: string, system: string): string {
  return journeyId(subject, system, '');
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

/**
 * The unbinding or binding that a fact tells of, seen or said. Words of a guide that the pack does not have cannot be
 * read, and tell of none.
 *
 * @param prefix as `journeysPrefix` makes it: the fact's journey begins with it
 */
export function outcomeIn(
  pack: Pick<NoticePack, 'guides'>,
  prefix: string,
  { journey, body }: Pick<Fact, 'journey' | 'body'>,
): Outcome | null {
  return outcomeOf(pack, guideIn(journey, prefix), body);
}
