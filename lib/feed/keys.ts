/** Public keys as people hand them on: JWK or PEM in, a fingerprint to compare over the telephone out. */
import { calculateJwkThumbprint, exportJWK, importSPKI } from 'jose';
import { ALGORITHM, type FeedKey } from './model';
import { feedKeySchema } from './schema';

export type ReadKey =
  | { readonly ok: true; readonly key: FeedKey; readonly fingerprint: string }
  /** `private`: the secret half, which must never be handed on. `unreadable`: no ES256 public key. */
  | { readonly ok: false; readonly why: 'private' | 'unreadable' };

/** RFC 7638, SHA-256, base64url: how signatures name their key. */
export function thumbprintOf(key: FeedKey): Promise<string> {
  return calculateJwkThumbprint({ ...key }, 'sha256');
}

/** The thumbprint's bytes in hexadecimal, four characters a group: read out and compared by people. */
export function fingerprintOf(thumbprint: string): string {
  const bytes = atob(thumbprint.replaceAll('-', '+').replaceAll('_', '/'));
  const digits = [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

/** Reads a pasted public key: JWK (JSON) or PEM (`BEGIN PUBLIC KEY`). Never throws. */
export async function readKey(pasted: string): Promise<ReadKey> {
  const text = pasted.trim();
  if (/PRIVATE KEY/.test(text)) return { ok: false, why: 'private' };
  try {
    const value: unknown = text.startsWith('{') ? JSON.parse(text) : await readPem(text);
    if (typeof value === 'object' && value !== null && 'd' in value) return { ok: false, why: 'private' };
    const key = feedKeySchema.parse(value);
    return { ok: true, key, fingerprint: fingerprintOf(await thumbprintOf(key)) };
  } catch {
    return { ok: false, why: 'unreadable' };
  }
}

async function readPem(text: string): Promise<unknown> {
  return exportJWK(await importSPKI(text, ALGORITHM, { extractable: true }));
}
