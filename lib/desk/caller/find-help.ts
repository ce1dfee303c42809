/**
 * Searching troubles, the notice and its telephone numbers by any word: synonyms and pinyin initials count, and for
 * troubles the callers' own words, as in the popup. Pure.
 */

import { hasInitials, soundsOf } from '@/lib/desk/roster/pinyin';
import { writeBusinessAmount, writePriced } from '@/lib/guide/price-words';
import { choiceOf, findTroubles, foldWords, type TroubleChoice } from '@/lib/guide/trouble-choices';
import { troublesOf } from '@/lib/guide/troubles';
import { vendorNames } from '@/lib/guide/vendor-names';
import { asSentence, joinSentences, write } from '@/lib/guide/wording';
import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import type { Audience } from '@/lib/notice/explanation';
import type { Charge, Condition, NoticePack } from '@/lib/notice/model';
import { ASKED, plainAsk, unasked } from './asked-words';

export interface Found {
  readonly kind: 'trouble' | 'contact' | 'notice';
  readonly id: string;
  readonly title: Text;
  readonly text: Text;
  /** Clause; null where the notice says nothing of it. */
  readonly cite: string | null;
  /** Whom alone it is about; absent: everybody. */
  readonly audiences?: readonly Audience[] | undefined;
}

interface Entry extends Found {
  readonly words: string;
  readonly initials: string;
  /** Words of a caller that ask for such an entry. */
  readonly asked?: readonly string[];
  /** As the popup searches it, where it is a trouble. */
  readonly choice?: TroubleChoice;
}

const fold = (text: string) => plainAsk(foldWords(text));

function entry(found: Found, ...more: readonly string[]): Entry {
  const all = [found.title.zh, found.text.zh, found.title.en ?? '', ...more];
  return {
    ...found,
    words: fold(all.join(' ')),
    initials: soundsOf([found.title.zh, ...more].join(' ')),
  };
}

/** An entry that is also asked for by its kind. */
function entryOf(kind: keyof typeof ASKED, found: Found, ...more: readonly string[]): Entry {
  return { ...entry(found, ...more, ...ASKED[kind]), asked: ASKED[kind].map(fold) };
}

/** A price and who pays it, as the card says it. */
function chargeText({ fees, certificates, issuer }: NoticePack, charge: Charge): Text {
  const { business, payer, note, set } = charge;
  const price = fees.tariffs.find(({ id }) => id === charge.tariff);
  const names = (charge.certificates ?? []).flatMap(
    (id) => certificates.find((each) => each.id === id)?.name ?? [],
  );
  const who = note ? asSentence(note) : write(`fee.${keyPart(payer)}`, { who: issuer });
  const of = names.length > 0 || set ? [writePriced({ names, set })] : [];
  const amount =
    price &&
    writeBusinessAmount(business, {
      total: price.total,
      ca: price.ca ?? null,
      seal: price.seal ?? null,
      ...(price.per === 'once' && { per: 'once' }),
    });
  return joinSentences(...of, ...(amount ? [amount] : []), who);
}

/** Everything that can be found in a pack, made once a pack. What it says twice to the same people is one answer. */
export function helpIndex(pack: NoticePack): readonly Entry[] {
  const told = new Map<string, Entry>();
  for (const each of entriesOf(pack)) {
    const words = JSON.stringify([each.kind, each.title.zh, each.text.zh, each.audiences]);
    if (!told.has(words)) told.set(words, each);
  }
  return [...told.values()];
}

