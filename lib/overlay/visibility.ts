import { deepElementFromPoint, parentAcrossRoots } from './top-layer';

/**
 * What a person can see of a control now. `under-card`: only our own card hides it.
 */
export type View = 'shown' | 'under-card' | 'covered' | 'off-screen' | 'gone';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Less than this many pixels of a control cannot be pointed at. */
const LEAST_SIDE = 3;

export function intersect(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Whether nothing of it is left that could be pointed at. */
export function isTooSmall(box: Box): boolean {
  return box.right - box.left < LEAST_SIDE || box.bottom - box.top < LEAST_SIDE;
}

/** Ancestors that cut off what overflows them, inside out: those on the chain of containing blocks. */
export function clippingAncestors(element: Element): readonly Element[] {
  const clips: Element[] = [];
  const { defaultView: view, body, documentElement } = element.ownerDocument;
  if (!view) return clips;
  let { position } = view.getComputedStyle(element);
  for (let node = parentAcrossRoots(element); node; node = parentAcrossRoots(node)) {
    if (node === documentElement) break;
    if (node.nodeType !== node.ELEMENT_NODE) continue;
    const ancestor = node as Element;
    const style = view.getComputedStyle(ancestor);
    if (!contains(style, position)) continue;
    // The viewport takes the body's overflow over, unless the root has one of its own.
    const isViewport = ancestor === body && !isClipping(view.getComputedStyle(documentElement));
    if (isClipping(style) && !isViewport) clips.push(ancestor);
    position = style.position;
  }
  return clips;
}

function isClipping({ overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return overflowX !== 'visible' || overflowY !== 'visible';
}

/** Whether an ancestor is on the chain of containing blocks of something positioned like this. */
function contains(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== 'absolute' && position !== 'fixed') return true;
  const { transform, translate, rotate, scale, filter, backdropFilter, perspective } = style;
  const captures =
    // Properties an older engine lacks are undefined.
    [transform, translate, rotate, scale, filter, backdropFilter, perspective].some(
      (value) => value && value !== 'none',
    ) ||
    /transform|translate|rotate|scale|filter|perspective|contain/.test(style.willChange) ||
    /paint|layout|strict|content/.test(style.contain);
  return captures || (position === 'absolute' && style.position !== 'static');
}

/** The part of a box that its scrolling ancestors and the viewport leave. */
export function visibleBox(box: Box, clips: readonly Element[], document: Document): Box {
  // Not the root element's client size: in quirks mode that is the element's own.
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  const viewport = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return clips.reduce(
    (rest, clip) => intersect(rest, clip.getBoundingClientRect()),
    intersect(box, viewport),
  );
}

/** Whether the element is rendered and not transparent; the ring's own geometry says the rest. */
export function isRendered(element: Element): boolean {
  if (!element.checkVisibility) return true;
  return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
}

/** `box` is the element's own, `visible` what scrolling leaves of it. */
export function viewOf(element: Element, box: Box, visible: Box, isOurs: (hit: Element) => boolean): View {
  if (isTooSmall(box) || !isRendered(element)) return 'gone';
  if (isTooSmall(visible)) return 'off-screen';
  const document = element.ownerDocument;
  const hits = samplePoints(visible).map(([x, y]) => {
    const hit = deepElementFromPoint(document, x, y);
    if (!hit) return 'off-screen';
    if (isOurs(hit)) return 'under-card';
    return isSameOrRelated(hit, element) ? 'shown' : 'covered';
  });
  const count = (view: View) => hits.filter((hit) => hit === view).length;
  // Two of five: a toast over a corner does not hide a control, a veil does.
  if (count('shown') >= 2) return frameView(document, visible);
  return count('under-card') > count('covered') ? 'under-card' : 'covered';
}

/** The centre first, then four points half way to the corners. */
function samplePoints({ left, top, right, bottom }: Box): readonly (readonly [number, number])[] {
  const [width, height] = [right - left, bottom - top];
  const at = (x: number, y: number) => [left + width * x, top + height * y] as const;
  return [at(0.5, 0.5), at(0.2, 0.25), at(0.8, 0.25), at(0.2, 0.75), at(0.8, 0.75)];
}

/** A hit on the control, on something inside it, or on what it lies in (a control that takes no pointer). */
function isSameOrRelated(hit: Element, element: Element): boolean {
  const isInside = (inner: Element, outer: Element) => {
    for (let node: Node | null = inner; node; node = parentAcrossRoots(node)) if (node === outer) return true;
    return false;
  };
  return isInside(hit, element) || isInside(element, hit) || isLabelOf(hit, element);
}

/** A styled radio or tick box lies invisible under its label. */
function isLabelOf(hit: Element, element: Element): boolean {
  const label = hit.closest('label');
  return label !== null && (label as HTMLLabelElement).control === element;
}

/**
 * The same question one frame further out, as far as frames of our own origin go: a page may lay its
 * dialog over the frame, which the frame itself cannot see.
 */
function frameView(document: Document, box: Box): View {
  const frame = frameElementOf(document);
  if (!frame) return 'shown';
  const outer = frame.getBoundingClientRect();
  const x = outer.left + frame.clientLeft + (box.left + box.right) / 2;
  const y = outer.top + frame.clientTop + (box.top + box.bottom) / 2;
  const hit = deepElementFromPoint(frame.ownerDocument, x, y);
  if (!hit) return 'off-screen';
  if (hit !== frame) return isForeignHost(hit) ? 'under-card' : 'covered';
  return frameView(frame.ownerDocument, { left: x, top: y, right: x, bottom: y });
}

function frameElementOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null; // another origin
  }
}

/**
 * Our host in a document whose overlay we cannot ask (each frame has its own global object). A page that
 * imitates it only makes us draw a ring that it covers itself.
 */
function isForeignHost(hit: Element): boolean {
  return (
    hit.localName === 'div' && hit.childNodes.length === 0 && hit.getAttributeNames().join() === 'popover'
  );
}
