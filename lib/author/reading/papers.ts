/** Papers a clause asks for: by their titles, in a running list, one an item. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findPapers } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf } from './sentences';

/** 一式两份 as 2; empty where it is not said. */
function copiesIn(text: string): string {
  const written = /(?:一式)?([一二两三四五六七八九\d]{1,2})份/.exec(text)?.[1] ?? '';
  const at = '零一二三四五六七八九'.indexOf(written === '两' ? '二' : written);
  return /^(?:[1-9]\d?)?$/.test(written) ? written : at > 0 ? String(at) : '';
}

const PAPER =
  /(?:表|证|证书|证件|复印件|原件|扫描件|文件|函|书|照|证明|材料|清单|印章|公章|承诺|委托|回执|介绍信|UKey|介质)$/i;

/** 《…申请表》（下称《申请表》）: what a paper is called further on, and its name. */
export function shortNamesIn(text: string): ReadonlyMap<string, string> {
  const told = text.matchAll(
    /《([^《》]{2,60})》\s*[（(][^（()）]*?(?:下称|简称|以下称)\s*[《“"]([^》”"]{2,20})[》”"]/g,
  );
  return new Map([...told].map((match) => [match[2] ?? '', match[1] ?? '']));
}

/** Papers without 《》: 「携带营业执照复印件（盖公章）、法定代表人身份证原件到…办理」. */
function listedPapers(text: string): readonly { readonly name: string; readonly words: string }[] {
  const lists = [
    // What has been handed in, 已提交, is no paper to hand in.
    ...text.matchAll(
      /(?<!已)(?:携带|交验|查验|出示|凭(?!借)|持(?=单位|身份证|营业执照|介绍信|有效)|提供|递交|准备|出具|须带|需带|应带|所需材料[:：]?|材料[:：]|并附|附上|提交)\s*[:：]?\s*(?=([^。；;\n]{2,160}))/g,
    ),
  ];
  return lists.flatMap((match) => {
    const list = (match[1] ?? '').split(/(?:到|至|前往|赴|，在|,在|于\d|向|报)(?=[^、]{2,})/)[0] ?? '';
    return (
      list
        // 身份证原件及复印件 is one paper.
        .split(
          /[、，,](?![^（(]*[）)])|(?<=[件证表书照章信函单本）)])(?:和|及|与|以及)(?!(?:复印件|原件|扫描件)(?:$|[、，,（(]))/,
        )
        .map((words) => words.trim())
        .filter((words) => !/[《》]/.test(words))
        // 「供应商：营业执照复印件」 says first whose; 「加盖公章的证明」 what is on it.
        .map((words) => ({
          words,
          name: words
            .replace(/[（(][^）)]*[）)]/g, '')
            .replace(/^[^：:]{2,12}[：:]/, '')
            .replace(/^(?:加?盖[^、，,]{0,8}章的)/, '')
            .replace(/^[^、，,]{0,10}?(?:凭|携带|提供)(?=.{3,})/, '')
            .trim(),
        }))
        .filter(
          ({ name }) =>
            name.length > 1 &&
            name.length <= 30 &&
            PAPER.test(name) &&
            !/提交|携带|出具|提供/.test(name) &&
            // What one tenders with is no paper for a key.
            !/(?:投标|响应|招标|采购|磋商|谈判|评审|解密|加密)[^，,]{0,4}(?:文件|书|函)$/.test(name) &&
            !/^(?:均|各|都|无需|无须|不|上述|以上|下列|以下|如下|有关|相关|所需|本(?!人)|加?盖|须|需|并|由)/.test(
              name,
            ) &&
            !/^(?:申请|办理|更换|全部|书面|证明|纸质|电子)?材料$/.test(name),
        )
    );
  });
}

/** What a clause is under: 「一、申请材料」, 「申请单位提交下列材料：」. Its own items are papers, one a number. */
export const LISTS_PAPERS = /(?:材料|资料|证件|要件)(?:清单|目录)?(?:如下|为|包括)?\s*[:：]?$/;

/** 「营业执照复印件，加盖公章」: of an item with one paper, what follows is of it. */
const ofOnePaper = (item: string) =>
  /^[^、，,《》]{2,40}[，,][^、，,《》]*(?:章|份)[^、，,《》]*$/.test(item)
    ? `${item.replace(/[，,]/, '（')}）`
    : item;

/** A paper as an item of such a list. */
export function listedMaterialsIn(clause: Clause): readonly Partial<Entry<'materials'>>[] {
  // An item that tells of days or of what is done is more than a paper.
  if (/\d\s*(?:个?工作日|日|天)|解绑|绑定|领取|办结/.test(clause.text.replace(/《[^《》]*》/g, '')))
    return [];
  return materialsIn({
    ...clause,
    text: sentencesOf(clause.text)
      .map((each) => `材料：${ofOnePaper(each)}`)
      .join('\n'),
  });
}

