/** The clauses of notices/examples/xihe-2026-31.json that count days from a certificate's last day and from people's own. */
import type { Walk } from '@/lib/author/testing/walk';

const TEXT = `汐河市财政局关于分批更换政府采购CA主锁和副锁的通知（示例）

汐财采〔2026〕31号

一、更换对象：全市预算单位。原海川CA更换为海西数证CA。

二、9月7日至11月15日为更换期，系统支持绑定新锁。

三、原CA解绑后3个工作日内绑定新锁，并试盖一次电子印章。

四、续期和变更

（一）证书到期前3个月起可以续期，过期60日内仍可续期，过期超过60日的，按新办办理。

（二）单位更名或合并的，自单位变更登记之日起1个月内申请变更证书信息。

五、咨询电话：汐河市财政局采购科，0500-88000703。

汐河市财政局

2026年8月14日
`;

export const OWN_DAYS: Walk = {
  name: 'xihe-2026-31',
  text: TEXT,
  header: {
    title: '汐河市财政局关于分批更换政府采购CA主锁和副锁的通知（示例）',
    issuer: '汐河市财政局',
    documentNumber: '汐财采〔2026〕31号',
    region: '云海省汐河市',
    signedOn: '2026-08-14',
    publishedOn: '2026-08-17',
    packId: 'xihe-2026-31',
  },
  steps: [
    { take: '一', as: 'audiences' },
    { take: '一', as: 'keys' },
    { take: '二', as: 'phases' },
    { take: '三', as: 'duties' },
    { take: '四（一）', as: 'renewals' },
    { take: '四（二）', as: 'duties' },
    { take: '五', as: 'contacts' },
    { entry: 'renewals-1', fill: { keys: ['海西数证CA'] } },
    { entry: 'contacts-1', fill: { about: '批次和增办' } },
  ],
};
