import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCertificate } from './describe';
import type { ReadCertificate, ReadFile } from './model';
import { LARGEST_FILE, readCertificateFile, refuseUnread } from './read-file';
import { OpenSsl } from './testing/openssl';

let openssl: OpenSsl;
let unit = '';
let other = '';
const NAME = '常州市第一中学';

beforeAll(() => {
  openssl = new OpenSsl();
  unit = openssl.make({ subject: `/C=CN/O=${NAME}/CN=张三`, key: 'sm2', keyUsage: 'digitalSignature' });
  other = openssl.make({ subject: '/C=CN/O=某某科技有限公司/CN=李四', key: 'rsa' });
}, 60_000);
afterAll(() => openssl.remove());

const read = (file: string): ReadFile => readCertificateFile(file, openssl.read(file));
const readText = (text: string | Uint8Array): ReadFile =>
  readCertificateFile('a.cer', typeof text === 'string' ? new TextEncoder().encode(text) : text);
const pem = (name: string) => new TextDecoder().decode(openssl.read(`${name}.pem`));
const base64 = (name: string) =>
  pem(name)
    .replace(/-----[^-]+-----/g, '')
    .trim();
const attribute = (certificate: ReadCertificate | undefined, name: string) =>
  certificate?.subject.find((each) => each.name === name)?.value;

/** UTF-16 in either order of bytes, with or without its mark. */
function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const little = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(order === 'le' ? little : little.swap16());
}

/** Writes other bytes and another tag over a value of the same length; its signature is nobody's any more. */
function retag(bytes: Uint8Array, held: string | Uint8Array, tag: number, value: Uint8Array): Uint8Array {
  const from = Buffer.from(held);
  const at = Buffer.from(bytes).indexOf(from);
  expect(at).toBeGreaterThan(0);
  expect(value.length).toBe(from.length);
  const changed = bytes.slice();
  changed.set(value, at);
  changed[at - 2] = tag;
  return changed;
}

describe('forms of files', () => {
  const forms: readonly (readonly [string, () => ReadFile])[] = [
    ['DER', () => read(`${unit}.cer`)],
    ['PEM', () => read(`${unit}.pem`)],
    ['PEM with CRLF', () => readText(pem(unit).replaceAll('\n', '\r\n'))],
    ['PEM with a lone CR', () => readText(pem(unit).replaceAll('\n', '\r'))],
    ['PEM with a byte order mark', () => readText(`\ufeff${pem(unit)}`)],
    [
      'PEM behind text in Chinese',
      () => readText(`证书：\n\nBag Attributes\n  friendlyName: x\n${pem(unit)}`),
    ],
    [
      'PEM behind text in GBK',
      () =>
        readText(new Uint8Array(Buffer.concat([Buffer.from('d6a4cae90a', 'hex'), Buffer.from(pem(unit))]))),
    ],
    ['UTF-16 LE with its mark', () => readText(utf16(pem(unit), 'le', true))],
    ['UTF-16 BE with its mark', () => readText(utf16(pem(unit), 'be', true))],
    ['UTF-16 LE without', () => readText(utf16(`中文\n${pem(unit)}`, 'le', false))],
    ['UTF-16 BE without', () => readText(utf16(`中文\n${pem(unit)}`, 'be', false))],
    [
      'UTF-16 LE without, behind a character whose bytes lie the other way',
      () => readText(utf16(`统一社会信用代码\n${pem(unit)}`, 'le', false)),
    ],
    ['UTF-16 BE without, the same', () => readText(utf16(`统一社会信用代码\n${pem(unit)}`, 'be', false))],
    ['PEM with an empty byte at its end', () => readText(`${pem(unit)}\0`)],
    ['bare base64 in lines', () => readText(base64(unit))],
    ['bare base64 in one line', () => readText(base64(unit).replaceAll('\n', ''))],
    [
      'bare base64 with CRLF and spaces',
      () => readText(`\r\n ${base64(unit).replaceAll('\n', '\r\n ')}\r\n`),
    ],
    ['bare base64 in UTF-16', () => readText(utf16(base64(unit), 'le', true))],
  ];

  it.each(forms)('%s', (_, reading) => {
    const { certificates, warnings, error } = reading();
    expect({ warnings, error, number: certificates.length }).toEqual({
      warnings: [],
      error: null,
      number: 1,
    });
    expect(attribute(certificates[0], 'O')).toBe(NAME);
    expect(certificates[0]?.notAfter).toBe('2026-12-29T15:59:59Z');
  });

  it.each(['DER', 'PEM'])('PKCS #7 in %s, with all its certificates', (form) => {
    openssl.write('both.pem', pem(unit) + pem(other));
    openssl.run('crl2pkcs7', '-nocrl', '-certfile', 'both.pem', '-outform', form, '-out', 'both.p7b');
    const { certificates, error } = read('both.p7b');
    expect(error).toBeNull();
    expect(certificates.map((one) => attribute(one, 'O')).sort()).toEqual([NAME, '某某科技有限公司'].sort());
  });

  it('several PEMs in one file, one repeated', () => {
    const { certificates, warnings } = readText(pem(unit) + pem(other) + pem(unit));
    expect(certificates).toHaveLength(2);
    expect(warnings).toEqual(['repeated']);
  });

  it.each([
    ['broken off', () => pem(other).slice(0, 300)],
    ['without its end', () => pem(other).replace(/-----END.*/, '')],
    ['damaged', () => pem(other).replace(/\n[A-Za-z0-9+/]{64}\n/, '\n')],
  ])('reads the good one beside one that is %s, and says so', (_, spoilt) => {
    const { certificates, warnings, error } = readText(`${pem(unit)}${spoilt()}\n${pem(unit)}`);
    expect(error).toBeNull();
    expect(certificates).toHaveLength(1);
    expect(warnings).toContain('part-unreadable');
  });

  it('says what lies behind a certificate', () => {
    const bytes = openssl.read(`${unit}.cer`);
    expect(readText(Uint8Array.from([...bytes, 0x0a])).warnings).toEqual([]);
    expect(readText(Uint8Array.from([...bytes, 0x30, 0x03, 1, 2, 3])).warnings).toEqual(['trailing-data']);
  });
});

