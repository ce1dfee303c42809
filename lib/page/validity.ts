/**
 * From when until when certificates are valid, as a list of them shows it: painted text alone, never what is
 * in a field. A wrong day is worse than none: whatever can be read in two ways is left out.
 */
import { chainOf, findAllIn, findIn, matches, nearest, ownerOf, parentOf, textsOf } from './dom';
import { COLUMN, UNIT, WIDGET } from './markup';
import type { SeenValidity } from './model';
import { textIn } from './name';
import { readable } from './readable';
import { CERTISH, OTHER } from './senses';
import { isSeen } from './visibility';
import { sensesOf } from './words';

/** One person's certificates are few; a page of more is not theirs alone. */
const MOST = 8;
/** … with their days in so many cells at most; more is a list of something else, and dear to read. */
const MOST_UNITS = 60;
/** A year that begins a day, not one inside a number. */
const YEAR = /(?<!\d)20\d\d(?:\s*[-/.年]|\d{4}(?!\d))/;
/** Nodes that are looked at, and characters of one text. */
const NODES = 20_000;
const LONGEST = 200;
const LABEL = 40;
/** No certificate of these CAs lasts longer (days). */
const LONGEST_VALIDITY = 3_700;
/** How far up a table's head may stand that is a table of its own. */
const REACH = 4;

const CELL = 'td,th,dd,dt,[role=gridcell],[role=cell]';
const LINE = 'tr,[role=row]';
const TABLE = 'table,[role=table],[role=grid]';
/** Cells that put others in another column than their place says: below them, and in their own line. */
const TALL = '[rowspan]:not([rowspan="1"])';
const WIDE = '[colspan]:not([colspan="1"])';

/** A day, perhaps with its hour. None with a zone, or inside a longer number. */
const DAY =
  /(?<![\da-z.])(20\d\d)(?:([-/.])(\d\d?)\2(\d\d?)|年(\d\d?)月(\d\d?)日|(\d\d)(\d\d))(?!\d)(?: ?(\d\d:\d\d(?::\d\d)?)(?:\.0+)?)?(?! ?[\da-z+:]|\.\d|\((?:utc|gmt))/g;
/** Between the two days of one validity. */
const TO = /^(?:[-~〜–—]+|[起自]?[至到]|to)$/;
const AFTER = /^(?:到期|失效|过期|止)/;
const BEGIN = /生效|[起开]始|启用|起(?:日|时|期?$)|起止|valid ?from|notbefore|effective/;
const END =
  /有?效(?:期限?|时间|日期)?截?[至到止]|(?:到期|失效|过期|届满)(?:日|时|$)|[截终]止[日时]|起止|止期?$|valid ?(?:un)?til|notafter|expir/;
const VALID = /有效|validity/;
/** Other things that begin and end, and what is done with a certificate on a day. */
const OTHERWISE =
  /[合协][同议]|标|采购|公告|报名|执照|许可|资[质格]|保证|质保|身份|授权|密码|口令|账|绑定|解绑|登录|注册|申请|公示|服务|费|发票|任期|生日|提醒|通知|[续延][期展]|年检|期[前后]|更新|换|办理|下载|激活|领取|阶段|截[至止]$/;

type Meaning = 'from' | 'until' | 'both' | null;
interface Told {
  readonly meaning: Meaning;
  readonly days: readonly Day[];
}
interface Day {
  readonly day: string;
  readonly time: string;
  readonly at: number;
  readonly end: number;
}

/**
 * @param roots the document element and open shadow roots
 * @returns in the order of the page, each once
 */
export function findValidity(roots: readonly (Element | ShadowRoot)[]): readonly SeenValidity[] {
  const records = new Map<Element, Told[]>();
  const units = unitsWithYears(roots);
  if (units.size > MOST_UNITS) return [];
  for (const element of units) {
    const record = nearest(element, LINE) ?? parentOf(element) ?? element;
    const told = tellDays(readable(textIn(element, LONGEST)), () => labelOf(element));
    records.set(record, [...(records.get(record) ?? []), ...told]);
  }
  const found = [...records].flatMap(([record, told]) => (isAboutKey(record) ? join(record, told) : []));
  const known = new Set<string>();
  const once = found.filter(({ from, until }) => known.size < known.add(`${from} ${until}`).size);
  return once.length > MOST ? [] : once;
}

/** The cells and blocks that hold a year as painted text. */
function unitsWithYears(roots: readonly (Element | ShadowRoot)[]): ReadonlySet<Element> {
  const units = new Set<Element>();
  let left = NODES;
  for (const root of roots) {
    const host = root instanceof ShadowRoot ? root.host : root;
    const walker = textsOf(ownerOf(host), root);
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode(), left -= 1) {
      if (units.size > MOST_UNITS) return units;
      // A text has no children that could answer for it.
      const owner = YEAR.test((node as Text).data) && parentOf(node);
      if (!owner || nearest(owner, `${WIDGET},script,style`) || !isSeen(owner)) continue;
      units.add(nearest(owner, CELL) ?? nearest(owner, UNIT) ?? owner);
    }
  }
  return units;
}

