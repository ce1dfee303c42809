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
  BUTTON,
  CELL,
  COLUMN,
  DOCUMENT,
  FAULT,
  FIELD,
  HEADING,
  IN_DIALOG,
  IN_PAGE,
  MENU,
  NEAR,
  NOTE,
  OURS,
  PRIMARY,
  PROSE,
  ROW,
  SAID,
  SECRET,
  TAB,
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

/** Weight, where (kinds), all of these senses, any of these (absent or 0: whatever), none of these. */
export type Rule = readonly [weight: number, where: number, all: number, any?: number, none?: number];
/** A state, senses that none of its parts may have, and its rules. */
export type RuleBook = readonly (readonly [state: PageState, none: number, ...rules: Rule[]])[];

/** What a page may be. */
const PAGE_RULES: RuleBook = [
  [
    'login-account',
    CERTISH | PIN | LOGOUT,
    // A user, a database, a mailbox have a name and a password too: to log in, a page says so.
    [-3, ANY, 0],
    [3, ANY & ~MENU, LOGIN],
    [5, SECRET, PASSWORD, 0, CHANGE | USE],
    [3, FIELD, ACCOUNT],
    [2, HEADING, LOGIN, ACCOUNT | PASSWORD],
    [2, BUTTON, LOGIN, 0, CHANGE | OTHER],
    [3, TAB_ON, LOGIN, ACCOUNT | PASSWORD],
    [-5, PRIMARY | TITLE, 0, BIND | UNBIND],
    // Registering, changing a password, unlocking a screen.
    [-5, SECRET, CHANGE],
  ],
  [
    // A certificate login often has no PIN field: the PIN window belongs to the driver (trap 1).
    'login-ca',
    CHANGE | ADVICE | LOGOUT,
    [-3, ANY, 0],
    [3, ANY, LOGIN],
    [-3, PROSE, 0],
    [6, TAB_ON, LOGIN, CERTISH],
    [-6, TAB_ON, LOGIN, 0, CERTISH],
    [6, TITLE | IN_DIALOG, LOGIN, CERTISH],
    [5, HEADING | IN_PAGE, LOGIN, CERTISH],
    [5, BUTTON, LOGIN, CERTISH, BIND | UNBIND],
    [3, SECRET, PIN],
    [3, FIELD, 0, CERTISH, LOGIN | PIN | BIND | UNBIND],
    [2, TAB, LOGIN, CERTISH],
    [2, TEXT | NOTE, INSERT, CERTISH],
    [1, BUTTON, LOGIN],
    // Registering shows the ways in that one has then.
    [-6, SECRET, CHANGE],
  ],
  [
    'ca-list',
    LOGIN | SUCCESS | ADVICE,
    [6, BUTTON | NEAR, UNBIND, 0, BOUND],
    [6, BUTTON, BIND | KEY, 0, UNBIND | PROCEED],
    [5, BUTTON | NEAR, BIND, 0, KEY | UNBIND | PROCEED],
    [2, BUTTON, MANAGE | KEY, 0, USE],
    [2, COLUMN, KEY],
    [2, COLUMN, 0, BIND | BOUND | UNBOUND, OTHER],
    [2, HEADING | TITLE, BIND | KEY],
    [1, HEADING | TITLE, MANAGE, CERTISH],
    [2, TEXT | CELL | COLUMN | NEAR, 0, BOUND | UNBOUND],
    [-4, SECRET, PIN],
    [-2, FIELD, 0, CERTISH],
    // 获取CA证书 fills a form; a list has them.
    [-3, BUTTON | IN_PAGE, FETCH | CERT, 0, BIND | UNBIND],
    [-6, PRIMARY, UNBIND],
  ],
  [
    // The rest of the dialog may be identical to binding: the primary button decides (trap 3), and a
    // question without a key word in it or around it is about something else (trap 4).
    'unbind-confirm',
    SUCCESS | BOUND | ADVICE,
    [7, SAID | IN_DIALOG | NEAR, UNBIND | ASK],
    [5, TITLE | IN_DIALOG | NEAR, UNBIND],
    [6, PRIMARY | NEAR, UNBIND],
    [1, PRIMARY, PROCEED, 0, BIND | UNBIND | LOGIN],
    [-8, PRIMARY, BIND, 0, UNBIND],
    [4, SAID | IN_PAGE | NEAR, UNBIND | ASK],
    [2, HEADING | IN_PAGE | NEAR, UNBIND],
    [3, BUTTON | NEAR | IN_PAGE, UNBIND],
    [-4, ROW, UNBIND],
  ],
  [
    // Nothing is bound where no word says so, nor on a page without a field for it.
    'bind-form',
    SUCCESS | CHANGE | ADVICE,
    [-11, ANY, 0],
    [4, ANY & ~MENU, BIND],
    // 证书 alone may be a training certificate (trap 6).
    [4, ANY, 0, KEY | PIN],
    [3, FIELD | IN_PAGE, 0, CERTISH | PIN],
    [3, ANY | IN_DIALOG, 0],
    [4, TITLE | IN_DIALOG | NEAR, BIND, 0, UNBIND],
    [4, PRIMARY | NEAR, BIND, 0, UNBIND],
    [3, HEADING | IN_PAGE | NEAR, BIND, 0, UNBIND],
    [3, FIELD, 0, CERTISH | PIN],
    [2, SECRET, PIN],
    [1, BUTTON | NEAR, FETCH],
    [2, TEXT, BIND, 0, BOUND | OTHER | UNBIND],
    [2, TEXT | FAULT, INSERT, CERTISH],
    [1, BUTTON, PROCEED],
    [3, BUTTON | NEAR | IN_PAGE, BIND, 0, UNBIND],
    [-2, ROW, BIND],
    [2, DOCUMENT, BIND | KEY],
    [-8, PRIMARY, UNBIND],
    [-4, BUTTON | IN_PAGE, UNBIND],
    [-4, TITLE | HEADING, USE, 0, BIND],
  ],
];

