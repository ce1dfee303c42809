/** Things a clause names: papers, places, people to call, batches, attachments. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findDays, findPapers, findTelephones } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf } from './sentences';
import type { ReadingContext } from './whom';

/** 一式两份 as 2; empty where it is not said. */
function copiesIn(text: string): string {
  const written = /(?:一式)?([一二两三四五六七八九\d]{1,2})份/.exec(text)?.[1] ?? '';
  const at = '零一二三四五六七八九'.indexOf(written === '两' ? '二' : written);
  return /^\d+$/.test(written) || written === '' ? written : String(at);
}

const PAPER = /(?:表|证|证书|证件|复印件|原件|扫描件|文件|函|书|照|证明|材料|清单|印章|公章|承诺|委托)$/;

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
      /(?<!已|后)(?:携带|提供|递交|准备|出具|须带|需带|应带|所需材料[:：]?|材料[:：]|并附|附上|提交)\s*([^。；;\n]{2,160})/g,
    ),
  ];
  return lists.flatMap((match) => {
    const list = (match[1] ?? '').split(/(?:到|至|前往|赴|，在|,在|于\d|向|报)(?=[^、]{2,})/)[0] ?? '';
    return list
      .split(/[、，,]|(?<=[件证表书照章])(?:和|及|与|以及)/)
      .map((words) => words.trim())
      .filter((words) => !/[《》]/.test(words))
      .map((words) => ({ words, name: words.replace(/[（(][^）)]*[）)]/g, '').trim() }))
      .filter(
        ({ name }) =>
          name.length > 1 &&
          name.length <= 30 &&
          PAPER.test(name) &&
          // What one tenders with is no paper for a key.
          !/(?:投标|响应|招标|采购|磋商|谈判|评审|解密|加密)[^，,]{0,4}(?:文件|书|函)$/.test(name) &&
          !/^(?:均|各|都|上述|以上|下列|以下|如下|有关|相关|所需|本|加?盖|须|需|并|由)/.test(name) &&
          !/^(?:申请|办理|更换|全部|书面|证明)?材料$/.test(name),
      );
  });
}

/** What a clause is under: 「一、申请材料」, 「申请单位提交下列材料：」. Its own items are papers, one a number. */
export const LISTS_PAPERS = /(?:材料|资料|证件|要件)(?:清单|目录)?(?:如下|为|包括)?\s*[:：]?$/;

/** A paper as an item of such a list. */
export function listedMaterialsIn(clause: Clause): readonly Partial<Entry<'materials'>>[] {
  // An item that tells of days or of what is done is more than a paper.
  if (/\d\s*(?:个?工作日|日|天)|解绑|绑定|领取|办结/.test(clause.text.replace(/《[^《》]*》/g, '')))
    return [];
  return materialsIn({
    ...clause,
    text: sentencesOf(clause.text)
      .map((each) => `材料：${each}`)
      .join('\n'),
  });
}

