/** Duties in a clause: one a deadline, each with its own words, people and place. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findLeads } from '@/lib/author/find-leads';
import { findDays, inForm } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { isOfClosing } from './closings';
import { rulesIn } from './phase-rules';
import { isOfPhase, isSpanEnd } from './phases';
import { LONGEST, OUGHT, sentencesOf, wholeOf, withoutNeedless } from './sentences';
import { audiencesIn, isOfProvince, levelsIn, type ReadingContext } from './whom';

type Duty = Partial<Entry<'duties'>>;

/** What a sentence asks somebody to do. */
const DEED =
  /收集|填写|交回|退回|交还|归还|填报|提交|报送|递交|上报|汇总|携带|领取|办理|补办|补报|更换|(?:换发|换领)(?=[，,。；;]|$)|核对|核实|解绑|绑定|换绑|测试|登录|试用|反馈|备案|购买|申请(?![表书单人])|申领(?![表书单人])|对接|发送|发至|寄(?:送|至)|上传|[报交](?=[^，,。；;]{0,8}(?:财政|主管))/;
const ASKS = new RegExp(
  `${OUGHT}|须|(?<![按所急必])需(?!求)|(?<![申邀聘报])请|要求|务必|必须|组织|携带|(?:凭|持)[^。；;]{2,40}(?:到|至|前往)|可(?:以|自|在|持|携|凭|到|通过)|登录[^。；;]{0,40}(?:申请|填报|填写|办理)|将|(?:单位|机构|企业|供应商|用户|专家)[^，,。；;]{0,6}(?:向|就近到|自行到|到(?!期)|至)[^，,。；;]{2,24}(?:提交|领取|办理|报送|申请|购买)`,
);

const FORBIDS = /不得|禁止|严禁|请勿|切勿/;

/** Whom to call is no deed to be counted: 具体办理渠道请联系. */
const CALLS = /请(?:及时)?(?:联系|咨询|致电|拨打)/;

