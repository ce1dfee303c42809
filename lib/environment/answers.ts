import { factsInForce } from '@/lib/guide/ledger';
import type { Fact } from '@/lib/guide/model';
import { obligationJourneyId } from '@/lib/guide/obligation-words';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { type EnvironmentQuestion, QUESTIONS, type Said } from './model';

export function isEnvironmentQuestion(id: string): id is EnvironmentQuestion {
  return (QUESTIONS as readonly string[]).includes(id);
}

/**
 * What the person answered about this computer today. Yesterday's keys are not today's: an older answer
 * counts no more, though it stays in the ledger.
 */
export function environmentAnswers(
  pack: Pick<NoticePack, 'id' | 'timeZone'>,
  subject: string,
  facts: readonly Fact[],
  today: CalendarDate,
): Partial<Record<EnvironmentQuestion, Said>> {
  const answers: Partial<Record<EnvironmentQuestion, Said>> = {};
  for (const { id, at, body } of factsInForce(facts, new Set([obligationJourneyId(pack, subject)]))) {
    if (body.kind !== 'answer' || !isEnvironmentQuestion(body.question)) continue;
    if (dateIn(new Date(at), pack.timeZone) !== today) continue;
    answers[body.question] = { answer: body.answer, fact: id };
  }
  return answers;
}
