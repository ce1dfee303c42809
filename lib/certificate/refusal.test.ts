import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseText } from './refusal';

describe('refuseText', () => {
  it.each([
    '11010519491231002X',
    '320402199001011234',
    '３２０４０２１９９００１０１１２３４',
    '320402 19900101 1234',
    '320402-19900101-1234',
    '3204\u200b02199001011234',
    '持有人320402199001011234（经办）',
    '320402900101123',
    '320402、19900101、1234',
    '(320402)19900101(1234)',
    '320402*19900101*1234',
  ])('refuses the ID number %s', (text) => {
    expect(refuseText(text)).toBe('id-number');
  });

  it.each([
    '123456',
    '12345678',
    '１２３４５６',
    '12 34 56',
    'PIN 1234',
    'pin:abcd1234',
    'PIN码是111111',
    '新CA 口令：88888888',
    '密码Abcd1234',
    '密码 = "Pa55word"',
    'password hunter2024',
    'Abcd@1234',
    'PIN123456',
    'PIN is 123456',
    'PIN code 1234',
    '口令→123456',
    '口令，123456',
    '口令, 123456',
    '证书密码、123456',
    '口令【123456】',
    '密码就是123456',
    '口令一二三四五六',
  ])('refuses the PIN %s', (text) => {
    expect(refuseText(text)).toBe('pin');
  });

  it.each([
    '-----BEGIN PRIVATE KEY-----',
    '——BEGIN RSA PRIVATE KEY——',
    'BEGIN PRIVATE KEY',
    '-----BEGIN CERTIFICATE----- MIIB',
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7',
    'MIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIBAQC7',
    '3a5f9c0e1b2d4a6879c0ffee12345678',
    '3A:5F:9C:0E:1B:2D:4A:68:79:C0:FF:EE:12:34:56:78',
  ])('refuses the key material %s', (text) => {
    expect(refuseText(text)).toBe('key-material');
  });

  it.each([
    '',
    '常州市某某中学',
    '新CA（江苏CA）',
    '原国信CA 2号锁',
    '方正签章 2023年办',
    '蓝色UKey 03',
    '口令已改，问李老师',
    '密码锁在财务柜',
    'Pinghu Office 12',
    'CA-2024-01',
    '91320400MA1ABCDE2X',
    '王某',
    '第三采购代理有限公司（常州）武进分公司',
    'Changzhou No. 2 Middle School',
    'Changzhou Wujin District Number 2 Middle School East Campus',
    '110105194913320029',
  ])('lets %s pass', (text) => {
    expect(refuseText(text)).toBeNull();
  });

  it('finds an ID number wherever it stands and however it is grouped', () => {
    const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2015-12-31'), noInvalidDate: true });
    const digits = (length: number) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
        .map((all) => all.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('11', '32', '44', '65'),
        digits(4),
        birth,
        digits(3),
        fc.constantFrom('0', '7', 'X', 'x'),
        fc.constantFrom('', ' ', '-', '  '),
        fc.constantFrom('', '持有人', '身份证：'),
        fc.constantFrom('', '（经办）'),
        (province, area, born, order, check, gap, before, after) => {
          const day = born.toISOString().slice(0, 10).replaceAll('-', '');
          const text = `${before}${province}${area}${gap}${day}${gap}${order}${check}${after}`;
          expect(refuseText(text)).toBe('id-number');
        },
      ),
    );
  });

  it('answers in bounded time whatever is pasted', () => {
    const started = performance.now();
    for (const piece of ['pin ', '1 ', 'a-', '口令:', 'A1a+/', '-----']) refuseText(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
