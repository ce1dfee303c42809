/**
 * What elements are, as selectors: tags, roles, and the class names of the usual Chinese element
 * libraries. Parts of class names, since every site has its own prefixes.
 */
const classes = (...words: string[]) => words.map((word) => `[class*=${word}]`).join();

/** Controls by what they are. */
export const CONTROL =
  'button,a,summary,[role=button],[role=link],[role^=menuitem],[role=treeitem],[role=tab],input';
/** Controls perhaps, by what they look like: if they are short and hold no other. */
export const ACTING = `[onclick],[tabindex="0"],${classes('btn', 'button', 'link', 'click', 'pointer')}`;
/** Words in these belong to what is around them. */
export const INLINE = /^(span|[bius]|em|strong|font|small|big)$/;
export const UNIT = 'span b i u s em strong font small big'
  .split(' ')
  .map((tag) => `:not(${tag})`)
  .join('');

export const HEADING = `h1,h2,h3,h4,h5,h6,legend,caption,[role=heading],${classes('title', 'Title', 'head', 'tit-')}`;
export const COLUMN = 'th,[role=columnheader]';
export const ROW = 'tr,li,[role=row]';
/** Fields: what is in them was entered or chosen. */
const ENTRY =
  'textarea,select,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=combobox],[role=searchbox],[role=listbox]';
export const FIELD = `input,${ENTRY}`;
/** No text in these is read. */
export const WIDGET = `${ENTRY},[role=option],[role=spinbutton]`;
/** Withheld from everybody or from assistive technology: no evidence either way. */
export const WITHHELD = '[aria-hidden=true],[inert],[hidden]';

export const MENU = `nav,aside,[role=navigation],[role^=menu],[role=tree],${classes('menu', 'sidebar', 'breadcrumb')},[class*=nav]:not([class*=tab])`;
export const STEP = `.step,.steps,${classes('-steps', '-step ', 'step__', 'timeline')},[class$=-step]`;
export const ERROR = `${classes('err', 'Err', 'fail', 'danger', 'invalid')},[id*=err]`;
/** `alert` as a class is a standing banner, whatever its role says: help, unless it is marked as an error. */
export const TOAST = `[role=alert]:not([class*=alert]),.el-message,.ivu-message-notice,.layui-layer-msg,${classes('message-notice', 'notification', 'toast', 'snackbar')}`;
export const DIALOG = 'dialog,[role=dialog],[role=alertdialog]';
/** Dialogs by class name alone. */
export const BOX = classes(
  'dialog',
  'modal',
  'popup',
  'popconfirm',
  'popover',
  'drawer',
  'message-box',
  'layer',
)
  .split(',')
  .map((each) => `${each}:not(body)`)
  .join();

export const ACTIVE = /(^|[\s_-])(active|curr?|current|on|act|select(ed)?|checked|this|chosen)([\s_-]|$)/i;
/** The button that stands out. layui calls its plain, white one "primary". */
export const STANDS_OUT = `${classes('primary', 'danger', 'confirm', 'submit', 'btn0', 'success', 'warning', 'okbtn', '-ok')}`;
export const PLAIN = classes('layui-btn-primary', 'default', 'cancel');
