/** Damaged certificates: never a crash, never a hang, and no date that OpenSSL does not read as well. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { readCertificateFile } from './read-file';
import { anyDamage, damage } from './testing/mutate';
import { OpenSsl } from './testing/openssl';

let openssl: OpenSsl;
let whole: readonly Uint8Array[] = [];
/** Names in PrintableString alone: OpenSSL refuses bytes that are no UTF-8 under UTF8String, we read them as GBK. */
let plain: readonly Uint8Array[] = [];

beforeAll(() => {
  openssl = new OpenSsl();
  const names = (['sm2', 'rsa', 'ec'] as const).map((key) =>
    openssl.make({ subject: '/C=CN/O=常州市第一中学/CN=张三', key, keyUsage: 'digitalSignature' }),
  );
  openssl.run('crl2pkcs7', '-nocrl', '-certfile', `${names[0]}.pem`, '-outform', 'DER', '-out', 'a.p7b');
  whole = [
    ...names.map((name) => openssl.read(`${name}.cer`)),
    openssl.read(`${names[0]}.pem`),
    openssl.read('a.p7b'),
  ];
  plain = (['sm2', 'rsa', 'ec'] as const).map((key) =>
    openssl.read(
      `${openssl.make({ subject: '/C=CN/serialNumber=1', issuer: '/C=CN', key, keyUsage: 'keyAgreement' })}.cer`,
    ),
  );
}, 60_000);
afterAll(() => openssl.remove());

/** Milliseconds no single file may take. */
const LONGEST = 100;

/** The quickest of three: what is slow by itself is slow each time, what waits for the machine is not. */
function quickest(bytes: Uint8Array): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    readCertificateFile('a.cer', bytes);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('damaged certificates', () => {
  it('are read or refused, at once', { timeout: 10_000 * rounds(1).numRuns }, () => {
    fc.assert(
      fc.property(fc.nat(4), anyDamage, (which, done) => {
        const bytes = damage(whole[which] ?? new Uint8Array(), done);
        const start = performance.now();
        const { certificates, error } = readCertificateFile('a.cer', bytes);
        const took = performance.now() - start;
        expect(certificates.length === 0).toBe(error !== null);
        if (took > LONGEST) expect(quickest(bytes)).toBeLessThan(LONGEST);
      }),
      rounds(500),
    );
  });

  it(
    'never show a date that OpenSSL reads otherwise, or does not read',
    () => {
      fc.assert(
        fc.property(fc.nat(2), anyDamage, (which, done) => {
          const bytes = damage(plain[which] ?? new Uint8Array(), done);
          const [certificate] = readCertificateFile('a.cer', bytes).certificates;
          if (certificate === undefined) return;
          const { notBefore, notAfter } = certificate;
          expect({ notBefore, notAfter }).toEqual(openssl.dates(openssl.write('damaged.cer', bytes)));
        }),
        rounds(60),
      );
      // One OpenSSL is started for each.
    },
    30_000 * rounds(1).numRuns,
  );

  it('nested beyond all measure are refused, not followed', () => {
    const deep = new Uint8Array(60_000).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80));
    expect(readCertificateFile('a.cer', deep).error).not.toBeNull();
    expect(quickest(deep)).toBeLessThan(LONGEST);
  });
});
