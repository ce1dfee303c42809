import { isEnvironmentQuestion } from '@/lib/environment/answers';
import type { NoticePack } from '@/lib/notice/model';
import { beginJourney } from './journey';
import type { Fact, FactBody, GuideDefinition, Journey } from './model';
import { obligationAnswer, obligationJourney } from './obligation-words';
import { troublesOf } from './troubles';

/** What a person may say, in the card or the popup. */
export type PersonsWord =
  | Extract<
      FactBody,
      { kind: 'step' | 'skip' | 'answer' | 'holds-new' | 'chosen' | 'trouble' | 'retraction' }
    >
  | { readonly kind: 'obligation'; readonly obligation: string; readonly answer: 'yes' | 'no' };

export interface PlacedWord {
  /** To be begun before the word is kept; one that has begun stays as it is. */
  readonly journey: Journey;
  readonly body: FactBody;
}

/**
 * In which journey a word is kept, and as what: words about obligations, picks, troubles and what is plugged in
 * in the notice's own, all others in the guide's. null for a word taken back that was never said, and for an
 * obligation, a guide or a trouble that the pack does not have.
 *
 * @param known the subject's facts
 * @param journeys the subject's journeys: a word is taken back in the one it was said in
 * @param at ISO 8601, UTC
 */
export function placeWord(from: {
  readonly pack: NoticePack;
  readonly subject: string;
  readonly guide: GuideDefinition;
  readonly word: PersonsWord;
  readonly known: readonly Fact[];
  readonly journeys: readonly Journey[];
  readonly at: string;
}): PlacedWord | null {
  const { pack, subject, guide, word, known, journeys, at } = from;
  if (word.kind === 'retraction') {
    const said = known.find((fact) => fact.id === word.of && fact.assertion === 'said');
    const journey = journeys.find(({ id }) => id === said?.journey);
    return journey ? { journey, body: word } : null;
  }
  if (word.kind === 'chosen') {
    const isKnown = word.guide === null || pack.guides.some(({ id }) => id === word.guide);
    return isKnown ? { journey: obligationJourney(pack, subject, at), body: word } : null;
  }
  if (word.kind === 'trouble' || (word.kind === 'answer' && isEnvironmentQuestion(word.question))) {
    // Troubles and what is plugged in are of no guide.
    const isKnown = word.kind === 'answer' || troublesOf(pack).some(({ id }) => id === word.trouble);
    return isKnown ? { journey: obligationJourney(pack, subject, at), body: word } : null;
  }
  const answer = obligationAnswer(guide, word);
  if (answer) {
    const isKnown = pack.obligations.some(({ id }) => id === answer.question);
    return isKnown ? { journey: obligationJourney(pack, subject, at), body: answer } : null;
  }
  if (word.kind === 'obligation') return null;
  return { journey: beginJourney({ pack, subject, guide, startedAt: at }), body: word };
}
