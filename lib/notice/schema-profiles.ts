/** Site profiles as a pack writes them (`lib/page/taught.ts`): words, never patterns, and plain selectors. */
import { z } from 'zod';
import { TARGET_NAMES } from '@/lib/page/model';
import { isPlainSelector, mayBeCalled, TAUGHT_ROLES, type TaughtTarget } from '@/lib/page/taught';
import type { ProblemCode } from './problem';
import { choice, filledList, id, object, phrase } from './schema-leaves';

const taughtTargets = TARGET_NAMES.filter((name): name is TaughtTarget => name !== 'result');
const selector = z
  .string('selector' satisfies ProblemCode)
  .refine(isPlainSelector, { error: 'selector' satisfies ProblemCode });

const taughtControl = object({
  target: choice(taughtTargets as [TaughtTarget, ...TaughtTarget[]]),
  name: phrase,
  role: choice(TAUGHT_ROLES),
  near: filledList(phrase).optional(),
  css: selector.optional(),
}).refine(({ target, name }) => mayBeCalled(target, name), {
  path: ['name'],
  error: 'taughtName' satisfies ProblemCode,
});

export const siteProfile = object({ system: id, controls: filledList(taughtControl) });
