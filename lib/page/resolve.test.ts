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

describe('what the benchmark taught', () => {
  it.each<[string, TargetName, PageState, string, string | null]>([
    [
      'a link that opened a popover is no dialog, though its class says so',
      'unbind-confirm',
      'unbind-confirm',
      '<table><tr><th>证书序列号</th></tr><tr><td>01</td><td><a class="x-popover-open">解绑</a></td></tr></table><div class="x-popover"><p>确认解绑此UKey吗</p><button>否</button><button id="it" class="x-primary">是</button></div>',
      'it',
    ],
    [
      'an image that is pressed is a control',
      'login-submit',
      'login-account',
      '<p>用户名 <input></p><p>密码 <input type="password"></p><img id="it" alt="登 录" onclick="go()">',
      'it',
    ],
    [
      'the neighbour of a control is not what its row is about',
      'unbind',
      'ca-list',
      '<h2>CA管理</h2><table><tr><td>旧锁</td><td><a href="#">解绑微信</a> <a id="it" href="#">解绑</a></td></tr></table>',
      'it',
    ],
    [
      'what binds something unknown is not pointed at',
      'bind',
      'ca-list',
      '<h2>CA证书管理</h2><button>绑定 Ingress</button>',
      null,
    ],
    [
      'a section with its own heading is not about the key of another',
      'bind',
      'ca-list',
      '<div><h4>CA锁</h4><p>旧锁 <a href="#">解绑</a></p></div><div><h4>钉钉</h4><p><a href="#">绑定</a></p></div>',
      null,
    ],
    [
      'a link of the page’s head submits nothing',
      'login-submit',
      'login-account',
      '<div><a href="#">登录</a><a href="#">注册</a></div><form><p>账号 <input></p><p>密码 <input type="password"></p><button id="it">登录</button></form>',
      'it',
    ],
    [
      'a tab over the form submits nothing, when the button is gone',
      'login-submit',
      'login-account',
      '<form><div><a href="#">登录</a><a href="#">注册</a></div><p>账号 <input></p><p>密码 <input type="password"></p></form>',
      null,
    ],
    [
      '重新登录 submits nothing',
      'login-submit',
      'login-account',
      '<h2>系统繁忙</h2><button>重新登录</button>',
      null,
    ],
    [
      'beside a form for the account, the key’s button is the other way in',
      'login-submit',
      'login-ca',
      '<div><h3>账号登录</h3><p>账号 <input></p><p>密码 <input type="password"></p></div><div><h3>CA用户</h3><button>CA锁登录</button></div>',
      null,
    ],
    [
      'tabs may have wrappers of their own',
      'account-tab',
      'login-ca',
      '<div><div class="t"><div id="it">账户密码登录</div></div><div class="t"><div>数字证书登录</div></div></div><p>证书密码 <input type="password"></p>',
      'it',
    ],
    [
      'tabs may be radio buttons',
      'ca-tab',
      'login-account',
      '<p>登录方式：<label><input type="radio" name="w" checked>用户名</label> <label id="it"><input type="radio" name="w">CA登录</label></p><p>密码 <input type="password"></p>',
      'it',
    ],
    [
      'labels of fields are no tabs',
      'account-tab',
      'login-ca',
      '<form><label>账号</label><input><label>CA锁口令</label><input type="password"></form>',
      null,
    ],
    [
      '口令 beside a login name is the account’s',
      'pin-field',
      'login-ca',
      '<table><tr><td>登陆名</td><td><input></td></tr><tr><td>口 令</td><td><input type="password"></td></tr></table>',
      null,
    ],
    [
      'a field is what stands before it in its row, whatever its placeholder says',
      'certificate-choice',
      'bind-form',
      '<h3>绑定CA</h3><div><label>选择证书</label><div><input id="it" readonly placeholder="请选择"></div></div>',
      'it',
    ],
    [
      'a form whose inputs are called like its own properties is read all the same',
      'pin-field',
      'bind-form',
      '<h3>绑定CA</h3><form><input type="hidden" name="querySelectorAll"><input type="hidden" name="querySelector"><p>锁密码 <input id="it" type="password"></p></form>',
      'it',
    ],
    [
      'a list made of a div is a choice by its label',
      'certificate-choice',
      'bind-form',
      '<h3>绑定CA</h3><div><span>CA证书</span><div id="it" class="x-select"><span>请选择</span></div></div>',
      'it',
    ],
    [
      'a tab may say much',
      'ca-tab',
      'login-account',
      '<p><a href="#">用户名密码登录</a> <a id="it" href="#">数字证书（USBKey）登录</a></p><p>密码 <input type="password"></p>',
      'it',
    ],
    [
      'help about logging in is no tab, when the tab is gone',
      'ca-tab',
      'login-ca',
      '<div><a href="#">账号登录</a></div><div>请插入USBKey，点击下面的按钮登录。</div><button>登录</button>',
      null,
    ],
    [
      '证书 alone in a menu may be any',
      'ca-menu',
      'home',
      '<aside><ul><li>资质证书</li><li>人员管理</li></ul></aside>',
      null,
    ],
    [
      'where one is is no menu',
      'ca-menu',
      'ca-list',
      '<div class="x-breadcrumb">系统设置 / <span>CA管理</span></div><h2>CA管理</h2>',
      null,
    ],
    [
      'the way in for others is no way to log in',
      'account-tab',
      'login-ca',
      '<button>证书登录</button><p><a href="#">个人用户登录入口</a></p>',
      null,
    ],
    [
      'help about choosing is no choice',
      'certificate-choice',
      'bind-form',
      '<h3>绑定CA</h3><p>请插入CA锁后点击选择框读取证书列表。</p>',
      null,
    ],
    [
      'a menu of several things is no switch between ways to log in',
      'ca-menu',
      'home',
      '<aside><ul><li>银行账户</li><li id="it">CA证书</li><li>修改密码</li></ul></aside>',
      'it',
    ],
    [
      'an icon before the words does not hide how they begin',
      'unbind-confirm',
      'unbind-confirm',
      '<div role="dialog"><p>确认解绑CA锁吗</p><a href="#">取消</a><a id="it" href="#">\ue68f 确定</a></div>',
      'it',
    ],
    [
      'two answers in one box are two controls',
      'unbind-confirm',
      'unbind-confirm',
      '<div role="dialog"><p>确认解绑CA锁吗</p><div class="x-btns"><div id="it" class="x-btn-primary" style="cursor:pointer">确定</div><div style="cursor:pointer">取消</div></div></div>',
      'it',
    ],
    [
      'a result is where its words stand, not the box around it',
      'result',
      'bind-done',
      '<div>UKey <b>信息</b><br><div id="it">UKey绑定成功</div><a href="#">返回</a></div>',
      'it',
    ],
    [
      'a message in a dialog by class name is a result',
      'result',
      'unbind-done',
      '<h3>UKey管理</h3><div class="x-layer"><div>提示</div><div id="it">UKey解绑成功</div><a href="#">确定</a></div>',
      'it',
    ],
    [
      'success of something else beside the key is no result',
      'result',
      'bind-done',
      '<p>实名认证成功 → 手机绑定成功 → 绑定数字证书</p>',
      null,
    ],
    ['standing help is no result', 'result', 'driver-missing', '<p>请插入CA数字证书，点击登录</p>', null],
  ])('%s', (_, target, page, html, id) => {
    showHtml(html);
    const { report, element } = resolve(target, page);
    expect(element?.closest('[id]')?.id ?? null, JSON.stringify(report)).toBe(id);
    expect(report.state).toBe(id === null ? 'missing' : 'found');
  });
});

