// @vitest-environment jsdom
/** Pages of old or bare markup: keys by other names, data read off a key. All are made up. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import { recognise } from './recognise';

function see(html: string, title = '') {
  showHtml(`<title>${title}</title>${html}`);
  return recognise('http://jszfcg.jsczt.cn/', document).state;
}

describe('pages of bare markup', () => {
  it('reads a key called UK, and takes a country for none', () => {
    const page = (name: string) =>
      `<div>${name}登录</div><input placeholder="请选择${name}"><input type="password" placeholder="请输入${name}口令"><button>登录</button>`;
    expect(see(page('UK'))).toBe('login-ca');
    expect(see('<h3>Visa UK</h3><button>绑定</button><a href="#">退出</a>')).not.toBe('ca-list');
  });

  it('logs in with a PIN alone where a key is said to be connected', () => {
    const page = (line: string) =>
      `<p>${line}</p><strong>请输入PIN码:</strong><input type="password" placeholder="6位PIN码"><button>登 录</button>`;
    expect(see(page('U盾已连接'))).toBe('login-ca');
    expect(see(page('蓝牙手表已连接'))).not.toBe('login-ca');
  });

  it('takes a page that reads a certificate into its fields for a form, not for a list', () => {
    const data = ['证书序列号', '证书用户名', '证书指纹']
      .map(
        (name) => `<tr><th>${name}：</th><td><textarea placeholder="${name}" readonly></textarea></td></tr>`,
      )
      .join('');
    const page = (fetching: string) =>
      `<table><tr><th>已经绑定的企业CA证书：</th><td></td></tr></table>
       <input type="button" value="绑定企业CA证书">${fetching}<input type="button" value="关闭">
       <table>${data}</table>`;
    expect(see(page('<input type="button" value="获取CA证书">'), 'CA绑定')).toBe('bind-form');
  });

  it('hears a box that asks to open the assistant as an answer', () => {
    const toast = '<div role="alert" class="el-message"><p>请打开证书助手</p></div>';
    expect(see(`${toast}<div><button>CA登录</button></div>`)).toBe('driver-missing');
    expect(see('<p>请打开证书助手</p><div><button>CA登录</button></div>')).not.toBe('driver-missing');
  });

  it('hears a line of the usual muted green over a list as what happened', () => {
    const page = (colour: string) =>
      `<div style="color:${colour}">USBKEY绑定成功，请妥善保管。</div><fieldset><legend>当前绑定的数字证书</legend>
       <p>证书名称：示例纺织厂</p><button>解除绑定</button></fieldset>`;
    expect(see(page('#3c763d'))).toBe('bind-done');
    expect(see(page('#666'))).not.toBe('bind-done');
  });
});
