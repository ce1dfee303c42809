/** What can be picked up from a clause: days, telephone numbers, amounts, names of papers. Suggestions only. */
import type { CalendarDate } from '@/lib/notice/calendar';
import { isCalendarDate } from '@/lib/notice/days';
import type { Inclusive } from '@/lib/notice/sourcing';

/** A day a clause names, and what it is there. */
export interface FoundDay {
  readonly date: CalendarDate;
  /** As the clause writes it, with the word that says what it is: 9月4日前. */
  readonly words: string;
  /** `from`: something begins; `due`: it ends or is due; `day`: neither is said. */
  readonly role: 'from' | 'due' | 'day';
  /** Whether the day itself counts. 前 and 后 do not say. */
  readonly inclusive: Inclusive;
  /** Place in the text, in UTF-16 units. */
  readonly at: number;
}

/** Whether a day counts itself, as the form's fields hold it. */
export function inForm(inclusive: Inclusive): 'yes' | 'no' | 'not-stated' {
  if (inclusive === 'not-stated') return inclusive;
  return inclusive ? 'yes' : 'no';
}

export interface FoundTelephone {
  readonly name: string;
  readonly person: string;
  /** What one calls about, where that stands before the name. */
  readonly purpose: string;
  /** Without the area code. */
  readonly number: string;
  /** Empty: none is written, or it is a mobile number. */
  readonly areaCode: string;
  readonly at: number;
}

export interface FoundAmount {
  /** Yuan. */
  readonly amount: number;
  readonly at: number;
}

/** What follows may leave out its month: 9月19日至20日, 5月29日、30日. */
const DAY =
  /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日|(?<=日\s*(?:[-—–－~～至到]{1,2}|[、和])\s*)(\d{1,2})\s*日(?!内)/g;
const ITSELF = '[(（]\\s*(?:含|包括)(?:(?:当|本)?(?:日|天))?\\s*[)）]';
/** 「12月7日至12月11日开标的项目」 says of which things. */
const OF_THINGS =
  /^\s*(?:期间)?(?:已)?(?:开标|发布|立项|签约|成交|中标|办理|申请|签章|获取|到期|注册|入库)的/;
const AFTER_DAY: readonly [RegExp, FoundDay['role'], Inclusive][] = [
  [OF_THINGS, 'day', true],
  // 「6月30日24时起」 begins the day after: the day itself is the last.
  [/^\s*(?:24|二十四)(?:时|点|:00)/, 'due', true],
  // 「9月21日前已获取采购文件的」, 「11月30日以后到期的」 say of which things, not by when.
  [
    /^\s*(?:以前|之前|前|以后|之后|后)\s*(?:已|到期|届满|获取|取得|签订|注册|入库|的|(?:申请|办理|提交|领取|购买|报名)的|(?:开标|发布|立项|签约|成交|中标)[^，,。；;]{0,4}的)/,
    'day',
    true,
  ],
  // 「10月23日下班前」 is on that day.
  [/^\s*(?:下午)?下班\s*(?:以前|之前|前)/, 'due', true],
  [new RegExp(`^\\s*(?:以前|之前|前)\\s*${ITSELF}|^\\s*${ITSELF}\\s*(?:以前|之前|前)`), 'due', true],
  [/^\s*(?:以前|之前|前)\s*[(（]\s*不(?:含|包括)(?:(?:当|本)?(?:日|天))?\s*[)）]/, 'due', false],
  [/^\s*(?:以前|之前|前)/, 'due', 'not-stated'],
  [/^\s*(?:以后|之后|后)/, 'from', 'not-stated'],
  // 「3月29日8:30起至4月16日17:30止」 is a span; the words keep its 至.
  [/^\s*(?:开始|起)\s*(?:[-—–－~～至到])/, 'from', true],
  [/^\s*(?:开始|起)/, 'from', true],
  [/^\s*(?:截止|为止|止|结束)/, 'due', true],
  [/^\s*(?:[-—–－~～至到]|\(.{1,4}\)\s*[-—–至到])/, 'from', true],
];
/** What may stand between a day and the word that says what it is: its weekday, an hour. 24时 is a word of its own. */
const HOUR =
  /^\s*(?:[(（](?:星期|周)[一二三四五六日天][)）])?\s*(?:(?:上午|下午|中午|凌晨|晚上?)?\s*(?!24|二十四)(?:\d{1,2}|零|[一二三四五六七八九十]{1,3})\s*(?:[:：]\d{2}|[时点](?:\d{1,2}分|半|整)?))?/;
/** The last day may have its word before it: 最迟于2027年1月15日, 不迟于. */
const BEFORE_DAY =
  /(?:[-—–－~～至到]|截止(?:日期|时间)?[为是:：]?|(?:最迟|最晚|不迟|不晚)(?:应|须)?(?:于|在)?)\s*$/;

/** Full-width digits as half-width ones; every character keeps its place. */
export function evenDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * The days a clause names, in its order. A day without a year takes the one before it in the clause, else
 * `year`; a day the calendar does not have is left out.
 */
