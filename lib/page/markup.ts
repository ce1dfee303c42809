/**
 * What elements are, as selectors: tags, roles, and the class names of the usual Chinese element
 * libraries. Parts of class names, since every site has its own prefixes.
 */
const classes = (words: string) => words.replace(/\S+/g, ',[class*=$&]').slice(1);

/** Controls by what they are. */
export const CONTROL =
  'button,a,summary,[role=button],[role=link],[role^=menuitem],[role=tab],input,img[onclick]';
/** Controls perhaps, by what they look like: if they are short and hold no other. */
export const ACTING = `[onclick],[tabindex="0"],${classes('btn button link click pointer dropdown-menu-item dropdown-item')}`;
/** All but inline elements, whose words belong to what is around them. */
export const UNIT = ':not(span,b,i,u,s,em,strong,font,small)';

export const HEADING = `h1,h2,h3,h4,h5,h6,legend,caption,[role=heading],${classes('title Title head')}`;
export const COLUMN = 'th,[role=columnheader]';
/** In a row of a list, or a later cell of a table's row: not where a form laid out as a table has its buttons. */
export const ROW = 'li,[role=row],td+td';
/** Lists made of no form element. */
export const PICKER = classes('select picker cascader combo');
/** Fields: what is in them was entered or chosen. */
const ENTRY = 'textarea,select,[contenteditable],[role$=box]';
export const FIELD = `input,${ENTRY}`;
/** No text in these is read. */
export const WIDGET = `${ENTRY},[role=option]`;
/** Withheld from everybody or from assistive technology: no evidence either way. */
export const WITHHELD = '[aria-hidden=true],[inert]';

export const MENU = `nav,aside,[role^=menu],[class*=menu]:not([class*=dropdown]),${classes('sidebar breadcrumb tree')},[class*=nav]:not([class*=tab])`;
export const STEP = `.step,.steps,[class$=-step],${classes('-steps step__')}`;
export const ERROR = `[id*=err],${classes('err Err fail danger invalid')}`;
/** `alert` as a class is a standing banner, whatever its role says: help, unless it is marked as an error. */
export const TOAST = `[role=alert]:not([class*=alert]),.el-message,.arco-message,.n-message,.t-message,${classes('-msg _msg message-notice notification notice-notice notify toast snackbar result-error result-warn result-success')}`;
export const DIALOG = 'dialog,[role=dialog],[role=alertdialog]';
/** Dialogs by class name alone. */
export const BOX = classes(
  'dialog modal pop drawer message-box messagebox msgbox msg-box layer window messager swal sweet-alert jconfirm alert-box aui_state',
)
  // A control that opens one, a row of its buttons and the mask behind it are named after it.
  .replace(
    /\](?=\s|$)/g,
    ']:not(a,button,input,i,[class*=mask],[class*=button],[class*=foot],[class*=trigger])',
  );

export const ACTIVE = /(^|[\s_-])(true|active|cur\w*|on|act|select\w*|checked|this|chosen|sel)(\s|$)/i;
/** The same at the end of a name in camel case: `tabOn`. */
export const ACTIVE_CAMEL = /[a-z](On|Active|Cur|Current|Sel|Selected|Checked)(\s|$)/;
/** The button that stands out. layui calls its plain, white one "primary". */
export const STANDS_OUT = classes('primary danger confirm submit btn0');
export const PLAIN = classes('layui-btn-primary default cancel');
