/** Which senses a text has, and by which words. The phrases are in phrases.ts. */
import { unpackText } from './pack';
import { PACKED } from './phrases.packed';
import { BIND, BOUND, UNBIND, UNBOUND } from './senses';

/** In the order of the bits in senses.ts. */
const PHRASES = unpackText(PACKED).split('\t');
const SENSES = PHRASES.map((phrases) => new RegExp(phrases, 'm'));
const NOT_BINDING = new RegExp([UNBIND, UNBOUND, BOUND].map((bit) => PHRASES[Math.log2(bit)]).join('|'), 'g');

/** The text in which a sense is looked for: binding, where unbinding and states are taken out. */
const readFor = (bit: number, text: string) => (bit === BIND ? text.replace(NOT_BINDING, '') : text);

/** Most texts have none: one test tells. */
const ANY = new RegExp(PHRASES.join('|'), 'm');

/** The senses of one normalised text. */
export const sensesOf = (text: string): number =>
  (ANY.test(text) ? SENSES : []).reduce(
    (senses, sense, at) => (sense.test(readFor(1 << at, text)) ? senses | (1 << at) : senses),
    0,
  );

/** Whether a clause about what is absent leads with that: a statement about now, and no advice. */
export const leadsWithAbsence = (clause: string): boolean =>
  /^(?![如若当请问q]).{0,3}[未没无不]/.test(clause);

/** The words of our own vocabulary that gave these senses; what stood between them is left out. */
export function wordsFor(senses: number, text: string): string {
  const words = SENSES.map((sense, at) => {
    const found = senses & (1 << at) && sense.exec(readFor(1 << at, text));
    return found ? found[0].replace(/[^\n]/g, (each) => (sense.source.includes(each) ? each : '…')) : '';
  });
  return words.filter(Boolean).join(' ').slice(0, 40);
}
