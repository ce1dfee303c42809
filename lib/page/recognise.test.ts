// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectAtOnce } from './collect';
import { showHtml, showPage } from './fixtures/load';
import { type PageState, TROUBLE_STATES } from './model';
import { recognise } from './recognise';
import { resolveTarget } from './resolve';
import { RULES, TOLD_RULES } from './rules';
import { UNBIND } from './senses';

const at = (address: string) => recognise(address, document);
const see = (name: string) => {
  showPage(name);
  return at('http://jszfcg.jsczt.cn/');
};

const SILENT: readonly PageState[] = ['other', 'unknown'];

/** What each page of the folder is. Several where "not sure" is as good. */
const EXPECTED: Readonly<Record<string, readonly PageState[]>> = {
  'login-account': ['login-account'],
  'login-account-unmarked-tabs': ['login-account'],
  'trap-01-login-without-pin': ['login-ca'],
  'trap-02-standing-help': ['login-ca'],
  'trap-03-titled-bind-button-unbind': ['unbind-confirm'],
  'trap-03-twin-bind': ['bind-form'],
  'trap-04-unbind-without-object': SILENT,
  'trap-04-unbind-named-by-the-page': ['unbind-confirm'],
  'trap-04-lock-in-a-name': SILENT,
  'trap-05-bank-account-bound': SILENT,
  'trap-05-unbound-phone': SILENT,
  'trap-05-success-hidden-in-the-form': ['bind-form'],
  'trap-06-tls-certificate': SILENT,
  'trap-06-training-certificate': SILENT,
  'trap-07-using-a-key': SILENT,
  'trap-07-signing-with-pin': SILENT,
  'trap-07-login-kind-in-a-filter': SILENT,
  'trap-08-poor-roles': ['ca-list'],
  'trap-09-spacing': ['login-ca'],
  'trap-10-form-in-a-frame': ['bind-form'],
  'trap-10-one-click-unbind': ['ca-list'],
  'ca-list': ['ca-list'],
  'ca-list-two-rows': ['ca-list'],
  'ca-list-beside-accounts': ['ca-list'],
  'ca-list-nothing-bound': ['ca-list'],
  'unbind-confirm': ['unbind-confirm'],
  'unbind-confirm-unmarked': ['unbind-confirm'],
  'bind-form': ['bind-form'],
  'bind-form-as-table': ['bind-form'],
  'bind-done': ['bind-done'],
  'unbind-done': ['unbind-done'],
  'driver-missing': ['driver-missing'],
  'key-missing': ['key-missing'],
  'key-missing-inline': ['key-missing'],
  'pin-wrong': ['pin-wrong'],
  'pin-locked': ['pin-locked'],
  'certificate-expired': ['certificate-expired'],
  'already-bound': ['already-bound'],
  'session-expired': ['session-expired'],
  'system-busy': ['system-busy'],
  'silent-article': SILENT,
  'silent-manual': SILENT,
  'silent-orders': SILENT,
  'silent-register': SILENT,
  'silent-change-pin': SILENT,
  'silent-survey': SILENT,
  'silent-wechat': SILENT,
  'silent-device': SILENT,
  home: ['home'],
};

