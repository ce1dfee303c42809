/** Phases in a clause: their days, their name, and what the system lets people do in them. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { type FoundDay, findDays } from '@/lib/author/finds';
import { PHASE_ACTIONS, type PhaseField } from '@/lib/author/phase-actions';
import type { Entry } from '@/lib/author/sections';
import { addDays } from '@/lib/notice/days';
import { LONGEST, sentenceAt, sentencesOf, wholeOf, withoutNeedless } from './sentences';
import { audiencesIn, isOfProvince, levelsIn, type ReadingContext, UNITS } from './whom';

/** A last day right after its first day: 3月2日至3月13日. */
export function isSpanEnd(days: readonly FoundDay[], index: number): boolean {
  const [before, day] = [days[index - 1], days[index]];
  // 「自3月8日起支持解绑，至4月30日结束」.
  if (before?.role === 'from' && day?.role === 'due' && /结束$/.test(day.words))
    return day.at - before.at < 60;
  // What begins by itself, 5月11日起, and another day after it are two.
  const isOpen = before?.role === 'from' && !/(?:起|开始|后)$/.test(before.words);
  return isOpen && day?.role === 'due' && day.at - before.at < 24;
}

const OLD = '(?:原|旧|老)[^，,、。；;\\d]{0,14}?';
const NEW = '新[^，,、。；;\\d]{0,14}?';
const STOP = '(?:停止|关闭|暂停|不再|不得|禁止|不能|不可|无法|不支持)';
const LET = '(?:支持|可以?|开放|开通|提供|方可|能够|允许|进行|完成|办理|应|须|需)';

/** 解除原证书绑定: unbinding, with what is unbound inside it. */
const UNTIE = '解除[^，,。；;定]{1,8}绑定';

/** 「换绑登录（9月20日-10月15日）。」: a step of the plan by its name, with its days. */
const STEP =
  /^([\p{Script=Han}A-Za-z]{2,12})[（(](?:自|从)?(?:\d{4}年)?\d{1,2}月\d{1,2}日[^（()）]{0,6}[-—–－~～至到][^（()）]{2,16}[）)]/u;

/** 「正式切换（10月12日）。」: a step that begins on a day and goes on. */
const STEP_DAY =
  /^([\p{Script=Han}A-Za-z]{0,8}(?:切换|启用|停用|上线|运行|关闭))[（(](?:自|从)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:起)?[）)]/u;

/** The days of a step that a text begins with. */
export function stepDaysIn(
  text: string,
  year: number,
): { readonly from: string; readonly due: string } | null {
  const step = STEP.exec(text)?.[0];
  const [from, due] = step === undefined ? [] : findDays(step, year);
  return from && due ? { from: from.date, due: due.date } : null;
}

/** Hours of a day on which a system is down say nothing of the phase's days. */
const isDaily = (sentence: string) =>
  /每(?:日|天|晚)[^。；;]{0,30}(?:不能|不可|无法|维护|暂停|停止)/.test(sentence);

const COUNTER = '(?:窗口|大厅|中心|服务点|网点)';

/**
 * Whether a sentence tells that a counter is shut or a system is down: 「9月29日至10月6日CA窗口关闭」. It asks nobody for
 * anything, and is no phase, though days and deeds stand in it.
 */
