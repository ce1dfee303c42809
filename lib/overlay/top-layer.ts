/** The top layer: what the page has put there, and how our host gets above it. */

/** Popovers came with Chromium 114 and Firefox 125; below them the host lives by its z-index. */
export function hasPopover(host: HTMLElement): boolean {
  return typeof host.showPopover === 'function';
}

export function isRaised(host: HTMLElement): boolean {
  return !hasPopover(host) || host.matches(':popover-open');
}

/** Puts a connected host on top of everything the page has put into the top layer so far. */
export function raise(host: HTMLElement): void {
  if (!hasPopover(host)) return;
  if (host.getAttribute('popover') !== 'manual') host.setAttribute('popover', 'manual');
  if (host.matches(':popover-open')) host.hidePopover();
  host.showPopover();
}

/** Open modal dialogs of this document, those inside shadow roots excepted, in document order. */
export function openModals(document: Document): readonly HTMLDialogElement[] {
  return [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].filter(isModal);
}

/** What shows its own content and no child of ours. */
const HOLDS_NOTHING = 'iframe, frame, object, embed, video, audio, canvas, img, svg, svg *, input, textarea';

/** The part of the page that fills the screen, looked up through open shadow roots; null while none does. */
export function fullScreenPart(document: Document): Element | null {
  let part = document.fullscreenElement;
  while (part?.shadowRoot?.fullscreenElement) part = part.shadowRoot.fullscreenElement;
  return part;
}

/** Whether the host can stand in it, which a frame or a film does not allow. */
export function canHoldHost(part: Element): boolean {
  return !part.matches(HOLDS_NOTHING);
}

export function isModal(element: Element): boolean {
  try {
    return element.matches('dialog:modal');
  } catch {
    return false; // an engine without :modal
  }
}

/** The element at a point of the viewport, looked up through open shadow roots. */
export function deepElementFromPoint(document: Document, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/**
 * What has the keyboard, looked up through open shadow roots and frames of our own origin: Chromium forgets
 * a frame's focused element when the keyboard leaves the frame.
 */
export function deepActiveElement(active: Element): Element {
  for (let deepest = active; ; ) {
    const inner = deepest.shadowRoot?.activeElement ?? innerDocumentOf(deepest)?.activeElement;
    if (!inner || inner === inner.ownerDocument.body) return deepest;
    deepest = inner;
  }
}

/** null for what is no frame, and for a frame of another origin. */
function innerDocumentOf(element: Element): Document | null {
  return 'contentDocument' in element ? (element.contentDocument as Document | null) : null;
}

/** The modal dialog an element belongs to, out through shadow roots. */
export function closestModal(element: Element | null): HTMLDialogElement | null {
  for (let node: Node | null = element; node; node = parentAcrossRoots(node)) {
    if (node.nodeType === node.ELEMENT_NODE && isModal(node as Element)) return node as HTMLDialogElement;
  }
  return null;
}

/**
 * A node's parent, and a shadow root's host. No `instanceof`: the practice page mounts us into frames of
 * its own, whose classes are others.
 */
export function parentAcrossRoots(node: Node): Node | null {
  if (node.parentNode) return node.parentNode;
  return node.nodeType === node.DOCUMENT_FRAGMENT_NODE && 'host' in node ? (node as ShadowRoot).host : null;
}
