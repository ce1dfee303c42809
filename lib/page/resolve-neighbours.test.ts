// @vitest-environment jsdom
/** What stands beside the control that is meant, and must not be pointed at when that one is gone. All are made up. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import type { PageState, TargetName } from './model';
import { resolveTarget } from './resolve';

function find(html: string, target: TargetName, page: PageState) {
  showHtml(html);
  const { report, element } = resolveTarget(document, target, { page });
  return element?.id ?? report.state;
}

describe('words and buttons in turn, in no rows', () => {
  const list = (certificate: string) =>
    `<dl><dt>微信</dt><dd>已绑定 <a id="wechat" href="#">解绑</a></dd><dt>手机</dt><dd>138 <a href="#">更换</a></dd>${certificate}</dl>`;

  it('belong to the words before them', () => {
    const certificate = '<dt>数字证书（CA）</dt><dd>已绑定 <a id="ca" href="#">解绑</a></dd>';
    expect(find(list(certificate), 'unbind', 'ca-list')).toBe('ca');
  });

  it('are not pointed at for the certificate’s, where that has none', () => {
    expect(find(list('<dt>数字证书（CA）</dt><dd>已绑定</dd>'), 'unbind', 'ca-list')).toBe('missing');
    expect(find(list('<dt>数字证书（CA）</dt><dd><a href="#">绑定</a></dd>'), 'unbind', 'ca-list')).toBe(
      'missing',
    );
  });
});

describe('buttons before their words, as where they float to the right', () => {
  const TITLES = ['', '<h3>数字证书和其他绑定</h3>', '<p>CA数字证书等绑定：</p>', '<h3>账号安全</h3>'];
  const PAIRS = [
    ['微信', 'CA数字证书'],
    ['CA数字证书', '微信'],
    ['手机', 'UKey证书', '微信'],
  ];

  it('are not taken for those of the words before them, which are another’s', () => {
    for (const title of TITLES) {
      for (const pairs of PAIRS) {
        for (const tag of ['span', 'p', 'label']) {
          const all = pairs.map((words) => `<a id="${words}" href="#">解绑</a><${tag}>${words}</${tag}>`);
          const found = find(`<div>${title}${all.join('')}</div>`, 'unbind', 'ca-list');
          expect([title, tag, pairs, found]).not.toEqual([title, tag, pairs, '微信']);
          expect([title, tag, pairs, found]).not.toEqual([title, tag, pairs, '手机']);
        }
      }
    }
  });

  it('are not guessed at where a field about the key stands further up', () => {
    const page = `<div><label>CA证书 <input></label><p>手机</p><a id="phone" href="#">解绑</a><p>备注</p></div>`;
    expect(find(page, 'unbind', 'ca-list')).not.toBe('phone');
  });
});

describe('words and buttons in a row of their own', () => {
  it('belong together, whatever else the row tells last', () => {
    const row = '<td>CA数字证书</td><td>短信通知：手机</td><td><a id="ca" href="#">解绑</a></td>';
    const table = `<h3>CA管理</h3><table><tr><th>证书</th><th>通知</th><th>操作</th></tr><tr>${row}</tr></table>`;
    expect(find(table, 'unbind', 'ca-list')).toBe('ca');
  });
});

describe('links under a login', () => {
  const page = (tab: string) =>
    `<div class="seg"><label class="seg-i on" id="account">账密登录</label>${tab}<label class="seg-i">短信登录</label></div>
     <input placeholder="账号"><input type="password" placeholder="密码"><a href="javascript:;">登录</a>
     <div><a id="office">CA锁办理</a><a>CA登录帮助</a></div>`;

  it('are no way to log in, whether the certificate’s stands over it or not', () => {
    expect(find(page('<label class="seg-i" id="ca">CA锁登录</label>'), 'ca-tab', 'login-account')).toBe('ca');
    expect(find(page(''), 'ca-tab', 'login-account')).toBe('missing');
  });
});
