/** Files that no tool here writes: built byte by byte, and held against what OpenSSL says of them. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUnit } from '@/lib/certificate/adoption/find-unit';
import { readCertificateFile } from './read-file';
import {
  ascii,
  der,
  extension,
  name,
  oid,
  SEQUENCE,
  STRINGS,
  utf8,
  utf16be,
  utf16le,
  utf32be,
  type Written,
  writeCertificate,
} from './testing/der';
import { OpenSsl } from './testing/openssl';

let openssl: OpenSsl;
beforeAll(() => {
  openssl = new OpenSsl();
});
afterAll(() => openssl.remove());

const read = (written: Written) => readCertificateFile('a.cer', writeCertificate(written));
const NAME = '常州市第一中学';
const CODE = '91350100M000100Y43';

describe('dates written oddly', () => {
  const UTC = 0x17;
  const GENERAL = 0x18;
  it.each([
    [UTC, '261229155959Z'],
    [UTC, '500101000000Z'],
    [UTC, '491231235959Z'],
    [UTC, '000229000000Z'],
    [GENERAL, '20261229155959Z'],
    [GENERAL, '20491231235959Z'],
    [GENERAL, '99991231235959Z'],
    [GENERAL, '24000229120000Z'],
    [GENERAL, '00000101000000Z'],
    [GENERAL, '19000229000000Z'],
    [GENERAL, '20261229155959.5Z'],
    [GENERAL, '20261229155960Z'],
    [GENERAL, '20261229155959+0800'],
    [UTC, '261229155959+0800'],
    [UTC, '2612291559Z'],
    [UTC, '261229155959z'],
    [UTC, '261229155959'],
    [UTC, '261229155959Z\0'],
    [UTC, ' 61229155959Z'],
    [UTC, '260229000000Z'],
    [UTC, '261229240000Z'],
    [UTC, '20261229155959Z'],
    [STRINGS.utf8, '261229155959Z'],
  ])('tag %i, %j: OpenSSL’s day or none', (tag, text) => {
    const bytes = writeCertificate({ until: [tag, text] });
    const { certificates, error } = readCertificateFile('a.cer', bytes);
    if (error !== null) return expect(error).toBe('bad-date');
    const { notBefore, notAfter } = certificates[0] ?? {};
    expect({ notBefore, notAfter }).toEqual(openssl.dates(openssl.write('odd.cer', bytes)));
  });
});

describe('Chinese in the wrong encoding', () => {
  const inO = (tag: number, bytes: Uint8Array) =>
    read({ subject: [['2.5.4.10', tag, bytes]] }).certificates[0]?.subject[0]?.value;
  const GBK = new Uint8Array(Buffer.from('b3a3d6ddcad0b5dad2bbd6d0d1a7', 'hex'));
  const tags = Object.entries(STRINGS);

  it.each(tags.filter(([tag]) => !['bmp', 'universal'].includes(tag)))('any bytes under %s', (_, tag) => {
    for (const bytes of [GBK, utf8(NAME), utf16be(NAME), utf16le(NAME), utf32be(NAME)]) {
      expect(inO(tag, bytes)).toBe(NAME);
    }
    expect(inO(tag, new Uint8Array([0xfe, 0xff, ...utf16be(NAME)]))).toBe(NAME);
    expect(inO(tag, utf16be('A1中学（本部）'))).toBe('A1中学（本部）');
    expect(inO(tag, new Uint8Array(Buffer.from('Müller', 'latin1')))).toBe('Müller');
  });

  it('bytes, and the other order, under BMPString', () => {
    const even = '江苏市中';
    for (const bytes of [utf8(even), utf16le(even), utf16be(even)])
      expect(inO(STRINGS.bmp, bytes)).toBe(even);
    expect(inO(STRINGS.bmp, GBK)).toBe(NAME);
    expect(inO(STRINGS.bmp, utf32be(NAME))).toBe(NAME);
    expect(inO(STRINGS.universal, utf16be(even))).toBe(even);
  });

  it('leaves right texts alone, rare characters and signs too', () => {
    const words = [
      '常州市',
      '刘䶮',
      '某某★公司',
      '𠮷田',
      '①部',
      '中学',
      'ABC',
      '（本部）',
      '第2',
      '·',
      'Café',
      '《》',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join('');
        expect(inO(STRINGS.utf8, utf8(text))).toBe(text);
        if (!text.includes('𠮷')) expect(inO(STRINGS.bmp, utf16be(text))).toBe(text);
        expect(inO(STRINGS.universal, utf32be(text))).toBe(text);
      }),
    );
  });
});

describe('names and codes in extensions', () => {
  const unitOf = (...extensions: readonly Uint8Array[]) => {
    const { certificates, error } = read({ extensions });
    expect(error).toBeNull();
    const [certificate] = certificates;
    return findUnit(certificate?.subject ?? [], certificate?.extensionTexts);
  };
  const printable = der(STRINGS.printable, ascii(CODE));

  it.each([
    ['1.2.156.10260.4.1.4, a string', '1.2.156.10260.4.1.4', printable],
    ['1.2.86.11.7.1.8, a string', '1.2.86.11.7.1.8', der(STRINGS.utf8, ascii(CODE))],
    ['a CA’s own, bare bytes', '1.2.156.112586.1.4', ascii(CODE)],
    ['a CA’s own, an octet string', '2.16.156.339.1.1', der(4, printable)],
    ['a choice with a context tag', '1.2.156.10260.4.1.1', der(SEQUENCE, der(0x80, ascii(CODE)))],
    [
      'subjectDirectoryAttributes',
      '2.5.29.9',
      der(SEQUENCE, der(SEQUENCE, oid('1.2.3'), der(0x31, printable))),
    ],
    [
      'otherName of subjectAltName',
      '2.5.29.17',
      der(SEQUENCE, der(0xa0, oid('1.2.3'), der(0xa0, printable))),
    ],
    [
      'directoryName of subjectAltName',
      '2.5.29.17',
      der(SEQUENCE, der(0xa4, name([['2.5.4.5', 0x13, ascii(CODE)]]))),
    ],
  ])('a code in %s', (_, type, value) => {
    expect(unitOf(extension(type, value)).codes).toEqual([CODE]);
  });

  it('a name, in GBK too', () => {
    const gbk = new Uint8Array(Buffer.from('b3a3d6ddcad0b5dad2bbd6d0d1a7', 'hex'));
    expect(unitOf(extension('1.2.86.1', der(STRINGS.printable, gbk))).names).toEqual([NAME]);
    const inAltName = der(SEQUENCE, der(0xa0, oid('1.2.3'), der(0xa0, der(STRINGS.utf8, utf8(NAME)))));
    expect(unitOf(extension('2.5.29.17', inAltName)).names).toEqual([NAME]);
  });

  it('as OpenSSL writes them', () => {
    const made = openssl.make({
      subject: '/CN=a',
      keyUsage: 'digitalSignature',
      extensions: [
        `1.2.156.10260.4.1.4 = ASN1:PRINTABLESTRING:${CODE}`,
        `1.2.86.1 = ASN1:FORMAT:UTF8,UTF8:${NAME}`,
        `nsComment = 某某认证中心`,
      ],
    });
    const [certificate] = readCertificateFile('a.cer', openssl.read(`${made}.cer`)).certificates;
    expect(findUnit(certificate?.subject ?? [], certificate?.extensionTexts)).toMatchObject({
      codes: [CODE],
      names: [NAME],
    });
  });

  it('no ID number, and nothing that policies say', () => {
    const id = '320402199001011234';
    const policy = der(SEQUENCE, der(SEQUENCE, oid('1.2.3'), der(STRINGS.utf8, utf8('某某认证中心'))));
    const found = unitOf(
      extension('1.2.156.10260.4.1.1', der(STRINGS.printable, ascii(id))),
      extension('2.5.29.32', policy),
    );
    expect(found).toEqual({ names: [], persons: [], codes: [] });
  });

  it('reads the certificate whatever an extension holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(read({ extensions: [extension('1.2.156.1', bytes)] }).error).toBeNull();
      }),
    );
    let deep = der(STRINGS.utf8, ascii(CODE));
    for (let level = 0; level < 200; level += 1) deep = der(4, deep);
    expect(read({ extensions: [extension('1.2.156.1', deep)] }).error).toBeNull();
  });
});

describe('text that begins like DER', () => {
  it.each([
    ['UTF-8', (text: string) => utf8(text)],
    ['UTF-16', (text: string) => utf16le(`\ufeff${text}`)],
    ['UTF-16 without a mark', (text: string) => utf16le(text)],
    ['GBK', (text: string) => Uint8Array.from([0x30, 0x31, 0xba, 0xc5, 0x0a, ...ascii(text.slice(4))])],
  ])('the digit 0 before the armour, in %s', (_, encode) => {
    const base64 = Buffer.from(writeCertificate({})).toString('base64');
    const text = `01号\n-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
    expect(readCertificateFile('a.pem', encode(text))).toMatchObject({ error: null, warnings: [] });
  });
});