/** 《申请表》（附件1）, 附件1《申请表》. A single attachment has no number. */
function attachmentOf(text: string, name: string): string {
  const at = text.indexOf(`《${name}》`);
  // 《授权书》1份（附件2）.
  const after = /^[^《》（(。；;、，,]{0,8}[（(](?:见)?附件\s*(\d{0,2})/.exec(
    text.slice(at + name.length + 2),
  )?.[1];
  const before = /附件\s*(\d{1,2})\s*[:：]?\s*$/.exec(text.slice(0, at))?.[1];
  return (after ?? before)?.replace(/^$/, '1') ?? '';
}

const BETWEEN =
  /^(?:[（(](?:见)?附件\s*\d{0,2}[）)])?\s*(?:以及|[、，,和及与])?\s*(?:附件\s*\d{1,2}\s*[:：]?)?$/;
/** 《甲》、《乙》均加盖公章: said of each. 《甲》、《乙》电子版 is said of 《乙》. */
const OF_ALL =
  /^(?:[（(](?:见)?附件\s*\d{0,2}[）)])?[，,]?\s*(?:均|各|都|(?:加盖|盖)[^，,]{0,8}章(?:后|并|，|,)|等)/;

/** What a sentence says of one paper of several: up to the next one's name, and what it says of all of them. */
function wordsOfPaper(sentence: string, name: string): string {
  const starts = [...sentence.matchAll(/《[^《》]{2,60}》/g)];
  const at = starts.findIndex(({ 0: words }) => words === `《${name}》`);
  const isListed = listedPapers(sentence).length > 0;
  if (at < 0 || (starts.length < 2 && !isListed)) return sentence;
  const wordsAfter = (index: number) => {
    const from = (starts[index]?.index ?? 0) + (starts[index]?.[0].length ?? 0);
    const words = sentence.slice(from, starts[index + 1]?.index ?? sentence.length);
    // Up to the next paper of the list that has no title: 《申请表》（附件1）、身份证复印件.
    const next = [...words.matchAll(/(?:以及|[、和及与])(?![^（(]*[）)])/g)].find(({ index: at, 0: sign }) =>
      PAPER.test(
        (words.slice(at + sign.length).split(/[、，,]/)[0] ?? '').replace(/[（(][^）)]*[）)]/g, '').trim(),
      ),
    );
    return next ? words.slice(0, next.index) : words;
  };
  // Of what stands before, only what is said right there: 加盖公章的《申请表》.
  const before =
    /(?:加?盖[^，,、《》]{0,8}章的?|纸质|彩色|扫描的?)$/.exec(sentence.slice(0, starts[at]?.index))?.[0] ??
    '';
  let end = at;
  while (end + 1 < starts.length && BETWEEN.test(wordsAfter(end))) end += 1;
  const shared = end > at && OF_ALL.test(wordsAfter(end)) ? wordsAfter(end) : '';
  return `${before}${wordsAfter(at)}${shared}`;
}

/** @param known short names given to papers in the notice so far */
export function materialsIn(
  clause: Clause,
  known: ReadonlyMap<string, string> = new Map(),
): readonly Partial<Entry<'materials'>>[] {
  const { text } = clause;
  const forms = (words: string) => ({
    paper: /纸质|原件|复印件|盖/.test(words),
    paperStamped: /盖.{0,4}章/.test(words),
    paperCopy: /复印件/.test(words),
    paperCopies: copiesIn(words),
    scan: /扫描|电子版|电子件/.test(words),
    scanColour: /彩色/.test(words),
  });
  const short = new Set([...known, ...shortNamesIn(text)].map(([name]) => name));
  const titled = findPapers(text)
    .filter((name) => !short.has(name))
    .map((name) => {
      const sentence = sentencesOf(text).find((each) => each.includes(`《${name}》`)) ?? text;
      const own = wordsOfPaper(sentence, name);
      return {
        name,
        attachment: attachmentOf(text, name),
        ...forms(own),
        paper: /纸质|原件|盖/.test(own),
        paperCopy: false,
      };
    });
  // 「甲、乙、丙（均需加盖公章）」.
  const isEach = /[（(，,](?:以上|上述)?(?:材料)?(?:均|都)[^）)，,]{0,4}盖[^）)，,]{0,6}章/.test(text);
  const listed = listedPapers(text).map(({ name, words }) => ({
    name,
    ...forms(words),
    ...(isEach && { paper: true, paperStamped: true }),
  }));
  const seen = new Set<string>();
  return [...titled, ...listed].filter(({ name }) => !seen.has(name) && seen.add(name));
}
