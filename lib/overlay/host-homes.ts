import { canHoldHost, fullScreenPart, isModal, openModals } from './top-layer';

/**
 * Where the host has to stand. A modal dialog makes everything outside it inert, and so does a part in full
 * screen (Chromium): the host goes into the topmost of them. Which is topmost no property tells; it is the
 * one that was seen to open last.
 */
export class HostHomes {
  readonly #document: Document;
  readonly #opened = new WeakMap<Element, number>();
  #openings = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  /** It opened just now, or shows itself to be on top. */
  opened(element: Element): void {
    this.#opened.set(element, ++this.#openings);
  }

  /** @param present where the host stands: a modal in a shadow root, which the document does not list */
  topmost(present: Element | null): Element | null {
    const filling = fullScreenPart(this.#document);
    const known = present && isModal(present) ? [present] : [];
    const screen = filling && canHoldHost(filling) ? [filling] : [];
    const homes = [...new Set<Element>([...known, ...openModals(this.#document), ...screen])];
    for (const home of homes) if (!this.#opened.has(home)) this.opened(home);
    const order = (home: Element) => this.#opened.get(home) ?? 0;
    return homes.sort((a, b) => order(a) - order(b)).at(-1) ?? this.#document.documentElement;
  }
}
