/**
 * One walk over a document and its open shadow roots, in drawing order, without recursion (pages nest
 * thousands deep) and in pieces (a generator, so that a large page can be walked in idle slices).
 */
import {
  assignedTo,
  attributeOf,
  carries,
  dataOf,
  firstChildOf,
  nextSiblingOf,
  openShadowOf,
  rootOf,
  tagOf,
  titleOf,
  typeOf,
} from './dom';
import {
  ADDRESS,
  ALERT,
  BARE,
  BUTTON,
  CHOICE,
  COLUMN,
  DOCUMENT,
  FIELD,
  FRAME,
  HEADING,
  MENU,
  NOTE,
  SECRET,
  TAB,
  TABS,
  TEXT,
  TITLE,
} from './kinds';
import {
  COLUMNS,
  CONTROL_CLASS,
  CONTROLS,
  DIALOG_CLASS,
  DIALOGS,
  ERROR_CLASS,
  FIELDS,
  FRAMES,
  HEADINGS,
  INLINE,
  isMenu,
  isToast,
  OPAQUE,
  SKIPPED,
  STEP_CLASS,
  TITLE_CLASS,
} from './markup';
import { ABSENT, BIND, LOGIN, PASSWORD, PIN, UNBIND } from './senses';
import { chainOf, type Part, type Region, type Snapshot } from './snapshot';
import { normalise } from './text';
import { isFlat, isShut } from './visibility';
import { leadsWithAbsence, sensesOf } from './words';

/** Nodes between two pauses. */
const PIECE = 200;
/** Characters of one part that are read; what matters stands at the beginning. */
const LONGEST = 300;
/** Characters of a label; of a heading, and of a control by class name. */
const LABEL = 24;
const SHORT = 40;
/** How far up the words before a field may stand: a cell of its row, a label of its form item. */
const REACH = 4;

/** What surrounds an element. */
const IN_MENU = 1;
const IN_STEP = 2;
const IN_ERROR = 4;
/** In a widget whose text was entered or chosen. */
const IN_WIDGET = 8;
/** `visibility` of this element alone: what is in it may be seen again. */
const UNSEEN = 16;

/** A part while it is open. */
interface OpenPart extends Part {
  readonly parent: OpenPart | null;
  readonly pieces: { readonly text: string; readonly owner: Element }[];
  /** A control, if it holds no other; if not, and inline, its words belong to the part around it. */
  isHint?: boolean;
  isInline?: boolean;
}

interface Level {
  readonly element: Element;
  next: Node | null | undefined;
  /** What a slot shows after that; absent where the siblings follow. */
  readonly rest?: Node[] | false;
  readonly part: OpenPart;
  readonly within: number;
}

