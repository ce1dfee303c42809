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
/** How many times more of a number lies on its own control than on any other. */
const CLEARLY = 3;
/** Controls that begin so near the same edge stand one below the other. */
const ALIGNED = 2;
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
  const marks = controls.map((control, index): Mark => {
    const mark = document.createElement('div');
    mark.className = 'number-mark';
    mark.dataset.part = 'number';
    mark.textContent = String(first + index);
    return { control, mark, at: '', box: NOWHERE };
  });
  layer.append(...marks.map(({ mark }) => mark));

  let frame = 0;
  const step = (roused: boolean): boolean => {
    frame += 1;
    const isTest = roused || frame % TEST_EVERY === 0;
    const moving = marks.filter((each) => {
      const box = each.control.getBoundingClientRect();
      const at = `${Math.round(box.left)} ${Math.round(box.top)} ${Math.round(box.width)}`;
      const isMoved = at !== each.at;
      if (isMoved || isTest) each.box = scaledBox(each.control, box);
      each.at = at;
      return isMoved;
    });
    if (isTest || moving.length > 0) overlay.undoZoom();
    // After all are measured: where one stands depends on where the others are.
    for (const each of isTest ? marks : moving) place(each, marks, document, overlay);
    return moving.length > 0;
  };
  onFramesWhileMoving(document, { step, followed: () => controls[0] ?? null, signal });
}

interface Mark {
  readonly control: Element;
  readonly mark: HTMLElement;
  at: string;
  box: Box;
}

const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** Before Chromium 128 rectangles were measured in the element's own zoomed pixels. */
const zoomOf = (control: Element) => ('currentCSSZoom' in control ? 1 : inheritedZoom(control));

function scaledBox(control: Element, { left, top, right, bottom }: DOMRect): Box {
  const zoom = zoomOf(control);
  return { left: left * zoom, top: top * zoom, right: right * zoom, bottom: bottom * zoom };
}

function place({ control, mark, box }: Mark, all: readonly Mark[], document: Document, overlay: Overlay) {
  const visible = visibleBox(box, clippingAncestors(control), document);
  const isShown = viewOf(control, box, visible, (hit) => overlay.isHost(hit)) === 'shown';
  mark.hidden = !isShown;
  if (!isShown) return;
  const others = all.flatMap((each) =>
    each.control === control || each.control.contains(control) || control.contains(each.control)
      ? []
      : [each.box],
  );
  const size = { width: mark.offsetWidth, height: mark.offsetHeight };
  const spot = spotOf(visible, roomIn(control, zoomOf(control)), size, others);
  const widest = document.documentElement.clientWidth - size.width;
  const x = Math.max(Math.min(spot.x, widest), 0);
  mark.style.transform = `translate(${x}px, ${Math.max(spot.y, 0)}px)`;
}

/** Pixels before a control's words: a button's or a menu item's own left edge. */
function roomIn(control: Element, zoom: number): number {
  const style = control.ownerDocument.defaultView?.getComputedStyle(control);
  if (!style || style.direction === 'rtl') return 0;
  return (Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth)) * zoom || 0;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function areaShared({ x, y }: Spot, { width, height }: Size, box: Box): number {
  const wide = Math.min(x + width, box.right) - Math.max(x, box.left);
  const high = Math.min(y + height, box.bottom) - Math.max(y, box.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/**
 * Where a number stands: within its control where that has room before its words; else on its upper left corner, unless
 * it is one of a list, where that would be between two rows; else at its left, or behind it, as long as it lies there on its own control far more than on any other; else
 * on its control's words, which the card's list has too. Nearer to a neighbour, somebody who is told 「点标着3的按钮」 would
 * press that.
 */
function spotOf(own: Box, room: number, size: Size, others: readonly Box[]): Spot {
  const { left, top, right, bottom } = own;
  const middle = top + (Math.min(bottom - top, FIRST_LINE) - size.height) / 2;
  if (room >= ROOM && bottom - top >= size.height) return { x: left, y: middle };
  const corner = { x: left - OUTDENT, y: top - size.height + OVERLAP };
  const isInList = others.some((box) => {
    const apart = Math.max(box.top - bottom, top - box.bottom);
    return Math.abs(box.left - left) <= ALIGNED && apart >= 0 && apart < size.height;
  });
  const beside = { x: left - size.width + OVERLAP, y: middle };
  const behind = { x: right - OVERLAP, y: middle };
  const isItsOwn = (spot: Spot) => {
    const most = areaShared(spot, size, own) / CLEARLY;
    return others.every((box) => areaShared(spot, size, box) <= most);
  };
  // Out of the page on the left it would be moved onto the words.
  const atItsSide = beside.x < 0 ? [behind] : [beside, behind];
  return (isInList ? atItsSide : [corner, ...atItsSide]).find(isItsOwn) ?? { x: left, y: middle };
}
