/**
 * What a document and its open shadow roots say, gathered by the element it belongs to: its control, its
 * block, or an inline element of its own kind.
 */
import { attributeOf, holds, matches, nearest, openShadowOf, parentOf, rootOf, tagOf } from './dom';
import { type Heard, LONGEST, listenTo } from './listen';
import { ACTING, CONTROL, DIALOG, ERROR, FIELD, UNIT } from './markup';
import { ADVICE, CORE, MANAGE, OTHER } from './senses';
import type { Part } from './snapshot';
import type { Surroundings } from './surroundings';
import { isLit } from './visibility';

/** Elements between two pauses; where something is put in its place, which takes long on deep pages, fewer. */
const PIECE = 256;
const FEW = 4;
/** Characters of a control by its looks. */
export const SHORT = 14;
/** Texts before one that says something that may belong to it. */
const WAITING = 40;
/** An inline element that names a way to log in: one tab of a switch, perhaps without a mark (trap 8). */
const WAY = /[^\s请击]{2}\s*登\s*[录陆]\s*$/;
const BUTTON_TYPE = /^(button|submit|reset|image)$/;
/** These host no shadow root (DOM standard, "attach a shadow root"), and are most of a page. */
const HOSTING = `:not(${'td,tr,a,input,label,li,b,i,u,em,strong,small,ul,ol,dl,dt,dd,table,tbody,thead,th,form,button,select,option,textarea,img,svg,br,script,style'})`;
/** Says something by itself. */
const STRONG = CORE | OTHER;
/** Says nothing by itself, not even on a button. */
const FAINT = MANAGE | ADVICE;

/** Words as they are found, with the elements they stand in; a field, where there are none. */
export interface Unit {
  readonly element: Element;
  readonly pieces: { readonly text: string; readonly element: Element }[];
  /** For a field: what was said last before it. */
  readonly before?: Unit | undefined;
  part?: Part;
}

export interface Gathered {
  readonly units: ReadonlyMap<Element, Unit>;
  /** All senses there are. */
  readonly all: number;
  /** Characters of text, hidden ones included; more than 400 are not counted. */
  readonly length: number;
  readonly shadows: readonly ShadowRoot[];
}

/**
 * Pauses by yielding nothing; yields what was gathered at the end.
 *
 * @param aroundOf what stands around an element
 * @param read the senses of a text as found
 */
export function* gather(
  document: Document,
  aroundOf: (element: Element) => Surroundings,
  read: (text: string) => number,
): Generator<Gathered | undefined, void> {
  const units = new Map<Element, Unit>();
  const roots: (Element | ShadowRoot)[] = [rootOf(document)];
  let last: Unit | undefined;
  let all = 0;
  let length = 0;
  // Grows as shadow roots are passed.
  for (const root of roots) {
    yield* enter(root);
    const listened = yield* listenTo(document, root, read);
    length += listened.length;
    yield* unite(listened.heard);
  }
  yield { units, all, length, shadows: roots.slice(1) as ShadowRoot[] };

  function* enter(root: Element | ShadowRoot): Generator<undefined, void> {
    const hosts = root.querySelectorAll(HOSTING);
    for (let at = 0; at < hosts.length; at += 1) {
      if (at % PIECE === 0) yield undefined;
      const shadow = openShadowOf(hosts[at] as Element);
      if (shadow) roots.push(shadow);
    }
  }

  function* unite(heard: readonly Heard[]): Generator<undefined, void> {
    /** What last said something by itself, and what may belong to the next that does. */
    let speaker: Element | undefined;
    let waiting: { readonly text: string; readonly owner: Element }[] = [];
    /** What the waiting texts say together. */
    let run = '';
    const sayWaiting = (one: (typeof waiting)[number]) =>
      say(unitOf(one.owner, one.text), one.text, one.owner);
    for (let at = 0; at < heard.length; at += 1) {
      if (at % FEW === 0) yield undefined;
      const { owner, text, senses, isAfterGap } = heard[at] as Heard;
      if (isAfterGap) run = '';
      if (text === null) meet(owner);
      else if (text === '') last = undefined;
      else if (senses & STRONG) {
        const unit = unitOf(owner, text);
        speaker = unit;
        for (const each of waiting) if (holds(unit, each.owner)) sayWaiting(each);
        waiting = [];
        run = '';
        last = say(unit, text, owner);
      } else if ((speaker && holds(speaker, owner)) || (senses & ~FAINT && isInControl(owner, text))) {
        last = say(unitOf(owner, text), text, owner);
      } else {
        waiting = [...waiting.slice(1 - WAITING), { text, owner }];
        run += text;
        const isWhole = read(run.slice(-LONGEST)) & STRONG;
        last = isWhole ? waiting.map(sayWaiting).at(-1) : undefined;
        if (!last) continue;
        // A word of so many pieces goes on in the next.
        speaker = last.element;
        waiting = [];
        run = '';
      }
    }
  }

  function isInControl(owner: Element, text: string): boolean {
    return aroundOf(owner).control !== null || matches(unitOf(owner, text), ACTING);
  }

  function meet(element: Element) {
    const label = attributeOf(element, 'aria-label');
    const tag = tagOf(element);
    const around = parentOf(element);
    if (tag === 'br') {
      // A line ends, and with it what is said.
      if (around && units.has(unitOf(around, ''))) say(unitOf(around, ''), '。', around);
    } else if (tag === 'img') {
      // An image speaks for the control that it is, or that it stands in.
      const { control } = aroundOf(element);
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

  function unitOf(owner: Element, text: string): Element {
    const { control } = aroundOf(owner);
    if (control || matches(owner, UNIT)) return control ?? owner;
    const isOwn =
      matches(owner, `${ACTING},${ERROR}`) || WAY.test(text) || (text.length < SHORT && isLit(owner));
    return isOwn ? owner : (nearest(owner, UNIT) ?? owner);
  }
}
