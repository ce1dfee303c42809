import { describe, expect, it } from 'vitest';
import { unitOf } from './change-unit';
import { findHeading } from './mapping';
import { readText } from './read-text';
import { readUnits } from './read-units';
import { formsIn, stateIn } from './words';

function read(lines: readonly string[]) {
  const table = readText(lines.join('\n'));
  return readUnits(table, { ...findHeading(table), carrySupervisingUnit: false });
}
const names = (lines: readonly string[]) => read(lines).units.map(({ name }) => name);
const problems = (lines: readonly string[]) =>
  read(lines).problems.map(({ line, kind }) => `${line} ${kind}`);

describe('lists as people make them', () => {
  const page = (from: number) =>
    [0, 1, 2].map((at) => `${from + at},示例市第${from + at}小学,10${from + at}`);

  it('a heading that is printed on each page loses no unit above it', () => {
    const list = ['序号,单位名称,编码', ...page(1), '序号,单位名称,编码', ...page(4)];
    expect(names(list)).toHaveLength(6);
    expect(problems(list)).toEqual(['5 repeated-heading']);
  });

  it('what stands between two headings is told where the lower one is the list’s', () => {
    const list = [
      '单位名称,编码',
      '甲校,001',
      '',
      '单位名称,编码,联系人,电话,状态',
      '乙校,002,张三,0519-85681829,已领',
    ];
    expect(names(list)).toEqual(['乙校']);
    expect(problems(list)).toEqual(['2 above-heading']);
    expect(problems(['示例市名册,,', '填报日期：2026-11-01,,', '序号,单位名称,编码', ...page(1)])).toEqual(
      [],
    );
    expect(problems(['单位名称,CA,,签章,', ',状态,日期,状态,日期', '甲校,已领,2026-11-03,,'])).toEqual([]);
  });

  it('a second table below, with other columns, is told', () => {
    const list = ['单位名称,编码', '甲校,001', '', '单位名称,联系人', '乙校,张三'];
    expect(names(list)).toEqual(['甲校', '乙校']);
    expect(problems(list)).toEqual(['4 other-heading']);
  });

  it('of three columns of one name, the one that tells the units apart is the name', () => {
    const list = ['单位,单位,单位', '教育局,甲校,核算一站', '教育局,乙校,核算一站', '教育局,丙校,核算二站'];
    expect(names(list)).toEqual(['甲校', '乙校', '丙校']);
    expect(names(['单位,单位', '甲校,教育局'])).toEqual(['甲校']);
  });

  it('the day beside one certificate’s states is not the other’s', () => {
    const [unit] = read(['单位名称,证书状态,领取时间', '甲校,已发放,2026-11-03 09:12:33']).units;
    expect(unit).toMatchObject({ ca: { state: 'collected', on: '2026-11-03' }, seal: {} });
    expect(unit?.seal.on).toBeUndefined();
    const [both] = read(['单位名称,状态,日期', '甲校,已领,2026-11-03']).units;
    expect(both && unitOf(both)).toMatchObject({
      ca: { dates: { collected: '2026-11-03' } },
      seal: { dates: { collected: '2026-11-03' } },
    });
  });

  it('an empty cell in the shape of a day, and a day of another century, are none', () => {
    const list = [
      '单位名称,CA状态,CA日期',
      '甲校,已领,1899-12-30',
      '乙校,已领,2206-11-03',
      '丙校,已领,2026-11-03',
    ];
    expect(read(list).units.map(({ ca }) => ca.on)).toEqual([undefined, undefined, '2026-11-03']);
    expect(problems(list)).toEqual(['2 not-a-day', '3 not-a-day']);
  });

  it('a code that a program took for a number is the code', () => {
    expect(read(['单位名称,编码', '甲校,101001.0']).units[0]?.code).toBe('101001');
  });
});

describe('states as people write them', () => {
  it.each([
    ['已领取未绑定', 'collected'],
    ['已领，未绑定', 'collected'],
    ['已领取（尚未绑定）', 'collected'],
    ['已领取待绑定', 'collected'],
    ['已解绑，待绑定', 'unbound'],
    ['已绑定未试登录', 'bound'],
    ['已绑定，未登录', 'bound'],
    ['解绑申请已报', 'filed'],
    ['未领取', 'ready'],
    ['待领取', 'ready'],
    ['退回补正', 'returned'],
    ['绑定成功', 'bound'],
    ['已重新绑定', 'bound'],
    ['新CA已绑定', 'bound'],
    ['试登录成功', 'login-tried'],
    ['已登录', 'login-tried'],
  ])('%s is %s', (text, state) => expect(stateIn(text)).toBe(state));

  it.each(
    '没绑定 还没绑定 暂未绑定 CA未绑定 未完成绑定 绑定失败 未成功绑定 不需要绑定 需重新绑定 绑定中 申请解绑 已申请解绑 取消绑定 试登失败 领取失败 未退回 已取消 已发起申请 已发送短信 已报废'.split(
      ' ',
    ),
  )('%s names none: the person decides', (text) => expect(stateIn(text)).toBeNull());

  it('a paper or a scan that is missing was not handed in', () => {
    expect(formsIn('已报（纸质、扫描件）')).toEqual({ paper: true, scan: true });
    expect(formsIn('已报（纸质；扫描件未报）')).toEqual({ paper: true, scan: false });
    expect(formsIn('已报，缺纸质，有扫描件')).toEqual({ paper: false, scan: true });
  });
});
