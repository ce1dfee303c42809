/** The person's word about the notice's obligations, kept in the ledger like every other (design.md §3.5). */
import { journeyId } from '@/lib/guide/journey';
import { factsInForce } from '@/lib/guide/ledger';
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';

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

/** Where a subject's words about a notice's obligations are kept. `startedAt` is ISO 8601, UTC. */
export function obligationJourney(
  pack: Pick<NoticePack, 'id' | 'version'>,
  subject: string,
  startedAt: string,
): Journey {
  return {
    id: journeyId(subject, NOTICE, pack.id),
    subject,
    system: NOTICE,
    guide: pack.id,
    pack: pack.id,
    packVersion: pack.version,
    startedAt,
  };
}

/** A word, or a word taken back, as a fact. Said in the popup: no tab, frame or document. */
export function wordFact(
  id: string,
  journey: string,
  at: string,
  body: Extract<NewFact['body'], { kind: 'answer' | 'retraction' }>,
): NewFact {
  const assertion = body.kind === 'answer' ? 'said' : 'retracted';
  return { id, journey, assertion, body, at, tab: null, frame: null, document: null };
}

/** The words in force of one subject; facts of other journeys are left aside. */
export function wordsOf(
  pack: Pick<NoticePack, 'id' | 'timeZone'>,
  subject: string,
  facts: readonly Fact[],
): readonly ObligationWord[] {
  const inForce = factsInForce(facts, new Set([journeyId(subject, NOTICE, pack.id)]));
  const words = new Map<string, ObligationWord>();
  for (const { id, at, body } of inForce) {
    if (body.kind !== 'answer') continue;
    const { question, answer } = body;
    const on = dateIn(new Date(at), pack.timeZone);
    words.set(question, { subject, obligation: question, answer, on, fact: id });
  }
  return [...words.values()];
}
