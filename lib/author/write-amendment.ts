/** A change of the form as an amendment of the pack. Pure. */
import type { Entry } from './sections';
import { writeMakeUp } from './write-entries';
import {
  dueOf,
  fromOf,
  given,
  hoursOf,
  number,
  priceOf,
  renewalOf,
  sentence,
  sourced,
  zh,
} from './write-values';

/** Duties of the base that days to make up on are said of, each with its entries, in the order they come. */
export function madeUpInBase(
  makeUps: readonly Entry<'makeUps'>[],
  own: readonly { readonly id: string }[],
): readonly (readonly [string, readonly Entry<'makeUps'>[]])[] {
  const ids = new Set(
    makeUps.flatMap(({ duties }) => duties).filter((id) => !own.some((duty) => duty.id === id)),
  );
  return [...ids].map((id) => [id, makeUps.filter(({ duties }) => duties.includes(id))] as const);
}

/** Days to make up on for a duty of the base: its change says them all, in their own words. */
export function writeMadeUp(fact: string, makeUps: readonly Entry<'makeUps'>[], id: string) {
  const [first] = makeUps;
  return {
    id,
    list: 'obligations',
    fact,
    text: zh(first?.text ?? ''),
    cite: first?.cite ?? '',
    makeUps: makeUps.map(writeMakeUp),
  };
}

/** The parts of a price that a fact of the base has. */
interface Price {
  readonly ca?: unknown;
  readonly seal?: unknown;
}

/**
 * One fact of the base, changed. Only parts that facts of its list have are written, and only those given.
 * @param now the price as it is, for the part of it that stays
 */
export function writeAmendment(each: Entry<'amendments'>, now: Price | undefined) {
  const [list = '', ...rest] = each.fact.split('/');
  const head = { id: each.id, list, fact: rest.join('/'), text: zh(each.text), ...sourced(each) };
  if (each.withdrawn) return { ...head, withdrawn: true };
  return { ...head, ...partsOf(each, list, now) };
}

const AMENDED_WORDS = [
  'phases',
  'permissions',
  'obligations',
  'warnings',
  'statements',
  'silences',
  'places',
  'tariffs',
  'keyCounts',
  'troubles',
];

function partsOf(each: Entry<'amendments'>, list: string, now: Price | undefined) {
  const words = AMENDED_WORDS.includes(list) ? { words: sentence(each.words) } : {};
  switch (list) {
    case 'obligations':
      return {
        ...words,
        begins: fromOf(each),
        due: dueOf(each),
        soft: each.softly === 'same' ? undefined : each.softly === 'yes',
        mattersUntil: given(each.mattersUntil),
      };
    case 'phases':
    case 'permissions':
    case 'warnings':
    case 'batches':
      return { ...words, from: given(each.from), until: given(each.until) };
    case 'contacts':
      return {
        person: given(each.person),
        number: given(each.number),
        areaCode: given(each.areaCode),
        hours: hoursOf(each.hours),
      };
    case 'places':
      return { ...words, address: sentence(each.address), hours: hoursOf(each.hours) };
    case 'tariffs':
      return { ...words, ...priceNow(each, now) };
    case 'charges':
      return { payer: each.payer === 'same' ? undefined : each.payer };
    case 'renewals':
      // To the last day itself is no days before it: that alone takes another end's place.
      return { ...renewalOf(each), ...(each.ends === 'expiry' && { closesDaysBefore: 0 }) };
    default:
      return words;
  }
}

/** A price is changed as a whole: the part that is not given stays. What was never parted has a whole alone. */
function priceNow(each: Entry<'amendments'>, now: Price | undefined) {
  if (each.ca.trim() === '' && each.seal.trim() === '') return { total: number(each.total) };
  const part = (given: string, before: unknown) =>
    given.trim() === '' && typeof before === 'number' ? String(before) : given;
  const parts = priceOf({ ca: part(each.ca, now?.ca), seal: part(each.seal, now?.seal), total: '' });
  // A whole that the author gives beside its parts is told as given: the reader sees whether they add up.
  return { ...parts, total: number(each.total) ?? parts.total };
}
