/** Builds a still again, node by node: no text of a page is ever parsed as HTML of ours. */
import type { Still, StillElement, StillNode } from './model';

/**
 * Fills a document with a still; what was in it goes. Open shadow roots become plain content: a document of another
 * window has classes of its own, and recognition would lose its way in them.
 *
 * @returns its elements in the still's own order (`TakenStill.orderOf`), the body first
 */
export function buildStill(still: Still, document: Document): readonly Element[] {
  const elements: Element[] = [document.body];
  document.title = still.title;
  for (const name of document.body.getAttributeNames()) document.body.removeAttribute(name);
  document.body.replaceChildren();
  fill(document.body, still.body);
  return elements;

  function fill(element: HTMLElement, from: StillElement): void {
    for (const [name, value] of Object.entries(from.attributes)) {
      // A handler's text is never kept, and an empty one never run: only that there was one counts.
      element.setAttribute(name, value);
    }
    for (const [name, value] of Object.entries(from.style)) element.style.setProperty(name, value);
    for (const node of [...(from.shadow ?? []), ...from.children]) add(element, node);
  }

  function add(parent: Element, node: StillNode): void {
    if (typeof node === 'string') {
      parent.append(node);
      return;
    }
    const element = document.createElement(node.tag);
    elements.push(element);
    parent.append(element);
    fill(element, node);
  }
}
