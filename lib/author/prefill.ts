/** What an entry begins with when it is added from a clause: days, names and numbers picked up there. Pure. */

import { addDays } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { baseFacts } from './base';
import type { Clause } from './clauses';
import {
  type FoundChange,
  type FoundDay,
  findAmounts,
  findChanges,
  findDays,
  findLeads,
  findPapers,
  findTelephones,
} from './finds';
import type { Entry, SectionName } from './sections';
import type { AudienceWords } from './write-entries';

const LONGEST = 200;

/** The sentence of a text that a place lies in, without its final sign. */
function sentenceAt(text: string, at: number): string {
  const starts = [...text.slice(0, at).matchAll(/[。；;\n]/g)].at(-1);
  const from = starts ? starts.index + 1 : 0;
  const rest = text.slice(from);
  const end = /[。；;\n]/.exec(rest.slice(Math.max(0, at - from)));
  return (end ? rest.slice(0, at - from + end.index) : rest).trim().slice(0, LONGEST);
}

const said = (inclusive: FoundDay['inclusive']) =>
  inclusive === 'not-stated' ? 'not-stated' : inclusive ? 'yes' : 'no';

/** The audiences a text names: longer names first, so that 主管预算单位 is not read as 预算单位 too. */
function audiencesIn(text: string, known: readonly AudienceWords[]): readonly string[] {
  const names = known
    .flatMap(({ id, name, aliases }) => [name.zh, ...aliases].map((words) => ({ id, words })))
    .sort((a, b) => b.words.length - a.words.length);
  const found = new Set<string>();
  // Whom papers go to is not whom the clause is for: 报市财政局.
  let rest = text.replace(/(?:报|交|向|至|送)[^，,。；;\n]{0,8}财政(?:部门|局|厅)/g, '\n');
  for (const { id, words } of names) {
    if (!rest.includes(words)) continue;
    found.add(id);
    rest = rest.replaceAll(words, '\n');
  }
  return known.map(({ id }) => id).filter((id) => found.has(id));
}

/** A last day right after its first day: 3月2日至3月13日. */
function isSpanEnd(days: readonly FoundDay[], index: number): boolean {
  const [before, day] = [days[index - 1], days[index]];
  return before?.role === 'from' && day?.role === 'due' && day.at - before.at < 24;
}

function phasesIn(clause: Clause, days: readonly FoundDay[]): readonly Partial<Entry<'phases'>>[] {
  return days.flatMap((day, index): readonly Partial<Entry<'phases'>>[] => {
    const text = sentenceAt(clause.text, day.at);
    if (day.role === 'from') {
      const end = isSpanEnd(days, index + 1) ? days[index + 1] : undefined;
      return [{ from: day.date, text, ...(end && { until: end.date }) }];
    }
    return day.role === 'due' && !isSpanEnd(days, index) ? [{ until: day.date, text }] : [];
  });
}

function dutyIn(
  clause: Clause,
  days: readonly FoundDay[],
  known: readonly AudienceWords[],
): Partial<Entry<'duties'>> {
  // What is due stands by itself (于3月13日前); the end of a span is a phase's, and only else a duty's.
  const due =
    days.find(({ role }, index) => role === 'due' && !isSpanEnd(days, index)) ??
    days.find(({ role }) => role === 'due');
  const from = days.find(({ role }, index) => role === 'from' && !isSpanEnd(days, index + 1));
  // A day counted from another is taken where no date is named, and it is said from which.
  const lead = due ? undefined : findLeads(clause.text).find(({ anchor }) => anchor !== 'receipt');
  return {
    ...(lead && {
      dueAnchor: lead.anchor as 'publication',
      dueSide: lead.side,
      dueCount: String(lead.count),
      dueUnit: lead.unit,
      ...(/内/.test(clause.text.slice(lead.at, lead.at + lead.words.length + 1)) && {
        dueInclusive: 'yes' as const,
      }),
    }),
    text: clause.text.split('\n').join('').slice(0, LONGEST),
    audiences: audiencesIn(clause.text, known),
    soft: due !== undefined && sentenceAt(clause.text, due.at).includes('原则上'),
    ...(due && { due: due.date, dueInclusive: said(due.inclusive) as 'yes' }),
    ...(from && { from: from.date, fromInclusive: said(from.inclusive) as 'yes' }),
    ...(/另行通知/.test(clause.text) && !due && { dueLater: true }),
  };
}

/** 「新办费用为192元（CA97元，签章95元）」: total, then its two parts. */
function tariffsIn(clause: Clause): readonly Partial<Entry<'tariffs'>>[] {
  const amounts = findAmounts(clause.text);
  return amounts.flatMap(({ amount, at }, index) => {
    const [ca, seal] = [amounts[index + 1], amounts[index + 2]];
    if (!ca || !seal || Math.abs(ca.amount + seal.amount - amount) > 0.005) return [];
    const name = /(新办|更换|续期|补办)[^新更续补]*$/.exec(clause.text.slice(0, at))?.[1] ?? '';
    return [{ name, ca: String(ca.amount), seal: String(seal.amount) }];
  });
}

function placesIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  const address = /地址[:：]\s*([^。；;\n]{4,80})/.exec(clause.text)?.[1]?.trim() ?? '';
  const name =
    /(?:至|到|在)\s*([^至到在，,。；;\n]{4,40}?)(?:现场)?办理/.exec(clause.text)?.[1]?.trim() ?? '';
  const hours = [...clause.text.matchAll(/(?:办公|办理|受理|工作)时间[:：为]?\s*([^。\n]{4,120})/g)]
    .map((match) => match[1]?.trim() ?? '')
    .join('\n');
  return [{ address, name, hours }];
}

