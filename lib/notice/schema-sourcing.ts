/** What the facts of a pack have in common (`sourcing.ts`), as a pack writes it. */
import { z } from 'zod';
import { AUDIENCES, LEVELS } from './explanation';
import { choice, cite, count, date, filledList, id, inclusive, object, text } from './schema-leaves';
import { BASES, RECEIVED } from './sourcing';

export const sourced = {
  cite,
  basis: choice(BASES).optional(),
  inferredBy: text.optional(),
  asOf: date.optional(),
  validFrom: date.optional(),
  validUntil: date.optional(),
};
export const span = { from: date.optional(), until: date.optional() };
export const audience = choice(AUDIENCES);

const condition = object({
  audiences: filledList(audience).optional(),
  levels: filledList(choice(LEVELS)).optional(),
  oldCa: filledList(choice(['valid', 'expired', 'none'])).optional(),
  activities: filledList(id).optional(),
  projectFrom: date.optional(),
  projectUntil: date.optional(),
  batches: filledList(id).optional(),
});
export const when = condition.optional();

export const lead = object({ count, unit: choice(['days', 'working-days', 'months']) });
const anchor = z.discriminatedUnion(
  'kind',
  [
    object({ kind: z.literal('certificate-expiry'), certificate: id }),
    object({ kind: z.literal('phase-from'), phase: id }),
    object({ kind: z.literal('phase-until'), phase: id }),
    object({ kind: z.literal('batch-from') }),
    object({ kind: z.literal('batch-until') }),
    object({ kind: z.literal('publication') }),
    object({ kind: z.literal('signing') }),
    object({ kind: z.literal('receipt'), of: choice(RECEIVED) }),
    object({ kind: z.literal('event'), event: id }),
  ],
  'kind',
);
export const moment = z.discriminatedUnion(
  'kind',
  [
    object({ kind: z.literal('date'), date, inclusive }),
    object({ kind: z.literal('relative'), anchor, side: choice(['before', 'after']), lead, inclusive }),
    object({ kind: z.literal('announced-later'), note: text.optional() }),
  ],
  'kind',
);
