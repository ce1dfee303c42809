/** An invented county notice with batches and days counted from others, and how a clerk takes it down. */
import type { Walk } from '@/lib/author/testing/walk';

const TEXT = `临泽市青溪县财政局关于分批更换政府采购系统CA数字证书的通知（示例）

青财购〔2026〕6号

县各预算单位，各政府采购代理机构：

根据《临泽市财政局关于推广使用新CA数字证书的通知（示例）》（临财购〔2026〕31号），现就我县“临采通”系统CA数字证书分批更换工作通知如下：

一、更换范围

（一）全县预算单位、集中采购机构须将原安信CA更换为华证CA，社会代理机构自愿更换。

（二）其他供应商本次不更换，原证书继续使用。

二、批次安排

（一）第一批：县直机关、县直属事业单位，2026年8月3日至14日办理。

（二）第二批：各乡镇、街道，2026年8月17日至9月6日办理。

三、办理程序

（一）各预算单位应于本批次开始前3个工作日报送《CA更换申请表》（附件1）纸质件一式两份并加盖公章，同时报送彩色扫描件。

（二）各预算单位应自本通知印发之日起5个工作日内登录系统核对单位信息。

（三）8月3日至9月6日为更换期，系统支持解绑原证书、绑定新证书。9月7日起只能使用新证书。

（四）各预算单位收到新证书之日起10日内完成登录和签章测试。

四、费用

更换费用为120元/年/个（CA70元，签章50元），预算单位由县财政承担，社会代理机构自行承担。

五、办理地点

到县政务服务中心3楼采购窗口办理。地址：青溪县湖滨路18号。办公时间：周一至周五上午8:30—12:00；下午14:00—17:30（7月、8月为15:00—18:00）。

六、咨询电话

华证CA公司：周敏，0518-7770012；

青溪县财政局政府采购管理办公室：7770021。

附件：1．CA更换申请表

临泽市青溪县财政局

2026年7月20日
`;

export const COUNTY: Walk = {
  name: 'qingxi-2026-6',
  text: TEXT,
  header: {
    title: '临泽市青溪县财政局关于分批更换政府采购系统CA数字证书的通知（示例）',
    issuer: '临泽市青溪县财政局',
    documentNumber: '青财购〔2026〕6号',
    region: '河东省临泽市青溪县',
    signedOn: '2026-07-20',
    publishedOn: '2026-07-22',
    packId: 'qingxi-2026-6',
  },
  steps: [
    { entry: 'systems-1', fill: { name: '临采通', hosts: 'lct.linze.example' } },
    { take: '一（一）', as: 'audiences' },
    { entry: 'audiences-3', fill: { duty: 'may' } },
    { take: '一（二）', as: 'audiences' },
    { entry: 'audiences-4', fill: { duty: 'nothing' } },
    { take: '一（一）', as: 'keys' },
    { entry: 'keys-1', fill: { name: '安信CA' } },
    { take: '二（一）', as: 'batches' },
    { take: '二（二）', as: 'batches' },
    { take: '三（三）', as: 'phases' },
    { entry: 'phases-1', fill: { name: '更换期', unbindOld: 'allows', bind: 'allows' } },
    { entry: 'phases-2', fill: { name: '只用新证书', useNew: 'allows', useOld: 'forbids' } },
    { take: '三（三）', as: 'uses' },
    { entry: 'uses-1', fill: { system: '临采通', keys: ['华证CA'], from: '2026-09-07' } },
    { take: '三（一）', as: 'materials' },
    { take: '五', as: 'places' },
    { take: '六', as: 'contacts' },
    { entry: 'contacts-1', fill: { about: '领取新证书' } },
    { entry: 'contacts-2', fill: { areaCode: '0518', about: '政策和批次' } },
    { take: '三（一）', as: 'duties' },
    {
      entry: 'duties-1',
      fill: {
        dueInclusive: 'yes',
        place: '县政务服务中心3楼采购窗口',
        where: '县政务服务中心3楼采购窗口',
        materials: ['CA更换申请表'],
        ask: '申请表交了吗？',
        endedBy: 'new-ca',
      },
    },
    { take: '三（二）', as: 'duties' },
    { entry: 'duties-2', fill: { where: '在系统内核对' } },
    { take: '三（四）', as: 'duties' },
    { entry: 'duties-3', fill: { where: '在系统内测试' } },
    { take: '三（四）', as: 'silences' },
    {
      entry: 'silences-1',
      fill: {
        text: '测试从各人收到新证书之日起算10日，没有统一的日期，以领取登记为准。',
        ask: '青溪县财政局政府采购管理办公室',
      },
    },
    { take: '四', as: 'tariffs' },
    { entry: 'tariffs-1', fill: { name: '更换' } },
    { take: '四', as: 'charges' },
    { entry: 'charges-1', fill: { tariff: '更换' } },
    { entry: 'charges-2', fill: { tariff: '更换' } },
    { take: '文首', as: 'bases' },
    {
      entry: 'bases-1',
      fill: {
        title: '临泽市财政局关于推广使用新CA数字证书的通知（示例）',
        documentNumber: '临财购〔2026〕31号',
      },
    },
    { aside: '附件' },
  ],
};
