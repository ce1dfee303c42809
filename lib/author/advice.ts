/**
 * What a careful colleague would say on reading a draft: not errors, the pack may be right all the same.
 * Pure. Sentences are in the locale files (`author.advice.<code>`).
 */
import { addDays, isCalendarDate, weekdayOf } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { isWorkingDay, workingDaysLeft } from '@/lib/notice/working-days';
import { onAddedAudiences, onUnnamedAudiences } from './advice-audiences';
import { onCounted } from './advice-counted';
import { onDutyParts } from './advice-duties';
import { onExempt } from './advice-exempt';
import type { Advice } from './advice-model';
import { onPrices } from './advice-prices';
import { onThings } from './advice-things';
import { amendedIds, amends, baseFacts, dayOf, findFact } from './base';
import { type Clause, citedText, citesOf, OUTSIDE } from './clauses';
import { citedClauses, type Draft, entriesOf } from './draft';
import { findLeads } from './find-leads';
import { findAmounts, findDays, findTelephones } from './finds';
import { fieldsOf, type LooseEntry, SECTION_NAMES, type SectionName } from './sections';

const DATED_LISTS = ['phases', 'permissions', 'obligations', 'batches', 'accepts'] as const;
/** Fields whose day is the last of something: there a day off matters. */
const LAST_DAYS: readonly (readonly [SectionName, string])[] = [
  ['phases', 'until'],
  ['duties', 'due'],
  ['batches', 'until'],
  ['rules', 'until'],
  ['makeUps', 'until'],
  ['amendments', 'due'],
  ['amendments', 'until'],
];
/** Windows of fewer working days than this are pointed out. */
const SHORT_WINDOW = 5;

function wordsIn(entry: LooseEntry, field: string): string {
  const value = entry[field];
  return typeof value === 'string' ? value.trim() : '';
}

function* everyEntry(draft: Draft): Generator<readonly [SectionName, LooseEntry]> {
  for (const section of SECTION_NAMES) for (const entry of entriesOf(draft, section)) yield [section, entry];
}

function* onDays(draft: Draft): Generator<Advice> {
  const { publishedOn } = draft.header;
  const moved = new Set<string>();
  for (const [section, field] of LAST_DAYS) {
    for (const item of entriesOf(draft, section)) {
      // One day to make up on is its own last one.
      const date = wordsIn(item, field) || (section === 'makeUps' ? wordsIn(item, 'from') : '');
      if (!isCalendarDate(date)) continue;
      const entry = { section, id: item.id };
      // One day of the base is moved in many of its facts; the new one is spoken of once.
      if (section === 'amendments') {
        if (moved.has(date)) continue;
        moved.add(date);
      }
      const weekday = weekdayOf(date);
      const works = isWorkingDay(date);
      if (works === false || (works === null && (weekday === 0 || weekday === 6))) {
        const isWeekend = weekday === 0 || weekday === 6;
        yield { code: isWeekend ? 'weekend' : 'holiday', params: { date, weekday }, entry };
      }
      if (isCalendarDate(publishedOn)) {
        if (date === publishedOn) yield { code: 'dueOnPublication', params: { date }, entry };
        if (date < publishedOn)
          yield { code: 'dueBeforePublication', params: { date, published: publishedOn }, entry };
      }
    }
  }
  for (const section of ['duties', 'amendments'] as const) {
    for (const each of draft.entries[section]) {
      const entry = { section, id: each.id };
      if (section === 'amendments' && 'fact' in each && !each.fact.startsWith('obligations/')) continue;
      if (isCalendarDate(each.due) && each.dueInclusive === 'not-stated') {
        yield { code: 'uncertainDay', params: { date: each.due, word: '前' }, entry };
      }
      if (isCalendarDate(each.from) && each.fromInclusive === 'not-stated') {
        yield { code: 'uncertainDay', params: { date: each.from, word: '后' }, entry };
      }
    }
  }
}

/** Whether words name a day, be it as the end of 「6月1日至30日」, which leaves its month out. */
function saysDay(words: string, date: string): boolean {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (words.includes(`${month}月${day}日`)) return true;
  return new RegExp(`(?<!\\d)${month}月\\d{1,2}日?起?[至到—-]${day}日`).test(words);
}