/** 《申请表》（附件1）, 附件1《申请表》. A single attachment has no number. */
function attachmentOf(text: string, name: string): string {
  const at = text.indexOf(`《${name}》`);
  const after = /^[（(](?:见)?附件\s*(\d{0,2})/.exec(text.slice(at + name.length + 2))?.[1];
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
  if (starts.length < 2 || at < 0) return sentence;
  const wordsAfter = (index: number) => {
    const from = (starts[index]?.index ?? 0) + (starts[index]?.[0].length ?? 0);
    return sentence.slice(from, starts[index + 1]?.index ?? sentence.length);
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
  const listed = listedPapers(text).map(({ name, words }) => ({ name, ...forms(words) }));
  const seen = new Set<string>();
  return [...titled, ...listed].filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** What else a line tells after an address: hours, a telephone. */
const AFTER_ADDRESS =
  /[，,、]\s*(?:(?:办公|办理|受理|工作|服务|上班|营业|接待)时间|(?:联系|咨询)?(?:电话|人)|邮编).*$/;

/** The house an address names after its number: 某路18号政务服务中心3楼 is 政务服务中心3楼; else all of it. */
const spotOf = (address: string) => /\d号(?!楼|院|门)([^，,]{3,40})$/.exec(address)?.[1] ?? address;

/** The parts of a line that tell hours, up to the first that tells something else. */
function hoursOf(words: string): string {
  const parts = words.split(/(?<=[，,；;])/);
  const isTime = (part: string) => /\d\s*[:：点时]|工作日|周|星期|节假日|每[天日]|[上下]午/.test(part);
  const end = parts.findIndex((part) => !isTime(part));
  return parts
    .slice(0, end < 0 ? parts.length : end)
    .join('')
    .replace(/[，,；;]$/, '');
}

/** 「领取地点：某中心二楼（某路88号），工作日9:00—12:00」; or a name in the sentence and 地址 in its own. */
export function placesIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  const [, spot = '', road = ''] =
    /(?:地点|服务点|受理点|办理点|网点)\s*[:：为]\s*([^（(，,。；;\n]{3,40})(?:[（(]([^（()）]{3,60})[）)])?/.exec(
      clause.text,
    ) ?? [];
  const addresses = [...clause.text.matchAll(/地址\s*[:：为]\s*([^。；;\n]{4,120})/g)].map((match) => ({
    at: match.index,
    address: (match[1] ?? '').replace(AFTER_ADDRESS, '').trim(),
  }));
  // Several in one clause: each has whoever its own line begins with.
  if (addresses.length > 1)
    return addresses.map(({ at, address }) => {
      const line =
        clause.text
          .slice(0, at)
          .split(/[。\n]/)
          .at(-1) ?? '';
      const whose = /^([\p{Script=Han}A-Za-z（）()]{2,30}?(?:公司|中心|局|窗口|大厅|CA))\s*[:：，,]/u.exec(
        line.trim(),
      );
      return { address, name: whose?.[1] ?? spotOf(address), hours: '' };
    });
  const address = addresses[0]?.address ?? '';
  const named =
    /(?:至|到|在|前往|赴)\s*([^至到在，,。；;\n《》前]{4,40}?(?:窗口|大厅|中心|公司|服务点|网点|楼|室)?)(?:现场)?(?:办理|领取)/.exec(
      clause.text,
    )?.[1] ?? '';
  const told = [
    ...clause.text.matchAll(/(?:办公|办理|受理|工作|服务|上班|营业)时间[:：为]?\s*([^。\n]{4,120})/g),
    ...(address === ''
      ? clause.text.matchAll(
          /((?:工作日|周一至周[五六日])[^。；;\n]{0,10}\d{1,2}[:：]\d{2}[^。；;\n]{0,60})/g,
        )
      : []),
  ].map((match) => match[1]?.trim() ?? '');
  // 「某中心一楼8号窗口（某路20号）」: a house and its address, without a word for either.
  const [, house = '', houseAddress = ''] =
    address === '' && spot === ''
      ? (/(?<![\p{Script=Han}\d])([\p{Script=Han}\d]{4,30}(?:窗口|大厅|中心|楼|室))[（(]([^（()）]{4,40}?\d号[^（()）]{0,20})[）)]/u.exec(
          clause.text,
        ) ?? [])
      : [];
  const hours = told
    .map(hoursOf)
    .filter((words) => words !== '')
    .join('\n');
  const where = address || road || spot.trim() || houseAddress;
  return [{ address: where, name: spot.trim() || house || named.trim() || spotOf(where), hours }];
}

function roleOf(name: string): Entry<'contacts'>['role'] {
  if (/窗口/.test(name)) return 'ca-counter';
  if (/财政|采购(?:处|科|办|股)|政府采购管理/.test(name)) return 'bureau';
  if (/签章|印章/.test(name)) return 'seal-vendor';
  if (/CA|认证|证书/i.test(name)) return 'ca-vendor';
  return /系统|平台|软件|技术|运维/.test(name) ? 'system-vendor' : 'other';
}

/** What one calls about, where the notice does not say: the author changes it where it does not fit. */
export const ABOUT: Readonly<Record<Entry<'contacts'>['role'], string>> = {
  'ca-vendor': 'CA证书办理',
  'ca-counter': 'CA窗口办理',
  'seal-vendor': '电子签章',
  'system-vendor': '系统使用',
  bureau: '政策咨询',
  other: '咨询',
};

export function contactsIn(clause: Clause): readonly Partial<Entry<'contacts'>>[] {
  return findTelephones(clause.text).map(({ at, purpose: first, ...found }) => {
    const line = clause.text.slice(at).split(/[；;。\n]/)[0] ?? '';
    const hours =
      /(?:工作日|周[一二三四五六日]|每(?:天|日)|上午|\d{1,2}[:：]\d{2})[^；;。\n（()）]{3,40}/.exec(
        line,
      )?.[0] ?? '';
    const known = roleOf(found.name);
    const role = known === 'other' || known === 'system-vendor' ? roleOf(first || found.name) : known;
    const said = /[（(]([^（()）]{2,12})[）)]$/.exec(found.name)?.[1] ?? '';
    const purpose = /^(.{2,10}?)(?:咨询|服务)?(?:电话|热线)?$/.exec(first || found.name)?.[1] ?? '';
    const about = /办理|技术|支持|咨询|政策|使用|售后|操作/.test(purpose) ? purpose : (ABOUT[role] ?? '咨询');
    const own = /办理|技术|支持|咨询|政策|使用|售后|操作/.test(said) ? said : about;
    const name = own === said ? found.name.replace(/[（(][^（()）]*[）)]$/, '') : found.name;
    return { ...found, name, role, about: hours === '' ? own : `${own}（${hours}）` };
  });
}

/** A batch where it is told which it is: its name, then its units or days. */
export const BATCH = /第[一二三四五六七八九十\d]{1,3}批(?:次)?\s*(?:[:：（(，,为是由]|\d)/;

const SPOT_DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:[（(][^（()）]{1,6}[）)])?';
const SPOT_SPAN = `${SPOT_DAY}\\s*[-—–－~～至到]+\\s*${SPOT_DAY}`;
/** A district, or a kind of units. */
const UNIT = /^[\p{Script=Han}]{2,14}(?:市|区|县|镇|乡|街道|园区|自治州)(?:(?:各)?(?:预算)?单位|财政局)?$/u;
const KIND = /^[\p{Script=Han}]{2,14}(?:单位|机关|学校|医院|企业|部门)$/u;
/** A level's or an audience's days are those of a duty: 市级单位9月1日至10日. */
const NO_BATCH = /^(?:各|全市|市级|市直|市本级|区级|县级|省|预算单位|主管)|^(?:.{0,4}(?:辖市|县区|市、县))/;

/** Batches by place: 「天宁区、钟楼区9月4日至8日，武进区9月11日至15日」, also with the days first, or one a line. */
function districtBatchesIn(text: string, year: number) {
  const pieces = sentencesOf(text).flatMap((sentence) => {
    const spans = [...sentence.matchAll(new RegExp(SPOT_SPAN, 'g'))];
    const [first] = spans;
    if (!first) return [];
    const listOf = (words: string) =>
      words
        .replace(/^.*[:：](?=.)/, '')
        .replace(/^(?:其中|[，,、：:\s为是由]|的)+|(?:[，,、：:\s]|办理|领取|更换|集中|现场|为)+$/g, '')
        .split(/[、和及与]/)
        .map((each) => each.trim());
    const isList = (names: readonly string[]) =>
      names.length > 0 && names.every((each) => (UNIT.test(each) || KIND.test(each)) && !NO_BATCH.test(each));
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
      return { sentence, names, from: from?.date ?? '', until: until?.date ?? '' };
    });
  });
  const isByPlace = pieces.some(({ names }) => names.some((each) => UNIT.test(each)));
  return pieces.length > 1 && isByPlace ? pieces : [];
}

/** Whether a sentence of a clause is such a batch. */
export function districtSentencesIn({ text }: Clause, year: number): ReadonlySet<string> {
  return new Set(districtBatchesIn(text, year).map(({ sentence }) => sentence));
}

/** 「第一批：9月1日至9月10日，市级预算单位」, one a sentence. */
export function batchesIn(clause: Clause, { year }: ReadingContext): readonly Partial<Entry<'batches'>>[] {
  const districts = new RegExp(BATCH).test(clause.text) ? [] : districtBatchesIn(clause.text, year);
  if (districts.length > 0)
    return districts.map(({ names, from, until }) => ({
      name: names.join('、'),
      units: names.join('、'),
      from,
      until,
    }));
  return sentencesOf(clause.text).flatMap((sentence) => {
    const spots = [...sentence.matchAll(new RegExp(BATCH, 'g'))].map(({ index }) => index);
    // Two batches in one sentence: each has the words up to the next.
    return spots.flatMap((at, index) => {
      // 「9月1日至10日为第一批」 has its days before its name; 「分两批领取：第一批」 has an introduction.
      const isIntroduced = /[:：]\s*$/.test(sentence.slice(0, at));
      const from = index === 0 && !isIntroduced ? 0 : at;
      const words = sentence.slice(from, spots[index + 1] ?? sentence.length);
      const name = /第[一二三四五六七八九十\d]{1,3}批/.exec(words)?.[0] ?? '';
      const [first, last] = findDays(words, year);
      const rest = words
        .replace(name, '')
        .replace(/[(（][^)）]*[)）]/g, '')
        .replace(/(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日/g, '')
        .split(/[:：,，、至到—–－~～-]/)
        .map((each) => each.replace(/^(?:为|是|由|起|止|的)+|(?:办理|更换)$/g, '').trim())
        .filter((each) => each.length > 1);
      return name === '' || (!first && rest.length === 0)
        ? []
        : [{ name, units: rest.join('、'), from: first?.date ?? '', until: last?.date ?? '' }];
    });
  });
}

/** The list under 附件：「1．CA更换申请表」. */
export function attachmentsIn(clause: Clause): readonly Partial<Entry<'attachments'>>[] {
  return clause.text.split('\n').flatMap((line) => {
    const match = /^(?:附\s*件\s*[:：]?\s*)?(\d{1,2})\s*[.．、:：]\s*(.{2,60})$/.exec(line.trim());
    if (match) return [{ number: match[1] ?? '', title: (match[2] ?? '').replace(/[《》]/g, '').trim() }];
    const only = /^附\s*件\s*[:：]\s*([^\d\s].{1,60})$/.exec(line.trim());
    return only ? [{ number: '1', title: (only[1] ?? '').replace(/[《》]/g, '').trim() }] : [];
  });
}
