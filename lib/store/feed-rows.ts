/** What rows of the feed's table must look like at the border. */
import * as z from 'zod/mini';
import type { Administration, FeedChoice, FeedIndex, FeedState } from '@/lib/feed/model';
import { administrationSchema, feedChoiceSchema, feedStateSchema, type indexSchema } from '@/lib/feed/schema';
import type { FeedRow } from './model';
import type { Proof, SameShape } from './parity';

z.config({ jitless: true });

export const feedRowSchema = z.discriminatedUnion('key', [
  z.object({ key: z.literal('administration'), value: administrationSchema }),
  z.object({ key: z.literal('choice'), value: feedChoiceSchema }),
  z.object({ key: z.literal('state'), value: feedStateSchema }),
]);

export type FeedRowParity = [
  Proof<SameShape<z.infer<typeof feedRowSchema>, FeedRow>>,
  Proof<SameShape<z.infer<typeof feedChoiceSchema>, FeedChoice>>,
  Proof<SameShape<z.infer<typeof administrationSchema>, Administration>>,
  Proof<SameShape<z.infer<typeof feedStateSchema>, FeedState>>,
  Proof<SameShape<z.infer<typeof indexSchema>, FeedIndex>>,
];
