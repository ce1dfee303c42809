/** A clause's sentences, and the words beside a place in it. Pure. */

/** The most that a sentence taken over into a field may hold. */
export const LONGEST = 200;

const END = /[。；;\n]/;

/** The sentence of a text that a place lies in, without its final sign. */
export function sentenceAt(text: string, at: number): string {
  const starts = [...text.slice(0, at).matchAll(/[。；;\n]/g)].at(-1);
  const from = starts ? starts.index + 1 : 0;
  const rest = text.slice(from);
  const end = END.exec(rest.slice(Math.max(0, at - from)));
  return (end ? rest.slice(0, at - from + end.index) : rest).trim().slice(0, LONGEST);
}

/** The sentences of a text in order, without their final signs; 。 and ； both end one. */
export function sentencesOf(text: string): readonly string[] {
  return (
    text
      .split(/[。；;\n]/)
      // Of questions and answers the question tells nothing.
      .map((each) => each.trim().replace(/^答\s*[:：]\s*/, ''))
      .filter((each) => /[\p{Script=Han}\d]/u.test(each) && !/^问\s*[:：]|[？?]$/.test(each))
  );
}

/** 应 as a word: not that of 供应商, 对应 or 响应. */
export const OUGHT = '(?<![供对相响适反])应(?![用急付])';

/** That something is not asked. */
export const NEEDLESS = '(?:无需|无须|不需要?|不须|不用(?!于|作)|不必|毋须|毋需|暂不|免去)';

/** A text without what it says need not be done: 「无需重新绑定」 asks nobody to bind. */
export function withoutNeedless(text: string): string {
  return text.replace(new RegExp(`(?:${NEEDLESS}|可以?不|免于|免予)[^，,。；;]*`, 'g'), '');
}

/** Words of a notice as one field holds them: on one line, with a sign at the end. */
export function wholeOf(text: string): string {
  const line = text.split('\n').join('').trim().slice(0, LONGEST);
  return /[。！？!?：:]$/.test(line) || line.length === LONGEST || line === ''
    ? line
    : `${line.replace(/[；;，,]$/, '')}。`;
}

const DAY_WORDS = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:[（(][^（()）]{1,6}[）)])?';
/** A span that is a sentence by itself, and the next one that says what is done meanwhile: 「4月1日至6月30日。其间，…」. */
const MEANWHILE = new RegExp(
  `(${DAY_WORDS}\\s*[-—–－~～至到]+\\s*${DAY_WORDS})[。；;\\n]\\s*(?=(?:其间|期间|在此期间|此期间|在此时间内))`,
  'g',
);

/** A text in which such a span is told in one sentence with what it is a span of. */
export function joinMeanwhile(text: string): string {
  return text.replace(MEANWHILE, '$1，');
}