/** What is easily forgotten where one notice changes another. */
function* onChanges(draft: Draft, base: NoticePack | null): Generator<Advice> {
  if (!amends(draft)) return;
  if (!base) {
    yield { code: 'baseAbsent', params: { id: amendedIds(draft)[0] ?? '' } };
    return;
  }
  if (isCalendarDate(draft.header.publishedOn) && draft.header.publishedOn < base.publishedOn) {
    yield { code: 'baseNewer', params: { number: base.documentNumber, date: base.publishedOn } };
  }
  yield* onAddedAudiences(draft, base);
  const { amendments } = draft.entries;
  if (amendments.length === 0) yield { code: 'noAmendment', params: { number: base.documentNumber } };
  const changed = new Set(amendments.map(({ fact }) => fact));
  const told = new Set<string>();
  for (const { insteadOf } of draft.entries.uses) changed.add(insteadOf);
  for (const each of amendments) {
    for (const part of ['until', 'due', 'from'] as const) {
      const fact = findFact(base, each.fact)?.fact;
      const before = dayOf(fact?.[part]);
      if (!isCalendarDate(each[part]) || !isCalendarDate(before) || before === each[part]) continue;
      const named = `${Number(before.slice(5, 7))}月${Number(before.slice(8))}日`;
      if (each.words.trim() === '' && saysDay(JSON.stringify(fact?.text ?? ''), before)) {
        yield {
          code: 'wordsStay',
          params: { words: named },
          entry: { section: 'amendments', id: each.id },
        };
      }
      for (const other of baseFacts(base, DATED_LISTS)) {
        if (changed.has(other.value) || told.has(other.value)) continue;
        const { from, until, due } = other.fact;
        const isSame = [dayOf(until), dayOf(due)].includes(before) && part !== 'from';
        // What follows begins the day after: it moves with what it follows.
        const begins = part === 'from' ? before : addDays(before, 1);
        if (!isSame && dayOf(from) !== begins) continue;
        told.add(other.value);
        const params = { date: isSame ? before : begins, name: other.name };
        // What a system accepts is changed in its own part of the form, not by an amendment.
        const code = other.list === 'accepts' ? 'useStaysBeside' : 'dayStaysBeside';
        yield { code, params, entry: { section: 'amendments', id: each.id } };
      }
    }
  }
}

/** Days of the facts of the notice that is changed. */
function daysOf(base: NoticePack | null): ReadonlySet<string> {
  if (!base) return new Set();
  const facts = baseFacts(base, [...DATED_LISTS, 'warnings']);
  return new Set([
    base.signedOn,
    base.publishedOn,
    ...facts.flatMap(({ fact }) => [dayOf(fact.from), dayOf(fact.until), dayOf(fact.due)]),
  ]);
}

function* onPhases(draft: Draft): Generator<Advice> {
  const { phases } = draft.entries;
  for (const phase of phases) {
    const { from, until } = phase;
    if (phase.unbindOld !== 'allows' || !isCalendarDate(from) || !isCalendarDate(until)) continue;
    const days = workingDaysLeft(from, until);
    if (days !== null && days < SHORT_WINDOW && days > 0) {
      yield {
        code: 'shortWindow',
        params: { name: phase.name, count: days },
        entry: { section: 'phases', id: phase.id },
      };
    }
  }
  const outer = phases
    .filter((phase) => phase.within === '' && phase.audiences.length === 0)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, phase] of outer.entries()) {
    const next = outer[index + 1];
    if (!next || !isCalendarDate(phase.until) || !isCalendarDate(next.from)) continue;
    const between = (Date.parse(next.from) - Date.parse(phase.until)) / 86_400_000;
    if (between > 1) {
      const params = { count: between - 1, earlier: phase.name, later: next.name };
      yield { code: 'gap', params, entry: { section: 'phases', id: next.id } };
    }
  }
  const { rules } = draft.entries;
  const allows = (action: string) =>
    rules.some((rule) => rule.action === action && rule.verdict === 'allows');
  if (phases.length === 0 || amends(draft)) return;
  if (!phases.some((phase) => phase.unbindOld === 'allows') && !allows('unbind-old')) {
    yield { code: 'noUnbinding', params: {} };
  }
  if (!phases.some((phase) => phase.bind === 'allows') && !allows('bind')) {
    yield { code: 'noBinding', params: {} };
  }
}

