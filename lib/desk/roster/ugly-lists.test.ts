import { describe, expect, it } from 'vitest';
import { formsIn } from './cell-words';
import { unitOf } from './change-unit';
import { findHeading } from './mapping';
import { readList } from './read-list';
import { readText } from './read-text';
import { readUnits } from './read-units';
import { oneBelowTheOther } from './side-by-side';
import { stateIn } from './state-words';

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

  it('set beside itself loses no unit to the right: each set is read below the other', async () => {
    const lines = [
      '示例市名册,,,,,,',
      '单位名称,编码,CA状态,,单位名称,编码,CA状态',
      '甲校,001,已领,,丙校,003,待领',
      '乙校,002,已领,,丁校,004,#N/A',
      '戊校,005,已领',
    ];
    const beside = await readList({
      label: '名册',
      from: lines.join('\n'),
      encoding: null,
      separator: null,
    });
    const [table] = beside.sheets;
    if (!table) throw new Error('no table');
    const { units, problems: told } = readUnits(table, {
      ...findHeading(table),
      carrySupervisingUnit: false,
    });
    expect(units.map(({ line, name, code, ca }) => [line, name, code, ca.state])).toEqual([
      [3, '甲校', '001', 'collected'],
      [3, '丙校', '003', 'ready'],
      [4, '乙校', '002', 'collected'],
      [4, '丁校', '004', undefined],
      [5, '戊校', '005', 'collected'],
    ]);
    expect(told).toMatchObject([{ line: 4, kind: 'error-value', column: 'caState' }]);
  });

  it('cells without a value right of the first set are told of their own unit', () => {
    const rows = [
      ['名称', '状态', '名称', '状态'],
      ['甲校', '已领', '乙校', ''],
    ];
    const unreadable = [{ line: 2, column: 3, why: 'formula' }] as const;
    const table = oneBelowTheOther({ rows, lines: [1, 2], unreadable });
    expect(table.rows).toEqual([
      ['名称', '状态'],
      ['甲校', '已领'],
      ['乙校', '#N/A'],
    ]);
    expect(table.unreadable).toEqual([]);
    // Two columns of one name are no two sets.
    const plain = {
      rows: [
        ['单位', '单位', '编码'],
        ['教育局', '甲校', '001'],
      ],
      lines: [1, 2],
      unreadable: [],
    };
    expect(oneBelowTheOther(plain)).toBe(plain);
    const apart = {
      rows: [
        ['单位名称', '编码', '单位名称', '电话'],
        ['教育局', '001', '甲校', '86110000'],
      ],
      lines: [1, 2],
      unreadable: [],
    };
    expect(oneBelowTheOther(apart)).toBe(apart);
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

  it('of two files put together keeps the rows of both kinds of line ends', () => {
    const table = readText('单位名称,编码\r\n甲校,001\n乙校,002\r丙校,003\r\n"丁\n校",004\n戊校,005');
    const { units } = readUnits(table, { ...findHeading(table), carrySupervisingUnit: false });
    expect(units.map(({ line, name, code }) => [line, name, code])).toEqual([
      [2, '甲校', '001'],
      [3, '乙校', '002'],
      [4, '丙校', '003'],
      [5, '丁 校', '004'],
      [7, '戊校', '005'],
    ]);
  });

  it('a quotation mark behind a space opens a cell, and spaces may follow the one that ends it', () => {
    const list = [
      '单位名称, 编码, 备注',
      '甲校, 001, "东校区, 西校区"',
      '"乙校" , 002 , "甲 ""乙"" , 丙" ',
      '丙校, 003, 5 " 屏',
    ];
    expect(read(list).units.map(({ name, code, notes }) => [name, code, notes])).toEqual([
      ['甲校', '001', '东校区, 西校区'],
      ['乙校', '002', '甲 "乙" , 丙'],
      ['丙校', '003', '5 " 屏'],
    ]);
    expect(read(['单位名称|备注', '甲校| "a|b"']).units).toMatchObject([{ name: '甲校', notes: 'a|b' }]);
  });

  it('is parted by wide spaces, by several, and by signs nobody sees around them', () => {
    const list = [
      '单位名称\u2003编码\u2003CA状态',
      '\u200b甲校\u2003001\u2003已领',
      '\ufeff乙校\u2003002\u2003已领\u2060',
    ];
    expect(read(list).units).toMatchObject([
      { name: '甲校', code: '001', ca: { state: 'collected' } },
      { name: '乙校', code: '002', ca: { state: 'collected' } },
    ]);
    expect(read(['单位名称   编码  CA状态', '甲校 001      已领']).units).toMatchObject([
      { name: '甲校', code: '001', ca: { state: 'collected' } },
    ]);
  });

  it('strokes, ends of pages and sums under other names are no units', () => {
    const list = [
      '单位名称,编码,联系人',
      '---,---,---',
      '甲校,001,/',
      '市教育局 汇总,,',
      '共2家单位,,',
      '以下空白,,',
      '\u200b,\u001a,',
    ];
    expect(read(list).units.map(({ name, contact }) => [name, contact])).toEqual([['甲校', null]]);
    expect(problems(list)).toEqual(['2 no-name', '4 total-row', '5 total-row', '6 total-row']);
    expect(read(list).blank).toBe(1);
  });

  it('「上级」 and 「经办」 are who they say; 「编号」 is the code where it holds codes, and no count or register’s number', () => {
    const columns = (lines: readonly string[]) => findHeading(readText(lines.join('\n'))).mapping;
    expect(columns(['编号,名称,上级,经办', '101001,甲校,教育局,张三', '101002,乙校,教育局,李四'])).toEqual([
      'code',
      'name',
      'supervisingUnit',
      'contact',
    ]);
    expect(columns(['编号,名称,电话', '12320400466952839X,甲校,', '合计,1,'])).toEqual([
      'code',
      'name',
      'phone',
    ]);
    for (const numbers of [
      ['1', '2'],
      ['000001', '000002'],
      ['202601', '202602'],
      ['101001', '101001'],
      ['', ''],
    ])
      expect(columns(['编号,名称,电话', `${numbers[0]},甲校,`, `${numbers[1]},乙校,85681234`])[0]).toBeNull();
    expect(columns(['编号,编码,名称', '101001,7,甲校'])).toEqual([null, 'code', 'name']);
  });

  it('headings of groups and feet of pages are no units, and told', () => {
    const list = [
      '序号,单位名称,CA状态,电话',
      '一、市教育局（2家）,,,',
      '1,甲校,已领,',
      '2,乙校,,',
      // Merged across: each cell says it.
      '（二）市卫健委,（二）市卫健委,（二）市卫健委,（二）市卫健委',
      '3,市医院,未报,',
      '三,市体育局,,',
      '4,少体校,未报,',
      '市民政局（共1家）,,,',
      '5,一中,未报,',
      '第 1 页 共 2 页,,,',
      '第2页/共2页,,,',
      '打印时间：2026-09-12 10:11,,,',
    ];
    expect(names(list)).toEqual(['甲校', '乙校', '市医院', '少体校', '一中']);
    expect(problems(list)).toEqual([
      '2 group-row',
      '5 group-row',
      '7 group-row',
      '9 group-row',
      '11 total-row',
      '12 total-row',
      '13 total-row',
    ]);
  });

  it('units that are counted in Chinese, or stand with nothing beside them, are units', () => {
    expect(names(['序号,单位名称,电话', '一,甲校,', '二,乙校,'])).toEqual(['甲校', '乙校']);
    expect(names(['单位名称,电话', '一、甲校,', '二、乙校,'])).toHaveLength(2);
    expect(names(['单位名称,电话', '一中,', '二中（东校区）,', '七里中心小学,85681234'])).toHaveLength(3);
    expect(names(['单位名称', '甲校', '一、乙校'])).toHaveLength(2);
  });

  it('what a spreadsheet writes for want of a value joins no two units, and names none', () => {
    const list = ['单位名称,编码,CA日期', '甲校, #N/A , ########', '乙校,#N/A,2026-11-03', '#REF!,003,'];
    expect(read(list).units.map(({ name, code, ca }) => [name, code, ca.on])).toEqual([
      ['甲校', null, undefined],
      ['乙校', null, '2026-11-03'],
      [undefined, '003', undefined],
    ]);
    expect(problems(list)).toEqual(['2 error-value', '2 error-value', '3 error-value', '4 error-value']);
  });

  it('a code kept from being taken for a number is the code', () => {
    const list = ['单位名称,编码', '甲校,="12320400466952839X"', '乙校, "=""00123""" '];
    expect(read(list).units.map(({ code }) => code)).toEqual(['12320400466952839X', '00123']);
  });

  it('a line with the name of a column and what it is called is told, and is no unit', () => {
    const list = ['单位名称,编码', '主管部门：卫健委,', '甲校,001', '联系电话,'];
    expect(names(list)).toEqual(['甲校']);
    expect(problems(list)).toEqual(['2 no-name', '4 no-name']);
  });

  it.each(['2026年11月3号', '2026年11月03日上午', '2026—11—03', '2026年11月3日（周二）', '2026-11-03（补）'])(
    '%s is a day',
    (day) => expect(read(['单位名称,CA状态,CA日期', `甲校,已领,${day}`]).units[0]?.ca.on).toBe('2026-11-03'),
  );

  it('of nothing but separators is said to hold nothing', () => {
    expect(() => readText('\r\n ,,,\r\n,,\r\n')).toThrow(expect.objectContaining({ kind: 'no-rows' }));
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
    // In a vendor's words.
    ['已制证，待邮寄', 'ready'],
    ['已寄出（顺丰）', 'ready'],
    ['已发货', 'ready'],
    ['派送中', 'ready'],
    ['邮寄中，未签收', 'ready'],
    ['已通知领取', 'ready'],
    ['请领取', 'ready'],
    ['可到窗口领取', 'ready'],
    ['申请领取', 'ready'],
    ['待自取', 'ready'],
    ['快递已签收', 'collected'],
    ['已发放', 'collected'],
    ['已代领', 'collected'],
    ['原证作废，新证已发放', 'collected'],
    ['审核不通过', 'returned'],
    ['初审未通过', 'returned'],
    ['资料不全', 'returned'],
    ['照片不清', 'returned'],
    ['不予受理', 'returned'],
    ['退件', 'returned'],
    ['待补正', 'returned'],
    ['已补正', 'filed'],
    ['补正后已报', 'filed'],
    ['已报，缺章', 'filed'],
    ['已上报', 'filed'],
    ['待报送', 'not-filed'],
    ['受理中', 'forwarded'],
    ['待制证', 'forwarded'],
    ['已领取，登录测试未通过', 'collected'],
    // What is yet to come leaves standing what is.
    ['已制证，预计20日领取', 'ready'],
    ['已领取，计划周五绑定', 'collected'],
    ['已寄出预计明日签收', 'ready'],
    ['待本人前来窗口领取', 'ready'],
    ['旧CA遗失，新证已领', 'collected'],
    ['材料遗失，退回补正', 'returned'],
    ['已收到材料', 'filed'],
    ['资料已收到', 'filed'],
    ['没领', 'ready'],
    ['没人来领', 'ready'],
    ['资料不全需补报', 'returned'],
    ['退回，缺1个公章', 'returned'],
    ['已报，缺1个公章', 'filed'],
    ['退回，还差2把的申请', 'returned'],
  ])('%s is %s', (text, state) => expect(stateIn(text)).toBe(state));

  it.each(
    '没绑定 还没绑定 暂未绑定 CA未绑定 未完成绑定 绑定失败 未成功绑定 不需要绑定 需重新绑定 绑定中 申请解绑 已申请解绑 取消绑定 试登失败 领取失败 未退回 已取消 已发起申请 已发送短信 已报废 作废 已注销 无法领取 未能签收 材料已签收 未寄出 无需邮寄 绑定未通过 待审核 审核通过 已交费 已完成'.split(
      ' ',
    ),
  )('%s names none: the person decides', (text) => expect(stateIn(text)).toBeNull());

  it.each(
    '未收到材料 没有收到资料 尚未收到申请 待收到材料 预计9月20日领取 计划本周绑定 拟于周五领取 将于9月20日领取 约9月20日领取 下周领取 准备领取 待9月20日领取 领取后丢失 已领错退回 已领，后遗失 已领，已损坏 已领2把，还差1把 已领1把，尚缺一把 已领，未领完 未全部领取 已领2把，1把未领 暂不领取 不领取 忘记领取 推迟领取 尽快绑定 通知绑定 材料未签收 已领？ 是否已领'.split(
      ' ',
    ),
  )('%s is not done, lost or in part, and no state', (text) => expect(stateIn(text)).toBeNull());

  it('a paper or a scan that is missing was not handed in', () => {
    expect(formsIn('已报（纸质、扫描件）')).toEqual({ paper: true, scan: true });
    expect(formsIn('已报（纸质；扫描件未报）')).toEqual({ paper: true, scan: false });
    expect(formsIn('已报，缺纸质，有扫描件')).toEqual({ paper: false, scan: true });
  });
});
