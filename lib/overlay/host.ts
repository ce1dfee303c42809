import { every } from '@/lib/content/scheduling';
import { type Contest, createContest } from './contest';
import { isHostSeen, watchCover } from './cover-watch';
import { HostHomes } from './host-homes';
import { addStyle, HOST_CSS } from './host-style';
import { inheritedZoom } from './inherited-zoom';
import type { LayerOptions, Overlay, Surroundings } from './overlay';
import {
  canHoldHost,
  closestModal,
  deepElementFromPoint,
  fullScreenPart,
  hasPopover,
  isModal,
  isRaised,
  raise,
} from './top-layer';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** How often the host's standing is looked at when nothing announced a change, in milliseconds. */
const CHECK_EVERY = 700;
/** So many checks in a row unseen, and we are gone: a page may hide itself while it loads. */
const UNSEEN_FOR = 12;

/** The card and the pointer are two bundles in one isolated world; this is where they meet. */
const SHARED = Symbol.for('rebind.overlays');
type Shared = typeof globalThis & { [SHARED]?: WeakMap<Document, Overlay> };

/** The document's overlay; the same for every module of ours in it. */
export function overlayOf(document: Document): Overlay {
  const shared = globalThis as Shared;
  shared[SHARED] ??= new WeakMap();
  const known = shared[SHARED].get(document);
  if (known) return known;
  const overlay = new DocumentOverlay(document);
  shared[SHARED].set(document, overlay);
  return overlay;
}

class DocumentOverlay implements Overlay {
  readonly #document: Document;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #stage: HTMLElement;
  readonly #contest: Contest;
  readonly #layers = new Set<LayerOptions>();
  readonly #styles = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #homes: HostHomes;
  #ring: DOMRectReadOnly | null = null;
  /** Where we put the host last. */
  #home: Element | null = null;
  #watch: AbortController | null = null;
  #rootElement: Element | null = null;
  #isCovered = false;
  #unseen = 0;
  /** While it is above 0, layers are hidden by ourselves. */
  #waysMade = 0;
  #lost = false;

  constructor(document: Document) {
    this.#document = document;
    this.#host = document.createElementNS(XHTML, 'div') as HTMLElement;
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    this.#stage = document.createElementNS(XHTML, 'div') as HTMLElement;
    this.#stage.className = 'stage';
    this.#root.append(this.#stage);
    this.#homes = new HostHomes(document);
    this.#contest = createContest(() => performance.now());
    this.#addStyle(HOST_CSS);
  }

