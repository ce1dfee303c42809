/** What callers ask for by words that no notice has: 多少钱 for a fee, 在哪办 for a place. Pure data and folding. */

/** Words by which each kind of entry is asked for besides its own. */
export const ASKED = {
  contact: ['电话', '号码', '联系', '找谁', '打给谁', '问谁'],
  fee: ['费用', '多少钱', '价格', '收费', '收钱', '要钱', '交钱', '缴费', '谁出钱', '谁付', '要不要钱'],
  place: ['地点', '地址', '地方', '在哪', '哪里办', '去哪', '哪儿', '怎么走', '现场办理'],
  paper: ['材料', '附件', '表格', '要带', '带什么', '交什么', '下载'],
  count: ['几把', '几个', '几套', '多套', '再办一把', '两把'],
  number: ['文号', '文件', '通知', '原文', '哪一年'],
} as const;

/** One name for what notices and callers call by two. Longer names first; after `foldWords`. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/过渡期/g, '过渡阶段'],
  [/扔掉|丢掉|扔了|丢了|扔|丢弃|丢/g, '丢弃'],
  [/老锁|旧锁|老ca|旧ca/g, '原ca'],
  [/上班时间|工作时间|营业时间|几点|上班/g, '办理时间'],
  [/周末|星期六|星期天|周六|周日/g, '时间'],
];

export function plainAsk(folded: string): string {
  return PLAIN.reduce((text, [names, name]) => text.replace(names, name), folded);
}

/** What a question says that names nothing. After `foldWords`. */
const EMPTY =
  /请问|怎么办|怎么|怎样|如何|是不是|要不要|能不能|可不可以|可以|是多少|是什么|什么|需要|还要|还能|要换|吗|呢|啊|吧|了|的|我们|我|您|你|谁|是|在|要|能|还|有/g;

/** The part of a question that names something; the whole where nothing else is in it. */
export function unasked(folded: string): string {
  const named = folded.replace(EMPTY, '');
  return named.length > 1 ? named : folded;
}
