import type { Translate } from '@/lib/locale/translate';
import type { PackProblem } from './problem';
import { exampleOf } from './problem-examples';

/** One problem as a sentence: where, what was expected with an example, and what stood there. */
export function sayProblem(problem: PackProblem, t: Translate): string {
  const sentence = t('notice.problemExample', {
    problem: t(`notice.problem.${problem.code}`, problem.params),
    example: exampleOf(problem),
  });
  if (problem.path === '')
    return t('notice.problemWhole', { path: t('notice.wholeFile'), problem: sentence });
  const place = { path: problem.path, problem: sentence };
  if (problem.found !== null) return t('notice.problemLine', { ...place, found: problem.found });
  return problem.code === 'unknownAbilities'
    ? t('notice.problemWhole', place)
    : t('notice.problemMissing', place);
}
