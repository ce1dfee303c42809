/**
 * One walk over a document and its open shadow roots, in pieces (a generator, so that a large page can be
 * read in idle slices) and without recursion (pages nest thousands deep). Text is gathered by the
 * element it belongs to; only where its words mean something is the element looked at.
 */
import {
  attributeOf,
  chainOf,
  dataOf,
  findIn,
  matches,
  nearest,
  openShadowOf,
  parentOf,
  rootOf,
  tagOf,
  titleOf,
  typeOf,
  walkerOf,
} from './dom';
import * as K from './kinds';
import {
  ACTING,
  BOX,
  COLUMN,
  CONTROL,
  DIALOG,
  ERROR,
  FIELD,
  HEADING,
  MENU,
  ROW,
  STEP,
  TOAST,
  UNIT,
  WIDGET,
} from './markup';
import { ABSENT, BIND, LOGIN, PASSWORD, PIN, UNBIND } from './senses';
import type { Part, Region, Snapshot } from './snapshot';
import { normalise } from './text';
import { createSight } from './visibility';
import { leadsWithAbsence, sensesOf } from './words';

/** Nodes, and parts, between two pauses. */
const PIECE = 256;
const PARTS = 32;
/** Characters of one part that are read; what matters stands at the beginning. */
const LONGEST = 300;
/** Characters of a label; of a heading, and of a control by its looks; of one by its pointer. */
const LABEL = 24;
const SHORT = 40;
const SHORTEST = 12;
/** How far up the words before a field may stand: a cell of its row, a label of its form item. */
const REACH = 5;
/** An inline element that names a way to log in: one tab of a switch, perhaps without a mark (trap 8). */
const WAY = /[^\s请击]{2}\s*登\s*[录陆]\s*$/;
const BUTTON_TYPE = /^(button|submit|reset|image)$/;

/** Words as they are found, with the elements they stand in. */
interface Unit {
  readonly element: Element;
  readonly pieces: { readonly text: string; readonly owner: Element }[];
  /** For a field: what was said last before it. */
  readonly before: Unit | undefined;
  part?: Part;
}

/**
 * Pauses by yielding nothing; yields the snapshot at the end.
 *
 * @param address where the document is from; its path may say what the page is
 */
