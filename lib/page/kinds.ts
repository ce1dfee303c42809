/** What a part of a page is, one bit a kind. A part may be several, and a rule asks for any. */
export const HEADING = 1 << 0;
/** Title of a dialog. */
export const TITLE = 1 << 1;
export const BUTTON = 1 << 2;
/** The one button of a dialog that goes on with what it asks. */
export const PRIMARY = 1 << 3;
/** The open tab of a group. */
export const TAB_ON = 1 << 4;
/** Another tab, or one of a group that shows no open one: names what could be, not what is. */
export const TAB = 1 << 5;
export const FIELD = 1 << 6;
/** A field for a password or a PIN. */
export const SECRET = 1 << 7;
/** Select, radio, list of keys. */
export const CHOICE = 1 << 8;
export const COLUMN = 1 << 9;
/** Toast, message of an alert box, or text that appeared after an action. */
export const ALERT = 1 << 10;
/** Text marked as an error where it stands, or that leads with what is absent. */
export const NOTE = 1 << 11;
export const TEXT = 1 << 12;
export const MENU = 1 << 13;
/** Title of the document. */
export const DOCUMENT = 1 << 14;
export const ADDRESS = 1 << 15;
/** A button in a row of a table or list. */
export const ROW = 1 << 16;

/** A cell of a table of records: what stands there has been, and is no message. */
export const CELL = 1 << 21;
/** The page as a whole, where it is something to read: many words and no field. */
export const PROSE = 1 << 22;

/** Whatever the page itself says: records do not, and an address with `login` in it may lead to anything. */
export const ANY = ((1 << 17) - 1) & ~ADDRESS;

/** Not kinds, but what a rule may ask besides: about a certificate key; only in a dialog; only outside. */
export const NEAR = 1 << 17;
export const IN_DIALOG = 1 << 18;
export const IN_PAGE = 1 << 19;
/** Not about something else: 证书 alone may be a web server's. */
export const OURS = 1 << 20;

export const TABS = TAB | TAB_ON;
/** Whatever says something. */
export const SAID = ALERT | TEXT | HEADING | NOTE | TITLE;
/** Where an error may stand: help text standing in the page is none (trap 2). */
export const FAULT = ALERT | NOTE;