/** 「第一批：9月1日至9月10日，市级预算单位」, one a sentence. */
function batchesIn(clause: Clause, year: number): readonly Partial<Entry<'batches'>>[] {
  return clause.text.split(/[。；;\n]/).flatMap((sentence) => {
    const name = /第[一二三四五六七八九十\d]{1,3}批/.exec(sentence)?.[0];
    if (!name) return [];
    const [first, last] = findDays(sentence, year);
    const rest = sentence
      .replace(name, '')
      .replace(/[(（][^)）]*[)）]/g, '')
      .replace(/(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日/g, '')
      .split(/[:：,，、至到—–－~～-]/)
      .map((words) => words.replace(/^(?:为|是|由|起|止|的)+|(?:办理|更换)$/g, '').trim())
      .filter((words) => words.length > 1);
    return [{ name, units: rest.join('、'), from: first?.date ?? '', until: last?.date ?? '' }];
  });
}

type Fact = Readonly<Record<string, unknown>>;

const zhOf = (text: unknown) =>
  typeof text === 'object' && text !== null && 'zh' in text ? String(text.zh) : '';

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
      const dayIn = (part: string) => {
        const day = fact[part];
        if (typeof day === 'string') return day;
        return typeof day === 'object' && day !== null && 'date' in day ? String(day.date) : '';
      };
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
  return change ? { dueInclusive: said(change.to.inclusive) as 'yes' } : {};
}

/** Whether a fact runs from the first to the second day that a clause names: 9月19日至20日 gives only the first. */
function spanIn(fact: Readonly<Record<string, unknown>>, days: readonly FoundDay[]): boolean {
  const [first, last] = days;
  if (!first || fact.from !== first.date || typeof fact.until !== 'string') return false;
  return last === undefined || fact.until === last.date;
}

/** What a system accepts, with its days moved: it takes the place of what the base says. */
function movedUses(clause: Clause, year: number, base: NoticePack): readonly Partial<Entry<'uses'>>[] {
  const changes = findChanges(clause.text, year);
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

function amendmentsIn(
  clause: Clause,
  year: number,
  base: NoticePack,
): readonly Partial<Entry<'amendments'>>[] {
  const days = movedFacts(clause, findChanges(clause.text, year), base);
  const text = clause.text.split('\n').join('').slice(0, LONGEST);
  const isReplaced = /(?:改|更正|变更|调整)为?/.test(clause.text);
  const numbers = findTelephones(clause.text);
  const known = baseFacts(base, ['contacts']).filter(({ fact }) => clause.text.includes(String(fact.number)));
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
  const found = [...days, ...contacts, ...repealed];
  return found.length > 0 ? found : [{ text, withdrawn: repeals }];
}

function roleOf(name: string): Entry<'contacts'>['role'] {
  if (/窗口/.test(name)) return 'ca-counter';
  if (/财政|采购(?:处|科|办)/.test(name)) return 'bureau';
  if (/签章|印章/.test(name)) return 'seal-vendor';
  return /CA|认证|证书/i.test(name) ? 'ca-vendor' : 'other';
}

/**
 * Entries of one part to begin with, at least one, each citing the clause. Only suggestions: the author
 * sees every word of them and has the last.
 * @param base the notice that is changed: its facts with the days and numbers that the clause moves are offered
 */
export function prefill(
  section: SectionName,
  clause: Clause,
  year: number,
  known: readonly AudienceWords[],
  base: NoticePack | null = null,
): readonly Partial<Entry>[] {
  const days = findDays(clause.text, year);
  const found =
    section === 'amendments' && base
      ? amendmentsIn(clause, year, base)
      : section === 'uses' && base
        ? movedUses(clause, year, base)
        : section === 'batches'
          ? batchesIn(clause, year)
          : suggestionsFor(section, clause, days, known);
  const entries = found.length === 0 ? [{}] : found;
  return entries.map((entry) => ({ ...entry, cite: clause.cite }) as Partial<Entry>);
}

/** 一式两份 as 2; empty where it is not said. */
function copiesIn(text: string): string {
  const written = /一式([一二两三四五六七八九\d]{1,2})份/.exec(text)?.[1] ?? '';
  const at = '零一二三四五六七八九'.indexOf(written === '两' ? '二' : written);
  return /^\d+$/.test(written) || written === '' ? written : String(at);
}

function suggestionsFor(
  section: SectionName,
  clause: Clause,
  days: readonly FoundDay[],
  known: readonly AudienceWords[],
): readonly object[] {
  switch (section) {
    case 'phases':
      return phasesIn(clause, days);
    case 'duties':
      return [dutyIn(clause, days, known)];
    case 'tariffs':
      return tariffsIn(clause);
    case 'places':
      return placesIn(clause);
    case 'contacts':
      return findTelephones(clause.text).map(({ at: _at, ...found }) => ({
        ...found,
        role: roleOf(found.name),
      }));
    case 'materials':
      return findPapers(clause.text).map((name) => ({
        name,
        attachment: new RegExp(`《${name}》[（(]附件(\\d{1,2})`).exec(clause.text)?.[1] ?? '',
        paper: /纸质/.test(clause.text),
        paperStamped: /盖.{0,4}章/.test(clause.text),
        paperCopies: copiesIn(clause.text),
        scan: /扫描/.test(clause.text),
        scanColour: /彩色/.test(clause.text),
      }));
    case 'audiences':
      return audiencesIn(clause.text, known).map((audience) => ({ audience }));
    case 'warnings':
    case 'statements':
    case 'amendments':
    case 'silences':
    case 'rules':
      return [
        {
          text: clause.text.split('\n').join('').slice(0, LONGEST),
          audiences: audiencesIn(clause.text, known),
        },
      ];
    default:
      return [];
  }
}
