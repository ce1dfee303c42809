// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showHtml, showPage } from './fixtures/load';
import type { PageState, TargetName } from './model';
import { controlName, resolveTarget } from './resolve';

const resolve = (target: TargetName, page: PageState) => resolveTarget(document, target, { page });

describe('targets', () => {
  it.each<[string, PageState, TargetName, string, string]>([
    ['login-account', 'login-account', 'account-tab', 'li', '密码登录'],
    ['login-account', 'login-account', 'ca-tab', 'li', 'CA登录'],
    ['login-account', 'login-account', 'login-submit', 'input', '登 录'],
    ['login-account-unmarked-tabs', 'login-account', 'ca-tab', 'span', '数字证书登陆'],
    ['login-account-unmarked-tabs', 'login-account', 'login-submit', 'b', '登 录'],
    ['trap-01-login-without-pin', 'login-ca', 'login-submit', 'div', '登 录'],
    ['trap-02-standing-help', 'login-ca', 'account-tab', 'span', '账号登录'],
    ['home', 'home', 'ca-menu', 'li', 'CA管理'],
    ['ca-list', 'ca-list', 'ca-menu', 'li', 'CA管理'],
    ['ca-list', 'ca-list', 'unbind', 'a', '解绑'],
    ['ca-list', 'ca-list', 'bind', 'button', '绑定新CA'],
    ['ca-list-beside-accounts', 'ca-list', 'unbind', 'button', '解绑'],
    ['ca-list-nothing-bound', 'ca-list', 'bind', 'button', '绑定CA锁'],
    ['trap-08-poor-roles', 'ca-list', 'unbind', 'b', '解除绑定'],
    ['trap-08-poor-roles', 'ca-list', 'bind', 'div', '绑定CA'],
    ['unbind-confirm', 'unbind-confirm', 'unbind-confirm', 'button', '确定'],
    ['unbind-confirm-unmarked', 'unbind-confirm', 'unbind-confirm', 'a', '确定解绑'],
    ['trap-03-titled-bind-button-unbind', 'unbind-confirm', 'unbind-confirm', 'button', '解绑'],
    ['trap-03-twin-bind', 'bind-form', 'bind-confirm', 'button', '绑定'],
    ['bind-form', 'bind-form', 'certificate-choice', 'select', ''],
    ['bind-form', 'bind-form', 'pin-field', 'input', ''],
    ['bind-form', 'bind-form', 'bind-confirm', 'button', '确认绑定'],
    ['bind-form-as-table', 'bind-form', 'certificate-choice', 'select', ''],
    ['bind-form-as-table', 'bind-form', 'pin-field', 'input', ''],
    ['bind-form-as-table', 'bind-form', 'bind-confirm', 'input', '绑定'],
    ['bind-done', 'bind-done', 'result', 'span', '绑定成功'],
    ['pin-locked', 'pin-locked', 'result', 'div', 'UKey已锁定，请联系发证机构解锁'],
  ])('%s as %s: finds %s', (name, page, target, tag, label) => {
    showPage(name);
    const { report, element } = resolve(target, page);
    expect(report).toMatchObject({ target, state: 'found', candidates: 1 });
    expect(element?.localName).toBe(tag);
    expect(report.label ?? '').toBe(label);
  });

  it.each<[string, PageState, TargetName, 'ambiguous' | 'missing', string]>([
    ['ca-list-two-rows', 'ca-list', 'unbind', 'ambiguous', 'two-matches'],
    ['silent-wechat', 'ca-list', 'unbind', 'missing', 'not-about-a-certificate'],
    ['silent-wechat', 'ca-list', 'bind', 'missing', 'not-about-a-certificate'],
    ['unbind-confirm', 'ca-list', 'unbind', 'missing', 'behind-a-dialog'],
    ['silent-orders', 'unbind-confirm', 'unbind-confirm', 'missing', 'no-match'],
    ['silent-device', 'unbind-confirm', 'unbind-confirm', 'missing', 'not-about-a-certificate'],
    ['trap-03-titled-bind-button-unbind', 'bind-form', 'bind-confirm', 'missing', 'no-match'],
    ['trap-03-twin-bind', 'unbind-confirm', 'unbind-confirm', 'missing', 'no-match'],
    ['bind-form', 'ca-list', 'unbind', 'missing', 'no-match'],
    ['ca-list', 'unbind-confirm', 'unbind-confirm', 'missing', 'no-match'],
    ['home', 'login-account', 'unbind', 'missing', 'other-page'],
    ['system-busy', 'ca-list', 'unbind', 'missing', 'no-match'],
  ])('%s as %s: %s is %s (%s)', (name, page, target, state, reason) => {
    showPage(name);
    const { report, element } = resolve(target, page);
    expect(report.state).toBe(state);
    expect(report.reasons).toContain(reason);
    expect(report.label).toBeNull();
    expect(element).toBeNull();
  });

  it.each(['注销', '删除', '解锁', '吊销', '挂失', '上报'])(
    'never points at %s, whatever else it says',
    (word) => {
      showHtml(
        `<h2>CA管理</h2><ul><li>CA锁 <button>解绑并${word}</button></li></ul><button>绑定后${word}</button>`,
      );
      expect(resolve('unbind', 'ca-list').report).toMatchObject({
        state: 'missing',
        reasons: ['forbidden-word'],
      });
      expect(resolve('bind', 'ca-list').element).toBeNull();
    },
  );

  it('reads 解除绑定 as a word: it is no 绑定', () => {
    showHtml('<h2>CA管理</h2><button>解除绑定</button>');
    expect(resolve('bind', 'ca-list').report.state).toBe('missing');
    expect(resolve('unbind', 'ca-list').report).toMatchObject({ state: 'found', label: '解除绑定' });
  });

  it('passes over hidden duplicates', () => {
    showHtml(
      '<h2>CA管理</h2><div style="display:none"><button>解绑CA</button></div><div><button id="it">解绑CA</button></div>',
    );
    expect(resolve('unbind', 'ca-list').element?.id).toBe('it');
  });

  it('does not choose between twin dialogs', () => {
    const dialog = (id: string) =>
      `<div role="dialog" id="${id}"><p>确定解绑CA吗？</p><button>取消</button><button>确定</button></div>`;
    showHtml(dialog('one') + dialog('two'));
    expect(resolve('unbind-confirm', 'unbind-confirm').report.state).toBe('ambiguous');
  });

  it('finds a control in an open shadow root', () => {
    showHtml('<h2>CA管理</h2><x-bar></x-bar>');
    const button = document.createElement('button');
    button.append('解绑CA');
    document.querySelector('x-bar')?.attachShadow({ mode: 'open' }).append(button);
    expect(resolve('unbind', 'ca-list').element).toBe(button);
  });

  it('says that a control is disabled', () => {
    showHtml('<h2>CA管理</h2><button disabled>解绑CA</button>');
    expect(resolve('unbind', 'ca-list').report).toMatchObject({ state: 'found', reasons: ['disabled'] });
  });
});

describe('a control’s name', () => {
  it.each([
    ['<button aria-label="解绑">×</button>', '解绑'],
    ['<button> <i></i> 绑 <b>定</b>\n CA </button>', '绑 定 CA'],
    ['<input type="submit" value="登 录">', '登 录'],
    ['<a title="解绑"></a>', '解绑'],
    ['<input type="text" value="320400-secret" placeholder="请输入账号">', '请输入账号'],
    [
      '<button>绑定<input value="secret"><textarea>secret</textarea><select><option>secret</option></select></button>',
      '绑定',
    ],
    ['<button>绑定<span style="display:none">不</span></button>', '绑定'],
    [`<button>${'绑'.repeat(60)}</button>`, '绑'.repeat(40)],
  ])('%s', (html, name) => {
    showHtml(html);
    expect(controlName(document.body.firstElementChild as Element)).toBe(name);
  });
});
