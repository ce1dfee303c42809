/** Days that a clause counts from others: from its publication, a certificate's last day, what happens to a person. Pure. */
import type { Lead } from '@/lib/notice/sourcing';
import { evenDigits } from './finds';

/** A day counted from another, as a clause writes it: 发布之日起5个工作日内. */
export interface FoundLead {
  /** What it counts from; `receipt`: the clause does not say of what. */
  readonly anchor:
    | 'publication'
    | 'signing'
    | 'certificate-expiry'
    | 'phase-from'
    | 'phase-until'
    | 'batch-from'
    | 'batch-until'
    | 'receipt-new-ca'
    | 'receipt-notice'
    | 'receipt'
    | 'event';
  readonly side: 'before' | 'after';
  readonly count: number;
  readonly unit: Lead['unit'];
  /** What happens on the day it counts from, where that is the person's own: 原CA解绑. */
  readonly event?: string | undefined;
  /** As the clause writes it. */
  readonly words: string;
  readonly at: number;
}

const COUNT = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})\\s*(个?工作日|个月|天|日)';
/** What is counted from, in the words of notices; 届满 and 到期 of a certificate, 开始 and 结束 of a phase or batch. */
const LEADS: readonly (readonly [FoundLead['anchor'], FoundLead['side'], RegExp])[] = [
  ['receipt', 'after', new RegExp(`(?:收到|接到|领取|领到)[^，,。；;]{0,12}之日起\\s*${COUNT}`, 'g')],
  // 「领到新证书后，应在5个工作日内…」.
  [
    'receipt',
    'after',
    new RegExp(
      `(?:收到|接到|领取|领到)[^，,。；;]{2,12}后[，,]?(?:应|须|请|需)?(?:当)?(?:在|于)?\\s*${COUNT}以?内`,
      'g',
    ),
  ],
  ['publication', 'after', new RegExp(`(?:发布|公布|下发)之日起\\s*${COUNT}`, 'g')],
  ['signing', 'after', new RegExp(`(?:印发|签发|发文|成文)之日起\\s*${COUNT}`, 'g')],
  ['certificate-expiry', 'before', new RegExp(`(?:到期|届满|期满)(?:之日)?前\\s*${COUNT}`, 'g')],
  [
    'certificate-expiry',
    'after',
    new RegExp(`(?:过期|(?:到期|届满|期满)(?:之日)?(?:后|起))(?:后)?\\s*${COUNT}以?内`, 'g'),
  ],
  ['batch-from', 'before', new RegExp(`批(?:次)?(?:办理)?(?:开始|启动|首日)(?:之日)?前\\s*${COUNT}`, 'g')],
  ['batch-until', 'after', new RegExp(`批(?:次)?(?:办理)?(?:结束|截止|末日)(?:之日)?后\\s*${COUNT}`, 'g')],
  ['phase-from', 'before', new RegExp(`(?:阶段|期)(?:开始|启动)(?:之日)?前\\s*${COUNT}`, 'g')],
  ['phase-until', 'after', new RegExp(`(?:阶段|期)(?:结束|届满)(?:之日)?后\\s*${COUNT}`, 'g')],
];

/** What is received, as far as the clause says: 收到新证书之日起. */
function ofReceipt(words: string): FoundLead['anchor'] {
  if (words.includes('通知')) return 'receipt-notice';
  return /证书|CA|UKey|锁|介质/i.test(words) ? 'receipt-new-ca' : 'receipt';
}

const DIGITS = '零一二三四五六七八九十';

function unitOf(words: string): Lead['unit'] {
  if (words.includes('工作日')) return 'working-days';
  return words === '个月' ? 'months' : 'days';
}

/** 十五 as 15; digits as they are. */
function readCount(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const even = words.replace('两', '二');
  const [tens = '', ones = ''] = even.includes('十') ? even.split('十') : ['零', even];
  const ten = even.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/**
 * What happens to a person on a day of their own. Only what these name: 「受理后2个工作日」 is somebody else's, and what has
 * no name of its own is left to the author.
 */
const DEEDS =
  '解绑|解除绑定|绑定|更名|合并|撤销|变更|变动|登记|注册|入库|离职|离任|调离|调动|任职|移交|交接|遗失|丢失|挂失|损坏|中标|成交|签订|开通';
const OWN_DAY = new RegExp(
  `([\\p{Script=Han}A-Za-z]{0,24}(?:${DEEDS}))(?:之日(?:起|后)\\s*${COUNT}|(?:完成)?后\\s*${COUNT}以?内)`,
  'gu',
);
/** What stands before it: 「各单位应在」, 「自」. 供应商, 申请 and 自行 are words of their own. */
const BEFORE_IT = /^.*(?:自(?![行动主])|从|在|于|(?<![供相对])应(?!用)|须|需|(?<!申)请|将|起)/;
const WHOSE = /^(?:各|有关|相关|全市)?(?:预算|采购|代理)?(?:单位|机构|供应商)(?=原|旧|新|老|CA)/;
const LONGEST_EVENT = 12;

/** 「原CA解绑后3个工作日内」, 「单位变更登记之日起1个月内」. */
function findEvents(text: string): readonly FoundLead[] {
  return [...evenDigits(text).matchAll(OWN_DAY)].flatMap((match) => {
    const bare = (match[1] ?? '').replace(BEFORE_IT, '').replace(WHOSE, '');
    // 「经办人变动的，应在变动之日起」: whose it is stands before.
    const whose = new RegExp(`([\\p{Script=Han}]{2,8}?${bare})的[，,]`, 'u').exec(
      text.slice(0, match.index),
    )?.[1];
    const event = bare.length === 2 && whose !== undefined ? whose : bare;
    // 「申请解绑后2个工作日内」 is how long the other side takes.
    if (event.length < 2 || event.length > LONGEST_EVENT || event.includes('申请')) return [];
    const at = match.index + (match[1] ?? '').length - bare.length;
    const lead = { count: readCount(match[2] ?? match[4] ?? ''), unit: unitOf(match[3] ?? match[5] ?? '') };
    const words = text.slice(at, match.index + match[0].length);
    return [{ anchor: 'event', side: 'after', ...lead, event, words, at } as const];
  });
}

/** How long anything in a text is, whatever it counts from; days of the calendar are none. */
export function findLengths(text: string): readonly Lead[] {
  return [...evenDigits(text).matchAll(new RegExp(`(?<!月\\s*)${COUNT}`, 'g'))].map((match) => ({
    count: readCount(match[1] ?? ''),
    unit: unitOf(match[2] ?? ''),
  }));
}

/** Days counted from others, in the order of the text. */
export function findLeads(text: string): readonly FoundLead[] {
  const even = evenDigits(text);
  const named = LEADS.flatMap(([anchor, side, sign]) =>
    [...even.matchAll(sign)].map((match) => ({
      anchor: anchor === 'receipt' ? ofReceipt(match[0]) : anchor,
      side,
      count: readCount(match[1] ?? ''),
      unit: unitOf(match[2] ?? ''),
      words: text.slice(match.index, match.index + match[0].length),
      at: match.index,
    })),
  );
  return [...named, ...findEvents(text)].sort((a, b) => a.at - b.at);
}
