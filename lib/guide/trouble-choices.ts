import type { Text } from '@/lib/locale/text';
import type { Trouble } from '@/lib/notice/model';
import { CUES } from './trouble-words';

/** A trouble as the person chooses it: its name, and the texts by which it is met. */
export interface TroubleChoice {
  readonly id: string;
  readonly title: Text;
  readonly phrases: readonly string[];
}

export function choiceOf({ id, title, text, phrases }: Trouble): TroubleChoice {
  return { id, title: title ?? text, phrases };
}

/** One name for what people call by many (design.md §2). Longer names first, so that none eats another. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/usbkey|ukey|u盾|ca设备|ca锁|加密锁|电子钥匙|证书介质|智能密码钥匙|智能钥匙|key/g, '锁'],
  [/登陆/g, '登录'],
  [/证书密码|pin码|口令|密码|pin/g, '口令'],
  [/检测|识别|发现|找/g, '检测'],
  [/没有|没能|没|无法|不能/g, '未'],
  [/检测不到/g, '未检测到'],
];

/**
 * A text as it is compared: without case, width, spaces and punctuation, with one name for each thing. So
 * a text copied with other quotation marks, or read over the telephone, is found as well.
 */
export function foldWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
  return SYNONYMS.reduce((folded, [names, name]) => folded.replace(names, name), plain);
}

/** Shorter pieces are in too many texts to mean one. */
const SHORTEST_PIECE = 2;

/** Share of pairs of neighbouring characters in common from which a text is taken for a phrase put otherwise. */
const ALIKE = 0.6;

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
}

/** 0 to 1: pairs in common among all pairs of both. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** A trouble's name and texts as they are compared; asked for at every letter that is typed. */
const FOLDED_TEXTS = new WeakMap<TroubleChoice, readonly string[]>();

function foldedTexts(choice: TroubleChoice): readonly string[] {
  const known = FOLDED_TEXTS.get(choice);
  if (known) return known;
  const { title, phrases } = choice;
  const folded = [title.zh, title.en ?? '', ...phrases].map(foldWords).filter((each) => each !== '');
  FOLDED_TEXTS.set(choice, folded);
  return folded;
}

/** Cues as they are compared, folded once. */
const FOLDED_CUES = new Map(
  Object.entries(CUES).map(([id, cues]) => [id, cues.map((cue) => cue.map((group) => group.map(foldWords)))]),
);

/**
 * How well words fit what people say of a trouble: 1000 and more where each group of a cue has a word in them,
 * the longer the better; 0 where none does. Below every text of a box, above every likeness.
 */
function cueFit(words: string, id: string): number {
  const fits = (FOLDED_CUES.get(id) ?? []).map((cue) => {
    const found = cue.map((group) =>
      Math.max(0, ...group.map((word) => (words.includes(word) ? word.length : 0))),
    );
    return found.every((length) => length > 0) ? 1000 + found.reduce((sum, length) => sum + length, 0) : 0;
  });
  return Math.max(0, ...fits);
}

/**
 * How well words fit a phrase: 4000 and more the whole of it, 3000 it stands in the words, 2000 the words
 * stand in it, below 1000 it is put in like words, 0 not at all. Of two that fit alike, the longer says more.
 */
function fitOf(words: string, phrase: string): number {
  if (words === phrase) return 4000 + phrase.length;
  if (words.includes(phrase)) return 3000 + phrase.length;
  if (words.length >= SHORTEST_PIECE && phrase.includes(words)) return 2000 + phrase.length;
  // A code is right or wrong, never alike.
  const alike = /\p{Script=Han}/u.test(words) ? likeness(words, phrase) : 0;
  return alike >= ALIKE ? alike * 999 : 0;
}

/**
 * Troubles that a text leads to, the best fit first: a whole alert text, a piece of it, a code, or the
 * trouble's name. All of them in their own order for an empty text; none where nothing fits.
 */
export function findTroubles<T extends TroubleChoice>(troubles: readonly T[], text: string): readonly T[] {
  const words = foldWords(text);
  if (words === '') return troubles;
  const rank = (choice: T) =>
    Math.max(cueFit(words, choice.id), ...foldedTexts(choice).map((phrase) => fitOf(words, phrase)));
  return troubles
    .map((trouble, order) => ({ trouble, order, rank: rank(trouble) }))
    .filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ trouble }) => trouble);
}
