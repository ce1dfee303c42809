import { describe, expect, it } from 'vitest';
import { TICKS, yesIn } from './cell-words';
import { dayIn } from './plain';
import { readStepCell, type StepContext } from './step-cells';
import { stepOf } from './step-columns';

const CONTEXT: StepContext = { day: dayIn, today: '2026-11-28', wanted: null, counts: false };
const read = (text: string, context: Partial<StepContext> = {}) =>
  readStepCell(text, 'collected', { ...CONTEXT, ...context });
const words = (text: string) => text.split(' ');

describe('a cell below 已领', () => {
  it.each(words('√ ✓ ✔ ☑ ✅ √√ V v Y 是 有 1 １ 1.0 已 对 OK 已完成 完成 已办 已领 已领取 已签收 √（代领）'))(
    '%s is done',
    (text) => expect(read(text)).toMatchObject({ done: true, trouble: null }),
  );
  it.each(words('× ✗ ✕ X x ｘ 否 未 没 0 ０ N no 未领 没领取 还没领 尚未领取 未完成'))(
    '%s is denied',
    (text) => expect(read(text)).toMatchObject({ done: false, trouble: null }),
  );
  it.each(['', ' ', '—', '/', '-', '无', '无需', '不涉及', 'N/A', '\u200b'])('「%s」 says nothing', (text) =>
    expect(read(text)).toEqual({ done: null, on: null, state: null, trouble: null }),
  );
  it.each(words('？ ○ 张三 听说领了 2026.11 十一前 99999999 部分领取 已领？ 领取失败 可能'))(
    '%s is nobody’s to guess',
    (text) => expect(read(text).trouble).toBe('not-a-step'),
  );
  it.each([
    ['2026-11-03', '2026-11-03'],
    ['2026年11月3日 上午', '2026-11-03'],
    ['√2026.11.3', '2026-11-03'],
    ['已领取（2026-11-03）', '2026-11-03'],
    ['20261103', '2026-11-03'],
  ])('%s is the day of it', (text, on) => expect(read(text)).toMatchObject({ done: true, on }));

  it('a day to come is an appointment; one without a year counts where it is past, and is not kept', () => {
    expect(read('2026-11-29')).toMatchObject({ done: null, trouble: 'day-to-come' });
    expect(read('2026-11-28')).toMatchObject({ done: true });
    expect(read('已领 2026-12-01')).toMatchObject({ done: null, trouble: 'day-to-come' });
    expect(read('11.3')).toEqual({ done: true, on: null, state: null, trouble: 'no-year' });
    expect(read('√（11月3日）')).toMatchObject({ done: true, on: null, trouble: 'no-year' });
    expect(read('12月3日')).toMatchObject({ done: null, trouble: 'day-to-come' });
    expect(read('11.3', { today: null })).toMatchObject({ done: null, trouble: 'day-to-come' });
    expect(read('13.3')).toMatchObject({ done: null, trouble: 'not-a-step' });
  });

  it('another state is that state: behind, it denies the step; beyond, it holds it', () => {
    expect(read('待领')).toMatchObject({ done: false, state: 'ready' });
    expect(read('退回补正')).toMatchObject({ done: false, state: 'returned' });
    expect(read('已绑定')).toMatchObject({ done: true, state: 'bound' });
    expect(read('未报')).toMatchObject({ done: false, state: null });
  });

  it('numbers are keys where keys are counted', () => {
    expect(read('2')).toMatchObject({ done: null, trouble: 'part-of-keys' });
    expect(read('2', { wanted: 2 })).toMatchObject({ done: true });
    expect(read('1', { wanted: 2 })).toMatchObject({ done: null, trouble: 'part-of-keys' });
    expect(read('1', { counts: true })).toMatchObject({ done: null, trouble: 'part-of-keys' });
    expect(read('0', { wanted: 2 })).toMatchObject({ done: false });
    expect(read('3', { wanted: 2 }).trouble).toBe('not-a-step');
  });
});

describe('a heading', () => {
  it.each([
    ['已报', 'both-filed'],
    ['申报时间', 'both-filed'],
    ['材料报送日期', 'both-filed'],
    ['是否申报', 'both-filed'],
    ['CA已领', 'ca-collected'],
    ['CA证书领取时间', 'ca-collected'],
    ['领取（签章）', 'seal-collected'],
    ['签章领取日期', 'seal-collected'],
    ['印章已领', 'seal-collected'],
    ['是否已领取CA和签章', 'both-collected'],
    ['领章', 'seal-collected'],
    ['旧锁已解绑', 'ca-unbound'],
    ['换绑时间', 'both-bound'],
    ['新CA绑定情况', 'ca-bound'],
    ['试登陆', 'both-login-tried'],
    ['已登录', 'both-login-tried'],
    ['已转服务商', 'both-forwarded'],
    ['受理时间', 'both-forwarded'],
    ['制证时间', 'ca-ready'],
    ['待领', 'both-ready'],
    ['退回补正', 'both-returned'],
    ['补正时间', 'both-refiled'],
    ['②已领', 'both-collected'],
    ['第四步：绑定', 'both-bound'],
    ['CA collected', 'ca-collected'],
    ['Login tried', 'both-login-tried'],
    ['已报（纸质）', 'both-filed-paper'],
    ['已报（扫描件）', 'both-filed-scan'],
    ['纸质材料已报', 'both-filed-paper'],
    ['纸质材料报送时间', 'both-filed-paper'],
    ['CA扫描件是否已报', 'ca-filed-scan'],
    ['签章已报（电子版）', 'seal-filed-scan'],
    ['已收纸质材料', 'both-filed-paper'],
    ['彩色扫描件上报', 'both-filed-scan'],
    ['已报（纸质、扫描件）', 'both-filed'],
    ['退回（纸质）', 'both-returned'],
  ])('%s is %s', (heading, column) => expect(stepOf(heading)?.column).toBe(column));

  it.each(
    words(
      '预计领取时间 计划绑定日期 应领 应报时间 预约领取 未领 未报 尚未绑定 已报未领 领取人 领取人签字 领取地点 领取方式 领取单位 绑定账号 绑定手机 退回原因 申请单位 申领数量 已领数量 最后登录时间 登录账号 报名时间 截止时间 有效期 名称 状态 备注 11月3日已领取 纸质材料 扫描件 纸质材料领取 缺纸质材料 纸质材料已退回',
    ),
  )('%s names no step', (heading) => expect(stepOf(heading)).toBeNull());
});

it('signs that tick a step tick 纸质 and 扫描件, too, and cross them out', () => {
  for (const sign of [...TICKS, '√√', 'v', 'OK']) expect(yesIn(sign), sign).toBe(true);
  for (const sign of ['×', '✗', '✘', '✖', '╳']) expect(yesIn(sign), sign).toBe(false);
  // As good as empty for a step; of a form it says that there is none.
  expect(yesIn('无')).toBe(false);
});
