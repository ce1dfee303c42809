/**
 * What parts are to each other: which words are tabs of one group, which button of a dialog goes on,
 * which dialog only says something.
 */
import {
  attributeOf,
  chainOf,
  countIn,
  findIn,
  holds,
  isRecord,
  matches,
  nearest,
  parentOf,
  tagOf,
} from './dom';
import * as K from './kinds';
import { ACTIVE, ACTIVE_CAMEL, CONTROL, FIELD, PLAIN, STANDS_OUT } from './markup';
import {
  ACCOUNT,
  BIND,
  BOUND,
  BUSY,
  CANCEL,
  CERTISH,
  CHANGE,
  EXPIRED,
  FETCH,
  INSERT,
  KEY,
  LOCKED,
  LOGIN,
  OTHER,
  PASSWORD,
  PIN,
  SESSION,
  SUCCESS,
  UNBIND,
  USE,
  WRONG,
} from './senses';
import { markAnswer, type Part, pick, type Region, type Snapshot } from './snapshot';

/** How far around a secret its form reaches. */
const FORM = 9;
/** Ways to log in, besides plain 登录. */
const WAYS = CERTISH | ACCOUNT | PASSWORD | OTHER | PIN | FETCH;
/** A button with one of these does something of its own: the box is no mere message. */
const DEEDS = BIND | UNBIND | LOGIN | USE | CHANGE | FETCH | KEY;

/** A tab, or the list item that is nothing else. */
const itemOf = (element: Element): Element => nearest(element, 'li') ?? element;

/** Whether a tab says that it is the open one, by a state, its class, or its list item's class. */
export const isOn = (element: Element): boolean => {
  const marks = [
    attributeOf(element, 'aria-selected'),
    attributeOf(element, 'class'),
    attributeOf(itemOf(element), 'class'),
  ].join(' ');
  return ACTIVE.test(marks) || ACTIVE_CAMEL.test(marks);
};

/**
 * Two short words for ways to log in, side by side, are the tabs of a switch, whatever they are made of
 * (li, span, a; with an active mark or without: trap 8).
 */
function arrangeTabs(parts: readonly Part[]): void {
  const groups = new Map<Element | null, Part[]>();
  for (const part of parts) {
    const isWay =
      part.senses & LOGIN &&
      part.text.length <= 12 &&
      (part.senses & WAYS || /[^即上击去请新回册]登录$/.test(part.text));
    const isWord = part.kind & (K.BUTTON | K.TEXT | K.HEADING) && !isRecord(part.element);
    if (!(part.kind & K.TABS) && !(isWay && isWord)) continue;
    const around = parentOf(itemOf(part.element));
    groups.set(around, [...(groups.get(around) ?? []), part]);
  }
  if (!groups.size) return;
  // Beside a way to log in, 卡介质 is one too.
  for (const part of parts) {
    const group = groups.get(parentOf(itemOf(part.element)));
    const isAlike = group?.some(({ element }) => tagOf(element) === tagOf(part.element));
    // A line that holds a field is its label.
    const isBare = part.senses & WAYS && !(part.senses & FETCH) && !findIn(part.element, FIELD);
    const isWord = part.kind & (K.BUTTON | K.TEXT) && isBare && part.text.length < 6;
    if (isAlike && isWord && !group?.includes(part)) group?.push(part);
  }
  for (const group of groups.values()) {
    // Tabs of a switch are made alike; a heading and a button, or the same words twice, are none.
    if (new Set(group.map(({ element }) => tagOf(element))).size > 1) continue;
    if (!pick(group, ~0, WAYS)[0]) continue;
    const [first] = group;
    const isOpen =
      first &&
      !group[1] &&
      isOn(first.element) &&
      (parentOf(itemOf(first.element))?.childElementCount ?? 0) > 1;
    if (areEntrances(group, parts)) continue;
    const isSwitch = new Set(group.map(({ text }) => text)).size > 1;
    if (!isSwitch && !isOpen && !pick(group, K.TABS, -1)[0]) continue;
    const [on, another] = group.filter((part) => isOn(part.element));
    for (const part of group) {
      part.kind = part === on && !another ? K.TAB_ON : K.TAB;
      if (pick(group, -1, LOGIN)[0] || areWays(group, parts)) part.senses |= LOGIN;
    }
  }
}

/** Buttons by their looks. */
const BUTTONS = 'button,[class*=btn],[class*=button]';

/**
 * Two ways to log in that are buttons, where nothing else logs in, no field belongs to either and a key is
 * asked for: each goes in by itself, and they switch nothing.
 */
const areEntrances = (group: readonly Part[], parts: readonly Part[]): boolean =>
  group.every((part) => matches(part.element, BUTTONS) && !(part.kind & K.TABS) && !isOn(part.element)) &&
  !parts.some(({ kind }) => kind & K.FIELD) &&
  !pick(parts, K.BUTTON, LOGIN).some((part) => !group.includes(part)) &&
  !!pick(parts, K.TEXT | K.CELL | K.NOTE, INSERT)[0];

/** A way to log in that stands alone is what the page is called: 当前登录方式：UKey登录. */
function nameWay(parts: readonly Part[]): void {
  for (const part of pick(parts, K.TEXT, LOGIN)) {
    const isName = part.senses & CERTISH && part.text.length < 20 && /登录$/.test(part.text);
    if (isName && !(part.kind & K.TABS) && !nearest(part.element, 'label,li')) part.kind |= K.HEADING;
  }
  // A longer heading tells of logging in, and is no name of a way.
  for (const part of pick(parts, K.HEADING, LOGIN)) {
    if (part.text.length > 16 && !/登录$/.test(part.text)) part.senses &= ~LOGIN;
  }
}

