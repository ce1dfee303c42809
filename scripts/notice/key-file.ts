import { realpathSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fingerprintOf, thumbprintOf } from '@/lib/feed/keys';
import type { Translate } from '@/lib/locale/translate';
import { inRoot } from '../setup/paths.mjs';
import { Misuse } from './command-line';
import { makePrivateKey, publicKeyOf } from './signing';

function isInCheckout(file: string): boolean {
  const path = relative(realpathSync(inRoot()), resolve(file));
  return !path.startsWith('..');
}

/** Reads a private key. Throws `Misuse` where there is none, or one that cannot sign. */
export async function readPrivateKey(file: string): Promise<string> {
  let pem: string;
  try {
    pem = await readFile(file, 'utf8');
  } catch {
    throw new Misuse('notice.command.keyMissing', { file });
  }
  try {
    publicKeyOf(pem);
  } catch {
    throw new Misuse('notice.command.keyUnfit', { file });
  }
  return pem;
}

/**
 * Makes a private key in a new file that its owner alone may read, and its public half beside it. Never overwrites,
 * and never writes into the checkout, from where it could be published.
 */
export async function writeNewKey(file: string, t: Translate): Promise<readonly string[]> {
  if (isInCheckout(file)) throw new Misuse('notice.command.keyInCheckout', { file });
  const pem = makePrivateKey();
  await mkdir(dirname(resolve(file)), { recursive: true });
  try {
    await writeFile(file, pem, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Misuse(isThere ? 'notice.command.keyThere' : 'notice.command.keyUnwritten', { file });
  }
  const publicFile = `${file}.pub.json`;
  await writeFile(publicFile, `${JSON.stringify(publicKeyOf(pem))}\n`);
  return [t('notice.command.keyMade', { file, publicFile }), ...(await sayPublicKey(pem, t))];
}

/** The public half as it goes into the policy, and its fingerprint. */
export async function sayPublicKey(pem: string, t: Translate): Promise<readonly string[]> {
  const key = publicKeyOf(pem);
  const fingerprint = fingerprintOf(await thumbprintOf(key));
  return [
    t('notice.command.keyPublic', { key: JSON.stringify(key) }),
    t('feed.fingerprint', { fingerprint }),
  ];
}
