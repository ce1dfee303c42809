/** Keys a clause names, the old and the new one. Pure. */
import type { Clause } from '@/lib/author/clauses';
import type { Entry } from '@/lib/author/sections';

const KEY = '[^，,。；;、（）()\\s]{1,24}?(?:CA锁|CA|数字证书|证书|签章|印章|UKey)';
/** What becomes of a key: 更换为, 换为, 升级为. */
const BECOMES = '(?:(?:更换|替换|换发|换领|换|调整|变更|切换|升级)(?:为|成))';
const SWAP = new RegExp(
  `(?:将|由|把)?(?:目前|现有|现行|现用|现|正在)?(?:使用)?(?:的)?(${KEY})([^，,。；;]{0,10}?)[，,]?(?:统一|全部|一律)?${BECOMES}(?:新的)?([^，,。；;、\\n]{2,40})`,
  'g',
);
/** A price, a number or a day becomes another one, and so does who serves it: no key does. */
const OF_NO_KEY = /价格|费用|收费|标准|电话|时间|日期|服务商|服务机构/;

const bare = (name: string) =>
  name
    .replace(/[（(][^）)]{7,}[）)]?/g, '')
    .replace(/[“”"「」]/g, '')
    // Whoever has to do it stands before: 各单位须将原安信CA.
    .replace(/^.*(?:将|由|把|使用的|现有的?|现行的?|须|应|需)(?=.{2})/, '')
    .replace(/^(?:统一|目前|现用|使用|的)+/, '')
    .replace(/(?:数字证书|工作|服务|等)+$/, (end) => (end.startsWith('数字证书') ? '数字证书' : ''))
    .trim();

const colourIn = (words: string | undefined) => /[红蓝绿黑白灰黄银金紫橙]色?/.exec(words ?? '')?.[0] ?? '';

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

/** Names of one kind of key side by side; one name otherwise, as it stands. */
function freshIn(words: string): readonly string[] {
  const parts = words.split(/[和与或及]|以及/);
  const isCa = (each: string) => /(?:CA锁|CA|CA数字证书|CA证书)$/.test(each) && each.length > 3;
  return parts.length > 1 && parts.every(isCa) ? parts : [words];
}

const NAMED_KEY = '[\\p{Script=Han}A-Za-z]{2,14}(?:CA锁|CA数字证书|CA证书|CA|数字证书|电子签章|电子印章)';
/** 「由甲CA、甲印电子签章切换为乙CA、乙印电子签章」: what becomes what, kind by kind. */
const SIDE_BY_SIDE = new RegExp(
  `(?:由|将|把)(${NAMED_KEY})[、和及与](${NAMED_KEY})(?:统一|全部|一律)?${BECOMES}(${NAMED_KEY})[、和及与](${NAMED_KEY})`,
  'gu',
);
/** 「原证书（甲CA）升级为新证书（乙CA）」: what they are, and in brackets what they are called. */
const IN_BRACKETS = new RegExp(
  `(?:原|旧|现)[\\p{Script=Han}A-Za-z]{0,8}(?:CA|证书|锁)[（(]([^（()）]{2,14})[）)](?:统一|全部)?${BECOMES}新[\\p{Script=Han}A-Za-z]{0,8}(?:CA|证书|锁)[（(]([^（()）]{2,14})[）)]`,
  'gu',
);
const isOfSeals = (name: string) => /章$/.test(name);

function pairOf(old: string, fresh: string): readonly Partial<Entry<'keys'>>[] {
  const kind = isOfSeals(fresh) ? ('seal' as const) : ('ca' as const);
  return [
    { kind, generation: 'old' as const, name: bare(old), phrases: phraseOf(bare(old)) },
    { kind, generation: 'new' as const, name: bare(fresh), phrases: phraseOf(bare(fresh)) },
  ];
}

/** Keys whose names stand side by side, or in brackets behind what they are. */
function pairsIn(text: string): readonly Partial<Entry<'keys'>>[] {
  const lists = [...text.matchAll(SIDE_BY_SIDE)].flatMap(
    ([, one = '', two = '', first = '', second = '']) => {
      const isPaired = isOfSeals(one) === isOfSeals(first) && isOfSeals(two) === isOfSeals(second);
      return isPaired ? [...pairOf(one, first), ...pairOf(two, second)] : [];
    },
  );
  const brackets = [...text.matchAll(IN_BRACKETS)].flatMap(([, old = '', fresh = '']) => pairOf(old, fresh));
  return [...lists, ...brackets];
}

/** 「乙CA由某公司提供」: who provides a key that is called by its name. */
export function providersIn(text: string, name: string): string {
  const at = text.indexOf(`${name}由`);
  const told = at < 0 ? '' : text.slice(at + name.length);
  return /^由([^，,。；;（()）]{4,40}?)(?:负责)?(?:提供|承担)/.exec(told)?.[1] ?? '';
}

/** 「将原安信CA更换为华证CA」: the old key and the new one; seals by their own name. */
export function keysIn(clause: Clause): readonly Partial<Entry<'keys'>>[] {
  const pairs = pairsIn(clause.text);
  if (pairs.length > 0)
    return pairs.map((key) => ({
      ...key,
      ...(key.generation === 'new' && { provider: providersIn(clause.text, key.name ?? '') }),
    }));
  // What stands in brackets is told of the key before it, and names no key; 方正国际软件(北京) is a name.
  const flat = clause.text.replace(/[（(][^）)]{7,60}[）)]/g, '');
  return [...flat.matchAll(SWAP)].flatMap((match) => {
    // Of 「“某云”系统CA证书」 the system is no part of the key's name.
    const told = (match[1] ?? '').replace(/^.*(?:系统|平台)[”"」]?(?=CA|数字证书|证书|电子|签章)/, '');
    // 「数字证书由甲CA更换为乙CA」: what it is, and then by name.
    const byName = new RegExp(
      `由([^，,。；;由将]{2,16}?(?:CA锁|CA|数字证书|证书|电子签章|电子印章))[^由]{0,6}${BECOMES}`,
    ).exec(match[0])?.[1];
    const [old, fresh] = [bare(byName ?? told), bare(match[3] ?? '')];
    if (old === '' || fresh === '' || /^\d/.test(fresh) || OF_NO_KEY.test(match[2] ?? '')) return [];
    const kind = /签章|印章/.test(old) || /签章|印章/.test(fresh) ? ('seal' as const) : ('ca' as const);
    const isSaid = !/^(?:CA|CA锁|CA证书|CA数字证书|数字证书|证书|电子签章|签章)$/.test(old);
    const oldName = isSaid ? old : `原${old}`;
    return [
      { kind, generation: 'old' as const, name: oldName, phrases: isSaid ? phraseOf(old) : '' },
      // 「切换为甲CA和乙CA」: two to choose from.
      ...freshIn(fresh).map((name) => ({
        kind,
        generation: 'new' as const,
        name,
        phrases: phraseOf(name),
        provider: providerOf(clause.text, name) || providersIn(clause.text, name),
      })),
    ];
  });
}

/** 「现用的信达CA服务将于…到期，统一更换为云岭CA」. */
export function keysNow(text: string): readonly Partial<Entry<'keys'>>[] {
  const match =
    /(?:现用|现使用|目前使用|正在使用|原使用|原用)的(?:[“"「][^”"」]{1,12}[”"」]系统)?([^，,。；;]{2,16}?(?:CA|证书))[^。；;]{0,60}?(?:更换|替换|切换|变更)(?:为|成)([^，,。；;（(]{2,24})/.exec(
      text,
    );
  if (!match) return [];
  const [old, fresh] = [bare(match[1] ?? ''), bare(match[2] ?? '')];
  return [
    { generation: 'old', name: old, phrases: phraseOf(old) },
    { generation: 'new', name: fresh, phrases: phraseOf(fresh) },
  ];
}

/**
 * 「新CA由甲有限公司（下称“甲CA”）和乙有限公司（下称“乙CA”）提供」: each provider's key by its own name. One provider
 * without a name for its key says no more than `namedKeysIn`.
 */
export function providedKeysIn(clause: Clause): readonly Partial<Entry<'keys'>>[] {
  const list =
    /新(?:版|的)?(?:CA|数字证书|证书)(?:数字证书|锁|服务)?(?:分别|统一)?由([^。；;\n]{6,200}?)(?:提供|签发|颁发|负责)/.exec(
      clause.text,
    )?.[1];
  const parts = [
    ...(list ?? '').matchAll(
      /([\p{Script=Han}A-Za-z]{3,30}?(?:公司|中心|机构))(?:[（(](?:以下|下)?(?:简)?称[“"「‘]?([^”"」’）)]{2,16})[”"」’]?[）)])?/gu,
    ),
  ];
  const named = parts.map(([, provider = '', short]) => ({
    provider: provider.replace(/^(?:和|与|及|或)/, ''),
    short,
  }));
  if (named.length < 2 && named[0]?.short === undefined) return [];
  return named.map(({ provider, short }) => ({
    generation: 'new' as const,
    name: short ?? provider,
    phrases: phraseOf(short ?? provider),
    provider,
  }));
}

/** Keys by their bare names, where no sentence says which becomes which: 新版CA证书（蓝色UKey）, 原金盾CA证书. */
export function namedKeysIn(clause: Clause): readonly Partial<Entry<'keys'>>[] {
  const find = (sign: RegExp) => sign.exec(clause.text);
  const old = find(
    /((?:原|旧)(?:(?![到在的向与和于至从两])[\p{Script=Han}A-Za-z]){0,10}?(?:CA锁|CA证书|CA|数字证书|证书|锁))(?:[（(]([^（()）]{2,12})[）)])?/u,
  );
  const fresh = find(
    /(?:由([\p{Script=Han}A-Za-z]{3,24}?)(?:签发|颁发|提供)的)?(新(?!旧|、|和旧|注册|办)(?:版|的)?(?:(?![到在的向与和于至从两])[\p{Script=Han}A-Za-z]){0,10}?(?:CA锁|CA证书|CA|数字证书|证书|锁)(?!驱动|客户端|控件|软件|公司))(?:[（(]([^（()）]{2,12})[）)])?/u,
  );
  return [
    ...(old ? [{ generation: 'old' as const, name: old[1] ?? '', colour: colourIn(old[2]) }] : []),
    ...(fresh
      ? [
          {
            generation: 'new' as const,
            name: fresh[2] ?? '',
            issuer: fresh[1] ?? '',
            phrases: fresh[1] ?? '',
            colour: colourIn(fresh[3]),
          },
        ]
      : []),
  ];
}

const NAME = '[\\p{Script=Han}A-Za-z]{2,16}?(?:CA锁|CA数字证书|CA证书|CA|数字证书|UKey)';
/** What is called by no name of its own: 新版CA锁, 政府采购CA证书. */
const GENERIC = /新|采购|系统|平台|^(?:原|旧|老|现|CA|数字证书|证书)/;
const ENDING = new RegExp(
  `(?:现用|现使用|目前使用|正在使用|原使用)的?(${NAME})[^。；;]{0,30}(?:停止|到期|期满|失效|停用)`,
  'gu',
);
const BEGINNING = new RegExp(
  `(?:启用|改用|换用)(?:由([^，,。；;]{3,24}?)(?:签发|颁发|提供)的)?(${NAME})(?:[（(]([^（()）]{2,12})[）)])?(?:[和与及、]([\\p{Script=Han}]{2,16}?(?:电子签章|电子印章|签章)))?`,
  'gu',
);

/**
 * 「现使用的甲CA锁将于…停止服务。…起启用由某公司签发的乙CA锁（绿色）和丙电子签章」: the old key that ends, and the new one
 * that begins, each by its own name.
 */
export function begunKeysIn(text: string): readonly Partial<Entry<'keys'>>[] {
  const named = <T extends RegExpMatchArray>(matches: Iterable<T>, at: number) =>
    [...matches].find((match) => match[at] !== undefined && !GENERIC.test(match[at]));
  const old = named(text.matchAll(ENDING), 1)?.[1];
  const [, issuer = '', fresh, told, seal = ''] = named(text.matchAll(BEGINNING), 2) ?? [];
  if (old === undefined || fresh === undefined) return [];
  return [
    { kind: 'ca', generation: 'old', name: old, phrases: phraseOf(old) },
    {
      kind: 'ca',
      generation: 'new',
      name: fresh,
      issuer,
      phrases: issuer || phraseOf(fresh),
      colour: colourIn(told),
    },
    ...(seal === '' || GENERIC.test(seal) || seal.startsWith('电子')
      ? []
      : [{ kind: 'seal' as const, generation: 'new' as const, name: seal, phrases: phraseOf(seal) }]),
  ];
}

const FIRM = '[\\p{Script=Han}A-Za-z]{2,24}?(?:公司|中心|机构)';
const SERVES = new RegExp(
  `(?:证书|CA|锁)[^，,。；;]{0,8}(?:服务商|服务机构|提供商)由(${FIRM})${BECOMES}(${FIRM})(?:[（(](?:以下|下)?(?:简)?称[“"]?([^”"（()）]{2,12})[”"]?[）)])?`,
  'u',
);

/**
 * 「数字证书服务商由甲公司变更为乙公司」: each firm's key as the notice calls it further on, 甲证书 or 乙CA. A key that is nowhere
 * called by a name stays out.
 * @param notice the whole text
 */
export function servedKeysIn(notice: string): readonly Partial<Entry<'keys'>>[] {
  const [, before = '', provider = '', short = ''] = SERVES.exec(notice) ?? [];
  const keyOf = (firm: string) => {
    const stem = firm.replace(/(?:股份)?(?:有限)?公司$/, '');
    return stem.length < 2
      ? null
      : (new RegExp(`${stem}(?:数字证书|CA证书|CA锁|CA|证书)`).exec(notice)?.[0] ?? null);
  };
  const [old, fresh] = [keyOf(before), keyOf(short || provider)];
  if (old === null || fresh === null) return [];
  return [
    { kind: 'ca', generation: 'old', name: old, phrases: phraseOf(old) },
    { kind: 'ca', generation: 'new', name: fresh, phrases: phraseOf(fresh), provider },
  ];
}

const SEAL = '电子(?:签章|印章)';

/** Seals that are called by no name of their own: 旧电子印章, 新版数字证书和电子签章. @param notice the whole text */
export function plainSealsIn(notice: string): readonly Partial<Entry<'keys'>>[] {
  const old = new RegExp(`(?:原|旧)${SEAL}`).exec(notice)?.[0];
  const fresh =
    new RegExp(`新(?:版|的)?${SEAL}`).exec(notice)?.[0] ??
    new RegExp(`新版(?:的)?(?:CA|数字证书|CA证书)[和、及与](${SEAL})`)
      .exec(notice)?.[1]
      ?.replace(/^/, '新版') ??
    // 「对CA证书和电子印章进行更换」, where the old seal ends.
    (old === undefined
      ? undefined
      : new RegExp(`(?:CA|证书)[和、及与](${SEAL})(?:进行)?更换`).exec(notice)?.[1]?.replace(/^/, '新'));
  return [
    ...(old === undefined ? [] : [{ kind: 'seal' as const, generation: 'old' as const, name: old }]),
    ...(fresh === undefined ? [] : [{ kind: 'seal' as const, generation: 'new' as const, name: fresh }]),
  ];
}
