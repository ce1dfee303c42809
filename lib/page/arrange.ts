/**
 * What parts are to each other: which words are tabs of one group, which button of a dialog goes on,
 * which dialog only says something, which one lies on top.
 */
import { attributeOf, parentElementOf, tagOf } from './dom';
import {
  ALERT,
  BUTTON,
  COLUMN,
  DOCUMENT,
  FIELD,
  FRAME,
  HEADING,
  NOTE,
  PRIMARY,
  ROW,
  TAB,
  TAB_ON,
  TABS,
  TEXT,
} from './kinds';
import { isActive, isPrimary } from './markup';
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
import type { Part, Region, Snapshot } from './snapshot';
import { layerOf } from './visibility';

/** Ways to log in, besides plain 登录. */
const WAYS = CERTISH | ACCOUNT | PASSWORD | OTHER | PIN | FETCH;
/** A button with one of these does something of its own: the box is no mere message. */
const DEEDS = BIND | UNBIND | LOGIN | USE | CHANGE | FETCH | KEY;

const classOf = (element: Element): string => attributeOf(element, 'class');

function parentItem(element: Element): Element | null {
  const parent = parentElementOf(element);
  return parent && tagOf(parent) === 'li' ? parent : null;
}

/** Whether a tab says that it is the open one, by a state or by its class or its list item's. */
function isOn(element: Element): boolean {
  const state = ['selected', 'pressed', 'current']
    .map((name) => attributeOf(element, `aria-${name}`))
    .join('');
  if (state) return state !== 'false';
  const item = parentItem(element);
  return isActive(classOf(element)) || (!!item && isActive(classOf(item)));
}

/**
 * Two short words for ways to log in, side by side, are the tabs of a switch, whatever they are made of
 * (li, span, a; with an active mark or without: trap 8).
 */
function arrangeTabs(parts: readonly Part[]): void {
  const groups = new Map<Element | null, Part[]>();
  for (const part of parts) {
    const isWay =
      part.senses & LOGIN && (part.senses & WAYS || /[扫短]/.test(part.text)) && part.text.length <= 12;
    if (!(part.kind & TABS) && !(isWay && part.kind & (BUTTON | TEXT | HEADING))) continue;
    const around = parentElementOf(parentItem(part.element) ?? part.element);
    groups.set(around, [...(groups.get(around) ?? []), part]);
  }
  for (const group of groups.values()) {
    if (group.length < 2 && !group.some((part) => part.kind & TABS)) continue;
    const on = group.filter((part) => isOn(part.element));
    for (const part of group) part.kind = on.length === 1 && on[0] === part ? TAB_ON : TAB;
  }
}

/** The button that goes on with what a dialog asks; none where two could be it. */
function primaryOf({ parts }: Region): Part | undefined {
  const going = parts.filter(
    (part) =>
      part.kind & BUTTON && part.text && !(part.senses & (CANCEL | FETCH)) && !/关闭$/.test(part.text),
  );
  const marked = going.filter((part) => isPrimary(classOf(part.element)));
  return going.length === 1 ? going[0] : marked.length === 1 ? marked[0] : undefined;
}

/** The row of a table or list it stands in. */
function isInRow(part: Part): boolean {
  for (let at = part.parent; at; at = at.parent) {
    if (/^(tr|li)$/.test(tagOf(at.element)) || attributeOf(at.element, 'role') === 'row') return true;
  }
  return false;
}

/** Adds what only the whole shows to the kinds of the parts. Once for a snapshot. */
export function arrange({ page, dialogs }: Snapshot): void {
  for (const { parts } of [page, ...dialogs]) arrangeTabs(parts);
  for (const part of page.parts) if (part.kind & BUTTON && isInRow(part)) part.kind |= ROW;
  for (const dialog of dialogs) {
    const primary = primaryOf(dialog);
    if (primary) primary.kind |= PRIMARY;
    // Without fields, and with buttons that only take note, its text is a message.
    if (dialog.parts.some(({ kind, senses }) => kind & (FIELD | FRAME) || (kind & BUTTON && senses & DEEDS)))
      continue;
    for (const part of dialog.parts) if (part.kind & (TEXT | NOTE)) part.kind |= ALERT;
  }
}

/** The dialogs that lie on top: the highest in the stack, in document order; several where none is told. */
export function topDialogs({ dialogs }: Snapshot): readonly Region[] {
  if (dialogs.length < 2) return dialogs;
  const layers = dialogs.map(({ root }) => layerOf(root.element));
  return dialogs.filter((_, at) => layers[at] === Math.max(...layers));
}

/** How many parts up another's words still say what a button is about. */
const REACH = 6;

/**
 * Whether a part is about a certificate key: by its own words, or those of its row, its table's head, its
 * card, its dialog, its page's heading. A nearer word for something else (微信, 银行) settles that it is not.
 */
export function isNearKey(part: Part, { page }: Snapshot): boolean {
  let at: Part | null = part;
  for (let up = 0; at && (up <= REACH || at.region !== page); up += 1, at = at.parent) {
    const senses = part === at ? at.senses : at.sum;
    if (senses & KEY) return true;
    if (senses & OTHER) return false;
  }
  return page.parts.some(({ senses, kind }) => senses & KEY && kind & (HEADING | DOCUMENT | COLUMN | BUTTON));
}