/** 口令 is the PIN's other name, but beside a user name it is an account's password. */
function tellPasswords(parts: readonly Part[]): void {
  const hasAccount = pick(parts, K.FIELD, ACCOUNT).some(({ senses }) => !(senses & CERTISH));
  for (const part of pick(parts, K.SECRET, PIN)) {
    if (hasAccount && !(part.senses & CERTISH) && /口令/.test(part.text)) {
      part.senses = (part.senses & ~PIN) | PASSWORD;
    }
  }
}

/** Characters of a page that is something to read. */
const LENGTHY = 400;

/** A box to search in stands on whatever there is to read. */
const SEARCH =
  '[type=search],[role=search] *,[class*=search] *,[aria-label*=earch],[placeholder*=搜索],[placeholder*=检索]';

/** A guide or a download centre says the same words as a login or an error, and is neither. */
function markProse({ page: { parts }, length }: Snapshot): void {
  const isForm = parts.some(
    ({ kind, element }) => kind & K.TABS || (kind & K.FIELD && !matches(element, SEARCH)),
  );
  if (length < LENGTHY || isForm || hasEntrance(parts)) return;
  for (const part of parts) if (part.kind & K.DOCUMENT) part.kind |= K.PROSE;
}

/** How far around its name a box with a way in reaches. */
const BOX = 4;

/** Whether a box that is called after logging in with a certificate holds the button that does: news around it change nothing. */
const hasEntrance = (parts: readonly Part[]): boolean =>
  pick(parts, K.HEADING, LOGIN).some(
    ({ element, senses, text }) =>
      senses & CERTISH &&
      /登录$/.test(text) &&
      chainOf(element, BOX)
        .slice(1)
        .some(
          (around) =>
            parentOf(around) !== null &&
            tagOf(around) !== 'body' &&
            pick(parts, K.BUTTON, LOGIN).some((each) => each.text === '登录' && holds(around, each.element)),
        ),
  );

/** Characters of a page that does nothing but say what happened. */
const MESSAGE = 160;
/** … and ways on from it. */
const ANSWERS = 3;

/** What such a page may tell of; 请插入… and 请安装… are advice wherever they stand. */
const TOLD = WRONG | LOCKED | EXPIRED | BOUND | SESSION | BUSY | SUCCESS;

/** Whether a page is a message and no more: a few words, no field, no deed. */
const isMessage = ({ page: { element, parts }, length, dialogs }: Snapshot): boolean =>
  length < MESSAGE &&
  dialogs.length === 0 &&
  countIn(element, CONTROL) <= ANSWERS &&
  !parts.some(({ kind }) => kind & K.FIELD) &&
  !pick(parts, K.TABS, -1)[0] &&
  pick(parts, K.BUTTON, DEEDS).every(({ senses, text }) => senses & CANCEL || /重新登录/.test(text));

/** A page's form is what a dialog is: the smallest part of it that holds its secret and a button. */
function markFormPrimary({ parts }: Region): void {
  const secret = parts.find(({ kind }) => kind & K.SECRET);
  if (!secret) return;
  for (const around of chainOf(secret.element, FORM).slice(1)) {
    const inside = parts.filter(({ element, kind }) => !(kind & K.MENU) && holds(around, element));
    if (!goingIn(inside)[0]) continue;
    const primary = primaryOf(inside);
    if (primary) primary.kind |= K.PRIMARY;
    return;
  }
}

const goingIn = (parts: readonly Part[]): readonly Part[] =>
  parts.filter(
    ({ kind, senses }) =>
      kind & K.BUTTON && !(kind & (K.TABS | K.ROW)) && !(senses & (CANCEL | FETCH | CHANGE)),
  );

/** 账号 and USBKey over a button 登录 are ways to log in, though neither says so. */
const areWays = (group: readonly Part[], parts: readonly Part[]): boolean =>
  group.every(({ senses }) => senses & WAYS) &&
  group.some(({ senses }) => senses & CERTISH) &&
  group.some(({ senses }) => !(senses & CERTISH)) &&
  !!pick(parts, K.BUTTON, LOGIN)[0];

/** The button that goes on with what a dialog or a form asks; none where two could be it. */
function primaryOf(parts: readonly Part[]): Part | undefined {
  const going = goingIn(parts);
  const [only, another] = going;
  if (!another) return only;
  const marked = going.filter(({ element }) => matches(element, STANDS_OUT) && !matches(element, PLAIN));
  return marked[1] ? undefined : marked[0];
}

/** Adds what only the whole shows to the kinds of the parts. Once for a snapshot. */
export function arrange(snapshot: Snapshot): void {
  const { page, dialogs } = snapshot;
  arrangeTabs(page.parts);
  nameWay(page.parts);
  tellPasswords(page.parts);
  markFormPrimary(page);
  markProse(snapshot);
  if (isMessage(snapshot)) {
    for (const part of page.parts) {
      if (part.kind & K.NOTE || (part.kind & (K.TEXT | K.HEADING) && part.senses & TOLD))
        part.kind |= K.ALERT;
    }
  }
  // The open item of a menu is what the page is called.
  for (const part of page.parts) if (part.kind & K.MENU && isOn(part.element)) part.kind |= K.HEADING;
  for (const dialog of dialogs) {
    const { parts } = dialog;
    arrangeTabs(parts);
    const primary = primaryOf(parts);
    if (primary) primary.kind |= K.PRIMARY;
    // Without fields, and with buttons that only take note, its text is a message.
    if (pick(parts, K.BUTTON, DEEDS)[0] || parts.some(({ kind }) => kind & K.FIELD)) continue;
    for (const part of pick(parts, K.TEXT, -1)) markAnswer(part);
  }
}
