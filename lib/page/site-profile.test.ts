// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showHtml } from './fixtures/load';
import { resolveWithProfile } from './site-profile';
import { isPlainSelector, mayBeCalled, type TaughtControl, type TaughtTarget } from './taught';

const LIST = `<h2>CA管理</h2><table><tr><th>CA锁</th><th>操作</th></tr>
  <tr><td>旧锁</td><td><a id="it" href="#">办结</a> <button id="bind">绑定</button></td></tr></table>`;
const UNBIND: TaughtControl = { target: 'unbind', name: '办结', role: 'button' };

const resolve = (taught: TaughtControl | null, target: TaughtTarget = 'unbind') =>
  resolveWithProfile(document, target, { page: 'ca-list', taught });

describe('a taught control', () => {
  it('is found by a name that the built-in rules do not know', () => {
    showHtml(LIST);
    expect(resolve(null).report.state).toBe('missing');
    const { report, element } = resolve(UNBIND);
    expect(element?.id).toBe('it');
    expect(report).toMatchObject({ state: 'found', label: '办结', reasons: ['profile'] });
  });

  it('overrides the built-in rules for its own target alone', () => {
    showHtml(LIST.replace('</table>', '</table><button id="other">解绑CA锁</button>'));
    expect(resolve(UNBIND).element?.id).toBe('it');
    expect(resolve(UNBIND, 'bind').element?.id).toBe('bind');
  });

  it.each([
    '<button id="it" aria-label="绑定">解绑</button>',
    '<button id="it" aria-label="更换">解除绑定</button>',
    '<button id="it" title="解除绑定">更换</button>',
    '<button id="it" aria-label="绑定"><img alt="解绑"></button>',
    '<input id="it" type="button" value="更换" title="解绑">',
  ])('is none that says the opposite elsewhere: %s', (button) => {
    showHtml(LIST.replace('<button id="bind">绑定</button>', button));
    const name = /绑定"|绑定</.test(button) && !button.includes('更换') ? '绑定' : '更换';
    const { report, element } = resolve({ target: 'bind', name, role: 'button', near: ['CA锁'] }, 'bind');
    expect(element).toBeNull();
    expect(report.reasons).toEqual(expect.arrayContaining(['profile-disagrees', 'profile-rules']));
  });

  it.each<[TaughtTarget, string, boolean]>([
    ['bind', 'Unbind CA', false],
    ['bind', 'un-bind', false],
    ['bind', '撤销关联', false],
    ['bind', '解除关联', false],
    ['bind', '移除证书', false],
    ['bind-confirm', 'Remove', false],
    ['bind', '更换介质', true],
    ['bind', 'Bind CA', true],
    ['unbind', 'Bind', false],
    ['unbind', 'Unbind', true],
    ['unbind', '解除关联', true],
  ])('%s may be called %s: %s', (target, name, may) => {
    expect(mayBeCalled(target, name)).toBe(may);
  });

  it.each<[string, string, Partial<TaughtControl>, string]>([
    ['is called otherwise now', LIST.replace('办结', '处理'), {}, 'profile-name'],
    [
      'is only text now',
      LIST.replace('<a id="it" href="#">办结</a>', '<p id="it">办结</p>'),
      {},
      'profile-name',
    ],
    ['was taught as a field', LIST, { role: 'field' }, 'profile-role'],
    ['is hidden', LIST.replace('id="it"', 'id="it" style="display:none"'), {}, 'profile-name'],
    [
      'lies behind a dialog',
      `${LIST}<div role="dialog"><p>请确认CA信息</p><button>确定</button></div>`,
      {},
      'profile-hidden',
    ],
    ['stands beside other words', LIST, { near: ['新锁'] }, 'profile-near'],
    [
      'is there twice',
      LIST.replace('</table>', '<tr><td>新锁</td><td><a href="#">办结</a></td></tr></table>'),
      {},
      'profile-several',
    ],
    ['carries a forbidden word', LIST, { name: '注销' }, 'profile-forbidden'],
    ['is the opposite', LIST, { name: '绑定' }, 'profile-forbidden'],
  ])('is not used when it %s, and says so', (_, html, change, why) => {
    showHtml(html);
    const { report, element } = resolve({ ...UNBIND, ...change });
    expect(element).toBeNull();
    expect(report.reasons).toEqual(expect.arrayContaining(['profile-disagrees', why]));
  });

  it('leaves the decision to the built-in rules where it disagrees', () => {
    showHtml('<h2>CA管理</h2><button id="bind">绑定</button><button id="built-in">解绑CA锁</button>');
    const { report, element } = resolve({ ...UNBIND, name: '绑定' });
    expect(element?.id).toBe('built-in');
    expect(report.reasons).toContain('profile-forbidden');
  });

  it('is told apart by the words around it, or by a selector', () => {
    showHtml(
      LIST.replace(
        '</table>',
        '<tr class="new"><td>新锁</td><td><a href="#" id="second">办结</a></td></tr></table>',
      ),
    );
    expect(resolve({ ...UNBIND, near: ['新锁'] }).element?.id).toBe('second');
    expect(resolve({ ...UNBIND, css: '.new a' }).element?.id).toBe('second');
    expect(resolve({ ...UNBIND, css: ':has(a)' }).report.reasons).toContain('profile-several');
  });

  it('holds while its selector no longer does, and says so', () => {
    showHtml(LIST);
    const { report, element } = resolve({ ...UNBIND, css: '.gone' });
    expect(element?.id).toBe('it');
    expect(report.reasons).toEqual(['profile', 'profile-css']);
  });

  it('is never what its selector alone says', () => {
    showHtml(LIST);
    const { report, element } = resolve({ ...UNBIND, name: '没有这个词', css: '#bind' });
    expect(element).toBeNull();
    expect(report.reasons).toContain('profile-name');
  });

  it('is not another of its name, when it is gone itself', () => {
    const taught = { ...UNBIND, name: '解绑', css: '.key a' };
    const gone =
      '<h2>CA管理</h2><ul><li class="key">CA锁 <a href="#">处理</a></li><li>微信 <a href="#">解绑</a></li></ul>';
    showHtml(gone);
    expect(resolve(taught)).toMatchObject({ element: null, report: { state: 'missing' } });
    expect(resolve(taught).report.reasons).toContain('profile-rules');
    // Nor where its selector fits the other by now.
    expect(resolve({ ...taught, css: 'li a' }).element).toBeNull();
  });

  it('may say more than the rules understand, where its place is as taught', () => {
    showHtml('<h2>CA管理</h2><p class="bar">介质 <button id="it">绑定旧版登记</button></p>');
    const taught = { target: 'bind', name: '绑定旧版登记', role: 'button' } as const;
    expect(resolve(taught, 'bind').report.reasons).toContain('profile-rules');
    expect(resolve({ ...taught, css: '.bar button' }, 'bind').element?.id).toBe('it');
    expect(resolve({ ...taught, near: ['介质'] }, 'bind').element?.id).toBe('it');
  });

  it('takes words with pattern characters as words', () => {
    showHtml(LIST);
    expect(resolve({ ...UNBIND, name: '.*' }).report.reasons).toContain('profile-name');
  });

  it('is found by a field’s label, and in an open shadow root', () => {
    showHtml('<form><p>锁密码 <input type="password" id="field"></p></form><x-part></x-part>');
    const taught = { target: 'pin-field', name: '锁密码', role: 'field' } as const;
    const context = { page: 'bind-form', taught } as const;
    expect(resolveWithProfile(document, 'pin-field', context).element?.id).toBe('field');
    const root = document.querySelector('x-part')?.attachShadow({ mode: 'open' });
    root?.append(Object.assign(document.createElement('button'), { textContent: '办结' }));
    expect(resolve(UNBIND).element?.getRootNode()).toBe(root);
  });

  it('stands on no page but its target’s', () => {
    showHtml(LIST);
    const answer = resolveWithProfile(document, 'unbind', { page: 'home', taught: UNBIND });
    expect(answer.report).toMatchObject({ state: 'missing', reasons: ['other-page'] });
  });
});

describe('what may be taught', () => {
  it.each<[TaughtTarget, string, boolean]>([
    ['unbind', '解除绑定', true],
    ['unbind', '更换介质', true],
    ['unbind', '绑 定', false],
    ['unbind', '吊销证书', false],
    ['unbind', '取消', false],
    ['bind', '绑定', true],
    ['bind', '解 绑', false],
    ['bind-confirm', '上报', false],
    ['unbind-confirm', '立即绑定', false],
    ['login-submit', '退出', false],
    ['unbind', ' ', false],
  ])('%s called %s: %s', (target, name, may) => {
    expect(mayBeCalled(target, name)).toBe(may);
  });

  it.each([
    ['.table td:nth-child(4) > a', true],
    ['#main [data-id="7"] button:last-child', true],
    [':has(:has(:has(a)))', false],
    ['a:not(:not(a))', false],
    ['a{}', false],
    [`a${' a'.repeat(30)}`, false],
    ['x'.repeat(300), false],
    ['', false],
  ])('selector %s: %s', (selector, isPlain) => {
    expect(isPlainSelector(selector)).toBe(isPlain);
  });
});
