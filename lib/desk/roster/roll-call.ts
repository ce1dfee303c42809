/**
 * 接龙: lines of a group chat, counted 1, 2, 3, each a unit and whatever its clerk wrote behind it; and a message whose lines
 * say it without counting. Pure.
 */
import { stateIn } from './state-words';
import { type RawTable, READ_LIMITS } from './table';
import { PHONES } from './two-in-one';
import { type Column, columnOf, type Mapping } from './words';

/** What can be told of a line; all else goes into the notes, where nothing is lost and nothing is made up. */
const COLUMNS = ['name', 'state', 'contact', 'phone', 'notes'] as const satisfies readonly Column[];
type Told = Record<(typeof COLUMNS)[number], string>;

const NUMBERED = /^\s*(\d{1,4})\s*[.．、)）:：]\s*(?=\S)(?=.*\p{Script=Han})/u;
const COUNTED_BY_SPACE = /^\s*(\d{1,4})\s+(?=\p{Script=Han})/u;
/** What is asked, and an example, stand above the first line. */
const LINES_ABOVE = 15;
/** So many of the lines below must be counted: others are wrapped, or somebody's remark. */
const MOST = 0.7;

const PARTS = /[\s,，;；:：|。]+/;
const LOOSE_PARTS = /[\s,，;；:：|。\-—–、/]+/;
/** Stands where a number was taken out. */
const PHONE_SIGN = '☎';
const BRACKETED = /^(.+?)[（(]([^（）()]+)[)）]$/;
const STATE_BEGINS =
  /^(?:都|均|全部|也|又)?(?:已|未|待|没|尚|(?:申请)?(?:材料|资料)|ca|电子签章|签章|印章|数字证书|退回|绑定|解绑|领取|试登|登[录陆])/i;
/** A deed, in words that name no state: 「都领了」 is told, and not taken for a remark. */
const OF_A_DEED = /[领报绑]|登[录陆]|解绑/;
const PERSON = /^\p{Script=Han}{2,4}$/u;
const SIGNS_BEHIND = /(?:\s|\p{Extended_Pictographic}|\p{Cf}|\ufe0f)+$/u;

/**
 * The lines as a table whose columns are known; null where the text is no such list: lines with tabs, numbers that do not
 * go up, fewer than two.
 */
export function asRollCall(text: string): RawTable | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => sign.normalize('NFKC'))
    .split(/\r\n?|\n/);
  if (lines.length > READ_LIMITS.rows || text.includes('\t')) return null;
  const pattern = [NUMBERED, COUNTED_BY_SPACE].find((one) => isCounted(lines, one));
  if (pattern === undefined && !isMessage(lines)) return null;
  const isUnits = pattern === undefined ? saysState : (line: string) => pattern.test(line);
  const first = lines.findIndex(isUnits);
  const told = lines
    .slice(first)
    .map((line) =>
      isUnits(line) ? tellLine(pattern === undefined ? line : line.replace(pattern, '')) : line,
    );
  const columns = COLUMNS.filter(
    (column) => column === 'name' || told.some((line) => typeof line !== 'string' && line[column] !== ''),
  );
  const rows = told.map((line) =>
    // A line that is not counted is nobody's: it is shown as one without a name.
    typeof line === 'string'
      ? ['', ...columns.slice(1).map(() => ''), line]
      : columns.map((column) => line[column]),
  );
  const above = lines.slice(0, first).map((line) => (line.trim() === '' ? [] : [line.trim()]));
  return {
    rows: [...above, ...rows.map((row) => (row.some((cell) => cell.trim() !== '') ? row : []))],
    lines: lines.map((_, at) => at + 1),
    unreadable: [],
    made: { mapping: columns satisfies Mapping, dataFrom: first },
  };
}

function isCounted(lines: readonly string[], pattern: RegExp): boolean {
  const first = lines.findIndex((line) => pattern.test(line));
  if (first < 0 || first > LINES_ABOVE) return false;
  // A heading with separators: a table, whose names are counted.
  if (lines.slice(0, first).some((line) => isHeading(line))) return false;
  const below = lines.slice(first).filter((line) => line.trim() !== '');
  const numbers = below.flatMap((line) => pattern.exec(line)?.[1] ?? []).map(Number);
  const goesUp = numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0));
  return numbers.length > 1 && goesUp && numbers.length >= below.length * MOST;
}

/** A message is no longer than somebody writes by hand. */
const LONGEST_MESSAGE = 300;

/** Half of the lines at least name a unit and how far it is, and nothing parts columns. */
function isMessage(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  if (lines.length > LONGEST_MESSAGE || written.some((line) => /[,;|"]/.test(line) || isHeading(line, PARTS)))
    return false;
  const telling = written.filter(saysState).length;
  return telling > 1 && telling * 2 >= written.length;
}

function saysState(line: string): boolean {
  const { name, state } = tellLine(line);
  return /^\p{Script=Han}{3,}/u.test(name) && state.split('，').some(isState);
}

const isHeading = (line: string, separators = /[,;|，；]/) =>
  line.split(separators).filter((part) => columnOf(part) !== null).length > 1;

function tellLine(line: string): Told {
  const phones = line.match(PHONES) ?? [];
  const marked = line
    .replace(PHONES, ` ${PHONE_SIGN} `)
    .replace(/(?:电话|手机)[:：]?(?=\s*☎)/g, '')
    .trim();
  const loose = marked.split(LOOSE_PARTS).filter((part) => part !== '');
  // 「教育局-本级」 is a name; 「教育局-张三-已报」 is three things.
  const parts = loose.slice(1).some(isState) ? loose : marked.split(PARTS).filter((part) => part !== '');
  const [head = '', ...others] = parts;
  const { name, behind } = nameIn(head);
  const rest = [...behind, ...others];
  const states = rest.filter((part) => part !== PHONE_SIGN && isOfState(part));
  const person = rest.find(
    (part, at) =>
      PERSON.test(part) && !isOfState(part) && (rest[at + 1] === PHONE_SIGN || rest[at - 1] === PHONE_SIGN),
  );
  const notes = rest.filter((part) => part !== PHONE_SIGN && part !== person && !states.includes(part));
  return {
    name,
    state: states.join('，'),
    contact: person ?? '',
    phone: phones.join('、'),
    notes: notes.join('，'),
  };
}

/** 「审核中心」 is a unit's name, wherever it ends. */
const IN_WORK = /^(?:正在|还在)?(?:制[作证章]|受理|办理|审核)中$/;
const isState = (part: string) => (STATE_BEGINS.test(part) || IN_WORK.test(part)) && stateIn(part) !== null;
const isOfState = (part: string) => isState(part) || (part.length <= 12 && OF_A_DEED.test(part));

/** 「教育局已领」, 「卫健委（已绑定）」, 「体育局👌」: the name, and what is written behind it without a space. */
function nameIn(head: string): { readonly name: string; readonly behind: readonly string[] } {
  const signs = SIGNS_BEHIND.exec(head)?.[0].trim() ?? '';
  const text = head.replace(SIGNS_BEHIND, '');
  const behind = signs === '' ? [] : [signs];
  const [, before, inside] = BRACKETED.exec(text) ?? [];
  if (before !== undefined && inside !== undefined && isState(inside))
    return { name: before, behind: [inside, ...behind] };
  for (let at = 2; at < text.length; at += 1) {
    const end = text.slice(at);
    if (isState(end)) return { name: text.slice(0, at), behind: [end, ...behind] };
  }
  return { name: text, behind };
}
