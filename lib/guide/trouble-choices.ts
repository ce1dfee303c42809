import type { Text } from '@/lib/locale/text';
import type { Trouble } from '@/lib/notice/model';

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
  [/usbkey|ukey|u盾|ca设备|ca锁|加密锁|电子钥匙|证书介质/g, '锁'],
  [/证书密码|pin码|口令|密码|pin/g, '口令'],
  [/检测|识别|发现|找/g, '检测'],
  [/没有|没能|没|无法|不能/g, '未'],
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

/** How well words fit a phrase: 3 the whole of it, 2 it stands in the words, 1 the words stand in it. */
function fitOf(words: string, phrase: string): number {
  if (words === phrase) return 3;
  if (words.includes(phrase)) return 2;
  return words.length >= SHORTEST_PIECE && phrase.includes(words) ? 1 : 0;
}

/**
 * Troubles that a text leads to, the best fit first: a whole alert text, a piece of it, a code, or the
 * trouble's name. All of them in their own order for an empty text; none where nothing fits.
 */
export function findTroubles<T extends TroubleChoice>(troubles: readonly T[], text: string): readonly T[] {
  const words = foldWords(text);
  if (words === '') return troubles;
  const rank = ({ title, phrases }: T) => {
    const fits = [title.zh, title.en ?? '', ...phrases].map(foldWords).filter((each) => each !== '');
    // Of two that stand in the words, the longer says more.
    return Math.max(
      0,
      ...fits.map((phrase) => {
        const fit = fitOf(words, phrase);
        return fit === 0 ? 0 : fit * 1000 + phrase.length;
      }),
    );
  };
  return troubles
    .map((trouble, order) => ({ trouble, order, rank: rank(trouble) }))
    .filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ trouble }) => trouble);
}