function entriesOf(pack: NoticePack): readonly Entry[] {
  const vendors = vendorNames(pack);
  const notice = (id: string, title: Text, text: Text, from: Pick<Found, 'cite' | 'audiences'>) =>
    ({ kind: 'notice', id, title, text, cite: from.cite, audiences: from.audiences }) as const;
  const peopleOf = (when: Condition | undefined) =>
    pack.audiences
      .filter(({ id }) => (when?.audiences as readonly string[] | undefined)?.includes(id))
      .flatMap(({ name, aliases }) => [name.zh, ...(aliases ?? [])]);
  return [
    ...troublesOf(pack).map((trouble) => {
      const { id, title, text, phrases, cite, basis } = trouble;
      const found = {
        kind: 'trouble',
        id,
        title: title ?? text,
        text,
        cite: basis === 'inferred' ? null : cite,
      } as const;
      return { ...entry(found, ...phrases), choice: choiceOf(trouble, vendors) };
    }),
    ...pack.contacts.map(({ role, name, about, number, cite }, at) =>
      entryOf('contact', {
        kind: 'contact',
        id: `${role}-${at}`,
        title: { zh: `${name.zh} ${number}` },
        text: about,
        cite,
      }),
    ),
    ...pack.obligations.map(({ id, text, cite, when }) =>
      entry(notice(`duty-${id}`, text, text, { cite, audiences: when?.audiences }), ...peopleOf(when)),
    ),
    ...pack.phases.map(({ id, name, text, cite }) => entry(notice(`phase-${id}`, name, text, { cite }))),
    ...pack.fees.charges.map((charge) => {
      const text = chargeText(pack, charge);
      const { id, cite, when } = charge;
      return entryOf(
        'fee',
        notice(`fee-${id}`, text, text, { cite, audiences: when?.audiences }),
        ...peopleOf(when),
      );
    }),
    ...pack.places.map(({ id, name, address, hours, cite }) => {
      const text = hours ? joinSentences(address, hours) : address;
      return entryOf('place', notice(`place-${id}`, name, text, { cite }));
    }),
    ...pack.materials.map(({ id, name, cite }) =>
      entryOf('paper', notice(`paper-${id}`, name, name, { cite })),
    ),
    ...pack.keyCounts.map(({ id, text, cite, when }) =>
      entryOf(
        'count',
        notice(`count-${id}`, text, text, { cite, audiences: when?.audiences }),
        ...peopleOf(when),
      ),
    ),
    entryOf(
      'number',
      notice('title', pack.title, { zh: pack.documentNumber }, { cite: null }),
      pack.documentNumber,
    ),
    ...[...pack.statements, ...pack.warnings, ...pack.silences].map(({ id, text, cite, when }) =>
      entry(notice(`says-${id}`, text, text, { cite, audiences: when?.audiences }), ...peopleOf(when)),
    ),
  ];
}

/** Entries that hold every word asked for, in the order of the index. */
function holding(index: readonly Entry[], words: readonly string[]): readonly Entry[] {
  return index.filter((each) =>
    words.every((word) => {
      const folded = fold(word);
      if (folded !== '' && each.words.includes(folded)) return true;
      return /^[a-z]{2,}$/i.test(word) && hasInitials(each.initials, word.toLowerCase());
    }),
  );
}

/** Of the pairs of neighbouring signs asked for, how many an entry must have where it does not have every word. */
const ALIKE = 0.5;
/** Further down nobody reads while somebody waits on the telephone. */
const MOST_ALIKE = 8;

/** What share of a question's pairs of neighbouring signs an entry has; just enough where its kind is asked for. */
function heldOf(each: Entry, folded: string): number {
  const least = each.asked?.some((word) => folded.includes(word)) ? ALIKE : 0;
  const signs = [...unasked(folded)];
  const pairs = signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
  const held = pairs.filter((pair) => each.words.includes(pair)).length;
  return Math.max(least, pairs.length === 0 ? 0 : held / pairs.length);
}

/** Entries that hold most of what was asked, the most first: a question is seldom put in the notice's own words. */
function resembling(index: readonly Entry[], asked: string): readonly Entry[] {
  const folded = fold(asked);
  return index
    .map((each) => ({ each, held: heldOf(each, folded) }))
    .filter(({ held }) => held >= ALIKE)
    .sort((a, b) => b.held - a.held)
    .slice(0, MOST_ALIKE)
    .map(({ each }) => each);
}

/**
 * What helps with what was asked: first the troubles that the popup would lead to by the same words, the best
 * fit first; then what holds every word asked for; where there is neither, what holds most of it. None for an
 * empty question.
 */
export function findHelp(index: readonly Entry[], asked: string): readonly Found[] {
  const words = asked
    .trim()
    .split(/[\s，,、。？?]+/)
    .filter((word) => foldWords(word) !== '');
  if (words.length === 0) return [];
  const byChoice = new Map(index.flatMap((each) => (each.choice ? [[each.choice, each] as const] : [])));
  const led = findTroubles([...byChoice.keys()], words.join(' ')).flatMap(
    (choice) => byChoice.get(choice) ?? [],
  );
  const found = [...new Set([...led, ...holding(index, words)])];
  return found.length > 0 ? found : resembling(index, words.join(''));
}
