import { inheritedZoom } from './inherited-zoom';
import type { Overlay } from './overlay';
import { type Box, clippingAncestors, viewOf, visibleBox } from './visibility';
import { onFramesWhileMoving } from './wakeful-frames';

export interface NumbersOptions {
  readonly controls: readonly Element[];
  /** The number of the first control. */
  readonly first: number;
  readonly signal: AbortSignal;
  readonly onLost: () => void;
}

const NUMBERS_CSS = `
.number-mark {
  position: fixed;
  left: 0;
  top: 0;
  box-sizing: border-box;
  min-width: 22px;
  padding: 0 4px;
  pointer-events: none;
  user-select: none;
  color: #ffffff;
  background: #1a2230;
  border: 1px solid #ffffff;
  border-radius: 11px;
  box-shadow: 0 0 0 1px #1a2230, 0 1px 3px rgb(0 0 0 / 40%);
  font: 700 14px/20px 'Segoe UI', system-ui, 'Microsoft YaHei', sans-serif;
  text-align: center;
}
.number-mark[hidden] { display: none; }
@media (forced-colors: active) {
  .number-mark { color: CanvasText; background: Canvas; border-color: CanvasText; box-shadow: none; }
}
`;

/** How far a number reaches down into its control, and out of it to the left, in pixels. */
const OVERLAP = 6;
const OUTDENT = 4;
/** So much room before its words takes a number whole; of taller controls it stands beside the first line. */
const ROOM = 18;
const FIRST_LINE = 48;
/** Hit tests of every control are dear: every so many frames while things move. */
const TEST_EVERY = 10;

/**
 * Draws a number at each control, in the control's own document, until the signal aborts. A number keeps
 * to its control, and hides while the control cannot be seen; it never passes to another.
 */
export function drawNumbers(overlay: Overlay, document: Document, options: NumbersOptions): void {
  const { controls, first, signal, onLost } = options;
  const view = document.defaultView;
  if (!view || signal.aborted || controls.length === 0) return;
  const layer = overlay.addLayer({ css: NUMBERS_CSS, signal, onLost });
  // For the eye alone: a screen reader has the controls' names.
  layer.setAttribute('aria-hidden', 'true');
  const marks = controls.map((control, index) => {
    const mark = document.createElement('div');
    mark.className = 'number-mark';
    mark.dataset.part = 'number';
    mark.textContent = String(first + index);
    return { control, mark, at: '' };
  });
  layer.append(...marks.map(({ mark }) => mark));

  let frame = 0;
  const step = (roused: boolean): boolean => {
    frame += 1;
    let moved = false;
    for (const each of marks) {
      const box = each.control.getBoundingClientRect();
      const at = `${Math.round(box.left)} ${Math.round(box.top)} ${Math.round(box.width)}`;
      if (at === each.at && !roused && frame % TEST_EVERY !== 0) continue;
      moved ||= at !== each.at;
      each.at = at;
      place(each.mark, each.control, box, document, overlay);
    }
    return moved;
  };
  onFramesWhileMoving(document, { step, followed: () => controls[0] ?? null, signal });
}

function place(mark: HTMLElement, control: Element, box: DOMRect, document: Document, overlay: Overlay) {
  // Before Chromium 128 rectangles were measured in the element's own zoomed pixels.
  const zoom = 'currentCSSZoom' in control ? 1 : inheritedZoom(control);
  const { left, top, right, bottom } = box;
  const scaled: Box = { left: left * zoom, top: top * zoom, right: right * zoom, bottom: bottom * zoom };
  const visible = visibleBox(scaled, clippingAncestors(control), document);
  const isShown = viewOf(control, scaled, visible, (hit) => overlay.isHost(hit)) === 'shown';
  mark.hidden = !isShown;
  if (!isShown) return;
  const { x, y } = spotOf(visible, roomIn(control, zoom), mark.offsetHeight);
  mark.style.transform = `translate(${x}px, ${y}px)`;
}

/** Pixels before a control's words: a button's or a menu item's own left edge. */
function roomIn(control: Element, zoom: number): number {
  const style = control.ownerDocument.defaultView?.getComputedStyle(control);
  if (!style || style.direction === 'rtl') return 0;
  return (Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth)) * zoom || 0;
}

/**
 * Where a number stands: within its control where that has room before its words, else on its upper left corner. Beside it, it
 * would lie as near to the neighbour, and somebody who is told 「点标着3的按钮」 would press that.
 */
function spotOf({ left, top, bottom }: Box, room: number, height: number) {
  if (room >= ROOM && bottom - top >= height) {
    return { x: left, y: top + (Math.min(bottom - top, FIRST_LINE) - height) / 2 };
  }
  return { x: Math.max(left - OUTDENT, 0), y: Math.max(top - height + OVERLAP, 0) };
}
