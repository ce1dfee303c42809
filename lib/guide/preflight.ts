import type { NoticePack } from '@/lib/notice/model';
import type { Answer } from './fold';
import type { GuideDefinition, PlannedQuestion, Question, Step } from './model';

/** Whether a step points at a control that unbinds. Such a step never goes without its pre-flight. */
export function isUnbinding(step: Step): boolean {
  return step.targets.some(({ target }) => target === 'unbind' || target === 'unbind-confirm');
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

export function planQuestions(
  questions: readonly Question[],
  answers: ReadonlyMap<string, Answer>,
): readonly PlannedQuestion[] {
  return questions.map(({ id, ask, how, ifNo, cite }) => {
    const known = answers.get(id);
    return {
      id,
      ask,
      how,
      ifNo,
      cite: cite ?? null,
      answer: known?.answer ?? null,
      fact: known?.fact ?? null,
    };
  });
}

/** Whether each question is answered yes. No questions at all is no pre-flight: then nothing is ready. */
export function isAnswered(questions: readonly Question[], answers: ReadonlyMap<string, Answer>): boolean {
  return questions.length > 0 && questions.every(({ id }) => answers.get(id)?.answer === 'yes');
}
