/**
 * A ruleset for Mozilla's fathom-web with our labels, written as its documentation shows: what a label looks
 * like is scored by named rules, coefficients and biases turn scores into confidences, and the surest label
 * above one half is taken. Words are those that our own recogniser looks for; visibility is fathom's own
 * `isVisible`.
 */
import { dom, out, rule, ruleset, score, type, utils } from 'fathom-web';

const CONTROLS =
  'button, a, summary, [role=button], [role=tab], [role=link], input[type=button], input[type=submit], [onclick], [class*=btn], [class*=button]';
const TITLES = 'h1, h2, h3, h4, h5, h6, legend, caption, th, [role=heading], [class*=title]';
const FIELDS = 'input:not([type=hidden]):not([type=button]):not([type=submit]), select, textarea';
const DIALOGS =
  'dialog[open], [role=dialog], [role=alertdialog], [class*=dialog], [class*=modal], [class*=layer]';
const MESSAGES =
  '[role=alert], [class*=message], [class*=toast], [class*=notification], [class*=error], [class*=err], [class*=-msg]';

const squeeze = (text) => text.normalize('NFKC').replace(/\s+/g, '').replace(/登陆/g, '登录').toLowerCase();

/** The texts of those elements that can be seen. */
const seen = (root, selector, textOf) =>
  [...root.querySelectorAll(selector)]
    .map((element) => [element, squeeze(textOf(element))])
    // What says nothing need not be asked whether it can be seen.
    .filter(([element, text]) => text !== '' && text.length < 400 && utils.isVisible(element))
    .map(([, text]) => text);

const CERT = /ca|u?key|u盾|证书|锁|pin码/;
const KEY = /(^|[^a-z])ca([^a-z]|$)|u?s?b?-?key|u盾|ca锁|证书序列号|ca数字证书/;
const WAY = /(ca|key|u盾|证书|锁|介质)登录/;
const UNBIND = /解绑|解除绑定|取消绑定|清除ca绑定/;
const BIND = /(?<!解除|取消|已|未|重新)绑定/;
const FAULT =
  /未检测到|没有检测到|检测不到|未插入|请插入|请先插入|驱动|口令错误|pin码?错误|密码错误|已锁定|被锁|已过期|过期|已经?绑定|已被绑定|超时|失效|重新登录|繁忙|未安装|不正确/;

/** What rules ask of the page, gathered once. */
function gather(root) {
  const label = (element) =>
    [
      element.placeholder ?? '',
      element.title,
      element.type === 'password' ? 'password' : '',
      ...[...(element.labels ?? [])].map((each) => each.textContent),
      element.closest('.form-item, .el-form-item, tr, li, p')?.textContent.slice(0, 24) ?? '',
    ].join(' ');
  const controls = seen(root, CONTROLS, (element) => element.value || element.textContent);
  const titles = seen(root, TITLES, (element) => element.textContent);
  const fields = seen(root, FIELDS, label);
  const dialogs = seen(root, DIALOGS, (element) => element.textContent);
  const messages = seen(root, MESSAGES, (element) => element.textContent);
  return {
    controls,
    titles,
    fields,
    dialogs,
    messages,
    said: [...messages, ...dialogs],
    all: [...controls, ...titles],
  };
}

const some = (texts, ...patterns) => texts.some((text) => patterns.every((pattern) => pattern.test(text)));
const yes = (condition) => (condition ? 1 : 0);

/** By label, the features: name, weight, test of what was gathered. */
const FEATURES = {
  a: [
    ['secret-field', 4, ({ fields }) => some(fields, /password|密码/) && !some(fields, /pin|证书密码|key/)],
    ['account-field', 4, ({ fields }) => some(fields, /用户名|账号|帐号|手机号|登录名/)],
    ['login-control', 3, ({ controls }) => some(controls, /^(立即)?登录$|登录/)],
    ['binds', -4, ({ controls }) => some(controls, BIND) || some(controls, UNBIND)],
  ],
  b: [
    ['key-field', 4, ({ fields }) => some(fields, /pin|证书|key|口令|ca密码/)],
    ['way-said', 4, ({ all }) => some(all, WAY)],
    ['login-control', 4, ({ controls }) => some(controls, /登录/)],
    ['account-field', -5, ({ fields }) => some(fields, /用户名|账号|帐号|手机号/)],
    ['binds', -4, ({ controls }) => some(controls, BIND) || some(controls, UNBIND)],
  ],
  c: [
    ['unbind-control', 5, ({ controls }) => some(controls, UNBIND)],
    ['bind-control', 3, ({ controls }) => some(controls, BIND)],
    ['key-words', 4, ({ all }) => some(all, KEY)],
    ['pin-field', -4, ({ fields }) => some(fields, /pin|口令|证书密码/)],
    ['dialog', -4, ({ dialogs }) => some(dialogs, UNBIND)],
  ],
  d: [
    ['asked-in-dialog', 6, ({ dialogs }) => some(dialogs, UNBIND, /确定|确认|是否/)],
    ['key-words', 4, ({ dialogs }) => some(dialogs, KEY)],
    ['way-back', 1, ({ controls }) => some(controls, /^(取消|返回|否|关闭)$/)],
  ],
  e: [
    ['pin-field', 4, ({ fields }) => some(fields, /pin|口令|证书密码|ca密码|key/)],
    ['bind-control', 3, ({ controls }) => some(controls, BIND)],
    ['bind-title', 4, ({ titles, dialogs }) => some([...titles, ...dialogs], BIND, CERT)],
    ['unbinds', -3, ({ controls }) => some(controls, UNBIND)],
  ],
  f: [
    ['bound-said', 6, ({ said, titles }) => some([...said, ...titles], /绑定(ca|key|证书)?成功/)],
    ['key-words', 3, ({ said, all }) => some([...said, ...all], KEY)],
    ['other-said', -4, ({ said }) => some(said, /银行|微信|手机|邮箱/)],
  ],
  g: [
    ['fault-said', 7, ({ said }) => some(said, FAULT)],
    ['key-words', 2, ({ said, all }) => some([...said, ...all], KEY) || some(said, /重新登录|繁忙/)],
    ['advice', -3, ({ said }) => !some(said, /未|没有|错误|失败|已|超时|繁忙|不正确/)],
  ],
};
const BIASES = { a: -8, b: -7, c: -6.5, d: -9, e: -6.5, f: -8, g: -6 };

const LABELS = Object.keys(FEATURES);

const RULES = ruleset(
  [
    rule(
      dom('html'),
      type('page').note((fnode) => gather(fnode.element)),
    ),
    ...LABELS.flatMap((label) => [
      rule(type('page'), type(label)),
      ...FEATURES[label].map(([name, , test]) =>
        rule(
          type(label),
          score((fnode) => yes(test(fnode.noteFor('page')))),
          { name: `${label}-${name}` },
        ),
      ),
      rule(type(label), out(label)),
    ]),
  ],
  LABELS.flatMap((label) => FEATURES[label].map(([name, weight]) => [`${label}-${name}`, weight])),
  Object.entries(BIASES),
);

/** The label that fathom is surest of, `h` where it is of none. */
export function labelByFathom(document) {
  const facts = RULES.against(document);
  const [best] = LABELS.map((label) => [label, facts.get(label)[0]?.scoreFor(label) ?? 0]).sort(
    ([, one], [, other]) => other - one,
  );
  return best[1] > 0.5 ? best[0] : 'h';
}
