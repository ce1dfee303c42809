/** Days on which those who missed a duty can still do it: 「逾期未办的，11月2日至11月13日集中补办」. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findDays } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf, wholeOf } from './sentences';
import type { ReadingContext } from './whom';

/** Who missed it. */
const MISSED =
  /逾期|错过|未(?:能)?(?:按时|按期|及时|如期|在规定)|没(?:能|有)?(?:赶上|按时|按期)|(?:未|没)(?:办理?|领取?|报送?|提交|交)的/;
const AGAIN = /补(?:办|领|报|交|录|换)/;
/** A key that was lost is made anew: another matter by the same word. What is no longer taken is the contrary. */
const OTHER = /遗失|丢失|损坏|挂失|工本费|\d\s*元|不(?:再|予|得)补|不再(?:受理|办理)|停止受理/;

interface Read {
  readonly entry: Partial<Entry<'makeUps'>>;
  /** Whether the sentence says nothing else. */
  readonly isAll: boolean;
}

/** One sentence's days to make up on; null where it has none, or has a beginning or an end alone: the form asks for both. */
function makeUpOf(sentence: string, year: number): Read | null {
  const missed = MISSED.exec(sentence);
  if (!missed || OTHER.test(sentence)) return null;
  const again = AGAIN.exec(sentence.slice(missed.index));
  if (!again) return null;
  const told = missed.index + again.index + again[0].length;
  const close = sentence.slice(told).search(/[，,]/);
  const ends = [told, close < 0 ? sentence.length : told + close];
  const end = ends.find((each) => findDays(sentence.slice(missed.index, each), year).length > 0);
  if (end === undefined) return null;
  const words = sentence.slice(missed.index, end);
  const [first, last, more] = findDays(words, year);
  if (!first || more) return null;
  const where =
    /(?:到|在|前往|至)(?![月年底\d])[^，,。；;\d]{1,4}[^，,。；;]{2,40}?补(?:办|领|报|交|录|换)/.exec(
      words,
    )?.[0] ?? '';
  const place = /月\d{1,2}日/.test(where) ? '' : where;
  const isSpan = first.role === 'from' && last?.role === 'due';
  // 「9月21日到市民中心补领」 goes to a place, and not to a day.
  const isDay = !last && (first.role === 'day' || (first.words.endsWith('到') && place.startsWith('到')));
  if (!isSpan && !isDay) return null;
  return {
    entry: {
      from: first.date,
      until: last?.date ?? '',
      text: /月\d{1,2}日/.test(where) ? '' : wholeOf(where),
    },
    isAll: sentence.slice(end).replace(/[，,\s]/g, '') === '',
  };
}

export function makeUpsIn(clause: Clause, { year }: ReadingContext): readonly Partial<Entry<'makeUps'>>[] {
  return sentencesOf(clause.text).flatMap((text) => makeUpOf(text, year)?.entry ?? []);
}

/** Whether a sentence tells of such days. @param isWhole and of nothing else */
export function isOfMakeUp(sentence: string, { year }: ReadingContext, isWhole = false): boolean {
  const read = makeUpOf(sentence, year);
  return read !== null && (!isWhole || read.isAll);
}
