/**
 * What a person can see. Asked only where words matter, and nothing is written in between, so that the
 * browser styles the page and lays it out once at most.
 */
import { boxOf, chainOf, nearest, ownerOf, rootOf } from './dom';
import { WITHHELD } from './markup';

const { checkVisibility } = Element.prototype as { checkVisibility?: Element['checkVisibility'] };

/** Whether an element is drawn: not transparent, with some size, and not outside what can be scrolled to. */
export function isDrawn(element: Element): boolean {
  const { width, height, right, bottom } = boxOf(element);
  if (!checkVisibility || (!width && !boxOf(rootOf(ownerOf(element))).width)) {
    // jsdom, and documents without a window, lay nothing out.
    return (
      getComputedStyle(element).visibility !== 'hidden' &&
      chainOf(element).every((each) => getComputedStyle(each).display !== 'none')
    );
  }
  // One pixel is the trick that hides text from eyes and leaves it to screen readers.
  const isSomewhere = width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0;
  // The names of these options that Chromium 109 knows.
  return isSomewhere && checkVisibility.call(element, { checkOpacity: true, checkVisibilityCSS: true });
}

/** Whether the words in an element can be seen: drawn, and not withheld from anybody. */
export const isSeen = (element: Element): boolean => !nearest(element, WITHHELD) && isDrawn(element);

/** Whether the mouse pointer over an element says that it can be pressed. */
export const isLit = (element: Element): boolean => getComputedStyle(element).cursor === 'pointer';

/**
 * Whether something around an element takes no room and clips what is in it. Dearer: asked before a
 * control is pointed at.
 */
export const isClipped = (element: Element): boolean =>
  chainOf(element).some((each) => {
    const { width, height } = boxOf(each);
    return (
      Math.min(width, height) < 1 &&
      /hidden|clip|scroll|auto/.test(getComputedStyle(each).overflow) &&
      getComputedStyle(each).display !== 'contents'
    );
  });

/** The computed height in the stack, of the element or what closely surrounds it; 0 where none. */
export const layerOf = (element: Element): number =>
  Math.max(...chainOf(element, 4).map((each) => Number.parseInt(getComputedStyle(each).zIndex, 10) || 0));
