/** Which days of a base notice a clause moves, whether or not it names the old ones. Pure. */
import { type BaseFact, baseFacts, dayOf, zhOf } from '@/lib/author/base';
import type { Clause } from '@/lib/author/clauses';
import { type FoundChange, type FoundDay, findChanges, findDays } from '@/lib/author/finds';
import { isCalendarDate } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { isSpanEnd } from './phases';
import { sentenceAt } from './sentences';

/** Before a new day whose old one is not named: 过渡阶段延长至9月20日, 启用日期相应调整为10月9日. */
const TO_A_NEW_DAY =
  /(?:延长|延期|延后|推迟|顺延|提前|调整|变更|更正|修改|改|延)(?:至|到|为|成)?\s*(?:\d{4}年)?$/;

/** Deeds by which a duty or a rule is meant. */
const DEEDS: readonly (readonly [RegExp, RegExp])[] = [
  [/解绑/, /解绑/],
  [/(?<!解)绑定/, /(?<!解)绑定/],
  [/启用|使用新/, /启用|使用新|只能使用|只认新/],
  [/报送|申报|提交|申请/, /报送|申报|提交|申请|报/],
  [/领取/, /领取/],
  [/核对/, /核对/],
  [/测试|试签/, /测试|试签/],
  [/汇总/, /汇总/],
];

const wordsOf = ({ fact, name }: BaseFact) => `${name} ${zhOf(fact.text)}`;
const coreOf = (name: string) => name.replace(/(?:阶段|时期|期间|期)$/, '');

/** The facts a sentence speaks of, the most particular kind that it names: a phase or batch by name, else by the deed. */
function meantBy(sentence: string, base: NoticePack): readonly BaseFact[] {
  const named = baseFacts(base, ['phases', 'batches']).filter(({ name }) => {
    const core = coreOf(name);
    return core.length > 1 && sentence.includes(core);
  });
  if (named.length > 0) return named;
  const deeds = DEEDS.filter(([sign]) => sign.test(sentence)).map(([, sign]) => sign);
  const does = (fact: BaseFact) => deeds.some((sign) => sign.test(wordsOf(fact)));
  const duties = baseFacts(base, ['obligations']).filter(does);
  return duties.length > 0 ? duties : baseFacts(base, ['permissions', 'phases']).filter(does);
}

/** The one day that all facts meant have; none where they have several, since then either could be meant. */
function oldDay(facts: readonly BaseFact[], part: 'from' | 'end'): string | null {
  const days = new Set(
    facts
      .map(({ fact }) => dayOf(part === 'from' ? fact.from : (fact.until ?? fact.due)))
      .filter(isCalendarDate),
  );
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

/** Moves whose old day is not in the words, but in the one fact that they name. */
function impliedChanges(clause: Clause, year: number, base: NoticePack): readonly FoundChange[] {
  const days = findDays(clause.text, year);
  const told = new Set(findChanges(clause.text, year).flatMap(({ from, to }) => [from.at, to.at]));
  return days.flatMap((to, index): readonly FoundChange[] => {
    const before = clause.text.slice(Math.max(0, to.at - 12), to.at);
    if (told.has(to.at) || !TO_A_NEW_DAY.test(before)) return [];
    const facts = meantBy(sentenceAt(clause.text, to.at), base);
    const end = isSpanEnd(days, index + 1) ? days[index + 1] : undefined;
    const pair = (part: 'from' | 'end', next: FoundDay): readonly FoundChange[] => {
      const old = oldDay(facts, part);
      return old === null || old === next.date || !isCalendarDate(old)
        ? []
        : [{ from: { ...next, date: old }, to: next }];
    };
    if (end) return [...pair('from', to), ...pair('end', end)];
    const isBegun =
      to.role === 'from' || /(?:开始|启动|启用|起始)[^，,。；;]{0,8}$/.test(clause.text.slice(0, to.at));
    return isBegun ? pair('from', { ...to, role: 'from' }) : pair('end', to);
  });
}

/** Every day of the base that a clause moves, with the day it is moved to. */
export function changedDays(clause: Clause, year: number, base: NoticePack): readonly FoundChange[] {
  return [...findChanges(clause.text, year), ...impliedChanges(clause, year, base)];
}
