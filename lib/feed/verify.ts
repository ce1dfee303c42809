import { compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import { thumbprintOf } from './keys';
import { ALGORITHM, type FeedFailureCode, type FeedKey } from './model';

export type Verified =
  | { readonly ok: true; readonly text: string; readonly key: string }
  | { readonly ok: false; readonly code: FeedFailureCode };

/**
 * Checks a compact JWS against the keys that count. The header must name one of them (`kid`, its thumbprint), the
 * algorithm ES256 and the kind of content; a header that marks anything as critical is refused by `jose`.
 *
 * @returns the signed content as text and the thumbprint of the key; never throws
 */
export async function verifySigned(jws: string, keys: readonly FeedKey[], type: string): Promise<Verified> {
  const refuse = (code: FeedFailureCode): Verified => ({ ok: false, code });
  let header: ReturnType<typeof decodeProtectedHeader>;
  const compact = jws.trim();
  try {
    if (compact.split('.').length !== 3) return refuse('notSigned');
    header = decodeProtectedHeader(compact);
  } catch {
    return refuse('notSigned');
  }
  const known = await Promise.all(keys.map(async (key) => ({ key, kid: await thumbprintOf(key) })));
  const named = known.find(({ kid }) => kid === header.kid);
  if (!named) return refuse('strangeKey');
  if (header.typ !== type) return refuse('wrongKind');
  const imported = await importJWK({ ...named.key }, ALGORITHM).catch(() => null);
  // 64 characters may name a point that is not on the curve.
  if (imported === null) return refuse('badKey');
  try {
    const { payload } = await compactVerify(compact, imported, { algorithms: [ALGORITHM] });
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(payload), key: named.kid };
  } catch (error) {
    return refuse(error instanceof errors.JOSEError ? 'forged' : 'unreadable');
  }
}

/** SHA-256 of a text's UTF-8, hexadecimal. */
export async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
