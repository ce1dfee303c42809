/** Lists with a column for each step that contradict themselves, leave out the year, or say only half of it. */
import { both, type ClerksList } from './clerks-list';

export const DOUBTFUL_STEP_LISTS: readonly ClerksList[] = [
  {
    title: 'days without a year',
    text: `单位名称	CA已报	CA已领	CA绑定时间
市体育局	10.9	11.3	
市文旅局	10月9日	√	11月30日`,
    meant: [
      { name: '市体育局', ca: 'collected' },
      { name: '市文旅局', ca: 'collected' },
    ],
    told: [2, 3],
  },
  {
    title: 'sent back, put right, sent on',
    text: `单位名称,已报,退回补正,已补正,已转服务商,待领,已领
甲校,√,,,√,√,
乙校,√,√,,,,
丙校,√,√,√,,,
丁校,√,√,√,√,√,√
戊校,√,,,√,×,√`,
    meant: [
      { name: '甲校', ...both('ready') },
      { name: '乙校', ...both('returned') },
      { name: '丙校', ...both('filed') },
      { name: '丁校', ...both('collected') },
      { name: '戊校', ...both('collected') },
    ],
  },
  {
    title: 'a step below the further one is denied',
    text: `单位名称,CA已报,CA已领,CA已绑定
甲局,√,×,√
乙局,,√,√
丙局,√,,√`,
    meant: [
      { name: '甲局', ca: 'filed' },
      { name: '乙局', ca: 'bound' },
      { name: '丙局', ca: 'bound' },
    ],
    told: [2],
  },
  {
    title: 'what should be and what is planned',
    text: `单位名称,应领数量,应报时间,计划领取日期,预约领取时间,实际领取日期
甲所,2,2026-10-15,2026-11-01,2026-11-02,2026-11-03
乙所,1,2026-10-15,2026-11-01,2026-11-02,`,
    meant: [
      { name: '甲所', keysWanted: '2', ...both('collected collected@2026-11-03') },
      { name: '乙所', keysWanted: '1' },
    ],
  },
  {
    title: 'brackets say which certificate',
    text: `单位名称,领取（CA）,领取（签章）,绑定（CA）
甲站,√,√,√
乙站,√,,`,
    meant: [
      { name: '甲站', ca: 'bound', seal: 'collected' },
      { name: '乙站', ca: 'collected' },
    ],
  },
  {
    title: 'a tick and the day of it, in two columns',
    text: `单位名称,是否已领CA,CA领取时间,是否已领签章,签章领取时间
甲中心,是,2026-11-03,是,2026-11-04
乙中心,是,,否,
丙中心,否,2026-11-09,否,`,
    meant: [
      { name: '甲中心', ca: 'collected collected@2026-11-03', seal: 'collected collected@2026-11-04' },
      { name: '乙中心', ca: 'collected' },
      { name: '丙中心' },
    ],
    told: [4],
  },
  {
    title: 'full-width, spaced, old lock and new lock',
    text: `单 位 名 称	材 料 已 报	新锁已领取	旧锁已解绑	新锁已绑定
市　场　监　管　局	√	√	√	√
市信访局	Ｙ	Ｙ		`,
    meant: [
      { name: '市 场 监 管 局', ca: 'bound' },
      { name: '市信访局', ca: 'collected' },
    ],
  },
  {
    title: 'a vendor of seals, its column says only 领取',
    file: '电子签章领取登记表.csv',
    text: `电子签章领取登记表,,,
序号,单位名称,领取时间,领取人
1,甲学校,2026-11-20 09:31,张建国
2,乙学校,,
3,丙学校,2026-11-21 15:02,李卫东`,
    meant: [
      { name: '甲学校', seal: 'collected collected@2026-11-20' },
      { name: '乙学校' },
      { name: '丙学校', seal: 'collected collected@2026-11-21' },
    ],
  },
  {
    title: 'paper and scan beside steps',
    text: `单位名称,纸质材料,扫描件,CA已领
甲社区,√,√,√
乙社区,√,,
丙社区,,,`,
    meant: [
      { name: '甲社区', ca: 'collected', forms: 'ca:paper ca:scan seal:paper seal:scan' },
      { name: '乙社区', ca: 'filed', forms: 'ca:paper seal:paper' },
      { name: '丙社区' },
    ],
  },
  {
    title: 'one binding for both, collected apart',
    text: `单位名称,CA已领,印章已领,已绑定
甲林场,√,√,√
乙林场,√,,√
丙林场,√,×,`,
    meant: [
      { name: '甲林场', ...both('bound') },
      { name: '乙林场', ca: 'bound' },
      { name: '丙林场', ca: 'collected' },
    ],
  },
  {
    title: 'a product in each row',
    text: `单位名称,产品,已报,已领
甲水厂,CA证书,√,√
甲水厂,电子签章,√,
乙水厂,CA证书,√,`,
    meant: [
      { name: '甲水厂', ca: 'collected', seal: 'filed' },
      { name: '乙水厂', ca: 'filed' },
    ],
  },
];
