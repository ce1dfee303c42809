// @vitest-environment jsdom
/** Controls that are told by what stands around them: choices, tabs and buttons of forms made in many ways. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import type { PageState, TargetName } from './model';
import { resolveTarget } from './resolve';

function resolve(html: string, target: TargetName, page: PageState) {
  showHtml(`<!doctype html>${html}`);
  const { report, element } = resolveTarget(document, target, { page });
  return element ? element.id || element.localName : report.state;
}

const bindDialog = (choice: string) =>
  `<div role="dialog"><h2 class="dialog-title">绑定UKey</h2><div><div class="item">${choice}</div><div class="item"><label for="pin">PIN码</label><input id="pin" type="password"></div></div><footer><button>取消</button><button class="primary">绑定</button></footer></div>`;
const keyLogin = (choice: string) =>
  `<h2>证书登录</h2><table><tr>${choice}</tr><tr><td>PIN码</td><td><input type="password"></td></tr></table><button>登录</button>`;

describe('the certificate to choose', () => {
  it.each([
    ['a select after its label', '<label>证书</label><select id="it"><option>甲公司</option></select>'],
    [
      'a list of divs with something chosen',
      '<label>证书</label><div class="el-select"><div id="it" class="el-select__wrapper"><span>甲公司</span></div></div>',
    ],
    [
      '… that is told to be chosen',
      '<label>选择证书</label><div class="x-select"><div id="it" class="x-select__box"><span>甲公司</span></div></div>',
    ],
    ['a combo of an input', '<label for="it">用户证书:</label><input id="it" role="combobox" readonly>'],
    ['an input that takes no typing', '<label for="it">证书：</label><input id="it" readonly>'],
    ['a label of bare words', '证书：<select id="it"><option>甲公司</option></select>'],
  ])('is found as %s', (_, choice) => {
    expect(resolve(bindDialog(choice), 'certificate-choice', 'bind-form')).toBe('it');
  });

  it.each([
    ['shows a particular of it', '<label for="it">证书序列号</label><input id="it" readonly>'],
    ['shows who it is for', '<label for="it">证书单位名称</label><input id="it" readonly>'],
    ['is typed into', '<label for="it">证书</label><input id="it">'],
    [
      'shows what the button beside it fetched',
      '<span><label for="it">证书</label><input id="it" readonly><button>获取</button></span>',
    ],
    [
      'chooses something else',
      '<label>经办部门</label><div class="el-select"><div class="el-select__wrapper"><span>证书</span></div></div>',
    ],
  ])('is not what %s', (_, choice) => {
    expect(resolve(bindDialog(choice), 'certificate-choice', 'bind-form')).toBe('missing');
  });

  it('is not two', () => {
    const two =
      '<label>签名证书</label><select><option>甲</option></select><label>加密证书</label><select><option>甲</option></select>';
    expect(resolve(bindDialog(two), 'certificate-choice', 'bind-form')).not.toBe('select');
  });

  it('is told from 口令 by the words directly before it', () => {
    const line =
      '<div><b>证书登录</b><br>请使用本平台核发的证书，证书到期前请到窗口办理续期，逾期无法使用<br>证书：<select id="it"></select><br>口令：<input type="password"><br><button>登录</button></div>';
    expect(resolve(line, 'certificate-choice', 'login-ca')).toBe('it');
  });
});

const account =
  '<form><input placeholder="用户名"><input type="password" placeholder="密码"><button id="in">登录</button></form>';

describe('ways to log in', () => {
  it.each([
    [
      'the key among names that say nothing',
      '<div class="tabs"><span id="a" class="cur">单位用户</span><a id="b">证书用户</a></div>',
    ],
    [
      'spans in one line of text',
      '<div class="head"><span id="a" class="on">账户密码</span><i>|</i><span id="b">CA锁</span></div>',
    ],
  ])('%s', (_, tabs) => {
    expect(resolve(tabs + account, 'account-tab', 'login-account')).toBe('a');
    expect(resolve(tabs + account, 'ca-tab', 'login-account')).toBe('b');
  });

  it('does not guess which of three tabs is the account’s', () => {
    const tabs =
      '<ul class="nav-tabs"><li class="active">当事人</li><li>律师</li><li id="b">数字证书</li></ul>';
    expect(resolve(tabs + account, 'account-tab', 'login-account')).toBe('missing');
    expect(resolve(tabs + account, 'ca-tab', 'login-account')).toBe('b');
  });

  it('takes no words for tabs of which none is open', () => {
    const words = '<div class="head"><span>账户密码</span><i>|</i><span>CA锁</span></div>';
    expect(resolve(words + account, 'ca-tab', 'login-account')).toBe('missing');
  });
});

describe('what submits', () => {
  it.each([
    [
      'beside a button that reads again',
      `${keyLogin('<td>选择证书</td><td><select></select></td>').replace('<button>登录</button>', '<div><input type="button" id="it" value="证书登录"> <input type="button" value="刷新证书"></div>')}`,
    ],
    [
      'beside another door',
      '<h2>证书登录</h2><div><input type="button" id="it" value="证 书 登 录"><p><a>个人用户登录入口</a></p></div>',
    ],
    ['by what it does first', '<h2>使用 USB Key 登录</h2><button id="it">读取 Key 并登录</button>'],
    [
      'beside the ordinary way',
      '<div role="dialog"><div class="dialog-title">USBKey身份认证</div><form><label for="p">USBKey口令</label><input id="p" type="password"></form><footer><button>普通登录</button><button id="it">登录</button></footer></div>',
    ],
  ])('is found %s', (_, html) => expect(resolve(html, 'login-submit', 'login-ca')).toBe('it'));
});

describe('reading again, more closely', () => {
  it('keeps the ends of clauses', () => {
    const dialog = (yes: string) =>
      `<div role="dialog"><h2 class="title">确认解除证书绑定？</h2><p>证书序列号 1B009F</p><button id="it" class="confirm">${yes}</button><button>再想想</button></div>`;
    expect(resolve(dialog('是的，解除'), 'unbind-confirm', 'unbind-confirm')).toBe('it');
  });

  it('takes what follows 绑定成功 for no other thing', () => {
    const done =
      '<table><tr><td><span id="it">数字证书绑定成功，下次登录请使用CA登录。</span></td></tr></table><a>返回登录页</a>';
    expect(resolve(done, 'result', 'bind-done')).toBe('it');
  });

  it('takes what holds from now on for no result', () => {
    showHtml(
      '<div role="dialog"><p>证书「3C00」已与账号 u01 绑定，下次可使用UKey登录</p><button>知道了</button></div>',
    );
    expect(resolveTarget(document, 'result', { page: 'already-bound' }).element).toBeNull();
  });

  it('reads a company by its name', () => {
    const list = (unit: string) =>
      `<title>CA管理</title><h3>CA管理</h3><table><tr><th>证书序列号</th><th>证书主体</th><th>操作</th></tr><tr><td>5F31</td><td>${unit}</td><td><button id="it">解绑</button></td></tr></table>`;
    expect(resolve(list('蓝田办公设备有限公司'), 'unbind', 'ca-list')).toBe('it');
    expect(resolve(list('登录设备'), 'unbind', 'ca-list')).toBe('missing');
  });
});
