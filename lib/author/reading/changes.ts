/** What a clause changes of the notice it supplements or corrects: days, numbers, facts that no longer hold. Pure. */
import { baseFacts, dayOf, zhOf } from '@/lib/author/base';
import type { Clause } from '@/lib/author/clauses';
import { type FoundChange, type FoundDay, findDays, findTelephones, inForm } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { addDays } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { changedDays } from './changed-days';
import { sentenceAt, wholeOf } from './sentences';

type Fact = Readonly<Record<string, unknown>>;

const ACTION_WORDS: Readonly<Record<string, string>> = {
  apply: '申请更换',
  'unbind-old': '解绑原CA',
  bind: '绑定新CA',
  unbind: '日常解绑',
  'use-old': '使用原CA',
  'use-new': '使用新CA',
};

/** What a change calls the fact it changes: short, since its own words are shown beside it. */
function calledIn(list: string, fact: Fact): string {
  if (list === 'permissions') {
    const action = ACTION_WORDS[String(fact.action)] ?? '';
    // Silence that begins another day must not read as a permission that does.
    if (fact.verdict === 'not-stated') return `“未写能否${action}”`;
    return fact.verdict === 'forbids' ? `停止${action}` : action;
  }
  const words = zhOf(fact.name) || zhOf(fact.text);
  return `“${words.replace(/[。；]$/, '').slice(0, 30)}”`;
}

const inWords = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/**
 * The day of a fact, moved by a clause; undefined where it does not move. What begins the day after an end that moves
 * goes with it, and so does what ends the day before a beginning.
 * @param part which day of the fact it is
 */
function movedDay(changes: readonly FoundChange[], part: 'from' | 'end', day: string): string | undefined {
  if (day === '') return undefined;
  const own = changes.find(({ from }) => from.date === day);
  if (own) return own.to.date;
  const beside = part === 'from' ? 1 : -1;
  const next = changes.find(
    ({ from, to }) => (to.role === 'from') === (part === 'end') && addDays(from.date, beside) === day,
  );
  return next && addDays(next.to.date, beside);
}

/** The fact's own words with the days moved, where they name them: else they would go on telling the old ones. */
function movedWords({ text }: Fact, days: Readonly<Record<string, string>>): { readonly words?: string } {
  const words = zhOf(text);
  // All at once: a day that was moved must not be moved again.
  const names = Object.keys(days).map(inWords);
  const next = words.replace(/\d{1,2}月\d{1,2}日/g, (day) => {
    const moved = Object.values(days)[names.indexOf(day)];
    return moved === undefined ? day : inWords(moved);
  });
  return next === words ? {} : { words: next };
}

/** The facts of the base whose days the clause moves, each as one change. */
function movedFacts(
  clause: Clause,
  changes: readonly FoundChange[],
  base: NoticePack,
): readonly Partial<Entry<'amendments'>>[] {
  const named = Object.fromEntries(changes.map(({ from, to }) => [from.date, to.date]));
  return baseFacts(base, ['obligations', 'phases', 'permissions', 'batches', 'warnings']).flatMap(
    ({ value, list, fact }) => {
      const dayIn = (part: string) => dayOf(fact[part]);
      const changed = (list === 'obligations' ? ['from', 'due'] : ['from', 'until']).flatMap((part) => {
        const next = movedDay(changes, part === 'from' ? 'from' : 'end', dayIn(part));
        return next === undefined ? [] : [[part, next] as const];
      });
      if (changed.length === 0) return [];
      const inOrder = changed.map(([part, next]) => {
        const which = part === 'from' ? '开始' : '截止';
        return `${which}日期由${inWords(dayIn(part))}改为${inWords(next)}`;
      });
      const own = changes.find(({ from }) =>
        changed.some(([part]) => part !== 'from' && dayIn(part) === from.date),
      );
      return [
        {
          fact: value,
          // The clause's own words for the phase it moves, and for each rule and duty which of its days moves.
          text:
            list === 'phases' && own
              ? sentenceAt(clause.text, own.from.at)
              : `${calledIn(list, fact)}的${inOrder.join('，')}。`,
          ...Object.fromEntries(changed),
          ...movedWords(fact, {
            ...named,
            ...Object.fromEntries(changed.map(([part, next]) => [dayIn(part), next])),
          }),
          ...inclusiveOf(list, changed, changes),
        },
      ];
    },
  );
}

/** Whether the moved due day of an obligation counts itself, as the clause says of the new one. */
function inclusiveOf(
  list: string,
  changed: readonly (readonly [string, string])[],
  changes: readonly FoundChange[],
): Partial<Entry<'amendments'>> {
  const due = list === 'obligations' ? changed.find(([part]) => part === 'due')?.[1] : undefined;
  const change = changes.find(({ to }) => to.date === due);
  return change ? { dueInclusive: inForm(change.to.inclusive) } : {};
}

