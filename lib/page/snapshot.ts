/** What one walk over a document keeps: parts whose words mean something, in the regions they stand in. */

import { ALERT, BUTTON, MENU, ROW } from './kinds';
import { ADVICE, BIND, MANAGE, UNBIND } from './senses';

export interface Region {
  readonly type: 'page' | 'dialog' | 'toast';
  /** The dialog or toast; of a page, its document element. */
  readonly element: Element;
  /** By role or element, not only by class name. */
  readonly explicit: boolean;
  readonly parts: Part[];
}

export interface Part {
  readonly element: Element;
  region: Region;
  /** Bits of kinds.ts. */
  kind: number;
  /** Normalised. For a field: its labels, never its content. */
  text: string;
  /** Bits of senses.ts. */
  senses: number;
}

export interface Snapshot {
  readonly page: Region;
  /** Characters of text, hidden ones included. */
  readonly length: number;
  readonly dialogs: readonly Region[];
  readonly toasts: readonly Region[];
  /** The senses of everything in an element and in its region, menus left out. */
  readonly sums: ReadonlyMap<Element, number>;
  /** Open shadow roots, to be watched like the document. */
  readonly shadows: readonly ShadowRoot[];
}

/** The parts of some of these kinds that have some of these senses. */
export const pick = (parts: readonly Part[], kinds: number, senses: number): Part[] =>
  parts.filter((part) => part.kind & kinds && part.senses & senses);

/** A menu's item, unless it is the open one, and CA管理 in a column of links: where one may go, beside lists of anything. */
export const leadsElsewhere = ({ kind, senses }: Pick<Part, 'kind' | 'senses'>): boolean =>
  !(kind & ~(BUTTON | ROW | MENU)) && !!(kind & MENU || (senses & MANAGE && !(senses & (BIND | UNBIND))));

/** What a box says answers an action: 请确认驱动已安装 is no advice there. */
export function markAnswer(part: Part): void {
  part.kind |= ALERT;
  if (/^请(您)?确认/.test(part.text)) part.senses &= ~ADVICE;
}
