// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showHtml, showPage } from './fixtures/load';
import { TARGET_NAMES } from './model';
import { recognise } from './recognise';
import { resolveTarget } from './resolve';

const ADDRESS = 'http://jszfcg.jsczt.cn/';
/** States that a page of chance must never be taken for. */
const GRAVE = ['unbind-confirm', 'bind-form', 'bind-done'];

afterEach(() => vi.restoreAllMocks());

function readEverything() {
  const recognition = recognise(ADDRESS, document);
  for (const page of ['ca-list', 'unbind-confirm', 'bind-form', 'login-ca'] as const) {
    for (const target of TARGET_NAMES) resolveTarget(document, target, { page });
  }
  return recognition;
}

describe('hostile documents', () => {
  it('reads a form whose inputs are called like its own properties', () => {
    const names = [
      'children',
      'parentNode',
      'nodeType',
      'getAttribute',
      'closest',
      'matches',
      'querySelector',
    ];
    const more = [
      'localName',
      'shadowRoot',
      'ownerDocument',
      'contains',
      'getRootNode',
      'labels',
      'attributes',
    ];
    const inputs = [...names, ...more].map((name) => `<input name="${name}">`).join('');
    showHtml(`<form>${inputs}<h2>CA管理</h2><button>绑定CA</button><button>解绑CA</button></form>`);
    expect(readEverything().state).toBe('ca-list');
    expect(resolveTarget(document, 'unbind', { page: 'ca-list' }).report.state).toBe('found');
  });

  it('reads a document whose images are called like its own properties', () => {
    const names = ['documentElement', 'title', 'body', 'defaultView', 'createTreeWalker', 'querySelector'];
    showHtml(`${names.map((name) => `<img name="${name}">`).join('')}<h2>CA管理</h2><button>解绑CA</button>`);
    expect(readEverything().state).toBe('ca-list');
  });

  it('reads what is nested a thousand deep', () => {
    showHtml('<h2>CA管理</h2><button>绑定CA</button>');
    let at: Element = document.body;
    for (let depth = 0; depth < 1_000; depth += 1) {
      const next = document.createElement(depth % 2 ? 'div' : 'span');
      at.append(next);
      at = next;
    }
    at.append('请插入UKey');
    expect(recognise(ADDRESS, document).state).toBe('ca-list');
  }, 30_000);

  it('reads a megabyte of text', () => {
    showHtml('<p></p><h2>CA管理</h2><button>解绑CA</button>');
    document.querySelector('p')?.append('确定解绑UKey吗？'.repeat(120_000));
    const started = performance.now();
    expect(GRAVE).not.toContain(readEverything().state);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('reads an empty document, and one without a body', () => {
    showHtml('');
    expect(readEverything().state).toBe('other');
    document.body.remove();
    document.documentElement.replaceChildren();
    expect(readEverything().state).toBe('other');
  });

  it('never reads what was entered or chosen', () => {
    const forbid = (prototype: object, name: string) => {
      const own = Object.getOwnPropertyDescriptor(prototype, name);
      if (!own) throw new Error(`no ${name} to forbid`);
      vi.spyOn(prototype as Record<string, string>, name, 'get').mockImplementation(() => {
        throw new Error(`${name} was read`);
      });
    };
    for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement])
      forbid(prototype, 'value');
    forbid(HTMLOptionElement.prototype, 'text');
    forbid(Node.prototype, 'textContent');
    for (const name of ['login-account', 'bind-form', 'ca-list', 'trap-03-twin-bind']) {
      showPage(name);
      expect(readEverything().state).not.toBe('unknown');
    }
    showHtml(
      '<div contenteditable>解绑UKey</div><textarea>绑定CA</textarea><div role="textbox">绑定UKey</div>',
    );
    expect(readEverything()).toMatchObject({ state: 'other', evidence: [] });
  }, 30_000);

  it('finds labels without asking every field for its own: each would search the whole tree', () => {
    vi.spyOn(HTMLInputElement.prototype, 'labels', 'get').mockImplementation(() => {
      throw new Error('labels were asked for');
    });
    const login = (field: string) =>
      `<h3>用户登录</h3><input placeholder="用户名">${field}<button>登录</button>`;
    for (const field of [
      '<input type="password" id="p"><p>请妥善保管</p><label for="p">UKey PIN码</label>',
      '<label><b>UKey PIN码</b><p>请妥善保管</p><input type="password"></label>',
    ]) {
      showHtml(login(field));
      expect(resolveTarget(document, 'pin-field', { page: 'login-ca' }).report.state).toBe('found');
    }
    showHtml(login('<input type="password" id="q"><p>请妥善保管</p><label for="p">UKey PIN码</label>'));
    expect(resolveTarget(document, 'pin-field', { page: 'login-ca' }).report.state).toBe('missing');
  });

  const words = [
    '绑定',
    '解绑',
    '登录',
    '确定',
    '吗？',
    '成功',
    '密码',
    '系统',
    '微信',
    '请插入',
    '管理',
    '错误',
    'a',
    '0',
    ' ',
  ];
  const tags = [
    'div',
    'span',
    'button',
    'a',
    'p',
    'h2',
    'td',
    'li',
    'form',
    'label',
    'select',
    'template',
    'dialog',
    'svg',
  ];
  const attributes = [
    'role="dialog"',
    'role="alert"',
    'class="modal"',
    'hidden',
    'onclick=""',
    'name="children"',
    'aria-label="x"',
  ];
  const html = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((each) => each.join('')),
      fc
        .tuple(
          fc.constantFrom(...tags),
          fc.constantFrom('', ...attributes),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, attribute, inside]) => `<${tag} ${attribute}>${inside.join('')}</${tag}>`),
    ),
  })).node;

  it('never throws on a page of chance, and never finds a certificate in one without its words', () => {
    fc.assert(
      fc.property(html, (body) => {
        showHtml(body);
        const { state, confidence } = readEverything();
        expect(GRAVE).not.toContain(state);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