export function isOfClosing(sentence: string): boolean {
  // A phase may have such days in it.
  if (/阶段|(?:过渡|换绑|更换|并行|办理)期(?!间)/.test(sentence)) return false;
  return (
    /停机|停运|系统(?:将)?(?:进行)?(?:升级|维护|检修)|(?:升级|维护|检修)(?:期间|时间)|(?:暂停|停止)(?:对外)?(?:办公|服务)(?!期)|不(?:对外)?办公|闭馆/.test(
      sentence,
    ) ||
    /(?:暂停|停止)(?:现场|线下|窗口|集中)[^，,。；;]{0,4}(?:办理|受理|业务)|暂停办理(?!解绑|绑定|换绑)/.test(
      sentence,
    ) ||
    /(?:假期|假日|放假)[^，,。；;]{0,14}(?:(?:不|暂停)(?:予)?(?:办理|受理)|停办)(?![^，,。；;]{0,6}(?:解绑|绑定|换绑))/.test(
      sentence,
    ) ||
    new RegExp(
      `${COUNTER}[^，,。；;]{0,10}(?:关闭|停办|(?:放假|休息)(?!日)|(?:暂停|不|停止)(?:对外)?(?:办理|受理|服务))|(?:暂停|停止)[^，,。；;]{0,6}${COUNTER}(?:办理|受理|服务|业务)`,
    ).test(sentence)
  );
}

type Rules = Partial<Pick<Entry<'phases'>, PhaseField>>;

function says(words: string, text: string): 'allows' | 'forbids' | null {
  const stops = new RegExp(
    `${STOP}[^，,。；;]{0,14}${words}|${words}[^，,。；;]{0,8}(?:关闭|停止|停办|不再)`,
  );
  if (stops.test(text)) return 'forbids';
  // 「不需要解绑」 neither allows nor forbids it.
  if (new RegExp(`(?:不需要?|无需|无须|不用|不必|毋须)[^，,。；;]{0,6}${words}`).test(text)) return null;
  const lets = new RegExp(`${LET}[^。；;]{0,30}${words}|${words}[^，,。；;]{0,8}(?:开放|开通|工作|手续)`);
  return lets.test(text) ? 'allows' : null;
}

/**
 * 「在系统中自行解绑原CA，再插入新CA完成绑定」, 「登录系统解绑旧锁、绑定新锁」: how one does it oneself, told step by step, lets one do it. Words of what
 * must not be, or of what comes of it, do not.
 */
const letsByOneself = (text: string) =>
  text
    .split(/[。；;]/)
    .some(
      (sentence) =>
        /(?:自行|登录[^，,。；;]{0,14}|先)解绑[^。；;]{0,30}(?<!解)绑定/.test(sentence) &&
        !/勿|不|未|无法|严禁|禁止|擅自|责任|后果|造成|导致/.test(sentence),
    );

/** 「请勿自行解绑」 said of everybody: 「未领到新CA的，请勿自行解绑」 is said of those alone. */
const forbidsUnbinding = (text: string) =>
  text
    .split(/[。；;]/)
    .some(
      (sentence) =>
        sentence.split(/[，,]/).some((half) => /^(?:请勿|切勿|不要)(?:自行)?解(?:除)?绑/.test(half.trim())) &&
        !/未|没|前/.test(sentence),
    );

/**
 * What a phase's words say of each action; what they do not speak of is left out, and reads "not stated". "Only the new
 * one" forbids the old.
 */
