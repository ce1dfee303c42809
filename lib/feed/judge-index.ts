import { FEED_FORMAT, type FeedFailure, type FeedIndex, type FeedKey, type FeedState } from './model';
import { indexSchema } from './schema';
import { sha256Of, verifySigned } from './verify';

/** A clock may be wrong by this much before an index seems to come from the future. Milliseconds. */
const CLOCK_TOLERANCE = 24 * 60 * 60 * 1000;

export type JudgedIndex =
  | {
      readonly ok: true;
      readonly index: FeedIndex;
      /** Thumbprint of the key that signed it. */
      readonly key: string;
      /** SHA-256 of its content. */
      readonly digest: string;
    }
  | { readonly ok: false; readonly failure: FeedFailure };

/** @returns null where the text is no index; `newerFormat` tells one for a newer Rebind */
function readIndex(text: string): FeedIndex | 'newerFormat' | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'string' && format !== FEED_FORMAT && format.startsWith('rebind.feed/')) {
    return 'newerFormat';
  }
  const parsed = indexSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/**
 * Whether an index may be gone by: rightly signed, not expired, and not older than what was accepted before. A
 * mark left by a key that no longer counts is passed over, so that whoever stole it cannot bar the way for good.
 *
 * @param type the header's `typ` an index must have
 * @param file how a failure names it
 */
export async function judgeIndex(
  signed: string,
  parts: {
    readonly keys: readonly FeedKey[];
    readonly trusted: ReadonlySet<string>;
    readonly state: Pick<FeedState, 'serial' | 'digest'>;
    readonly now: Date;
    readonly type: string;
    readonly file: string;
  },
): Promise<JudgedIndex> {
  const { keys, trusted, state, now, type, file } = parts;
  const refuse = (code: FeedFailure['code'], params: FeedFailure['params'] = {}): JudgedIndex => ({
    ok: false,
    failure: { code, file, params },
  });
  const verified = await verifySigned(signed, keys, type);
  if (!verified.ok) return refuse(verified.code);
  const index = readIndex(verified.text);
  if (index === 'newerFormat') return refuse('newerFormat');
  if (index === null) return refuse('unreadable');
  if (new Date(index.expiresAt) <= now) return refuse('expired', { at: index.expiresAt });
  if (new Date(index.issuedAt).getTime() > now.getTime() + CLOCK_TOLERANCE) {
    return refuse('fromFuture', { at: index.issuedAt });
  }
  const mark = state.serial && trusted.has(state.serial.key) ? state.serial.value : 0;
  if (index.serial < mark) return refuse('older', { serial: index.serial, here: mark });
  const digest = await sha256Of(verified.text);
  if (index.serial === mark && digest !== state.digest) return refuse('clash', { serial: index.serial });
  return { ok: true, index, key: verified.key, digest };
}
