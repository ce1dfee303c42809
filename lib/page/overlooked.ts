/**
 * Controls that the recogniser's one walk passes over, being small: images that are pressed, a short 确定
 * in a `div`, a word split over spans. The resolver runs in one frame, when a step points at something,
 * so it may look closer.
 */
import {
  attributeOf,
  chainOf,
  dataOf,
  findIn,
  holds,
  matches,
  nearest,
  openShadowOf,
  ownerOf,
  parentOf,
  rootOf,
  tagOf,
  typeOf,
  walkerOf,
} from './dom';
import * as K from './kinds';
import { ACTING, CONTROL, FIELD, MENU, ROW, WIDGET } from './markup';
import { textIn } from './name';
import { readable } from './readable';
import { BIND, CANCEL, CERTISH, LOGIN, PROCEED, UNBIND } from './senses';
import type { Part, Region, Snapshot } from './snapshot';
import { isLit, isSeen } from './visibility';
import { sensesOf } from './words';

/** Characters of a control that is one by its looks alone. */
const SHORT = 14;
/** How far above its words a control may begin. */
const REACH = 4;
/** A part of a word, in an element of its own. */
const SPLINTER = 2;
/** What a control says that anybody points at. */
const TELLING = LOGIN | CERTISH | BIND | UNBIND | PROCEED | CANCEL;
/** Goes in, without the word 登录. */
const ENTERS = /^进入.{0,4}(系统|平台)?$/;

/** The control that words of these elements belong to, by what it is or how it looks; null: none. */
function controlOf(owner: Element, isWhole: boolean): Element | null {
  const control = nearest(owner, CONTROL);
  if (control) return control;
  const around = chainOf(owner, REACH);
  // What holds more than these words holds more than this control.
  const own = around.filter(
    (each) => (!isWhole || textIn(each).trim() === textIn(owner).trim()) && !findIn(each, CONTROL),
  );
  // The pointer is handed down: the control begins where it was given.
  return own.find((each) => matches(each, ACTING)) ?? own.findLast(isLit) ?? null;
}

/** Short words, and images that say something, with what is pressed there. */
function findPressed(snapshot: Snapshot): ReadonlyMap<Element, string> {
  const pressed = new Map<Element, string>();
  const known = new Set(
    [snapshot.page, ...snapshot.dialogs].flatMap(({ parts }) => parts.map(({ element }) => element)),
  );
  const roots: Node[] = [rootOf(ownerOf(snapshot.page.element))];
  for (const root of roots) {
    const walker = walkerOf(ownerOf(snapshot.page.element), root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (typeOf(node) === 1) {
        const element = node as Element;
        const shadow = openShadowOf(element);
        if (shadow) roots.push(shadow);
        if (tagOf(element) !== 'img') continue;
        const says = attributeOf(element, 'alt') || attributeOf(element, 'title');
        const control = nearest(element, CONTROL) ?? element;
        const acts = control !== element || matches(element, '[onclick],[title]') || isLit(element);
        if (says && acts && !known.has(control)) pressed.set(control, says);
        continue;
      }
      const text = dataOf(node)
        .slice(0, 4 * SHORT)
        .trim();
      const owner = parentOf(node);
      if (!text || text.length > SHORT || !owner || known.has(owner)) continue;
      const isWhole = (sensesOf(readable(text)) & TELLING) !== 0 || ENTERS.test(readable(text));
      if (text.length > SPLINTER && !isWhole) continue;
      const control = controlOf(owner, isWhole);
      if (control && !known.has(control) && !pressed.has(control)) pressed.set(control, textIn(control));
    }
  }
  return pressed;
}

function regionOf(element: Element, { page, dialogs }: Snapshot): Region {
  const around = dialogs.filter((region) => holds(region.element, element));
  return around.at(-1) ?? page;
}

/** Adds what was overlooked to the parts of its region. */
export function addOverlooked(snapshot: Snapshot): void {
  for (const [element, words] of findPressed(snapshot)) {
    const text = readable(words);
    if (!text || text.length > SHORT || matches(element, FIELD) || nearest(element, WIDGET)) continue;
    const senses = sensesOf(text) | (ENTERS.test(text) ? LOGIN : 0);
    if (!senses || !isSeen(element)) continue;
    const region = regionOf(element, snapshot);
    const kind = K.BUTTON | (nearest(element, MENU) ? K.MENU : 0) | (nearest(element, ROW) ? K.ROW : 0);
    region.parts.push({ element, region, kind, text, senses });
  }
  for (const region of [snapshot.page, ...snapshot.dialogs]) {
    for (const part of region.parts) {
      // An icon before the words hides how they begin.
      // Read line by line: a clause's end must not get lost.
      const text = part.text.split('\n').map(readable).join('\n');
      if (text === part.text) continue;
      part.text = text;
      part.senses = sensesOf(part.text);
    }
  }
}

/** A control whose class name says `popover-open` or the like opens a dialog, and is none. */
export function withoutFalseDialogs(snapshot: Snapshot): Snapshot {
  const isFalse = ({ element, explicit }: Region) => !explicit && matches(element, CONTROL);
  const move = (part: Part) => {
    part.region = snapshot.page;
    snapshot.page.parts.push(part);
  };
  for (const region of snapshot.dialogs.filter(isFalse)) region.parts.forEach(move);
  return { ...snapshot, dialogs: snapshot.dialogs.filter((region) => !isFalse(region)) };
}
