/** A certificate for the official host that nobody vouches for, and the key by which Chromium is told to take it. */
import { createHash, X509Certificate } from 'node:crypto';
import { OpenSsl } from '@/lib/certificate/reading/testing/openssl';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';

export interface SelfMadeCertificate {
  /** PEM. */
  readonly tls: { readonly key: string; readonly cert: string };
  /** SHA-256 of the public key in base64, for `--ignore-certificate-errors-spki-list`. */
  readonly acceptedKey: string;
}

export function makeCertificate(): SelfMadeCertificate {
  const openssl = new OpenSsl();
  try {
    openssl.run(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', `/CN=${OFFICIAL_HOST}`],
      ...['-addext', `subjectAltName=DNS:${OFFICIAL_HOST}`, '-keyout', 'site.key', '-out', 'site.pem'],
    );
    const text = (name: string) => new TextDecoder().decode(openssl.read(name));
    const tls = { key: text('site.key'), cert: text('site.pem') };
    const spki = new X509Certificate(tls.cert).publicKey.export({ type: 'spki', format: 'der' });
    return { tls, acceptedKey: createHash('sha256').update(spki).digest('base64') };
  } finally {
    openssl.remove();
  }
}
