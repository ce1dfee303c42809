/** What ring, card and numbers see of the host they share. */

export interface LayerOptions {
  readonly css: string;
  /** The layer lives until it aborts. */
  readonly signal: AbortSignal;
  /** The page won the contest; the overlay is gone from this document for good. */
  readonly onLost: () => void;
  /** Points of the viewport where the layer must be reachable by the mouse. */
  readonly probe?: (() => readonly Point[]) | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the card has to keep clear of: the ringed control and the page's modal dialog. */
export interface Surroundings {
  readonly ring: DOMRectReadOnly | null;
  readonly dialog: Element | null;
}

/**
 * Our one element in a document (design.md §3.1), shared by card and ring: a `div` without attributes but
 * `popover`, a closed root, nothing else in the page touched. It is there only while a layer is.
 */
export interface Overlay {
  /** Adds a layer; later ones lie above earlier ones. Returns the element to draw in. */
  addLayer(options: LayerOptions): HTMLElement;
  /** Told by the ring, in viewport pixels; null while no ring is drawn. */
  setRing(rect: DOMRectReadOnly | null): void;
  /**
   * Takes back what the page's zoom does to our layers. Called before anything is put in its place: undone later, it would
   * move what stands there.
   */
  undoZoom(): void;
  surroundings(): Surroundings;
  /** Hears that the surroundings changed. */
  onSurroundings(hear: () => void, signal: AbortSignal): void;
  /** Notices what is painted over this element of a layer, and goes above it, within limits. */
  guard(element: Element, signal: AbortSignal): void;
  /**
   * Hides every layer that is there now, but for one, until the signal aborts: card and ring make way while a helpdesk
   * looks at the page itself.
   */
  makeWay(layer: HTMLElement | null, signal: AbortSignal): void;
  /** Whether this element is our host. */
  isHost(element: Element | null): boolean;
}
