// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { PageState } from '@/lib/page/model';
import { PAGES } from '@/lib/page/resolve';
import type { TaughtTarget } from '@/lib/page/taught';
import { meaningOf } from './read-mark';

const { result: _, ...pages } = PAGES;
const meaning = (label: string, page: PageState, wanted: TaughtTarget | null) =>
  meaningOf({ number: 3, label }, page, wanted, pages);

describe('words that a caller reads out beside a number', () => {
  it.each<[string, PageState, TaughtTarget]>([
    ['解 绑', 'ca-list', 'unbind'],
    ['解除绑定', 'ca-list', 'unbind'],
    ['绑定CA', 'ca-list', 'bind'],
    ['CA管理', 'home', 'ca-menu'],
    ['登　陆', 'login-ca', 'login-submit'],
    ['确认绑定', 'bind-form', 'bind-confirm'],
    ['证书登录', 'login-account', 'ca-tab'],
  ])('%s on %s is %s', (label, page, target) => {
    expect(meaning(label, page, target)).toEqual({ kind: 'wanted', target });
  });

  it.each<[string, PageState, TaughtTarget]>([
    ['注销', 'ca-list', 'unbind'],
    ['上报', 'ca-list', 'bind'],
    ['解锁', 'ca-list', 'unbind'],
    ['取消', 'unbind-confirm', 'unbind-confirm'],
  ])('%s is never to be pressed for %s', (label, page, target) => {
    expect(meaning(label, page, target).kind).toBe('never');
  });

  it.each<[string, PageState, TaughtTarget | null]>([
    ['绑定手机', 'ca-list', 'bind'],
    ['解绑微信', 'ca-list', 'unbind'],
    ['解绑说明', 'ca-list', 'unbind'],
    ['合同管理', 'home', 'ca-menu'],
    ['', 'ca-list', 'unbind'],
    ['采购计划', 'ca-list', null],
  ])('%s is not known for sure', (label, page, target) => {
    expect(['unknown', 'never']).toContain(meaning(label, page, target).kind);
  });

  it('is another control than the one wanted: never taken for it', () => {
    expect(meaning('绑定', 'ca-list', 'unbind').kind).not.toBe('wanted');
    expect(meaning('解绑', 'ca-list', 'bind').kind).not.toBe('wanted');
    expect(meaning('绑定CA', 'ca-list', 'ca-menu')).toMatchObject({ kind: 'other', targets: ['bind'] });
  });
});
