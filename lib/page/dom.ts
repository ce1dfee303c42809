/**
 * Reading a hostile document. A form with an input named `children` or `getAttribute` answers with that
 * input instead of its own property (DOM clobbering), in our isolated world too, and so does `document`.
 * So nothing is read through the node itself: accessors are taken from the prototypes.
 */

const accessor =
  <T>(prototype: object, name: string) =>
  (of: Node): T =>
    Reflect.get(prototype, name, of) as T;

const node = Node.prototype;
const element = Element.prototype;
const page = Document.prototype;

export const firstChildOf = accessor<Node | null>(node, 'firstChild');
export const nextSiblingOf = accessor<Node | null>(node, 'nextSibling');
export const parentOf = accessor<Node | null>(node, 'parentNode');
/** 1 element, 3 text, 11 shadow root. */
export const typeOf = accessor<number>(node, 'nodeType');
export const ownerOf = accessor<Document>(node, 'ownerDocument');
export const dataOf = accessor<string>(CharacterData.prototype, 'data');
/** Lower case for HTML. */
export const tagOf = accessor<string>(element, 'localName');
export const openShadowOf = accessor<ShadowRoot | null>(element, 'shadowRoot');
export const rootOf = accessor<Element | null>(page, 'documentElement');
export const titleOf = accessor<string>(page, 'title');
export const viewOf = accessor<Window | null>(page, 'defaultView');

/** The attribute, or an empty string. */
export const attributeOf = (of: Element, name: string): string => element.getAttribute.call(of, name) ?? '';
export const carries = (of: Element, name: string): boolean => element.hasAttribute.call(of, name);
export const boxOf = (of: Element): DOMRect => element.getBoundingClientRect.call(of);

/** What a slot shows in place of its own children. */
export const assignedTo = (slot: Element): Node[] =>
  HTMLSlotElement.prototype.assignedNodes.call(slot as HTMLSlotElement);

/** The element around it, out of shadow roots too. */
export function parentElementOf(of: Element): Element | null {
  const parent = parentOf(of);
  if (!parent) return null;
  if (typeOf(parent) === 1) return parent as Element;
  return parent instanceof ShadowRoot ? parent.host : null;
}

export const holds = (one: Node, other: Node): boolean => node.contains.call(one, other);
