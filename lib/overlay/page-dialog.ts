import { BOX, DIALOG } from '@/lib/page/markup';
import type { Point } from './overlay';
import { parentAcrossRoots } from './top-layer';

/** An open dialog of the page that no property announces: `box` in viewport pixels. */
export interface PageDialog {
  readonly element: Element;
  readonly box: DOMRectReadOnly;
  /** Its markup or a veil behind it says so; else a class name does, which may mean something smaller. */
  readonly isCertain: boolean;
}

const CERTAIN = `${DIALOG},[aria-modal=true]`;
/** Less than this is a button's bubble or a hint. */
const LEAST = { width: 160, height: 60 };
interface Size {
  readonly width: number;
  readonly height: number;
}

type Layer = Pick<PageDialog, 'element' | 'box'>;

/** What fills so much of the viewport is a veil, or the page itself. */
const ALL = 0.95;
/** Pixels left and right of a dialog in the middle, give or take a scrollbar. */
const MARGIN = 24;

/**
 * The page's dialog that lies on top, where one is open. Most sites make theirs of a `div`, which is in no top
 * layer and fires no event, so it is looked for where it would be in the way: in the middle of the viewport and
 * under `points`. What lies there is a dialog if it is layered (positioned out of the flow) and is called one by
 * role or class name, or lies in the middle of a veil. Reads layout, role and class, nothing else; the cost is that
 * of the ancestors of some ten elements, however large the page.
 * @param points of the viewport, where our card lies
 * @param isOurs our host, which is looked through
 */
export function openPageDialog(
  document: Document,
  points: readonly Point[],
  isOurs: (element: Element) => boolean,
): PageDialog | null {
  const { innerWidth: width = 0, innerHeight: height = 0 } = document.defaultView ?? {};
  const middle = [0.2, 0.35, 0.5, 0.65].map((y) => ({ x: width / 2, y: height * y }));
  const sides = [0.25, 0.75].map((x) => ({ x: width * x, y: height / 2 }));
  const piles = [...middle, ...sides, ...points].map(({ x, y }) => ({
    x,
    y,
    pile: document.elementsFromPoint(x, y).filter((element) => !isOurs(element)),
  }));
  /** A veil has the page beneath it; what holds the page itself has nothing. */
  const liesOver = (veil: Element) =>
    piles.some(({ pile }) =>
      pile.some((element) => !isRoot(element) && !veil.contains(element) && !element.contains(veil)),
    );
  let found: PageDialog | null = null;
  for (const { x, y, pile } of piles) {
    const dialog = dialogAt(deepest(pile[0], x, y), { width, height }, liesOver);
    if (dialog?.isCertain) return dialog;
    found ??= dialog;
  }
  return found;
}

/** Whether a box leaves nothing of the viewport that is worth to be called a place beside it. */
export function fills(box: Size, viewport: Size): boolean {
  return box.width >= viewport.width * ALL && box.height >= viewport.height * ALL;
}

function dialogAt(
  hit: Element | null,
  viewport: Size,
  liesOver: (veil: Element) => boolean,
): PageDialog | null {
  const view = hit?.ownerDocument.defaultView;
  let inner: Layer | null = null;
  let dialog: Layer | null = null;
  let isNamed = false;
  let isCertain = false;
  for (let node: Node | null = hit; node; node = parentAcrossRoots(node)) {
    if (node.nodeType !== node.ELEMENT_NODE || isRoot(node as Element)) continue;
    const element = node as Element;
    const box = element.getBoundingClientRect();
    const position = view?.getComputedStyle(element).position;
    if (fills(box, viewport)) {
      const isCalledOne = element.matches(CERTAIN);
      // A layer that holds what is called a dialog is its veil, whatever lies beneath.
      const isVeil = position === 'fixed' && (isCertain || liesOver(element));
      if (inner && (dialog || isCalledOne || isVeil) && (dialog || isCentred(inner.box, viewport))) {
        return { ...(dialog ?? inner), isCertain: isCertain || isCalledOne || isVeil };
      }
    } else if (box.width >= LEAST.width && box.height >= LEAST.height) {
      inner = { element, box };
      isCertain ||= element.matches(CERTAIN);
      isNamed ||= isCertain || element.matches(BOX);
      if (isNamed && (position === 'fixed' || position === 'absolute')) dialog = inner;
    }
  }
  return dialog && { ...dialog, isCertain };
}

/** Up through open shadow roots. */
function deepest(top: Element | undefined, x: number, y: number): Element | null {
  let hit = top ?? null;
  for (let root = hit?.shadowRoot; root; ) {
    const next: Element | null = root.elementFromPoint(x, y);
    if (!next || next === hit) break;
    hit = next;
    root = next.shadowRoot;
  }
  return hit;
}

const isRoot = (element: Element): boolean =>
  element === element.ownerDocument.documentElement || element === element.ownerDocument.body;

/** As dialogs are, and a page's columns beside its menu are not. */
function isCentred({ left, right }: DOMRect, { width }: Size): boolean {
  const [before, after] = [left, width - right];
  return before >= MARGIN && Math.abs(before - after) <= MARGIN;
}
