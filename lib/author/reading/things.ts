/** Things a clause names: places, people to call, batches, attachments. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findDays, findTelephones } from '@/lib/author/finds';
import type { Entry } from '@/lib/author/sections';
import { districtBatchesIn } from './districts';
import { postsIn } from './post';
import { sentencesOf } from './sentences';
import type { ReadingContext } from './whom';

/** What else a line tells after an address: hours, a telephone. */
const AFTER_ADDRESS =
  /[，,、]\s*(?:(?:办公|办理|受理|工作|服务|上班|营业|接待)时间|(?:联系|咨询)?(?:电话|人)|邮编|工作日|周[一二三四五六日]|每[天日]|[上下]午).*$/;

/** The house an address names after its number: 某路18号政务服务中心3楼 is 政务服务中心3楼; else all of it. */
const spotOf = (address: string) => /\d号(?!楼|院|门)([^，,]{3,40})$/.exec(address)?.[1] ?? address;

/** The parts of a line that tell hours, up to the first that tells something else. */
function hoursOf(words: string): string {
  const parts = words.split(/(?<=[，,；;])/);
  const isTime = (part: string) =>
    /\d\s*[:：点时]|工作日|周|星期|节假日|每[天日]|[上下]午|24\s*小时/.test(part);
  const end = parts.findIndex((part) => !isTime(part));
  return parts
    .slice(0, end < 0 ? parts.length : end)
    .join('')
    .replace(/[，,；;]$/, '');
}

/** Hours in the line of an address, up to the line's end. */
const hoursAfter = (text: string) =>
  hoursOf(
    /^[^。；;\n]*?(?:办公|办理|受理|工作|服务|上班|营业)时间\s*[:：为]?\s*([^。；;\n]{4,80})/.exec(
      text,
    )?.[1] ?? '',
  );

/** 「领取地点：某中心二楼（某路88号），工作日9:00—12:00」; or a name in the sentence and 地址 in its own. */
export function placesIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  const posts = postsIn(clause);
  if (posts.length === 0) return housesIn(clause);
  // What stands beside an envelope's address may be a house one goes to; the envelope's own is none.
  const rest = sentencesOf(clause.text).filter((text) => postsIn({ ...clause, text }).length === 0);
  const houses = housesIn({ ...clause, text: rest.join('\n') });
  return [...posts, ...houses.filter(({ address }) => address !== '')];
}

/** 「某中心3楼西区（某路10号）」, 「县财政局采购股（行政中心612室）」: a name, and in brackets a road and number or a room. */
const IN_BRACKETS =
  /(?:^|[\s。；;，,:：]|[到至在赴交送])([^\s到至在赴交送。；;，,:：（()）《》]{4,30})[（(]([^（()）:：]{2,30}?(?:(?:路|街|道|巷|弄)\d+号|\d+室)[^（()）:：]{0,20})[）)]/u;

function housesIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  const [, spot = '', road = ''] =
    /(?:地点|服务点|受理点|办理点|网点)\s*(?:[:：为]|设?在)\s*([^（(，,。；;\n]{3,40})(?:[（(]([^（()）]{3,60})[）)])?/.exec(
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
      const whose =
        /^([\p{Script=Han}A-Za-z（）()]{2,30}?(?:公司|中心|局|窗口|大厅|CA|网点|服务点|服务站|办理点))\s*[:：，,]/u.exec(
          line.trim(),
        );
      return { address, name: whose?.[1] ?? spotOf(address), hours: hoursAfter(clause.text.slice(at)) };
    });
  const address = addresses[0]?.address ?? '';
  const named =
    /(?:至|到|在|前往|赴)\s*([^至到在，,。；;\n《》前（(]{4,40}?(?:窗口|大厅|中心|公司|服务点|网点|楼|室)?)(?:现场)?(?:办理|领取)/.exec(
      clause.text,
    )?.[1] ?? '';
  const told = [
    // 「时间：周二、周四上午9:00-11:30」 beside an address.
    ...clause.text.matchAll(/(?:^|[。；;\n])\s*时间\s*[:：]\s*((?:周|星期|工作日|每)[^。\n]{4,80})/g),
    ...clause.text.matchAll(/(?:办公|办理|受理|工作|服务|上班|营业)时间[:：为]?\s*([^。\n]{4,120})/g),
    ...clause.text.matchAll(
      /((?:工作日|周一至周[五六日])[^。；;\n]{0,10}\d{1,2}[:：]\d{2}[^。；;\n]{0,60})/g,
    ),
    // 「上午9点到12点、下午1点半到5点」.
    ...clause.text.matchAll(/((?:上午|每天)[^。；;\n，,]{0,4}\d{1,2}[点时][^。；;\n]{0,60})/g),
  ].map((match) => match[1]?.trim() ?? '');
  // 「某中心一楼8号窗口（某路20号）」: a house and its address, without a word for either.
  const before =
    /(?:^|[。；;\n]|[到至在赴])([^到至在赴。；;\n，,（()）]{4,40}(?:窗口|大厅|中心|室|服务点|办理点|网点))[，,]\s*地址/u.exec(
      clause.text,
    )?.[1] ?? '';
  const [, house = before, houseAddress = ''] =
    address === '' && spot === ''
      ? (/(?<![\p{Script=Han}\dA-Za-z])([\p{Script=Han}\dA-Za-z]{4,30}(?:窗口|大厅|中心|楼|室))[（(]([^（()）]{4,40}?\d号[^（()）]{0,20})[）)]/u.exec(
          clause.text,
        ) ??
        IN_BRACKETS.exec(clause.text) ??
        [])
      : [];
  const said = [...new Set(told.map(hoursOf))].filter((words) => words !== '');
  const hours = said
    .filter((words) => !said.some((other) => other !== words && other.includes(words)))
    .join('\n');
  // 「至市财政局118室领取」: a room with its number is an address.
  const room = /\d(?:室|号窗口|号楼)$|[一二三四五六七八九\d]楼[^，,。；;]{0,8}(?:窗口|大厅)$/.test(named)
    ? named.trim()
    : '';
  const where = address || road || spot.trim() || houseAddress || room;
  return [{ address: where, name: spot.trim() || house || named.trim() || spotOf(where), hours }];
}

/** 「海门区：海门区北京路600号行政审批局3楼，李强，0513-…」: a list of service points, one a line, without the word 地址. */
export function linePlacesIn(clause: Clause): readonly Partial<Entry<'places'>>[] {
  if (/地址\s*[:：为]/.test(clause.text)) return [];
  return clause.text.split('\n').flatMap((line) => {
    const [, label = '', address = ''] =
      /^([\p{Script=Han}A-Za-z]{2,12})[:：]\s*([^，,；;。:：]{4,50}?(?:路|街|道|巷|弄)\d+号[^，,；;。]{0,30})[，,；;]/u.exec(
        line.trim(),
      ) ?? [];
    if (address === '' || findTelephones(line).length === 0 || /寄|邮/.test(line)) return [];
    const isName = /(?:点|窗口|中心|大厅|网点|营业厅)$/.test(label);
    const hours = /(?:工作日|周[一二三四五六日]|每[天日]|上午)[^。；;\n]{4,60}/.exec(line)?.[0] ?? '';
    return [{ name: isName ? label : spotOf(address), address, hours: hoursOf(hours) }];
  });
}

