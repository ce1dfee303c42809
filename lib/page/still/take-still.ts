/** Takes a still of a document as it is now: read, and nothing of it changed. */
import {
  attributeOf,
  boxOf,
  carries,
  dataOf,
  matches,
  openShadowOf,
  parentOf,
  rootOf,
  tagOf,
  titleOf,
  typeOf,
} from '@/lib/page/dom';
import { WIDGET } from '@/lib/page/markup';
import { isDrawn, isLit } from '@/lib/page/visibility';
import { DEEPEST, LONGEST_TEXT, MOST_ELEMENTS, type Still, type StillElement, type StillNode } from './model';

/** Says nothing to anybody. */
const LEFT_OUT = /^(script|style|link|meta|base|noscript|template|head|param|source|track)$/;
/** Draws or embeds: what is inside is not this document's words. */
const HOLLOW: Readonly<Record<string, string>> = {
  svg: 'i',
  canvas: 'i',
  video: 'div',
  audio: 'div',
  object: 'div',
  embed: 'div',
  iframe: 'div',
  frame: 'div',
  math: 'i',
};
const TYPES =
  /^(text|password|button|submit|reset|image|radio|checkbox|file|hidden|search|tel|email|number|date|url)$/i;
const ROLES =
  /^(alert|alertdialog|button|cell|checkbox|columnheader|combobox|dialog|form|grid|gridcell|group|heading|img|link|list|listbox|listitem|main|menu|menubar|menuitem|menuitemradio|navigation|option|presentation|radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|status|switch|tab|table|tablist|tabpanel|textbox|toolbar|tree|treeitem|treegrid|none|banner|article|complementary|contentinfo)$/;
const STANDING = ['disabled', 'readonly', 'hidden', 'inert', 'open', 'multiple', 'required'] as const;
const STATES = [
  'aria-selected',
  'aria-hidden',
  'aria-disabled',
  'aria-modal',
  'aria-haspopup',
  'aria-expanded',
  'aria-current',
  'contenteditable',
  'tabindex',
] as const;
const STATE = /^(true|false|mixed|page|step|menu|listbox|tree|grid|dialog|plaintext-only|0|-1|)$/;
const BUTTON_TYPE = /^(button|submit|reset|image)$/i;
const FIELD_TAG = /^(input|textarea|select)$/;

/** A still, and where the elements of the document stand in it. */
export interface TakenStill {
  readonly still: Still;
  /** Number of an element in the still's own order (`buildStill` gives the same); null: it is not in it. */
  orderOf(element: Element): number | null;
}

export function takeStill(document: Document): TakenStill {
  const orders = new Map<Element, number>();
  let count = 0;
  let isCut = false;
  const body = document.body ?? rootOf(document);

  const nodesOf = (of: Element | ShadowRoot, depth: number, isOpaque: boolean): StillNode[] =>
    [...of.childNodes].flatMap((node): StillNode[] => {
      if (typeOf(node) === 3) {
        const text = dataOf(node).slice(0, LONGEST_TEXT);
        return isOpaque || text === '' ? [] : [text];
      }
      if (typeOf(node) !== 1 || LEFT_OUT.test(tagOf(node as Element))) return [];
      if (count >= MOST_ELEMENTS) {
        isCut = true;
        return [];
      }
      const element = take(node as Element, depth, isOpaque);
      // Deeper than a reader of files goes: what it holds moves up beside it.
      return depth >= DEEPEST ? [{ ...element, children: [] }, ...element.children] : [element];
    });

  const take = (element: Element, depth: number, isOpaque: boolean): StillElement => {
    orders.set(element, count);
    count += 1;
    const hollow = HOLLOW[tagOf(element)];
    // What was entered or chosen is nobody's to read, editable regions and lists of values included.
    const closes = isOpaque || matches(element, WIDGET);
    const inside = hollow || FIELD_TAG.test(tagOf(element)) ? null : element;
    const root = inside && openShadowOf(inside);
    const shadow = root ? nodesOf(root, depth + 1, closes) : null;
    const children = inside ? nodesOf(inside, depth + 1, closes) : [];
    const isEmpty = [...(shadow ?? []), ...children].length === 0;
    const isHidden = [...(shadow ?? []), ...children].every(isOutOfSight) && !isDrawn(element);
    return {
      tag: hollow ?? tagOf(element).replace(/[^a-z0-9-]/g, ''),
      attributes: attributesOf(element),
      style: isHidden ? { display: 'none' } : looksOf(element, isEmpty),
      children,
      shadow,
    };
  };

  const still = { title: titleOf(document).slice(0, LONGEST_TEXT), body: take(body, 0, false), isCut: false };
  return {
    still: { ...still, isCut },
    orderOf: (element) => orders.get(element) ?? null,
  };
}

/** Texts count by what holds them. */
const isOutOfSight = (node: StillNode): boolean => typeof node === 'string' || node.style.display === 'none';

function attributesOf(element: Element): Record<string, string> {
  const kept: Record<string, string> = {};
  const type = attributeOf(element, 'type');
  const isInput = tagOf(element) === 'input';
  for (const name of STANDING) if (carries(element, name)) kept[name] = '';
  for (const name of STATES) {
    const value = attributeOf(element, name);
    if (carries(element, name) && STATE.test(value)) kept[name] = value;
  }
  if (TYPES.test(type)) kept.type = type.toLowerCase();
  if (ROLES.test(attributeOf(element, 'role'))) kept.role = attributeOf(element, 'role');
  if (carries(element, 'onclick')) kept.onclick = '';
  if (carries(element, 'href')) kept.href = '#';
  for (const name of ['class', 'id', 'for', 'name', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
    const value = attributeOf(element, name);
    if (value) kept[name] = value.slice(0, LONGEST_TEXT);
  }
  for (const name of ['placeholder', 'title', 'alt', 'aria-label']) {
    const value = attributeOf(element, name);
    if (value) kept[name] = value.slice(0, LONGEST_TEXT);
  }
  // The only value that is text is a button's, as it is written in the page (design.md §3.2).
  const isButton = isInput && BUTTON_TYPE.test(type);
  return isButton ? { ...kept, value: attributeOf(element, 'value').slice(0, LONGEST_TEXT) } : kept;
}

/** The looks that recognition asks for (`visibility.ts`, `collect.ts`, `resolve.ts`). */
function looksOf(element: Element, isEmpty: boolean): Record<string, string> {
  const looks: Record<string, string> = {};
  const style = getComputedStyle(element);
  const parent = parentOf(element);
  const around = parent && getComputedStyle(parent);
  const { width, height } = boxOf(element);
  if (isLit(element) && !(parent && isLit(parent))) looks.cursor = 'pointer';
  if (around && style.color && style.color !== around.color) looks.color = style.color;
  if (/^-?\d+$/.test(style.zIndex)) {
    looks.position = 'relative';
    looks['z-index'] = style.zIndex;
  }
  const isFlat = Math.min(width, height) < 1 && Boolean(width + height);
  if (isFlat && /hidden|clip/.test(style.overflow)) {
    looks.overflow = 'hidden';
    looks.height = '0';
  } else if (isEmpty && width > 1 && height > 1 && !FIELD_TAG.test(tagOf(element))) {
    // An icon, a box drawn by the style sheet: without that sheet it would have no size.
    looks.display = 'inline-block';
    looks['min-width'] = `${Math.min(Math.round(width), 400)}px`;
    looks['min-height'] = `${Math.min(Math.round(height), 400)}px`;
  }
  return looks;
}