export function findDays(text: string, year: number): readonly FoundDay[] {
  const even = evenDigits(text);
  let current = year;
  let month = '';
  const days: FoundDay[] = [];
  for (const match of even.matchAll(DAY)) {
    if (match[1] !== undefined) current = Number(match[1]);
    if (match[2] !== undefined) month = match[2].padStart(2, '0');
    const date = `${current}-${month}-${(match[3] ?? match[4] ?? '').padStart(2, '0')}`;
    if (!isCalendarDate(date)) continue;
    const end = match.index + match[0].length;
    const hour = HOUR.exec(even.slice(end, end + 24))?.[0].length ?? 0;
    const rest = even.slice(end + hour, end + hour + 16);
    const after = AFTER_DAY.find(([sign]) => sign.test(rest));
    const sign = after?.[0].exec(rest)?.[0] ?? '';
    const isEnd = BEFORE_DAY.test(even.slice(Math.max(0, match.index - 8), match.index));
    const isOfThings = OF_THINGS.test(rest);
    const [role, inclusive] =
      isEnd && after?.[1] !== 'due' && !isOfThings
        ? (['due', true] as const)
        : [after?.[1] ?? 'day', after?.[2] ?? true];
    // So does the first day of such a span.
    const first = days.at(-1);
    if (isOfThings && isEnd && first?.role === 'from') days[days.length - 1] = { ...first, role: 'day' };
    days.push({
      date,
      words: text.slice(match.index, sign === '' ? end : end + hour + sign.length).trim(),
      role,
      inclusive,
      at: match.index,
    });
  }
  return days;
}

/** A mobile number, a number for the whole country (400-000-0000, 95105-123), or one with or without its area code. */
const TELEPHONE =
  /(?<![\d-])(?:(1[3-9]\d{9}|[48]00(?:[-—– ]?\d){7}|9[56]\d{3}(?:-?\d{3,4})?)|[(（]?(?:(0\d{2,3})[)）]?[-—– ]?)?([2-9]\d{6,7}))(?![\d-])/g;

const ORGANISATION = /(?:公司|中心|[财政]局|处|科|股|科技|大厅|服务站|服务点|网点|窗口|CA)$/;
/** What a line calls a number before it says whose it is. */
const LABEL = /^(?:咨询|联系|服务|办理|业务|联系人|经办人|收件人|负责人)$/;
/** 某路9号某中心: where somebody is, and perhaps who. */
const ADDRESS = /(?:路|街|道|巷|弄|村|园)\d+号/;
/** 「仍不能绑定的，拨打云际CA客服」 says whom. */
const CALLED = /(?:请|可|，|^)(?:及时|直接)?(?:联系|拨打|致电)(?!人|电话|方式)([^，,：:]{3,})$/;
const TITLE = '(?:老师|科长|处长|股长|主任|经理|先生|女士|同志|工程师|工)';

/** A name with the person behind it, or out of a request: 请联系市财政局采购处赵老师. */
function namedAt(part: string): readonly string[] {
  const asked = /(?:联系|咨询|拨打|致电)(?!人|电话|方式)([^，,：:]{3,})$/.exec(part)?.[1] ?? part;
  const house = /^.*(?:路|街|道|巷|弄|村|园)\d+号(?=\S{4,}(?:公司|中心|大厅|窗口)$)/.exec(asked)?.[0] ?? '';
  const name = asked.slice(house.length);
  const [, whose, person] =
    new RegExp(
      `^(.{2,30}(?:公司|中心|局|处|科|股|办))(\\p{Script=Han}{1,2}${TITLE}|[小老]\\p{Script=Han})$`,
      'u',
    ).exec(name) ?? [];
  return whose && person ? [whose, person] : [name];
}