/** What happened: all that a toast, or an error, may say, which is no page. */
export const TOLD_RULES: RuleBook = [
  [
    // 绑定成功 of a bank account or a step of a wizard is something else (trap 5).
    'bind-done',
    ADVICE | UNBIND | ASK,
    [7, SAID | NEAR, SUCCESS, BIND | BOUND],
  ],
  ['unbind-done', ADVICE | ASK, [7, SAID | NEAR, SUCCESS | UNBIND]],
  // 未安装驱动，请下载… and 请插入… are help wherever they may stand for long; in a toast or an alert box,
  // or after an action, they are an answer (trap 2).
  [
    'driver-missing',
    SUCCESS | ADVICE,
    [8, ALERT, DRIVER | INSTALL],
    [7, FAULT, DRIVER | ABSENT, 0, INSERT],
    [-2, PROSE, 0],
  ],
  [
    'key-missing',
    SUCCESS | ADVICE,
    [7, FAULT, ABSENT, CERTISH, DRIVER],
    [7, FAULT, ABSENT | DRIVER | INSERT, CERTISH],
    [6, ALERT, INSERT, CERTISH, ABSENT | USE],
    [-2, PROSE, 0],
    [-5, TITLE, 0, BIND | LOGIN | UNBIND | USE],
    // 绑定成功，请插入UKey登录: what to do next.
    [-7, SAID, SUCCESS],
  ],
  ['pin-wrong', ACCOUNT | ADVICE, [7, FAULT, WRONG | PIN], [6, FAULT | NEAR, WRONG | PASSWORD, 0, PIN]],
  // A framed warning in a manual is no answer.
  ['pin-locked', ADVICE, [9, FAULT, LOCKED, PIN | CERTISH], [-4, PROSE, 0]],
  // 新CA绑定成功，原CA已失效 is of the old one.
  [
    'certificate-expired',
    SESSION | ADVICE | OTHER,
    [7, FAULT | OURS, EXPIRED, CERTISH],
    [-7, SAID, SUCCESS, BIND | BOUND],
  ],
  ['already-bound', SUCCESS | ADVICE, [7, FAULT, BOUND, CERTISH], [-7, SAID, SUCCESS]],
  ['session-expired', CERTISH, [7, FAULT | HEADING, SESSION], [7, TEXT | IN_DIALOG, SESSION]],
  ['system-busy', CERTISH | DRIVER | SESSION | ADVICE, [6, FAULT | HEADING, BUSY]],
];

export const RULES: RuleBook = [...PAGE_RULES, ...TOLD_RULES];

/** Asked only where nothing more particular was found: every page behind the login has its menu. */
export const HOME_RULES: RuleBook = [
  [
    'home',
    ADVICE,
    // Menu and logout stand on every page; what the page calls itself makes it the first.
    [3, HEADING, HOME],
    [2, MENU | BUTTON | TEXT, MANAGE, CERTISH, LOGIN],
    [2, MENU, 0, CERTISH, LOGIN],
    [1, TEXT | HEADING, HOME],
    [2, BUTTON | MENU | TEXT, LOGOUT, 0, CERT],
    [1, ADDRESS, HOME],
    // A list has its own page, whatever welcome stands over it.
    [-2, COLUMN | CELL | ROW, 0],
  ],
];
