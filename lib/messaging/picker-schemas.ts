/** What a picker tells, at the desk: it comes from a document of a site, and is taken for nothing more (design.md §4). */
import * as z from 'zod/mini';
import { PAGE_STATES, TARGET_NAMES } from '@/lib/page/model';
import { DISAGREEMENTS } from '@/lib/page/site-profile';
import type { StillNode } from '@/lib/page/still/model';
import type { Proof, SameShape } from '@/lib/store/parity';
import type { PickerTell } from './picker-contract';

z.config({ jitless: true });

const word = z.string().check(z.maxLength(200));
const text = z.string().check(z.maxLength(2_000));
const count = z.int().check(z.nonnegative());
const pageState = z.enum(PAGE_STATES);
const target = z.enum(TARGET_NAMES);

const recognition = z.strictObject({
  state: pageState,
  confidence: z.number().check(z.gte(0), z.lte(1)),
  evidence: z
    .array(z.strictObject({ rule: word, state: pageState, weight: z.number(), saw: word, where: word }))
    .check(z.maxLength(200)),
  unbindVisible: z.boolean(),
  validity: z.optional(
    z.array(z.strictObject({ from: z.nullable(z.iso.date()), until: z.iso.date() })).check(z.maxLength(20)),
  ),
});

const controlShape = {
  name: word,
  role: z.nullable(z.enum(['button', 'field', 'choice'])),
  near: z.array(word).check(z.maxLength(20)),
  css: z.nullable(word),
  mayBePersonal: z.boolean(),
  number: count,
  takenFor: z.array(target),
};
const control = z.strictObject(controlShape);

const words = z.record(z.string().check(z.regex(/^[a-z-]{1,40}$/)), text);
const element: z.ZodMiniType<Exclude<StillNode, string>> = z.strictObject({
  tag: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/)),
  attributes: words,
  style: words,
  children: z.lazy(() => z.array(node)),
  shadow: z.nullable(z.lazy(() => z.array(node))),
});
const node: z.ZodMiniType<StillNode> = z.union([text, element]);
const still = z.strictObject({ title: text, body: element, isCut: z.boolean() });

const tellSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tell.page'), recognition, top: z.boolean() }),
  z.strictObject({
    type: z.literal('tell.controls'),
    controls: z.array(control).check(z.maxLength(200)),
    unsure: z.array(z.strictObject({ target, state: z.enum(['ambiguous', 'missing']) })),
    taught: z
      .array(z.strictObject({ target, why: z.nullable(z.enum(DISAGREEMENTS)) }))
      .check(z.maxLength(TARGET_NAMES.length)),
  }),
  z.strictObject({ type: z.literal('tell.picked'), control, still, order: count }),
  z.strictObject({ type: z.literal('tell.report'), still, state: pageState }),
  z.strictObject({ type: z.literal('tell.stopped'), why: z.enum(['escape', 'lost']) }),
]);

export type TellParity = Proof<SameShape<z.infer<typeof tellSchema>, PickerTell>>;

/** The message a value is, or null for anything that is not exactly one. Never throws. */
export function parseTell(value: unknown): PickerTell | null {
  try {
    const checked = tellSchema.safeParse(value);
    return checked.success ? checked.data : null;
  } catch {
    return null;
  }
}
