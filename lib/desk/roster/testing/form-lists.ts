/** Lists that say in which form an application came, in columns that are steps as well: 「已报（纸质）」, 「扫描件上报时间」. */
import { both, type ClerksList } from './clerks-list';

const FILED = both('filed');

export const FORM_LISTS: readonly ClerksList[] = [
  {
    title: 'ticks and crosses, nothing else beside them',
    text: `序号,单位名称,已报（纸质）,已报（扫描件）
1,甲中心,√,√
2,乙中心,×,√
3,丙中心,是,否
4,丁中心,×,×
5,戊中心,,`,
    meant: [
      { name: '甲中心', ...FILED, forms: 'ca:paper ca:scan seal:paper seal:scan' },
      { name: '乙中心', ...FILED, forms: 'ca:scan seal:scan' },
      { name: '丙中心', ...FILED, forms: 'ca:paper seal:paper' },
      { name: '丁中心' },
      { name: '戊中心' },
    ],
  },
  {
    title: 'days: when the paper came, when the scan',
    text: `单位名称	纸质材料已报	扫描件上报时间	CA领取时间
甲站	2026-10-12	2026-10-09	2026-11-03
乙站		2026/10/10	
丙站	10月12日		
丁站	2026-12-12	√	`,
    meant: [
      {
        name: '甲站',
        ca: 'collected filed@2026-10-09 collected@2026-11-03',
        forms: 'ca:paper ca:scan',
      },
      { name: '乙站', ca: 'filed filed@2026-10-10', forms: 'ca:scan' },
      { name: '丙站', ca: 'filed', forms: 'ca:paper' },
      { name: '丁站', ca: 'filed', forms: 'ca:scan' },
    ],
    told: [4, 5],
  },
  {
    title: 'each certificate its own, other words for the same',
    text: `单位名称|CA纸质申请表已交|签章纸质申请表已交|是否已报电子版
甲所|已交|未交|已报
乙所|已收|无|无`,
    meant: [
      { name: '甲所', ...FILED, forms: 'ca:paper ca:scan seal:scan' },
      { name: '乙所', ca: 'filed', forms: 'ca:paper' },
    ],
  },
  {
    title: 'two rows of heading: the form below the step',
    text: `单位名称,已报,,已领
,纸质,扫描件,
甲园,√,2026-10-09,√
乙园,,√,`,
    meant: [
      {
        name: '甲园',
        ...both('collected filed@2026-10-09'),
        forms: 'ca:paper ca:scan seal:paper seal:scan',
      },
      { name: '乙园', ...FILED, forms: 'ca:scan seal:scan' },
    ],
  },
  {
    title: 'of one certificate by its title',
    text: `电子签章申报情况
单位名称,收到纸质材料,收到扫描件
甲馆,✔,✘
乙馆,✘,✔`,
    meant: [
      { name: '甲馆', seal: 'filed', forms: 'seal:paper' },
      { name: '乙馆', seal: 'filed', forms: 'seal:scan' },
    ],
  },
  {
    title: 'a step in words names the form in its cell',
    text: `单位名称,申报情况,领取情况
甲镇,已报（纸质、扫描件）,已领取
乙镇,已申报（扫描件）,未领取
丙镇,已申报（缺纸质）,
丁镇,纸质,`,
    meant: [
      { name: '甲镇', ...both('collected'), forms: 'ca:paper ca:scan seal:paper seal:scan' },
      { name: '乙镇', ...FILED, forms: 'ca:scan seal:scan' },
      { name: '丙镇', ...FILED },
      { name: '丁镇', ...FILED, forms: 'ca:paper seal:paper' },
    ],
  },
  {
    title: 'a product in each row, sent back on paper',
    text: `单位名称,产品,已报（纸质）,已报（扫描件）
甲水厂,CA证书,√,√
甲水厂,电子签章,,√
乙水厂,CA证书,退回补正,√`,
    meant: [
      { name: '甲水厂', ...FILED, forms: 'ca:paper ca:scan seal:scan' },
      { name: '乙水厂', ca: 'returned', forms: 'ca:paper ca:scan' },
    ],
  },
];
