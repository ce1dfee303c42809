import type { Text } from '@/lib/locale/text';
import type { Trouble } from '@/lib/notice/model';
import { meantBy } from './heard-words';
import { ASKS_THE_NOTICE, type Cue, LIFE_CUES, PAGE_CUES, VAGUE_CUES, VENDOR } from './trouble-words';

/** A trouble as the person chooses it: its name, and the texts by which it is met. */
export interface TroubleChoice {
  readonly id: string;
  readonly title: Text;
  readonly phrases: readonly string[];
  /** Names of companies that mean something in its cues. */
  readonly vendors?: readonly string[];
}

/** @param vendors of the notice in force (`vendorNames`) */
export function choiceOf(
  { id, title, text, phrases }: Trouble,
  vendors: readonly string[] = [],
): TroubleChoice {
  return { id, title: title ?? text, phrases, vendors };
}

/** One name for what people call by many (design.md §2). Longer names first, so that none eats another. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/usbkey|ukey|u盾|ca设备|ca锁|加密锁|电子钥匙|证书介质|智能密码钥匙|智能钥匙|钥匙|key|uk/g, '锁'],
  [/登陆/g, '登录'],
  [/证书密码|pin码|口令|密码|pin/g, '口令'],
  [/检测|识别|发现|找/g, '检测'],
  [/没有|没能|没|无法|不能/g, '未'],
  [/检测不到/g, '未检测到'],
];

/** Where a machine looks for the key, or has it in its slot, "not found" is the machine's word. */
const AT_A_MACHINE = /插|电脑|网页|系统|页面|助手|提示|显示|检测|识别/;
const KEY_NAMES = '锁|钥匙|ukey|u盾|usbkey|uk|key|u盘|优盘';
const GONE = new RegExp(
  `(?<=${KEY_NAMES})(?:[我们也都又]{0,2}(?:找不到|找不着)了|(?:在哪|去哪)了?也?找不到)`,
  'g',
);
/** 锁掉了 is a key that fell out of a pocket, but 被锁掉了 a PIN that is locked. */
const DROPPED = /(?<=^|ca|的|把|新|老|旧)锁掉了|(?<=钥匙|ukey|u盾|uk|u盘)掉了/g;

/** A key that is gone is said with the words of one that is not seen, or locked. */
function lostIn(told: string): string {
  const fallen = told.replace(DROPPED, (said) => (said.startsWith('锁') ? '锁丢了' : '丢了'));
  return AT_A_MACHINE.test(told) ? fallen : fallen.replace(GONE, '丢了');
}

/**
 * A text as it is compared: without case, width, spaces and punctuation, with one name for each thing. So
 * a text copied with other quotation marks, or read over the telephone, is found as well.
 */
export function foldWords(text: string): string {
  const heard = meantBy(text.normalize('NFKC').toLowerCase()).replace(/[^\p{Letter}\p{Number}]+/gu, '');
  const plain = lostIn(heard);
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

/** What is said between words and says nothing of the trouble. Not 过, 把, 下: they are parts of words that do. */
const PARTICLES =
  /老是|(?<!不)了|的|着|呢|吗|啊|呀|吧|嘛|我|它|你|您|他|那|这|都|也|还|就|又|给|怎么|上面|上去|一点/g;

/** An unbinding is no binding: "已经解绑" is not "已经绑". */
const UNBINDING = /解除绑定|解绑/g;

/** As cues are compared: folded, and without particles. */
function foldTold(folded: string): string {
  return folded.replace(UNBINDING, '解').replace(PARTICLES, '');
}

/** A word of which one sign is left without its particles would stand in too many texts. */
const foldGroup = (group: readonly string[]) =>
  group.flatMap((word) => {
    if (word === VENDOR) return [word];
    const folded = foldTold(foldWords(word));
    return folded.length > 1 || word.length === 1 ? [folded] : [];
  });

type Cues = ReadonlyMap<string, readonly Cue[]>;

function foldCues(cues: Readonly<Record<string, readonly Cue[]>>): Cues {
  return new Map(Object.entries(cues).map(([id, all]) => [id, all.map((cue) => cue.map(foldGroup))]));
}

/** Cues as they are compared, folded once. */
const FOLDED_PAGE_CUES = foldCues(PAGE_CUES);
const FOLDED_LIFE_CUES = foldCues(LIFE_CUES);
const FOLDED_VAGUE_CUES = foldCues(VAGUE_CUES);
const FOLDED_ASKS = ASKS_THE_NOTICE.map(foldWords);

/** 0: some group has no word in what was told. Else the more groups, and the longer their words, the more. */
function fitOfCue(told: string, cue: Cue, vendors: readonly string[]): number {
  const found = cue.map((group) => {
    const words = group.flatMap((word) => (word === VENDOR ? vendors : [word]));
    return Math.max(0, ...words.map((word) => (told.includes(word) ? word.length : 0)));
  });
  return found.every((length) => length > 0)
    ? 50 * cue.length + found.reduce((sum, length) => sum + length, 0)
    : 0;
}

/**
 * How well words fit what people say of a trouble: 1100 and more where each group of a cue has a word in them,
 * 1000 and more for a vague one; 0 where none does. Below every text of a box, above every likeness.
 */
function cueFit(words: string, { id, vendors = [] }: TroubleChoice): number {
  const told = foldTold(words);
  const names = vendors.map((name) => foldTold(foldWords(name)));
  const best = (cues: Cues) => Math.max(0, ...(cues.get(id) ?? []).map((cue) => fitOfCue(told, cue, names)));
  // "锁丢了去哪补办" asks, and tells all the same what became of the key.
  const asks = FOLDED_ASKS.some((each) => words.includes(each));
  const [clear, vague] = asks
    ? [best(FOLDED_LIFE_CUES), 0]
    : [Math.max(best(FOLDED_PAGE_CUES), best(FOLDED_LIFE_CUES)), best(FOLDED_VAGUE_CUES)];
  if (clear > 0) return 1200 + Math.min(clear, 700);
  return vague > 0 ? 1000 + Math.min(vague, 150) : 0;
}

/**
 * How well words fit a phrase: 4000 and more the whole of it, 3000 it stands in the words, 2000 the words
 * stand in it, below 1000 it is put in like words, 0 not at all. Of two that stand in the words, the longer says more.
 */
function fitOf(words: string, phrase: string): number {
  if (words === phrase) return 4000 + phrase.length;
  if (words.includes(phrase)) return 3000 + phrase.length;
  // A piece of a text: the more of it, the likelier it is the one.
  if (words.length >= SHORTEST_PIECE && phrase.includes(words)) {
    return 2000 + Math.floor((999 * words.length) / phrase.length);
  }
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
    Math.max(cueFit(words, choice), ...foldedTexts(choice).map((phrase) => fitOf(words, phrase)));
  return troubles
    .map((trouble, order) => ({ trouble, order, rank: rank(trouble) }))
    .filter((each) => each.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ trouble }) => trouble);
}
