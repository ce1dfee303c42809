/**
 * Masks a still for a report: of all words only those of the recogniser's own vocabulary are left, character by
 * character; everything else becomes █ of the same length. What the recogniser makes of it stays the same, and no
 * name, account or number can be read from it whole: words that the rules read in a unit's name stay (decision 021).
 */
import {
  ACTING,
  BOX,
  DIALOG,
  ERROR,
  HEADING,
  MENU,
  PICKER,
  STANDS_OUT,
  STEP,
  TOAST,
} from '@/lib/page/markup';
import { HOST, PHRASES } from '@/lib/page/phrases';
import { CHANGES_WAY, FORBIDDEN, LEADS_ELSEWHERE, NO_SUBMIT } from '@/lib/page/targets';
import { NAMING, SAYING, type Still, type StillElement, type StillNode } from './model';

export const MASK = '█';
/** Stands for every digit. Not 0: 次数为0 says that a key is locked. */
const DIGIT = '9';
const HOST_LETTER = 'x';

/**
 * Words that rules outside the phrases ask for, each where it stands (arrange, ways, refusals, words). 如, 若 and 问 are not
 * among them: they count where a clause begins with them, which the phrases say, and people are called so elsewhere.
 */
const MORE_WORDS =
  '登录|失败|重新登录|普通|传统|常规|账密|入口|门户|进入|系统|平台|个人|法人|专家|管理员|监管|选择|暂无|没有(?:数据|记录)|下次|今后|以后|当前|用户|单位|身份|数字|电子|可用|列表|立即|现在|一键|点击|继续|申请|颁发|签发|请';

/** What a phrase asks before or after itself, 根 of 根CA: what it means hangs on it. */
const conditionsOf = (phrases: string): string[] =>
  [...phrases.matchAll(/\(\?<?[=!]([^()]*)\)/g)].flatMap(([, inside = '']) =>
    inside
      .split('|')
      .map((each) => each.replace(/\[[^\]]*\]|\.\{[\d,]*\}|\\.|[*+?.{}^$]/g, ''))
      .filter((each) => each.length > 0),
  );

/** Without the one for names of servers: anything may stand in those. */
const SOURCES = [...PHRASES.values()].map((source) => source.replace(`|${HOST}`, ''));
const HOSTS = new RegExp(HOST, 'gi');
/** `.{0,16}`, `[^请]{0,8}`: whatever stands between a phrase's words is not the vocabulary's. */
const WILD = /(?:\\S|(?<!\\)\.|\[\^[^\]]*\])(?:\{[\d,]+\}|[*+])?\??/g;

/** A phrase whose wild parts can be told from its words. */
function tellWild(source: string): RegExp {
  let count = 0;
  return new RegExp(
    source.replace(WILD, (wild) => {
      count += 1;
      return `(?<w${count}>${wild})`;
    }),
    'dgim',
  );
}

const WORDS = [
  ...SOURCES,
  ...[FORBIDDEN, LEADS_ELSEWHERE, CHANGES_WAY, NO_SUBMIT].map(({ source }) => source),
  MORE_WORDS,
].map(tellWild);
/** Kept only where they touch a word. */
const CONDITIONS = new RegExp(
  [...new Set(SOURCES.flatMap(conditionsOf))]
    .filter((each) => /[\u4e00-\u9fff]|^[a-z]{3,}$/.test(each))
    .join('|'),
  'gi',
);

