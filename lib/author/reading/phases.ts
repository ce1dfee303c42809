/** Phases in a clause: their days, their name, and what the system lets people do in them. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { type FoundDay, findDays } from '@/lib/author/finds';
import { PHASE_ACTIONS } from '@/lib/author/phase-actions';
import type { Entry } from '@/lib/author/sections';
import { addDays } from '@/lib/notice/days';
import { isOfClosing } from './closings';
import { type Rules, rulesIn } from './phase-rules';
import { LONGEST, sentenceAt, sentencesOf, wholeOf } from './sentences';
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
