/** An invented province's correction of the days of a city's notice (notices/examples/yunlan-2026-3.json). */
import type { Walk } from '@/lib/author/testing/walk';

const TEXT = `云海省财政厅关于更正云澜市CA数字证书更换日期的通知（示例）

云海财购〔2026〕45号

云澜市财政局，云澜市各有关单位：

因省政府采购系统升级，现对《云澜市财政局关于分批更换政府采购系统CA数字证书和电子签章的通知（示例）》（云财购〔2026〕3号）有关内容更正如下：

一、过渡阶段截止日期由10月30日更正为11月8日，11月9日起系统只认新CA和新电子签章。

二、9月19日至20日的系统停机取消，其间照常办理。

三、政务服务中心CA窗口咨询电话由80000102更正为80000166。

四、第三批尚未办理的预算单位，于11月3日前向省财政厅书面说明原因。

云海省财政厅

2026年9月2日
`;

export const CORRECTION: Walk = {
  name: 'yunhai-2026-45',
  text: TEXT,
  header: {
    title: '云海省财政厅关于更正云澜市CA数字证书更换日期的通知（示例）',
    issuer: '云海省财政厅',
    documentNumber: '云海财购〔2026〕45号',
    signedOn: '2026-09-02',
    publishedOn: '2026-09-03',
    packId: 'yunhai-2026-45',
  },
  steps: [
    { take: '一', as: 'amendments' },
    { take: '一', as: 'uses' },
    { take: '二', as: 'amendments' },
    { take: '三', as: 'amendments' },
    { take: '四', as: 'duties' },
    {
      entry: 'duties-1',
      fill: { where: '省财政厅', batches: ['云财购〔2026〕3号 第三批'], endedBy: 'binding' },
    },
  ],
};
