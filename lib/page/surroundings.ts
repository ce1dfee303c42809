/**
 * What stands around elements: the control, dialog or menu they are in. Looked up once for each element on
 * the way up and remembered, since a page asks the same of a thousand neighbours.
 */
import { matches, parentOf, tagOf } from './dom';
import { BOX, CONTROL, DIALOG, MENU, STEP, TOAST, WIDGET, WITHHELD } from './markup';

/** Each is the element itself or one around it, the nearest where nothing else is said. */
export interface Surroundings {
  /** The control; of a menu's item that holds its submenu, the item within. */
  readonly control: Element | null;
  readonly toast: Element | null;
  readonly dialog: Element | null;
  /** The outermost that is a dialog by its class name alone. */
  readonly box: Element | null;
  readonly isInMenu: boolean;
  /** In a field, a list of choices, or a row of steps: what is said there is not read. */
  readonly isMute: boolean;
  readonly isWithheld: boolean;
}

const NOTHING: Surroundings = {
  control: null,
  toast: null,
  dialog: null,
  box: null,
  isInMenu: false,
  isMute: false,
  isWithheld: false,
};

const MUTE = `${WIDGET},${STEP}`;
/** One question instead of eight: most elements are none of these. */
const ANY = [CONTROL, 'li', TOAST, DIALOG, BOX, MENU, MUTE, WITHHELD].join(',');
/** Parsers stop nesting at 512; only a script nests deeper than this, and nothing down there is read. */
const DEEPEST = 2000;

function within(element: Element, around: Surroundings): Surroundings {
  if (!matches(element, ANY)) return around;
  const is = (selector: string) => matches(element, selector);
  const isControl = is(CONTROL) || (around.control && tagOf(element) === 'li');
  return {
    control: isControl ? element : around.control,
    toast: is(TOAST) ? element : around.toast,
    dialog: is(DIALOG) ? element : around.dialog,
    box: around.box ?? (is(BOX) ? element : null),
    isInMenu: around.isInMenu || is(MENU),
    isMute: around.isMute || is(MUTE),
    isWithheld: around.isWithheld || is(WITHHELD),
  };
}

/** Remembers as long as the function lives: for one look at a document that does not change meanwhile. */
export function rememberSurroundings(): (element: Element) => Surroundings {
  const known = new Map<Element, Surroundings>();
  return (element) => {
    const path: Element[] = [];
    let at: Element | null = element;
    for (; at && !known.has(at) && path.length < DEEPEST; at = parentOf(at)) path.push(at);
    let around = at ? (known.get(at) ?? { ...NOTHING, isWithheld: true }) : NOTHING;
    for (const each of path.reverse()) {
      around = within(each, around);
      known.set(each, around);
    }
    return around;
  };
}