describe('what a certificate says', () => {
  it('is what OpenSSL says', () => {
    const [certificate] = read(`${unit}.cer`).certificates;
    const serial = openssl.run('x509', '-in', `${unit}.pem`, '-noout', '-serial').trim();
    expect(`serial=${certificate?.serial}`).toBe(serial);
    expect(certificate && describeCertificate(certificate)).toEqual({
      subject: { C: 'CN', O: NAME, CN: '张三' },
      issuer: { O: '江苏省电子政务证书认证中心', CN: 'Test CA' },
      serial: expect.any(String),
      notBefore: '2025-12-29T16:00:00Z',
      notAfter: '2026-12-29T15:59:59Z',
      notAfterShanghai: '2026-12-29T23:59:59+08:00',
      algorithm: 'SM2',
      keyUsage: ['digitalSignature'],
      role: 'signature',
    });
  });

  it.each([
    ['digitalSignature, nonRepudiation', 'signature'],
    ['keyEncipherment, dataEncipherment', 'encryption'],
    ['keyAgreement', 'encryption'],
    ['digitalSignature, keyEncipherment', 'both'],
    [undefined, 'both'],
  ])('a key for %s is for %s', (keyUsage, role) => {
    const name = openssl.make({ subject: '/CN=a', ...(keyUsage && { keyUsage }) });
    expect(read(`${name}.cer`).certificates[0]?.role).toBe(role);
  });

  it.each([
    ['SM2', 'sm2'],
    ['RSA', 'rsa'],
    ['EC', 'ec'],
  ] as const)('a key of kind %s', (algorithm, key) => {
    const name = openssl.make({ subject: '/CN=a', key });
    expect(read(`${name}.cer`).certificates[0]?.algorithm).toBe(algorithm);
  });

  it.each([
    ['20491231155959Z', '20500101000000Z'],
    ['500101000000Z', '491231235959Z'],
    ['19991231235959Z', '20991231155959Z'],
    ['240229000000Z', '99991231235959Z'],
  ])('from %s until %s, as OpenSSL reads it', (from, until) => {
    const name = openssl.make({ subject: '/CN=a', from, until });
    const { notBefore, notAfter } = read(`${name}.cer`).certificates[0] ?? {};
    expect({ notBefore, notAfter }).toEqual(openssl.dates(`${name}.cer`));
  });

  it('keeps every value of a name, several of one kind as a list', () => {
    const name = openssl.make({ subject: '/O=甲/OU=乙/OU=丙/serialNumber=1/GN=丁/CN=戊' });
    const [certificate] = read(`${name}.cer`).certificates;
    expect(certificate && describeCertificate(certificate).subject).toEqual({
      O: '甲',
      OU: ['乙', '丙'],
      serialNumber: '1',
      givenName: '丁',
      CN: '戊',
    });
  });
});

describe('certificates joined end to end', () => {
  it('are all read, and what is behind them is said', () => {
    const both = Buffer.concat([openssl.read(`${unit}.cer`), openssl.read(`${other}.cer`)]);
    const found = readText(both);
    expect({ number: found.certificates.length, warnings: found.warnings }).toEqual({
      number: 2,
      warnings: [],
    });
    expect(readText(Buffer.concat([both, Buffer.from('0x')])).warnings).toEqual(['trailing-data']);
  });
});

