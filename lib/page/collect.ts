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
  kindOfNode,
  nextSiblingOf,
  openShadowOf,
  parentElementOf,
  rootOf,
  tagOf,
  titleOf,
} from './dom';
import { createLabels } from './labels';
import {
  FIELDS,
  FRAMES,
  isActive,
  isDialogByClass,
  isDialogByRole,
  isMarkedError,
  isMenu,
  isStep,
  isToast,
  OPAQUE_ROLES,
  SKIPPED,
  shapeOf,
} from './markup';
import { Kind, type Part, type Region, type Snapshot } from './snapshot';
import { normalise } from './text';
import { createSight, isWithheld } from './visibility';
import { ANCHOR, leadsWithAbsence, Sense, sensesOf } from './words';

/** Nodes between two pauses. */
const PIECE = 200;
/** Characters of one part that are read; what matters stands at the beginning. */
const LONGEST = 300;

/** What surrounds an element. */
const Within = { menu: 1, step: 2, error: 4, opaque: 8, closed: 16 } as const;

/** A part while it is open. */
interface OpenPart extends Part {
  readonly parent: OpenPart | null;
  texts: string[];
  owners: (Element | null)[];
  length: number;
  inline: boolean;
  hint: boolean;
}

interface Level {
  readonly element: Element | null;
  next: Node | null;
  readonly list: readonly Node[] | null;
  index: number;
  readonly part: OpenPart;
  readonly region: Region;
  readonly within: number;
}

const makeRegion = (kind: Region['kind'], element: Element | null, explicit: boolean): Region => ({
  kind,
  element,
  explicit,
  parts: [],
  root: null,
});

