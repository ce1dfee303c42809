/** Things a clause names: keys, papers, places, people to call, batches, attachments. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findDays, findPapers, findTelephones } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { sentencesOf } from './sentences';
import type { ReadingContext } from './whom';

const KEY = '[^，,。；;、（）()\\s]{1,24}?(?:CA锁|CA|数字证书|证书|签章|印章|UKey)';
const SWAP = new RegExp(
  `(?:将|由|把)?(?:目前|现有|现行|现|正在)?(?:使用)?(?:的)?(${KEY})(?:[^，,。；;]{0,10}?)(?:统一|全部|一律)?(?:更换|替换|换发|调整|变更|切换)(?:为|成)(?:新的)?([^，,。；;、\\n]{2,40})`,
  'g',
);

const bare = (name: string) =>
  name
    .replace(/[（(][^）)]{7,}[）)]?/g, '')
    .replace(/[“”"「」]/g, '')
    // Whoever has to do it stands before: 各单位须将原安信CA.
    .replace(/^.*(?:将|由|把|使用的|现有的?|现行的?|须|应|需)(?=.{2})/, '')
    .replace(/^(?:统一|目前|使用|的)+/, '')
    .replace(/(?:数字证书|工作|服务|等)+$/, (end) => (end.startsWith('数字证书') ? '数字证书' : ''))
    .trim();

/** Words a certificate's issuer or a page's row would show of it: the name without what all of them have. */
const phraseOf = (name: string) =>
  name
    .replace(/^(?:原|旧|新)/, '')
    .replace(/(?:数字证书|证书|电子签章)$/, '')
    .trim() || name;

/** 「华证CA（由某某公司提供服务）」. */
function providerOf(text: string, name: string): string {
  const after = text.slice(text.indexOf(name) + name.length);
  return /^[（(](?:由)?([^（()）]{4,40}?)(?:负责)?(?:提供|承担)/.exec(after)?.[1] ?? '';
}

/** 「将原安信CA更换为华证CA」: the old key and the new one; seals by their own name. */
export function keysIn(clause: Clause): readonly Partial<Entry<'keys'>>[] {
  // What stands in brackets is told of the key before it, and names no key; 方正国际软件(北京) is a name.
  const flat = clause.text.replace(/[（(][^）)]{7,60}[）)]/g, '');
  return [...flat.matchAll(SWAP)].flatMap((match) => {
    const [old, fresh] = [bare(match[1] ?? ''), bare(match[2] ?? '')];
    if (old === '' || fresh === '') return [];
    const kind = /签章|印章/.test(old) || /签章|印章/.test(fresh) ? ('seal' as const) : ('ca' as const);
    const isSaid = !/^(?:CA|CA锁|CA数字证书|数字证书|证书|电子签章|签章)$/.test(old);
    const oldName = isSaid ? old : `原${old}`;
    return [
      { kind, generation: 'old' as const, name: oldName, phrases: isSaid ? phraseOf(old) : '' },
      {
        kind,
        generation: 'new' as const,
        name: fresh,
        phrases: phraseOf(fresh),
        provider: providerOf(clause.text, match[2] ?? ''),
      },
    ];
  });
}

