/**
 * Messages at the receiver: the shapes of `contract.ts`, strictly, with limits. Only the background carries
 * this file; the compiler proves that contract and schemas are the same.
 */
import * as z from 'zod/mini';
import { CORNERS } from '@/lib/overlay/card-place';
import { PAGE_STATES, TARGET_NAMES } from '@/lib/page/model';
import type { Proof, SameShape } from '@/lib/store/parity';
import type { Message } from './contract';

// Extension pages forbid `new Function`, which zod 4 otherwise probes for when the first schema is made.
z.config({ jitless: true });

/** Ids are UUIDs or a pack's short names; words come from our own vocabularies. */
const id = z.string().check(z.minLength(1), z.maxLength(200));
const word = z.string().check(z.maxLength(200));
const count = z.int().check(z.nonnegative());
const labels = z.array(z.string().check(z.maxLength(80))).check(z.maxLength(99));
const yesOrNo = z.enum(['yes', 'no']);
const pageState = z.enum(PAGE_STATES);

const evidence = z.strictObject({
  rule: id,
  state: pageState,
  weight: z.number(),
  saw: word,
  where: word,
});

const frameReport = z.strictObject({
  state: pageState,
  confidence: z.number().check(z.gte(0), z.lte(1)),
  evidence: z.array(evidence).check(z.maxLength(200)),
  unbindVisible: z.boolean(),
  validity: z.optional(
    z.array(z.strictObject({ from: z.nullable(z.iso.date()), until: z.iso.date() })).check(z.maxLength(20)),
  ),
  document: id,
  sequence: count,
  top: z.boolean(),
  childFrames: count,
});

const targetReport = z.strictObject({
  target: z.enum(TARGET_NAMES),
  state: z.enum(['found', 'ambiguous', 'missing']),
  // 40 characters by the contract; a character outside the first plane counts twice in a string's length.
  label: z.nullable(z.string().check(z.maxLength(80))),
  candidates: count,
  reasons: z.array(word).check(z.maxLength(50)),
});

const personsWord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), step: id }),
  z.strictObject({ kind: z.literal('skip'), step: id }),
  z.strictObject({ kind: z.literal('answer'), question: id, answer: yesOrNo }),
  z.strictObject({ kind: z.literal('holds-new'), answer: yesOrNo }),
  z.strictObject({ kind: z.literal('obligation'), obligation: id, answer: yesOrNo }),
  z.strictObject({ kind: z.literal('trouble'), trouble: id, answer: yesOrNo }),
  // Points at a fact by its id, which the ledger allows to be longer than a message's.
  z.strictObject({ kind: z.literal('retraction'), of: z.string().check(z.minLength(1), z.maxLength(1000)) }),
]);

const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('page.seen'), report: frameReport }),
  z.strictObject({ type: z.literal('page.wants-recogniser') }),
  z.strictObject({ type: z.literal('page.arrived'), module: z.enum(['guide', 'pointer']), document: id }),
  z.strictObject({ type: z.literal('page.target'), document: id, request: id, report: targetReport }),
  z.strictObject({ type: z.literal('page.acted'), document: id, request: id, pressed: z.boolean() }),
  z.strictObject({
    type: z.literal('page.card'),
    state: z.enum(['shown', 'closed', 'lost']),
    warnsOn: z.nullable(pageState),
  }),
  z.strictObject({
    type: z.literal('page.place-card'),
    place: z.strictObject({ corner: z.enum(CORNERS), minimised: z.boolean() }),
  }),
  z.strictObject({ type: z.literal('page.bring-target') }),
  z.strictObject({ type: z.literal('page.number'), on: z.boolean() }),
  z.strictObject({ type: z.literal('page.numbered'), document: id, request: id, count, labels }),
  z.strictObject({ type: z.literal('page.said'), id, word: personsWord, guide: id, step: id }),
  z.strictObject({ type: z.literal('page.open-popup') }),
  z.strictObject({ type: z.literal('page.troubles') }),
  z.strictObject({ type: z.literal('page.check-environment') }),
  z.strictObject({ type: z.literal('pages.read-environment'), tab: count }),
  z.strictObject({ type: z.literal('pages.tabs') }),
  z.strictObject({ type: z.literal('pages.choose-subject'), tab: count, subject: id }),
  z.strictObject({ type: z.literal('pages.changed') }),
  z.strictObject({ type: z.literal('pages.check-feed') }),
  z.strictObject({ type: z.literal('pages.preview'), date: z.nullable(z.iso.date()) }),
  z.strictObject({ type: z.literal('pages.reset-practice') }),
]);

export type MessageParity = Proof<SameShape<z.infer<typeof messageSchema>, Message>>;

/**
 * The message a value is, or null for anything that is not exactly one of ours: an unknown type or field, a
 * value out of its limits. Never throws, whatever the value.
 */
export function parseMessage(value: unknown): Message | null {
  try {
    const checked = messageSchema.safeParse(value);
    return checked.success ? checked.data : null;
  } catch {
    // A getter or a proxy threw while it was looked at: no message of ours has one.
    return null;
  }
}