/** @param address where the document is from; its path may say what the page is */
export function* collect(address: string, document: Document): Generator<void, Snapshot> {
  const sight = createSight(document);
  const page = makeRegion('page', null, true);
  const dialogs: Region[] = [];
  const toasts: Region[] = [];
  const labels = createLabels();
  const senses = new Map<string, number>();
  const closedPanels = new Set<string>();
  const root = rootOf(document);
  let hasText = false;

  const read = (text: string): number => {
    let known = senses.get(text);
    if (known === undefined) {
      known = sensesOf(text);
      senses.set(text, known);
    }
    return known;
  };

  const openPart = (element: Element, parent: OpenPart | null, region: Region, kind: number): OpenPart => ({
    element,
    parent,
    region,
    kind,
    text: '',
    senses: 0,
    sum: 0,
    controls: 0,
    texts: [],
    owners: [],
    length: 0,
    inline: false,
    hint: false,
  });

  const keep = (part: Part) => {
    part.region.parts.push(part);
    for (let at: Part | null = part; at; at = at.parent) {
      at.sum |= part.senses;
      if (at.kind & Kind.menu) break; // what a menu offers says nothing about the page around it
    }
  };

  if (!root) return { page, dialogs, toasts, hasText };
  const whole = openPart(root, null, page, 0);
  page.root = whole;
  for (const [text, kind] of [
    [titleOf(document) ?? '', Kind.document],
    [pathOf(address), Kind.address],
  ] as const) {
    const part = openPart(root, null, page, kind);
    part.text = normalise(text.slice(0, LONGEST));
    part.senses = read(part.text);
    keep(part);
  }

  const stack: Level[] = [
    { element: null, next: root, list: [root], index: 0, part: whole, region: page, within: 0 },
  ];
  let budget = PIECE;

  while (stack.length > 0) {
    const level = stack.at(-1) as Level;
    const node = level.next;
    if (!node) {
      stack.pop();
      if (level.element && level.part.element === level.element) closePart(level.part, level.within);
      if (level.element && level.region.element === level.element) closeRegion(level.region, level.part);
      continue;
    }
    level.index += 1;
    level.next = level.list ? (level.list[level.index] ?? null) : nextSiblingOf(node);
    const kind = kindOfNode(node);
    if (kind === 3) addText(level, node);
    else if (kind === 1) enter(level, node as Element);
    budget -= 1;
    if (budget === 0) {
      budget = PIECE;
      yield;
    }
  }
  labels.settle(read);
  return { page, dialogs, toasts, hasText };

  function addText(level: Level, node: Node) {
    const { part } = level;
    if (level.within & Within.opaque || part.length > LONGEST) return;
    const text = dataOf(node).slice(0, LONGEST);
    if (!/\S/.test(text)) {
      if (part.length > 0) part.texts.push(' ');
      return;
    }
    hasText = true;
    part.texts.push(text);
    part.owners[part.texts.length - 1] = level.element;
    part.length += text.length;
  }

  function enter(level: Level, element: Element) {
    const tag = tagOf(element);
    if (tag === 'br' && level.part.length > 0) level.part.texts.push(' ');
    if (SKIPPED.has(tag) || isWithheld(element) || !sight.isRendered(element)) return;
    const role = (attributeOf(element, 'role') ?? '').trim().toLowerCase();
    const className = attributeOf(element, 'class') ?? '';
    const id = attributeOf(element, 'id') ?? '';
    if (role === 'tabpanel' && id && closedPanels.has(id)) return;

    const marked = isMarkedError(className, id);
    let { region, within } = level;
    if (marked) within |= Within.error;
    let parent = level.part;
    if (isToast(role, className)) {
      if (region.kind !== 'toast') {
        region = makeRegion('toast', element, true);
        toasts.push(region);
      }
    } else {
      const explicit = isDialogByRole(tag, role);
      const opens =
        region.kind !== 'dialog' ? explicit || isDialogByClass(className) : explicit && region.explicit;
      if (opens && tag !== 'body' && tag !== 'html') {
        region = makeRegion('dialog', element, explicit);
        dialogs.push(region);
      }
    }
    if (isMenu(tag, role, className)) within |= Within.menu;
    if (isStep(className)) within |= Within.step;

    if (region !== level.region) {
      // A dialog's words are its own: they do not add to the sums of the page around it.
      parent = openPart(element, null, region, 0);
      region.root = parent;
      within &= ~(Within.menu | Within.step);
      const name = attributeOf(element, 'aria-label');
      if (name && region.kind === 'dialog') addNamed(element, parent, region, name);
    }

    if (FIELDS.has(tag)) return addField(level, element, tag, parent, region);
    if (FRAMES.has(tag)) {
      if (region.kind === 'dialog') keep(openPart(element, parent, region, Kind.frame));
      return;
    }
    if (tag === 'img') {
      const alt = attributeOf(element, 'alt');
      if (alt && parent.length === 0 && parent.kind & Kind.button) {
        parent.texts.push(alt);
        parent.length += alt.length;
      }
      return;
    }
    const editable = attributeOf(element, 'contenteditable');
    if ((editable !== null && editable !== 'false') || OPAQUE_ROLES.has(role)) {
      if (!(within & Within.opaque) && role !== 'option') addField(level, element, 'select', parent, region);
      within |= Within.opaque;
    }

    const acts = carries(element, 'onclick') || attributeOf(element, 'tabindex') === '0';
    const shape = shapeOf(tag, role, className, acts);
    let part = parent;
    const bare = shape === 'inline' && !marked && !opensControl(element);
    if (!bare && !(within & Within.opaque)) {
      part = openPart(element, parent, region, 0);
      part.inline = shape === 'inline' && !marked;
      part.hint = shape === 'hint';
      if (shape === 'control') part.kind = within & Within.menu ? Kind.menu | Kind.button : Kind.button;
      else if (shape === 'tab') part.kind = tabKind(element, className);
      else if (shape === 'heading') part.kind = region.kind === 'dialog' ? Kind.title : Kind.heading;
      else if (shape === 'column') part.kind = Kind.column;
      else part.kind = within & Within.menu && shape !== 'hint' ? Kind.menu : Kind.text;
    }
    const shadow = openShadowOf(element);
    const assigned = tag === 'slot' ? assignedTo(element) : null;
    stack.push({
      element,
      next: shadow ? firstChildOf(shadow) : (assigned?.[0] ?? firstChildOf(element)),
      list: assigned,
      index: 0,
      part,
      region,
      within,
    });
  }

  function tabKind(element: Element, className: string): number {
    const selected = attributeOf(element, 'aria-selected');
    const panel = attributeOf(element, 'aria-controls');
    if (selected === 'false' && panel) closedPanels.add(panel);
    const on = selected === null ? isActive(className) || isActiveAround(element) : selected === 'true';
    return on ? Kind.tabOn : Kind.tab;
  }

  /** Words that an attribute gives: the name of a dialog. */
  function addNamed(element: Element, parent: OpenPart, region: Region, name: string) {
    const part = openPart(element, parent, region, Kind.title);
    part.text = normalise(name.slice(0, LONGEST));
    part.senses = read(part.text);
    keep(part);
  }

  function addField(level: Level, element: Element, tag: string, parent: OpenPart, region: Region) {
    const type = (attributeOf(element, 'type') ?? 'text').toLowerCase();
    if (tag === 'input' && /^(?:button|submit|reset|image)$/.test(type)) {
      // The one `value` that is text: what the button says. The attribute, never the property.
      const name = attributeOf(element, type === 'image' ? 'alt' : 'value') ?? '';
      const part = openPart(element, parent, region, Kind.button);
      part.texts.push(attributeOf(element, 'aria-label') ?? name);
      part.owners.push(element);
      part.length = name.length;
      closePart(part, level.within);
      return;
    }
    if (type === 'hidden' || !sight.isSeen(element)) return;
    const part = openPart(element, parent, region, Kind.field);
    if (type === 'password') part.kind |= Kind.secret;
    if (tag === 'select' || /^(?:radio|checkbox|file)$/.test(type)) part.kind |= Kind.choice;
    labels.addField(
      part,
      parent.length <= 24 ? parent.texts.join('') : '',
      /^(?:radio|checkbox)$/.test(type),
      keep,
    );
  }

  function closePart(part: OpenPart, within: number) {
    const { parent } = part;
    const name = part.kind & Kind.button ? nameAttribute(part.element, part.length > 0) : null;
    if (name) {
      part.texts = [name];
      part.owners = [part.element];
    }
    if (part.inline && parent) {
      const own = part.texts.join('');
      if (sight.hasPointer(part.element)) part.kind = Kind.button;
      else if (!/[\u4e00-\u9fffa-z]{2,}\s*登\s*[录陆]\s*$/i.test(own) || own.length > 12) {
        parent.texts.push(...part.texts);
        for (const [at, owner] of part.owners.entries()) {
          if (owner) parent.owners[parent.texts.length - part.texts.length + at] = owner;
        }
        parent.length += part.length;
        return;
      }
    }
    if (part.hint && part.controls === 0 && part.length > 0 && part.length <= 40) {
      part.kind = within & Within.menu ? Kind.menu | Kind.button : Kind.button;
    }
    if (part.controls > 0) part.kind = part.kind & (Kind.button | Kind.heading) ? Kind.text : part.kind;
    const isControl = (part.kind & (Kind.button | Kind.tab | Kind.tabOn)) !== 0;
    for (let at = parent; at; at = at.parent) at.controls += isControl ? 1 : part.controls;
    if (within & Within.step || part.texts.length === 0) return;
    const raw = part.texts.join('');
    if (!ANCHOR.test(raw)) return labels.hear(part, raw);
    const seen = part.texts.filter((_, at) => {
      const owner = part.owners[at];
      return !owner || sight.isSeen(owner);
    });
    part.text = normalise(seen.join('').slice(0, LONGEST));
    if (part.text === '') return;
    part.senses = read(part.text);
    labels.hear(part, part.text);
    if (part.kind & (Kind.heading | Kind.title) && part.text.length > 60) part.kind = Kind.text;
    if (part.kind & Kind.text) {
      const pointed = part.text.length <= 10 && part.controls === 0 && part.senses !== 0;
      if (pointed && sight.hasPointer(part.element)) part.kind = Kind.button;
      const marked = within & Within.error && part.senses !== 0;
      if (marked || (part.senses & Sense.absent && leadsWithAbsence(part.text))) part.kind |= Kind.note;
    }
    if (part.region.kind === 'toast' && part.kind & (Kind.text | Kind.heading)) part.kind |= Kind.alert;
    if (part.senses !== 0 || part.kind & Kind.button) keep(part);
  }

  /** A class name alone made it a dialog: without any control in it, it is none. */
  function closeRegion(region: Region, part: OpenPart) {
    if (region.kind !== 'dialog' || region.explicit || (region.root ?? part).controls > 0) return;
    const at = dialogs.indexOf(region);
    if (at >= 0) dialogs.splice(at, 1);
    for (const each of region.parts) {
      each.region = page;
      page.parts.push(each);
    }
  }
}

/** The whole walk in one go. */
export function collectAtOnce(address: string, document: Document): Snapshot {
  const walk = collect(address, document);
  let step = walk.next();
  while (!step.done) step = walk.next();
  return step.value;
}

/** aria-label, or the title of a control without words. (aria-labelledby: see `controlName`.) */
function nameAttribute(element: Element, hasText: boolean): string | null {
  const label = attributeOf(element, 'aria-label');
  if (label?.trim()) return label;
  return hasText ? null : attributeOf(element, 'title');
}

function isActiveAround(tab: Element): boolean {
  const parent = parentElementOf(tab);
  return !!parent && tagOf(parent) === 'li' && isActive(attributeOf(parent, 'class') ?? '');
}

/** An inline element that may be a control without saying so begins with the word it stands for. */
function opensControl(element: Element): boolean {
  const first = firstChildOf(element);
  return !!first && kindOfNode(first) === 3 && /[绑登录换]/.test(dataOf(first).slice(0, 20));
}

function pathOf(address: string): string {
  try {
    const { pathname, hash } = new URL(address);
    return decodeURI(pathname + hash);
  } catch {
    return '';
  }
}