function* onParts(draft: Draft): Generator<Advice> {
  const { contacts, keys, duties, audiences, wheres, systems } = draft.entries;
  for (const { id, generation, keep, name } of keys) {
    if (generation === 'old' && keep === 'not-stated') {
      yield { code: 'keepUnsaid', params: { name }, entry: { section: 'keys', id } };
    }
  }
  for (const { id, place, contact, where } of duties) {
    const isElsewhere = wheres.some(({ duty }) => duty === id);
    if (place === '' && contact === '' && where.trim() === '' && !isElsewhere) {
      yield { code: 'noPlace', params: {}, entry: { section: 'duties', id } };
    }
  }
  for (const { id, name, code, hosts } of systems) {
    if (code.trim() === '' && hosts.trim() === '') {
      yield { code: 'noSystemCode', params: { name }, entry: { section: 'systems', id } };
    }
  }
  // A change leaves whom the notice is for and whom to call as they were.
  if (amends(draft)) return;
  if (contacts.length === 0) yield { code: 'noContact', params: {} };
  if (audiences.length === 0) yield { code: 'noAudience', params: {} };
  yield* onUnnamedAudiences(draft);
}

/** Whether an entry says what its clause says, as far as days, amounts and numbers can tell. */
function* onClauses(draft: Draft, clauses: readonly Clause[], base: NoticePack | null): Generator<Advice> {
  const { publishedOn, signedOn } = draft.header;
  const year = Number(publishedOn.slice(0, 4)) || Number(signedOn.slice(0, 4));
  const known = new Map(clauses.map((clause) => [clause.cite, clause]));
  const kept = amends(draft) ? daysOf(base) : new Set<string>();
  for (const [section, item] of everyEntry(draft)) {
    const entry = { section, id: item.id };
    const cite = item.cite.trim();
    if (cite === '') {
      yield { code: 'entryWithoutClause', params: {}, entry };
      continue;
    }
    if (clauses.length === 0) continue;
    const missing = citesOf(cite).find((each) => !known.has(each));
    if (missing !== undefined) {
      if (!missing.startsWith('通知外')) yield { code: 'unknownClause', params: { cite: missing }, entry };
      continue;
    }
    // An entry that rests on two clauses may have its day from either.
    const text = citedText(clauses, cite) ?? '';
    yield* compareWith({ cite, text, isHeading: false }, section, item, year, kept);
  }
  const cited = citedClauses(draft);
  const aside = new Set([...draft.setAside, OUTSIDE.head, OUTSIDE.signature]);
  for (const clause of clauses) {
    if (clause.isHeading || cited.has(clause.cite) || aside.has(clause.cite)) continue;
    // 「提交下列材料：」 says what its items say.
    const isIntroduction =
      /[:：]$/.test(clause.text) &&
      [...cited].some((cite) => cite !== clause.cite && cite.startsWith(clause.cite));
    if (isIntroduction) continue;
    yield { code: 'clauseWithoutEntry', params: { cite: clause.cite }, cite: clause.cite };
  }
  yield* onLeads(draft, clauses);
  const used = new Set([...everyEntry(draft)].flatMap(([, item]) => Object.values(item)));
  // Days on which a counter is shut are told with its hours.
  for (const { hours } of draft.entries.places) for (const { date } of findDays(hours, year)) used.add(date);
  // The day that is moved is named too, and stands in the notice that is changed.
  for (const day of kept) used.add(day);
  for (const clause of clauses) {
    if (year === 0 || aside.has(clause.cite)) continue;
    for (const { date, words } of findDays(clause.text, year)) {
      // The day before a first day is used by the phase before it: 「10月12日起」 ends what ran until the 11th.
      const isDayBefore = words.includes('24') && used.has(addDays(date, 1));
      if (!used.has(date) && !isDayBefore)
        yield { code: 'dayNotUsed', params: { words, cite: clause.cite }, cite: clause.cite };
    }
  }
}

