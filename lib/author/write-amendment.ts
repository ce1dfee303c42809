/** A change of the form as an amendment of the pack. Pure. */
import type { Entry } from './sections';
import { dueOf, fromOf, given, hoursOf, number, sentence, sourced, zh } from './write-values';

/**
 * One fact of the base, changed. Only parts that facts of its list have are written, and only those given.
 * @param now the price as it is, for the part of it that stays
 */
export function writeAmendment(
  each: Entry<'amendments'>,
  now: { readonly ca?: unknown; readonly seal?: unknown } | undefined,
) {
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

function partsOf(
  each: Entry<'amendments'>,
  list: string,
  now: { readonly ca?: unknown; readonly seal?: unknown } | undefined,
) {
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
      return { ...words, ...priceOf(each, now) };
    case 'charges':
      return { payer: each.payer === 'same' ? undefined : each.payer };
    case 'renewals':
      return { opensDaysBefore: number(each.opens), closesDaysBefore: number(each.closes) };
    default:
      return words;
  }
}

/** A price is changed as a whole: the part that is not given stays. */
function priceOf(
  each: Entry<'amendments'>,
  now: { readonly ca?: unknown; readonly seal?: unknown } | undefined,
) {
  if (each.ca.trim() === '' && each.seal.trim() === '') return {};
  const [ca, seal] = [number(each.ca) ?? now?.ca, number(each.seal) ?? now?.seal];
  const isSum = typeof ca === 'number' && typeof seal === 'number';
  return { ca, seal, total: isSum ? Math.round((ca + seal) * 100) / 100 : undefined };
}
