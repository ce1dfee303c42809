// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showHtml, showPage } from './fixtures/load';
import { type Glance, glanceAt } from './gate';
import { recognise } from './recognise';

const NOTHING_TO_SAY = ['other', 'unknown'];

const glance = (): Glance => [...glanceAt(document)].at(-1) as Glance;
const isConcerned = () => glance().isConcerned;
const state = () => recognise('http://jszfcg.jsczt.cn/', document).state;

afterEach(() => vi.restoreAllMocks());

describe('what must pass the gate', () => {
  const own = readdirSync(join(import.meta.dirname, 'fixtures'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace('.html', ''));

  it.each(own)('our own page %s, if it shows a state', (name) => {
    showPage(name);
    const isSilent = NOTHING_TO_SAY.includes(state());
    expect(isConcerned() || isSilent).toBe(true);
  });

  const folder = join(import.meta.dirname, '..', '..', 'tests', 'pages');
  const sets = readdirSync(folder).filter((name) => name.startsWith('set-'));
  const rows = sets.flatMap((set) =>
    readFileSync(join(folder, set, 'index.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { file: string; state: string; frame?: string })
      .filter((row) => !NOTHING_TO_SAY.includes(row.state))
      .map((row) => [`${set}/${row.file}`, row] as const),
  );

  it.each(rows)('%s', (path, { frame }) => {
    showHtml(readFileSync(join(folder, path), 'utf8'));
    const inner = frame && document.querySelector(frame)?.getAttribute('srcdoc');
    if (inner) showHtml(inner);
    expect(isConcerned()).toBe(true);
  });

  it.each([
    ['spaces in a word', '<h1>登&nbsp; 录</h1>'],
    ['a word in pieces', '<button><i>登</i>\n<b>录</b></button>'],
    ['full width, other case', '<p>请选择您的ＣＡ</p>'],
    ['a zero-width space', '<p>绑\u200b定</p><p>登\u200b录</p>'],
    ['another spelling', '<a>登陆</a>'],
    ['a label for readers', '<span role="button" aria-label="解绑"></span>'],
    ['a button’s value', '<input type="submit" value="登 录">'],
    ['a placeholder', '<input placeholder="请输入口令">'],
    ['an image’s words', '<img alt="CA">'],
    ['a hint', '<i title="退出"></i>'],
    ['a password field alone', '<input type="PassWord">'],
    ['the document’s title', '<title>密码</title>'],
  ])('%s', (_, html) => {
    showHtml(html);
    expect(isConcerned()).toBe(true);
  });

  it('a word anywhere in a large document, over the border of two pieces too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 400 }), (before) => {
        showHtml(`${'<p>公告</p>'.repeat(before)}<b>登</b><b>录</b>${'<p>公告</p>'.repeat(100)}`);
        expect(isConcerned()).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('a word in an open shadow root inside another', () => {
    showHtml('<x-outer></x-outer>');
    const outer = document.querySelector('x-outer')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    outer.append(document.createElement('x-inner'));
    const inner = outer.querySelector('x-inner')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    expect(glance()).toEqual({ isConcerned: false, shadows: [outer, inner] });
    inner.append('登录');
    expect(isConcerned()).toBe(true);
  });

  it('whatever the recogniser finds a state in', () => {
    const words = ['登录', 'UKey', '解绑', '绑定', 'CA', '确定', '吗？', '成功', 'PIN码', '错误', '管理'];
    const more = ['未检测到', '驱动', '系统繁忙', '会话超时', '退出', '首页', '证书', '已过期', '锁定'];
    const tags = ['button', 'h2', 'p', 'a', 'b', 'li', 'div role="dialog"', 'div role="alert"', 'th'];
    const part = fc
      .tuple(fc.constantFrom(...tags), fc.array(fc.constantFrom(...words, ...more), { maxLength: 3 }))
      .map(([tag, said]) => `<${tag}>${said.join('')}</${tag.split(' ')[0]}>`);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        showHtml(parts.join(''));
        if (!NOTHING_TO_SAY.includes(state())) expect(isConcerned()).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('what must not', () => {
  it.each([
    [
      'an article',
      `<title>采购公告</title><nav>首页 &gt; 采购公告</nav><h1>办公家具采购项目竞争性磋商公告</h1>
       <p>项目概况：本项目采购办公桌椅一批，预算金额35万元，供货期30天。供应商应具有独立承担民事责任的能力。</p>
       <table><tr><th>序号</th><th>名称</th><th>数量</th></tr><tr><td>1</td><td>会议桌</td><td>12</td></tr></table>
       <input placeholder="请输入项目名称"><button>查询</button><img alt="附件" title="下载附件">`,
    ],
    [
      'words in scripts and styles',
      '<script>var a = "登录"</script><style>.x::after{content:"绑定"}</style>',
    ],
    [
      'what was entered or chosen',
      '<textarea>绑定</textarea><div contenteditable>登录</div><input value="证书">',
    ],
    ['what can be chosen', '<select><option>CA登录</option></select><div role="listbox">证书</div>'],
    ['halves of a word, apart', '<p>登高望远</p><p>记录本</p>'],
    ['nothing', ''],
  ])('%s', (_, html) => {
    showHtml(html);
    expect(isConcerned()).toBe(false);
  });

  it('a document that is emptied', () => {
    showHtml('');
    document.documentElement.replaceChildren();
    expect(isConcerned()).toBe(false);
  });
});

describe('how it looks', () => {
  it('neither styles, nor lays out, nor reads what was entered', () => {
    const forbid = (of: object, name: string) => {
      const own = Object.getOwnPropertyDescriptor(of, name);
      if (!own) throw new Error(`no ${name} to forbid`);
      const refuse = () => {
        throw new Error(`${name} was used`);
      };
      if (own.get) vi.spyOn(of as Record<string, unknown>, name, 'get').mockImplementation(refuse);
      else vi.spyOn(of as Record<string, () => void>, name).mockImplementation(refuse);
    };
    forbid(window, 'getComputedStyle');
    forbid(Element.prototype, 'getBoundingClientRect');
    forbid(HTMLElement.prototype, 'offsetWidth');
    for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement])
      forbid(prototype, 'value');
    for (const name of ['login-account', 'bind-form', 'ca-list']) {
      showPage(name);
      expect(isConcerned()).toBe(true);
    }
    showHtml('<textarea>绑定</textarea><input type="text" value="登录"><p>公告</p>');
    expect(isConcerned()).toBe(false);
  });

  it('is not misled by names that hide properties', () => {
    const names = ['parentNode', 'nodeType', 'getAttribute', 'closest', 'localName', 'shadowRoot', 'data'];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    const images = ['documentElement', 'title', 'querySelector', 'createTreeWalker']
      .map((name) => `<img name="${name}">`)
      .join('');
    showHtml(`${images}<form aria-label="x">${inputs}<p>解绑</p></form>`);
    expect(isConcerned()).toBe(true);
    showHtml(`${images}<form aria-label="x">${inputs}<p>公告</p></form>`);
    expect(isConcerned()).toBe(false);
  });

  it('reads a large document in pieces, and only the beginning of a long text', () => {
    showHtml('<p>公告</p>'.repeat(2_000));
    expect([...glanceAt(document)].length).toBeGreaterThan(10);
    showHtml(`<p>${'公告'.repeat(100_000)}绑定</p>`);
    expect(isConcerned()).toBe(false);
  });
});
