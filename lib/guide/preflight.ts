import { keyPart } from '@/lib/locale/key-part';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import type { Answer } from './fold';
import type { CertificateFile, Fact, GuideDefinition, PlannedQuestion, Question, Step } from './model';
import { write, writeDate } from './wording';

/**
 * Whether a step unbinds: by a control it points at, or by an application after which others do. Such a step
 * never goes without its pre-flight.
 */
export function isUnbinding(step: Step): boolean {
  const isAsked = step.preflight !== undefined && step.preflight.length > 0;
  return isAsked || step.targets.some(({ target }) => target === 'unbind' || target === 'unbind-confirm');
}

/** Whether a step asks others to unbind: an application, with no control to press. */
export function isUnbindingByOthers(step: Step): boolean {
  return isUnbinding(step) && step.targets.length === 0;
}

/** A guide's questions before unbinding, in the order of its own list. */
function questionsIn(guide: GuideDefinition): readonly Question[] {
  const asked = new Set(guide.steps.filter(isUnbinding).flatMap((step) => step.preflight ?? []));
  return guide.questions.filter(({ id }) => asked.has(id));
}

/**
 * The questions to be answered before any unbinding: the guide's own, or, where the guide unbinds nothing
 * and an unbind control turns up all the same, those of the pack's guide that does.
 */
export function unbindQuestions(
  pack: NoticePack,
  guide: GuideDefinition,
  audience: string,
): readonly Question[] {
  const others = pack.guides.filter(({ system }) => system === guide.system);
  const asked = [guide, ...others].map(questionsIn).find((each) => each.length > 0) ?? [];
  return asked.filter((question) => question.audiences?.includes(audience) ?? true);
}

/** What is known of a question: the person's word, else what a certificate file says. */
export interface ResolvedAnswer {
  readonly answer: 'yes' | 'no';
  /** null: nobody said it, a file shows it. */
  readonly fact: string | null;
  /** What the file says to it. */
  readonly file: CertificateFile | null;
}

function resolve(word: Answer | undefined, file: CertificateFile | null): ResolvedAnswer | null {
  const seen = file && (file.state === 'valid' ? 'yes' : 'no');
  // The more careful of the two counts: unbinding cannot be undone.
  if (word && (word.answer === 'no' || seen !== 'no')) return { ...word, file };
  return seen && { answer: seen, fact: word?.answer === seen ? word.fact : null, file };
}

/**
 * The answers in force, by question id.
 *
 * @param file what the new CA's own file says, where one was read
 */
export function resolveAnswers(
  questions: readonly Question[],
  words: ReadonlyMap<string, Answer>,
  file: CertificateFile | null,
): ReadonlyMap<string, ResolvedAnswer> {
  return new Map(
    questions.flatMap((question) => {
      const known = resolve(words.get(question.id), question.seenBy === 'new-ca-file' ? file : null);
      return known ? [[question.id, known] as const] : [];
    }),
  );
}

/**
 * The words that still count: whoever says afterwards that no new CA is in hand has taken back what their "yes" to the
 * swap's questions stood on.
 *
 * @param facts where the orders are read
 */
export function wordsSince(
  denial: Answer | null,
  words: ReadonlyMap<string, Answer>,
  facts: readonly Fact[],
): ReadonlyMap<string, Answer> {
  if (denial?.answer !== 'no') return words;
  const orders = new Map(facts.map(({ id, order }) => [id, order] as const));
  const since = orders.get(denial.fact) ?? -1;
  return new Map(
    [...words].filter(([, { answer, fact }]) => answer === 'no' || (orders.get(fact) ?? -1) > since),
  );
}

function planSeen({ file }: ResolvedAnswer, today: CalendarDate): PlannedQuestion['seen'] {
  if (!file) return undefined;
  const text = write(`file.${keyPart(file.state)}`, { date: writeDate(file.validUntil, today) });
  return { text, at: file.at };
}

export function planQuestions(
  questions: readonly Question[],
  answers: ReadonlyMap<string, ResolvedAnswer>,
  today: CalendarDate,
): readonly PlannedQuestion[] {
  return questions.map(({ id, ask, how, ifNo, cite }) => {
    const known = answers.get(id);
    const seen = known && planSeen(known, today);
    return {
      id,
      ask,
      how,
      ifNo,
      cite: cite ?? null,
      answer: known?.answer ?? null,
      fact: known?.fact ?? null,
      ...(seen && { seen }),
    };
  });
}

/** Whether each question is answered yes. No questions at all is no pre-flight: then nothing is ready. */
export function isAnswered(
  questions: readonly Question[],
  answers: ReadonlyMap<string, Pick<ResolvedAnswer, 'answer'>>,
): boolean {
  return questions.length > 0 && questions.every(({ id }) => answers.get(id)?.answer === 'yes');
}
