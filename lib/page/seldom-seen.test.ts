// @vitest-environment jsdom
/** What sixty pages from systems that nobody thinks of first were misread by, each as a page of its own. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import { recognise } from './recognise';
import { KEY, OTHER } from './senses';
import { normalise } from './text';
import { sensesOf } from './words';

function see(html: string) {
  showHtml(html);
  return recognise('http://jszfcg.jsczt.cn/', document).state;
}

const NEWS = `<ul>${'<li>关于举办灌溉用水户培训班的公告，请各有关单位按时报名参加</li>'.repeat(20)}</ul>`;
const LOGIN_BOX =
  '<div><h3>会员CA登录</h3><p>请插入您的CA数字证书</p><a class="enter" href="#">登 录</a></div>';

describe('pages seldom seen', () => {
  it('hears a question about what is absent as help, and the same words without one as an error', () => {
    const page = (line: string) =>
      `<ul><li>账号登录</li><li class="cur">UKey登录</li></ul>
       <label>选择证书</label><select><option>请选择证书</option></select><button>登录</button><p>${line}</p>`;
    expect(see(page('没有读到证书？请确认UKey已插入并点击刷新。'))).toBe('login-ca');
    expect(see(page('没有读到证书，请确认UKey已插入。'))).toBe('key-missing');
  });

  it('enters by a box that is called so, whatever news stands around it; news alone is none', () => {
    expect(see(`<div>${LOGIN_BOX}${NEWS}</div>`)).toBe('login-ca');
    expect(
      see(`<div><h3>会员CA登录</h3></div><div><a class="enter" href="#">登 录</a>${NEWS}</div>`),
    ).not.toBe('login-ca');
  });

  it('takes two buttons on a page that asks for a key and has no field for ways in, and beside a field for tabs', () => {
    const ways = '<a class="mini-button">证书登录</a><a class="mini-button">用户名登录</a>';
    expect(see(`<p>证书用户：（插入密钥后自动读取）</p><div>${ways}</div>`)).toBe('login-ca');
    const fields =
      '<input placeholder="用户名"><input type="password" placeholder="密码"><button>确定</button>';
    expect(see(`<div>${ways}</div><p>证书用户请插入密钥</p>${fields}`)).toBe('login-account');
  });

  it('believes a long message that says in short what happened, and no tale of it', () => {
    const rest =
      '请妥善保管USBKey及其口令，不要转借他人使用，遗失时请立即联系本中心客户服务人员办理补办手续。';
    const done = '出版社【砚田出版社】的数字证书（KEY编号 SH-0266）已成功绑定到账号 yt_admin';
    expect(see(`<table><tr><td>${done}。${rest}</td></tr></table>`)).toBe('bind-done');
    // In one breath it is a tale, and then says nothing of what is bound already either.
    expect(see(`<p>${done}，${rest}</p>`)).not.toBe('already-bound');
    const tale = `答：登录会员系统，点击“CA绑定”，插入CA锁后系统提示绑定成功即可，如有疑问请拨打客服电话，${rest}`;
    expect(see(`<div>${tale}</div>`)).not.toBe('bind-done');
    expect(see(`<div>${tale}</div>`)).not.toBe('already-bound');
  });

  it('takes what is no longer bound for no binding', () => {
    const page = (text: string) => `<h2>处理结果</h2><p class="error">证书${text}</p><a href="#">返回</a>`;
    expect(see(page('已与会员号 bz0426 解除绑定'))).not.toBe('already-bound');
    expect(see(page('已被会员号 bz0426 绑定'))).toBe('already-bound');
  });

  it('says that a server is busy, whatever it serves, and a missing service is not busy', () => {
    const toast = (text: string) =>
      `<div class="el-message" role="alert"><p>${text}</p></div>
       <h3>企业证书绑定</h3><label>PIN<input type="password"></label><button>提交绑定</button>`;
    expect(see(toast('证书服务繁忙，请稍后再试（code: 503）'))).toBe('system-busy');
    expect(see(toast('未检测到证书服务，请安装驱动'))).not.toBe('system-busy');
  });

  it('takes certificates of domains for somebody else’s, and an address for mail for no domain', () => {
    const list = (title: string, head: string, name: string, issuer: string) =>
      `<h2>${title}</h2><button>绑定证书</button><table>
       <tr><th>名称</th><th>${head}</th><th>颁发机构</th><th>操作</th></tr>
       <tr><td>一</td><td>${name}</td><td>${issuer}</td><td><a href="#">解绑</a></td></tr></table>`;
    expect(see(list('证书管理', '绑定域名', '未填写', 'DigiCert RSA CA G1'))).not.toBe('ca-list');
    const has = (sense: number, text: string) => (sensesOf(normalise(text)) & sense) !== 0;
    expect([has(OTHER, '*.example-tea.com'), has(OTHER, 'li@163.com')]).toEqual([true, false]);
    expect(['DigiCert RSA CA', 'TrustAsia CA G3', '国信CA'].map((text) => has(KEY, text))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