export function rulesIn(words: string): Rules {
  // 「未完成绑定的单位」 lets nobody bind.
  const text = words.replace(/(?:未|没有)[^，,。；;]{0,12}的(?=单位|用户|机构|供应商|，|,)/g, '');
  const ofUnbinding = `(?:解(?:除)?绑|换绑|${UNTIE})`;
  const unbind = forbidsUnbinding(words)
    ? 'forbids'
    : (says(ofUnbinding, text) ?? (letsByOneself(text) ? 'allows' : null));
  // 解绑定 is unbinding: 绑定 counts where 解 does not stand before it.
  const untied = text.replace(new RegExp(UNTIE, 'g'), '解绑');
  // 「领取并绑定，其间系统支持解绑」 and 「解绑旧锁、绑定新锁」: what one does then is let.
  const isBoundToo =
    unbind === 'allows' &&
    /(?:并|、|再|后)绑定/.test(untied) &&
    !/(?:勿|不|未|无法|严禁|禁止)[^，,。；;]{0,8}绑定/.test(untied);
  const bind = says('(?:(?<!解)(?<!换)绑定|换绑)', untied) ?? (isBoundToo ? 'allows' : null);
  const isOnlyNew =
    /(?:只能|仅能|只可|仅可|仅限|只|仅|统一|一律|全部|全面)(?:能|可)?(?:使用|启用|凭|支持|认|接受|能用)新/.test(
      text,
    );
  const isSaidOnly =
    isOnlyNew ||
    /(?:仅支持|只支持|仅认|只认)(?![^，,。；;]{0,6}(?:原|旧))[^，,。；;]{0,12}(?:CA|证书)/.test(text);
  const isNewUsed =
    isSaidOnly ||
    new RegExp(`(?:正式)?(?:启用|使用)(?:由[^，,。；;]{2,20}的)?${NEW}(?:CA|证书|签章|介质|锁)`).test(text);
  // 「原CA一经解绑即不能再登录」 tells what becomes of a key that is unbound: whose is not, goes on with it.
  const stillBound = text.replace(
    /[^，,。；;]*(?:(?:一经|一旦|经)解(?:除)?绑|解(?:除)?绑(?:后|即))[^。；;]*/g,
    '',
  );
  const isOldStopped = new RegExp(
    `${OLD}(?:CA|证书|签章|锁|介质)[^，,。；;]{0,30}?(?:停止使用|停用|失效|(?:不能|不得|不再|无法|不可)(?:再|继续)?(?:使用|登录|用于|办理)|作废)|(?:停止使用|停用|不得使用|不能使用)${OLD}(?:CA|证书|签章|锁)|停止${OLD}(?:CA|证书|签章|锁)[^，,。；;]{0,4}(?:登录|使用|服务)`,
  ).test(stillBound);
  const isOldUsed = new RegExp(
    `(?:继续|仍(?:可|然|能)?|可)使用${OLD}(?:CA|证书|签章|锁)|${OLD}(?:CA|证书|签章|锁)[^，,。；;]{0,4}(?:继续|仍可|仍然|可继续|仍能)(?:正常)?使用|新[、和与]?旧[^，,。；;]{0,26}(?:均可|都可|并行|同时)|(?:并行|同时使用)`,
  ).test(text);
  // By its name alone, where it is no longer supported: 停止支持信安CA数字证书.
  const isSupportEnded =
    /(?:停止|不再|终止)支持(?!新)[^，,。；;]{2,14}(?:CA|证书|锁)/.test(text) ||
    // 「甲CA、甲江电子签章停止服务」, 「逾期甲江证书不再可用」.
    /(?:^|[。；;，,\n]|逾期)\s*(?!新)[\p{Script=Han}A-Za-z]{1,10}(?<!新[\p{Script=Han}A-Za-z]{0,8})(?:CA|证书)(?:[、和及][^新，,。；;]{2,14})?(?:停止服务|不再可用|终止服务)/u.test(
      stillBound,
    );
  const isBoth =
    /新[、和与]?(?:旧|老|原)[^，,。；;]{0,26}(?:均可|都可|并行|同时)|(?:原|旧)[^，,。；;]{0,8}[和与、]新[^，,。；;]{0,10}(?:均可|都可|并行|同时)|两种[^，,。；;]{0,6}(?:均可|都可)|(?:同时|均)(?:支持|可使用|接受)新[、和与]?旧/.test(
      text,
    );
  const apply = /(?:停止|不再|截止)受理|逾期不(?:再|予)/.test(text)
    ? 'forbids'
    : /(?:受理|申请|申报|报名)(?:阶段|期|工作)?|可以?申请/.test(withoutNeedless(text))
      ? 'allows'
      : null;
  return {
    ...(unbind && { unbindOld: unbind }),
    ...(bind && { bind }),
    ...((isNewUsed || isBoth) && { useNew: 'allows' as const }),
    ...((isSaidOnly || isOldStopped || isSupportEnded) && { useOld: 'forbids' as const }),
    ...(!isSaidOnly &&
      !isOldStopped &&
      !isSupportEnded &&
      (isOldUsed || isBoth) && { useOld: 'allows' as const }),
    ...(apply && { apply }),
  };
}

