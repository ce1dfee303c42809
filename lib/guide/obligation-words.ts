/**
 * The person's word about the notice's obligations, kept in the ledger like every other (design.md §3.5). It
 * is one fact wherever it is given: popup and card read and write the same.
 */
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { journeyId } from './journey-id';
import { assertionOf, factsInForce } from './ledger';
import type { Fact, FactBody, GuideDefinition, Journey, NewFact } from './model';

/** Stands where a system's id stands in a guide's journey: obligations are the notice's own. */
const NOTICE = 'notice';

/** What the person said about one obligation; the latest word counts. */
export interface ObligationWord {
  readonly subject: string;
  readonly obligation: string;
  readonly answer: 'yes' | 'no';
  /** Calendar day in the notice's zone. */
  readonly on: CalendarDate;
  /** The fact, to take it back. */
  readonly fact: string;
}

/** Id of the journey that keeps a subject's words about a notice's obligations. */
export function obligationJourneyId(pack: Pick<NoticePack, 'id'>, subject: string): string {
  return journeyId(subject, NOTICE, pack.id);
}

/** Where a subject's words about a notice's obligations are kept. `startedAt` is ISO 8601, UTC. */
export function obligationJourney(
  pack: Pick<NoticePack, 'id' | 'version'>,
  subject: string,
  startedAt: string,
): Journey {
  return {
    id: obligationJourneyId(pack, subject),
    subject,
    system: NOTICE,
    guide: pack.id,
    pack: pack.id,
    packVersion: pack.version,
    startedAt,
  };
}

/** A word as a fact. Said in the popup: no tab, frame or document. */
export function wordFact(id: string, journey: string, at: string, body: NewFact['body']): NewFact {
  return { id, journey, assertion: assertionOf(body), body, at, tab: null, frame: null, document: null };
}

/** The words in force of one subject; facts of other journeys are left aside. */
export function wordsOf(
  pack: Pick<NoticePack, 'id' | 'timeZone'>,
  subject: string,
  facts: readonly Fact[],
): readonly ObligationWord[] {
  const inForce = factsInForce(facts, new Set([obligationJourneyId(pack, subject)]));
  const words = new Map<string, ObligationWord>();
  for (const { id, at, body } of inForce) {
    if (body.kind !== 'answer') continue;
    const { question, answer } = body;
    const on = dateIn(new Date(at), pack.timeZone);
    words.set(question, { subject, obligation: question, answer, on, fact: id });
  }
  return [...words.values()];
}

type Answered = Extract<FactBody, { kind: 'answer' }>;

/** A word that is about an obligation, as it is kept; null for any other. "Done" of a step may be one. */
export function obligationAnswer(
  guide: GuideDefinition,
  word:
    | { readonly kind: 'obligation'; readonly obligation: string; readonly answer: 'yes' | 'no' }
    | { readonly kind: 'step'; readonly step: string }
    | { readonly kind: 'answer' | 'skip' | 'holds-new' | 'chosen' | 'trouble' | 'retraction' },
): Answered | null {
  if (word.kind === 'obligation') return { kind: 'answer', question: word.obligation, answer: word.answer };
  if (word.kind !== 'step') return null;
  const question = guide.steps.find(({ id }) => id === word.step)?.obligation;
  return question === undefined ? null : { kind: 'answer', question, answer: 'yes' };
}
