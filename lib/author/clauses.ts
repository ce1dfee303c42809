/** A pasted notice, taken apart into the clauses its facts are cited by. Pure. */

import { linesOf } from './tidy';

/** One clause of a notice. */
export interface Clause {
  /**
   * As packs cite it: `一（二）1`, `三、1`; 文首, 附件 and 落款 for what stands outside the numbering; `附件1、2` for an item of
   * an annex's own text.
   */
  readonly cite: string;
  /** Its own words, without the number; paragraphs are separated by line breaks. */
  readonly text: string;
  /** Only a title over clauses of its own: nothing to take down. */
  readonly isHeading: boolean;
}

/** A notice of more characters than this is none; what is pasted beyond is left out. */
export const LONGEST_NOTICE = 100_000;

/** Levels of an official document's numbering (GB/T 9704—2012, 7.3.3): 一、 （一） 1. （1） */
const LEVELS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})、\s*/,
  /^\(([一二三四五六七八九十]{1,3})\)\s*/,
  // A decimal is no number of a clause, a date after the number is: 「3．4月13日起」.
  /^(\d{1,2})[.、．](?!\d+(?![\d年月日]))\s*/,
  /^\((\d{1,2})\)\s*/,
];
/** The head of an annex's own text, after the signature. */
const ANNEX = /^附\s*件\s*(\d{0,2})\s*[:：]?$/;
const DATED = /^\d{4}年\d{1,2}月\d{1,2}日$/;
const ATTACHMENTS = /^附\s*件\s*[:：0-9]/;
/** Those who issue notices. */
const SIGNER = /^[^\d]{2,40}(?:局|厅|部|委|委员会|办公室|中心|政府|处|科|股|公司)$/;
const SENTENCE = /[。；;：:，,]/;

/** The first words of a clause, outside its number. */
export const OUTSIDE = { head: '文首', attachments: '附件', signature: '落款' } as const;

/** The clauses an entry rests on: 「一（二）1；三、1」 names two. */
export function citesOf(cite: string): readonly string[] {
  return cite
    .split(/[；;]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** The words of all clauses an entry rests on; null where one of them is not in the text. */
export function citedText(clauses: readonly Clause[], cite: string): string | null {
  const texts = citesOf(cite).map((each) => clauses.find((clause) => clause.cite === each)?.text);
  return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join('\n') : null;
}

function writeCite(numbers: readonly (string | undefined)[]): string {
  const [first, second, third, fourth] = numbers;
  const base = second === undefined ? (first ?? '') : `${first ?? ''}（${second}）`;
  const joint = first !== undefined && second === undefined && third !== undefined ? '、' : '';
  return `${base}${third === undefined ? '' : joint + third}${fourth === undefined ? '' : `（${fourth}）`}`;
}

/** Brackets and digits in one width, so that `（一）` and `(一)` are one sign. Signs of Chinese text stay. */
function evenOut(line: string): string {
  return line
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .trim();
}

/**
 * Takes a notice apart. Never throws; text without any numbering is one clause 文首. Clauses come in the
 * order of the text and each cite is used once: a number that comes twice takes the later words to itself.
 */
export function splitClauses(notice: string): readonly Clause[] {
  const numbers: (string | undefined)[] = [];
  const found = new Map<string, string[]>();
  let cite: string = OUTSIDE.head;
  let isOver = false;
  const add = (words: string) => {
    const lines = found.get(cite) ?? [];
    found.set(cite, words === '' ? lines : [...lines, words]);
  };
  const lines = linesOf(notice.slice(0, LONGEST_NOTICE));
  let annex = '';
  for (const [index, line] of lines.entries()) {
    const even = evenOut(line);
    const begun = isOver ? ANNEX.exec(even) : null;
    if (begun) {
      annex = `${OUTSIDE.attachments}${begun[1] || '1'}`;
      cite = annex;
      numbers.length = 0;
      continue;
    }
    // Who signs stands in a line of its own over the day.
    const isSigner =
      annex === '' &&
      // Over the day, or at the end where there is none.
      (DATED.test(evenOut(lines[index + 1] ?? '')) || (index === lines.length - 1 && index > 2)) &&
      SIGNER.test(even) &&
      !SENTENCE.test(even) &&
      found.size > 0;
    if (isSigner) cite = OUTSIDE.signature;
    if (annex === '' && ATTACHMENTS.test(even)) cite = OUTSIDE.attachments;
    else if (annex === '' && DATED.test(even) && found.size > 1) {
      cite = OUTSIDE.signature;
      isOver = true;
    }
    // The list of attachments is numbered too, but those numbers are not clauses.
    const level =
      (isOver && annex === '') || isSigner || cite === OUTSIDE.attachments
        ? -1
        : LEVELS.findIndex((sign) => sign.test(even));
    const sign = LEVELS[level]?.exec(even);
    if (sign) {
      numbers.length = Math.max(numbers.length, level);
      numbers[level] = sign[1];
      numbers.length = level + 1;
      cite = annex === '' ? writeCite(numbers) : `${annex}、${writeCite(numbers)}`;
      // Brackets are one character in either width, so the number's length holds for the line as written.
      add(line.slice(sign[0].length).trim());
    } else add(line);
  }
  const clauses = [...found].map(([each, lines]) => ({ cite: each, text: lines.join('\n') }));
  return clauses
    .filter(({ text }) => text !== '')
    .map((clause, index) => ({ ...clause, isHeading: isHeading(clause, clauses[index + 1]?.cite) }));
}

/** A title: no sentence in it, and what follows is numbered under it. */
function isHeading(
  clause: { readonly cite: string; readonly text: string },
  next: string | undefined,
): boolean {
  const isTitle = !SENTENCE.test(clause.text) && !clause.text.includes('\n');
  return isTitle && next !== undefined && next !== clause.cite && next.startsWith(clause.cite);
}
