/**
 * The evidence, as data. A rule is for a state, counts a weight, looks at certain kinds of parts, and
 * wants senses: all of these, at least one of those, none of these. Weights add up per state within one
 * region (the top dialog, or the page); a state needs `THRESHOLD`, and `MARGIN` over the second.
 * Trap numbers are those of the recognition issue.
 */
import {
  ADDRESS,
  ALERT,
  ANY,
  BARE,
  BUTTON,
  CHOICE,
  COLUMN,
  DOCUMENT,
  FAULT,
  FIELD,
  FRAME,
  HEADING,
  IN_DIALOG,
  IN_PAGE,
  MENU,
  NEAR,
  NOTE,
  PRIMARY,
  ROW,
  SAID,
  SECRET,
  TAB_ON,
  TEXT,
  TITLE,
} from './kinds';
import type { PageState } from './model';
import {
  ABSENT,
  ACCOUNT,
  ADVICE,
  ASK,
  BIND,
  BOUND,
  BUSY,
  CERT,
  CERTISH,
  CHANGE,
  DRIVER,
  EXPIRED,
  FETCH,
  HOME,
  INSERT,
  INSTALL,
  KEY,
  LOCKED,
  LOGIN,
  LOGOUT,
  MANAGE,
  OTHER,
  PASSWORD,
  PIN,
  PROCEED,
  SESSION,
  SUCCESS,
  UNBIND,
  UNBOUND,
  USE,
  WRONG,
} from './senses';

export const THRESHOLD = 6;
export const MARGIN = 2;

/** Weight, where (kinds), all, any (0: whatever), none. */
export type Rule = readonly [weight: number, where: number, all: number, any: number, none: number];
export type RuleBook = readonly (readonly [state: PageState, ...rules: Rule[]])[];