function roleOf(name: string): Entry<'contacts'>['role'] {
  if (/窗口/.test(name)) return 'ca-counter';
  if (/财政|采购(?:处|科|办|股)|政府采购管理/.test(name)) return 'bureau';
  if (/签章|印章/.test(name)) return 'seal-vendor';
  if (/CA|认证|证书|数证/i.test(name)) return 'ca-vendor';
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

/** When a number is answered, as it stands behind it. */
const ANSWERED =
  /(?:工作日|周[一二三四五六日]|每(?:天|日)|上午|全天|\d{1,2}[:：]\d{2})[^；;。\n（()）]{3,40}|7\s*[×xX*]\s*24\s*小?时?|24小时/;

/**
 * 「新CA领取、驱动安装和电子签章：澄岚公司客服，400-…」: what a number is for, a list perhaps, before whose it is. One number a
 * line, and nothing else before it than whose, and perhaps who.
 */
const FOR_WHAT =
  /^([^：:，,。；;\d]{4,40})[：:]\s*([\p{Script=Han}A-Za-z“”"]{2,30}?(?:公司|中心|局|处|科|股|窗口|大厅|服务商|客服))[，,]\s*(?:\p{Script=Han}{2,4}[，,]\s*)?(?=[(（]?[\d])/u;
const IS_DONE = /领取|安装|操作|登录|绑定|报送|申请|签章|政策|技术|办理|咨询|使用/;

function forWhatIn(line: string): Pick<Entry<'contacts'>, 'name' | 'about'> | null {
  const [words, about = '', name = ''] = FOR_WHAT.exec(line.trim()) ?? [];
  return words !== undefined &&
    IS_DONE.test(about) &&
    !/(?:公司|中心|局|处|科|股|CA|电话|热线|地点|地址)$/.test(about)
    ? { name, about }
    : null;
}

export function contactsIn(clause: Clause): readonly Partial<Entry<'contacts'>>[] {
  // 「0517-8…更正为0517-9…」: the first is the number no longer.
  const all = findTelephones(clause.text);
  const isOld = (index: number) => {
    const [one, next] = [all[index], all[index + 1]];
    return (
      one !== undefined &&
      next !== undefined &&
      /(?:更正|变更|修改|调整|改)为/.test(clause.text.slice(one.at, next.at))
    );
  };
  const calls = all.filter((_call, index) => !isOld(index));
  return calls.map(({ at, purpose: first, ...found }, index) => {
    // Hours behind the next number are that one's.
    const line = clause.text.slice(at, calls[index + 1]?.at).split(/[；;。\n]/)[0] ?? '';
    const hours = hoursOf(ANSWERED.exec(line)?.[0] ?? '');
    const said = /[（(]([^（()）]{2,12})[）)]$/.exec(found.name)?.[1] ?? '';
    // 「某某公司（电子印章）」: what they serve, and no part of the name.
    const served = /^(?:CA|CA证书|CA锁|数字证书|证书|电子签章|电子印章|签章|印章)$/i.test(said) ? said : '';
    const known = roleOf(found.name);
    const role =
      served !== ''
        ? roleOf(served)
        : known === 'other' || known === 'system-vendor'
          ? roleOf(first || found.name)
          : known;
    const purpose = /^(.{2,10}?)(?:咨询|服务)?(?:电话|热线)?$/.exec(first || found.name)?.[1] ?? '';
    const about = /办理|技术|支持|咨询|政策|使用|售后|操作/.test(purpose) ? purpose : (ABOUT[role] ?? '咨询');
    const own = /办理|技术|支持|咨询|政策|使用|售后|操作/.test(said) ? said : about;
    const name = own === said || served !== '' ? found.name.replace(/[（(][^（()）]*[）)]$/, '') : found.name;
    const start = Math.max(...['\n', '。', '；', ';'].map((sign) => clause.text.lastIndexOf(sign, at))) + 1;
    const told = forWhatIn(clause.text.slice(start, at + 2));
    // Where whose it is was found, it is as good; what is lost is a list before the colon.
    const isFound = found.name !== '' && (first !== '' || told?.about.includes('、') === false);
    if (!told || isFound) return { ...found, name, role, about: own, hours };
    const ofName = roleOf(told.name);
    return {
      ...found,
      ...told,
      person: found.person === found.name ? '' : found.person,
      role: ofName === 'other' ? roleOf(told.about.split('、')[0] ?? '') : ofName,
      hours,
    };
  });
}

/** A batch where it is told which it is: its name, then its units or days. */
export const BATCH = /第[一二三四五六七八九十\d]{1,3}批(?:次)?\s*(?:[:：（(，,为是由]|\d|[　\t|])/;

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
        // 各县（区）预算单位 is a name with brackets in it; days and exceptions in them are none.
        .replace(/[(（](?=[^)）]*(?:\d|不|除|含|节))[^)）]*[)）]/g, '')
        .replace(/(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日/g, '')
        .split(/[:：,，、至到—–－~～　\t|-]/)
        .map((each) =>
          each
            .replace(/^(?:为|是|由|起|止|的)+|(?:办理|更换)$/g, '')
            .replace(/^[(（]([^（()）]*)[)）]$/, '$1')
            .trim(),
        )
        .filter((each) => each.length > 1);
      return name === '' || (!first && rest.length === 0)
        ? []
        : [{ name, ...membersOf(rest), from: first?.date ?? '', until: last?.date ?? '' }];
    });
  });
}

/** Who is in a batch that the names of units do not tell: 其他事业单位, 乡镇及所属单位, 首字母A至M的. */
function membersOf(words: readonly string[]): Pick<Entry<'batches'>, 'units' | 'who'> {
  const isOfNoName = words.some((each) =>
    /其他|其它|其余|以外|以上|剩余|所属|辖区|首字母|开头|的/.test(each),
  );
  return isOfNoName ? { units: '', who: words.join('、') } : { units: words.join('、'), who: '' };
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
