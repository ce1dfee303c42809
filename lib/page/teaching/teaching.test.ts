// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showHtml } from '@/lib/page/fixtures/load';
import { PURE_MUTATIONS } from '@/lib/page/mutations/mutations';
import { resolveWithProfile } from '@/lib/page/site-profile';
import { takeStill } from '@/lib/page/still/take-still';
import type { TaughtControl } from '@/lib/page/taught';
import zh from '@/locales/zh_CN.json';
import { controlAt, isAllOurs, readControl } from './control';
import { isKeepable, tryLesson } from './trial';

const LIST = `<h2>CA管理</h2><table><tr><th>CA锁</th><th>操作</th></tr>
  <tr><td>旧锁</td><td><a id="it" class="act" href="#"><span>办结</span></a> <button id="bind">绑定</button></td></tr></table>`;
const UNBIND: TaughtControl = { target: 'unbind', name: '办结', role: 'button' };
const it$ = (selector: string) => document.querySelector(selector) as Element;

const tryOn = (html: string, taught: TaughtControl, selector = '#it') => {
  const { still, orderOf } = takeStill(showHtml(html));
  const order = orderOf(it$(selector)) ?? -1;
  return tryLesson({ still, order, page: 'ca-list', taught }, document);
};

describe('what a control is taught by', () => {
  it('is its name, kind and the words of ours around it', () => {
    showHtml(LIST);
    const control = controlAt(it$('#it span'));
    expect(control.id).toBe('it');
    expect(readControl(control)).toEqual({
      name: '办结',
      role: 'button',
      near: ['旧锁'],
      css: '#it',
      mayBePersonal: false,
    });
  });

  it.each([
    ['a name beside a greeting', '<p>欢迎您，<a id="it" href="#">赵某</a></p>'],
    ['a number', '<p><a id="it" href="#">锁 70205513</a></p>'],
    ['the unit', '<p>单位名称：<a id="it" href="#">某某学校</a></p>'],
  ])('is withheld where it may be %s', (_, html) => {
    showHtml(html);
    expect(readControl(it$('#it')).mayBePersonal).toBe(true);
  });

  it.each([
    '<p>当前用户：赵某 <a id="it" href="#">安全退出</a></p>',
    '<p>欢迎您，赵某 <button id="it">退　出</button></p>',
  ])('is not withheld where it is what pages offer beside a name: %s', (html) => {
    showHtml(html);
    expect(readControl(it$('#it')).mayBePersonal).toBe(false);
  });

  it.each([
    ['旧锁', true],
    ['张三的CA证书', false],
    ['常州市第一中学CA证书', false],
    ['CA证书管理', true],
    ['解除绑定', true],
  ])('proposes words around it only where all are ours: %s', (words, proposed) => {
    expect(isAllOurs(words)).toBe(proposed);
  });

  it('reads no value of a field', () => {
    showHtml('<form><label for="it">证书口令：</label><input id="it" type="password" value="4711"></form>');
    (it$('#it') as HTMLInputElement).value = '4712';
    expect(readControl(it$('#it'))).toMatchObject({ role: 'field' });
    expect(JSON.stringify(readControl(it$('#it')))).not.toMatch(/471/);
  });
});

describe('trying a lesson', () => {
  it('finds the control now and after what sites do to their markup, and nothing else ever', () => {
    const cases = tryOn(LIST, UNBIND);
    expect(cases[0]).toMatchObject({ mutation: null, verdict: 'right' });
    expect(cases.length).toBeGreaterThan(15);
    expect(cases.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(cases.find(({ mutation }) => mutation === 'target-removed')?.verdict).toBe('right');
    expect(isKeepable(cases)).toBe(true);
  }, 60_000);

  it('says at once that it points at another, or at more than one', () => {
    const twice = LIST.replace('</table>', '<tr><td>新锁</td><td><a href="#">办结</a></td></tr></table>');
    const [now] = tryOn(twice, UNBIND);
    expect(now?.verdict).not.toBe('right');
    expect(now?.reasons).toContain('profile-several');
    const [other] = tryOn(
      LIST.replace('<button id="bind">', '<a id="second" href="#">注册</a><button id="bind">'),
      UNBIND,
      '#second',
    );
    expect(other?.verdict).toBe('wrong');
  }, 60_000);

  it('has a name for every change', () => {
    for (const { name } of PURE_MUTATIONS) expect(zh.teach.change).toHaveProperty(name.replaceAll('-', '_'));
  });
});

describe('a control marked as not being it', () => {
  const KNOWN = LIST.replace('<span>办结</span>', '解绑');
  const notIt: readonly TaughtControl[] = [{ target: 'unbind', name: '解绑', role: 'button' }];

  it('is never pointed at, and nothing else in its place', () => {
    showHtml(KNOWN);
    expect(resolveWithProfile(document, 'unbind', { page: 'ca-list', taught: null }).element?.id).toBe('it');
    const { element, report } = resolveWithProfile(document, 'unbind', {
      page: 'ca-list',
      taught: null,
      notIt,
    });
    expect(element).toBeNull();
    expect(report).toMatchObject({ state: 'missing', reasons: ['profile-not-it'] });
  });

  it('is no other target, and no control of other words around', () => {
    showHtml(KNOWN);
    const near = [{ ...(notIt[0] as TaughtControl), near: ['备用锁'] }];
    expect(
      resolveWithProfile(document, 'unbind', { page: 'ca-list', taught: null, notIt: near }).element?.id,
    ).toBe('it');
    expect(resolveWithProfile(document, 'bind', { page: 'ca-list', taught: null, notIt }).element?.id).toBe(
      'bind',
    );
  });
});
