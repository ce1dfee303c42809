/**
 * Searching troubles, the notice and its telephone numbers by any word: synonyms and pinyin initials count, and for
 * troubles the callers' own words, as in the popup. Pure.
 */

import { hasInitials, soundsOf } from '@/lib/desk/roster/pinyin';
import { choiceOf, findTroubles, foldWords, type TroubleChoice } from '@/lib/guide/trouble-choices';
import { troublesOf } from '@/lib/guide/troubles';
import { vendorNames } from '@/lib/guide/vendor-names';
import type { Text } from '@/lib/locale/text';
import type { NoticePack } from '@/lib/notice/model';

export interface Found {
  readonly kind: 'trouble' | 'contact' | 'notice';
  readonly id: string;
  readonly title: Text;
  readonly text: Text;
  /** Clause; null where the notice says nothing of it. */
  readonly cite: string | null;
}

interface Entry extends Found {
  readonly words: string;
  readonly initials: string;
  /** As the popup searches it, where it is a trouble. */
  readonly choice?: TroubleChoice;
}

function entry(found: Found, ...more: readonly string[]): Entry {
  const all = [found.title.zh, found.text.zh, found.title.en ?? '', ...more];
  return {
    ...found,
    words: foldWords(all.join(' ')),
    initials: soundsOf([found.title.zh, ...more].join(' ')),
  };
}

/** Everything that can be found in a pack, made once a pack. */
export function helpIndex(pack: NoticePack): readonly Entry[] {
  const vendors = vendorNames(pack);
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
      entry({
        kind: 'contact',
        id: `${role}-${at}`,
        title: { zh: `${name.zh} ${number}` },
        text: about,
        cite,
      }),
    ),
    ...pack.obligations.map(({ id, text, cite }) =>
      entry({ kind: 'notice', id: `duty-${id}`, title: text, text, cite }),
    ),
    ...pack.phases.map(({ id, name, text, cite }) =>
      entry({ kind: 'notice', id: `phase-${id}`, title: name, text, cite }),
    ),
    ...[...pack.statements, ...pack.warnings, ...pack.silences].map(({ id, text, cite }) =>
      entry({ kind: 'notice', id: `says-${id}`, title: text, text, cite }),
    ),
  ];
}

/** Entries that hold every word asked for, in the order of the index. */
function holding(index: readonly Entry[], words: readonly string[]): readonly Entry[] {
  return index.filter((each) =>
    words.every((word) => {
      const folded = foldWords(word);
      if (folded !== '' && each.words.includes(folded)) return true;
      return /^[a-z]{2,}$/i.test(word) && hasInitials(each.initials, word.toLowerCase());
    }),
  );
}

/**
 * What helps with what was asked: first the troubles that the popup would lead to by the same words, the best
 * fit first; then what holds every word asked for. None for an empty question.
 */
export function findHelp(index: readonly Entry[], asked: string): readonly Found[] {
  const words = asked
    .trim()
    .split(/[\s，,、。]+/)
    .filter((word) => foldWords(word) !== '');
  if (words.length === 0) return [];
  const byChoice = new Map(index.flatMap((each) => (each.choice ? [[each.choice, each] as const] : [])));
  const led = findTroubles([...byChoice.keys()], words.join(' ')).flatMap(
    (choice) => byChoice.get(choice) ?? [],
  );
  return [...new Set([...led, ...holding(index, words)])];
}
