import { addressOf } from '@/components/practice/address';
import { CLASSIC_ID, contentAddress, type View } from './views';

/** Rows of the window: banner and head, the frames, the trainer's console (folded, unfolded). */
export const FRAMESET_ROWS = { folded: '92,*,44', open: '92,*,320' } as const;

function frame(page: Document, name: string, address: string): HTMLFrameElement {
  const element = page.createElement('frame');
  element.name = name;
  element.src = address;
  element.title = name;
  return element;
}

/** Turns the document into a frameset of the site's parts, as old systems have it: then it has no body at all. */
export function layFrameset(page: Document, view: View): void {
  const rows = page.createElement('frameset');
  rows.rows = FRAMESET_ROWS.folded;
  const columns = page.createElement('frameset');
  columns.cols = '180,*';
  columns.append(
    frame(page, 'menu', addressOf(CLASSIC_ID, 'menu', 'frameset')),
    frame(page, 'content', contentAddress('frameset', view)),
  );
  rows.append(
    frame(page, 'head', addressOf(CLASSIC_ID, 'head', 'frameset')),
    columns,
    frame(page, 'console', addressOf(CLASSIC_ID, 'console', 'frameset')),
  );
  page.body = rows;
}

/** Gives the console's frame room, or takes it back. */
export function resizeConsole(view: Window, open: boolean): void {
  const frameset = view.parent.document.querySelector('frameset');
  if (frameset !== null) frameset.rows = open ? FRAMESET_ROWS.open : FRAMESET_ROWS.folded;
}
