import { isIrreversible } from '@/lib/page/irreversible-targets';
import type { TargetName } from '@/lib/page/model';
import { inheritedZoom } from './inherited-zoom';
import type { Overlay } from './overlay';
import { RING_CSS } from './ring-style';
import { type Box, clippingAncestors, type View, viewOf, visibleBox } from './visibility';
import { onFramesWhileMoving } from './wakeful-frames';

export interface RingOptions {
  readonly target: TargetName;
  /** Asked before every paint; null hides the ring at once. */
  readonly element: () => Element | null;
  /** Hears how the control can be seen, when that changes. */
  readonly onView: (view: View) => void;
  readonly onLost: () => void;
  readonly signal: AbortSignal;
}

/** Hit tests cost more than rectangles; a control that stands still is tested every so many frames. */
const TEST_EVERY = 4;
/** Styles of ancestors seldom change; they are read again every so many frames. */
const CLIPS_EVERY = 30;
/** Room outside the box that halo and line need. */
const MARGIN = 20;

/**
 * Rings a control in its own document, before every paint, until the signal aborts. Layout is read in
 * the frame that is about to be painted, so the ring is where the control is however it got there.
 */
export function drawRing(overlay: Overlay, document: Document, options: RingOptions): void {
  const view = document.defaultView;
  const { signal } = options;
  if (!view || signal.aborted) return;
  const layer = overlay.addLayer({ css: RING_CSS, signal, onLost: options.onLost });
  const ring = document.createElement('div');
  ring.className = 'ring';
  ring.hidden = true;
  ring.dataset.part = 'ring';
  ring.dataset.target = options.target;
  ring.toggleAttribute('data-irreversible', isIrreversible(options.target));
  layer.append(ring);

  let frame = 0;
  let followed: Element | null = null;
  let clips: readonly Element[] = [];
  let legacyZoom = 1;
  let last: { readonly box: Box | null; readonly view: View } | null = null;

  const settle = (next: View, box: Box | null) => {
    const shown = next === 'shown' || next === 'under-card' ? box : null;
    const changed = last?.view !== next || !shown || !last.box || !isSameBox(last.box, shown);
    ring.hidden = !shown;
    if (changed) overlay.setRing(shown && rectOf(shown));
    if (last?.view !== next) options.onView(next);
    last = { box, view: next };
  };

  const step = (roused: boolean): boolean => {
    frame += 1;
    const element = options.element();
    if (!element) {
      const wasShown = last?.view !== 'gone';
      settle('gone', null);
      return wasShown;
    }
    if (element !== followed || roused || frame % CLIPS_EVERY === 0) {
      followed = element;
      clips = clippingAncestors(element);
      // Before Chromium 128 rectangles were measured in the element's own zoomed pixels.
      legacyZoom = 'currentCSSZoom' in element ? 1 : inheritedZoom(element);
    }
    const box = scaled(element.getBoundingClientRect(), legacyZoom);
    const moved = !last?.box || !isSameBox(last.box, box);
    if (!moved && !roused && frame % TEST_EVERY !== 0) return false;
    overlay.undoZoom();
    const visible = visibleBox(box, clips, document);
    const next = viewOf(element, box, visible, (hit) => overlay.isHost(hit));
    const changed = moved || last?.view !== next;
    settle(next, box);
    if (!ring.hidden) place(ring, box, visible);
    return changed;
  };
  onFramesWhileMoving(document, { step, followed: () => followed, signal });
  signal.addEventListener('abort', () => overlay.setRing(null), { once: true });
}

/**
 * Puts the ring's box on the control's. What the browser makes of it is measured and put right once: an
 * ancestor with a transform or a zoom moves even fixed boxes where there is no top layer.
 */
function place(ring: HTMLElement, box: Box, visible: Box): void {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const set = (left: number, top: number, w: number, h: number) => {
    ring.style.transform = `translate(${left}px, ${top}px)`;
    ring.style.width = `${w}px`;
    ring.style.height = `${h}px`;
  };
  // Only sides that are cut off are clipped: the halo may overlap the frame of a container.
  const cut = (side: number) => (side > 0.5 ? `${side}px` : `${-MARGIN}px`);
  ring.style.clipPath = `inset(${[
    visible.top - box.top,
    box.right - visible.right,
    box.bottom - visible.bottom,
    visible.left - box.left,
  ]
    .map(cut)
    .join(' ')})`;
  set(box.left, box.top, width, height);
  const drawn = ring.getBoundingClientRect();
  if (isSameBox(drawn, box) || drawn.width === 0) return;
  const scale = drawn.width / width;
  const style = {
    left: box.left + (box.left - drawn.left) / scale,
    top: box.top + (box.top - drawn.top) / scale,
  };
  set(style.left, style.top, width / scale, height / scale);
}

function rectOf({ left, top, right, bottom }: Box): DOMRectReadOnly {
  return new DOMRectReadOnly(left, top, right - left, bottom - top);
}

function scaled({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left * by, top: top * by, right: right * by, bottom: bottom * by };
}

function isSameBox(a: Box, b: Box): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < 0.1;
  return near(a.left, b.left) && near(a.top, b.top) && near(a.right, b.right) && near(a.bottom, b.bottom);
}
