/** When what was missed can still be made up for, as the notice says. */
import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { MakeUpAnswer } from '@/lib/notice/explanation';
import { joinSentences, joinWords, write, writeDate } from './wording';

function writeSpan({ from, until }: MakeUpAnswer, today: CalendarDate): Text {
  const day = writeDate(until, today);
  return from === until ? day : write('makeUp.span', { from: writeDate(from, today), until: day });
}

/** 「11月9日（周一）至11月13日（周五）」, one after the other. */
export function writeMakeUpDays(makeUps: readonly MakeUpAnswer[], today: CalendarDate): Text {
  return joinWords(makeUps.map((each) => writeSpan(each, today))) ?? { zh: '' };
}

/** 「错过的，可在11月9日（周一）至11月13日（周五）补办。请到同一窗口。」 */
export function writeMakeUps(makeUps: readonly MakeUpAnswer[], today: CalendarDate): Text {
  const days = writeMakeUpDays(makeUps, today);
  const texts = makeUps.flatMap(({ text }) => text ?? []);
  const once = texts.filter(({ zh }, at) => texts.findIndex((each) => each.zh === zh) === at);
  return joinSentences(write('makeUp.days', { days }), ...once);
}
