/**
 * What a person can see. Style first, layout only for the few elements whose words matter, and nothing is
 * written in between, so that the browser lays the page out once at most.
 */
import { attributeOf, boxOf, carries, parentElementOf, rectsOf, rootOf, tagOf, viewOf } from './dom';

const { checkVisibility } = Element.prototype as { checkVisibility?: Element['checkVisibility'] };

const styleOf = (view: Window, element: Element) => view.getComputedStyle(element);

export interface Sight {
  /** Whether the element makes a box. Asked from the root downwards: ancestors are known to make one. */
  isRendered(element: Element): boolean;
  /** Whether the words in this element can be seen. Dearer; answers are remembered. */
  isSeen(element: Element): boolean;
  /** The computed position in the stack, 0 where none. */
  layerOf(element: Element): number;
  hasPointer(element: Element): boolean;
}

/** For one look at one document: answers are remembered and go stale with the next change. */
export function createSight(document: Document): Sight {
  const view = viewOf(document);
  const root = rootOf(document);
  /** A document without a window (a parser's) has no style; jsdom has style and no layout. */
  const hasLayout = !!view && !!root && rectsOf(root).length > 0;
  const known = new Map<Element, boolean>();

  function isRendered(element: Element): boolean {
    if (!view || !checkVisibility || !hasLayout) {
      if (carries(element, 'hidden')) return false;
      return view ? styleOf(view, element).display !== 'none' : !/display:\s*none/.test(inlineOf(element));
    }
    // A `display: contents` element makes no box of its own, yet its children do.
    return checkVisibility.call(element) || styleOf(view, element).display === 'contents';
  }

  /** An ancestor that takes no room and clips, or is fully transparent, hides what is in it. */
  function isShut(element: Element, window: Window): boolean {
    const style = styleOf(window, element);
    if (style.opacity === '0') return true;
    if (!hasLayout || style.overflow === 'visible' || style.display === 'contents') return false;
    const box = boxOf(element);
    return box.width === 0 || box.height === 0;
  }

  /** Climbs until an answer is known: no recursion, since pages may nest thousands deep. */
  function isOpen(element: Element, window: Window): boolean {
    const climbed: Element[] = [];
    let open = true;
    for (let at: Element | null = element; at; at = parentElementOf(at)) {
      const before = known.get(at);
      if (before !== undefined) {
        open = before;
        break;
      }
      known.set(at, false); // also ends a cycle of slots, should there be one
      climbed.push(at);
    }
    for (const at of climbed.reverse()) {
      open = open && !isShut(at, window);
      known.set(at, open);
    }
    return open;
  }

  function isSeen(element: Element): boolean {
    if (!view) return true;
    const style = styleOf(view, element);
    if (style.visibility !== 'visible' && style.visibility !== '') return false;
    if (hasLayout && style.display !== 'contents') {
      const box = boxOf(element);
      // One pixel is the trick that hides text from eyes and leaves it to screen readers.
      if (box.width <= 1 || box.height <= 1) return false;
      if (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) return false;
    }
    return isOpen(element, view);
  }

  function layerOf(element: Element): number {
    if (!view) return 0;
    let layer = 0;
    let at: Element | null = element;
    for (let steps = 0; at && steps < 4; steps += 1) {
      layer = Math.max(layer, Number.parseInt(styleOf(view, at).zIndex, 10) || 0);
      at = parentElementOf(at);
    }
    return layer;
  }

  return {
    isRendered,
    isSeen,
    layerOf,
    hasPointer: (element) => !!view && styleOf(view, element).cursor === 'pointer',
  };
}

const inlineOf = (element: Element): string => attributeOf(element, 'style') ?? '';

/** Taken away from everybody or from assistive technology: no evidence either way. */
export const isWithheld = (element: Element): boolean =>
  carries(element, 'inert') ||
  attributeOf(element, 'aria-hidden') === 'true' ||
  (tagOf(element) === 'dialog' && !carries(element, 'open'));
