/**
 * What a person can see. Asked only where words matter, and nothing is written in between, so that the
 * browser styles the page and lays it out once at most.
 */
import { boxOf, chainOf, nearest } from './dom';
import { WITHHELD } from './markup';

/**
 * For one look: answers about what is around are remembered.
 *
 * @param root of the document
 */
export function createSight(root: Element): (element: Element) => boolean {
  const open = new Map<Element, boolean>();
  // jsdom, and documents without a window, lay nothing out.
  const hasLayout = boxOf(root).width > 0;

  /** Drawn, not fully transparent, and not clipped to nothing. */
  function isOpen(element: Element): boolean {
    const before = open.get(element);
    if (before !== undefined) return before;
    const { display, opacity, overflow } = getComputedStyle(element);
    const { width, height } = boxOf(element);
    const clips = hasLayout && width * height === 0 && /hidden|clip/.test(overflow);
    const is = display !== 'none' && opacity !== '0' && !clips;
    open.set(element, is);
    return is;
  }

  return (element) => {
    const { display, visibility } = getComputedStyle(element);
    if (/hidden|collapse/.test(visibility) || nearest(element, WITHHELD) || !chainOf(element).every(isOpen))
      return false;
    const { width, height, right, bottom } = boxOf(element);
    // One pixel is the trick that hides text from eyes and leaves it to screen readers.
    const isNowhere = width <= 1 || height <= 1 || right + scrollX <= 0 || bottom + scrollY <= 0;
    return !hasLayout || !isNowhere || display === 'contents';
  };
}

/** The computed height in the stack, of the element or what closely surrounds it; 0 where none. */
export const layerOf = (element: Element): number =>
  Math.max(
    ...chainOf(element)
      .slice(0, 4)
      .map((each) => Number.parseInt(getComputedStyle(each).zIndex, 10) || 0),
  );