/** What the notice calls a phase, else what it is for; empty where neither is said. */
function nameIn(text: string, rules: Rules): string {
  const step = (STEP.exec(text) ?? STEP_DAY.exec(text))?.[1];
  if (step !== undefined) return step;
  const called =
    /([\p{Script=Han}A-Za-z]{1,10}?(?:阶段|时期|窗口期|过渡期|期间|(?<![日周假学工])期))(?![\p{Script=Han}]*限)/u.exec(
      text.replace(/(?:为|是|系|进入|即|：|:)/g, '，'),
    )?.[1];
  const name = called?.replace(/^(?:在|于|本次|此次|该|各|起|止|日|的)+/, '') ?? '';
  if (
    name.length > 1 &&
    name !== '期间' &&
    !/(?:有效|到|延|续|长|同|近|前|后|定|日|工作日|逾|过|超)期/.test(name)
  )
    return name;
  if (rules.useOld === 'forbids') return rules.useNew === 'allows' ? '只用新CA' : '停用原CA';
  if (rules.unbindOld === 'allows' && rules.bind === 'allows') return '解绑和绑定';
  if (rules.useNew === 'allows') return '启用新CA';
  if (rules.bind === 'allows') return '绑定新CA';
  return rules.apply === 'allows' ? '申请' : '';
}

/** Whether a sentence with a day in it tells of a phase, and not of what somebody has to do by that day. */
export function isOfPhase(sentence: string): boolean {
  if (isOfClosing(sentence)) return false;
  const rules = rulesIn(sentence);
  const { apply: _apply, ...others } = rules;
  return (
    /阶段|过渡期|窗口期|更换期|办理期|并行期|期间|为[^，,。；;]{1,10}期(?=[，,。；;]|$)/.test(sentence) ||
    // 「6月22日起，各单位应在10个工作日内完成绑定」 asks somebody.
    (Object.keys(others).length > 0 && !/^请|(?:^|[，,])各[^，,]{0,12}(?:应|须|需|要)/.test(sentence)) ||
    STEP.test(sentence) ||
    STEP_DAY.test(sentence) ||
    /系统(?:支持|开放|开通|正式|将|关闭|停止|不再)/.test(sentence)
  );
}

/** The words of a phase go on until what names the next first day; what somebody has to do by a day is not of them. */
function wordsOf(clause: Clause, day: FoundDay, days: readonly FoundDay[]): string {
  const at = days.indexOf(day);
  const next = days.find((each, index) => each.at > day.at && index > at && !isSpanEnd(days, index));
  const sentence = sentenceAt(clause.text, day.at);
  const start = Math.max(0, clause.text.indexOf(sentence.slice(0, 12)));
  const before = days.findLast((each, index) => index < at && each.at >= start && !isSpanEnd(days, at));
  // Two days in one sentence: 「3月1日起启用新证书，旧证书于4月30日停止使用」 says of each only its own half.
  const comma = /[，,](?=[^，,]*$)/;
  const from = before ? start + (comma.exec(clause.text.slice(start, day.at))?.index ?? -1) + 1 : start;
  const until = next ? next.at : clause.text.length;
  const tail = clause.text.slice(from, until);
  const isShared = next !== undefined && !/[。；;\n]/.test(clause.text.slice(day.at, next.at));
  const own = isShared ? tail.slice(0, comma.exec(tail)?.index ?? tail.length) : tail;
  const parts = sentencesOf(own);
  // What the next day's sentence begins with is the next phase's.
  const whole =
    next && !isShared && !/[。；;\n]\s*$/.test(own) && parts.length > 1 ? parts.slice(0, -1) : parts;
  const told = whole.filter(
    // What becomes of whoever is late is of the days after it.
    (each, index) => index === 0 || !/应于|须于|前(?:报|交|将|完成)|请(?:联系|咨询)|^逾期/.test(each),
  );
  return told.join('。').slice(0, LONGEST);
}