it('points at none of the boxes of one group: which is meant is the person’s to say', () => {
  const box = (says: string) => `<label><input type="radio" name="kind">${says}</label>`;
  const form = (boxes: string) => {
    showHtml(
      `<h3>CA登录</h3><form>${boxes}<input type="password" placeholder="PIN码"><button>登录</button></form>`,
    );
    return resolve('certificate-choice', 'login-ca').report;
  };
  expect(form(box('国信CA证书') + box('其他方式'))).toMatchObject({ state: 'ambiguous', candidates: 2 });
  expect(form(box('国信CA证书'))).toMatchObject({ state: 'found' });
});

it('takes a link in the head of the page for no button of the form with the secret', () => {
  const page = (button: string) => {
    showHtml(
      `<div><a href="#">我的信息</a><a href="#">证书绑定</a></div><div><h3>数字证书绑定</h3><form>
       <p>输入口令 <input type="password"> 数字证书的PIN码</p>${button}</form></div>`,
    );
    return resolve('bind-confirm', 'bind-form');
  };
  expect(page('<input type="button" id="it" value="CA绑定">').element?.id).toBe('it');
  expect(page('<input type="button" value="上报">').report.state).toBe('missing');
});

it('points at no button over an empty list that is off; at one that waits for a row it does', () => {
  const list = (rows: string) => {
    showHtml(
      `<h4>数字证书管理</h4><div><div><button>绑定证书</button><button disabled>解绑</button></div>
       <div><table><tr><th>CA锁名称</th><th>证书序列号</th></tr>${rows}</table></div></div>`,
    );
    return resolve('unbind', 'ca-list').report.state;
  };
  expect(list('<tr><td colspan="2">暂无绑定的CA锁</td></tr>')).toBe('missing');
  expect(list('<tr><td>国信CA</td><td>4A10233F</td></tr>')).toBe('found');
});
