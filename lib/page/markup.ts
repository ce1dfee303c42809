/** What tags, roles and the class names of the usual Chinese element libraries say about an element. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never rendered text, or text of no interest. */
export const SKIPPED = words('script style template noscript head svg math canvas video audio object option');
export const FIELDS = words('input select textarea');
export const FRAMES = words('iframe frame');
const CONTROLS = words('button a summary area');
const CONTROL_ROLES = words('button link menuitem menuitemradio menuitemcheckbox treeitem tab');
const HEADINGS = words('h1 h2 h3 h4 h5 h6 legend caption');
/** Inline: their words belong to the part around them unless they are controls themselves. */
const INLINE = words(
  'span b i em strong font u small big s del ins mark code abbr sub sup bdi bdo nobr center',
);
/** Widgets whose text is what was entered or chosen. */
export const OPAQUE_ROLES = words('textbox searchbox combobox listbox spinbutton option');
export const ROWS = words('tr li');

const CONTROL_CLASS =
  /(?:^|[\s_-])(?:btn|button|linkbutton|link|click|pointer)(?:\d|[\s_-]|$)|(?:Btn|Button)(?![a-z])/i;
const TITLE_CLASS = /title|(?:^|[\s_-])(?:tit\d?|head(?:er|ing)?|caption|hd)(?:[\s_-]|$)/i;
const MENU_CLASS = /(?:^|[\s_-])(?:sub)?(?:menu|nav|navbar|sidebar|aside|breadcrumb)(?:[\s_-]|$)/i;
const TAB_CLASS = /tab/i;
const STEP_CLASS =
  /(?:^|\s)(?:(?:el|ant|ivu|van|n|a|t|arco|layui)-)?(?:steps?|step-?bar|timeline)(?:-item)?(?:\s|$)/;
const ERROR_CLASS = /(?:^|[\s_-])(?:err|fail|danger|invalid)|Err(?:or|Msg|Info|Tip)/;
const LIBRARY = '(?:^|\\s)(?:el|ant|ivu|n|van|a|t|arco|layui|ui|tiny|vxe|dx)-';
const TOAST_CLASS = new RegExp(
  `${LIBRARY}(?:message|notification|notify|notice|toast)(?:-notice)?(?:\\s|$)|toast|snackbar|layui-layer-msg|(?:^|\\s)noty`,
);
/** A standing banner, whatever its role says: help, unless it is marked as an error. */
const BANNER_CLASS = /(?:^|[\s-])alert(?:[\s-]|$)/;
const DIALOG_CLASS = new RegExp(
  `${LIBRARY}(?:dialog|modal|message-?box|messager?|popconfirm|popover|drawer|layer|popup)(?:-wrap|__wrapper|-root)?(?:\\s|$)|(?:^|\\s)(?:[\\w-]*[-_])?(?:dialog|modal|popup|messagebox|popconfirm|swal2?-popup)(?:[-_](?:box|wrap|wrapper|content|container|dialog))?(?:\\s|$)|(?:^|\\s)panel window(?:\\s|$)`,
  'i',
);
const DIALOG_ROLES = words('dialog alertdialog');
const ACTIVE_CLASS =
  /(?:^|[\s_-])(?:active|actived|cur|curr|current|on|act|select|selected|checked|this|chosen|choose)(?:\s|$)/i;
const PRIMARY_CLASS = /primary|danger|confirm|(?:^|[\s_-])ok|submit|btn0|success|warning/i;
/** layui calls its plain, white button "primary". */
const PLAIN_CLASS = /layui-btn-primary|default|cancel/i;

export type Shape = 'control' | 'tab' | 'heading' | 'column' | 'block' | 'hint' | 'inline';

/**
 * `hint`: an inline element that its class or an attribute makes look like a control; it is one only if
 * it holds no other.
 */
export function shapeOf(tag: string, role: string, className: string, acts: boolean): Shape {
  if (role === 'tab') return 'tab';
  if (CONTROLS.has(tag) || CONTROL_ROLES.has(role)) return 'control';
  if (HEADINGS.has(tag) || role === 'heading') return 'heading';
  if (tag === 'th' || role === 'columnheader') return 'column';
  if (acts || CONTROL_CLASS.test(className)) return 'hint';
  if (TITLE_CLASS.test(className)) return 'heading';
  return INLINE.has(tag) ? 'inline' : 'block';
}

export const isMenu = (tag: string, role: string, className: string): boolean =>
  ((tag === 'nav' || tag === 'aside' || /^(?:menu|menubar|navigation|tree)$/.test(role)) &&
    !TAB_CLASS.test(className)) ||
  (MENU_CLASS.test(className) && !TAB_CLASS.test(className));
export const isStep = (className: string): boolean => STEP_CLASS.test(className);
export const isMarkedError = (className: string, id: string): boolean =>
  ERROR_CLASS.test(className) || ERROR_CLASS.test(id);
export const isToast = (role: string, className: string): boolean =>
  (role === 'alert' && !BANNER_CLASS.test(className)) || TOAST_CLASS.test(className);
export const isDialogByRole = (tag: string, role: string): boolean =>
  tag === 'dialog' || DIALOG_ROLES.has(role);
export const isDialogByClass = (className: string): boolean => DIALOG_CLASS.test(className);
export const isActive = (className: string): boolean => ACTIVE_CLASS.test(className);
export const isPrimary = (className: string): boolean =>
  PRIMARY_CLASS.test(className) && !PLAIN_CLASS.test(className);
