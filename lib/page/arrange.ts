/**
 * What parts are to each other: which two words are tabs of one group, which button of a dialog goes on,
 * which dialog only says something, which one lies on top.
 */
import { attributeOf, parentElementOf, tagOf } from './dom';
import { isActive, isPrimary, ROWS } from './markup';
import { Kind, type Part, type Region, type Snapshot } from './snapshot';
import { createSight } from './visibility';
import { Sense } from './words';

/** Ways to log in, other than plain 登录. */
const WAYS =
  Sense.key | Sense.cert | Sense.account | Sense.password | Sense.otherThing | Sense.pin | Sense.fetch;
/** A button with one of these does something of its own: the box is no mere message. */
const DEEDS = Sense.bind | Sense.unbind | Sense.login | Sense.use | Sense.change | Sense.fetch | Sense.key;

const SWITCH = Kind.button | Kind.text | Kind.heading | Kind.tab | Kind.tabOn | Kind.menu;

/** The nearest element around that holds something else besides: siblings in one switch share it. */
function switchOf(element: Element): Element | null {
  const parent = parentElementOf(element);
  return parent && tagOf(parent) === 'li' ? parentElementOf(parent) : parent;
}

/**
 * Two short words for ways to log in, side by side, are the tabs of a switch, whatever they are made of
 * (li, span, a; with an active mark or without).
 */
function arrangeTabs(parts: readonly Part[]): void {
  const groups = new Map<Element, Part[]>();
  for (const part of parts) {
    if (!(part.kind & SWITCH) || !(part.senses & Sense.login) || part.text.length > 12) continue;
    if (!(part.senses & WAYS) && !/[扫短]/.test(part.text)) continue;
    const around = switchOf(part.element);
    if (around) groups.set(around, [...(groups.get(around) ?? []), part]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const on = group.filter((part) => part.kind & Kind.tabOn || isMarkedOn(part.element));
    for (const part of group) part.kind = on.length === 1 && on[0] === part ? Kind.tabOn : Kind.tab;
  }
}

function isMarkedOn(element: Element): boolean {
  const selected = attributeOf(element, 'aria-selected') ?? attributeOf(element, 'aria-pressed');
  if (selected !== null) return selected === 'true';
  const current = attributeOf(element, 'aria-current');
  if (current !== null && current !== 'false') return true;
  if (isActive(attributeOf(element, 'class') ?? '')) return true;
  const parent = parentElementOf(element);
  return !!parent && tagOf(parent) === 'li' && isActive(attributeOf(parent, 'class') ?? '');
}

/** The buttons of a dialog that do not merely close it. */
export function confirmersOf(dialog: Region): Part[] {
  const buttons = dialog.parts.filter(
    (part) => part.kind & Kind.button && !(part.senses & Sense.cancel) && part.text !== '',
  );
  return buttons.filter((part) => !/^close|关闭$/.test(part.text));
}

/** The button that goes on with what the dialog asks; null where two could be it. */
export function primaryOf(dialog: Region): Part | null {
  const confirmers = confirmersOf(dialog).filter((part) => !(part.senses & Sense.fetch));
  if (confirmers.length === 1) return confirmers[0] ?? null;
  const marked = confirmers.filter((part) => isPrimary(attributeOf(part.element, 'class') ?? ''));
  return marked.length === 1 ? (marked[0] ?? null) : null;
}

/** A dialog without fields whose buttons only take note of it: its text is a message. */
function isAlertBox(dialog: Region): boolean {
  return dialog.parts.every(
    (part) => !(part.kind & (Kind.field | Kind.frame)) && !(part.kind & Kind.button && part.senses & DEEDS),
  );
}

/** The row of a table or list it stands in. */
export function rowOf(part: Part): Part | null {
  for (let at = part.parent; at; at = at.parent) {
    if (ROWS.has(tagOf(at.element)) || attributeOf(at.element, 'role') === 'row') return at;
  }
  return null;
}

/** Adds what only the whole shows to the kinds of the parts. Call once. */
export function arrange(snapshot: Snapshot): void {
  for (const region of [snapshot.page, ...snapshot.dialogs]) arrangeTabs(region.parts);
  for (const dialog of snapshot.dialogs) {
    const primary = primaryOf(dialog);
    if (primary) primary.kind |= Kind.primary;
    if (!isAlertBox(dialog)) continue;
    for (const part of dialog.parts) if (part.kind & (Kind.text | Kind.note)) part.kind |= Kind.alert;
  }
  for (const part of snapshot.page.parts) {
    if (part.kind & Kind.button && rowOf(part)) part.kind |= Kind.row;
  }
}

/** The dialogs that lie on top: the highest in the stack, in document order; several where none is told. */
export function topDialogs(document: Document, { dialogs }: Snapshot): readonly Region[] {
  if (dialogs.length < 2) return dialogs;
  const sight = createSight(document);
  const layers = dialogs.map(({ element }) => (element ? sight.layerOf(element) : 0));
  const highest = Math.max(...layers);
  return dialogs.filter((_, at) => layers[at] === highest);
}

/** How many parts up another's words still say what a button is about. */
const REACH = 6;

/**
 * Whether a part is about a certificate key: by its own words, or those of its row, its table's head, its
 * card, its dialog, its page's heading. A nearer word for something else (微信, 银行) settles that it is not.
 */
export function isNearKey(part: Part, snapshot: Snapshot): boolean {
  if (part.senses & Sense.key) return true;
  if (part.senses & Sense.otherThing) return false;
  let at = part.parent;
  for (let up = 0; at && (up < REACH || part.region.kind === 'dialog'); up += 1, at = at.parent) {
    if (at.sum & Sense.key) return true;
    if (at.sum & Sense.otherThing) return false;
  }
  return snapshot.page.parts.some(
    (each) =>
      each.senses & Sense.key && each.kind & (Kind.heading | Kind.document | Kind.column | Kind.button),
  );
}
