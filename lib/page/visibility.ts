/**
 * What a person can see. The walk asks for style at every element, and for layout only where words matter;
 * nothing is written in between, so that the browser lays the page out once at most.
 */
import { attributeOf, boxOf, carries, ownerOf, parentElementOf, rootOf, tagOf } from './dom';

/** jsdom and documents without a window have no layout: there nothing is flat. */
const hasLayout = (element: Element): boolean => boxOf(rootOf(ownerOf(element)) as Element).width > 0;

/**
 * Takes no room, or lies outside what can be scrolled to. One pixel is the trick that hides text from
 * eyes and leaves it to screen readers.
 */
export function isFlat(element: Element): boolean {
  const { width, height, right, bottom } = boxOf(element);
  const isNowhere = width <= 1 || height <= 1 || right + scrollX <= 0 || bottom + scrollY <= 0;
  // A `display: contents` element makes no box of its own, yet its words are seen.
  return isNowhere && hasLayout(element) && getComputedStyle(element).display !== 'contents';
}

/**
 * Hides everything in it, whatever that is: not drawn, fully transparent, clipped to nothing, withheld
 * from everybody or from assistive technology.
 */
export function isShut(element: Element, tag: string, style: CSSStyleDeclaration): boolean {
  return (
    style.display === 'none' ||
    style.opacity === '0' ||
    (/hidden|clip/.test(style.overflow) && isFlat(element)) ||
    carries(element, 'hidden') ||
    carries(element, 'inert') ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    (tag === 'dialog' && !carries(element, 'open')) ||
    (tag !== 'summary' && isFolded(parentElementOf(element)))
  );
}

/** The content of a `details` that is not open. */
const isFolded = (parent: Element | null): boolean =>
  !!parent && tagOf(parent) === 'details' && !carries(parent, 'open');

/** The computed height in the stack, of the element or what closely surrounds it; 0 where none. */
export function layerOf(element: Element): number {
  let layer = 0;
  let at: Element | null = element;
  for (let steps = 0; at && steps < 4; steps += 1, at = parentElementOf(at)) {
    layer = Math.max(layer, Number.parseInt(getComputedStyle(at).zIndex, 10) || 0);
  }
  return layer;
}
