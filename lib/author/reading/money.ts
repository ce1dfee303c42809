/** Prices in a clause, and who pays them. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findAmounts } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf, wholeOf } from './sentences';
import { audiencesIn, isOfProvince, levelsIn, oldCaIn, type ReadingContext } from './whom';

/** Kinds of business by the words notices use for them. */
const BUSINESS: readonly (readonly [Entry<'charges'>['business'], RegExp])[] = [
  ['issue', /新办|新申领|申领|首次(?!更换|换)|初次|新购|首购|新注册|新用户/],
  ['replace', /更换|换发|换领/],
  ['renew', /续期|续费|延期|年费/],
  ['reissue', /补办|补领|遗失|损坏/],
];

/** 「CA97元，签章95元」 in either order: which amount is whose, by the word right before it. */
function partsAt(text: string, amounts: readonly { readonly amount: number; readonly at: number }[]) {
  const before = (at: number) => text.slice(Math.max(0, at - 8), at);
  const seal = amounts.find(({ at }) => /章[^\d]{0,5}$/.test(before(at)));
  const ca = amounts.find(({ at }) => /(?:CA|证书|锁|介质)[^\d章]{0,5}$/i.test(before(at)));
  return ca && seal && ca !== seal ? { ca: ca.amount, seal: seal.amount } : null;
}

const nameBefore = (text: string) => /(新办|更换|续期|补办|换发|续费)[^新更续补换]*$/.exec(text)?.[1] ?? '';

/** What a price is of besides a whole set: one kind of key, what goes beyond, a part of the price. */
const OF_SOME =
  /(?:主|副|单位|个人|企业|法人|法定代表人|机构|业务)(?:锁|证书|章)|其中|[一二三四五六七八九\d]折|减半|优惠|不含|另(?:加|收)/;

/**
 * A price that is not taken apart, where it is the only one of its sentence and can be of nothing else: 「每套每年260元」,
 * 「遗失补办的，工本费每个40元」. Two such prices a year in one clause are of two things, and of which is not said.
 */
function wholesIn(clause: Clause): readonly Partial<Entry<'tariffs'>>[] {
  const single = sentencesOf(clause.text).filter((text) => findAmounts(text).length === 1);
  const isOfSeal = (text: string) => /章[^\d，,]{0,5}\d/.test(text);
  const plain = single.filter((text) => !OF_SOME.test(text) && !isOfExtra(text) && !isOfSeal(text));
  const isOnce = (text: string) =>
    /遗失|损坏|丢失|补办|补领/.test(text) && /工本费|每次|元\s*[/／]\s*次/.test(text);
  const isYearly = (text: string) =>
    !isOnce(text) && /每年|[/／]\s*年/.test(text) && /每?(?:个|套|家|把|枚)/.test(text);
  const amountOf = (text: string) => String(findAmounts(text)[0]?.amount ?? '');
  const yearly = plain.filter(isYearly);
  const isOfSeveral = sentencesOf(clause.text).filter((text) => /每年|[/／]\s*年/.test(text)).length > 1;
  return [
    ...(yearly.length === 1 && !isOfSeveral ? yearly : []).map((text) => ({
      name: nameBefore(text) || '更换',
      total: amountOf(text),
    })),
    ...plain.filter(isOnce).map((text) => ({
      name: text.includes('工本费') ? '补办工本费' : '补办',
      total: amountOf(text),
      per: 'once' as const,
    })),
  ];
}

