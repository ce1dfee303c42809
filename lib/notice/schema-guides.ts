/** Guides as a pack writes them (`lib/guide/model.ts`). */
import { z } from 'zod';
import { PAGE_STATES, TARGET_NAMES } from '@/lib/page/model';
import { LEVELS } from './explanation';
import { choice, cite, filledList, id, list, object, text, truth } from './schema-leaves';
import { lead } from './schema-sourcing';

const pageState = choice(PAGE_STATES);

const doneWhen = z.discriminatedUnion(
  'by',
  [
    object({
      by: z.literal('page'),
      states: filledList(pageState),
      via: choice(['login-account', 'login-ca']).optional(),
    }),
    object({ by: z.literal('word') }),
  ],
  'kind',
);

const step = object({
  id,
  title: text,
  say: text,
  sayWithoutTarget: text.optional(),
  why: text.optional(),
  dont: list(text).optional(),
  cite: list(cite),
  targets: list(object({ page: pageState, target: choice(TARGET_NAMES), say: text.optional() })),
  done: filledList(doneWhen),
  preflight: list(id).optional(),
  irreversible: truth.optional(),
  call: id.optional(),
  audiences: filledList(id).optional(),
  levels: filledList(choice(LEVELS)).optional(),
  optional: truth.optional(),
  wait: object({ from: id, lead: lead.optional(), source: text.optional() }).optional(),
  shows: filledList(choice(['keys', 'fees', 'application'])).optional(),
  obligation: id.optional(),
  after: id.optional(),
});

const question = object({
  id,
  ask: text,
  how: text,
  audiences: filledList(id).optional(),
  ifNo: text,
  cite: cite.optional(),
  seenBy: choice(['new-ca-file']).optional(),
});

export const guide = object({
  id,
  title: text,
  system: id,
  phases: list(id),
  steps: filledList(step),
  questions: list(question),
  continues: list(id).optional(),
  when: object({
    audiences: filledList(id).optional(),
    oldCa: filledList(choice(['valid', 'expired', 'none', 'unknown'])).optional(),
    holdsNew: filledList(choice(['yes', 'no', 'unknown'])).optional(),
    renewed: truth.optional(),
    notedBound: truth.optional(),
  }).optional(),
  offer: object({ say: text, holdsNew: choice(['yes', 'no']).optional() }).optional(),
  onlyChosen: truth.optional(),
  repeats: truth.optional(),
  unbinds: choice(['unbind-old', 'unbind']).optional(),
});
