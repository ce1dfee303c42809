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
  holds,
  isRecord,
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
  PICKER,
  ROW,
  STEP,
  TOAST,
  UNIT,
  WIDGET,
} from './markup';
import {
  ABSENT,
  ACCOUNT,
  ADVICE,
  ASK,
  BIND,
  CANCEL,
  CERTISH,
  CORE,
  FETCH,
  INSTALL,
  OTHER,
  PASSWORD,
  PIN,
  PROCEED,
  SUCCESS,
  UNBIND,
} from './senses';
import { type Part, pick, type Region, type Snapshot } from './snapshot';
import { normalise } from './text';
import { isSeen } from './visibility';
import { leadsWithAbsence, sensesOf, withoutAdvice } from './words';

/** Nodes between two pauses. */
const PIECE = 256;
/** Characters of one part that are read; what matters stands at the beginning. */
const LONGEST = 300;
/** Characters of a heading, of a label, of a control by its looks. */
const HEADLINE = 40;
const LABEL = 24;
const SHORT = 14;
/** Characters of a link that does something; a longer one leads to something to read. */
const LINK = 18;
const READ = 'a:not([role=button],[onclick])';
/** Characters of a text that tells how things go, rather than what happened. */
const TALE = 60;
/** Text without a word of ours is kept if it may be half a word, 解 of 解<b>绑</b>. */
const SPLINTER = /^\s*\S{1,3}\s*$/;
/** How far up the words before a field may stand: a cell of its row, a label of its form item. */
const REACH = 5;
/** How far up a question's answers may stand, and how many buttons are answers and no more. */
const QUESTION = 9;
const ANSWERS = 4;
/** Questions for which that is looked up, and parts of one region that are kept: a page of more is no form. */
const QUESTIONS = 20;
const PARTS = 4000;
/** An inline element that names a way to log in: one tab of a switch, perhaps without a mark (trap 8). */
const WAY = /[^\s请击]{2}\s*登\s*[录陆]\s*$/;
/** Their text is no text. */
const SILENT = /^(script|style|title|noscript)$/;
const BUTTON_TYPE = /^(button|submit|reset|image)$/;

/** Words as they are found, with the elements they stand in; a field, where there are none. */
interface Unit {
  readonly element: Element;
  readonly pieces: { readonly text: string; readonly element: Element }[];
  /** For a field: what was said last before it. */
  readonly before?: Unit | undefined;
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
  /** Words by the id they are `for`, or by their element: `labels` searches the tree for each field anew. */
  const captions = new Map<unknown, Part>();
  const shadows: ShadowRoot[] = [];
  const root = rootOf(document);
  const page = regionFor(root, 'page', true);
  let last: Unit | undefined;
  /** All senses there are. */
  let all = 0;

  keep(root, K.DOCUMENT, titleOf(document), page);
  keep(root, K.ADDRESS, address.replace(/^\w+:\/+[^/]*/, ''), page);
  let count = 0;
  let length = 0;
  yield* walk(root);
  for (const shadow of shadows) yield* walk(shadow);
  // Fields after all words: their labels may follow them.
  for (const readOne of [readUnit, readField]) {
    for (const unit of units.values()) {
      // Each: what stands a hundred thousand deep takes milliseconds.
      yield undefined;
      if (!unit.pieces.length === (readOne === readField)) readOne(unit);
    }
  }
  const questions = pick(page.parts, -1, ASK).filter(({ senses }) => senses & UNBIND);
  for (const question of questions.slice(0, QUESTIONS)) {
    yield undefined;
    frameQuestion(question);
  }
  for (const region of regions.values()) {
    // A class name alone made it a dialog: without any control in it, it is none.
    if (region.explicit || region.parts.some(({ kind }) => kind & K.BUTTON)) continue;
    for (const part of [...region.parts]) move(part, page);
  }
  const ofType = (type: string) =>
    [...regions.values()].filter((region) => region.type === type && region.parts.length > 0);
  yield { page, length, dialogs: ofType('dialog'), toasts: ofType('toast'), sums, shadows };

