/**
 * What a careful colleague would say on reading a draft: not errors, the pack may be right all the same.
 * Pure. Sentences are in the locale files (`author.advice.<code>`).
 */
import type { MessageParams } from '@/lib/locale/translate';
import { isCalendarDate, weekdayOf } from '@/lib/notice/days';
import { isWorkingDay, workingDaysLeft } from '@/lib/notice/working-days';
import { type Clause, OUTSIDE } from './clauses';
import { citedClauses, type Draft, entriesOf } from './draft';
import { findAmounts, findDays, findTelephones } from './finds';
import { fieldsOf, type LooseEntry, SECTION_NAMES, type SectionName } from './sections';

export const ADVICE_CODES = [
  'weekend',
  'holiday',
  'dueOnPublication',
  'dueBeforePublication',
  'noHours',
  'uncertainDay',
  'clauseWithoutEntry',
  'entryWithoutClause',
  'unknownClause',
  'dayNotUsed',
  'dayNotInClause',
  'amountNotInClause',
  'numberNotInClause',
  'noAreaCode',
  'gap',
  'noUnbinding',
  'noContact',
  'noAudience',
  'noBinding',
  'shortWindow',
  'keepUnsaid',
  'noPlace',
] as const;
export type AdviceCode = (typeof ADVICE_CODES)[number];

export interface Advice {
  readonly code: AdviceCode;
  readonly params: MessageParams;
  /** The entry it is about; absent: a clause or the whole notice. */
  readonly entry?: { readonly section: SectionName; readonly id: string } | undefined;
  /** The clause it is about. */
  readonly cite?: string | undefined;
}

/** Fields whose day is the last of something: there a day off matters. */
const LAST_DAYS: readonly (readonly [SectionName, string])[] = [
  ['phases', 'until'],
  ['duties', 'due'],
  ['batches', 'until'],
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
  for (const [section, field] of LAST_DAYS) {
    for (const item of entriesOf(draft, section)) {
      const date = wordsIn(item, field);
      if (!isCalendarDate(date)) continue;
      const entry = { section, id: item.id };
      const weekday = weekdayOf(date);
      const works = isWorkingDay(date);
      if (works === false || (works === null && (weekday === 0 || weekday === 6))) {
        const isWeekend = weekday === 0 || weekday === 6;
        yield { code: isWeekend ? 'weekend' : 'holiday', params: { date, weekday }, entry };
      }
      if (section === 'duties' && isCalendarDate(publishedOn)) {
        if (date === publishedOn) yield { code: 'dueOnPublication', params: { date }, entry };
        if (date < publishedOn)
          yield { code: 'dueBeforePublication', params: { date, published: publishedOn }, entry };
      }
    }
  }
  for (const duty of draft.entries.duties) {
    const entry = { section: 'duties' as const, id: duty.id };
    if (isCalendarDate(duty.due) && duty.dueInclusive === 'not-stated') {
      yield { code: 'uncertainDay', params: { date: duty.due, word: '前' }, entry };
    }
    if (isCalendarDate(duty.from) && duty.fromInclusive === 'not-stated') {
      yield { code: 'uncertainDay', params: { date: duty.from, word: '后' }, entry };
    }
  }
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
  if (phases.length > 0 && !phases.some((phase) => phase.unbindOld === 'allows')) {
    yield { code: 'noUnbinding', params: {} };
  }
  if (phases.length > 0 && !phases.some((phase) => phase.bind === 'allows'))
    yield { code: 'noBinding', params: {} };
}

