/**
 * Reading a hostile document. A form with an input named `children` or `getAttribute` answers with that
 * input instead of its own property (DOM clobbering), in our isolated world too, and so does `document`.
 * So nothing is read through the node itself: accessors are taken once from the prototypes.
 */

/** An accessor of a prototype, to be read from any node of that kind; absent where the engine has none. */
function accessor<T>(prototype: object, name: string): (of: Node) => T | null {
  const read = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (of) => (read ? (read.call(of) as T) : null);
}

const element = Element.prototype;
const { getAttribute, hasAttribute, getClientRects, getBoundingClientRect, closest, contains } = {
  getAttribute: element.getAttribute,
  hasAttribute: element.hasAttribute,
  getClientRects: element.getClientRects,
  getBoundingClientRect: element.getBoundingClientRect,
  closest: element.closest,
  contains: Node.prototype.contains,
};

export const firstChildOf = accessor<Node>(Node.prototype, 'firstChild');
export const nextSiblingOf = accessor<Node>(Node.prototype, 'nextSibling');
export const parentOf = accessor<Node>(Node.prototype, 'parentNode');
export const kindOfNode = accessor<number>(Node.prototype, 'nodeType');
export const ownerOf = accessor<Document>(Node.prototype, 'ownerDocument');
/** Lower case for HTML. */
export const tagOf = accessor<string>(element, 'localName') as (of: Element) => string;
export const openShadowOf = accessor<ShadowRoot>(element, 'shadowRoot');
export const hostOf = accessor<Element>(ShadowRoot.prototype, 'host');
export const dataOf = accessor<string>(CharacterData.prototype, 'data') as (of: Node) => string;
export const rootOf = accessor<Element>(Document.prototype, 'documentElement');
export const titleOf = accessor<string>(Document.prototype, 'title');
export const viewOf = accessor<Window>(Document.prototype, 'defaultView');

export const attributeOf = (of: Element, name: string): string | null => getAttribute.call(of, name);
export const carries = (of: Element, name: string): boolean => hasAttribute.call(of, name);
export const rectsOf = (of: Element): DOMRectList => getClientRects.call(of);
export const boxOf = (of: Element): DOMRect => getBoundingClientRect.call(of);
export const nearest = (of: Element, selector: string): Element | null => closest.call(of, selector);
export const holds = (one: Node, other: Node): boolean => contains.call(one, other);

/** What a slot shows: its assigned nodes, or null for its own fallback children. */
export function assignedTo(slot: Element): Node[] | null {
  const assigned = HTMLSlotElement.prototype.assignedNodes.call(slot as HTMLSlotElement);
  return assigned.length > 0 ? assigned : null;
}

/** The element around it in what is drawn: through shadow roots and slots. */
export function parentElementOf(of: Element): Element | null {
  const parent = parentOf(of);
  if (!parent) return null;
  if (kindOfNode(parent) === 1) return parent as Element;
  return kindOfNode(parent) === 11 && parent instanceof ShadowRoot ? hostOf(parent) : null;
}
