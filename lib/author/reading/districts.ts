/** Batches that a clause tells by district or kind of unit, without numbering them. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findDays } from '@/lib/author/finds';
import { sentencesOf } from './sentences';

const SPOT_DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:[（(][^（()）]{1,6}[）)])?';
const SPOT_SPAN = `${SPOT_DAY}\\s*[-—–－~～至到]+\\s*${SPOT_DAY}`;
/** A district, or a kind of units. */
const UNIT = /^[\p{Script=Han}]{1,14}(?:市|区|县|镇|乡|街道|园区|自治州)(?:(?:各)?(?:预算)?单位|财政局)?$/u;
const KIND = /^[\p{Script=Han}]{2,14}(?:单位|机关|学校|医院|企业|部门|系统)$/u;
/** A level's or an audience's days are those of a duty: 市级单位9月1日至10日. */
const NO_BATCH =
  /^(?:各(?:预算)?(?:单位|部门)$|各(?:区|县|市)|全市|市级|市直|市本级|区级|县级|省|预算单位|主管)|^(?:.{0,4}(?:辖市|县区|市、县))/;

/** 镇（街道） without its brackets; a name of one sign is one: 镇. */
const bare = (name: string) => name.replace(/[（(][^（()）]*[）)]/g, '').replace(/^(?=.$)/, '某某');

/** Batches by place: 「天宁区、钟楼区9月4日至8日，武进区9月11日至15日」, also with the days first, or one a line. */
export function districtBatchesIn(text: string, year: number) {
  const pieces = sentencesOf(text).flatMap((sentence) => {
    // One day by itself, 9月8日（星期二）, where no 前 or 起 follows it.
    const spans = [...sentence.matchAll(new RegExp(`${SPOT_SPAN}|${SPOT_DAY}(?=\\s*(?:[，,、]|$))`, 'g'))];
    const [first] = spans;
    if (!first) return [];
    const listOf = (words: string) =>
      words
        .replace(/^.*[:：](?=.)/, '')
        .replace(/^(?:其中|[，,、：:\s为是由]|的)+|(?:[，,、：:\s]|办理|领取|更换|集中|现场|为)+$/g, '')
        .split(/[、和及与]/)
        .map((each) => each.trim());
    const isList = (names: readonly string[]) =>
      names.length > 0 &&
      names.map(bare).every((each) => (UNIT.test(each) || KIND.test(each)) && !NO_BATCH.test(each));
    const before = spans.map((span, index) => {
      const last = spans[index - 1];
      return listOf(sentence.slice(last ? last.index + last[0].length : 0, span.index));
    });
    const after = spans.map((span, index) =>
      listOf(sentence.slice(span.index + span[0].length, spans[index + 1]?.index ?? sentence.length)),
    );
    const lists = before.every(isList) ? before : after.every(isList) ? after : [];
    return lists.map((names, index) => {
      const [from, until] = findDays(spans[index]?.[0] ?? '', year);
      return { sentence, names, from: from?.date ?? '', until: until?.date ?? from?.date ?? '' };
    });
  });
  return pieces.length > 1 ? pieces : [];
}

/** Whether a sentence of a clause is such a batch. */
export function districtSentencesIn({ text }: Clause, year: number): ReadonlySet<string> {
  return new Set(districtBatchesIn(text, year).map(({ sentence }) => sentence));
}
