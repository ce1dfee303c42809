import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASES } from './phrases';
import * as senses from './senses';
import { normalise } from './text';
import { leadsWithAbsence, mayConcern, sensesOf, withoutAdvice, wordsFor } from './words';

const SINGLE = Object.entries(senses).filter(([, bit]) => (bit & (bit - 1)) === 0);
const namesOf = (text: string) => {
  const found = sensesOf(normalise(text));
  return SINGLE.filter(([, bit]) => found & bit).map(([name]) => name);
};

describe('normalising', () => {
  it.each([
    ['登　录', '登录'],
    ['证 书 登 陆', '证书登录'],
    ['ＣＡ　登录', 'ca登录'],
    ['U\u200bKey', 'ukey'],
    ['USB  Key 绑定', 'usb key绑定'],
    ['请输入帐号：', '请输入账号:'],
    ['确定吗？是的。', '确定吗\n是的'],
  ])('%s', (text, normal) => expect(normalise(text)).toBe(normal));
});

/** Characters that words of ours are made of, and some that part them. */
const ALPHABET = [...'未没已被不解取除绑定书证锁确认请插检测长时间系统服务登录失效成功如的管理ca key1.:\n '];

describe('senses', () => {
  it('finds in one look what each sense’s phrases find alone', () => {
    const binds = [senses.UNBIND, senses.UNBOUND, senses.BOUND].map((bit) => PHRASES.get(bit)).join('|');
    const alone = (text: string) =>
      [...PHRASES].filter(([bit, phrases]) =>
        new RegExp(phrases, 'm').test(bit === senses.BIND ? text.replace(new RegExp(binds, 'g'), '') : text),
      );
    const text = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 24 }).map((each) => each.join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(sensesOf(each)).toBe(alone(each).reduce((all, [bit]) => all | bit, 0));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has phrases for every bit', () => expect([...PHRASES.keys()]).toEqual(SINGLE.map(([, bit]) => bit)));

  it.each([
    ['绑定', ['BIND']],
    ['解除绑定', ['UNBIND']],
    ['解除与该CA的绑定', ['KEY', 'UNBIND']],
    ['清除CA绑定', ['KEY', 'UNBIND']],
    ['解除当前数字证书与用户“采购人二〇二三”的绑定关系', ['CERT', 'KEY', 'UNBIND']],
    ['已绑定', ['BOUND']],
    ['该证书已被其他单位绑定', ['CERT', 'BOUND']],
    ['未绑定', ['UNBOUND']],
    ['未绑定，请绑定', ['BIND', 'UNBOUND']],
    ['重新绑定', ['BIND']],
  ])('tells binding from unbinding and from what is: %s', (text, names) => {
    expect(namesOf(text).sort()).toEqual([...names].sort());
  });

  it.each([
    'CA锁',
    'UKey',
    'U-Key',
    'USB KEY',
    'USBKey',
    'U盾',
    '加密锁',
    '电子钥匙',
    '数字证书',
    'ＣＡ证书',
    '证书序列号',
    'PIN码',
    '请插锁',
  ])('hears a certificate key in %s', (text) => expect(namesOf(text)).toContain('KEY'));
  it.each(['锁匠微信', '门禁', '证书', 'catalog', 'location', 'monkey', 'api key', '已锁定', 'spin'])(
    'hears none in %s',
    (text) => expect(namesOf(text)).not.toContain('KEY'),
  );

  it.each(['PIN码', '口令', '证书密码', 'CA密码', 'ukey密码', 'U盾密码'])('knows a PIN by %s', (text) =>
    expect(namesOf(text)).toContain('PIN'),
  );
  it('does not take an account’s password for one', () => expect(namesOf('登录密码')).not.toContain('PIN'));

  it.each(['超过次数将锁定', '5次后自动锁定', '即将锁定'])(
    'does not call locked what may become so: %s',
    (text) => expect(namesOf(text)).not.toContain('LOCKED'),
  );
  it.each(['UKey已锁定', 'PIN码被锁定', '已被锁死', '0x0A000025'])('knows what is locked: %s', (text) =>
    expect(namesOf(text)).toContain('LOCKED'),
  );

  it('tells a statement of what is absent from advice about it', () => {
    expect(leadsWithAbsence(normalise('未检测到UKey'))).toBe(true);
    expect(leadsWithAbsence(normalise('如未检测到UKey'))).toBe(false);
    expect(leadsWithAbsence(normalise('安装后若没有检测到UKey'))).toBe(false);
  });

  it.each([
    ['未检测到UKey，如已插入请重新插拔。', '未检测到UKey', false],
    ['解绑后将无法登录，确认解绑？', '确认解绑', false],
    ['是否清除绑定的CA证书？清除后需重新绑定！', '是否清除绑定的CA证书', false],
    ['解除绑定后不能登录。是否继续？', '解除绑定后不能登录。是否继续？', false],
    ['绑定成功后即可使用CA登录。', '绑定成功后即可使用CA登录。', true],
  ])('leaves advice out of %s', (text, said, isAdvice) => {
    expect(withoutAdvice(text)).toEqual({ said, isAdvice });
  });

  it('quotes its own words and leaves out what stood between them', () => {
    const text = normalise('已被常州某局张三绑定');
    expect(wordsFor(senses.BOUND, text)).toMatch(/^已被?…+绑定$/);
  });

  it.each([
    [senses.UNBIND, '解除13812345678绑定', '解除…………………………绑定'],
    [senses.UNBIND, '解除320402X绑定', '解除………………绑定'],
    [senses.OTHER, 'abc.zhangsan.com', '….………….com'],
    [senses.OTHER, 'user13864.cn', '…………….cn'],
    [senses.WRONG, '错误码0x0a000024', '错误'],
    [senses.LOCKED, '返回0x0a000025', '0x0a000025'],
  ])('quotes no letter and no figure of a number or a name between them: %s %s', (sense, text, quoted) => {
    expect(wordsFor(sense, normalise(text)).replace(/…+/g, '…')).toBe(quoted.replace(/…+/g, '…'));
  });
});

describe('the quick look at a block', () => {
  const NOISE = '采购项目（第3包）市第一中学 120,000.00 待审核';
  /** Run together with its neighbours, a text stands in other words than alone. */
  const AROUND = ['', ' Model X ', ' 请 ', ' 颁发 '];
  /** Conditions (what must not stand before or after) make no text by themselves. */
  const withoutConditions = (phrases: string) => phrases.replace(/\(\?<?[=!][^)]*\)|\\b|[$]|^\^/g, '');

  it.each(SINGLE.filter(([name]) => name !== 'MANAGE' && name !== 'ADVICE'))(
    'never passes by a text that means %s',
    (_, bit) => {
      const said = fc.stringMatching(new RegExp(`^(${withoutConditions(PHRASES.get(bit) ?? '')})$`));
      fc.assert(
        fc.property(
          said,
          fc.constantFrom('', ' ', '\u200b', '\n  '),
          fc.constantFrom(...AROUND),
          (text, gap, around) => {
            fc.pre((sensesOf(normalise(text)) & bit) !== 0);
            // A single character is looked for only in blocks of a few.
            fc.pre([...normalise(text)].length > 1);
            const spread = /^[\u4e00-\u9fff]+$/.test(text) ? [...text].join(gap) : text;
            expect(mayConcern(`${NOISE}${around}${spread}${around}${NOISE}`)).toBe(true);
          },
        ),
      );
    },
  );

  it('passes by what says nothing to us', () => {
    expect(mayConcern(`${NOISE}物业管理${NOISE}`)).toBe(false);
  });

  it('never passes by a few characters', () => expect(mayConcern(' 否 \n 是 ')).toBe(true));
});
