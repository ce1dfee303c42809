// @vitest-environment jsdom
/** Forms that ask for a name and a password, and are no logins; logins with more beside the form. All are made up. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import { recognise } from './recognise';

function see(html: string, title = '', path = '') {
  showHtml(`<title>${title}</title>${html}`);
  return recognise(`http://jszfcg.jsczt.cn/${path}`, document).state;
}

const form = (name: string, secret: string, button: string) =>
  `<p><label for="n">${name}</label><input id="n"></p>
   <p><label for="s">${secret}</label><input id="s" type="password"></p><button>${button}</button>`;

describe('a name and a password', () => {
  it('are a login where the page says so, in a heading, a button or its title', () => {
    expect(see(form('用户名', '密码', '登录'))).toBe('login-account');
    expect(see(`<h3>会员登录</h3>${form('会员号', '密码', '确定')}`)).toBe('login-account');
    expect(see(form('用户名', '密码', '确定'), '系统登录')).toBe('login-account');
    expect(see(form('用户名', '密码', '确定'))).not.toBe('login-account');
  });

  it('are none where they are a database’s, a mailbox’s or another person’s', () => {
    const pages = [
      `<h3>数据源</h3>${form('用户名', '密码', '测试连接')}`,
      `<h3>发件邮箱</h3>${form('邮箱账号', '密码', '保存')}`,
      `<div role="dialog" aria-label="新增用户">${form('登录名', '登录密码', '确定')}</div>`,
    ];
    for (const page of pages) expect(see(page), page).not.toBe('login-account');
  });

  it('are none on a page behind the login, which lists who logged in when', () => {
    const page = `<aside><a href="#">登录记录</a></aside><h3>新增用户</h3>${form('用户名', '密码', '保存')}`;
    expect(see(page)).not.toBe('login-account');
    const log = '<table><tr><th>用户</th><th>最后登录时间</th></tr><tr><td>a</td><td>昨天</td></tr></table>';
    expect(see(`${form('用户名', '密码', '保存')}${log}`)).not.toBe('login-account');
  });

  it('are none where only an entry of the menu names a login; a link there may be that of a form in the bar', () => {
    const page = (entry: string) =>
      `<nav><ul><li>${entry}</li></ul></nav><h3>新增用户</h3>${form('用户名', '密码', '保存')}`;
    expect(see(page('专家登录'))).not.toBe('login-account');
    const bar = `<div class="nav">${form('用户名', '密码', '登录')}</div><h3>公告</h3><p>供货期30天。</p>`;
    expect(see(bar)).toBe('login-account');
  });

  it('are a login in English too', () => {
    expect(see(form('Username', 'Password', 'Sign in'))).toBe('login-account');
  });

  it('are none because the address says login: a page that is left by script keeps it', () => {
    expect(see(form('用户名', '密码', '保存'), '', 'login')).not.toBe('login-account');
    expect(see('<h1>办公家具采购项目公告</h1><p>供货期30天。</p>', '', 'login')).toBe('other');
  });

  it('are none where the password pays', () => {
    const paying = form('账号', '支付密码', '提交');
    expect(see(`<h3>支付密码</h3>${paying}`)).not.toBe('login-account');
    expect(see(`<p>上次登录：昨天</p>${paying}`)).not.toBe('login-account');
  });

  it('are the login of a page that offers a certificate’s beside it and says what that needs', () => {
    const help = '<ol><li>CA用户请先插入UKey，再点击“证书登录”。</li></ol>';
    expect(see(`${help}${form('登录名', '密码', '登录')}<button>证书登录</button>`)).toBe('login-account');
  });
});

describe('a lock', () => {
  it('that logs in is a key, and one that is opened first is none', () => {
    const page = (way: string) =>
      `<div class="t"><b class="on">${way}</b><b>账号登录</b></div><p>请插好您的加密锁</p><b class="btn">立即登录</b>`;
    expect(see(page('锁登录'))).toBe('login-ca');
    expect(see('<h3>手势解锁登录</h3><p>请绘制解锁图案</p><button>登录</button>')).not.toBe('login-ca');
  });
});