  addLayer(options: LayerOptions): HTMLElement {
    const root = this.#document.createElementNS(XHTML, 'div') as HTMLElement;
    if (this.#lost) queueMicrotask(options.onLost);
    if (this.#lost || options.signal.aborted) return root;
    this.#addStyle(options.css);
    this.#stage.append(root);
    this.#layers.add(options);
    options.signal.addEventListener('abort', () => this.#removeLayer(options, root), { once: true });
    if (!this.#watch) this.#enter();
    return root;
  }

  setRing(rect: DOMRectReadOnly | null): void {
    // A ring that stays where it is, while something comes over it, is no change of the surroundings.
    if (JSON.stringify(rect) === JSON.stringify(this.#ring)) return;
    this.#ring = rect;
    this.#tell();
  }

  /** CSS `zoom` reaches even the top layer; the stage undoes what it inherits. */
  undoZoom(): void {
    const zoom = String(1 / inheritedZoom(this.#host));
    if (this.#stage.style.getPropertyValue('zoom') !== zoom) this.#stage.style.setProperty('zoom', zoom);
  }

  surroundings(): Surroundings {
    const home = this.#host.parentElement;
    return { ring: this.#ring, dialog: home && isModal(home) ? home : null };
  }

  onSurroundings(hear: () => void, signal: AbortSignal): void {
    this.#listeners.add(hear);
    signal.addEventListener('abort', () => this.#listeners.delete(hear), { once: true });
  }

  guard(element: Element, signal: AbortSignal): void {
    const hear = (covered: boolean) => {
      this.#isCovered = covered;
    };
    watchCover(element, hear, signal);
    signal.addEventListener('abort', () => hear(false), { once: true });
  }

  makeWay(layer: HTMLElement | null, signal: AbortSignal): void {
    if (signal.aborted) return;
    const hidden = ([...this.#stage.children] as HTMLElement[]).filter((each) => each !== layer);
    for (const each of hidden) each.style.setProperty('display', 'none', 'important');
    this.#waysMade += 1;
    const comeBack = () => {
      for (const each of hidden) each.style.removeProperty('display');
      this.#waysMade -= 1;
    };
    signal.addEventListener('abort', comeBack, { once: true });
  }

  isHost(element: Element | null): boolean {
    return element === this.#host;
  }

  // --- coming and going -------------------------------------------------------------------------------

  #removeLayer(options: LayerOptions, root: HTMLElement): void {
    root.remove();
    this.#layers.delete(options);
    if (this.#layers.size === 0) this.#leave();
  }

  #enter(): void {
    this.#watch = new AbortController();
    this.#move(this.#homes.topmost(this.#host.parentElement));
    this.#observe(this.#watch.signal);
  }

  /** `document.open()` took the root element and every listener with it. */
  #enterAgain(): void {
    if (!this.#spend('hostile')) return;
    this.#watch?.abort();
    this.#enter();
  }

  #leave(): void {
    this.#watch?.abort();
    this.#watch = null;
    this.#host.remove();
  }

  #lose(): void {
    this.#lost = true;
    this.#leave();
    for (const { onLost } of [...this.#layers]) onLost();
  }

  #addStyle(css: string): void {
    if (this.#styles.has(css)) return;
    this.#styles.add(css);
    addStyle(this.#root, css);
  }

  #tell(): void {
    for (const hear of this.#listeners) hear();
  }

  // --- where the host stands --------------------------------------------------------------------------

  #move(home: Element | null): void {
    if (!home) return;
    this.#home = home;
    this.#keepingFocus(() => {
      home.append(this.#host);
      raise(this.#host);
    });
    this.undoZoom();
    this.#tell();
  }

  /** Puts the host on top again where it stands. */
  #raise(): void {
    this.#keepingFocus(() => {
      if (hasPopover(this.#host)) raise(this.#host);
      else this.#host.parentNode?.append(this.#host);
    });
  }

  /** Moving or raising the host blurs what was focused inside it. */
  #keepingFocus(change: () => void): void {
    const focused = this.#root.activeElement;
    change();
    if (focused && this.#root.activeElement !== focused) {
      (focused as HTMLElement).focus({ preventScroll: true });
    }
  }

  // --- watching ---------------------------------------------------------------------------------------

  #observe(signal: AbortSignal): void {
    const { documentElement } = this.#document;
    this.#rootElement = documentElement;
    const settle = () => this.#settle();
    const opens = { subtree: true, attributes: true, attributeFilter: ['open'] };
    observe(this.#document, opens, (records) => this.#dialogsChanged(records), signal);
    observe(this.#document, { childList: true }, settle, signal);
    if (documentElement) observe(documentElement, { childList: true }, settle, signal);
    observe(this.#host, { attributes: true }, settle, signal);
    const toggled = (event: Event) => this.#toggled(event);
    this.#document.addEventListener('toggle', toggled, { capture: true, signal });
    this.#document.addEventListener('fullscreenchange', () => this.#screenChanged(), { signal });
    every(CHECK_EVERY, () => this.#check(), signal);
  }

  #dialogsChanged(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      if (isModal(target as Element)) this.#homes.opened(target as Element);
    }
    this.#settle();
  }

  #toggled(event: Event): void {
    const target = event.target as HTMLElement;
    // Into a modal dialog the host moves, which raises it.
    const opened = target !== this.#host && target.popover && (event as ToggleEvent).newState === 'open';
    if (opened && target !== this.#host.parentElement) this.#climb();
    else this.#settle();
  }

  #screenChanged(): void {
    const part = fullScreenPart(this.#document);
    if (part) this.#homes.opened(part);
    this.#climb();
  }

  /** The page put something into the top layer: go above it. */
  #climb(): void {
    this.#settle();
    if (this.#watch && this.#spend('harmless')) this.#raise();
  }

  /** Puts right what the page undid; does nothing when nothing is wrong. */
  #settle(): void {
    if (!this.#watch) return;
    if (this.#document.documentElement !== this.#rootElement) {
      this.#enterAgain();
      return;
    }
    const strays = this.#host.getAttributeNames().filter((name) => name !== 'popover');
    const tampered = strays.length > 0 || (hasPopover(this.#host) && this.#host.popover !== 'manual');
    if (tampered) {
      if (!this.#spend('hostile')) return;
      for (const name of strays) this.#host.removeAttribute(name);
    }
    const home = this.#homes.topmost(this.#host.parentElement);
    if (this.#host.parentNode !== home) {
      // A dialog that opens, closes or is thrown away with us in it is the page's right; taking the host out of
      // where we put it is a contest.
      if (!this.#spend(this.#host.parentNode === this.#home ? 'harmless' : 'hostile')) return;
      this.#move(home);
    } else if (tampered || !isRaised(this.#host)) {
      if (!tampered && !this.#spend('hostile')) return;
      this.#raise();
    }
  }

  /** What no event tells: a layer that cannot be reached because something lies over it or makes it inert. */
  #check(): void {
    this.#settle();
    if (!this.#watch) return;
    this.undoZoom();
    this.#unseen = isHostSeen(this.#host, hasPopover(this.#host)) ? 0 : this.#unseen + 1;
    if (this.#unseen >= UNSEEN_FOR) this.#lose();
    else this.#uncover();
  }

  #uncover(): void {
    // What we hide ourselves nobody covers.
    if (this.#waysMade > 0) return;
    // A film in full screen takes the clicks; that is the person's wish, and no contest.
    const filling = fullScreenPart(this.#document);
    if (filling && !canHoldHost(filling)) return;
    const points = [...this.#layers].flatMap(({ probe }) => probe?.() ?? []);
    const hits = points.map(({ x, y }) => deepElementFromPoint(this.#document, x, y));
    // Our own parts are met where the page we are mounted in by itself (tests, the practice page) opens every root.
    const cover = hits.find((hit) => hit && hit !== this.#host && hit.getRootNode() !== this.#root);
    const modal = cover ? closestModal(cover) : null;
    if (modal && modal !== this.#host.parentElement) {
      this.#homes.opened(modal);
      if (this.#spend('harmless')) this.#move(modal);
    } else if ((cover || this.#isCovered) && this.#spend('hostile')) this.#raise();
  }

  #spend(kind: 'hostile' | 'harmless'): boolean {
    if (this.#contest.spend(kind)) return true;
    this.#lose();
    return false;
  }
}

function observe(
  node: Node,
  options: MutationObserverInit,
  hear: MutationCallback,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver(hear);
  observer.observe(node, options);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
