/** What a control is called, for people: our own subset of accessible names, without any value (design.md §3.2). */
import {
  assignedTo,
  attributeOf,
  dataOf,
  firstChildOf,
  kindOfNode,
  nextSiblingOf,
  openShadowOf,
  ownerOf,
  tagOf,
} from './dom';
import { FIELDS, OPAQUE_ROLES, SKIPPED } from './markup';
import { createSight, isWithheld, type Sight } from './visibility';

const LONGEST = 40;
const BUTTON_TYPE = /^(?:button|submit|reset)$/i;

function childrenOf(element: Element): Node[] {
  const shadow = openShadowOf(element);
  const assigned = tagOf(element) === 'slot' ? assignedTo(element) : null;
  if (assigned) return assigned;
  const children: Node[] = [];
  for (let child = firstChildOf(shadow ?? element); child; child = nextSiblingOf(child)) children.push(child);
  return children;
}

/** Words that can be seen inside, in order; nothing out of fields and editable regions. */
function textIn(element: Element, sight: Sight): string {
  const waiting: Node[] = childrenOf(element).reverse();
  let text = '';
  while (waiting.length > 0 && text.length < 4 * LONGEST) {
    const node = waiting.pop() as Node;
    const kind = kindOfNode(node);
    if (kind === 3) text += dataOf(node).slice(0, 4 * LONGEST);
    if (kind !== 1) continue;
    const child = node as Element;
    const tag = tagOf(child);
    const editable = attributeOf(child, 'contenteditable');
    if (SKIPPED.has(tag) || FIELDS.has(tag) || isWithheld(child) || !sight.isRendered(child)) continue;
    if (OPAQUE_ROLES.has(attributeOf(child, 'role') ?? '') || (editable !== null && editable !== 'false')) {
      continue;
    }
    if (tag === 'img') text += ` ${attributeOf(child, 'alt') ?? ''} `;
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
  const isField = FIELDS.has(tag);
  const isButton = tag === 'input' && BUTTON_TYPE.test(attributeOf(element, 'type') ?? '');
  const document = ownerOf(element);
  const candidates = [
    attributeOf(element, 'aria-label'),
    isButton ? attributeOf(element, 'value') : null,
    isField ? null : textIn(element, createSight(document as Document)),
    attributeOf(element, 'placeholder'),
    attributeOf(element, 'alt'),
    attributeOf(element, 'title'),
  ];
  const name = candidates.find((each) => each && /\S/.test(each)) ?? '';
  return name.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
