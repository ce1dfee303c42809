/** What an added notice pack's row must look like at the border. Its text is read by `loadPack` where it is used. */
import * as z from 'zod/mini';
import type { PackRow } from './model';
import type { Proof, SameShape } from './parity';

z.config({ jitless: true });

/** As long as a pack may be (`LARGEST_PACK`), said again: that file brings all of zod. */
const LONGEST_TEXT = 2_000_000;

const word = z.string().check(z.minLength(1), z.maxLength(100));

export const packRowSchema = z.object({
  id: word,
  version: z.string().check(z.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)),
  text: z.string().check(z.minLength(1), z.maxLength(LONGEST_TEXT)),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file'), name: z.string().check(z.maxLength(200)) }),
    z.object({
      kind: z.literal('feed'),
      owner: z.enum(['administrator', 'user']),
      address: z.string().check(z.maxLength(2000)),
      key: word,
      sha256: word,
    }),
  ]),
  addedAt: z.iso.datetime(),
});

export type PackRowParity = Proof<SameShape<z.infer<typeof packRowSchema>, PackRow>>;