describe('recognition', () => {
  it('has an expectation for every page of the folder', () => {
    const pages = readdirSync(join(import.meta.dirname, 'fixtures')).filter((file) => file.endsWith('.html'));
    expect(pages.map((file) => file.replace('.html', '')).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))('reads %s', (name, states) => {
    const { state, confidence, evidence } = see(name);
    expect(states, JSON.stringify(evidence)).toContain(state);
    if (states !== SILENT) expect(confidence).toBeGreaterThan(0.4);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('says what it saw in words of its own, never in the page’s', () => {
    showHtml('<div role="alert" class="el-message">该UKey已被常州市示例单位张三绑定</div>');
    const { state, evidence } = at('http://jszfcg.jsczt.cn/');
    expect(state).toBe('already-bound');
    expect(JSON.stringify(evidence)).not.toMatch(/张三|示例|单位/);
    expect(evidence[0]?.saw).toContain('绑定');
  });

  it.each([
    ['ca-list', true],
    ['trap-03-titled-bind-button-unbind', true],
    ['unbind-confirm', true],
    ['login-account', false],
    ['ca-list-nothing-bound', false],
    ['silent-wechat', false],
    ['silent-device', false],
  ])('tells of a visible unbind control: %s %s', (name, visible) => {
    expect(see(name).unbindVisible).toBe(visible);
  });

  it.each([
    ['display', '<div style="display:none">%</div>'],
    ['visibility', '<div style="visibility:hidden">%</div>'],
    ['aria-hidden', '<div aria-hidden="true">%</div>'],
    ['inert', '<div inert>%</div>'],
    ['hidden', '<div hidden>%</div>'],
    ['a closed dialog', '<dialog>%</dialog>'],
  ])('counts nothing that is hidden by %s', (_, around) => {
    const list = '<h2>CA管理</h2><button>绑定CA</button><button>解绑CA</button>';
    showHtml(around.replace('%', list));
    expect(at('http://jszfcg.jsczt.cn/')).toMatchObject({
      state: 'other',
      evidence: [],
      unbindVisible: false,
    });
    showHtml(`<div>${list}</div>`);
    expect(at('http://jszfcg.jsczt.cn/').state).toBe('ca-list');
  });

  it('reads open shadow roots, dialogs in them included', () => {
    showHtml('<x-page></x-page>');
    const host = document.querySelector('x-page')?.attachShadow({ mode: 'open' });
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    const question = document.createElement('p');
    question.append('确定解绑UKey吗？');
    const yes = document.createElement('button');
    yes.append('确定');
    dialog.append(question, yes);
    host?.append(dialog);
    expect(at('http://jszfcg.jsczt.cn/').state).toBe('unbind-confirm');
  });

  it('joins words that are split over elements', () => {
    showHtml('<h2>CA管理</h2><ul><li>5F01<button><i>解</i><b>绑</b></button></li></ul>');
    expect(at('http://jszfcg.jsczt.cn/').state).toBe('ca-list');
  });

  it.each([
    // Halves of a word, in a block that says more.
    '<p>请先查看说明，再由经办人按页面提示自行<b>解</b><b>绑</b>，完成后返回本页面继续办理后续的其他各项业务。</p>',
    '<p>请先查看说明，再由经办人按页面提示自行<i>解 </i><i>\u200b绑</i>，完成后返回本页面继续办理其他各项业务。</p>',
  ])('hears halves of a word among words that say nothing: %s', (text) => {
    showHtml(`<h2>CA管理</h2><button>绑定CA</button>${text}`);
    const { page } = collectAtOnce('', document);
    expect(page.parts.some((part) => part.senses & UNBIND)).toBe(true);
  });

  it.each([
    ['您的CA证书已经绑定成功', 'bind-done'],
    // Without its beginning it would say the opposite.
    ['解除绑定成功', 'unbind-done'],
  ])('joins a sentence that stands a letter an element: %s', (sentence, state) => {
    const letters = [...sentence].map((letter) => `<span>${letter}</span>`).join('');
    showHtml(`<h2>CA管理</h2><div role="alert" class="el-message"><p>${letters}</p></div>`);
    expect(at('http://jszfcg.jsczt.cn/').state).toBe(state);
  });

  it('finds the one row that is about a certificate among hundreds that are not', () => {
    const row = (name: string, act: string) =>
      `<tr><td><input type="checkbox"></td><td><span>${name}</span></td><td>120,000.00</td><td><a>查看</a><a>${act}</a></td></tr>`;
    const rows = Array.from({ length: 400 }, (_, at) =>
      at === 250 ? row('国信CA 4A10233F', '解 绑') : row(`办公桌椅采购项目（第${at}包）`, '编辑'),
    );
    showHtml(`<h2>CA证书管理</h2><button>绑定CA</button><table>${rows.join('')}</table>`);
    expect(at('http://jszfcg.jsczt.cn/')).toMatchObject({ state: 'ca-list', unbindVisible: true });
    const { element } = resolveTarget(document, 'unbind', { page: 'ca-list' });
    expect(element?.closest('tr')?.textContent).toContain('4A10233F');
  });

  it('reads a field in a block that says nothing', () => {
    showHtml(`<h3>UKey登录</h3><div><div><b>2026年统一采购平台运行与维护单位</b></div>
      <div><div><input type="password" placeholder="PIN码"></div></div></div><button>登录</button>`);
    expect(at('http://jszfcg.jsczt.cn/').state).toBe('login-ca');
  });

  it('takes text for an answer only where it appeared after an action', () => {
    const entry = (says: string) =>
      `<h3>UKey登录</h3><input type="password" placeholder="PIN码"><button>登录</button><p>${says}</p>`;
    const fresh = (text: string) => (_: unknown, texts: readonly string[]) =>
      texts.filter((each) => each.includes(text));
    showHtml(entry('PIN码错误次数过多将锁定UKey'));
    expect(recognise('', document, () => []).state).toBe('login-ca');
    showHtml(entry('PIN码错误'));
    expect(recognise('', document, () => []).state).toBe('login-ca');
    expect(recognise('', document, fresh('pin码错误')).state).toBe('pin-wrong');
  });

  it.each([
    ['PIN码错误，还剩3次', 'pin-wrong'],
    ['未检测到UKey', 'key-missing'],
    ['该UKey已绑定其他账号', 'already-bound'],
    ['证书已过期', 'certificate-expired'],
    ['系统繁忙，请稍后再试', 'system-busy'],
    ['请插入UKey', 'bind-form'],
  ])('takes text in a dialog over its form for an answer only where it appeared: %s', (says, state) => {
    for (const box of ['div role="dialog"', 'dialog open', 'div class="el-dialog"']) {
      showHtml(
        `<h2>CA管理</h2><button>绑定CA</button><${box}><h3>绑定UKey</h3><label>PIN码<input type="password"></label>
         <p>${says}</p><button>立即绑定</button><button>取消</button></${box.split(' ')[0]}>`,
      );
      expect(recognise('', document, (_, texts) => texts).state, box).toBe(state);
      expect(recognise('', document, () => []).state, box).toBe('bind-form');
    }
  });

  it('takes a line of a form and its button for no tabs', () => {
    const line = (label: string, type: string) =>
      `<div class="line"><i>${label}</i><input type="${type}"></div>`;
    showHtml(
      `<ul><li><a>UKey登录</a></li><li class="cur"><a>密码登录</a></li></ul>
       <div>${line('账户', 'text')}${line('密码', 'password')}<div onclick="enter()">立即登录</div></div>`,
    );
    expect(at('http://jszfcg.jsczt.cn/').state).toBe('login-account');
    const { element } = resolveTarget(document, 'login-submit', { page: 'login-account' });
    expect(element?.textContent).toBe('立即登录');
  });

  it('takes a bare question after advice for a question about it', () => {
    showHtml(
      `<h2>解除证书绑定</h2><p>解除绑定后，该USBKey证书不能再用于登录本系统。是否继续？</p>
       <input type="button" value="确认解除"><input type="button" value="返回">`,
    );
    expect(at('http://jszfcg.jsczt.cn/').state).toBe('unbind-confirm');
  });

  it.each([
    ['<button>%</button>', true],
    ['<input type="button" value="%">', true],
    ['<a role="button" href="#">%</a>', true],
    // A link of that length leads to something to read.
    ['<a href="#">%</a>', false],
  ])('hears a long label of a button, which may unbind: %s', (control, isVisible) => {
    const label = '我已知晓后果并确认解除与本单位USBKey证书的绑定';
    showHtml(`<h2>CA管理</h2>${control.replace('%', label)}`);
    expect(at('http://jszfcg.jsczt.cn/').unbindVisible).toBe(isVisible);
  });
});

it('lets a toast say what happened, all of it, and nothing that is a page', () => {
  const happened: readonly PageState[] = ['bind-done', 'unbind-done', ...TROUBLE_STATES];
  expect(TOLD_RULES).toEqual(RULES.filter(([state]) => happened.includes(state)));
});
