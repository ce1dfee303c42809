/** What one walk over a document keeps: parts with words that mean something, in the regions they stand in. */

/** What a part is. A part may be several, and a rule asks for any. */
export const Kind = {
  heading: 1 << 0,
  /** Title of a dialog. */
  title: 1 << 1,
  button: 1 << 2,
  /** The one button of a dialog that goes on with what it asks. */
  primary: 1 << 3,
  /** The open tab of a group. */
  tabOn: 1 << 4,
  /** Another tab, or one of a group that shows no open one: names what could be, not what is. */
  tab: 1 << 5,
  field: 1 << 6,
  /** A field for a password or a PIN. */
  secret: 1 << 7,
  /** Select, radio, list of keys. */
  choice: 1 << 8,
  column: 1 << 9,
  /** Toast, message of an alert box, or text that appeared after an action. */
  alert: 1 << 10,
  /** Text marked as an error where it stands, or that leads with what is absent. */
  note: 1 << 11,
  text: 1 << 12,
  menu: 1 << 13,
  document: 1 << 14,
  address: 1 << 15,
  /** A frame inside a dialog: what it holds is another document's report. */
  frame: 1 << 16,
  /** A button in a row of a table or list. */
  row: 1 << 17,
  /** A password field without a word about it. */
  bare: 1 << 18,
  /** Stands for a page on which no field asks for a certificate or its secret. */
  noForm: 1 << 19,
  /** Stands for a page or dialog without a word for binding. */
  noBind: 1 << 20,
} as const;

export interface Region {
  readonly kind: 'page' | 'dialog' | 'toast';
  readonly element: Element | null;
  /** By role or element, not only by class name. */
  readonly explicit: boolean;
  readonly parts: Part[];
  root: Part | null;
}

export interface Part {
  readonly element: Element;
  readonly parent: Part | null;
  region: Region;
  kind: number;
  /** Normalised. For a field: its labels, never its content. */
  text: string;
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
  /** Whether the document holds any text at all. */
  readonly hasText: boolean;
}
