/**
 * Reading a hostile document. A form with an input named `children` or `getAttribute` answers with that
 * input instead of its own property (DOM clobbering), in our isolated world too, and so does `document`.
 * So nothing is read through the node itself: accessors are taken from the prototypes.
 */

/** A method as a function of the node it is called on; bound, so that no code of ours stands in between. */
const uncurry = <T extends (...args: never[]) => unknown>(method: T) =>
  Function.prototype.call.bind(method) as (of: Node, ...args: Parameters<T>) => ReturnType<T>;

const accessor = <T>(prototype: object, name: string): ((of: Node) => T) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  return get ? uncurry(get) : () => undefined as T;
};

const node = Node.prototype;
const element = Element.prototype;
const page = Document.prototype;

const parentNodeOf = accessor<Node | null>(node, 'parentNode');
const parentElementOf = accessor<Element | null>(node, 'parentElement');
/** 1 element, 3 text, 11 shadow root. */
export const typeOf = accessor<number>(node, 'nodeType');
export const ownerOf = accessor<Document>(node, 'ownerDocument');
export const dataOf = accessor<string>(CharacterData.prototype, 'data');
export const textOf = accessor<string>(node, 'textContent');
export const childCountOf = accessor<number>(element, 'childElementCount');
/** Lower case for HTML. */
export const tagOf = accessor<string>(element, 'localName');
export const openShadowOf = accessor<ShadowRoot | null>(element, 'shadowRoot');
export const rootOf = accessor<Element>(page, 'documentElement');
export const titleOf = accessor<string>(page, 'title');
export const viewOf = /* @__PURE__ */ accessor<Window | null>(page, 'defaultView');

/** The attribute, or an empty string. */
export const attributeOf = (of: Element, name: string): string => element.getAttribute.call(of, name) ?? '';
export const carries = /* @__PURE__ */ uncurry(element.hasAttribute);
export const isDisabled = (of: Element): boolean =>
  carries(of, 'disabled') || attributeOf(of, 'aria-disabled') === 'true';
export const matches: (of: Element, selector: string) => boolean = uncurry(element.matches);
export const findIn: (of: Element, selector: string) => Element | null = uncurry(element.querySelector);
export const countIn = (of: Element, selector: string): number =>
  element.querySelectorAll.call(of, selector).length;
/** Whether there are more elements in an element than so many; no more of them are counted. */
export const holdsMore = (of: Element, than: number): boolean =>
  element.getElementsByTagName.call(of, '*').item(than) !== null;
export const findAllIn = (of: Element, selector: string): Element[] => [
  ...element.querySelectorAll.call(of, selector),
];
export const boxOf: (of: Element) => DOMRect = uncurry(element.getBoundingClientRect);
export const holds: (one: Node, other: Node) => boolean = uncurry(node.contains);

/** Whether one stands after the other in the document. */
export const follows = (one: Node, other: Node): boolean =>
  (node.compareDocumentPosition.call(other, one) & 4) !== 0;

/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`, and the latter alone, in fewer bytes. */
const ELEMENTS_AND_TEXTS = 5;
const TEXTS = 4;

/** Over all elements and texts below a node. */
export const walkerOf = (document: Document, from: Node): TreeWalker =>
  page.createTreeWalker.call(document, from, ELEMENTS_AND_TEXTS);

/** Over all texts below a node. */
export const textsOf = (document: Document, from: Node): TreeWalker =>
  page.createTreeWalker.call(document, from, TEXTS);

/** The element around a node, out of shadow roots too. */
export function parentOf(of: Node): Element | null {
  const parent = parentElementOf(of);
  if (parent) return parent;
  const root = parentNodeOf(of);
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * An element and those around it, from the inside out.
 *
 * @param most how many, at most
 */
export function chainOf(of: Element | null, most = Number.POSITIVE_INFINITY): Element[] {
  const chain: Element[] = [];
  for (let at = of; at && chain.length < most; at = parentOf(at)) chain.push(at);
  return chain;
}

/** The nearest that matches, itself included, out of shadow roots too. */
export function nearest(of: Element, selector: string): Element | null {
  const found = element.closest.call(of, selector);
  if (found) return found;
  const root = node.getRootNode.call(of);
  return root instanceof ShadowRoot ? nearest(root.host, selector) : null;
}

/** Whether an element is a cell of a table of records: three cells in its row, or more. */
export function isRecord(element: Element): boolean {
  const row = nearest(element, 'td') && nearest(element, 'tr');
  return !!row && row.childElementCount > 2;
}
