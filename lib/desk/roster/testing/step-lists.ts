/** Lists with a column for each step, as clerks make them: ticks, days and words, under one heading row and several. */
import { both, type ClerksList } from './clerks-list';

export const STEP_LISTS: readonly ClerksList[] = [
  {
    title: 'ticks under 已报、已领、已解绑、已绑定、已试登录',
    text: `常州市示例区CA换发情况统计表
序号	单位名称	已报	已领	已解绑	已绑定	已试登录	备注
1	示例区教育局	√	√	√	√	√
2	示例区第一小学	√	√
3	示例区第二小学	√	√	√			旧锁已交回
4	示例区卫健局	√
5	示例区民政局						联系不上
合计		4	3	2	1	1	`,
    meant: [
      { name: '示例区教育局', ca: 'login-tried' },
      { name: '示例区第一小学', ca: 'collected' },
      { name: '示例区第二小学', ca: 'unbound' },
      { name: '示例区卫健局', ca: 'filed' },
      { name: '示例区民政局' },
    ],
  },
  {
    title: 'yes and no, plain columns of both',
    text: `单位编码,单位名称,是否申报,是否领取,是否绑定
101001,市第一中学,是,是,否
101002,市第二中学,是,否,否
101003,市第三中学,否,否,否
101004,市第四中学,是,,`,
    meant: [
      { name: '市第一中学', code: '101001', ...both('collected') },
      { name: '市第二中学', code: '101002', ...both('filed') },
      { name: '市第三中学', code: '101003' },
      { name: '市第四中学', code: '101004', ...both('filed') },
    ],
  },
  {
    title: 'ones and noughts from a pivot table',
    text: `预算单位名称;CA已报;CA已领;CA已绑定;签章已报;签章已领
市图书馆;1;1;1;1;0
市博物馆;1;1;0;1;1
市文化馆;1;0;0;0;0`,
    meant: [
      { name: '市图书馆', ca: 'bound', seal: 'filed' },
      { name: '市博物馆', ca: 'collected', seal: 'collected' },
      { name: '市文化馆', ca: 'filed' },
    ],
  },
  {
    title: 'days under 申报时间、领取时间、绑定时间',
    text: `单位名称	申报时间	领取时间	绑定时间
市人民医院	2026-10-09	2026-11-03	2026-11-05
市中医院	2026/10/9	2026/11/3	
市妇幼保健院	2026年10月12日		
市疾控中心			`,
    meant: [
      { name: '市人民医院', ...both('bound filed@2026-10-09 collected@2026-11-03 bound@2026-11-05') },
      { name: '市中医院', ...both('collected filed@2026-10-09 collected@2026-11-03') },
      { name: '市妇幼保健院', ...both('filed filed@2026-10-12') },
      { name: '市疾控中心' },
    ],
  },
  {
    title: 'days by certificate, some still to come',
    text: `单位,CA领取日期,签章领取日期,预计绑定时间
市林业局,2026-11-10,2026-11-12,2026-12-01
市水利局,2026-11-10,,2026-12-01
市农业农村局,2026-12-20,,`,
    meant: [
      { name: '市林业局', ca: 'collected collected@2026-11-10', seal: 'collected collected@2026-11-12' },
      { name: '市水利局', ca: 'collected collected@2026-11-10' },
      { name: '市农业农村局' },
    ],
    told: [4],
  },
  {
    title: 'CA领取、签章领取 with ticks of other kinds',
    text: `序号|单位名称|CA领取|签章领取|经办人|联系电话
1|市财政局|✔|✔|王芳|0519-85681001
2|市审计局|✓|×|李强|0519-85681002
3|市统计局|√|/|赵敏|0519-85681003
4|市司法局|—|—|孙丽|0519-85681004`,
    meant: [
      { name: '市财政局', contact: '王芳', phone: '0519-85681001', ca: 'collected', seal: 'collected' },
      { name: '市审计局', contact: '李强', phone: '0519-85681002', ca: 'collected' },
      { name: '市统计局', contact: '赵敏', phone: '0519-85681003', ca: 'collected' },
      { name: '市司法局', contact: '孙丽', phone: '0519-85681004' },
    ],
  },
  {
    title: 'two rows of heading: CA and 签章 over the steps',
    text: `附件2：CA及签章办理进度表,,,,,,,
序号,单位名称,CA,,,签章,,备注
,,已报,已领,已绑定,已报,已领,
1,城东街道办事处,√,√,√,√,√,
2,城西街道办事处,√,√,,√,,
3,城南街道办事处,√,,,,,章在刻`,
    meant: [
      { name: '城东街道办事处', ca: 'bound', seal: 'collected' },
      { name: '城西街道办事处', ca: 'collected', seal: 'filed' },
      { name: '城南街道办事处', ca: 'filed' },
    ],
  },
  {
    title: 'two rows of heading without a mark, days and ticks mixed',
    text: `单位名称	数字证书			电子签章		
	报送	领取	绑定	报送	领取	绑定
市住建局	2026.10.10	2026.11.2	√	2026.10.10	√	
市城管局	2026.10.11	√		2026.10.11		
市园林局	×	×	×	×	×	×`,
    meant: [
      {
        name: '市住建局',
        ca: 'bound filed@2026-10-10 collected@2026-11-02',
        seal: 'collected filed@2026-10-10',
      },
      { name: '市城管局', ca: 'collected filed@2026-10-11', seal: 'filed filed@2026-10-11' },
      { name: '市园林局' },
    ],
  },
  {
    title: 'three rows of heading',
    text: `单位名称,办理情况,,,,联系人
,CA,,签章,,
,已报,已领,已报,已领,
市气象局,√,√,√,,周杰
市地震局,√,,√,,吴静`,
    meant: [
      { name: '市气象局', contact: '周杰', ca: 'collected', seal: 'filed' },
      { name: '市地震局', contact: '吴静', ca: 'filed', seal: 'filed' },
    ],
  },
  {
    title: 'a state for each step in words',
    text: `单位名称,申报情况,领取情况,绑定情况
甲镇人民政府,已申报,已领取,已绑定
乙镇人民政府,已申报,已领取,未绑定
丙镇人民政府,已申报,未领取,
丁镇人民政府,未申报,,`,
    meant: [
      { name: '甲镇人民政府', ...both('bound') },
      { name: '乙镇人民政府', ...both('collected') },
      { name: '丙镇人民政府', ...both('filed') },
      { name: '丁镇人民政府' },
    ],
  },
  {
    title: 'a state beside steps that say more, and less',
    text: `单位名称,状态,已报,已领,已绑定
市委党校,已领,√,√,
市行政学院,待领,√,√,
市社会主义学院,已绑定,√,√,×
市档案馆,,√,,`,
    meant: [
      { name: '市委党校', ...both('collected') },
      { name: '市行政学院', ...both('ready') },
      { name: '市社会主义学院', ...both('collected') },
      { name: '市档案馆', ...both('filed') },
    ],
    told: [3, 4],
  },
  {
    title: 'words that are no answer in a column of ticks',
    text: `单位名称,CA已领,CA已绑定
市红十字会,√,老李去了
市科协,听说领了,
市文联,√（王芳代领）,√
市残联,待领,
市侨联,未领,未绑
市贸促会,已领,绑定失败`,
    meant: [
      { name: '市红十字会', ca: 'collected' },
      { name: '市科协' },
      { name: '市文联', ca: 'bound' },
      { name: '市残联', ca: 'ready' },
      { name: '市侨联' },
      { name: '市贸促会', ca: 'collected' },
    ],
    told: [2, 3, 7],
  },
  {
    title: 'keys counted under 已领',
    text: `单位名称,申领把数,CA已领,签章已领
市公安局,3,3,3
市交警支队,2,1,2
市消防支队,1,1,0`,
    meant: [
      { name: '市公安局', keysWanted: '3', ca: 'collected', seal: 'collected' },
      { name: '市交警支队', keysWanted: '2', seal: 'collected' },
      { name: '市消防支队', keysWanted: '1', ca: 'collected' },
    ],
    told: [3],
  },
];
