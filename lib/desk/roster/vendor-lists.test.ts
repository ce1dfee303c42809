/** Daily lists as vendors' programs and clerks make them, read and matched to a roster. */
import { expect, it } from 'vitest';
import { doneBy, NAMES } from './testing/update-roster';

const TODAY = '2026-11-27';

it.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  [
    'of making, with short names',
    [
      '批次,单位编码,单位名称,制证状态,制证时间',
      '1,101001,一中,已制证,2026-11-26 10:03:11',
      '1,101002,二中,待制证,',
    ],
    ['101001 ca ready 2026-11-26'],
    [],
  ],
  [
    'of the post',
    [
      '单号\t用户名称\t物流状态\t签收时间',
      'SF1\t示例市第一中学\t已签收\t2026/11/26',
      'SF2\t示例市第二中学\t派送中\t',
      'SF3\t示例市人民医院\t待邮寄\t',
    ],
    [
      '101001 ca collected 2026-11-26',
      '101001 seal collected 2026-11-26',
      ...['101002', '101003'].flatMap((code) => [
        `${code} ca ready 2026-11-27`,
        `${code} seal ready 2026-11-27`,
      ]),
    ],
    [],
  ],
  [
    'of an examination: what is sent back is no step back',
    [
      '序号,单位名称,产品,审核结果,审核意见',
      '1,示例市第一中学,CA,审核通过,',
      '2,示例市第二中学,CA,审核不通过,公章不清',
      '3,示例市人民医院,CA,资料不全,',
    ],
    ['101002 ca returned 2026-11-27', '101003 ca returned 2026-11-27'],
    ['2 not-a-state'],
  ],
  [
    'of orders, a row for each product',
    [
      '订单号,客户名称,产品,订单状态,下单日期',
      'A1,示例市第一中学,CA证书,已发放,20261126',
      'A2,示例市第一中学,电子签章,制作中,20261126',
      'A3,示例市第二中学,CA证书,作废,20261126',
    ],
    ['101001 ca collected 2026-11-27', '101001 seal forwarded 2026-11-27'],
    ['4 not-a-state'],
  ],
  [
    'of two columns, strokes where there is nothing',
    ['预算代码,CA,签章,联系人', '101001,已发放,已制章,-', '101002,待领,待制章,/', '101003,/,——,'],
    [
      '101001 ca collected 2026-11-27',
      '101001 seal ready 2026-11-27',
      '101002 ca ready 2026-11-27',
      '101002 seal forwarded 2026-11-27',
    ],
    [],
  ],
  [
    'with sums and remarks below',
    [
      '单位编码,单位名称,CA状态',
      '101001,示例市第一中学,已领取',
      '合计,1,',
      ',,',
      '备注：未领取的请尽快领取,,',
    ],
    ['101001 ca collected 2026-11-27'],
    ['3 total-row', '5 total-row'],
  ],
  [
    'of names nobody has',
    ['单位,CA状态', '一中,已领', '二中,已领'],
    [],
    ['2 not-in-roster', '3 not-in-roster'],
  ],
  [
    'whose codes went through a program',
    [
      '单位编码,单位名称,CA状态',
      '101001.0,示例市第一中学,已领',
      ' 101002 ,示例市第二中学,已领',
      '="101003",示例市人民医院,已领',
      '#N/A,示例市公路管理站,已领',
    ],
    ['101001', '101002', '101003', '101004'].map((code) => `${code} ca collected 2026-11-27`),
    ['5 error-value'],
  ],
  [
    'whose states say the day, or that somebody was told',
    [
      '单位编码,产品,办理情况',
      '101001,CA,2026-11-26已领取',
      '101002,UKey,已通知领取',
      '101003,电子签章,未领取',
      '101004,CA,无法领取',
    ],
    ['101001 ca collected 2026-11-26', '101002 ca ready 2026-11-27', '101003 seal ready 2026-11-27'],
    ['5 not-a-state'],
  ],
  [
    'of which a part was handed out',
    [
      '单位编码,单位名称,申领数量,已领数量,CA状态',
      '101001,示例市第一中学,2,1,部分领取',
      '101002,示例市第二中学,1,1,全部领取',
    ],
    ['101002 ca collected 2026-11-27'],
    ['2 not-a-state'],
  ],
  [
    'of words that say nothing of the way',
    ['单位编码,证书状态', '101001,已激活', '101002,已注销', '101003,正常', '101004,作废'],
    [],
    ['2 not-a-state', '3 not-a-state', '4 not-a-state', '5 not-a-state'],
  ],
  [
    'of work that is done, whatever that is; an end of validity is no day of it',
    [
      '单位编码,业务类型,业务状态,证书到期日期',
      '101001,更换,已完成,2027-11-26',
      '101002,新办,办理完毕,2027-11-26',
    ],
    [],
    ['2 not-a-state', '3 not-a-state'],
  ],
  [
    'in English',
    [
      'Unit Code|CA State|CA Date',
      '101001|collected|2026-11-26',
      '101002|Ready|2026-11-26',
      '101003|pending|',
    ],
    ['101001 ca collected 2026-11-26', '101002 ca ready 2026-11-26'],
    ['4 not-a-state'],
  ],
  [
    'with a unit twice: the further state holds',
    ['单位编码,CA状态,CA日期', '101001,待领,2026-11-25', '101001,已领,2026-11-26'],
    ['101001 ca collected 2026-11-26'],
    [],
  ],
  [
    'under other names',
    ['单位编码,单位名称,CA状态', '101001,第一中学,已签收', '101002,示例市第三中学,已发货'],
    ['101001 ca collected 2026-11-27', '101002 ca ready 2026-11-27'],
    [],
  ],
])('a list %s', async (_, lines, said, told) => {
  const done = await doneBy(lines, TODAY);
  expect(done.said).toEqual(said);
  expect(done.told).toEqual(told);
  expect(done.names.filter((name) => !NAMES.includes(name))).toEqual([]);
});
