/** Site profiles as a pack writes them (`lib/page/taught.ts`): words, never patterns, and plain selectors. */
import { z } from 'zod';
import { TARGET_NAMES } from '@/lib/page/model';
import { isPlainSelector, mayBeCalled, TAUGHT_ROLES, type TaughtTarget } from '@/lib/page/taught';
import type { ProblemCode } from './problem';
import { choice, filledList, id, list, object, phrase } from './schema-leaves';

const taughtTargets = TARGET_NAMES.filter((name): name is TaughtTarget => name !== 'result');
const selector = z
  .string('selector' satisfies ProblemCode)
  .refine(isPlainSelector, { error: 'selector' satisfies ProblemCode });

const control = object({
  target: choice(taughtTargets as [TaughtTarget, ...TaughtTarget[]]),
  name: phrase,
  role: choice(TAUGHT_ROLES),
  near: filledList(phrase).optional(),
  css: selector.optional(),
});

const taughtControl = control.refine(({ target, name }) => mayBeCalled(target, name), {
  path: ['name'],
  error: 'taughtName' satisfies ProblemCode,
});

/** What is not the target may be called anything. */
export const siteProfile = object({
  system: id,
  controls: list(taughtControl),
  notIt: list(control).optional(),
}).refine(({ controls, notIt = [] }) => controls.length + notIt.length > 0, {
  path: ['controls'],
  error: 'emptyList' satisfies ProblemCode,
});
