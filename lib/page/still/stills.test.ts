// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showHtml } from '@/lib/page/fixtures/load';
import { normalise } from '@/lib/page/text';
import { sensesOf } from '@/lib/page/words';
import { buildStill } from './build-still';
import { maskStill, maskText } from './mask-still';
import { takeStill } from './take-still';
import { writeStill } from './write-still';

const report = (html: string): string => writeStill(maskStill(takeStill(showHtml(html)).still));

describe('a still', () => {
  it('leaves the document as it was', () => {
    const document = showHtml('<form><input value="x"><p>解绑</p></form>');
    const before = new XMLSerializer().serializeToString(document);
    takeStill(document);
    expect(new XMLSerializer().serializeToString(document)).toBe(before);
  });

  it('reads no value, no choice and nothing of what can be edited', () => {
    const document = showHtml(`<input id="a" value="typed1"><input type="checkbox" checked value="typed2">
      <textarea>typed3</textarea><select><option selected>typed4</option></select>
      <div contenteditable="true">typed5<b>typed6</b></div><div role="textbox">typed7</div>
      <input type="hidden" value="typed8"><input type="submit" value="登录">`);
    document.querySelector('input')?.setAttribute('data-user', 'typed9');
    for (const field of document.querySelectorAll('input')) if (field.id) field.value = 'typed10';
    const text = JSON.stringify(takeStill(document).still);
    expect(text).not.toMatch(/typed/);
    expect(text).toContain('登录');
  });

  it('numbers elements as it builds them again', () => {
    const document = showHtml('<main><p>一</p><div><button id="it">解绑</button></div></main>');
    const { still, orderOf } = takeStill(document);
    const it = document.querySelector('#it') as Element;
    const elements = buildStill(still, document.implementation.createHTMLDocument());
    expect(elements[orderOf(it) ?? -1]?.textContent).toBe('解绑');
  });

  it('keeps what cannot be seen out of sight', () => {
    const built = document.implementation.createHTMLDocument();
    buildStill(takeStill(showHtml('<p style="display:none">解绑成功</p><p>绑定</p>')).still, built);
    expect([...built.querySelectorAll<HTMLElement>('p')].map(({ style }) => style.display)).toEqual([
      'none',
      '',
    ]);
  });
});

/** Names, accounts and numbers as people have them; none has a word of the vocabulary in it. */
const personal = fc.oneof(
  fc.stringMatching(
    /^[赵钱孙吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜谢邹喻柏窦云苏潘葛范彭郎鲁韦昌马苗凤花俞袁柳鲍]{3,8}$/,
  ),
  fc.stringMatching(/^[a-jl-np-z]{3,6}[0-8]{3,6}$/),
  fc.stringMatching(/^[0-8]{6,18}$/),
  fc.stringMatching(/^[A-F0-8]{4}-[A-F0-8]{4}$/).filter((each) => /[0-8]/.test(each)),
);
const PLACES: readonly ((text: string) => string)[] = [
  (text) => `<p>欢迎您，${text}！</p>`,
  (text) => `<table><tr><td>证书名称</td><td>${text}</td><td>解除绑定</td></tr></table>`,
  (text) => `<p>解除${text}绑定吗？系统${text}繁忙，剩余次数${text}</p>`,
  (text) => `<a title="${text}" aria-label="${text}的CA锁" href="/user/${text}">解绑</a>`,
  (text) => `<input type="button" value="绑定${text}"><input value="${text}" placeholder="${text}">`,
  (text) => `<div id="${text}" class="dialog ${text}"><label for="${text}">口令</label></div>`,
  (text) => `<title>${text}的工作台</title><p><b>${text.slice(0, 2)}</b>${text.slice(2)}</p>`,
  (text) => `<p>解绑 ${/^[\da-z]+$/i.test(text) ? text : 'abc'}.com 的证书</p>`,
  (text) => {
    const tag = `${/^[\da-z]+$/i.test(text) ? text : 'abc'}`;
    return `<x-${tag}><b>解绑</b></x-${tag}>`;
  },
  (text) =>
    `<span data-name="${text}" style="--x:${text}" onclick="go('${text}')" name="${text}">进入系统</span>`,
];

describe('a masked still', () => {
  it('holds no name, account, number or id of the page, wherever it stands', () => {
    fc.assert(
      fc.property(personal, fc.constantFrom(...PLACES), (text, place) => {
        const written = report(place(text));
        expect(written.toLowerCase()).not.toContain(text.toLowerCase());
        for (const run of text.match(/\d{3,}/g) ?? []) expect(written).not.toContain(run);
      }),
      { numRuns: 250 },
    );
  }, 60_000);

  it('says to the rules what the text said', () => {
    const words = fc.constantFrom(
      '解除绑定',
      '登 录',
      '未检测到CA锁',
      '如',
      '若',
      '问',
      '请',
      'ssl.example.com',
      '，',
      '请插入UKey',
      '口令',
      '张三',
      '123',
      '成功',
      '根',
      '时',
      '次数为0',
      '账号',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (all) => {
        const text = all.join('');
        expect(sensesOf(normalise(maskText(text)))).toBe(sensesOf(normalise(text)));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('gives components numbers for names, the same for the same', () => {
    const written = report('<x-li>解绑</x-li><x-wei>绑定</x-wei><x-li>口令</x-li><b>CA</b>');
    expect(written).toContain('<x-1>解绑</x-1><x-2>绑定</x-2><x-1>口令</x-1><b>CA</b>');
  });

  it.each([
    ['欢迎您，张三丰', '欢迎█，███'],
    ['解除 bwsn 张伟明 绑定', '解除 ████ ███ 绑定'],
    ['剩余次数为5', '█████9'],
    ['登 陆', '登 陆'],
    // Characters that advice begins with are in people's names too.
    ['用户名：李如意', '用户名：███'],
    ['王若问', '███'],
    // The rules read these words in a unit's name, too: without them the snapshot would say less to them than the page.
    ['常州市CA管理有限公司', '███CA管理████'],
    ['登录，如张三', '登录，如██'],
    // That a server is named says something to the rules; whose it is does not.
    ['abc.zhangsan.com', 'xxx.xxxxxxxx.com'],
    ['13812345678.cn', '99999999999.cn'],
    ['*.li-wei.net 的证书', '*.xx-xxx.net █证书'],
    ['zhangsan@li.com', '████████@██.███'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});