/** 「现用的信达CA服务将于…到期，统一更换为云岭CA」. */
export function keysNow(text: string): readonly Partial<Entry<'keys'>>[] {
  const match =
    /(?:现用|现使用|目前使用|正在使用)的(?:[“"「][^”"」]{1,12}[”"」]系统)?([^，,。；;]{2,16}?(?:CA|证书))[^。；;]{0,60}?(?:更换|替换|切换|变更)(?:为|成)([^，,。；;（(]{2,24})/.exec(
      text,
    );
  if (!match) return [];
  const [old, fresh] = [bare(match[1] ?? ''), bare(match[2] ?? '')];
  return [
    { generation: 'old', name: old, phrases: phraseOf(old) },
    { generation: 'new', name: fresh, phrases: phraseOf(fresh) },
  ];
}

/** Keys by their bare names, where no sentence says which becomes which: 新版CA证书（蓝色UKey）, 原金盾CA证书. */
export function namedKeysIn(clause: Clause): readonly Partial<Entry<'keys'>>[] {
  const find = (sign: RegExp) => sign.exec(clause.text);
  const old = find(
    /((?:原|旧)[\p{Script=Han}A-Za-z]{0,10}?(?:CA锁|CA证书|CA|数字证书|证书|锁))(?:[（(]([^（()）]{2,12})[）)])?/u,
  );
  const fresh = find(
    /(?:由([\p{Script=Han}A-Za-z]{3,24}?)(?:签发|颁发|提供)的)?(新(?!旧|、|和旧|注册|办)(?:版|的)?[\p{Script=Han}A-Za-z]{0,10}?(?:CA锁|CA证书|CA|数字证书|证书|锁))(?:[（(]([^（()）]{2,12})[）)])?/u,
  );
  const colour = (words: string | undefined) => /[红蓝绿黑白灰黄银金紫橙]色?/.exec(words ?? '')?.[0] ?? '';
  return [
    ...(old ? [{ generation: 'old' as const, name: old[1] ?? '', colour: colour(old[2]) }] : []),
    ...(fresh
      ? [
          {
            generation: 'new' as const,
            name: fresh[2] ?? '',
            issuer: fresh[1] ?? '',
            phrases: fresh[1] ?? '',
            colour: colour(fresh[3]),
          },
        ]
      : []),
  ];
}

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
    ...text.matchAll(
      /(?:携带|提供|递交|准备|出具|须带|需带|应带|所需材料[:：]?|材料[:：]|并附|附上|提交)\s*([^。；;\n]{2,160})/g,
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
          !/^(?:上述|以上|有关|相关|本)/.test(name),
      );
  });
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
      return {
        name,
        attachment: new RegExp(`《${name}》[（(]附件(\\d{1,2})`).exec(text)?.[1] ?? '',
        ...forms(sentence),
        paper: /纸质|原件|盖/.test(sentence),
        paperCopy: false,
      };
    });
  const listed = listedPapers(text).map(({ name, words }) => ({ name, ...forms(words) }));
  const seen = new Set<string>();
  return [...titled, ...listed].filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** 「领取地点：某中心二楼（某路88号），工作日9:00—12:00」; or a name in the sentence and 地址 in its own. */
export function placesIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  const [, spot = '', road = ''] =
    /地点\s*[:：为]\s*([^（(，,。；;\n]{3,40})(?:[（(]([^（()）]{3,60})[）)])?/.exec(clause.text) ?? [];
  const address = /地址\s*[:：为]\s*([^。；;\n]{4,80})/.exec(clause.text)?.[1]?.trim() ?? '';
  const named =
    /(?:至|到|在|前往|赴)\s*([^至到在，,。；;\n《》前]{4,40}?(?:窗口|大厅|中心|公司|服务点|网点|楼|室)?)(?:现场)?(?:办理|领取)/.exec(
      clause.text,
    )?.[1] ?? '';
  const told = [
    ...clause.text.matchAll(/(?:办公|办理|受理|工作|服务)时间[:：为]?\s*([^。\n]{4,120})/g),
    ...(address === ''
      ? clause.text.matchAll(/(工作日[^。；;\n]{0,10}\d{1,2}[:：]\d{2}[^。；;\n]{0,60})/g)
      : []),
  ].map((match) => match[1]?.trim() ?? '');
  const hours = told.filter((words) => /\d\s*[:：点时]/.test(words) || /工作日|周/.test(words)).join('\n');
  return [{ address: address || road || spot.trim(), name: spot.trim() || named.trim(), hours }];
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
  return findTelephones(clause.text).map(({ at, ...found }) => {
    const line = clause.text.slice(at).split(/[；;。\n]/)[0] ?? '';
    const hours =
      /(?:工作日|周[一二三四五六日]|每(?:天|日)|上午|\d{1,2}[:：]\d{2})[^；;。\n（()）]{3,40}/.exec(
        line,
      )?.[0] ?? '';
    const role = roleOf(found.name);
    const said = /[（(]([^（()）]{2,12})[）)]$/.exec(found.name)?.[1] ?? '';
    const purpose = /^(.{2,10}?)(?:咨询|服务)?(?:电话|热线)?$/.exec(found.name)?.[1] ?? '';
    const about = /办理|技术|支持|咨询|政策|使用|售后|操作/.test(purpose) ? purpose : (ABOUT[role] ?? '咨询');
    const own = /办理|技术|支持|咨询|政策|使用|售后|操作/.test(said) ? said : about;
    const name = own === said ? found.name.replace(/[（(][^（()）]*[）)]$/, '') : found.name;
    return { ...found, name, role, about: hours === '' ? own : `${own}（${hours}）` };
  });
}

/** A batch where it is told which it is: its name, then its units or days. */
export const BATCH = /第[一二三四五六七八九十\d]{1,3}批(?:次)?\s*(?:[:：（(，,为是由]|\d)/;

/** 「第一批：9月1日至9月10日，市级预算单位」, one a sentence. */
export function batchesIn(clause: Clause, { year }: ReadingContext): readonly Partial<Entry<'batches'>>[] {
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