describe('Chinese in every encoding', () => {
  it('BMPString', () => {
    const name = openssl.make({ subject: `/O=${NAME}/CN=a`, mask: 'MASK:2048' });
    expect(openssl.run('asn1parse', '-in', `${name}.pem`)).toContain('BMPSTRING');
    expect(attribute(read(`${name}.cer`).certificates[0], 'O')).toBe(NAME);
  });

  const TAGS = { UTF8String: 0x0c, PrintableString: 0x13, T61String: 0x14, IA5String: 0x16 };
  const GBK = Buffer.from('b3a3d6ddcad0b5dad2bbd6d0d1a7', 'hex');

  it.each(Object.entries(TAGS))('UTF-8 bytes under %s', (_, tag) => {
    const changed = retag(openssl.read(`${unit}.cer`), NAME, tag, new TextEncoder().encode(NAME));
    expect(attribute(readText(changed).certificates[0], 'O')).toBe(NAME);
  });

  it.each(Object.entries(TAGS))('GBK bytes under %s', (_, tag) => {
    const held = 'x'.repeat(GBK.length);
    const name = openssl.make({ subject: `/O=${held}/CN=a` });
    const changed = retag(openssl.read(`${name}.cer`), held, tag, GBK);
    expect(attribute(readText(changed).certificates[0], 'O')).toBe(NAME);
  });

  it('GBK bytes that are UTF-8 by chance', () => {
    // 学府, with bytes that are also two Cyrillic letters.
    const bytes = Buffer.from('d1a7b8ae', 'hex');
    const lucky = Buffer.from('d1a7d2bb', 'hex');
    for (const [value, text] of [
      [bytes, '学府'],
      [lucky, '学一'],
    ] as const) {
      const name = openssl.make({ subject: '/O=xxxx/CN=a' });
      const changed = retag(openssl.read(`${name}.cer`), 'xxxx', 0x14, value);
      expect(attribute(readText(changed).certificates[0], 'O')).toBe(text);
    }
  });

  it('UniversalString', () => {
    const held = 'x'.repeat(NAME.length * 4);
    const name = openssl.make({ subject: `/O=${held}/CN=a` });
    const value = Buffer.alloc(held.length);
    for (const [at, character] of [...NAME].entries())
      value.writeUInt32BE(character.codePointAt(0) ?? 0, at * 4);
    const changed = retag(openssl.read(`${name}.cer`), held, 0x1c, value);
    expect(attribute(readText(changed).certificates[0], 'O')).toBe(NAME);
  });

  it('leaves accents of Latin names alone, and takes marks that turn the text out', () => {
    const name = openssl.make({ subject: '/O=Müller Café/CN=a\u202eb' });
    const [certificate] = read(`${name}.cer`).certificates;
    expect(attribute(certificate, 'O')).toBe('Müller Café');
    expect(attribute(certificate, 'CN')).toBe('a b');
  });
});