/** Every day in a text with what the words about it say it is. @param outer the words beside or above it */
function tellDays(text: string, outer: () => string): readonly Told[] {
  const days = [...text.matchAll(DAY)].map(
    ({ 0: { length }, 1: year, 3: a, 4: b, 5: c, 6: d, 7: e, 8: f, 9: time = '', index }): Day => ({
      day: [year, a ?? c ?? e, b ?? d ?? f].map((part) => part?.padStart(2, '0')).join('-'),
      time,
      at: index,
      end: index + length,
    }),
  );
  const told: Told[] = [];
  let done = 0;
  for (let index = 0; index < days.length; index += 1) {
    const [first, second] = [days[index] as Day, days[index + 1]];
    const words = text.slice(done, first.at).split('\n').at(-1)?.replace(/[:(]$/, '') ?? '';
    const label = words || (index === 0 ? outer() : '');
    if (second && TO.test(text.slice(first.end, second.at))) {
      told.push({ meaning: meaningOf(label) && 'both', days: [first, second] });
      index += 1;
    } else {
      const meaning = meaningOf(label + (AFTER.exec(text.slice(first.end)) ?? ''));
      // 有效期 and one day: its first or its last.
      told.push({ meaning: meaning === 'both' ? null : meaning, days: [first] });
    }
    done = days[index]?.end ?? text.length;
  }
  return told;
}

function meaningOf(label: string): Meaning {
  if (label.length > LABEL || OTHERWISE.test(label)) return null;
  const [begins, ends] = [BEGIN.test(label), END.test(label)];
  if (begins === ends) return begins || VALID.test(label) ? 'both' : null;
  return begins ? 'from' : 'until';
}

/** The column's head, else what stands before it in its line. */
function labelOf(element: Element): string {
  const before = element.previousElementSibling;
  return columnOf(element) ?? (before && isSeen(before) ? readable(textIn(before)).replace(/:$/, '') : '');
}

/** null: not in a table with a head that can be told. */
function columnOf(element: Element): string | null {
  const line = nearest(element, LINE);
  const table = line && nearest(line, TABLE);
  if (!line || !table) return null;
  const count = line.childElementCount;
  const at = [...line.children].indexOf(element);
  for (const around of chainOf(table).slice(0, REACH)) {
    const heads = findAllIn(around, LINE).filter(
      (each) =>
        each !== line &&
        each.childElementCount === count &&
        [...each.children].every((cell) => matches(cell, COLUMN)),
    );
    const named = new Set(heads.map(({ children }) => readable(textIn(children[at] as Element))));
    if (named.size === 0) continue;
    const isMoved = [line, ...heads].some((each) => findIn(each, WIDE)) || findIn(around, TALL);
    return named.size > 1 || isMoved ? '' : ([...named][0] as string);
  }
  return null;
}

/** Whether a line and its table's head, or a block, speaks of a certificate or its key, and of nothing else. */
function isAboutKey(record: Element): boolean {
  const table = matches(record, LINE) && nearest(record, TABLE);
  const around = table
    ? chainOf(table)
        .slice(0, REACH)
        .flatMap((each) => findAllIn(each, COLUMN))
    : chainOf(record).slice(1, REACH - 1);
  const words = [record, ...around].map((each) => sensesOf(readable(textIn(each, 2 * LONGEST))));
  return words.some((senses) => senses & CERTISH) && !((words[0] ?? 0) & OTHER);
}

/** What the days of one line or block come to. */
function join(record: Element, told: readonly Told[]): readonly SeenValidity[] {
  const of = (meaning: Meaning) => told.filter((each) => each.meaning === meaning);
  const [froms, untils] = [of('from'), of('until')];
  // One line, one validity: two last days are of two things.
  const isOneLine = matches(record, LINE);
  if (isOneLine && of('both').length + untils.length > 1) return [];
  const [from] = froms.length === 1 && untils.length === 1 ? froms : [];
  return [
    ...of('both').flatMap(({ days: [first, last] }) => validity(first, last)),
    ...untils.flatMap(({ days: [last] }) => validity(from?.days[0], last)),
  ];
}

function validity(first: Day | undefined, last: Day | undefined): readonly SeenValidity[] {
  // Until midnight may be the whole day or none of it.
  if (!last || !isDay(last.day) || /^00:00/.test(last.time)) return [];
  if (!first) return [{ from: null, until: last.day }];
  const days = (Date.parse(last.day) - Date.parse(first.day)) / 86_400_000;
  const isLikely = isDay(first.day) && days > 0 && days <= LONGEST_VALIDITY;
  return isLikely ? [{ from: first.day, until: last.day }] : [];
}

/** 31 February is none. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
