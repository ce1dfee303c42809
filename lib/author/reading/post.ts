/** Where papers are posted to: an envelope's address, which nobody goes to. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findTelephones } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf, wholeOf } from './sentences';

/** What an envelope's address stands behind: 用EMS寄至…, 邮寄地址：…. */
const ADDRESSED =
  /(?:寄(?:送)?(?:至|到|往)|(?:邮寄|收件|寄送|快递)地址\s*[:：为])\s*([^，,。；;（()）]{6,80})/;
/** A house with its number, then whoever gets the letter: 文昌路9号2楼 · 海西数证公司收. */
const HOUSE =
  /^([^到]{2,40}?(?:路|街|道|巷|弄|村|园区?)\d+号(?:[^，,]{0,12}?\d+(?:号楼|号院|楼|室|层|座|幢|栋|单元))*)(.*)$/;
const CARRIER = /(EMS|邮政(?:EMS|快递|特快专递)|特快专递|顺丰|挂号信)/i;
const FIRM = /^(.{2,30}?(?:公司|中心|局|处|科|窗口|大厅|服务站|服务点))/;

/**
 * The addresses of a clause that papers are posted to. Only those with a house's number and somebody who gets the letter:
 * half an address on an envelope is lost.
 */
export function postsIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  return sentencesOf(clause.text).flatMap((sentence) => {
    const written = ADDRESSED.exec(sentence)?.[1] ?? '';
    const [, address = '', behind = ''] = HOUSE.exec(written.trim()) ?? [];
    const named = /收件(?:人|单位)\s*[:：为]\s*([^，,。；;（()）]{2,40})/.exec(sentence)?.[1] ?? '';
    const recipient = (named || behind.replace(/收$/, '')).trim();
    if (address === '' || recipient.length < 2) return [];
    const [call] = findTelephones(sentence);
    const number = call ? [call.areaCode, call.number].filter((each) => each !== '').join('-') : '';
    return [
      {
        name: FIRM.exec(recipient)?.[1] ?? recipient,
        address,
        byPost: true,
        recipient: behind.endsWith('收') && named === '' ? `${recipient}收` : recipient,
        postcode: /邮(?:政)?编(?:码)?\s*[:：为]?\s*(\d{6})(?!\d)/.exec(sentence)?.[1] ?? '',
        postNumber: number,
        postNote: noteIn(sentence, written),
      },
    ];
  });
}

/** What else is said of the letter: by which carrier, what is written on it, which it takes not. */
function noteIn(sentence: string, written: string): string {
  const carrier = CARRIER.exec(sentence.slice(0, sentence.indexOf(written)))?.[1];
  const said = sentence
    .slice(sentence.indexOf(written) + written.length)
    .replace(/[（(][^（()）]*邮(?:政)?编[^（()）]*[)）]/g, '')
    .split(/[，,]/)
    .map((each) => each.trim())
    .filter(
      (each) =>
        each.length > 2 &&
        findTelephones(each).length === 0 &&
        !/^(?:邮(?:政)?编|收件(?:人|单位)|(?:联系|收件)?(?:人|电话))/.test(each),
    );
  const parts = [...(carrier ? [`用${carrier}`] : []), ...said];
  return parts.length === 0 ? '' : wholeOf(parts.join('，'));
}
