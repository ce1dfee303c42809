/**
 * What a person can see. Asked only where words matter, and nothing is written in between, so that the
 * browser styles the page and lays it out once at most.
 */
import { boxOf, chainOf, nearest, ownerOf, rootOf } from './dom';
import { WITHHELD } from './markup';

const { checkVisibility } = Element.prototype as { checkVisibility?: Element['checkVisibility'] };

/** For one look: answers about what is around are remembered. */
export function createSight(): (element: Element) => boolean {
  const clipping = new Map<Element, boolean>();

  /** Takes no room and clips what is in it. */
  function isClipping(element: Element): boolean {
    let clips = clipping.get(element);
    if (clips === undefined) {
      const { width, height } = boxOf(element);
      clips = width * height === 0 && /hidden|clip/.test(getComputedStyle(element).overflow);
      clipping.set(element, clips);
    }
    return clips;
  }

  return (element) => {
    const { display, visibility } = getComputedStyle(element);
    if (nearest(element, WITHHELD) || visibility !== 'visible') return false;
    // jsdom, and documents without a window, lay nothing out.
    if (!boxOf(rootOf(ownerOf(element))).width)
      return !chainOf(element).some((each) => getComputedStyle(each).display === 'none');
    if (display === 'contents') return true;
    const { width, height, right, bottom } = boxOf(element);
    return (
      // One pixel is the trick that hides text from eyes and leaves it to screen readers.
      width > 1 &&
      height > 1 &&
      right + scrollX > 0 &&
      bottom + scrollY > 0 &&
      (checkVisibility?.call(element, { checkOpacity: true }) ?? true) &&
      !chainOf(element).some(isClipping)
    );
  };
}

/** The computed height in the stack, of the element or what closely surrounds it; 0 where none. */
export const layerOf = (element: Element): number =>
  Math.max(
    ...chainOf(element)
      .slice(0, 4)
      .map((each) => Number.parseInt(getComputedStyle(each).zIndex, 10) || 0),
  );
