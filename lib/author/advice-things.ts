/** What a colleague would say of numbers to call, envelopes and batches: what is missing, and what the clause says otherwise. Pure. */
import type { Advice } from './advice-model';
import { type Clause, citedText } from './clauses';
import type { Draft } from './draft';
import { contactsIn } from './reading/things';
import type { Entry } from './sections';

const CLOCK = /\d{1,2}\s*[:：]\s*\d{2}/g;
/** A landline without its area code. */
const LOCAL = /^[2-9]\d{6,7}$/;

/** Times as they are compared: 8：30 is 08:30. */
const timesIn = (text: string) =>
  [...text.matchAll(CLOCK)].map(([time]) => time.replace(/\s/g, '').replace('：', ':').padStart(5, '0'));

/** A time of day that the clause does not have, where the clause writes times at all. */
function* onTimes(hours: string, text: string, cite: string, entry: Advice['entry']): Generator<Advice> {
  const known = timesIn(text);
  const wrong = known.length === 0 ? undefined : timesIn(hours).find((time) => !known.includes(time));
  if (wrong !== undefined) yield { code: 'timeNotInClause', params: { time: wrong, cite }, entry };
}

const digitsOf = (number: string) => number.replace(/\D/g, '');

function* onContact(contact: Entry<'contacts'>, text: string): Generator<Advice> {
  const { id, hours, about, name, cite } = contact;
  const entry = { section: 'contacts', id } as const;
  if (hours.trim() !== '') {
    yield* onTimes(hours, text, cite, entry);
    return;
  }
  if (timesIn(about).length > 0) {
    yield { code: 'hoursInAbout', params: { name }, entry };
    return;
  }
  const own = digitsOf(contact.number);
  const clause: Clause = { cite, text, isHeading: false };
  const written = contactsIn(clause).find(({ number = '' }) => own !== '' && own.endsWith(digitsOf(number)));
  if (written?.hours) yield { code: 'hoursNotTaken', params: { name, words: written.hours, cite }, entry };
}

function* onPlace(place: Entry<'places'>, text: string): Generator<Advice> {
  const { id, name, cite, byPost, hours, postcode, postNumber } = place;
  const entry = { section: 'places', id } as const;
  if (!byPost) {
    if (hours.trim() === '') yield { code: 'noHours', params: { name }, entry };
    else yield* onTimes(hours, text, cite, entry);
    // 「用EMS寄至…」 names an envelope, not a counter: people would go there.
    if (/寄(?:送)?(?:至|到|往)|邮寄地址/.test(text) && !/窗口|现场|前往|大厅/.test(text)) {
      yield { code: 'placeByPost', params: { name, cite }, entry };
    }
    return;
  }
  if (postcode.trim() === '') yield { code: 'noPostcode', params: { name }, entry };
  else if (text !== '' && !text.includes(postcode.trim())) {
    yield { code: 'postcodeNotInClause', params: { postcode: postcode.trim(), cite }, entry };
  }
  if (LOCAL.test(postNumber.trim())) {
    yield { code: 'noAreaCode', params: { name, number: postNumber.trim() }, entry };
  }
}

/** @param clauses of the pasted text; empty: nothing can be compared */
export function* onThings(draft: Draft, clauses: readonly Clause[]): Generator<Advice> {
  const { places, contacts, batches } = draft.entries;
  const textOf = (cite: string) => citedText(clauses, cite) ?? '';
  for (const place of places) yield* onPlace(place, textOf(place.cite));
  for (const contact of contacts) {
    const { id, number, areaCode, name } = contact;
    if (LOCAL.test(number.trim()) && areaCode.trim() === '') {
      yield { code: 'noAreaCode', params: { name, number }, entry: { section: 'contacts', id } };
    }
    yield* onContact(contact, textOf(contact.cite));
  }
  for (const { id, name, from, until, units, who } of batches) {
    const entry = { section: 'batches', id } as const;
    if (from === '' && until === '') yield { code: 'batchNoDay', params: { name }, entry };
    if (units.trim() === '' && who.trim() === '') yield { code: 'batchNobody', params: { name }, entry };
  }
}
