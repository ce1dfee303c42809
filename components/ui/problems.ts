/** What is wrong with a field, in words. */

import type { FieldProblem } from '@/lib/certificate/entry';
import type { MessageKey } from '@/lib/locale/translate';

export const PROBLEM_SENTENCES = {
  missing: 'ui.problem.missing',
  'too-long': 'ui.problem.tooLong',
  'id-number': 'ui.problem.idNumber',
  pin: 'ui.problem.pin',
  'key-material': 'ui.problem.keyMaterial',
  'not-a-day': 'ui.problem.notADay',
  'unlikely-year': 'ui.problem.unlikelyYear',
  'ends-before-it-begins': 'ui.problem.endsBeforeItBegins',
  taken: 'ui.problem.taken',
} as const satisfies Record<FieldProblem, MessageKey>;
