/** Which senses a text has, and by which words. The phrases are in phrases.ts. */
import { IN_BLOCK, PHRASES } from './phrases';
import { ADVICE, ASK, BIND, BOUND, CORE, UNBIND, UNBOUND } from './senses';
import { normalise, squeeze } from './text';

const SENSES = [...PHRASES.keys()];
/**
 * All senses in one look: a group for each, looked for from the beginning of the text. One expression of
 * this size is compiled in half the time of one for each sense, and a page is read by code that never ran.
 */
const ALL = new RegExp(
  [...PHRASES.values()].map((phrases) => `(?=(?:[^]*?(${phrases.replace(/\((?!\?)/g, '(?:')}))?)`).join(''),
  'my',
);
/** Most texts have none: one look tells. */
const ANY = new RegExp([...PHRASES.values()].join('|'), 'm');
/**
 * A line in which no phrase is. An expression is compiled anew for texts of Latin letters alone: with it there are none.
 * A sign of private use, no noncharacter: Chromium injects no script that holds one of those.
 */
const END = '\n\ue000';

const BINDING = new RegExp(PHRASES.get(BIND) ?? '');
const NOT_BINDING = new RegExp([UNBIND, UNBOUND, BOUND].map((bit) => PHRASES.get(bit)).join('|'), 'g');

/** By sense in the order of `SENSES`, the first words of one normalised text that have it. */
function findWords(text: string): readonly (string | undefined)[] {
  if (!ANY.test(text + END)) return [];
  ALL.lastIndex = 0;
  const [, ...words] = ALL.exec(text + END) ?? [];
  return words;
}

/** Words for binding, where those for unbinding and for how things stand are taken out. */
const bindingIn = (text: string): string | undefined => BINDING.exec(text.replace(NOT_BINDING, ''))?.[0];

/** The senses of one normalised text. */
export function sensesOf(text: string): number {
  const words = findWords(text);
  const senses = SENSES.reduce((all, bit, at) => (words[at] === undefined ? all : all | bit), 0);
  return senses & BIND && senses & (UNBIND | UNBOUND | BOUND) && !bindingIn(text) ? senses & ~BIND : senses;
}

const CONCERNING = new RegExp(IN_BLOCK);
/** Characters so few that reading them is as quick as looking whether to. */
const FEW = 12;

/**
 * Whether any of the texts of a block may have a sense that counts: quickly, and rather too often.
 *
 * @param block the texts run together, as found
 */
export function mayConcern(block: string): boolean {
  const text = squeeze(block);
  return text.length <= FEW || CONCERNING.test(text);
}

/** The senses of texts as found; most texts of a page are there many times. */
export function rememberSenses(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let senses = known.get(text);
    if (senses === undefined) {
      senses = sensesOf(normalise(text));
      known.set(text, senses);
    }
    return senses;
  };
}

const SENTENCE_END = /[。！!；;？?]/;
const CLAUSE_END = /[，,]/;

/**
 * What a text says about now: advice is left out, from the clause it begins with to the end of its sentence
 * (未检测到UKey，如已插入请重新插拔 says only that none was found). A text that is nothing but advice stays whole.
 *
 * @param text as found, not normalised
 */
export function withoutAdvice(text: string): { readonly said: string; readonly isAdvice: boolean } {
  const kept = text.split(SENTENCE_END).map((sentence) => {
    const clauses = sentence.split(CLAUSE_END);
    let isAdvising = false;
    const said = clauses.filter((clause) => {
      const senses = sensesOf(normalise(clause));
      // A question ends it: 解绑后将无法登录，确认解绑？
      if (senses & ADVICE) isAdvising = true;
      else if (senses & ASK) isAdvising = false;
      return !isAdvising;
    });
    return said.join('，');
  });
  const rest = kept.filter(Boolean).join('。');
  const senses = sensesOf(normalise(rest));
  if (senses & CORE) return { said: rest, isAdvice: false };
  // A bare question asks about all of it: 解除绑定后不能登录。是否继续？
  return { said: text, isAdvice: !(senses & ASK) };
}

/** Whether a clause about what is absent leads with that: a statement about now, and no advice. */
export const leadsWithAbsence = (clause: string): boolean =>
  /^(?![如若当请问q])(.{2,6}失败:?)?[^“”"「]{0,3}[未没无不]/.test(clause);

/**
 * The words of our own vocabulary that gave these senses; what stood between them is left out. Letters and figures in a row
 * count as a whole: each by itself may stand somewhere in the phrases, and the row be somebody's name or number.
 */
export function wordsFor(senses: number, text: string): string {
  const found = findWords(text);
  const words = SENSES.map((bit, at) => {
    const first = senses & bit ? (bit === BIND ? bindingIn(text) : found[at]) : undefined;
    return first?.replace(/\w+|[^\n]/g, (each) =>
      /\D/.test(each) && PHRASES.get(bit)?.includes(each) ? each : '…',
    );
  });
  return words.filter(Boolean).join(' ').slice(0, 40);
}
