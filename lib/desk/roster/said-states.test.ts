/** Lists with one column of states whose cells name the certificates. */
import { expect, it } from 'vitest';
import { findHeading } from './mapping';
import { readText } from './read-text';
import { readUnits } from './read-units';

function read(lines: readonly string[]) {
  const table = readText(lines.join('\n'));
  return readUnits(table, { ...findHeading(table), carrySupervisingUnit: false });
}

it.each<readonly [string, string | undefined, string | undefined, boolean]>([
  ['CA已领，签章未领', 'collected', 'ready', false],
  ['CA已绑定、签章已领', 'bound', 'collected', false],
  ['CA：已领 签章：未报', 'collected', 'not-filed', false],
  ['签章待领', undefined, 'ready', false],
  ['CA 已领', 'collected', undefined, false],
  ['已领（CA）', 'collected', undefined, false],
  ['CA和签章都已绑定', 'bound', 'bound', false],
  ['CA、签章均已领', 'collected', 'collected', false],
  ['CA（含签章）已领', 'collected', 'collected', false],
  ['CA已领，未绑定；电子签章退回', 'collected', 'returned', false],
  ['CA已领，签章已领，均已绑定', 'bound', 'bound', false],
  ['均已领取', 'collected', 'collected', false],
  ['退回，印章不清', 'returned', 'returned', false],
  // What cannot be told is listed.
  ['CA已领，签章有问题', 'collected', undefined, true],
  ['已领，签章未领', undefined, 'ready', true],
  ['签章已随CA领取', undefined, undefined, true],
  ['已领CA未领签章', undefined, undefined, true],
  ['已领（含签章）', undefined, undefined, true],
  ['CA已领，签章', 'collected', undefined, true],
  ['CA预计周五领取，签章已领', undefined, 'collected', true],
])('%s', (cell, ca, seal, isListed) => {
  const { units, problems } = read(['单位名称|办理情况|日期', `甲校|${cell}|2026-11-26`]);
  expect([units[0]?.ca.state, units[0]?.seal.state]).toEqual([ca, seal]);
  expect(problems.map(({ kind, value }) => [kind, value])).toEqual(
    isListed ? [['not-a-state', expect.stringContaining(cell.slice(0, 2))]] : [],
  );
});

it('the day and the form go with the certificate that is spoken of', () => {
  const [unit] = read(['单位名称|状态|日期', '甲校|签章已报（纸质）|2026-11-26']).units;
  expect(unit).toMatchObject({ ca: {}, seal: { state: 'filed', on: '2026-11-26', paper: true } });
  expect(unit?.ca).toEqual({});
});

it('a column of one certificate takes nothing that is said of the other', () => {
  const list = read([
    '单位名称|CA状态|签章状态',
    '甲校|签章未领|',
    '乙校|CA已领，签章未领|',
    '丙校|CA已领|签章已报',
  ]);
  expect(list.units.map(({ ca, seal }) => [ca.state, seal.state])).toEqual([
    [undefined, undefined],
    ['collected', undefined],
    ['collected', 'filed'],
  ]);
  expect(list.problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
    '2 not-a-state',
    '3 not-a-state',
  ]);
});

it('a row of one product takes nothing that is said of the other', () => {
  const list = read(['单位名称|产品|状态', '甲校|电子签章|CA已领', '乙校|CA|CA已领']);
  expect(list.units.map(({ ca, seal }) => [ca.state, seal.state])).toEqual([
    [undefined, undefined],
    ['collected', undefined],
  ]);
  expect(list.problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['2 not-a-state']);
});

it('the day beside words that nobody understands is not that of the state before', () => {
  const [planned, dated] = read([
    '单位名称|CA状态|CA日期',
    '甲校|预计9月20日领取|2026-09-20',
    '乙校||2026-09-20',
  ]).units;
  expect(planned?.ca).toEqual({});
  expect(dated?.ca).toEqual({ on: '2026-09-20' });
});

it('an 电子签章证书 in a product column is a seal, and no CA besides', () => {
  const { units } = read([
    '单位名称|产品|状态',
    '甲校|电子签章证书|已领',
    '乙校|CA数字证书|已领',
    '丙校|CA+签章|已领',
  ]);
  expect(units.map(({ ca, seal }) => [ca.state, seal.state])).toEqual([
    [undefined, 'collected'],
    ['collected', undefined],
    ['collected', 'collected'],
  ]);
});