/** Whether a fact runs from the first to the second day that a clause names: 9月19日至20日 gives only the first. */
function spanIn(fact: Readonly<Record<string, unknown>>, days: readonly FoundDay[]): boolean {
  const [first, last] = days;
  if (!first || fact.from !== first.date || typeof fact.until !== 'string') return false;
  return last === undefined || fact.until === last.date;
}

/** What a system accepts, with its days moved: it takes the place of what the base says. */
export function movedUses(clause: Clause, year: number, base: NoticePack): readonly Partial<Entry<'uses'>>[] {
  const changes = changedDays(clause, year, base);
  return base.systems.flatMap((system) =>
    system.accepts.flatMap((each) => {
      const from = movedDay(changes, 'from', each.from ?? '');
      const until = movedDay(changes, 'end', each.until ?? '');
      if (from === undefined && until === undefined) return [];
      return [
        {
          system: `base/${system.id}`,
          keys: each.certificates.map((id) => `base/${id}`),
          from: from ?? each.from ?? '',
          until: until ?? each.until ?? '',
          insteadOf: `accepts/${each.id}`,
          note: each.note?.zh ?? '',
        },
      ];
    }),
  );
}

const PRICE = '(\\d{1,6}(?:\\.\\d{1,2})?)元(?:[/／每][^，,。；;由调变为]{1,3}){0,2}';
/** 「更换CA证书价格由66元/年调整为60元/年」, the old price and the new one. */
const NEW_PRICE = new RegExp(
  `([^，,。；;\\n]*?)(?:由|从)(?:每[年个套次]){0,2}${PRICE}(?:调整|变更|更正|修改|改|降|提高)(?:到|至|为)?(?:每[年个套次]){0,2}${PRICE}`,
  'g',
);

/**
 * The one price of the base that the words change, in the part that was so much. Where several were, and the words do not say
 * which, the author decides.
 */
function movedPrices(clause: Clause, base: NoticePack): readonly Partial<Entry<'amendments'>>[] {
  return [...clause.text.matchAll(NEW_PRICE)].flatMap(([words, said = '', old = '', fresh = '']) => {
    const isOf = (sign: RegExp) => sign.test(said);
    const parts = (['ca', 'seal', 'total'] as const).filter((part) => {
      if (part === 'total') return !isOf(/CA|证书|锁|章/i);
      return part === 'ca' ? isOf(/CA|证书|锁|介质/i) : isOf(/章/);
    });
    const meant = baseFacts(base, ['tariffs']).flatMap(({ value, name, fact }) =>
      parts
        .filter((part) => fact[part] === Number(old))
        // What is not parted has one price, whatever the words call it.
        .map((part) => ({ value, name, part })),
    );
    const whole = baseFacts(base, ['tariffs'])
      .filter(({ fact }) => fact.ca === undefined && fact.total === Number(old))
      .map(({ value, name }) => ({ value, name, part: 'total' as const }));
    const all = meant.length > 0 ? meant : whole;
    const named = all.filter(({ name }) => isOf(new RegExp(name.replace(/[（(].*$/, '').slice(0, 2))));
    const [one, another] = named.length > 0 ? named : all;
    return one && !another ? [{ fact: one.value, text: wholeOf(words), [one.part]: fresh }] : [];
  });
}

export function amendmentsIn(
  clause: Clause,
  year: number,
  base: NoticePack,
): readonly Partial<Entry<'amendments'>>[] {
  const days = movedFacts(clause, changedDays(clause, year, base), base);
  const text = wholeOf(clause.text);
  const isReplaced = /(?:改|更正|变更|调整)为?/.test(clause.text);
  const numbers = findTelephones(clause.text);
  const all = baseFacts(base, ['contacts']);
  const named = all.filter(({ fact }) => clause.text.includes(String(fact.number)));
  // Without the old number it is told by whose it is: 监管科联系电话变更为….
  const known = named.length > 0 ? named : all.filter(({ name }) => clause.text.includes(name));
  const contacts = known.flatMap(({ value, fact }) => {
    const next = numbers.find(({ number }) => number !== fact.number);
    return isReplaced && next ? [{ fact: value, text, number: next.number, areaCode: next.areaCode }] : [];
  });
  const dropped = /(?:废止|取消|不再(?:执行|报送|要求|办理)|删去|删除)/.test(clause.text)
    ? baseFacts(base, ['phases', 'permissions', 'obligations', 'warnings']).filter(({ fact }) =>
        spanIn(fact, findDays(clause.text, year)),
      )
    : [];
  const repeals = /(?:废止|取消|不再(?:执行|报送|要求|办理)|删去|删除)/.test(clause.text);
  const repealed = dropped.map(({ value, list, fact }) => ({
    fact: value,
    text: list === 'phases' ? text : `不再执行：${zhOf(fact.text)}`,
    withdrawn: true,
  }));
  const found = [...days, ...contacts, ...movedPrices(clause, base), ...repealed];
  return found.length > 0 ? found : [{ text, withdrawn: repeals }];
}
