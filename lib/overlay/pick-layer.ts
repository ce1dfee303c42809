/**
 * A pane of ours over a document while a person picks a control: it outlines what is under the mouse and takes the
 * click, so that nothing of the page hears it (docs/decisions/021-picker.md).
 */
import { onEachFrame } from '@/lib/content/scheduling';
import type { Overlay } from './overlay';

export interface PickLayerOptions {
  readonly signal: AbortSignal;
  readonly onLost: () => void;
  /** The control that an element belongs to. */
  readonly controlAt: (hit: Element) => Element;
  /** What is said of a control while the mouse is over it. */
  readonly describe: (control: Element) => string;
  /** Stands at the top of the page; null: in an inner frame nothing does. */
  readonly banner: string | null;
  readonly onPick: (control: Element) => void;
  readonly onEscape: () => void;
}

const PICK_CSS = `
.pick-pane { position: fixed; inset: 0; pointer-events: auto; cursor: crosshair; }
.pick-outline { position: fixed; left: 0; top: 0; box-sizing: border-box; pointer-events: none; border: 2px dashed #0b57d0; background: rgb(11 87 208 / 12%); border-radius: 3px; }
.pick-words, .pick-banner {
  position: fixed; left: 0; top: 0; max-width: 420px; padding: 4px 8px; pointer-events: none; user-select: none;
  color: #ffffff; background: #1a2230; border: 1px solid #ffffff; border-radius: 4px;
  font: 400 14px/20px 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif;
}
.pick-banner { left: 50%; top: 8px; transform: translateX(-50%); }
[hidden] { display: none; }
@media (forced-colors: active) {
  .pick-outline { border-color: Highlight; background: transparent; }
  .pick-words, .pick-banner { color: CanvasText; background: Canvas; border-color: CanvasText; }
}
`;

/** All that a mouse, pen or finger does; the page must hear none of it. */
const ACTS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick', 'contextmenu'],
  ...['touchstart', 'touchend', 'dragstart', 'submit'],
] as const;
const MOVES = ['pointermove', 'mousemove', 'pointerover', 'mouseover', 'pointerout', 'mouseout'] as const;
/** Room between outline and words, in pixels. */
const GAP = 4;

export function drawPickLayer(overlay: Overlay, document: Document, options: PickLayerOptions): void {
  const view = document.defaultView;
  const { signal, controlAt } = options;
  if (!view || signal.aborted) return;
  const layer = overlay.addLayer({ css: PICK_CSS, signal, onLost: options.onLost });
  layer.setAttribute('aria-hidden', 'true');
  overlay.makeWay(layer, signal);
  const part = (name: string) => {
    const element = document.createElement('div');
    element.className = name;
    element.dataset.part = name;
    layer.append(element);
    return element;
  };
  const pane = part('pick-pane');
  const outline = part('pick-outline');
  const words = part('pick-words');
  const banner = part('pick-banner');
  outline.hidden = true;
  words.hidden = true;
  banner.hidden = options.banner === null;
  banner.textContent = options.banner ?? '';
  let hovered: Element | null = null;

  const hover = (control: Element | null) => {
    hovered = control;
    outline.hidden = !control;
    words.hidden = !control;
    if (control) words.textContent = options.describe(control);
  };
  const place = () => {
    leaveFramesOpen(pane, document);
    if (!hovered?.isConnected) {
      if (hovered) hover(null);
      return;
    }
    const { left, top, width, height, bottom } = hovered.getBoundingClientRect();
    outline.style.transform = `translate(${left}px, ${top}px)`;
    outline.style.width = `${width}px`;
    outline.style.height = `${height}px`;
    const isBelow = bottom + words.offsetHeight + GAP < view.innerHeight;
    const y = isBelow ? bottom + GAP : Math.max(top - words.offsetHeight - GAP, 0);
    const x = Math.min(Math.max(left, 0), Math.max(view.innerWidth - words.offsetWidth - GAP, 0));
    words.style.transform = `translate(${x}px, ${y}px)`;
  };
  const at = ({ clientX, clientY }: MouseEvent) => {
    const hit = elementBeneath(document, overlay, clientX, clientY);
    return hit && controlAt(hit);
  };
  const swallow = (event: Event) => {
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  };
  // On the window, where events come first. What a page listens for there hears of a click on our pane, no more.
  const listen = { capture: true, passive: false, signal } as const;
  for (const type of ACTS) {
    view.addEventListener(
      type,
      (event) => {
        swallow(event);
        if (type !== 'click' || !event.isTrusted) return;
        const control = at(event as MouseEvent);
        if (control) options.onPick(control);
      },
      listen,
    );
  }
  for (const type of MOVES) {
    view.addEventListener(
      type,
      (event) => {
        swallow(event);
        if (event.isTrusted && type === 'pointermove') hover(at(event as MouseEvent));
      },
      listen,
    );
  }
  view.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      swallow(event);
      options.onEscape();
    },
    listen,
  );
  onEachFrame(view, place, signal);
}

/** What lies at a point below our own pane, looked up through open shadow roots. */
function elementBeneath(document: Document, overlay: Overlay, x: number, y: number): Element | null {
  let hit = document.elementsFromPoint(x, y).find((each) => !overlay.isHost(each)) ?? null;
  while (hit?.shadowRoot) {
    const [inner] = hit.shadowRoot.elementsFromPoint(x, y).filter((each) => !overlay.isHost(each));
    if (!inner || inner === hit || !hit.shadowRoot.contains(inner)) break;
    hit = inner;
  }
  return hit;
}

/**
 * Frames whose documents we can reach have a pane of their own: ours has a hole there. Frames that are closed to us
 * stay covered.
 */
function leaveFramesOpen(pane: HTMLElement, document: Document): void {
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  const holes = [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame')].flatMap((frame) => {
    if (!frame.contentDocument) return [];
    const { left, top, width, height } = frame.getBoundingClientRect();
    return width > 0 && height > 0 ? [`M${left} ${top}h${width}v${height}h${-width}z`] : [];
  });
  const path = `path(evenodd, "M0 0h${innerWidth}v${innerHeight}H0z${holes.join('')}")`;
  const clip = holes.length > 0 ? path : 'none';
  if (pane.style.clipPath !== clip) pane.style.clipPath = clip;
}
