/** What one walk over a document keeps: parts whose words mean something, in the regions they stand in. */

export interface Region {
  readonly type: 'page' | 'dialog' | 'toast';
  /** By role or element, not only by class name. */
  readonly explicit: boolean;
  readonly parts: Part[];
  /** Stands for the region's own element; its sum is that of everything in it. */
  readonly root: Part;
}

export interface Part {
  readonly element: Element;
  readonly parent: Part | null;
  region: Region;
  /** Bits of kinds.ts. */
  kind: number;
  /** Normalised. For a field: its labels, never its content. */
  text: string;
  /** Bits of senses.ts. */
  senses: number;
  /** Senses of everything inside, menus left out. */
  sum: number;
  /** Controls inside. */
  controls: number;
}

export interface Snapshot {
  readonly page: Region;
  readonly dialogs: readonly Region[];
  readonly toasts: readonly Region[];
  /** Open shadow roots, to be watched like the document. */
  readonly shadows: readonly ShadowRoot[];
  /** Whether the document holds any text at all. */
  readonly hasText: boolean;
}

/** A part and those around it, from the inside out. */
export function chainOf(part: Part | null): Part[] {
  const chain: Part[] = [];
  for (let at = part; at; at = at.parent) chain.push(at);
  return chain;
}