/** 「每套两年合计200元」: a price of several years together. A year's is not said, and the form has no other. */
const OF_YEARS =
  /(?:[二两三四五]|[2-5])\s*年(?:期)?(?:合计|共计|总计|一共|共)?[^，,。；;（(\d]{0,6}\d+(?:\.\d+)?\s*元/;
const withoutYears = (clause: Clause): Clause => ({
  ...clause,
  text: sentencesOf(clause.text)
    .filter((text) => !OF_YEARS.test(text) || /每年|[/／]\s*年/.test(text))
    .join(''),
});

/**
 * The prices of a clause: those in two parts, and those that are not taken apart and can be of one thing only. What is
 * for several years together stays in its words: read as a year's, it would cost twice as much.
 */
export function tariffsIn(whole: Clause): readonly Partial<Entry<'tariffs'>>[] {
  const clause = OF_YEARS.test(whole.text) ? withoutYears(whole) : whole;
  const parted = partedIn(clause);
  return [...parted, ...wholesIn(clause), ...(parted.length > 0 ? [] : byBusinessIn(clause))];
}

/** 「首次办理200元/年（含签章），续期160元/年，补办80元/次」: one price a kind of business, each with its unit. */
function byBusinessIn(clause: Clause): readonly Partial<Entry<'tariffs'>>[] {
  return sentencesOf(clause.text).flatMap((sentence) => {
    const pieces = sentence.split(/[，,、](?![^（(]*[）)])/).filter((piece) => findAmounts(piece).length > 0);
    const read = pieces.flatMap((piece) => {
      const [business, another] = BUSINESS.filter(([, sign]) => sign.test(piece));
      const unit = /元\s*[/／]\s*(年|次)|元(?:每|一)(年|次)/.exec(piece);
      const isPlain = findAmounts(piece).length === 1 && !OF_SOME.test(piece) && !isOfExtra(piece);
      if (!business || another || !unit || !isPlain) return [];
      const called = { issue: '新办', replace: '更换', renew: '续期', reissue: '补办' }[
        business[0] as 'issue'
      ];
      const isOnce = (unit[1] ?? unit[2]) === '次';
      return [
        {
          name: called,
          total: String(findAmounts(piece)[0]?.amount ?? ''),
          ...(isOnce && { per: 'once' as const }),
        },
      ];
    });
    return pieces.length > 1 && read.length === pieces.length ? read : [];
  });
}

/** 「新办费用为192元（CA97元，签章95元）」: total, then its two parts; or the two parts alone. */
function partedIn(clause: Clause): readonly Partial<Entry<'tariffs'>>[] {
  const amounts = findAmounts(clause.text);
  const found: Partial<Entry<'tariffs'>>[] = [];
  const taken = new Set<number>();
  for (let index = 0; index < amounts.length; index += 1) {
    const [first, second, third] = amounts.slice(index);
    if (!first || !second) break;
    const name = nameBefore(clause.text.slice(0, first.at));
    // 「新办100元 更换50元 续期50元」 adds up by chance: prices of several kinds of business are no parts of one.
    const isSum =
      third !== undefined &&
      Math.abs(second.amount + third.amount - first.amount) <= 0.005 &&
      !BUSINESS.some(([, sign]) => sign.test(clause.text.slice(first.at, third.at)));
    const parts = partsAt(clause.text, isSum ? [second, third] : [first, second]);
    // Two prices before and one after are of two keys, and which two belong together is not said.
    const isAlone = index === 0 || amounts[index - 1] === undefined || taken.has(index - 1);
    if (!isSum && (parts === null || second.at - first.at > 40 || !isAlone)) continue;
    for (const at of [index, index + 1, ...(isSum ? [index + 2] : [])]) taken.add(at);
    const isExtra = isOfExtra(clause.text.slice(Math.max(0, first.at - 20), first.at));
    const called = isExtra
      ? '超出部分'
      : `${name || (BUSINESS.find(([, sign]) => sign.test(clause.text))?.[0] === 'issue' ? '新办' : '更换')}${whoseAt(clause.text, first.at)}`;
    const [ca, seal] = parts ? [parts.ca, parts.seal] : [second.amount, third?.amount ?? 0];
    found.push({ name: called, ca: String(ca), seal: String(seal) });
    index += isSum ? 2 : 1;
  }
  return found;
}

const PAYERS: readonly (readonly [Entry<'charges'>['payer'], RegExp])[] = [
  [
    'finance',
    /财政(?!部门同意)[^，,。；;、]{0,8}?(?:承担|负担|支付|列支|保障|结算)|(?:列入|纳入)[^，,。；;]{0,6}财政预算/,
  ],
  [
    'self',
    /(?:自行|自己|自|各自|单位)(?:承担(?!(?:相应|全部|一切|法律|由此)*(?:责任|后果|风险|损失))|负担|支付|缴纳|缴费|付费|理)|自费|自付|自理|由(?:供应商|代理机构|(?:本|使用|申请|各)?单位|用户|申请人)(?:自行)?(?:承担(?!(?:相应|全部|一切|法律|由此)*(?:责任|后果|风险|损失))|负担|支付)/,
  ],
  ['free', /免费|免收|不收(?:取)?(?:任何)?费|不再收费/],
];

const EXTRA =
  /副锁|超出|额外|增加(?:办理|申领|的)|确需增加|多(?:办|领)|加办|增(?:配|领|办)|第[二三2-3](?:个|套|把|枚)(?:起|以后|及以上|开始)/;

/** Whether the words are of what one pays for beyond one's share; the first key of a kind is not: 首个副锁. */
export function isOfExtra(words: string): boolean {
  return EXTRA.test(words.replace(/(?:首|第[一1])(?:个|套|把|枚)[^，,。；;、]{0,4}/g, ''));
}

/** 「苏信CA：主锁每年180元」: whose key and which, where a clause has a price for each. */
function whoseAt(text: string, at: number): string {
  const line =
    text
      .slice(0, at)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  const whose = /^([^，,：:\d]{2,16}(?:CA|证书|公司|中心))\s*[：:]/.exec(line)?.[1] ?? '';
  const key = /[主副]锁/.exec(line.split(/[，,]/).at(-1) ?? '')?.[0] ?? '';
  return whose + key === '' ? '' : `（${whose}${key}）`;
}

const FIRST = /(?:首|第一)(?:个|套|把|枚)/;

/**
 * 「首套由区财政负担，加办的自付」: who pays for the first set and who for more, said together. Of main and sub keys it is
 * said of more than sets, and stays in its own words.
 */
function isOfSets(parts: readonly { readonly words: string; readonly payer: string }[]): boolean {
  const [first, further, third] = parts;
  return (
    first !== undefined &&
    further !== undefined &&
    third === undefined &&
    FIRST.test(first.words) &&
    !isOfExtra(first.words) &&
    isOfExtra(further.words) &&
    parts.every(({ words, payer }) => payer !== 'free' && !/[主副]锁/.test(words))
  );
}

/** Whether a sentence says who pays for the first set and who for further ones, and nothing of it is left over. */
export function tellsSets(sentence: string, context: ReadingContext): boolean {
  return chargesIn({ cite: '', text: sentence, isHeading: false }, context).some(
    ({ set }) => set !== undefined,
  );
}

/** Paid so for some keys or some years, and not for more. */
const PART = /(?:首|第一)(?:个|套|把|枚|年)|主锁/;

const businessesIn = (words: string) =>
  BUSINESS.filter(([, sign]) => sign.test(words)).map(([business]) => business);

const paysIn = (words: string) => PAYERS.some(([, sign]) => sign.test(words));

/** 「新办192元。续期152元。费用由供应商承担。」: of which business a payer is told who names none, by the prices just before. */
function pricedBefore(sentences: readonly string[], at: number): readonly Entry<'charges'>['business'][] {
  const before = sentences.slice(0, at).filter((each) => findAmounts(each).length > 0);
  return businessesIn(before.slice(before.findLastIndex(paysIn) + 1).join('，'));
}

/** Those whom a sentence leaves over. */
export const OF_OTHERS = /其[他余它](?:单位|用户|主体|人员|各方)?/;

/** What is paid or free that is no key: unlocking, a change of names, the post. */
const OTHER_THING = /解锁|解冻|变更|注销|邮费|邮寄|快递|寄送|培训|上门|驱动|下载|重置/;

/** Who pays for what, one entry for each business and group of people that the words name together. */
export function chargesIn(clause: Clause, { known }: ReadingContext): readonly Partial<Entry<'charges'>>[] {
  const sentences = sentencesOf(clause.text);
  // 「供应商自行承担；原CA未到期的，免费更换」: what stands behind ； and names nobody is of the same people.
  const goesOn = new Set(clause.text.split(/[。\n]/).flatMap((each) => sentencesOf(each).slice(1)));
  let before: readonly string[] = [];
  let isCharged = false;
  return sentences.flatMap((sentence, index): readonly Partial<Entry<'charges'>>[] => {
    const carried = goesOn.has(sentence) && oldCaIn(sentence).length > 0 ? before : [];
    const spots = PAYERS.flatMap(([payer, sign]) =>
      [...sentence.matchAll(new RegExp(sign, 'g'))].map((match) => ({
        payer,
        at: match.index,
        end: match.index + match[0].length,
      })),
    ).sort((a, b) => a.at - b.at);
    // 「免费更换…，相关费用由财政承担」 is one thing: free to the holder, since finance pays.
    const told = spots.filter(
      ({ payer }, index) => payer !== 'free' || spots[index + 1]?.payer !== 'finance',
    );
    // What is free stands behind the word: 免费更换.
    const wordsEnd = ({ payer, end }: { readonly payer: string; readonly end: number }) =>
      payer === 'free' ? end + (/^[^，,]*/.exec(sentence.slice(end))?.[0].length ?? 0) : end;
    const parts = told.map((each, index) => {
      const last = told[index - 1];
      return { payer: each.payer, words: sentence.slice(last ? wordsEnd(last) : 0, wordsEnd(each)) };
    });
    const areSets = isOfSets(parts);
    let people: readonly string[] = carried;
    let business = pricedBefore(sentences, index);
    const isAfterOthers = isCharged;
    return parts.flatMap(({ payer, words }) => {
      // What one pays for more than one's share is no business of the four; it stays in its own words.
      // So does how many are free before one pays.
      if (OTHER_THING.test(words) && businessesIn(words).length === 0) return [];
      if (!areSets && (isOfExtra(words) || (payer === 'free' && isOfExtra(sentence)))) return [];
      const toldOf = (told: string) => wholeOf(told.replace(/^[，,、\s]+/, ''));
      const note = /免费/.test(words) && payer === 'finance' ? toldOf(words) : '';
      return groupsIn(words, known).flatMap((group): readonly Partial<Entry<'charges'>>[] => {
        if (isOfProvince(group.words)) return [];
        // 「其他单位自理」 is said of whom the sentence has not named: of all, after those of whom more is said.
        if (group.audiences.length === 0 && OF_OTHERS.test(group.words)) {
          if (people.length === 0 && !isAfterOthers) return [];
          const own = businessesIn(group.words);
          const ofOthers = own.length > 0 ? own : business.length > 0 ? business : (['replace'] as const);
          return ofOthers.map((each) => ({ business: each, audiences: [], payer, oldCa: [], note: '' }));
        }
        people = group.audiences.length > 0 ? group.audiences : people;
        before = people;
        isCharged ||= people.length > 0;
        // A certificate that still holds is replaced, and not made for the first time.
        const isOfValid = payer === 'free' && oldCaIn(group.words).includes('valid');
        const own = businessesIn(group.words);
        business = own.length > 0 ? own : isOfValid ? ['replace'] : business;
        return (business.length > 0 ? business : (['replace'] as const)).map((each) => ({
          business: each,
          audiences: people,
          payer,
          // That it is the first is what the business says already.
          oldCa:
            each === 'issue'
              ? oldCaIn(group.words).filter((state) => state !== 'none')
              : oldCaIn(group.words),
          ...(levelsIn(group.words).length > 0 && { levels: levelsIn(group.words) }),
          // Paid so only the first time, or for the first or main key: the words say how far it goes.
          ...(areSets && { set: isOfExtra(words) ? ('further' as const) : ('first' as const) }),
          note: note === '' && PART.test(group.words) ? toldOf(group.words) : note,
        }));
      });
    });
  });
}

/** 「甲新办、续期的费用，以及乙续期的费用」: people with the business that is said of them, not of others. */
function groupsIn(words: string, known: ReadingContext['known']) {
  const groups: { words: string; audiences: readonly string[] }[] = [];
  for (const piece of words.split(/[，,]|以及/)) {
    const audiences = audiencesIn(piece, known);
    const last = groups.at(-1);
    if (
      last &&
      (audiences.length === 0 ||
        last.audiences.length === 0 ||
        audiences.every((each) => last.audiences.includes(each)) ||
        !BUSINESS.some(([, sign]) => sign.test(last.words)))
    ) {
      last.words += `，${piece}`;
      last.audiences = [...new Set([...last.audiences, ...audiences])];
    } else groups.push({ words: piece, audiences });
  }
  return groups;
}

/** The tariff of a charge by its name: 更换 for a replacement. */
export function isTariffOf(name: string, business: string): boolean {
  return BUSINESS.find(([each]) => each === business)?.[1].test(name) ?? false;
}
