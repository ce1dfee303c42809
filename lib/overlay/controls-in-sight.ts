import { parentAcrossRoots } from './top-layer';
import { clippingAncestors, viewOf, visibleBox } from './visibility';

/** More numbers than this on one screen help nobody. */
const MOST = 99;

export const CONTROL = [
  'button',
  'a[href]',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'summary',
  '[contenteditable=""]',
  '[contenteditable="true"]',
  '[onclick]',
  ...[
    'button',
    'link',
    'tab',
    'menuitem',
    'checkbox',
    'radio',
    'switch',
    'option',
    'combobox',
    'textbox',
    'treeitem',
  ].map((role) => `[role="${role}"]`),
].join();

/**
 * What a person can click or type into, as far as it can be seen in this document now, in document order.
 * Old pages make a control of any element by a script; the hand that shows over it tells. Nothing is read
 * but geometry, style and role.
 */
export function controlsInSight(document: Document, isOurs: (hit: Element) => boolean): readonly Element[] {
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  const found: Element[] = [];
  for (const element of allElements(document)) {
    if (isOurs(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) continue;
    if (!element.matches(CONTROL) && !hasHandOfItsOwn(element)) continue;
    const visible = visibleBox(box, clippingAncestors(element), document);
    if (viewOf(element, box, visible, isOurs) === 'shown') found.push(element);
  }
  return innermost(found).slice(0, MOST);
}

/** Through open shadow roots, without recursion: pages nest thousands deep. */
function* allElements(document: Document): Generator<Element> {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
}

/** `cursor: pointer` set on the element, not inherited from a control around it. */
function hasHandOfItsOwn(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  const parent = element.parentElement;
  if (view?.getComputedStyle(element).cursor !== 'pointer') return false;
  return !parent || view.getComputedStyle(parent).cursor !== 'pointer';
}

/** A row that can be clicked holds a button that can be clicked: the button is meant. */
function innermost(elements: readonly Element[]): readonly Element[] {
  const around = new Set<Node>();
  for (const element of elements) {
    for (let node = parentAcrossRoots(element); node; node = parentAcrossRoots(node)) {
      if (around.has(node)) break;
      around.add(node);
    }
  }
  return elements.filter((element) => !around.has(element));
}
