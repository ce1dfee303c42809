/** Keys and signatures for a feed of notice packs: ES256 by `jose`, the private half in a file of the author's. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { CompactSign, importPKCS8 } from 'jose';
import { thumbprintOf } from '@/lib/feed/keys';
import { ALGORITHM, type FeedKey, INDEX_TYPE, PACK_TYPE } from '@/lib/feed/model';
import { feedKeySchema } from '@/lib/feed/schema';

/** A new private key, PKCS#8 in PEM. */
export function makePrivateKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The public half of a private key. Throws where the text is no ES256 private key. */
export function publicKeyOf(pem: string): FeedKey {
  return feedKeySchema.parse(createPublicKey(createPrivateKey(pem)).export({ format: 'jwk' }));
}

async function sign(content: string, type: string, pem: string): Promise<string> {
  const key = await importPKCS8(
    createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' }).toString(),
    ALGORITHM,
  );
  const kid = await thumbprintOf(publicKeyOf(pem));
  return new CompactSign(new TextEncoder().encode(content))
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: type })
    .sign(key);
}

/** A pack's text as a compact JWS, byte for byte as it was. */
export const signPack = (text: string, pem: string) => sign(text, PACK_TYPE, pem);

/** An index as a compact JWS. @param index what `lib/feed/model` calls a `FeedIndex`; tests sign worse */
export const signIndex = (index: unknown, pem: string) => sign(JSON.stringify(index), INDEX_TYPE, pem);
