// @vitest-environment jsdom
/** Lists, questions and links that stand beside the way to the certificates, and what each is misread as. All pages are made up. */
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import { recognise } from './recognise';

function see(html: string) {
  showHtml(html);
  return recognise('http://jszfcg.jsczt.cn/', document).state;
}

const SHELL = `<div>欢迎您，王芳 <a href="#">退出</a></div>
  <ul><li><a href="#">合同管理</a></li><li><a href="#">用户管理</a></li><li><a href="#">CA管理</a></li></ul>`;

describe('beside the way to the certificates', () => {
  it('takes a toast about something that names nothing for nothing, whatever the menu leads to', () => {
    const toast = '<div role="alert" class="el-message"><p>解绑成功</p></div>';
    expect(see(`${SHELL}<h3>梯控面板</h3>${toast}`)).not.toBe('unbind-done');
    expect(see(`${SHELL}<h3>CA证书</h3>${toast}`)).toBe('unbind-done');
  });

  it('takes a list of people’s diplomas for no list of keys and no first page', () => {
    const list = (head: string) => `${SHELL}<div role="navigation" class="breadcrumb">资质 / 人员证书</div>
      <table><tr><th>${head}</th><th>人员</th><th>操作</th></tr>
      <tr><td>二级造价师</td><td>王芳</td><td><button>绑定人员</button><button>解绑人员</button></td></tr></table>`;
    expect(['other', 'unknown']).toContain(see(list('证书名称')));
    expect(see(list('UKey编号'))).toBe('ca-list');
  });

  it('takes the title of something to read for no button', () => {
    const links = (title: string) =>
      `<ul><li><a href="#">关于停机的公告</a></li><li><a href="#">${title}</a></li></ul>`;
    for (const title of ['绑定CA常见问题解答', '绑定CA证书流程', '解绑UKey视频教程', '绑定UKey须知'])
      expect(see(links(title)), title).not.toBe('ca-list');
    expect(see(links('绑定CA证书'))).toBe('ca-list');
  });

  it('asks about the key that is unbound nowhere but in the row of one, and not where a row is about something else', () => {
    const page = (more: string) =>
      `<h2>安全设置</h2><ul><li><p>数字证书：已绑定</p><a href="#">解绑</a></li>${more}</ul>
       <div role="dialog" aria-modal="true"><span>确认解绑？</span><button>取消</button><button>确定</button></div>`;
    expect(see(page(''))).toBe('unbind-confirm');
    expect(see(page('<li><p>微信：小王</p><a href="#">解绑</a></li>'))).not.toBe('unbind-confirm');
    expect(see(page('<li><p>会员卡：8 级</p><a href="#">解绑</a></li>'))).not.toBe('unbind-confirm');
  });
});