export function* collect(address: string, document: Document): Generator<Snapshot | undefined, void> {
  const known = new Map<string, number>();
  const units = new Map<Element, Unit>();
  const regions = new Map<Element, Region>();
  const sums = new Map<Element, number>();
  const shadows: ShadowRoot[] = [];
  const root = rootOf(document);
  const isSeen = createSight(root);
  const page = regionFor(root, 'page', true);
  let last: Unit | undefined;

  keep(root, K.DOCUMENT, titleOf(document), page);
  keep(root, K.ADDRESS, address.replace(/^\w+:\/+[^/]*/, ''), page);
  let count = 0;
  yield* walk(document);
  for (const shadow of shadows) yield* walk(shadow);
  for (const unit of units.values()) {
    count += 1;
    if (count % PARTS === 0) yield undefined;
    if (unit.pieces.length > 0) readUnit(unit);
  }
  for (const unit of units.values()) if (unit.pieces.length === 0) readField(unit);
  const all = [...regions.values()];
  for (const region of all) {
    // A class name alone made it a dialog: without any control in it, it is none.
    if (region.explicit || region.parts.some(({ kind }) => kind & K.BUTTON)) continue;
    for (const part of region.parts.splice(0)) page.parts.push(Object.assign(part, { region: page }));
  }
  const ofType = (type: string) => all.filter((region) => region.type === type && region.parts.length > 0);
  yield { page, dialogs: ofType('dialog'), toasts: ofType('toast'), sums, shadows };

  function* walk(from: Node): Generator<undefined, void> {
    const walker = walkerOf(document, from);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      count += 1;
      if (count % PIECE === 0) yield undefined;
      if (typeOf(node) === 1) meet(node as Element);
      else {
        const text = dataOf(node).slice(0, LONGEST);
        const owner = parentOf(node);
        if (owner && /\S/.test(text)) last = say(unitOf(owner, text), text, owner);
      }
    }
  }

  function meet(element: Element) {
    const shadow = openShadowOf(element);
    if (shadow) shadows.push(shadow);
    const tag = tagOf(element);
    const label = attributeOf(element, 'aria-label');
    if (tag === 'input' && BUTTON_TYPE.test(attributeOf(element, 'type'))) {
      // The one `value` that is text: what a button says. The attribute, never the property.
      say(element, label || attributeOf(element, 'value') || attributeOf(element, 'alt'), element);
    } else if (matches(element, FIELD)) {
      units.set(element, { element, pieces: [], before: last });
      last = undefined;
    } else if (tag === 'img') {
      const control = nearest(element, CONTROL);
      if (control) say(control, attributeOf(element, 'alt'), element);
    } else if (label && matches(element, `${CONTROL},${DIALOG}`)) say(element, label, element);
  }

  function say(element: Element, text: string, owner: Element): Unit {
    const unit = units.get(element) ?? { element, pieces: [], before: undefined };
    units.set(element, unit);
    if (unit.pieces.length < LONGEST) unit.pieces.push({ text, owner });
    return unit;
  }

  /** The element that words belong to: their control, their block, or an inline element of its own kind. */
  function unitOf(owner: Element, text: string): Element {
    const control = nearest(owner, CONTROL);
    if (control || matches(owner, UNIT)) return control ?? owner;
    const isOwn =
      matches(owner, `${ACTING},${ERROR}`) || WAY.test(text) || (text.length < SHORTEST && isLit(owner));
    return isOwn ? owner : (nearest(owner, UNIT) ?? owner);
  }

  function regionFor(element: Element, type: Region['type'], explicit: boolean): Region {
    const region = regions.get(element) ?? { type, element, explicit, parts: [] };
    regions.set(element, region);
    return region;
  }

  function regionOf(element: Element): Region {
    const toast = nearest(element, TOAST);
    if (toast) return regionFor(toast, 'toast', true);
    const dialog = nearest(element, DIALOG);
    if (dialog) return regionFor(dialog, 'dialog', true);
    const box = chainOf(element).findLast((each) => matches(each, BOX));
    return box ? regionFor(box, 'dialog', false) : page;
  }

  function read(text: string): number {
    const senses = known.get(text) ?? sensesOf(text);
    known.set(text, senses);
    return senses;
  }

  function keep(element: Element, kind: number, words: string, region: Region): Part {
    const text = normalise(words.slice(0, LONGEST));
    const part = { element, kind, text, senses: read(text), region };
    region.parts.push(part);
    if (kind & K.MENU) return part; // what a menu offers says nothing about the page around it
    for (const around of chainOf(element)) {
      sums.set(around, (sums.get(around) ?? 0) | part.senses);
      if (around === region.element) break; // nor a dialog's words
    }
    return part;
  }

  function readUnit(unit: Unit) {
    const { element, pieces } = unit;
    const isControl = matches(element, CONTROL);
    const join = (each: typeof pieces) => each.map(({ text }) => text).join('');
    if (!isControl && !read(normalise(join(pieces)))) return;
    if (nearest(element, `${WIDGET},${STEP}`)) return;
    const words = join(pieces.filter(({ owner }) => isSeen(owner))).trim();
    if (!words) return;
    const region = regionOf(element);
    const limit = matches(element, ACTING) ? SHORT : SHORTEST;
    const looksIt = words.length < limit && (limit === SHORT || isLit(element)) && !findIn(element, CONTROL);
    let kind = K.TEXT;
    if (nearest(element, MENU)) kind = K.MENU;
    if (matches(element, '[role=tab]')) kind = K.TAB;
    else if (isControl || looksIt) kind = K.BUTTON | (kind & K.MENU) | (nearest(element, ROW) ? K.ROW : 0);
    else if (matches(element, COLUMN)) kind = K.COLUMN;
    else if (matches(element, `${HEADING},${DIALOG}`) && words.length < SHORT)
      kind = region.type === 'dialog' ? K.TITLE : K.HEADING;
    const part = keep(element, kind, words, region);
    if (kind === K.TEXT) {
      const leads = part.senses & ABSENT && leadsWithAbsence(part.text);
      if (leads || nearest(element, ERROR)) part.kind |= K.NOTE;
      if (region.type === 'toast') part.kind |= K.ALERT;
    }
    unit.part = part;
  }

  function readField({ element, before }: Unit) {
    const region = regionOf(element);
    const tag = tagOf(element);
    const type = attributeOf(element, 'type');
    if (type === 'hidden' || !isSeen(element)) return;
    const labels = tag === 'input' || tag === 'select' ? (element as HTMLInputElement).labels : null;
    const words = [
      ...[...(labels ?? [])].map((label) => units.get(label)?.part?.text),
      ...['aria-label', 'placeholder', 'title'].map((name) => attributeOf(element, name)),
    ].join(' ');
    const isChoice = tag === 'select' || /radio|checkbox|file/.test(type);
    const around = chainOf(element).slice(0, REACH);
    const said = before?.part;
    const isBeside = said && around.some((each) => each === said.element || each === parentOf(said.element));
    // A heading over a form names the form, not its first field; the words about a box follow it.
    const isLabel =
      isBeside && !isChoice && said.text.length < LABEL && !(said.senses & (LOGIN | BIND | UNBIND));
    const part = keep(
      element,
      K.FIELD | (isChoice ? K.CHOICE : 0),
      words.trim() || (isLabel ? said.text : ''),
      region,
    );
    if (type === 'password' || (part.senses & (PASSWORD | PIN) && !isChoice)) part.kind |= K.SECRET;
  }
}

const isLit = (element: Element): boolean => getComputedStyle(element).cursor === 'pointer';

/** The whole walk in one go. */
export function collectAtOnce(address: string, document: Document): Snapshot {
  return [...collect(address, document)].at(-1) as Snapshot;
}
