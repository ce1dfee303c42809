/** Where the card lies: a corner in which it covers neither its own target nor the page's dialog. */

import { CORNERS, type Corner } from '@/lib/overlay/card-place';
import { fills } from '@/lib/overlay/page-dialog';
import type { Box } from '@/lib/overlay/visibility';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}

/** From the viewport's edge to the card, as in card.css. */
export const EDGE = 12;
/** The ring's line and halo lie this far outside the control. */
const RING_ROOM = 14;

export function rectIn(corner: Corner, size: Size, viewport: Size): Rect {
  return {
    ...size,
    left: corner.endsWith('left') ? EDGE : viewport.width - EDGE - size.width,
    top: corner.startsWith('top') ? EDGE : viewport.height - EDGE - size.height,
  };
}

function overlap(a: Rect, b: Rect, room = 0): number {
  const width = Math.min(a.left + a.width, b.left + b.width + room) - Math.max(a.left, b.left - room);
  const height = Math.min(a.top + a.height, b.top + b.height + room) - Math.max(a.top, b.top - room);
  return width > 0 && height > 0 ? width * height : 0;
}

export interface Surrounded {
  readonly size: Size;
  readonly viewport: Size;
  readonly ring: Rect | null;
  readonly dialog: Rect | null;
  /** What can be pressed in the dialog. */
  readonly controls?: readonly Box[];
}

/**
 * The corner to lie in: the present one while it is clear; else the one that covers nothing of the ring,
 * least of the dialog's controls, and least of the dialog. null: the ring would be covered in each.
 */
export function chooseCorner(present: Corner, around: Surrounded): Corner | null {
  const { size, viewport, ring, dialog, controls = [] } = around;
  const choices = [present, ...CORNERS.filter((corner) => corner !== present)]
    .map((corner) => {
      const rect = rectIn(corner, size, viewport);
      return {
        corner,
        onRing: ring ? overlap(rect, ring, RING_ROOM) : 0,
        onControls: controls.reduce((sum, box) => sum + overlap(rect, rectOf(box)), 0),
        onDialog: dialog ? overlap(rect, dialog) : 0,
      };
    })
    .filter(({ onRing }) => onRing === 0);
  // A stable sort: of equal ones the present corner comes first.
  choices.sort((a, b) => a.onControls - b.onControls || a.onDialog - b.onDialog);
  return choices[0]?.corner ?? null;
}

function rectOf({ left, top, right, bottom }: Box): Rect {
  return { left, top, width: right - left, height: bottom - top };
}

/** Narrower than this part of its own width the card is hard to read. */
const NARROWEST = 2 / 3;

/** How the card lies best: whole, whole and narrower, or as a tab. */
export interface Arrangement {
  readonly isTab: boolean;
  /** Pixels; null: as wide as it is. */
  readonly widest: number | null;
}

/**
 * Clear of ring and dialog if it can be: as it is; else narrowed to the strip beside the dialog; else as a tab,
 * where the dialog surely is one, and where the ring would be covered in each corner. Else whole, over as little as
 * can be: a dialog that fills the window is the page the person works on.
 * @param around `size` is that of the whole card at its own width
 */
export function arrange(around: Surrounded & { readonly isCertain: boolean }): Arrangement {
  const { size, viewport, dialog } = around;
  const isClear = (trial: Surrounded) => {
    const corner = chooseCorner('bottom-right', trial);
    return corner !== null && (!dialog || overlap(rectIn(corner, trial.size, viewport), dialog) === 0);
  };
  const whole = { isTab: false, widest: null };
  if (isClear(around)) return whole;
  const isTab = chooseCorner('bottom-right', around) === null;
  if (!dialog || isTab) return { isTab, widest: null };
  const right = viewport.width - dialog.left - dialog.width;
  const width = Math.floor(Math.max(dialog.left, right) - 2 * EDGE);
  const narrow = { width, height: Math.min(viewport.height - 2 * EDGE, (size.height * size.width) / width) };
  if (width >= size.width * NARROWEST && isClear({ ...around, size: narrow }))
    return { isTab, widest: width };
  return { isTab: around.isCertain && !fills(dialog, viewport), widest: null };
}

export function nextCorner(corner: Corner): Corner {
  return CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length] ?? corner;
}

/** The corner nearest to a point, where a dragged card is dropped. */
export function nearestCorner(x: number, y: number, viewport: Size): Corner {
  const vertical = y < viewport.height / 2 ? 'top' : 'bottom';
  const horizontal = x < viewport.width / 2 ? 'left' : 'right';
  return `${vertical}-${horizontal}`;
}
