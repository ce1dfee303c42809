/** Daily lists as a vendor's counter, its clerks and programs, a bureau and a district's chat send them, with what each does. */

export interface DailyList {
  readonly title: string;
  readonly lines: readonly string[];
  /** `code track state day`, for each certificate whose state changes. */
  readonly said: readonly string[];
  /** `line kind`, for all that is left out. */
  readonly told: readonly string[];
}

export const DAILY_LISTS: readonly DailyList[] = [
  {
    title: 'a page of the vendor’s counter, day in the title, sign-off below',
    lines: [
      '意源窗口CA发放登记表',
      '日期：2026年11月27日  经手人：小刘',
      '序号\t单位全称\t证书类型\tUKey编号\t领取人签字\t领取日期',
      '1\t示例市第一中学\t机构证书\tYY20261127001\t张三\t11.27',
      '2\t示例市第二中学\t机构证书\tYY20261127002\t李四\t11.27',
      '3\t示例市人民医院\t机构证书\t\t\t',
      '今日发放2把\t\t\t\t\t',
      '窗口主管签字：\t\t\t\t\t',
    ],
    said: ['101001 ca collected 2026-11-28', '101002 ca collected 2026-11-28'],
    told: ['4 no-year', '5 no-year', '7 no-name', '8 no-name'],
  },
  {
    title: 'a message of the vendor’s clerk',
    lines: [
      '各位老师好，今天情况如下：',
      '示例市第一中学 已领取',
      '示例市第二中学 资料退回（公章不清）',
      '示例市人民医院 制证中',
      '辛苦各位',
    ],
    said: [
      '101001 ca collected 2026-11-28',
      '101001 seal collected 2026-11-28',
      '101002 ca returned 2026-11-28',
      '101002 seal returned 2026-11-28',
      '101003 seal forwarded 2026-11-28',
    ],
    told: ['5 no-name'],
  },
  {
    title: 'states as columns, units listed below them',
    lines: ['已领取,待领取,退回', '示例市第一中学,示例市人民医院,示例市公路管理站', '示例市第二中学,,'],
    said: [],
    told: ['1 no-name', '2 no-name', '3 no-name'],
  },
  {
    title: 'codes and numbers of a work order, times to the second, and who did it',
    lines: [
      '工单编号,预算代码,单位,业务,工单状态,创建时间,完结时间,处理人',
      'WO-1,101001,示例市第一中学,CA证书更换,已发放,2026/11/20 09:10:11,2026/11/27 16:02:33,刘工',
      'WO-2,101002,示例市第二中学,电子签章更换,制作中,2026/11/20 09:12:11,,刘工',
      'WO-3,101003,示例市人民医院,CA证书+电子签章,待领取,2026/11/21 10:00:00,,王工',
    ],
    said: [
      '101001 ca collected 2026-11-27',
      '101002 seal forwarded 2026-11-28',
      '101003 ca ready 2026-11-28',
      '101003 seal ready 2026-11-28',
    ],
    told: [],
  },
  {
    title: 'yesterday and today side by side',
    lines: [
      '单位编码,单位名称,昨日状态,今日状态',
      '101001,示例市第一中学,制证中,待领',
      '101002,示例市第二中学,待领,已领',
      '101003,示例市人民医院,已报,已报',
    ],
    said: [
      '101001 ca ready 2026-11-28',
      '101001 seal ready 2026-11-28',
      '101002 ca collected 2026-11-28',
      '101002 seal collected 2026-11-28',
      '101003 seal filed 2026-11-28',
    ],
    told: [],
  },
  {
    title: 'a district’s copy from a chat: 全角, numbers and stops',
    lines: [
      '【区财政局采购科】今日CA进度（11月27日）：',
      '１．示例市第一中学：ＣＡ已领，签章待领；',
      '２．示例市第二中学：ＣＡ已领；',
      '３．示例市人民医院：材料已退回，缺法人授权书。',
      '４．示例市公路管理站：还没来',
    ],
    said: [
      '101001 ca collected 2026-11-28',
      '101002 ca collected 2026-11-28',
      '101003 ca returned 2026-11-28',
    ],
    told: ['2 not-a-state'],
  },
  {
    title: 'tracking numbers of a courier beside states in its words',
    lines: [
      '收件单位|收件人|联系电话|快递单号|快递状态|签收日期',
      '示例市第一中学|张三|13800000001|SF1234567890123|已签收（本人）|2026-11-27',
      '示例市第二中学|李四|13800000002|SF1234567890124|运输中|',
      '示例市人民医院|王五|13800000003|SF1234567890125|退回寄件人|',
    ],
    said: [
      '101001 ca collected 2026-11-27',
      '101001 seal collected 2026-11-27',
      '101002 ca ready 2026-11-28',
      '101002 seal ready 2026-11-28',
      '101003 ca ready 2026-11-28',
      '101003 seal ready 2026-11-28',
    ],
    told: [],
  },
  {
    title: 'counts of keys of each unit, received and still to come',
    lines: [
      '单位名称,应发,实发,未发,备注',
      '示例市第一中学,2,2,0,',
      '示例市第二中学,3,1,2,缺两把下周补',
      '示例市人民医院,1,0,1,',
    ],
    said: [],
    told: [],
  },
  {
    title: 'days only: made, told, collected',
    lines: [
      '机构编码;机构名称;制证日期;短信通知时间;领取日期',
      '101001;示例市第一中学;20261120;20261121;20261126',
      '101002;示例市第二中学;20261120;20261121;',
      '101003;示例市人民医院;20261127;;',
      '101004;示例市公路管理站;;;',
    ],
    said: ['101001 ca collected 2026-11-26', '101002 ca ready 2026-11-20', '101003 ca ready 2026-11-27'],
    told: [],
  },
  {
    title: 'old codes in brackets, and a unit that merged into another',
    lines: [
      '单位,CA办理进度',
      '示例市第一中学（原101001）,已领取',
      '示例市第二中学(101002),已绑定',
      '示例市人民医院【101003】,待领取',
      '示例市公路管理站（已撤并）,-',
    ],
    said: ['101002 ca bound 2026-11-28', '101003 ca ready 2026-11-28'],
    told: ['2 not-in-roster', '5 not-in-roster'],
  },
  {
    title: 'two lists in one sheet: CA above, seals below',
    lines: [
      '一、CA证书领取情况,,',
      '单位编码,单位名称,状态',
      '101001,示例市第一中学,已领',
      '101002,示例市第二中学,待领',
      ',,',
      '二、电子签章制作情况,,',
      '单位编码,单位名称,状态',
      '101001,示例市第一中学,待领',
      '101002,示例市第二中学,制作中',
    ],
    said: [
      '101001 ca collected 2026-11-28',
      '101001 seal ready 2026-11-28',
      '101002 ca ready 2026-11-28',
      '101002 seal forwarded 2026-11-28',
    ],
    told: ['6 group-row', '7 repeated-heading'],
  },
  {
    title: 'marks with a legend: ● done, ○ not, △ in work',
    lines: [
      '注：●已完成 ○未完成 △办理中',
      '单位编码,单位名称,CA申报,CA领取,CA绑定',
      '101001,示例市第一中学,●,●,○',
      '101002,示例市第二中学,●,△,○',
      '101003,示例市人民医院,●,○,○',
    ],
    said: [],
    told: [
      '3 not-a-step',
      '3 not-a-step',
      '3 not-a-step',
      '4 not-a-step',
      '4 not-a-step',
      '4 not-a-step',
      '5 not-a-step',
      '5 not-a-step',
      '5 not-a-step',
    ],
  },
  {
    title: 'one column of both, slash between',
    lines: [
      '预算编码 单位名称 CA/签章',
      '101001 示例市第一中学 已领/待领',
      '101002 示例市第二中学 已领/已领',
      '101003 示例市人民医院 待领/制作中',
    ],
    said: [],
    told: [],
  },
  {
    title: 'an export with quotes, BOM, ids of the system and states in brackets',
    lines: [
      '\ufeff"ID","单位代码","单位名称","当前环节","环节到达时间"',
      '"8a8081","101001","示例市第一中学","[05]已领取","2026-11-27 10:11:12.0"',
      '"8a8082","101002","示例市第二中学","[04]待领取","2026-11-26 10:11:12.0"',
      '"8a8083","101003","示例市人民医院","[02]退回补正","2026-11-25 10:11:12.0"',
    ],
    said: [
      '101001 ca collected 2026-11-27',
      '101001 seal collected 2026-11-27',
      '101002 ca ready 2026-11-26',
      '101002 seal ready 2026-11-26',
      '101003 ca returned 2026-11-25',
      '101003 seal returned 2026-11-25',
    ],
    told: [],
  },
];
