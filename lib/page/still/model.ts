/**
 * A still: what a document shows at one moment, as plain data. Its structure, the words a person can see and the few
 * looks that recognition asks for; nothing that was typed, chosen or ticked (design.md §3.2). It can be built again as
 * a document of its own, to try changes on, and, once masked, be written to a file.
 */
export interface StillElement {
  /** Lower case. What only draws or embeds (`svg`, `iframe`) has become a `div` or an `i` without content. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Looks that recognition asks for, as inline style. */
  readonly style: Readonly<Record<string, string>>;
  readonly children: readonly StillNode[];
  /** What an open shadow root holds; null: there is none. */
  readonly shadow: readonly StillNode[] | null;
}

export type StillNode = StillElement | string;

export interface Still {
  readonly title: string;
  readonly body: StillElement;
  /** More elements than a still holds: what came after is left out. */
  readonly isCut: boolean;
}

/** Attributes that are words for a person. `value` is one of a button alone. */
export const SAYING: readonly string[] = ['placeholder', 'title', 'alt', 'aria-label', 'value'];
/** Attributes that name another element, or this one. */
export const NAMING: readonly string[] = [
  'id',
  'for',
  'name',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
];

/** Elements a still holds, and how deep they stand: deeper ones move up. */
export const MOST_ELEMENTS = 20_000;
export const DEEPEST = 120;
/** Characters of one text. */
export const LONGEST_TEXT = 600;