/** Seen by everybody and told by nobody: punctuation, spaces, brackets. */
const NEUTRAL = /[\s\p{P}\p{Z}\p{Cf}￥$+<>|=~^`│┃—…·]/u;

/** As `normalise` reads a text, but one character for one, since positions must not shift. */
const readLike = (text: string): string =>
  [...text]
    .map((each) => {
      const plain = each.normalize('NFKC').toLowerCase();
      return plain.length === each.length ? plain : each;
    })
    .join('')
    .replace(/\s/g, ' ')
    .replace(/[,。;!?、]/g, '\n')
    .replace(/登陆/g, '登录')
    .replace(/帐/g, '账');

/** A text with only the vocabulary's words left, of the same length. */
export function maskText(text: string): string {
  const read = readLike(text);
  // Spaces inside Chinese words (登 录) are nothing to the rules: read once more without them.
  const places: number[] = [];
  const squeezed = [...read.matchAll(/[^ ]/g)].map(({ 0: character, index }) => {
    places.push(index);
    return character;
  });
  const bare = squeezed.join('').replace(/登陆/g, '登录').replace(/帐/g, '账');
  const kept = new Set<number>();
  keep(read, (at) => at);
  keep(bare, (at) => places[at] ?? -1);
  const inHost = new Set<number>();
  for (const [from, placeOf] of [
    [read, (at: number) => at],
    [bare, (at: number) => places[at] ?? -1],
  ] as const) {
    for (const { 0: host, index, 2: last = '' } of from.matchAll(HOSTS)) {
      const end = index + host.length;
      for (let at = index; at < end; at += 1) (at < end - last.length ? inHost : kept).add(placeOf(at));
    }
  }
  return [...text.matchAll(/[\s\S]/g)]
    .map(({ 0: character, index }) => {
      if (kept.has(index)) return character;
      const plain = read[index] ?? character;
      if (/\d/.test(plain)) return DIGIT;
      // That a server is named counts, and not which.
      if (inHost.has(index) && /[a-z]/i.test(plain)) return HOST_LETTER;
      return NEUTRAL.test(character) ? character : MASK;
    })
    .join('');

  function keep(from: string, placeOf: (at: number) => number): void {
    const here = new Set<number>();
    for (const words of WORDS) {
      for (const match of from.matchAll(words)) {
        const wild = Object.values(match.indices?.groups ?? {});
        for (let at = match.index; at < match.index + match[0].length; at += 1) {
          if (!wild.some((span) => span && span[0] <= at && at < span[1])) here.add(at);
        }
      }
    }
    for (const { 0: word, index } of from.matchAll(CONDITIONS)) {
      if (!here.has(index - 1) && !here.has(index + word.length)) continue;
      for (let at = index; at < index + word.length; at += 1) here.add(at);
    }
    for (const at of here) kept.add(placeOf(at));
  }
}

/** Parts of class names that markup is told by. */
const CLASS_WORDS = [
  ...new Set(
    [
      ...[ACTING, HEADING, PICKER, MENU, STEP, ERROR, TOAST, DIALOG, BOX, STANDS_OUT].flatMap((selectors) =>
        [...selectors.matchAll(/\[class[*^$]=([^\]]+)\]|\.([a-z-]+)/g)].map(
          ([, part, name]) => `${part ?? name}`,
        ),
      ),
      ...'mask button foot trigger active cur on act select checked this chosen sel true current default plain cancel primary layui btn Select tab segment crumb popover open'.split(
        ' ',
      ),
    ].map((word) => word.replaceAll('"', '')),
  ),
].sort((one, other) => other.length - one.length);
const CLASS = new RegExp(CLASS_WORDS.map((word) => word.replace(/[-]/g, '\\-')).join('|'), 'gi');

/** A class name with only those parts left. */
export function maskClass(names: string): string {
  const kept = new Set<number>();
  for (const { 0: word, index } of names.matchAll(CLASS)) {
    for (let at = 0; at < word.length; at += 1) kept.add(index + at);
  }
  return [...names.matchAll(/[\s\S]/g)]
    .map(({ 0: character, index }) => (kept.has(index) || /[\s_-]/.test(character) ? character : 'x'))
    .join('');
}

/** What HTML itself has. Anything else is a name that somebody gave. */
const TAGS = new Set(
  'a abbr acronym address area article aside b bdi bdo big blockquote body br button caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html i img input ins kbd label legend li main map mark marquee menu meter nav nobr ol optgroup option output p picture pre progress q rp rt ruby s samp search section select slot small span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
);

/** The whole still, masked. Ids and the names of components become running numbers, the same for the same. */
export function maskStill(still: Still): Still {
  const ids = new Map<string, string>();
  const tags = new Map<string, string>();
  const tagOf = (tag: string): string => {
    const known = TAGS.has(tag) ? tag : (tags.get(tag) ?? `x-${tags.size + 1}`);
    if (known !== tag) tags.set(tag, known);
    return known;
  };
  const nameless = (id: string): string => {
    const known = ids.get(id) ?? `${/err/i.test(id) ? 'err' : 'n'}${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const attribute = (name: string, value: string): string => {
    if (SAYING.includes(name)) return maskText(value);
    if (name === 'class') return maskClass(value);
    if (NAMING.includes(name)) return value.split(/\s+/).filter(Boolean).map(nameless).join(' ');
    return value;
  };
  const mask = (node: StillNode): StillNode =>
    typeof node === 'string' ? maskText(node) : maskElement(node);
  const maskElement = (element: StillElement): StillElement => ({
    ...element,
    tag: tagOf(element.tag),
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [name, attribute(name, value)]),
    ),
    children: element.children.map(mask),
    shadow: element.shadow?.map(mask) ?? null,
  });
  return { ...still, title: maskText(still.title), body: maskElement(still.body) };
}