function* onParts(draft: Draft): Generator<Advice> {
  const { places, contacts, keys, duties, audiences } = draft.entries;
  for (const { id, hours, name } of places) {
    if (hours.trim() === '') yield { code: 'noHours', params: { name }, entry: { section: 'places', id } };
  }
  for (const { id, number, areaCode, name } of contacts) {
    if (/^[2-9]\d{6,7}$/.test(number.trim()) && areaCode.trim() === '') {
      yield { code: 'noAreaCode', params: { name, number }, entry: { section: 'contacts', id } };
    }
  }
  for (const { id, generation, keep, name } of keys) {
    if (generation === 'old' && keep === 'not-stated') {
      yield { code: 'keepUnsaid', params: { name }, entry: { section: 'keys', id } };
    }
  }
  for (const { id, place, contact, where } of duties) {
    if (place === '' && contact === '' && where.trim() === '') {
      yield { code: 'noPlace', params: {}, entry: { section: 'duties', id } };
    }
  }
  if (contacts.length === 0) yield { code: 'noContact', params: {} };
  if (audiences.length === 0) yield { code: 'noAudience', params: {} };
}

/** Whether an entry says what its clause says, as far as days, amounts and numbers can tell. */
function* onClauses(draft: Draft, clauses: readonly Clause[]): Generator<Advice> {
  const { publishedOn, signedOn } = draft.header;
  const year = Number(publishedOn.slice(0, 4)) || Number(signedOn.slice(0, 4));
  const known = new Map(clauses.map((clause) => [clause.cite, clause]));
  for (const [section, item] of everyEntry(draft)) {
    const entry = { section, id: item.id };
    const cite = item.cite.trim();
    if (cite === '') {
      yield { code: 'entryWithoutClause', params: {}, entry };
      continue;
    }
    const clause = known.get(cite);
    if (clauses.length === 0) continue;
    if (!clause) {
      if (!cite.startsWith('通知外')) yield { code: 'unknownClause', params: { cite }, entry };
      continue;
    }
    yield* compareWith(clause, section, item, year);
  }
  const cited = citedClauses(draft);
  const aside = new Set([...draft.setAside, OUTSIDE.head, OUTSIDE.signature]);
  for (const clause of clauses) {
    if (clause.isHeading || cited.has(clause.cite) || aside.has(clause.cite)) continue;
    yield { code: 'clauseWithoutEntry', params: { cite: clause.cite }, cite: clause.cite };
  }
  const used = new Set([...everyEntry(draft)].flatMap(([, item]) => Object.values(item)));
  for (const clause of clauses) {
    if (year === 0 || aside.has(clause.cite)) continue;
    for (const { date, words } of findDays(clause.text, year)) {
      // The day before a first day is used by the phase before it: 「10月12日起」 ends what ran until the 11th.
      if (!used.has(date))
        yield { code: 'dayNotUsed', params: { words, cite: clause.cite }, cite: clause.cite };
    }
  }
}

/** Days can be compared only where the notice's year is known. */
function* compareWith(
  clause: Clause,
  section: SectionName,
  item: LooseEntry,
  year: number,
): Generator<Advice> {
  const entry = { section, id: item.id };
  const days = new Set(findDays(clause.text, year).map(({ date }) => date));
  const amounts = new Set(findAmounts(clause.text).map(({ amount }) => amount));
  const numbers = new Set(findTelephones(clause.text).map(({ number }) => number));
  for (const [field, { kind }] of Object.entries(fieldsOf(section))) {
    const value = wordsIn(item, field);
    if (value === '') continue;
    if (year > 0 && kind === 'date' && isCalendarDate(value) && !days.has(value)) {
      yield { code: 'dayNotInClause', params: { date: value, cite: clause.cite }, entry };
    }
    if (kind === 'money' && !amounts.has(Number(value))) {
      yield { code: 'amountNotInClause', params: { amount: value, cite: clause.cite }, entry };
    }
    if (section === 'contacts' && field === 'number' && !numbers.has(value)) {
      yield { code: 'numberNotInClause', params: { number: value, cite: clause.cite }, entry };
    }
  }
}

/** Everything a colleague would point out, in the order of the form. `clauses`: of the pasted text. */
export function adviseOn(draft: Draft, clauses: readonly Clause[]): readonly Advice[] {
  return [...onDays(draft), ...onPhases(draft), ...onParts(draft), ...onClauses(draft, clauses)];
}