/** Of running text, whose number it is: 「寄至某路9号某某公司收」 is 某某公司; empty where it names nobody. */
function nameIn(words: string): string {
  if (!/寄|邮|携|提交|递交|领取|前往|登录|拨打|致电/.test(words)) return words;
  const last = words.split(/[至到向在于赴]|\d+(?:号|楼|室|层|弄)/).at(-1) ?? '';
  return /^(.{2,20}?(?:公司|中心|局|处|科|股|窗口|大厅))(?:收|办|领|咨|[(（]|$)/.exec(last)?.[1] ?? '';
}

/**
 * Telephone numbers, with the name and the person written before them: 「某某公司:张三,13900000000」. A number
 * in running text comes with empty names.
 */
export function findTelephones(text: string): readonly FoundTelephone[] {
  const even = evenDigits(text);
  let last = 0;
  return [...even.matchAll(TELEPHONE)].map((match) => {
    // After another number comes another one's name: 「某公司客服400-…（每天8:00-22:00），工程师小吴188…」.
    const before =
      text
        .slice(last, match.index)
        .replace(/^\s*[(（][^()（）]*[)）]/, '')
        .split(/[;；。\n]/)
        .at(-1) ?? '';
    last = match.index + match[0].length;
    const pieces = before
      .split(/[:：,，、]|(?<=[\p{Script=Han}A-Za-z][”）)]?)\s+(?=\p{Script=Han})/u)
      .map((part) => part.trim());
    const parts = pieces
      // 「技术支持QQ群：123456」 is asked for help as well, and no part of the name.
      .map((part) => part.replace(/(?:QQ|微信)群?$/i, ''))
      .map((part) => {
        const bare = part
          .replace(/(?:更正|变更|修改|调整|改)为$/, '')
          .replace(/(?:(?:联系|咨询|服务|客服|办公)?(?:电话|热线)|客服)+$/, '')
          .trim();
        // 「CA服务热线」 is a name; 「CA」 is none.
        return bare.length < 3 && bare !== '' && !/\p{Script=Han}/u.test(bare) ? part : bare;
      })
      // 「咨询电话：某公司 …」 names the company.
      .filter((part) => part !== '' && !LABEL.test(part) && !/^第.{1,6}[条款项].{0,2}$/.test(part))
      .flatMap(namedAt)
      // An address is no name where there is one.
      .filter(
        (part, _index, all) =>
          !ADDRESS.test(part) || /寄|邮/.test(part) || all.every((each) => ADDRESS.test(each)),
      );
    // 「证书办理：某某公司，…」 and 「签章：某某科技，…」 say first what one calls about.
    const [first = '', second = ''] = parts;
    const isPurpose = ORGANISATION.test(second) && !ORGANISATION.test(first) && !/寄|邮/.test(first);
    const purpose = isPurpose ? first : '';
    // 「联系人：周工」 is a person, and no firm.
    const isPersonOnly =
      parts.length === 1 &&
      pieces.some((part) => /联系人$/.test(part)) &&
      /^\p{Script=Han}{2,4}$/u.test(first);
    const person = isPersonOnly
      ? first
      : parts.length > (purpose === '' ? 1 : 2) && /^\p{Script=Han}{2,4}$/u.test(parts.at(-1) ?? '')
        ? (parts.at(-1) ?? '')
        : '';
    const called = pieces.flatMap((part) => CALLED.exec(part)?.[1] ?? []).at(-1);
    const [asked = ''] =
      called === undefined ? [] : namedAt(called.replace(/(?:客服|服务)?(?:电话|热线)?$/, ''));
    const isAsked = asked.length > 2;
    const whose = isPersonOnly ? '' : isAsked ? asked : nameIn(purpose === '' ? first : second);
    const own = isPersonOnly ? '' : whose || (parts.findLast((part) => ORGANISATION.test(part)) ?? '');
    // 「值班电话」 is all that it is called.
    const label = /(?:客服|服务|咨询|技术|值班|监督|投诉|办公|统一)[^，,：:]{0,4}(?:热线|电话)$/.exec(
      pieces.findLast((part) => part !== '') ?? '',
    )?.[0];
    const name = own || (parts.length === 0 || /拨打|致电/.test(before) ? (label ?? '') : '');
    return {
      name: name.length <= 40 ? name : '',
      person,
      purpose: name === second ? purpose : '',
      number: (match[1] ?? match[3] ?? '').replace(/[—– ]/g, '-'),
      areaCode: match[2] ?? '',
      at: match.index,
    };
  });
}

/** Amounts in yuan, in order. */
export function findAmounts(text: string): readonly FoundAmount[] {
  return [...evenDigits(text).matchAll(/(\d{1,6}(?:\.\d{1,2})?)\s*元/g)].map((match) => ({
    amount: Number(match[1]),
    at: match.index,
  }));
}

/** Names of papers in 《》 that one fills in or hands in, without repeats. Titles of other notices are not. */
export function findPapers(text: string): readonly string[] {
  const titles = [...text.matchAll(/《([^《》]{2,60})》/g)].map((match) => match[1] ?? '');
  return [...new Set(titles.filter((title) => /(?:表|书|函|单|证|复印件|承诺|委托|回执)$/.test(title)))];
}

/** A day that becomes another one: 由9月4日延至9月15日. */
export interface FoundChange {
  readonly from: FoundDay;
  readonly to: FoundDay;
}

const SPAN = /[-—–－~～至到]\s*$/;

/**
 * Days that a clause moves, each with the day it is moved to; of a span its beginning, then its end:
 * 由9月28日至30日调整为10月12日至16日. A single day that becomes a span is left to the author: either could be meant.
 */
export function findChanges(text: string, year: number): readonly FoundChange[] {
  const days = findDays(text, year);
  const between = (one: FoundDay, next: FoundDay) => text.slice(one.at, next.at);
  const isSpan = (one: FoundDay | undefined, next: FoundDay | undefined) =>
    one !== undefined && next !== undefined && one.role === 'from' && SPAN.test(between(one, next));
  return days.flatMap((from, index) => {
    const to = days[index + 1];
    if (!to || from.date === to.date) return [];
    const words = between(from, to);
    const isMoved =
      /(?:延|推迟|顺延|提前|调整|变更|更正|修改|改)[^，,。；;]{0,6}$/.test(words) && !/[。；;]/.test(words);
    if (!isMoved) return [];
    const [begun, end] = [days[index - 1], days[index + 2]];
    if (!isSpan(to, end)) return [{ from, to }];
    return begun && end && isSpan(begun, from)
      ? [
          { from: begun, to },
          { from, to: end },
        ]
      : [];
  });
}
