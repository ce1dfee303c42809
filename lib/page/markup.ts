/** What tags, roles and the class names of the usual Chinese element libraries say about an element. */

/** Holds no text that is shown as text. */
export const SKIPPED = /^(script|style|template|noscript|head|svg|math|canvas|video|audio|object|option)$/;
export const FIELDS = /^(input|select|textarea)$/;
export const FRAMES = /^i?frame$/;
/** Widgets whose text is what was entered or chosen. */
export const OPAQUE = /^(textbox|searchbox|combobox|listbox|spinbutton|option)$/;
// Tags and roles; the role wins where there is one.
export const CONTROLS = /^(button|a|summary|area|link|menuitem\w*|treeitem)$/;
export const HEADINGS = /^(h[1-6]|legend|caption|heading)$/;
export const COLUMNS = /^(th|columnheader)$/;
export const DIALOGS = /^(alert)?dialog$/;
const MENUS = /^(nav|aside|menu(bar)?|navigation|tree)$/;
/** Their words belong to the part around them, unless they are controls themselves. */
export const INLINE = /^(span|[bius]|em|strong|font|small|big|del|ins|mark|code|nobr)$/;

/** Words of a class name, as between spaces, hyphens and underscores. */
const inClass = (words: string) => new RegExp(`(^|[\\s_-])(${words})([\\s_-]|$)`, 'i');

export const CONTROL_CLASS = inClass('btn\\d*|\\w*button|link|click|pointer');
export const TITLE_CLASS = inClass('\\w*title|tit\\d?|head(er|ing)?|caption|hd');
const MENU_CLASS = inClass('(sub)?menu|nav(bar)?|side-?bar|aside|breadcrumb');
export const STEP_CLASS = /(^|\s)([a-z]+-)?(steps?|step-?bar|timeline)(-item)?(\s|$)/;
export const ERROR_CLASS = /(^|[\s_-])(err|fail|danger|invalid)|Err/;
const TOAST_CLASS = /(^|\s)[a-z]+-(message|notif\w+|notice)(\s|$)|toast|snackbar|layer-msg/;
/** A standing banner, whatever its role says: help, unless it is marked as an error. */
const BANNER_CLASS = inClass('alert');
export const DIALOG_CLASS =
  /(^|\s)([\w-]+[_-])?(dialog|modal|popup|popconfirm|popover|drawer|message-?box|layer|panel window)([_-]+(box|wrap\w*|root|content|container|dialog))?(\s|$)/i;
const ACTIVE_CLASS = inClass('active|curr?|current|on|act|select(ed)?|checked|this|chosen');
const PRIMARY_CLASS = /primary|danger|confirm|ok(\s|$)|submit|btn0|success|warning/i;
/** layui calls its plain, white button "primary". */
const PLAIN_CLASS = /layui-btn-primary|default|cancel/i;

export const isMenu = (name: string, className: string): boolean =>
  (MENUS.test(name) || MENU_CLASS.test(className)) && !/tab/i.test(className);
export const isToast = (name: string, className: string): boolean =>
  name === 'alert' ? !BANNER_CLASS.test(className) : TOAST_CLASS.test(className);
export const isActive = (className: string): boolean => ACTIVE_CLASS.test(className);
export const isPrimary = (className: string): boolean =>
  PRIMARY_CLASS.test(className) && !PLAIN_CLASS.test(className);
