/**
 * What parts are to each other: which words are tabs of one group, which button of a dialog goes on,
 * which dialog only says something.
 */
import { attributeOf, chainOf, matches, nearest, parentOf } from './dom';
import * as K from './kinds';
import { ACTIVE, PLAIN, STANDS_OUT } from './markup';
import {
  ACCOUNT,
  BIND,
  CANCEL,
  CERTISH,
  CHANGE,
  FETCH,
  KEY,
  LOGIN,
  OTHER,
  PASSWORD,
  PIN,
  UNBIND,
  USE,
} from './senses';
import { type Part, pick, type Region, type Snapshot } from './snapshot';

/** Ways to log in, besides plain 登录. */
const WAYS = CERTISH | ACCOUNT | PASSWORD | OTHER | PIN | FETCH;
/** A button with one of these does something of its own: the box is no mere message. */
const DEEDS = BIND | UNBIND | LOGIN | USE | CHANGE | FETCH | KEY;

/** A tab, or the list item that is nothing else. */
const itemOf = (element: Element): Element => nearest(element, 'li') ?? element;

/** Whether a tab says that it is the open one, by a state, its class, or its list item's class. */
const isOn = (element: Element): boolean =>
  ACTIVE.test(
    [
      attributeOf(element, 'aria-selected'),
      attributeOf(element, 'class'),
      attributeOf(itemOf(element), 'class'),
    ].join(' '),
  );

/**
 * Two short words for ways to log in, side by side, are the tabs of a switch, whatever they are made of
 * (li, span, a; with an active mark or without: trap 8).
 */
function arrangeTabs(parts: readonly Part[]): void {
  const groups = new Map<Element | null, Part[]>();
  for (const part of parts) {
    const isWay = part.senses & LOGIN && part.senses & WAYS && part.text.length <= 12;
    if (!(part.kind & K.TABS) && !(isWay && part.kind & (K.BUTTON | K.TEXT | K.HEADING))) continue;
    const around = parentOf(itemOf(part.element));
    groups.set(around, [...(groups.get(around) ?? []), part]);
  }
  for (const group of groups.values()) {
    // A heading and a button of the same words are none.
    if (new Set(group.map(({ text }) => text)).size < 2 && !pick(group, K.TABS, -1)[0]) continue;
    const [on, another] = group.filter((part) => isOn(part.element));
    for (const part of group) part.kind = part === on && !another ? K.TAB_ON : K.TAB;
  }
}

/** The button that goes on with what a dialog asks; none where two could be it. */
function primaryOf({ parts }: Region): Part | undefined {
  const going = parts.filter((part) => part.kind & K.BUTTON && !(part.senses & (CANCEL | FETCH)));
  const [only, another] = going;
  if (!another) return only;
  const marked = going.filter(({ element }) => matches(element, STANDS_OUT) && !matches(element, PLAIN));
  return marked[1] ? undefined : marked[0];
}

/** Adds what only the whole shows to the kinds of the parts. Once for a snapshot. */
export function arrange({ page, dialogs }: Snapshot): void {
  arrangeTabs(page.parts);
  // The open item of a menu is what the page is called.
  for (const part of page.parts) if (part.kind & K.MENU && isOn(part.element)) part.kind |= K.HEADING;
  for (const dialog of dialogs) {
    const { parts } = dialog;
    arrangeTabs(parts);
    const primary = primaryOf(dialog);
    if (primary) primary.kind |= K.PRIMARY;
    // Without fields, and with buttons that only take note, its text is a message.
    if (pick(parts, K.BUTTON, DEEDS)[0] || parts.some(({ kind }) => kind & K.FIELD)) continue;
    for (const part of pick(parts, K.TEXT, -1)) part.kind |= K.ALERT;
  }
}

/** How far up another's words still say what a button is about. */
const REACH = 9;

/**
 * Whether a part is about a certificate key: by its own words, or those of its row, its table's head, its
 * card, its dialog, its page's heading. A nearer word for something else (微信, 银行) settles that it is not.
 */
export function isNearKey({ element, senses, region }: Part, { page, sums }: Snapshot): boolean {
  const reach = region === page ? REACH : 99;
  const around = chainOf(element).slice(0, reach);
  const said = [
    senses,
    ...around.map((each) => (region === page || region.element.contains(each) ? (sums.get(each) ?? 0) : 0)),
  ];
  const told = said.find((each) => each & (KEY | OTHER));
  return told
    ? !!(told & KEY)
    : !!pick(page.parts, K.HEADING | K.DOCUMENT | K.COLUMN | K.BUTTON | K.TABS, KEY)[0];
}
