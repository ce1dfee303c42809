// @vitest-environment jsdom
/** What sixty pages by somebody who knew no rule of ours were misread by, each as a page of its own. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import { recognise } from './recognise';
import { resolveTarget } from './resolve';

function see(html: string) {
  showHtml(html);
  return recognise('http://jszfcg.jsczt.cn/', document).state;
}

const dialog = (title: string, body: string, buttons: string) =>
  `<div role="dialog" aria-label="${title}"><h5>${title}</h5><div>${body}</div>${buttons}</div>`;

describe('pages by a stranger', () => {
  it('hears what holds when something is absent as help', () => {
    const page = (line: string) =>
      `<h3>用户登录（证书方式）</h3><select><option>请选择证书</option></select><button>登录</button><small>${line}</small>`;
    expect(see(page('未识别到证书时请重新插拔USBKey，再刷新列表'))).toBe('login-ca');
    expect(see(page('未识别到证书，请重新插拔USBKey'))).toBe('key-missing');
  });

  it('takes a question that a notice quotes for none that is asked', () => {
    const article = (line: string) =>
      `<h2>关于更换采购系统CA证书的通知</h2><h3>一、原CA解绑</h3><p>${line}</p><h3>二、绑定新CA</h3><p>插入新UKey即可。</p>`;
    expect(see(article('点击“解绑”按钮，在弹出的“确定要解绑该CA证书吗”窗口点击“确定”即可。'))).not.toBe(
      'unbind-confirm',
    );
    expect(
      see(dialog('提示', '确定要解绑“常州某单位”的CA证书吗？', '<button>取消</button><button>确定</button>')),
    ).toBe('unbind-confirm');
  });

  it('takes an answer to tick for nothing that happened', () => {
    const survey = (box: string) =>
      `<h1>CA数字证书使用满意度调查</h1><form><p>您遇到过哪些问题？</p><label>${box}未检测到UKey</label><button>提交</button></form>`;
    expect(see(survey('<input type="checkbox">'))).not.toBe('key-missing');
    expect(see(survey(''))).toBe('key-missing');
  });

  it('takes a registration for no login, whatever ways in it names', () => {
    const page = (again: string) =>
      `<h2>供应商</h2><p>已办理CA？<a>CA登录</a></p><form><input placeholder="用户名">
       <input type="password" placeholder="登录密码">${again}<button>提交</button></form>`;
    expect(see(page('<input type="password" placeholder="确认密码">'))).not.toBe('login-ca');
  });

  it('believes that the new one is bound, though the old one is said to be void', () => {
    const told = (rest: string) =>
      `<div class="result-success"><div class="result-title">您的新UKey已成功绑定</div><div>${rest}</div></div>`;
    expect(see(told('原UKey已自动失效，请使用新UKey重新登录系统。'))).toBe('bind-done');
    expect(see('<div class="result-error">您的CA证书已失效</div>')).toBe('certificate-expired');
  });

  it('reads of whose account a key is, though the account stands in brackets', () => {
    const told = '当前CA锁已被其他账号（hz_0***2）绑定，请先在原账号中解除绑定后再操作。';
    expect(see(dialog('绑定失败', told, '<button>确定</button>'))).toBe('already-bound');
  });

  it('takes a box that asks who one is before unbinding for no login', () => {
    const fields = '<label>手机验证码</label><input><label>账号登录密码</label><input type="password">';
    const box = dialog('解除CA绑定', fields, '<button>取消</button><button>确定解除</button>');
    expect(see(`<p>CA数字证书 已绑定</p>${box}`)).toBe('unbind-confirm');
  });

  it('takes a number that begins with CA for no key, nor the certificate of a server that asks its clients for theirs', () => {
    const form = (what: string) =>
      `<h2>绑定${what}</h2><form><label>证书编号</label><input placeholder="如 ${what}-11872"><p>样例：${what}-11872</p><button>绑定证书</button></form>`;
    expect(see(form('CA-2023'))).not.toBe('bind-form');
    const awarded = (link: string) =>
      `<h3>我的证书</h3><a>${link}</a><h4>绑定线下取得的证书</h4><form><label>证书编号</label><input><label>查询密码</label><input type="password"><button>绑定证书</button></form>`;
    expect(see(awarded('下载电子证书'))).not.toBe('bind-form');
    expect(see(awarded('安装数字证书'))).toBe('bind-form');
    const list = (what: string) =>
      `<h2>证书管理</h2><table><tr><td>${what}</td><td><a>解绑</a></td></tr></table><button>绑定证书</button>`;
    showHtml(list('客户端CA证书'));
    expect(resolveTarget(document, 'unbind', { page: 'ca-list' }).report.state).toBe('missing');
    showHtml(list('CA证书'));
    expect(resolveTarget(document, 'unbind', { page: 'ca-list' }).report.state).toBe('found');
  });

  it('takes a list of topics for no switch between ways to log in', () => {
    const page = (beside: string) =>
      `<ul><li>${beside}</li><li class="active">CA相关</li></ul><h2>CA相关问题</h2><p>插入CA锁后刷新页面。</p>`;
    expect(see(page('注册登录'))).not.toBe('login-ca');
  });

  it('finds the PIN of the new certificate, which is no new PIN', () => {
    const form = (label: string) =>
      `<h3>绑定新CA</h3><form><label>${label}<input type="password"></label><button>绑定</button></form>`;
    const find = () => resolveTarget(document, 'pin-field', { page: 'bind-form' }).report.state;
    showHtml(form('新证书PIN码'));
    expect(find()).toBe('found');
    showHtml(form('新PIN码'));
    expect(find()).toBe('missing');
  });

  it('reads 解除U盾 as unbinding, and 解除U盾锁定 as unlocking', () => {
    const list = (does: string) =>
      `<h2>我的U盾</h2><table><tr><td>U盾</td><td>已绑定</td><td><a>${does}</a></td></tr></table>`;
    const find = () => resolveTarget(document, 'unbind', { page: 'ca-list' }).report.state;
    showHtml(list('解除U盾'));
    expect(find()).toBe('found');
    for (const other of ['解除U盾锁定', '解除CA锁', '解除证书挂失']) {
      showHtml(list(other));
      expect(find(), other).toBe('missing');
    }
  });

  it('points at no consent for the certificate', () => {
    const form = (choice: string) =>
      `<h3>绑定U盾</h3><form><p>证书口令</p><input type="password" placeholder="请输入证书口令">${choice}<button>绑定</button></form>`;
    const find = () => resolveTarget(document, 'certificate-choice', { page: 'bind-form' }).report.state;
    showHtml(form('<label><input type="checkbox"> 我已知晓：绑定后原U盾自动失效</label>'));
    expect(find()).toBe('missing');
    showHtml(form('<label>证书<select><option>请选择证书</option></select></label>'));
    expect(find()).toBe('found');
  });
});