/** Days counted from others: those a pack cannot count, and those nobody has taken down. */
function* onLeads(draft: Draft, clauses: readonly Clause[]): Generator<Advice> {
  const { duties, amendments, renewals, phases, rules } = draft.entries;
  for (const clause of clauses) {
    if (draft.setAside.includes(clause.cite)) continue;
    for (const { anchor, words, count } of findLeads(clause.text)) {
      const params = { words, cite: clause.cite };
      if (anchor === 'receipt') {
        yield { code: 'receiptDay', params, cite: clause.cite };
        continue;
      }
      const written = [
        ...[...duties, ...amendments].flatMap((each) => [each.dueCount, each.fromCount]),
        ...renewals.flatMap(({ opens, closes, grace }) => [opens, closes, grace]),
        ...[...phases, ...rules].map(({ waitDays }) => waitDays),
      ];
      if (!written.includes(String(count))) yield { code: 'leadNotTaken', params, cite: clause.cite };
    }
  }
}

const digitsOf = (number: string) => number.replace(/\D/g, '');

/** Days can be compared only where the notice's year is known. */
function* compareWith(
  clause: Clause,
  section: SectionName,
  item: LooseEntry,
  year: number,
  kept: ReadonlySet<string>,
): Generator<Advice> {
  const entry = { section, id: item.id };
  const found = findDays(clause.text, year);
  const days = new Set(found.map(({ date }) => date));
  if (section === 'phases' || section === 'batches') {
    // A phase has no place for "whether that day counts": it is told as the last day, which 前 does not say.
    const end = wordsIn(item, 'until');
    // Named twice, 至11月15日 and 于11月15日前, the day is clear.
    const named = found.filter(({ date }) => date === end);
    if (named.length > 0 && named.every(({ inclusive }) => inclusive === 'not-stated'))
      yield { code: 'uncertainDay', params: { date: end, word: '前' }, entry };
  }
  const amounts = new Set(findAmounts(clause.text).map(({ amount }) => amount));
  // With its area code as well: people type the number as it stands.
  const numbers = new Set(
    findTelephones(clause.text).flatMap(({ areaCode, number }) => [
      digitsOf(number),
      digitsOf(areaCode + number),
    ]),
  );
  for (const [field, { kind }] of Object.entries(fieldsOf(section))) {
    const value = wordsIn(item, field);
    if (value === '') continue;
    if (/^(?:asOf|validFrom|validUntil|publishedOn)$/.test(field)) continue;
    // 4月13日起 says of what came before that it ran until the 12th, and 「至4月12日」 of what comes next.
    const isBeside = (field === 'until' || field === 'from') && isNextTo(value, days, field);
    if (
      year > 0 &&
      kind === 'date' &&
      isCalendarDate(value) &&
      !days.has(value) &&
      !isBeside &&
      !kept.has(value)
    ) {
      yield { code: 'dayNotInClause', params: { date: value, cite: clause.cite }, entry };
    }
    if (kind === 'money' && !amounts.has(Number(value))) {
      yield { code: 'amountNotInClause', params: { amount: value, cite: clause.cite }, entry };
    }
    const isCall = (section === 'contacts' && field === 'number') || field === 'postNumber';
    if (isCall && !numbers.has(digitsOf(value))) {
      yield { code: 'numberNotInClause', params: { number: value, cite: clause.cite }, entry };
    }
  }
}

function isNextTo(value: string, days: ReadonlySet<string>, field: 'from' | 'until'): boolean {
  return isCalendarDate(value) && days.has(addDays(value, field === 'until' ? 1 : -1));
}

/** Everything a colleague would point out, in the order of the form. `clauses`: of the pasted text. */
export function adviseOn(
  draft: Draft,
  clauses: readonly Clause[],
  base: NoticePack | null = null,
): readonly Advice[] {
  return [
    ...onDays(draft),
    ...onChanges(draft, base),
    ...onPhases(draft),
    ...onExempt(draft),
    ...onThings(draft, clauses),
    ...onPrices(draft),
    ...onDutyParts(draft),
    ...onParts(draft),
    ...onClauses(draft, clauses, base),
    ...onCounted(draft, clauses, base),
  ];
}
