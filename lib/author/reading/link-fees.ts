/** Who pays which of the prices that were read, and for what. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { addEntry, type Draft, removeEntry, setField } from '@/lib/author/draft';
import type { Entry } from '@/lib/author/sections';
import { BUSINESS_TYPES } from '@/lib/notice/explanation';
import { isTariffOf } from './money';
import { sentencesOf } from './sentences';
import { audiencesIn, type ReadingContext } from './whom';

/** The first charge that fits counts: what is said of some old certificates stands before what is said of all. */
function conditionsFirst(draft: Draft): Draft {
  const { charges } = draft.entries;
  const sorted = [
    ...charges.filter(({ oldCa }) => oldCa.length > 0),
    // What is said of nobody by name is of all the others.
    ...charges.filter(({ oldCa, audiences }) => oldCa.length === 0 && audiences.length > 0),
    ...charges.filter(({ oldCa, audiences }) => oldCa.length === 0 && audiences.length === 0),
  ];
  return { ...draft, entries: { ...draft.entries, charges: sorted } };
}

/** In a notice that tells of no replacement at all, what one pays is for a first key. */
function firstKeys(draft: Draft, clauses: readonly Clause[]): Draft {
  if (
    /更换|换发|换领|换绑|切换|替换|变更为|换新|解绑|[原旧老](?:CA|证书|锁|数字)/.test(
      clauses.map(({ text }) => text).join('\n'),
    )
  )
    return draft;
  const charged = draft.entries.charges
    .filter(({ business }) => business === 'replace')
    .reduce((next, { id }) => setField(next, 'charges', id, 'business', 'issue'), draft);
  return charged.entries.tariffs
    .filter(({ name }) => name.startsWith('更换'))
    .reduce(
      (next, { id, name }) => setField(next, 'tariffs', id, 'name', name.replace('更换', '新办')),
      charged,
    );
}

/** Whom the sentence of a price names; none: everybody. 「代理机构每年180元」 is no price of an expert's key. */
function pricedFor(
  { ca, total, cite }: Entry<'tariffs'>,
  clauses: readonly Clause[],
  known: ReadingContext['known'],
): readonly string[] {
  const text = clauses.find((each) => each.cite === cite)?.text ?? '';
  const sentence = sentencesOf(text).find((each) => each.includes(`${ca || total}元`)) ?? '';
  return audiencesIn(sentence, known);
}

/** Who pays which price, where the notice leaves no doubt. */
export function linkFees(draft: Draft, clauses: readonly Clause[], known: ReadingContext['known']): Draft {
  const told = pricesWithoutPayer(firstKeys(asPriced(conditionsFirst(draft), clauses), clauses));
  const { tariffs, charges } = told.entries;
  return charges.reduce((next, { id, business, payer, audiences }) => {
    const isOther = (tariff: Entry<'tariffs'>) => {
      const whom = pricedFor(tariff, clauses, known);
      return whom.length > 0 && audiences.length > 0 && !audiences.some((each) => whom.includes(each));
    };
    const named = tariffs.filter(({ name }) => isTariffOf(name, business));
    // Two vendors' prices for one business: which one is paid is the holder's choice.
    // What is paid once, or is the whole price of a business by name, is no other's.
    const others = tariffs.filter(({ per, total }) => per !== 'once' && total === '');
    const [own, another] = named.length > 0 ? named : others;
    return own && !another && payer !== 'free' && !isOther(own)
      ? setField(next, 'charges', id, 'tariff', own.id)
      : next;
  }, told);
}

/**
 * 「供应商费用自理」 under prices of a first key and of renewals only is said of those, and of no replacement that the notice
 * does not price.
 */
function asPriced(draft: Draft, clauses: readonly Clause[]): Draft {
  const { tariffs, charges } = draft.entries;
  // What a lost key costs once says nothing of what else is priced.
  const yearly = tariffs.filter(({ per }) => per !== 'once');
  const priced = BUSINESS_TYPES.filter((each) => yearly.some(({ name }) => isTariffOf(name, each)));
  if (priced.length === 0 || priced.includes('replace')) return draft;
  const isSaid = (cite: string) =>
    isTariffOf(clauses.find((each) => each.cite === cite)?.text ?? '', 'replace');
  return charges
    .filter(({ business, cite }) => business === 'replace' && !isSaid(cite))
    .reduce((next, { id, ...charge }) => {
      const rest = removeEntry(next, 'charges', id);
      return priced.reduce(
        (grown, business) => addEntry(grown, 'charges', { ...charge, business }).draft,
        rest,
      );
    }, draft);
}

/** A price of which the notice does not say who pays it is a price all the same: 续期 is not unwritten for that. */
function pricesWithoutPayer(draft: Draft): Draft {
  const { tariffs, charges } = draft.entries;
  return BUSINESS_TYPES.reduce((next, business) => {
    const [own, another] = tariffs.filter(({ name }) => isTariffOf(name, business));
    if (!own || another || charges.some((each) => each.business === business)) return next;
    return addEntry(next, 'charges', { business, tariff: own.id, payer: 'not-stated', cite: own.cite }).draft;
  }, draft);
}
