/** Feed and policy at the border (zod's mini build: the store's rows are checked by it too). */
import * as z from 'zod/mini';
import { FEED_FAILURES, FEED_FORMAT, MOST_KEYS, MOST_PACKS } from './model';

z.config({ jitless: true });

const packId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(100));
const version = z.string().check(z.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/));
const instant = z.iso.datetime();
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const thumbprint = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const serial = z.int().check(z.positive());

/** Further members (`kid`, `use`) are left out; a private key is refused: it must never be here. */
export const feedKeySchema = z.pipe(
  z
    .looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })
    .check(z.refine((key) => !('d' in key), { path: ['d'] })),
  z.transform(({ kty, crv, x, y }: { kty: 'EC'; crv: 'P-256'; x: string; y: string }) => ({
    kty,
    crv,
    x,
    y,
  })),
);

const LONGEST_ADDRESS = 2000;

/** A web address without a name before the host, a question or a mark: what is asked for is one file. */
export function isFeedAddress(value: string): boolean {
  if (value.length > LONGEST_ADDRESS) return false;
  try {
    const { protocol, username, password, hash, search } = new URL(value);
    return /^https?:$/.test(protocol) && [username, password, hash, search].every((part) => part === '');
  } catch {
    return false;
  }
}

export const feedChoiceSchema = z.object({
  address: z.string().check(z.refine(isFeedAddress)),
  keys: z.array(feedKeySchema).check(z.minLength(1), z.maxLength(MOST_KEYS)),
});

export const pinSchema = z.object({ id: packId, version });
export const blockSchema = z.object({ id: packId, version: z.optional(version) });

export const indexSchema = z.object({
  format: z.literal(FEED_FORMAT),
  serial,
  issuedAt: instant,
  expiresAt: instant,
  packs: z
    .array(
      z.object({
        id: packId,
        version,
        // One file beside the index, so that an index cannot send us anywhere else.
        file: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}\.jws$/)),
        sha256,
      }),
    )
    .check(z.maxLength(MOST_PACKS)),
});

const line = z.string().check(z.maxLength(2000));
const lines = z.array(line).check(z.maxLength(100));
const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const administrationSchema = z.object({
  feed: z.nullable(feedChoiceSchema),
  pinned: z.array(pinSchema),
  blocked: z.array(blockSchema),
  faults: z.array(line),
});

export const feedStateSchema = z.object({
  owner: z.enum(['administrator', 'user']),
  address: z.string().check(z.maxLength(LONGEST_ADDRESS)),
  serial: z.nullable(z.object({ value: serial, key: thumbprint })),
  digest: z.nullable(sha256),
  versions: z.record(z.string(), z.object({ value: version, key: thumbprint })),
  checkedAt: z.nullable(instant),
  succeededAt: z.nullable(instant),
  expiresAt: z.nullable(instant),
  nextAt: z.nullable(instant),
  failures: z.int().check(z.nonnegative()),
  failure: z.nullable(z.object({ code: z.enum(FEED_FAILURES), file: line, params })),
  refusals: z.array(
    z.object({ id: packId, version, why: z.enum(['unreadable', 'older', 'clash']), details: lines }),
  ),
  changes: z.array(
    z.object({
      at: instant,
      id: packId,
      title: line,
      from: z.nullable(version),
      to: z.nullable(version),
      lines,
    }),
  ),
  offers: z.array(z.object({ id: packId, version, text: z.string(), key: thumbprint, sha256 })),
  gone: z.array(packId),
});