export const RULES: RuleBook = [
  [
    'login-account',
    [3, SECRET, PASSWORD, 0, PIN | CERTISH | CHANGE],
    [2, BARE, 0, 0, 0],
    [2, FIELD, ACCOUNT, 0, CERTISH | PIN],
    [2, BUTTON, LOGIN, 0, CERTISH | CHANGE | OTHER],
    [3, TAB_ON, LOGIN, ACCOUNT | PASSWORD, CERTISH],
    [1, HEADING | TITLE, LOGIN, 0, CERTISH],
    // Registering, changing a password, unlocking a screen.
    [-5, SECRET, CHANGE, 0, 0],
    [-4, TEXT | HEADING, LOCKED, 0, 0],
  ],
  [
    // A certificate login often has no PIN field: the PIN window belongs to the driver (trap 1).
    'login-ca',
    [6, TAB_ON, LOGIN, CERTISH, 0],
    [-4, TAB_ON, LOGIN, 0, CERTISH],
    [6, TITLE | IN_DIALOG, LOGIN, CERTISH, 0],
    [5, HEADING | IN_PAGE, LOGIN, CERTISH, ADVICE],
    [4, BUTTON, LOGIN, CERTISH, CHANGE | ADVICE],
    [3, SECRET, PIN, 0, CHANGE],
    [3, CHOICE, 0, CERTISH, PIN | BIND | UNBIND],
    [2, TEXT | NOTE, INSERT, CERTISH, 0],
    [2, TEXT, FETCH | LOGIN, CERTISH, 0],
    [1, BUTTON, LOGIN, 0, 0],
    [-2, FIELD, ACCOUNT, 0, CERTISH | PIN],
  ],
  [
    'ca-list',
    [6, BUTTON | NEAR, UNBIND, 0, BOUND],
    [6, BUTTON, BIND | KEY, 0, UNBIND | PROCEED | LOGIN | SUCCESS],
    [5, BUTTON | NEAR, BIND, 0, KEY | UNBIND | PROCEED | LOGIN | SUCCESS],
    [1, ROW | NEAR, BIND, 0, UNBIND],
    [2, BUTTON, MANAGE | KEY, 0, USE | LOGIN],
    [2, COLUMN, KEY, 0, 0],
    [2, COLUMN, 0, BIND | BOUND | UNBOUND, 0],
    [2, HEADING | TITLE, BIND | KEY, 0, 0],
    [1, HEADING | TITLE, MANAGE | KEY, 0, 0],
    [2, TEXT | COLUMN, KEY, BOUND | UNBOUND, ADVICE],
    [-4, SECRET, PIN, 0, 0],
    [-2, FIELD, 0, CERTISH, 0],
  ],
  [
    // The rest of the dialog may be identical to binding: the primary button decides (trap 3), and a
    // question without a key word in it or around it is about something else (trap 4).
    'unbind-confirm',
    [7, SAID | IN_DIALOG, UNBIND | ASK | KEY, 0, SUCCESS | BOUND],
    [6, SAID | IN_DIALOG | NEAR, UNBIND | ASK, 0, KEY | OTHER | SUCCESS | BOUND],
    [4, TITLE | IN_DIALOG, UNBIND | KEY, 0, SUCCESS],
    [3, TITLE | IN_DIALOG | NEAR, UNBIND, 0, SUCCESS | KEY],
    [5, PRIMARY | NEAR, UNBIND, 0, 0],
    [1, PRIMARY, PROCEED, 0, BIND | UNBIND | LOGIN],
    [1, SECRET, PIN, 0, 0],
    [2, FRAME, 0, 0, 0],
    [-8, PRIMARY, BIND, 0, UNBIND],
    [4, SAID | IN_PAGE, UNBIND | ASK | KEY, 0, SUCCESS | ADVICE | BOUND],
    [2, HEADING | IN_PAGE, UNBIND | KEY, 0, SUCCESS],
    [3, BUTTON | NEAR | IN_PAGE, UNBIND, 0, BOUND],
    [-4, ROW, UNBIND, 0, 0],
  ],
  [
    // Nothing is bound where no word says so, and on a page without a field for it.
    'bind-form',
    [-7, ANY, 0, 0, 0],
    [4, ANY & ~MENU, BIND, 0, 0],
    [3, FIELD | IN_PAGE, 0, CERTISH | PIN, 0],
    [3, ANY | IN_DIALOG, 0, 0, 0],
    [4, TITLE | IN_DIALOG, BIND | KEY, 0, SUCCESS | UNBIND],
    [3, TITLE | IN_DIALOG | NEAR, BIND, 0, SUCCESS | UNBIND | KEY],
    [2, TITLE | IN_DIALOG, MANAGE | KEY, 0, 0],
    [4, PRIMARY | NEAR, BIND, 0, UNBIND],
    [3, HEADING | IN_PAGE, BIND | KEY, 0, SUCCESS | UNBIND],
    [3, FIELD, 0, CERTISH | PIN, CHANGE],
    [2, SECRET, PIN, 0, CHANGE],
    [1, BUTTON | NEAR, FETCH, 0, 0],
    [2, TEXT, BIND, 0, BOUND | OTHER | UNBIND | SUCCESS],
    [2, TEXT | FAULT, INSERT, CERTISH, 0],
    [1, BUTTON, PROCEED, 0, 0],
    [3, BUTTON | NEAR | IN_PAGE, BIND, 0, UNBIND],
    [-4, ROW, BIND, 0, 0],
    [2, DOCUMENT, BIND | KEY, 0, 0],
    [2, FRAME, 0, 0, 0],
    [-8, PRIMARY, UNBIND, 0, 0],
    [-4, BUTTON | IN_PAGE, UNBIND, 0, 0],
    [-4, TITLE | HEADING, USE, 0, BIND],
  ],
  [
    // 绑定成功 of a bank account or a step of a wizard is something else (trap 5).
    'bind-done',
    [7, SAID, SUCCESS | KEY, BIND | BOUND, ADVICE | UNBIND | ASK],
    [6, FAULT | NEAR, SUCCESS, BIND | BOUND, KEY | ADVICE | UNBIND | OTHER],
  ],
  [
    'unbind-done',
    [7, SAID, SUCCESS | UNBIND | KEY, 0, ADVICE | ASK],
    [6, FAULT | NEAR, SUCCESS | UNBIND, 0, KEY | ADVICE | OTHER],
  ],
  ['driver-missing', [8, FAULT, DRIVER | INSTALL, 0, SUCCESS]],
  [
    'key-missing',
    [7, FAULT, ABSENT, CERTISH, DRIVER | SUCCESS],
    [7, FAULT, ABSENT | DRIVER, CERTISH, INSTALL | SUCCESS],
    // 请插入… is help wherever it may stand for long; in a toast or an alert box it is an answer (trap 2).
    [6, ALERT, INSERT, CERTISH, ABSENT | USE | SUCCESS],
    [-5, TITLE, 0, BIND | LOGIN | UNBIND | USE, 0],
  ],
  ['pin-wrong', [7, FAULT, WRONG | PIN, 0, ACCOUNT], [6, FAULT | NEAR, WRONG | PASSWORD, 0, ACCOUNT | PIN]],
  ['pin-locked', [9, FAULT, LOCKED, PIN | CERTISH, 0]],
  ['certificate-expired', [7, FAULT, EXPIRED, CERTISH, SESSION]],
  ['already-bound', [7, FAULT, BOUND, CERTISH, SUCCESS]],
  ['session-expired', [7, FAULT | HEADING, SESSION, 0, CERTISH]],
  ['system-busy', [6, FAULT | HEADING, BUSY, 0, CERTISH | DRIVER | SESSION | ADVICE]],
];

/** Asked only where nothing more particular was found: every page behind the login has its menu. */
export const HOME_RULES: RuleBook = [
  [
    'home',
    [3, MENU | BUTTON | TEXT, MANAGE, CERTISH, LOGIN | ADVICE],
    [3, MENU, BIND, CERTISH, LOGIN],
    [3, BUTTON | MENU, LOGOUT, 0, CERT],
    [2, HEADING | TEXT | MENU | BUTTON, HOME, 0, 0],
    [1, ADDRESS, HOME, 0, 0],
  ],
];

/** Where a part stood, in words, in the order of the bits of kinds.ts. */
export const PLACES =
  'heading,dialog title,button,primary button,open tab,,field,password field,choice,table header,message,marked text,text,menu,document title,address,frame,row,password field'.split(
    ',',
  );