/** @param address where the document is from; its path may say what the page is */
export function* collect(address: string, document: Document): Generator<void, Snapshot> {
  const known = new Map<string, number>();
  const labels = new Map<string, string>();
  const asking: (() => void)[] = [];
  const closedPanels = new Set<string>();
  const regions: Region[] = [];
  const shadows: ShadowRoot[] = [];
  let lastLabel: Part | undefined;
  let hasText = false;

  const read = (text: string): number => {
    const senses = known.get(text) ?? sensesOf(text);
    known.set(text, senses);
    return senses;
  };

  const openPart = (element: Element, kind: number, parent: OpenPart | null, region: Region): OpenPart => ({
    element,
    parent,
    region,
    kind,
    text: '',
    senses: 0,
    sum: 0,
    controls: 0,
    pieces: [],
  });

  const openRegion = (type: Region['type'], element: Element, explicit: boolean): OpenPart => {
    const region = { type, explicit, parts: [] as Part[] } as Region & { root: Part };
    const root = openPart(element, TITLE, null, region);
    region.root = root;
    regions.push(region);
    return root;
  };

  const keep = (part: Part, text: string) => {
    part.text = normalise(text.slice(0, LONGEST));
    part.senses = read(part.text);
    if (!part.senses && !(part.kind & (BUTTON | FIELD | FRAME))) return;
    part.region.parts.push(part);
    for (const around of chainOf(part)) {
      around.sum |= part.senses;
      if (around.kind & MENU) break; // what a menu offers says nothing about the page around it
    }
  };

  const root = rootOf(document) as Element;
  const whole = openRegion('page', root, true);
  const page = whole.region;
  keep(openPart(root, DOCUMENT, null, page), titleOf(document));
  keep(openPart(root, ADDRESS, null, page), address.replace(/^\w+:\/+[^/]*/, ''));

  const stack: Level[] = [{ element: root, next: root, rest: [], part: whole, within: 0 }];
  for (let count = 1; stack.length > 0; count += 1) {
    const level = stack.at(-1) as Level;
    const { element, next, part, within } = level;
    if (next) {
      level.next = level.rest ? level.rest.shift() : nextSiblingOf(next);
      if (typeOf(next) === 1) enter(next as Element, level);
      if (typeOf(next) === 3 && within < IN_WIDGET) addPiece(part, dataOf(next).slice(0, LONGEST), element);
    } else {
      stack.pop();
      if (part.element === element) {
        if (part.region.root === part) closeRegion(part.region);
        else closePart(part, within);
      }
    }
    if (count % PIECE === 0) yield;
  }
  for (const ask of asking) ask();
  const ofType = (type: string) => regions.filter((region) => region.type === type);
  return { page, dialogs: ofType('dialog'), toasts: ofType('toast'), shadows, hasText };

  function addPiece({ pieces }: OpenPart, text: string, owner: Element) {
    hasText ||= /\S/.test(text);
    if (pieces.length < LONGEST) pieces.push({ text, owner });
  }

  function enter(element: Element, level: Level) {
    const tag = tagOf(element);
    if (SKIPPED.test(tag)) return;
    const style = getComputedStyle(element);
    const role = attributeOf(element, 'role');
    const name = role || tag;
    const className = attributeOf(element, 'class');
    const id = attributeOf(element, 'id');
    if (isShut(element, tag, style) || (id && closedPanels.has(id))) return;

    let { part } = level;
    const isError = ERROR_CLASS.test(`${className} ${id}`);
    let within = level.within & ~UNSEEN;
    if (isMenu(name, className)) within |= IN_MENU;
    if (STEP_CLASS.test(className)) within |= IN_STEP;
    if (isError) within |= IN_ERROR;
    if (style.visibility === 'hidden') within |= UNSEEN;

    const explicit = DIALOGS.test(name);
    const { type, explicit: isInExplicit } = part.region;
    const opensToast = isToast(name, className);
    const opensDialog = explicit ? isInExplicit : type === 'page' && DIALOG_CLASS.test(className);
    if (type !== 'toast' && (opensToast || opensDialog)) {
      // A dialog's words are its own: they do not add to the sums of the page around it.
      part = openRegion(opensToast ? 'toast' : 'dialog', element, explicit);
      within &= UNSEEN;
    }
    const { region } = part;

    if (FIELDS.test(tag)) return addField(element, tag, part, within);
    if (FRAMES.test(tag)) return keep(openPart(element, FRAME, part, region), '');
    if (tag === 'br') addPiece(part, ' ', element);
    if (tag === 'img' && part.kind & BUTTON) addPiece(part, attributeOf(element, 'alt'), element);
    const isEditable =
      carries(element, 'contenteditable') && attributeOf(element, 'contenteditable') !== 'false';
    if (isEditable || OPAQUE.test(role)) {
      if (!(within & IN_WIDGET) && role !== 'option') addField(element, 'select', part, within);
      within |= IN_WIDGET;
    }

    const acts = carries(element, 'onclick') || attributeOf(element, 'tabindex') === '0';
    const isHint = acts || CONTROL_CLASS.test(className);
    const isTitle = HEADINGS.test(name) || (!isHint && TITLE_CLASS.test(className));
    const isInline = INLINE.test(tag) && !isError;
    let kind = within & IN_MENU && !isInline ? MENU : TEXT;
    if (isTitle) kind = region.type === 'dialog' ? TITLE : HEADING;
    if (COLUMNS.test(name)) kind = COLUMN;
    if (CONTROLS.test(name) || tag === 'button') kind = BUTTON | (kind & MENU);
    if (role === 'tab') {
      kind = TAB;
      if (attributeOf(element, 'aria-selected') === 'false')
        closedPanels.add(attributeOf(element, 'aria-controls'));
    }
    if (kind !== TEXT || !isInline || isHint || mayAct(element)) {
      part = openPart(element, kind, part, region);
      part.isHint = isHint;
      part.isInline = isInline;
    }
    const shadow = openShadowOf(element);
    if (shadow) shadows.push(shadow);
    const assigned = tag === 'slot' && assignedTo(element);
    const rest = assigned && assigned.length > 0 && assigned;
    const next = rest ? rest.shift() : firstChildOf(shadow ?? element);
    stack.push({ element, next, rest, part, within });
  }

  function addField(element: Element, tag: string, parent: OpenPart, within: number) {
    const { region } = parent;
    const type = attributeOf(element, 'type').toLowerCase();
    if (tag === 'input' && /^(button|submit|reset|image)$/.test(type)) {
      // The one `value` that is text: what a button says. The attribute, never the property.
      const part = openPart(element, BUTTON, parent, region);
      addPiece(part, attributeOf(element, type === 'image' ? 'alt' : 'value'), element);
      return closePart(part, within);
    }
    if (type === 'hidden' || within & UNSEEN || isFlat(element)) return;
    const part = openPart(element, FIELD, parent, region);
    const isBox = /^(radio|checkbox)$/.test(type);
    if (type === 'password') part.kind |= SECRET;
    if (isBox || tag === 'select' || type === 'file') part.kind |= CHOICE;
    // The words before it, in its part or in the last one; those about a box follow it.
    const beside = isBox
      ? ''
      : parent.pieces
          .map(({ text }) => text)
          .join('')
          .slice(-LABEL);
    const before = isBox ? undefined : lastLabel;
    lastLabel = undefined;
    asking.push(() => {
      const around = chainOf(parent).slice(0, REACH);
      const ids = `${attributeOf(element, 'aria-labelledby')} ${attributeOf(element, 'id')}`.split(' ');
      const words = [
        ...ids.map((id) => labels.get(id)),
        ...['aria-label', 'placeholder', 'title'].map((each) => attributeOf(element, each)),
        around.find((each) => tagOf(each.element) === 'label')?.text,
      ].join(' ');
      const isBeside = before && around.some((each) => each === before.parent);
      // A heading over a form names the form, not its first field.
      const isLabel = isBeside && !(before.senses & (LOGIN | BIND | UNBIND));
      keep(part, /\S/.test(words) ? words : beside.trim() || (isLabel ? before.text : ''));
      if (part.senses & (PASSWORD | PIN) && !(part.kind & CHOICE)) part.kind |= SECRET;
      if (part.kind & SECRET && !part.senses) part.kind |= BARE;
    });
  }

  function closePart(part: OpenPart, within: number) {
    const { element, parent, pieces, isInline, isHint, controls } = part;
    const own = pieces.map(({ text }) => text).join('');
    const isShort = /\S/.test(own) && own.length <= SHORT && !controls;
    const isLit = () => getComputedStyle(element).cursor === 'pointer';
    if (part.kind === TEXT && isShort && (isHint || ((isInline || own.length < 12) && isLit()))) {
      part.kind = BUTTON | (within & IN_MENU ? MENU : 0);
    }
    if (isInline && parent && part.kind === TEXT && !/[^请击]{2}\s*登\s*[录陆]\s*$/.test(own)) {
      parent.pieces.push(...pieces);
      return;
    }
    if (controls && part.kind & (BUTTON | HEADING | TITLE)) part.kind = TEXT;
    for (const around of chainOf(parent)) around.controls += part.kind & (BUTTON | TABS) ? 1 : controls;
    if (within & IN_STEP) return;
    const given = attributeOf(element, 'aria-label') || (/\S/.test(own) ? '' : attributeOf(element, 'title'));
    const seen = pieces.filter(({ text, owner }) => /\S/.test(text) && !isFlat(owner));
    const text = (part.kind & BUTTON && given) || seen.map(({ text }) => text).join('');
    if (!text) return;
    if (text.length > SHORT && part.kind & (HEADING | TITLE)) part.kind = TEXT;
    keep(part, text);
    if (part.kind & TEXT) {
      const leads = part.senses & ABSENT && leadsWithAbsence(part.text);
      if (leads || (part.senses && within & IN_ERROR)) part.kind |= NOTE;
      if (part.region.type === 'toast') part.kind |= ALERT;
    }
    if (part.kind & (BUTTON | TABS | MENU) || part.text.length > LABEL) return;
    lastLabel = part;
    for (const name of ['id', 'for']) {
      if (carries(element, name)) labels.set(attributeOf(element, name), part.text);
    }
  }

  /** A class name alone made it a dialog: without any control in it, it is none. */
  function closeRegion(region: Region) {
    const { root, type, explicit, parts } = region;
    if (region === page) return;
    keep(root, attributeOf(root.element, 'aria-label'));
    if (type !== 'dialog' || explicit || root.controls > 0) return;
    regions.splice(regions.indexOf(region), 1);
    for (const part of parts) {
      part.region = page;
      page.parts.push(part);
    }
  }
}

/** An inline element that may be a control without saying so begins with the word it stands for. */
function mayAct(element: Element): boolean {
  const first = firstChildOf(element);
  return !!first && typeOf(first) === 3 && /[绑登录换]/.test(dataOf(first).slice(0, 20));
}

/** The whole walk in one go. */
export function collectAtOnce(address: string, document: Document): Snapshot {
  const walk = collect(address, document);
  let step = walk.next();
  while (!step.done) step = walk.next();
  return step.value;
}
