/** What the worker has ready for the popup: rows, and their check at the border. */
import * as z from 'zod/mini';
import type { ReadyRow } from './model';
import type { Proof, SameShape } from './parity';

z.config({ jitless: true });

const day = z.iso.date();
const stamp = { build: z.string(), mark: z.string(), glance: z.string() };

/**
 * Only the frame is checked. The pack and the answers inside were made by this very build (`build`) out of texts that
 * `loadPack` had just accepted, from exactly the packs that are here now (`mark`), and no one but our own pages can write
 * to this database: to check them again is to read every pack before the first paint. Of another build or mark
 * the row is as good as none.
 */
export const readyRowSchema = z.discriminatedUnion('key', [
  z.object({
    key: z.literal('notice'),
    ...stamp,
    value: z.object({
      from: day,
      before: z.nullable(day),
      pack: z.nullable(z.record(z.string(), z.unknown())),
      beside: z.int().check(z.nonnegative()),
    }),
  }),
  z.object({ key: z.literal('beside'), ...stamp, value: z.array(z.record(z.string(), z.unknown())) }),
  z.object({
    key: z.literal('answers'),
    ...stamp,
    value: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
]);

export type ReadyRowParity = Proof<SameShape<z.infer<typeof readyRowSchema>, ReadyRow>>;
