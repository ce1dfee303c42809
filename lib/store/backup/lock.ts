/** Locking a backup with a passphrase: AES-GCM 256, the key by PBKDF2 from the passphrase. */
import { BackupFailure } from './model';

export interface Locked {
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  /** Base64. */
  readonly salt: string;
  readonly iv: string;
  readonly data: string;
}

/** OWASP's figure for PBKDF2-HMAC-SHA-256 (2023); written in the file, so that it can rise. */
const ITERATIONS = 600_000;
/** A file that asks for more would only keep the browser busy. */
const MOST_ITERATIONS = 5_000_000;

/** @param header authenticated with the text, so that neither can be exchanged */
export async function lock(text: string, passphrase: string, header: string): Promise<Locked> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await deriveKey(passphrase, salt, ITERATIONS);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encode(header) },
    key,
    encode(text),
  );
  return {
    kdf: 'PBKDF2-SHA-256',
    iterations: ITERATIONS,
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(new Uint8Array(data)),
  };
}

/** @throws BackupFailure `wrong-passphrase` or `damaged` */
export async function unlock(locked: Locked, passphrase: string, header: string): Promise<string> {
  if (!(locked.iterations >= 1 && locked.iterations <= MOST_ITERATIONS)) throw new BackupFailure('damaged');
  try {
    const key = await deriveKey(passphrase, fromBase64(locked.salt), locked.iterations);
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(locked.iv), additionalData: encode(header) },
      key,
      fromBase64(locked.data),
    );
    return new TextDecoder().decode(text);
  } catch {
    throw new BackupFailure('wrong-passphrase');
  }
}

/** SHA-256 of a text, lower-case hexadecimal. */
export async function checksum(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  const material = await crypto.subtle.importKey(
    'raw',
    encode(passphrase.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
