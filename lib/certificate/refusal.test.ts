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
    '320402~19900101~1234',
    '张三 13800000000 320402199001011234',
    '320402199001011234 13800000000',
    '一一〇一〇五一九四九一二三一〇〇二X',
    '叁贰零肆零贰 一九九〇〇一〇一 一二三四',
    '٣٢٠٤٠٢١٩٩٠٠١٠١١٢٣٤',
    '3️⃣2️⃣0️⃣4️⃣0️⃣2️⃣1️⃣9️⃣9️⃣0️⃣0️⃣1️⃣0️⃣1️⃣1️⃣2️⃣3️⃣4️⃣',
    '③②⓪④⓪②①⑨⑨⓪⓪①⓪①①②③④',
    '身份证32040219900101123，末位X',
    '32040219900101123Х',
    '32040219900101123×（经办）',
  ])('refuses the ID number %s', (text) => {
    expect(refuseText(text)).toBe('id-number');
  });

  it.each(['320402199002301234', '320402199013011234'])('takes %s for none: its middle is no day', (text) => {
    expect(refuseText(text)).toBeNull();
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
    'P I N 1234',
    'P.I.N.：1234',
    'pin 1 2 3 4',
    'PIN-1234',
    'mima 123456',
    'mi ma：abc123',
    'kouling 8888',
    '密 码 123456',
    '口令改成123456',
    '口令-123456',
    '密码还是原来的123456',
    '密码abcdef',
    'pass: hunter',
    '123456是口令',
    '123456（PIN）',
    '一二三四五六',
    '口令1二3四',
    'PUK 12345678',
    '密碼 1234',
    '口令：六个8',
    '口令六个八',
    '12:30 123456',
    '19900101',
    '1234567890',
    '123456789012',
    '9876543210',
    '123123123',
    '888888888888',
    '123456 12345678',
    '192.168.1.1，123456',
    '口令 192.168.1.1',
    '密码 1234567890123',
    'abc12345',
    'abc123',
    'ａｂｃ１２３４５',
    'Abc12345',
    'zhang2024',
    'a123456',
    'qwe123456',
    'aBc12345',
    'key12345',
    'pass2024',
    '123456abc',
    '12345678a',
    '“abc12345”',
    'abc12345。',
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
    '3a5f9c0e1b2d4a6879c0ffee123456783a5f9c0e1b2d4a6879c0ffee12345678',
    '3A5F9C0E 1B2D4A68 79C0FFEE 12345678 3A5F9C0E 1B2D4A68 79C0FFEE 12345678',
    '密钥3a5f9c0e1b2d4a6879c0ffee12345678',
    '私钥是 3A:5F:9C:0E:1B:2D:4A:68:79:C0:FF:EE:12:34:56:78',
    'SM4 key: 3a5f9c0e1b2d4a6879c0ffee12345678',
    'MIIEvQIB ADANBgkq hkiG9w0B AQEFAASC BKcwggSj',
    'MHcCAQEEIB',
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
    'HS-2000',
    'GM3000',
    'ePass2001',
    'ePass3003',
    'SJK1104',
    'SN12345678',
    'JS20230911',
    'YL0001',
    'key01',
    'UKey2024',
    'Key0012',
    'room305',
    '320400A001',
    '5009ZZ0',
    '型号 epass2003',
    '账号czsz320402',
    'abc12345号锁',
    'mToken K5',
    'Win 10',
    'lishi2',
    '4a3b2c1d',
    '91320400MA1ABCDE2X',
    '王某',
    '第三采购代理有限公司（常州）武进分公司',
    'Changzhou No. 2 Middle School',
    'Changzhou Wujin District Number 2 Middle School East Campus',
    '110105194913320029',
    '20261231',
    '2026-12-31',
    '2026.12.31—2027.12.31',
    '2026年12月31日',
    '2026.01.05 09:30:00',
    '202612',
    '13912345678',
    '0519-85681234',
    '0519-85681234-803',
    '李老师 13912345678',
    'UKey#2',
    'lishi2@cz1.gov.cn',
    'http://jszfcg.jsczt.cn/?a=1',
    'PIN changed, ask Li',
    'password: see safe',
    '口令问李老师85681234',
    '二〇二六年十二月三十一日到期',
    '第一二三四幼儿园联合体',
    'Up in 2024',
    '2024—2026',
    'PIN is with Li since 2024',
    '口令六个人都知道',
    '密码2024年12月改过',
    '192.168.1.1',
    '192。168。10。100',
    '10.0.0.1:8080 10.0.0.0/24',
    '192.168.100.100 192.168.100.101',
    '127.0.0.1是密码机',
    '1700000000000',
    '1700000000',
    '1234567890123',
    '6901234567892',
    '2026123120',
    '20261127153012',
    '320400202611270001',
    '320400231120001',
    '13912450101 0519-85681234',
    '13912345678、13912450101',
    '0086-519-85681234',
    '139-1234-5678',
    '1998-03-01',
    '31/12/2026',
    '11320400-014109381P',
    '121101196007101024',
    '3a5f9c0e1b2d4a6879c0ffee12345678',
    '3A:5F:9C:0E:1B:2D:4A:68:79:C0:FF:EE:12:34:56:78',
    '序列号 3a5f9c0e1b2d4a6879c0ffee123456789abcdef0',
    '550e8400-e29b-41d4-a716-446655440000',
    'http://jszfcg.jsczt.cn/freecms/rest/v1/notice/selectNoticeDetail',
    '2024年口令已改',
  ])('lets %s pass', (text) => {
    expect(refuseText(text)).toBeNull();
  });

  it('takes digits alone for codes and telephone numbers where such are asked for, and for nothing else', () => {
    expect(refuseText('123456', 'digits')).toBeNull();
    expect(refuseText('320402199001011234', 'digits')).toBe('id-number');
    expect(refuseText('口令 123456', 'digits')).toBe('pin');
    // 15 of 16 digits of a help code.
    expect(refuseText('3204 0290 0101 123', 'code')).toBeNull();
    expect(refuseText('3204 0219 9001 0112 34', 'code')).toBe('id-number');
  });

  it('looks through a whole notice, and takes no line of it for a PIN', () => {
    const notice = '一、时间安排：2023年9月11日至10月11日。联系电话：85681234、85681235\n'.repeat(200);
    expect(refuseText(notice, 'prose')).toBeNull();
    expect(refuseText('85681234', 'prose')).toBeNull();
    for (const [secret, reason] of [
      ['320402199001011234', 'id-number'],
      ['初始口令：111111', 'pin'],
      ['-----BEGIN PRIVATE KEY-----', 'key-material'],
    ] as const) {
      for (const at of [0, 990, 5_000, notice.length]) {
        expect(refuseText(`${notice.slice(0, at)}。${secret}。${notice.slice(at)}`, 'prose')).toBe(reason);
      }
    }
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

  it('finds a password made by hand that stands alone, and no name, number or note', () => {
    const signs = (from: string, min: number, max: number) =>
      fc.string({ unit: fc.constantFrom(...from), minLength: min, maxLength: max });
    const small = signs('abcdefghijklmnopqrstuvwxyz', 1, 6);
    const capitals = signs('ABCDEFGHJKLMNPQRSTUVWXYZ', 1, 6);
    const digits = signs('0123456789', 5, 8);
    fc.assert(
      fc.property(small, fc.boolean(), digits, (letters, capital, number) => {
        const first = capital ? letters[0]?.toUpperCase() : letters[0];
        const word = `${first}${letters.slice(1)}${number}`;
        fc.pre(word.length <= 16 && !(capital && letters.length === 1));
        expect(refuseText(word)).toBe('pin');
        expect(refuseText(`${number}${letters}`)).toBe('pin');
        // Where a telephone number is asked for, letters are no telephone number, and no PIN by themselves either;
        // but digits that are called one (pw00000) are.
        if (!/^(pin|puk|pwd?|pass(wd)?|mima|kouling?)$/i.test(letters))
          expect(refuseText(word, 'digits')).toBeNull();
      }),
    );
    fc.assert(
      fc.property(
        capitals,
        fc.constantFrom('', '-', ' '),
        signs('0123456789', 1, 5),
        (letters, sign, number) => {
          fc.pre(!/^(?:PIN|PW|PUK|PASS|PWD|[A-F]+)$/.test(letters));
          // Models, inventory and serial numbers.
          expect(refuseText(`${letters}${sign}${number}`)).toBeNull();
          expect(refuseText(`型号${letters.toLowerCase()}${number}`)).toBeNull();
          expect(refuseText(`${letters}${number} 财务柜`)).toBeNull();
        },
      ),
    );
  });

  it('takes a public key where one is wanted, and nowhere else; an ID number nowhere', () => {
    const key =
      '{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}';
    expect(refuseText(key, 'public-key')).toBeNull();
    expect(refuseText(key)).toBe('key-material');
    expect(refuseText('320402199001011234', 'public-key')).toBe('id-number');
  });

  it('answers in bounded time whatever is pasted', () => {
    const started = performance.now();
    for (const piece of ['pin ', '1 ', 'a-', '口令:', 'A1a+/', '-----']) refuseText(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('tells the hours and telephone numbers of a notice that asks for ID cards from their numbers', () => {
  const asks = '凭身份证原件办理，受理时间：9:00—12:00，13:30—17:00，电话0519-85681829。';
  expect(refuseText(asks, 'prose')).toBeNull();
  expect(
    refuseText('携带身份证复印件。服务热线400-800-5566，工作日8:30—18:00；技术支持0571-88001122。', 'prose'),
  ).toBeNull();
  // The number itself is refused wherever it stands among such words.
  expect(refuseText(`${asks}\n经办人身份证号：3201 0219 9001 0199 1X`, 'prose')).toBe('id-number');
  expect(refuseText('身份证（一般为18位）：32010219901301991', 'prose')).toBe('id-number');
  expect(refuseText('32010219901399001（身份证）', 'prose')).toBe('id-number');
});