describe('what is refused', () => {
  it.each(['a.pfx', 'a.P12', 'a.key', '证书.jks', 'a.ppk'])('%s by its name, unread', (name) => {
    expect(refuseUnread(name, 100)?.error).toBe('private-key');
  });

  it('a private key in any form, whatever the file is called', () => {
    openssl.run(
      'pkcs12',
      '-export',
      '-inkey',
      `${unit}.key`,
      '-in',
      `${unit}.pem`,
      '-passout',
      'pass:x',
      '-out',
      'a',
    );
    const pkcs8 = ['pkcs8', '-topk8', '-in', `${other}.key`];
    openssl.run(...pkcs8, '-nocrypt', '-outform', 'DER', '-out', 'plain');
    openssl.run(...pkcs8, '-passout', 'pass:x', '-outform', 'DER', '-out', 'locked');
    openssl.run(...pkcs8, '-passout', 'pass:x', '-out', 'locked-pem');
    openssl.run('rsa', '-in', `${other}.key`, '-traditional', '-outform', 'DER', '-out', 'pkcs1');
    openssl.run('ec', '-in', `${unit}.key`, '-outform', 'DER', '-out', 'sec1');
    openssl.write('beside', pem(unit) + new TextDecoder().decode(openssl.read(`${unit}.key`)));
    openssl.write('base64', Buffer.from(openssl.read('plain')).toString('base64'));
    for (const file of ['a', 'plain', 'locked', 'locked-pem', 'pkcs1', 'sec1', 'beside', 'base64']) {
      const found = read(file);
      expect({ file, ...found }).toEqual({
        file,
        certificates: [],
        warnings: ['private-key'],
        error: 'private-key',
      });
    }
  });

  it('a key that calls itself a certificate, before or behind a real one: neither is taken', () => {
    openssl.run(
      'pkcs8',
      '-topk8',
      '-in',
      `${other}.key`,
      '-nocrypt',
      '-outform',
      'DER',
      '-out',
      'disguised-key',
    );
    const body = Buffer.from(openssl.read('disguised-key')).toString('base64');
    const disguised = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
    for (const text of [pem(unit) + disguised, disguised + pem(unit)]) {
      expect(readText(text)).toEqual({ certificates: [], warnings: ['private-key'], error: 'private-key' });
    }
  });

  it('a key joined behind a certificate, in bytes, in base64 and in UTF-16', () => {
    openssl.run('ec', '-in', `${unit}.key`, '-outform', 'DER', '-out', 'joined-key');
    const joined = Buffer.concat([openssl.read(`${unit}.cer`), openssl.read('joined-key')]);
    const armoured = new TextDecoder().decode(openssl.read(`${unit}.key`));
    for (const file of [joined, joined.toString('base64'), utf16(`统一\n${armoured}`, 'le', false)]) {
      expect(readText(file).error).toBe('private-key');
    }
  });

  it.each<[string, string | Uint8Array]>([
    ['PEM whose first line was lost', 'MIIEvQIBADANBgkqhkiG9w0B\n-----END PRIVATE KEY-----\n'],
    [
      'PEM with its lines pulled apart',
      '----- BEGIN RSA PRIVATE KEY -----\nMIIE\n----- END RSA PRIVATE KEY -----',
    ],
    ['PEM in small letters', '-----begin ec private key-----\nMHcC\n-----end ec private key-----'],
    ['SSH2', '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA\n---- END SSH2 ENCRYPTED PRIVATE KEY ----'],
    ['PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa\r\nPrivate-Lines: 1\r\nAAAA'],
    ['a JSON Web Key', '{"kty":"EC","crv":"P-256","x":"a","y":"b","d" : "c"}'],
    ['a set of JSON Web Keys', '{"keys":[{"d":"c","kty":"RSA"}]}'],
    ['a key store of Java', Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1)],
    ['a sealed key store of Java', Uint8Array.of(0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2)],
    ['a .pvk by its bytes', Uint8Array.of(0x1e, 0xf1, 0xb5, 0xb0, 0, 0, 0, 0)],
  ])('%s, alone and beside a certificate', (_, key) => {
    expect(readText(key)).toEqual({ certificates: [], warnings: ['private-key'], error: 'private-key' });
    if (typeof key === 'string') expect(readText(`${key}\n${pem(unit)}`).error).toBe('private-key');
  });

  it('no certificate for what is written around it', () => {
    const around = '本文件不含私钥（private key）。"d": 1\n';
    expect(readText(around + pem(unit)).certificates).toHaveLength(1);
  });

  it('what is no certificate, each with its reason', () => {
    openssl.run('req', '-in', `${unit}.csr`, '-outform', 'DER', '-out', 'request');
    openssl.run('rsa', '-in', `${other}.key`, '-pubout', '-outform', 'DER', '-out', 'public');
    const whole = openssl.read(`${unit}.cer`);
    const date = retag(whole, '261229155959Z', 0x17, Buffer.from('260231155959Z'));
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [new Uint8Array(), 'empty'],
      [new Uint8Array(LARGEST_FILE + 1), 'too-large'],
      [new TextEncoder().encode(' \n'), 'no-certificate'],
      [new TextEncoder().encode('这不是证书'), 'no-certificate'],
      [new TextEncoder().encode('-----BEGIN CERTIFICATE-----\nMIIB'), 'truncated'],
      [new Uint8Array(5_000), 'no-certificate'],
      [whole.slice(0, 200), 'truncated'],
      [whole.slice(0, -1), 'truncated'],
      [openssl.read('request'), 'other-object'],
      [openssl.read('public'), 'other-object'],
      [openssl.read(`${unit}.csr`), 'other-object'],
      [date, 'bad-date'],
    ];
    for (const [bytes, error] of cases) {
      expect(readCertificateFile('a.cer', bytes)).toEqual({ certificates: [], warnings: [], error });
    }
  });

  it.each(['261229235960Z', '261329155959Z', '261229245959Z', '2612291559590', '26122915595 Z'])(
    'a date written as %s',
    (date) => {
      const changed = retag(openssl.read(`${unit}.cer`), '261229155959Z', 0x17, Buffer.from(date));
      expect(readText(changed).error).toBe('bad-date');
    },
  );

  it('warns of an issuer of its own and of an end before the beginning', () => {
    const issuer = openssl.make({ subject: '/CN=a', keyUsage: 'keyCertSign, cRLSign' });
    expect(read(`${issuer}.cer`).warnings).toEqual(['issuer-certificate']);
    const turned = openssl.make({ subject: '/CN=a', from: '270101000000Z', until: '260101000000Z' });
    expect(read(`${turned}.cer`).warnings).toEqual(['ends-before-it-begins']);
  });
});