/** What stands between two commas, around a place; with what follows where it is a day alone: 「3月31日24时起，旧锁停用」. */
function halfAt(text: string, at: number): string {
  const before = /[^，,。；;\n]*$/.exec(text.slice(0, at))?.[0] ?? '';
  const own = /^[^，,。；;\n]*/.exec(text.slice(at))?.[0] ?? '';
  const isDayAlone = before.length < 6 && own.length < 18 && /(?:起|后|时|日)$/.test(own);
  const next = /^[，,][^，,。；;\n]*/.exec(text.slice(at + own.length))?.[0] ?? '';
  return `${before}${own}${isDayAlone ? next : ''}`;
}

/** All phases of a clause. A single last day is one as well: what ran until it. */
export function phasesIn(
  clause: Clause,
  { year, known }: ReadingContext,
): readonly Partial<Entry<'phases'>>[] {
  const days = findDays(clause.text, year);
  return days.flatMap((day, index): readonly Partial<Entry<'phases'>>[] => {
    const after = afterwards(clause, day, days);
    const own = sentenceAt(clause.text, day.at);
    const isFrom = day.role === 'from' || (day.role === 'day' && STEP_DAY.test(own));
    if (isOfClosing(own) || isOfProvince(own)) return [];
    if (!isFrom && (day.role !== 'due' || isSpanEnd(days, index))) return [];
    const words = wordsOf(clause, day, days);
    const rules = rulesIn(words);
    // The old one ends with that day, so that what begins after it is meant; where that is not said, the author decides.
    const isClosing = !isFrom && rules.useOld === 'forbids';
    // 「5月31日24时关闭换绑通道」 is where it ends, and nothing that is forbidden until then.
    if (!isFrom && !isClosing && [rules.unbindOld, rules.bind].includes('forbids')) return [];
    // 「原证书同时失效，请在4月13日前处理完毕」: the day is another half sentence's.
    if (isClosing && rulesIn(halfAt(clause.text, day.at)).useOld !== 'forbids') return [];
    if (isClosing && day.inclusive !== true) return [];
    // 「9月30日前登录绑定」 is what somebody has to do by then, not what runs until then.
    if (!isFrom && !isClosing && /前$/.test(day.words) && !/阶段|(?:过渡|办理|更换|并行|窗口)期/.test(words))
      return [];
    const end = isFrom && isSpanEnd(days, index + 1) ? days[index + 1] : undefined;
    // A sentence for some only is no rule of the phase: it has its own (`rulesOfSome`).
    const sentences = sentencesOf(words);
    const shared = sentences.filter((each, at) => at === 0 || !(isOfSome(each, known) || isDaily(each)));
    const name = nameIn(words, rules);
    // Days of something that has no name and of which nothing is said are no phase.
    if (name === '' && Object.keys(rules).length === 0) return [];
    const audiences = audiencesIn(own, known);
    return [
      {
        ...(isFrom && { from: day.date, ...(end && { until: end.date }) }),
        ...(!isFrom && (isClosing ? { from: addDays(day.date, 1) } : { until: day.date })),
        name,
        text: words.includes('。') ? wholeOf(words) : words,
        ...(shared.length < sentences.length
          ? {
              ...rules,
              unbindOld: 'not-stated' as const,
              bind: 'not-stated' as const,
              ...rulesIn(shared.join('。')),
            }
          : rules),
        ...(audiences.length > 0 && { audiences }),
        ...(levelsIn(own).length > 0 && { levels: levelsIn(own) }),
      },
      ...after,
    ];
  });
}

