/** Which senses a text has, and by which words. The phrases are in phrases.ts. */
import { IN_BLOCK, PHRASES } from './phrases';
import { ADVICE, ASK, BIND, BOUND, CORE, UNBIND, UNBOUND } from './senses';
import { normalise, squeeze } from './text';

const SENSES = [...PHRASES].map(([bit, phrases]) => ({ bit, phrases: new RegExp(phrases, 'm') }));
const NOT_BINDING = new RegExp([UNBIND, UNBOUND, BOUND].map((bit) => PHRASES.get(bit)).join('|'), 'g');

/** The text in which a sense is looked for: binding, where unbinding and states are taken out. */
const readFor = (bit: number, text: string) => (bit === BIND ? text.replace(NOT_BINDING, '') : text);

/** Most texts have none: one test tells. */
const ANY = new RegExp([...PHRASES.values()].join('|'), 'm');

/** The senses of one normalised text. */
export const sensesOf = (text: string): number =>
  (ANY.test(text) ? SENSES : []).reduce(
    (senses, { bit, phrases }) => (phrases.test(readFor(bit, text)) ? senses | bit : senses),
    0,
  );

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

/** The words of our own vocabulary that gave these senses; what stood between them is left out. */
export function wordsFor(senses: number, text: string): string {
  const words = SENSES.map(({ bit, phrases }) => {
    const found = senses & bit && phrases.exec(readFor(bit, text));
    return found ? found[0].replace(/[^\n]/g, (each) => (phrases.source.includes(each) ? each : '…')) : '';
  });
  return words.filter(Boolean).join(' ').slice(0, 40);
}