/** Where it is done: whom papers go to, else the place one comes to, else the system itself. */
export function whereIn(text: string): string {
  // Through one's own supervising unit: 「由主管部门汇总后报市财政局」, 「经主管预算单位审核后」.
  const over =
    /(?:由|经|向|报)(?:其|本)?(主管(?:预算单位|部门|单位))(?:统一)?[^，,。；;]{0,4}(?:汇总|审核|收集|提出|申请|同意)/.exec(
      text,
    );
  const isOfSupervising = over !== null && !/主管/.test(text.slice(0, over.index));
  if (over && isOfSupervising) return over[1] ?? '';
  const whom =
    /(?:报送?|提交|交|送|递交|上报|申请|反馈)(?:至|到|给|于)?((?:(?:同级|本级|上级|市|县|区|各|所在地|其|当地|主管)[^，,。；;《》、（(]{0,14}?)?(?:财政(?:部门|局|厅)(?:[^，,。；;、（(\d]{0,12}?(?:处|科|股|办(?!公)|中心|窗口))?|主管(?:预算单位|部门|单位)))/.exec(
      text,
    )?.[1] ??
    /向((?:同级|本级|市|县|区|所在地)?[^，,。；;、]{0,8}财政(?:部门|局|厅))[^，,。；;]{0,6}(?:提出|申请|报|提交|说明)/.exec(
      text,
    )?.[1];
  if (whom) return whom.replace(/^其/, '');
  const place =
    /(?:至|到|在|前往|赴)\s*([^至到在，,。；;\n《》]{3,40}(?:窗口|大厅|中心|公司|服务点|网点|楼|室|处(?!理)|局))\s*(?:自行|现场)?(?:办理|领取|换领|申请|提交|更换)/.exec(
      text,
    )?.[1] ??
    /(?:至|到|在|前往|赴)\s*([^至到在，,。；;\n《》]{3,40}?(?:窗口|大厅|中心|公司|服务点|网点|楼|室|处(?!理)|局))/.exec(
      text,
    )?.[1];
  // 「在4月13日24:00前处理」 is a day, and no place.
  if (place && !/\d\s*[月日:：时点]/.test(place)) return place.trim();
  if (/https?:|网上营业厅|官网|官方网站|网站|小程序|公众号|APP/i.test(text)) return '网上办理';
  return /登录[^，,。；;]{0,12}系统|在?[^，,。；;]{0,8}系统(?:内|中|上)|线上|网上/.test(text)
    ? '在系统内办理'
    : '';
}

/** What shows that it is done, by the last thing the words ask for. */
function endOf(text: string): Entry<'duties'>['endedBy'] {
  if (/测试|试签|试用|核对|反馈|汇总|备案|对接|不得|请勿/.test(text)) return 'word';
  if (/(?<!解)绑定|换绑/.test(text)) return 'binding';
  if (/解绑/.test(text)) return 'unbinding';
  return /申请|申领|报送|填写|填报|提交|领取|办理|补办|更换|换发|换领|报/.test(text) ? 'new-ca' : 'word';
}

function leadOf(text: string): Duty {
  // 「到期前2个月起」 is when one may begin.
  const lead = findLeads(text).find(
    ({ anchor, at, words, side }) =>
      anchor !== 'receipt' && !(side === 'before' && /^\s*(?:起|开始)/.test(text.slice(at + words.length))),
  );
  if (!lead) return {};
  return {
    dueAnchor: lead.anchor as 'publication',
    dueSide: lead.side,
    dueCount: String(lead.count),
    dueUnit: lead.unit,
    ...(/内/.test(text.slice(lead.at, lead.at + lead.words.length + 1)) && { dueInclusive: 'yes' as const }),
  };
}

/** Before a day that takes another's place. */
const MOVED_TO =
  /(?:顺延|延长|延期|延后|推迟|延|调整|变更|更正|修改|提前|改)(?:办理)?(?:至|到|为)[“"「]?\s*$/;

/** 「请签完合同后再换绑」 warns those whom it happens to. */
const AFTER_SOMETHING = /后再(?:行)?(?:解绑|换绑|绑定|更换)/;
/** 「过期超过3个月的，须重新办理」, 「逾期需到窗口办理」 ask only those to whom that has happened. */
const OF_TROUBLE =
  /^逾期|^[^，,]{0,20}(?:过期|逾期|遗失|丢失|损坏|变更|变化|忘记|有误|故障|超过|未续期)[^，,]{0,12}的[，,]/;

/** That things go on as always asks nobody: 窗口照常办理. */
const isOfUsual = (text: string) =>
  /照常|正常(?:上班|办公|办理|受理|运行|使用)/.test(text) && !/(?<![供对相响适反])应|须|(?<!申)请/.test(text);

/** 「先用新CA登录成功，再解绑原CA」, 「解绑前请确认…」: what comes before what, by no day. It is a warning's. */
const isOfOrder = (text: string) =>
  !/\d{1,2}月\d{1,2}日|\d\s*个?工作日/.test(text) &&
  /(?:^|[，,。])[^，,。；;]{0,12}先[^；;]{2,30}[，,]\s*再(?:行)?(?:解绑|换绑|注销)|^(?:在)?(?:解绑|换绑|注销)[^，,。；;]{0,6}前[，,]?(?:请|应|须|务必)?(?:确认|核对|检查)/.test(
    text,
  );

/** 「旧证书请保留至12月31日」, 「解绑前请妥善保管原CA」: keeping a key is no deed to be counted. */
function isOfKeeping(text: string): boolean {
  if (!/(?:原|旧|老|CA|证书|锁|介质)/.test(text)) return false;
  const halves = text.split(/[，,]/);
  const kept = halves.filter((half) => /保留|保管|留存/.test(half));
  const others = halves.filter((half) => !kept.includes(half));
  return kept.length > 0 && !others.some((half) => ASKS.test(half) && DEED.test(half));
}

/** Where the half sentence begins that a place lies in: what stands before it was done on the way. */
const halfStart = (text: string, at: number) =>
  Math.max(text.lastIndexOf('，', at), text.lastIndexOf(',', at), 0);

/** One sentence as a duty. @param around where the sentence names nobody: what stood before it in the clause */
function dutyOf(text: string, around: string, { year, known }: ReadingContext, isWhole: boolean): Duty {
  const days = findDays(text, year);
  // What is due stands by itself (于3月13日前); the end of a span is a phase's, and only else a duty's.
  const own = days.find(({ role }, index) => role === 'due' && !isSpanEnd(days, index));
  // 「应于10月31日前完成，因…顺延至11月2日」: the day it was moved to.
  const moved = days.findLast(({ at }) => MOVED_TO.test(text.slice(Math.max(0, at - 12), at)));
  const due = (moved && { ...moved, role: 'due' as const }) ?? own ?? days.find(({ role }) => role === 'due');
  const from = days.find(({ role }, index) =>
    isWhole ? role === 'from' && !isSpanEnd(days, index + 1) : role === 'from',
  );
  // Who has to do it stands before the deed; whose papers they are may come after it.
  const before = audiencesIn(text.slice(0, DEED.exec(text)?.index ?? text.length), known);
  const people = before.length > 0 ? before : audiencesIn(text, known);
  // 「市财政局集中发放，请各单位派人领取」: who is asked, and not who hands out.
  const isAsked = people.join() === 'finance-department' && /请(?:各|有关)?(?:预算)?单位/.test(text);
  const audiences = people.length > 0 && !isAsked ? people : audiencesIn(around, known);
  const isLater = /另行通知/.test(text) && !due;
  return {
    ...(due ? {} : leadOf(text)),
    text: wholeOf(text),
    audiences,
    ...(levelsIn(text).length > 0 && { levels: levelsIn(text) }),
    soft: due !== undefined && text.includes('原则上'),
    ...(due && { due: due.date, dueInclusive: inForm(due.inclusive) }),
    ...(from && { from: from.date, fromInclusive: inForm(from.inclusive) }),
    ...(isLater && { dueLater: true }),
    where: whereIn(text).slice(0, LONGEST),
    endedBy: endOf(due && !moved && !text.includes('汇总') ? text.slice(halfStart(text, due.at)) : text),
    ...(/自愿|如需|确需|确因|有需要|可自行/.test(text) && { optional: true }),
  };
}

/** 「于6月19日前报名单，并于9月11日前报总结」: what has a day of its own begins anew, if it is a deed. */
function stepsOf(text: string, year: number): readonly string[] {
  const days = findDays(text, year);
  const dues = days.filter(
    ({ role, at }, index) =>
      role === 'due' && !isSpanEnd(days, index) && !MOVED_TO.test(text.slice(Math.max(0, at - 12), at)),
  );
  // 「7月13日至31日提交，其中市级单位应于22日前提交」: a day of all, and a day of some.
  const [all = '', ...some] = text.split(/[，,]其中/);
  if (
    some.length === 1 &&
    [all, some[0] ?? ''].every((each) => findDays(each, year).length > 0 && DEED.test(each))
  )
    return [all, some[0] ?? ''];
  if (dues.length < 2) return [text];
  const cuts = dues.slice(1).flatMap(({ at }) => {
    const comma = Math.max(text.lastIndexOf('，', at), text.lastIndexOf(',', at));
    return comma > (dues[0]?.at ?? 0) ? [comma] : [];
  });
  const steps = [0, ...cuts].map((from, index, all) =>
    text.slice(from, all[index + 1] ?? text.length).replace(/^[，,]\s*(?:并|且|同时)?/, ''),
  );
  return steps.every((step) => DEED.test(step)) ? steps : [text];
}

/** 「市级单位4月23日前完成，区县单位4月30日前完成」: each half with its own people and its own day. */
function halvesOf(text: string, { year, known }: ReadingContext): readonly string[] {
  const halves = text.split(/[，,]/);
  // 「市级单位向市财政局提交，区级单位向区财政局提交」: each of a level of its own.
  const levels = halves.map((half) => levelsIn(half).join());
  const isOfLevel = (half: string, index: number) =>
    levels[index] !== '' && DEED.test(half) && audiencesIn(half, known).length > 0;
  if (halves.length > 1 && new Set(levels).size === halves.length && halves.every(isOfLevel)) return halves;
  const isOwn = (half: string) => {
    const days = findDays(half, year);
    return days.length === 1 && days[0]?.role === 'due' && audiencesIn(half, known).length > 0;
  };
  return halves.length > 1 && halves.every(isOwn) ? halves : stepsOf(text, year);
}

/**
 * The duties of a clause: every sentence that asks for something, or names the day of it. What tells of a phase asks
 * nobody, unless a day by itself is in it too.
 */
export function dutiesIn(clause: Clause, context: ReadingContext): readonly Duty[] {
  const sentences = sentencesOf(clause.text).flatMap((text) => halvesOf(text, context));
  return sentences.flatMap((text, index): readonly Duty[] => {
    if (isOfProvince(text) || isOfClosing(text)) return [];
    const days = findDays(text, context.year);
    if (isOfUsual(text) || isOfOrder(text) || isOfKeeping(text)) return [];
    // What closes that day asks nobody by then.
    const isDue = days.some(
      ({ role, at: spot }, at) =>
        role === 'due' && !isSpanEnd(days, at) && !/^[^，,]*(?:关闭|停止|停用|关停)/.test(text.slice(spot)),
    );
    if (!isDue && (AFTER_SOMETHING.test(text) || (days.length === 0 && OF_TROUBLE.test(text)))) return [];
    const isCounted = findLeads(text).some(({ anchor }) => anchor !== 'certificate-expiry');
    const isDated = isDue || isCounted || (days.length > 0 && !isOfPhase(text));
    // 「停止登录」 is no deed.
    const asked = withoutNeedless(text).replace(
      /(?:停止|不能|无法|不得|不再|不予)(?:登录|提交|办理|受理)|(?:未|已|尚未|不能)[^，,。；;]{0,14}的(?=单位|用户|机构|供应商|项目|投标文件|文件|证书|[，,])/g,
      '',
    );
    // What only introduces a list asks for nothing by itself: 「提交下列材料：」.
    const isAsked =
      ASKS.test(asked) && DEED.test(asked) && !isOfPhase(text) && !CALLS.test(text) && !/[:：]$/.test(text);
    if (!(isDated && (DEED.test(asked) || (isDue && /完成/.test(asked)))) && !isAsked) return [];
    if (isOfPhase(text) && !isDue && !isCounted) return [];
    // 「3月31日24时起，旧锁不能登录」 tells what ends then, and asks nobody.
    if (rulesIn(text).useOld === 'forbids' && !ASKS.test(asked)) return [];
    // What must not be done is a warning.
    if (FORBIDS.test(text) && !/应(?!当?不)|须|请(?!勿)/.test(text.replace(/原则上应?/g, ''))) return [];
    // When one may renew is a window, not a duty: it is the part 续期's.
    if (/续期|续费/.test(text) && /到期前|届满前|期满前/.test(text)) return [];
    const around = sentences.slice(0, index).findLast((each) => audiencesIn(each, context.known).length > 0);
    return [dutyOf(text, around ?? '', context, false)];
  });
}

/** The whole clause as one duty, where no sentence of it reads as one and the author says it is one all the same. */
export function clauseAsDuty(clause: Clause, context: ReadingContext): Duty {
  return dutyOf(clause.text, '', context, true);
}
