/** What a careful colleague would say of days that are counted: in months, from a last day, from what happens to a person. Pure. */
import type { NoticePack } from '@/lib/notice/model';
import type { Advice } from './advice-model';
import { baseFacts } from './base';
import { type Clause, citedText, OUTSIDE } from './clauses';
import { type Draft, entriesOf } from './draft';
import { findLengths } from './find-leads';
import { fieldsOf, isAsked, type LooseEntry, type SectionName } from './sections';

/** Fields that hold how long, and in what it is counted. */
const LENGTHS: readonly (readonly [SectionName, string, string])[] = [
  ['duties', 'dueCount', 'dueUnit'],
  ['duties', 'fromCount', 'fromUnit'],
  ['amendments', 'dueCount', 'dueUnit'],
  ['amendments', 'fromCount', 'fromUnit'],
  ['amendments', 'opens', 'opensUnit'],
  ['amendments', 'closes', 'closesUnit'],
  ['amendments', 'grace', 'graceUnit'],
  ['renewals', 'opens', 'opensUnit'],
  ['renewals', 'closes', 'closesUnit'],
  ['renewals', 'grace', 'graceUnit'],
  ['phases', 'waitDays', 'waitUnit'],
  ['rules', 'waitDays', 'waitUnit'],
];

/** Certificates are for a year: more than that in a notice is a slip, days taken for months. */
const LONGEST_MONTHS = 12;

function lengthIn(section: SectionName, entry: LooseEntry, count: string, unit: string) {
  const field = fieldsOf(section)[count];
  const value = entry[count];
  if (!field || !isAsked(field, entry) || typeof value !== 'string' || !/^\d{1,4}$/.test(value.trim()))
    return null;
  return { count: Number(value), unit: String(entry[unit]) };
}

/** How long something is, in the entry and in its clause; and how long it can hardly be. */
function* onLengths(draft: Draft, clauses: readonly Clause[]): Generator<Advice> {
  for (const [section, count, unit] of LENGTHS) {
    for (const item of entriesOf(draft, section)) {
      const length = lengthIn(section, item, count, unit);
      if (!length) continue;
      const entry = { section, id: item.id };
      const params = { ...length, cite: item.cite.trim() };
      if (length.unit === 'months' && length.count > LONGEST_MONTHS) {
        yield { code: 'longLead', params, entry };
      }
      const text = item.cite.trim() === OUTSIDE.head ? null : citedText(clauses, item.cite);
      // A clause that names no length says it in other words: 半年, 一个季度.
      const said = text === null ? [] : findLengths(text);
      const isSaid = said.some((each) => each.count === length.count && each.unit === length.unit);
      if (said.length > 0 && !isSaid) yield { code: 'leadNotInClause', params, entry };
    }
  }
}

/** Events: named as they stand after 自 and before 之日起, none of those the product has itself, and used. */
function* onEvents(draft: Draft): Generator<Advice> {
  const { events, duties, amendments } = draft.entries;
  const used = new Set(
    [...duties, ...amendments].flatMap(({ dueEvent, fromEvent }) => [dueEvent, fromEvent]),
  );
  for (const { id, name } of events) {
    const entry = { section: 'events', id } as const;
    const params = { name: name.trim() };
    if (name.trim() === '') continue;
    if (/^自(?!行|动|主)|之日|[后内起]$|\d|工作日/.test(name.trim()))
      yield { code: 'eventWords', params, entry };
    else if (/(?:收到|领到|领取|接到|拿到).*(?:CA|证书|锁|UKey|介质|通知)/i.test(name)) {
      yield { code: 'eventIsReceipt', params, entry };
    }
    if (!used.has(id)) yield { code: 'eventUnused', params, entry };
  }
}

/** A renewal that a change moves and whose other end stays is told, since one clause often moves both. */
function* onMovedRenewals(draft: Draft, base: NoticePack | null): Generator<Advice> {
  if (!base) return;
  const known = new Map(baseFacts(base, ['renewals']).map((each) => [each.value, each.fact]));
  for (const { id, fact, opens, ends, withdrawn } of draft.entries.amendments) {
    const now = known.get(fact);
    if (!now || withdrawn || opens.trim() === '' || ends !== 'same') continue;
    if (now.closesDaysBefore === undefined && now.closes === undefined && now.graceAfter === undefined)
      continue;
    yield { code: 'renewalEndStays', params: {}, entry: { section: 'amendments', id } };
  }
}

export function* onCounted(
  draft: Draft,
  clauses: readonly Clause[],
  base: NoticePack | null,
): Generator<Advice> {
  yield* onLengths(draft, clauses);
  yield* onEvents(draft);
  yield* onMovedRenewals(draft, base);
}
