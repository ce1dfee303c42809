/** What a control is called, for people: our own subset of accessible names, without any value (design.md §3.2). */
import {
  assignedTo,
  attributeOf,
  carries,
  dataOf,
  firstChildOf,
  nextSiblingOf,
  openShadowOf,
  tagOf,
  typeOf,
} from './dom';
import { FIELDS, OPAQUE, SKIPPED } from './markup';
import { isShut } from './visibility';

const LONGEST = 40;
const BUTTON_TYPE = /^(?:button|submit|reset)$/i;

function childrenOf(element: Element): Node[] {
  const shadow = openShadowOf(element);
  const assigned = tagOf(element) === 'slot' ? assignedTo(element) : [];
  if (assigned.length > 0) return assigned;
  const children: Node[] = [];
  for (let child = firstChildOf(shadow ?? element); child; child = nextSiblingOf(child)) children.push(child);
  return children;
}

/** Words that can be seen inside, in order; nothing out of fields and editable regions. */
function textIn(element: Element): string {
  const waiting: Node[] = childrenOf(element).reverse();
  let text = '';
  while (waiting.length > 0 && text.length < 4 * LONGEST) {
    const node = waiting.pop() as Node;
    const kind = typeOf(node);
    if (kind === 3) text += dataOf(node).slice(0, 4 * LONGEST);
    if (kind !== 1) continue;
    const child = node as Element;
    const tag = tagOf(child);
    const isEditable = carries(child, 'contenteditable') && attributeOf(child, 'contenteditable') !== 'false';
    if (SKIPPED.test(tag) || FIELDS.test(tag) || isShut(child, tag, getComputedStyle(child))) continue;
    if (OPAQUE.test(attributeOf(child, 'role')) || isEditable) {
      continue;
    }
    if (tag === 'img') text += ` ${attributeOf(child, 'alt')} `;
    waiting.push(...childrenOf(child).reverse());
  }
  return text;
}

/**
 * The control's visible name: `aria-label`, its words, the `value` attribute of a button, its placeholder
 * or title. At most 40 characters. What was typed or chosen is never part of it.
 */
export function controlName(element: Element): string {
  const tag = tagOf(element);
  const isField = FIELDS.test(tag);
  const isButton = tag === 'input' && BUTTON_TYPE.test(attributeOf(element, 'type'));
  const candidates = [
    attributeOf(element, 'aria-label'),
    isButton ? attributeOf(element, 'value') : null,
    isField ? null : textIn(element),
    attributeOf(element, 'placeholder'),
    attributeOf(element, 'alt'),
    attributeOf(element, 'title'),
  ];
  const name = candidates.find((each) => each && /\S/.test(each)) ?? '';
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