  function* walk(from: Element | ShadowRoot): Generator<undefined, void> {
    const special = new Set(from.querySelectorAll(`${FIELD},[aria-label],img[alt],br`));
    const walker = walkerOf(document, from);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      count += 1;
      if (count % PIECE === 0) yield undefined;
      if (typeOf(node) === 1) {
        const shadow = openShadowOf(node);
        if (shadow) shadows.push(shadow);
        if (special.has(node as Element)) meet(node as Element);
        continue;
      }
      const text = dataOf(node).slice(0, LONGEST);
      const owner = parentOf(node);
      if (owner && !SILENT.test(tagOf(owner))) length += text.trim().length;
      if (owner && (read(text) || SPLINTER.test(text))) last = say(unitOf(owner, text), text, owner);
    }
  }

  /** Elements that speak by attributes, and fields. */
  function meet(element: Element) {
    const label = attributeOf(element, 'aria-label');
    const tag = tagOf(element);
    const around = parentOf(element);
    if (tag === 'br') {
      // A line ends, and with it what is said.
      if (around && units.has(unitOf(around, ''))) say(unitOf(around, ''), '。', around);
    } else if (tag === 'img') {
      // An image speaks for the control that it is, or that it stands in.
      const control = nearest(element, CONTROL);
      if (control) say(control, label || attributeOf(element, 'alt'), element);
    } else if (tag === 'input' && BUTTON_TYPE.test(attributeOf(element, 'type'))) {
      // The one `value` that is text: what a button says. The attribute, never the property.
      say(element, label || attributeOf(element, 'value') || attributeOf(element, 'alt'), element);
    } else if (matches(element, FIELD)) {
      units.set(element, { element, pieces: [], before: last });
      last = undefined;
    } else if (matches(element, `${CONTROL},${DIALOG}`)) say(element, label, element);
  }

  function say(element: Element, words: string, owner: Element): Unit {
    const text = words.slice(0, LONGEST);
    const unit = units.get(element) ?? { element, pieces: [] };
    units.set(element, unit);
    if (unit.pieces.length < LONGEST) unit.pieces.push({ text, element: owner });
    all |= read(text);
    return unit;
  }

  /** The element that words belong to: their control, their block, or an inline element of its own kind. */
  function unitOf(owner: Element, text: string): Element {
    let control = nearest(owner, CONTROL);
    // A menu's item may hold its submenu.
    const item = control && nearest(owner, 'li');
    if (control && item && item !== control && holds(control, item)) control = item;
    if (control || matches(owner, UNIT)) return control ?? owner;
    const isOwn =
      matches(owner, `${ACTING},${ERROR}`) || WAY.test(text) || (text.length < SHORT && isLit(owner));
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
    const box = chainOf(nearest(element, BOX)).findLast((each) => matches(each, BOX));
    return box ? regionFor(box, 'dialog', false) : page;
  }

  /** Most texts of a page are there many times. */
  function read(text: string): number {
    const senses = known.get(text) ?? sensesOf(normalise(text));
    known.set(text, senses);
    return senses;
  }

  function keep(element: Element, kind: number, words: string, region: Region): Part {
    const part = { element, kind, text: normalise(words.slice(0, LONGEST)), senses: read(words), region };
    if (region.parts.length < PARTS) region.parts.push(part);
    if (kind & K.MENU) return part; // what a menu offers says nothing about the page around it
    for (const around of chainOf(element)) {
      const sum = sums.get(around) ?? 0;
      sums.set(around, sum | part.senses);
      // A dialog's words say nothing about the page around it; and what was said before is known above.
      if (around === region.element || (sum | part.senses) === sum) break;
    }
    return part;
  }

  function readUnit(unit: Unit) {
    const { element, pieces } = unit;
    const join = (each: typeof pieces) => each.map(({ text }) => text).join('');
    const isControl = matches(element, CONTROL);
    const acts = isControl || matches(element, ACTING);
    // Most words say nothing alone: other things are told apart where something is bound, and a button's
    // 确定 matters where there is a certificate.
    const isAboutIt = all & (BIND | UNBIND | CERTISH);
    const telling = isAboutIt ? (acts ? -1 : CORE | OTHER) : CORE;
    if (!(read(join(pieces)) & telling)) return;
    if (nearest(element, `${WIDGET},${STEP}`)) return;
    const seen = join(pieces.filter((piece) => isSeen(piece.element))).trim();
    const advises = !isControl && read(seen) & ADVICE;
    const { said: words, isAdvice } = advises ? withoutAdvice(seen) : { said: seen, isAdvice: true };
    if (!words) return;
    const region = regionOf(element);
    const looksIt = (acts || isLit(element)) && words.length < SHORT && !findIn(element, CONTROL);
    let kind = nearest(element, MENU) ? K.MENU : K.TEXT;
    if (matches(element, '[role=tab]')) kind = K.TAB;
    else if (matches(element, PICKER) && read(words) & FETCH) kind = K.FIELD | K.CHOICE;
    else if ((isControl && (words.length < LINK || !matches(element, READ))) || looksIt)
      kind = K.BUTTON | (kind & K.MENU) | (nearest(element, ROW) ? K.ROW : 0);
    else if (matches(element, COLUMN) && !isAlone(element)) kind = K.COLUMN;
    else if (words.length < HEADLINE && matches(element, `${HEADING},${DIALOG},${COLUMN}`)) {
      kind = region.type === 'dialog' ? K.TITLE : K.HEADING;
    }
    if (kind === K.TEXT && region === page && isRecord(element)) kind = K.CELL;
    const part = keep(element, kind, words, region);
    // Advice says nothing about now, but what it is about.
    part.senses |= read(seen) & (CERTISH | PIN | OTHER);
    if (!isAdvice) part.senses &= ~ADVICE;
    unit.part = part;
    captions.set(attributeOf(element, 'for') || element, part);
    if (kind === K.TEXT && words.length > TALE && region === page) part.senses &= ~SUCCESS;
    if (region.type === 'toast' && !(kind & K.BUTTON)) part.kind |= K.ALERT;
    if (kind !== K.TEXT) return;
    const [first = ''] = part.text.split('\n');
    const leads = read(first) & (ABSENT | INSTALL) && !(read(first) & ADVICE) && leadsWithAbsence(first);
    if (leads || nearest(element, ERROR) || pieces.some((piece) => isColoured(piece.element)))
      part.kind |= K.NOTE;
  }

  /** A question with its two answers is a dialog, even without a role or a class name that says so. */
  function frameQuestion({ element }: Part) {
    for (const around of chainOf(element).slice(1, QUESTION)) {
      const inside = page.parts.filter((part) => holds(around, part.element));
      const [no] = pick(inside, K.BUTTON, CANCEL);
      const [yes] = pick(inside, K.BUTTON, PROCEED | UNBIND);
      if (!no || !yes || pick(inside, K.BUTTON, -1).length > ANSWERS) continue;
      const region = regionFor(around, 'dialog', true);
      for (const part of inside) move(part, region);
      return;
    }
  }

  function move(part: Part, region: Region) {
    part.region.parts.splice(part.region.parts.indexOf(part), 1);
    part.region = region;
    region.parts.push(part);
  }

  function readField({ element, before }: Unit) {
    const tag = tagOf(element);
    const type = attributeOf(element, 'type');
    if (type === 'hidden' || !isSeen(element)) return;
    const words = [
      ...[attributeOf(element, 'id'), nearest(element, 'label')].map((each) => captions.get(each)?.text),
      ...['aria-label', 'placeholder', 'title'].map((name) => attributeOf(element, name)),
    ]
      .join(' ')
      .trim();
    const isBox = /radio|checkbox/.test(type);
    const isChoice = isBox || tag === 'select' || type === 'file';
    const around = chainOf(element).slice(0, REACH);
    const said = before?.part;
    const isBeside = said && around.some((each) => each === said.element || each === parentOf(said.element));
    // A heading over a form names the form, not its first field; the words about a box follow it.
    const isLabel =
      isBeside &&
      !isBox &&
      said.text.length < LABEL &&
      !(said.senses & (BIND | UNBIND)) &&
      !/登录$/.test(said.text);
    // 6-16位字母或数字 says nothing of what a field is for.
    const isTold = words && (!isLabel || read(words) & (CERTISH | PIN | PASSWORD | ACCOUNT));
    const label = isTold ? words : isLabel ? said.text : words;
    const part = keep(element, K.FIELD | (isChoice ? K.CHOICE : 0), label, regionOf(element));
    // A box in a row of a table chooses what the row, or its table's head, speaks of.
    const row = isBox && !label && nearest(element, 'tr');
    if (row) part.senses |= CERTISH & ((sums.get(row) ?? 0) | (sums.get(nearest(row, 'table') ?? row) ?? 0));
    if (type === 'password' || (part.senses & (PASSWORD | PIN) && !isChoice)) part.kind |= K.SECRET;
  }
}

/** Whether a table's head has but one cell: then it is the heading of a box. */
const isAlone = (cell: Element): boolean => parentOf(cell)?.childElementCount === 1;

const isLit = (element: Element): boolean => getComputedStyle(element).cursor === 'pointer';

/** Red or green, as a message is, not black, grey or a link's blue. */
function isColoured(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number);
  return Math.max(red, green) - blue > 30 && Math.abs(red - green) > 60;
}

/** The whole walk in one go. */
export function collectAtOnce(address: string, document: Document): Snapshot {
  return [...collect(address, document)].at(-1) as Snapshot;
}
