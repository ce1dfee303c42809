/** A second set of clerks' lists, written after the first was read: headings counted, split, abbreviated, and beside states. */
import { both, type ClerksList } from './clerks-list';

export const MORE_LISTS: readonly ClerksList[] = [
  {
    title: 'a state for each certificate, and one day of collecting',
    text: `单位名称,CA状态,签章状态,领取时间
甲校,已领,待领,2026-11-03
乙校,待领,待领,
丙校,已绑定,已领,2026-11-04`,
    meant: [
      { name: '甲校', ca: 'collected collected@2026-11-03', seal: 'ready' },
      { name: '乙校', ...both('ready') },
      { name: '丙校', ca: 'bound collected@2026-11-04', seal: 'collected collected@2026-11-04' },
    ],
  },
  {
    title: 'steps that are counted in the heading',
    text: `单位名称	①已报	②已领	③已绑定
甲所	√	√	
乙所	√		`,
    meant: [
      { name: '甲所', ...both('collected') },
      { name: '乙所', ...both('filed') },
    ],
  },
  {
    title: 'first step, second step',
    text: `单位,第一步：申报,第二步：领取,第三步：解绑,第四步：绑定
甲站,完成,完成,未完成,
乙站,完成,完成,完成,完成`,
    meant: [
      { name: '甲站', ...both('collected') },
      { name: '乙站', ...both('bound') },
    ],
  },
  {
    title: 'who collected, where, with which account: none of it is a step',
    text: `单位名称,领取人,领取地点,绑定账号,绑定手机,CA已领,退回原因
甲馆,张三,政务中心,jx001,13800000001,√,
乙馆,李四,政务中心,,,,公章不清`,
    meant: [{ name: '甲馆', ca: 'collected' }, { name: '乙馆' }],
  },
  {
    title: 'what is not yet done has a column of its own',
    text: `单位名称,未报,已报未领,已领未绑定,已绑定
甲局,√,,,
乙局,,√,,
丙局,,,√,
丁局,,,,√`,
    meant: [{ name: '甲局' }, { name: '乙局' }, { name: '丙局' }, { name: '丁局', ...both('bound') }],
  },
  {
    title: 'collected by certificate, in words',
    text: `单位名称,CA领取情况,签章领取情况,备注
甲院,已领,未领,
乙院,已领取,已领取,
丙院,待领,待领,打过电话`,
    meant: [
      { name: '甲院', ca: 'collected', seal: 'ready' },
      { name: '乙院', ...both('collected') },
      { name: '丙院', ...both('ready') },
    ],
  },
  {
    title: 'pages with the heading again, sums below each',
    text: `单位名称,已报,已领,已绑定
甲校,√,√,
小计,1,1,0
单位名称,已报,已领,已绑定
乙校,√,√,√
合计,2,2,1`,
    meant: [
      { name: '甲校', ...both('collected') },
      { name: '乙校', ...both('bound') },
    ],
  },
  {
    title: 'set beside itself',
    text: `单位名称,已报,已领,单位名称,已报,已领
甲校,√,√,乙校,√,
丙校,√,,丁校,,`,
    meant: [
      { name: '甲校', ...both('collected') },
      { name: '乙校', ...both('filed') },
      { name: '丙校', ...both('filed') },
      { name: '丁校' },
    ],
  },
  {
    title: 'days of a spreadsheet, days with words, days in part',
    text: `单位名称	CA已领	CA已绑定
甲镇	45964	2026-11-05绑定
乙镇	2026-11-03已领（张三）	
丙镇	11月3日已领	11/5
丁镇	2025.11	
戊镇	十一前	`,
    meant: [
      { name: '甲镇', ca: 'bound collected@2025-11-03 bound@2026-11-05' },
      { name: '乙镇', ca: 'collected collected@2026-11-03' },
      { name: '丙镇', ca: 'bound' },
      { name: '丁镇' },
      { name: '戊镇' },
    ],
    told: [4, 5, 6],
  },
  {
    title: 'applications by their form',
    text: `单位名称,已报（纸质）,已报（扫描件）,CA已领
甲中心,√,√,√
乙中心,,√,
丙中心,,,`,
    meant: [
      { name: '甲中心', ca: 'collected', forms: 'ca:paper ca:scan' },
      { name: '乙中心', ca: 'filed', forms: 'ca:scan' },
      { name: '丙中心' },
    ],
  },
  {
    title: 'numbers of keys by certificate',
    text: `单位名称,CA申领数,CA已领数,签章申领数,签章已领数
甲队,2,2,1,0
乙队,2,1,1,1`,
    meant: [{ name: '甲队' }, { name: '乙队' }],
  },
  {
    title: 'both certificates named in one heading, and in the cell',
    text: `单位名称,CA和签章已领,已绑定
甲场,√,CA
乙场,CA√ 签章×,
丙场,CA已领，签章未领,`,
    meant: [
      { name: '甲场', ca: 'bound', seal: 'collected' },
      { name: '乙场' },
      { name: '丙场', ca: 'collected' },
    ],
    told: [3],
  },
  {
    title: 'English, from a system',
    text: `name,code,contact,filed,collected,bound
Unit A,101001,Li,yes,yes,no
Unit B,101002,Wu,yes,,`,
    meant: [
      { name: 'Unit A', code: '101001', contact: 'Li', ...both('collected') },
      { name: 'Unit B', code: '101002', contact: 'Wu', ...both('filed') },
    ],
  },
  {
    title: 'a code of its own and again before the name',
    text: `单位编码,单位名称,联系人,联系方式,已领
101001,101001 甲校,张三,13800000001,√
101002,101002 乙校,李四,13800000002,`,
    meant: [
      { name: '甲校', code: '101001', contact: '张三', phone: '13800000001', ...both('collected') },
      { name: '乙校', code: '101002', contact: '李四', phone: '13800000002' },
    ],
  },
  {
    title: 'the head beside who does the work, one telephone each by name',
    text: `单位名称,单位负责人,负责人电话,CA经办人,经办人手机,是否已领取CA
甲处,钱一,13800000001,钱二,13800000002,是
乙处,周一,13800000003,周二,13800000004,否`,
    meant: [
      { name: '甲处', contact: '钱二', phone: '13800000002', ca: 'collected' },
      { name: '乙处', contact: '周二', phone: '13800000004' },
    ],
  },
  {
    title: 'the head alone, with a telephone',
    text: `单位名称,负责人,联系电话
甲处,钱一,13800000001`,
    meant: [{ name: '甲处', contact: '钱一', phone: '13800000001' }],
  },
  {
    title: 'numbers of people, extensions and an ID where a telephone should be',
    text: `单位名称,经办人（电话）
甲处,张三（转801）
乙处,李四 13800000002 办公室85681002
丙处,王五320401199001011234
丁处,欧阳小明 13800000003`,
    meant: [
      { name: '甲处' },
      { name: '乙处', contact: '李四', phone: '13800000002、85681002' },
      { name: '丙处' },
      { name: '丁处', contact: '欧阳小明', phone: '13800000003' },
    ],
    told: [2, 4],
  },
  {
    title: '接龙 counted by spaces',
    text: `各单位CA领取接龙
1 市教育局 已领CA
2 市卫健委 预计下周领
3 市未成年人救助中心已领`,
    meant: [
      { name: '市教育局', ca: 'collected' },
      { name: '市卫健委' },
      { name: '市未成年人救助中心', ca: 'collected' },
    ],
    told: [3],
  },
  {
    title: '接龙 with a remark that went on in the next line',
    text: `1. 甲镇 已绑定
2. 乙镇 已领
   要下周才有空绑定
3. 丙镇 已报 王芳 0519-85681001`,
    meant: [
      { name: '甲镇', ...both('bound') },
      { name: '乙镇', ...both('collected') },
      { name: '丙镇', contact: '王芳', phone: '0519-85681001', ...both('filed') },
    ],
  },
];
