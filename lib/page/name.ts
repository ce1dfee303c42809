/** What a control is called, for people: our own subset of accessible names, without any value (design.md §3.2). */
import { attributeOf, dataOf, matches, nearest, ownerOf, parentOf, tagOf, typeOf, walkerOf } from './dom';
import { FIELD, WIDGET } from './markup';
import { isSeen } from './visibility';

const LONGEST = 40;
const BUTTON_TYPE = /^(button|submit|reset|image)$/i;

/** Words that can be seen inside, in order; nothing out of fields and editable regions. */
export function textIn(element: Element, longest = 4 * LONGEST): string {
  const walker = walkerOf(ownerOf(element), element);
  let text = '';
  for (let node = walker.nextNode(); node && text.length < longest; node = walker.nextNode()) {
    const owner = parentOf(node);
    if (typeOf(node) === 1) {
      if (tagOf(node as Element) === 'img') text += ` ${attributeOf(node as Element, 'alt')} `;
    } else if (owner && !nearest(owner, WIDGET) && isSeen(owner)) text += dataOf(node).slice(0, 4 * LONGEST);
  }
  return text;
}

/**
 * The control's visible name: `aria-label`, its words, the `value` attribute of a button, its placeholder
 * or title. At most 40 characters. What was typed or chosen is never part of it.
 */
export function controlName(element: Element): string {
  const isButton = tagOf(element) === 'input' && BUTTON_TYPE.test(attributeOf(element, 'type'));
  const names = [
    attributeOf(element, 'aria-label'),
    isButton ? attributeOf(element, 'value') : '',
    matches(element, FIELD) ? '' : textIn(element),
    ...['placeholder', 'alt', 'title'].map((name) => attributeOf(element, name)),
  ];
  return (names.find((name) => /\S/.test(name)) ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