/** 「4月1日至6月30日…。逾期原证书不再可用。」: the day after its last the old key is no longer used. */
function afterwards(
  clause: Clause,
  day: FoundDay,
  days: readonly FoundDay[],
): readonly Partial<Entry<'phases'>>[] {
  const at = days.indexOf(day);
  const end = days[at + 1];
  if (day.role !== 'from' || !end || !isSpanEnd(days, at + 1) || days[at + 2]) return [];
  const told = sentencesOf(clause.text.slice(end.at)).find((each) => /^逾期/.test(each)) ?? '';
  const rules = rulesIn(told);
  if (rules.useOld !== 'forbids' || /未[^，,。；;]{1,14}的/.test(told)) return [];
  return [{ from: addDays(end.date, 1), name: '停用原CA', text: told, useOld: 'forbids' }];
}

const isOfSome = (sentence: string, known: ReadingContext['known']) => {
  const { unbindOld, bind } = rulesIn(sentence);
  return (unbindOld ?? bind) !== undefined && audiencesIn(sentence, known).length > 0;
};

/**
 * Unbinding and binding that a clause with a phase in it allows or forbids some people, with their own days where the
 * sentence has them: 「县（区）预算单位仅可于10月12日至10月30日办理换绑」. So nobody is told they may who may not.
 */
export function rulesOfSome(
  clause: Clause,
  { year, known }: ReadingContext,
): readonly Partial<Entry<'rules'>>[] {
  const [first] = phasesIn(clause, { year, known });
  if (!first) return [];
  return sentencesOf(clause.text)
    .slice(1)
    .flatMap((text) => {
      if (!isOfSome(text, known)) return [];
      const [day, another] = findDays(text, year);
      // A sentence with days of its own is a window, and has its rules there.
      if (another) return [];
      const span = day
        ? { from: day.role === 'due' ? '' : day.date, until: day.role === 'due' ? day.date : '' }
        : { from: first.from ?? '', until: first.until ?? '' };
      const people = audiencesIn(text, known);
      const levels = levelsIn(text);
      const groups =
        levels.length === 0
          ? [{ audiences: people, levels }]
          : [
              { audiences: people.filter((id) => UNITS.includes(id)), levels },
              { audiences: people.filter((id) => !UNITS.includes(id)), levels: [] },
            ];
      const rules = rulesIn(text);
      return (['unbindOld', 'bind'] as const).flatMap((field) => {
        const verdict = rules[field];
        if (verdict === undefined) return [];
        return groups
          .filter(({ audiences }) => audiences.length > 0)
          .map((group) => ({
            action: PHASE_ACTIONS[field],
            verdict,
            text: wholeOf(text),
            ...span,
            ...group,
          }));
      });
    });
}

/** 「凭盖章申请表，2个工作日内解绑」: unbinding that the system does not do by itself. */
export function applicationsIn(clause: Clause): readonly Partial<Entry<'rules'>>[] {
  return sentencesOf(clause.text).flatMap((text) => {
    const isAsked = /(?:申请|凭|提交|出具)[^。；;]{0,40}解绑|解绑(?:申请|手续)|申请解绑/.test(text);
    const wait = /(\d{1,2})\s*个?(工作日|天|日)/.exec(text);
    if (!isAsked || !/盖章|申请表|书面|书|函|窗口/.test(text)) return [];
    return [
      {
        action: 'unbind-old' as const,
        verdict: 'allows' as const,
        text: wholeOf(text),
        byApplication: true,
        ...(wait && { waitDays: wait[1] ?? '', waitUnit: wait[2] === '工作日' ? 'working-days' : 'days' }),
      },
      // 「…解绑后各单位登录系统绑定新证书」: what is bound afterwards is bound by oneself.
      ...(/解绑后[^。；;]*(?<!解)绑定新/.test(text) && rulesIn(text).bind !== 'forbids'
        ? [{ action: 'bind' as const, verdict: 'allows' as const, text: wholeOf(text) }]
        : []),
    ];
  });
}
