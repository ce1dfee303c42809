/**
 * What of a document is worth hearing, in its order: texts whose words mean something to us or may be half
 * of such a word, fields, and elements that speak by attributes. Read block by block, since most of a page
 * says nothing to us and is left after one look at its text; in pieces (a generator, so that a large page
 * can be read in idle slices) and without recursion (pages nest thousands deep).
 */
import { childCountOf, holdsMore, nearest, parentOf, tagOf, textOf, textsOf, typeOf, walkerOf } from './dom';
import { FIELD } from './markup';
import { squeeze } from './text';
import { mayConcern } from './words';

/** Nodes between two pauses. */
const PIECE = 128;
/** Characters of one text that are read; what matters stands at the beginning. */
export const LONGEST = 300;
/** Characters and elements of a block that is looked at as a whole. */
const BLOCK = 300;
const BLOCK_ELEMENTS = 40;
/** Characters of the whole document that are counted: more is a lot. */
const A_LOT = 400;
/** Text without a word of ours is heard if it may be part of one: 解 of 解<b>绑</b>. */
const SPLINTER = /^\S{1,3}$/;
/** Their text is no text. */
const SILENT = new Set(['script', 'style', 'title', 'noscript', 'select', 'textarea']);
/** Elements that speak without text: fields, and those with words in an attribute. A line break ends a line. */
const SPEAKING = `${FIELD},[aria-label],img[alt],br`;
/** Boxes of one table that are heard: they all ask the same. */
const BOXES = 12;

/** Not senses, but what a text without any is. */
const BLANK = -1;
const PART = -2;
const NOTHING = -3;

/** What becomes of an element. */
const ENTERED = 0;
const HEARD = 1;
const PASSED = 2;

export interface Heard {
  /** What the text stands in, or the element that speaks. */
  readonly owner: Element;
  /** As found; empty: it only parts what stands around it; null: the element speaks without text. */
  readonly text: string | null;
  readonly senses: number;
  /** Whether words that say nothing to us stand between this text and the one heard before. */
  readonly isAfterGap: boolean;
}

export interface Listened {
  readonly heard: readonly Heard[];
  /** Characters of text, hidden ones included; more than 400 are not counted. */
  readonly length: number;
}

/**
 * Pauses by yielding nothing; returns what was heard.
 *
 * @param read the senses of a text as found
 */
export function* listenTo(
  document: Document,
  root: Element | ShadowRoot,
  read: (text: string) => number,
): Generator<undefined, Listened> {
  const heard: Heard[] = [];
  const kinds = new Map<string, number>();
  /** Elements that speak without text by the text that follows them, null for none; what they stand in. */
  const speakers = new Map<Node | null, Element[]>();
  const around = new Set<Element>();
  let isAfterGap = false;
  let length = 0;
  let count = 0;
  yield* findSpeakers();
  const walker = walkerOf(document, root);
  for (let node = walker.nextNode(); node; ) {
    count += 1;
    if (count % PIECE === 0) yield undefined;
    const isElement = typeOf(node) === 1;
    if (!isElement) hear(node as Text);
    const place = isElement ? placeOf(node as Element) : ENTERED;
    if (place === HEARD) {
      const texts = textsOf(document, node);
      for (let each = texts.nextNode(); each; each = texts.nextNode()) {
        count += 1;
        if (count % PIECE === 0) yield undefined;
        hear(each as Text);
      }
    }
    node = place === ENTERED ? walker.nextNode() : passBy(walker);
  }
  meetBefore(null);
  return { heard, length };

  function* findSpeakers(): Generator<undefined, void> {
    const found = root.querySelectorAll(SPEAKING);
    const following = textsOf(document, root);
    const boxes = new Map<Element, number>();
    for (let at = 0; at < found.length; at += 1) {
      if (at % PIECE === 0) yield undefined;
      const element = found[at] as Element;
      // An input has no children that could answer for it.
      const { type } = element as HTMLInputElement;
      const table =
        (type === 'checkbox' || type === 'radio') && tagOf(element) === 'input' && nearest(element, 'table');
      if (table) {
        const number = (boxes.get(table) ?? 0) + 1;
        boxes.set(table, number);
        if (number > BOXES) continue;
      }
      following.currentNode = element;
      const text = following.nextNode();
      const others = speakers.get(text);
      if (others) others.push(element);
      else speakers.set(text, [element]);
      // A line break in a block that says nothing is nothing.
      if (tagOf(element) === 'br') continue;
      for (let each = parentOf(element); each && !around.has(each); each = parentOf(each)) around.add(each);
    }
  }

  /** What becomes of an element: its parts are met one by one, all its texts are heard, or none. */
  function placeOf(element: Element): typeof ENTERED | typeof HEARD | typeof PASSED {
    if (SILENT.has(tagOf(element))) return PASSED;
    // A single text is as quickly read as looked at.
    if (childCountOf(element) === 0 || holdsMore(element, BLOCK_ELEMENTS)) return ENTERED;
    const text = textOf(element);
    if (text.length > BLOCK) return ENTERED;
    if (around.has(element) || mayConcern(text)) return HEARD;
    passOver(element, text);
    return PASSED;
  }

  function passOver(owner: Element, text: string) {
    if (length < A_LOT) length += text.replace(/\s+/g, '').length;
    isAfterGap = true;
    if (SPLINTER.test(squeeze(text))) heard.push({ owner, text: '', senses: 0, isAfterGap });
  }

  function hear(node: Text) {
    meetBefore(node);
    // A text has no children that could answer for it: its properties are its own.
    const { data, parentElement } = node;
    const text = data.length > LONGEST ? data.slice(0, LONGEST) : data;
    const kind = kindOf(text);
    if (kind === BLANK) return;
    const owner = parentElement ?? parentOf(node);
    if (!owner || SILENT.has(tagOf(owner))) return;
    if (length < A_LOT) length += text.trim().length;
    if (kind === NOTHING) {
      isAfterGap = true;
      return;
    }
    heard.push({ owner, text, senses: Math.max(kind, 0), isAfterGap });
    isAfterGap = false;
  }

  function meetBefore(text: Text | null) {
    for (const owner of speakers.get(text) ?? []) heard.push({ owner, text: null, senses: 0, isAfterGap });
  }

  function kindOf(text: string): number {
    const known = kinds.get(text);
    if (known !== undefined) return known;
    const bare = squeeze(text);
    const kind = read(text) || (SPLINTER.test(bare) ? PART : bare ? NOTHING : BLANK);
    kinds.set(text, kind);
    return kind;
  }
}

/** To the next node that is not in the current one. */
function passBy(walker: TreeWalker): Node | null {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}
