/** Mutations of markup that leave words and looks as they are. */
import type { TargetName } from '@/lib/page/model';
import type { PureMutation } from './model';

const PRESSED: ReadonlySet<TargetName> = new Set([
  'login-submit',
  'unbind',
  'unbind-confirm',
  'bind',
  'bind-confirm',
]);
const SWITCHED: ReadonlySet<TargetName> = new Set([...PRESSED, 'account-tab', 'ca-tab', 'ca-menu']);

/** Looks that styles by class or id may give, and that would go with them. */
const LOOKS = [
  'display',
  'visibility',
  'opacity',
  'position',
  'z-index',
  'cursor',
  'pointer-events',
  'float',
  'color',
  'background-color',
  'overflow',
  'font-weight',
  'list-style-type',
] as const;
const PLACED = ['top', 'left', 'right', 'bottom', 'width', 'height', 'transform', 'clip'] as const;

const elementsOf = (document: Document): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('body, body *:not(script):not(style)'),
];

/** Ids that other elements refer to. */
function referredIds(document: Document): Map<string, Element[]> {
  const referring = new Map<string, Element[]>();
  for (const element of document.querySelectorAll(
    '[for],[aria-labelledby],[aria-describedby],[aria-controls]',
  )) {
    for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
      for (const id of (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean)) {
        referring.set(id, [...(referring.get(id) ?? []), element]);
      }
    }
  }
  return referring;
}

function rewriteRules(rules: CSSRuleList, rewrite: (selector: string) => string): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) rule.selectorText = rewrite(rule.selectorText);
    if ('cssRules' in rule) rewriteRules(rule.cssRules as CSSRuleList, rewrite);
  }
}

/** As a build step does that shortens class names: style sheets follow. */
function renameNames(document: Document): void {
  const names = new Map<string, string>();
  const fresh = (kind: string, name: string) => {
    const key = kind + name;
    if (!names.has(key)) names.set(key, `z${names.size}q`);
    return names.get(key) ?? '';
  };
  const referring = referredIds(document);
  for (const element of elementsOf(document)) {
    if (element.classList.length > 0) {
      element.setAttribute('class', [...element.classList].map((name) => fresh('.', name)).join(' '));
    }
    if (!element.id) continue;
    const before = element.id;
    element.id = fresh('#', before);
    for (const each of referring.get(before) ?? []) {
      for (const { name, value } of [...each.attributes]) {
        if (/^(for|aria-(labelledby|describedby|controls))$/.test(name)) {
          const ids = value.split(/\s+/).map((id) => (id === before ? element.id : id));
          each.setAttribute(name, ids.join(' '));
        }
      }
    }
  }
  for (const sheet of document.styleSheets) {
    rewriteRules(sheet.cssRules, (selector) =>
      selector.replace(/([.#])(-?[A-Za-z_][\w-]*)/g, (all, kind, name) =>
        names.has(kind + name) ? kind + names.get(kind + name) : all,
      ),
    );
  }
}

/** No id and no class any more; the page looks the same. */
function removeNames(document: Document): void {
  const all = elementsOf(document);
  const referring = referredIds(document);
  const view = document.defaultView ?? window;
  const looks = all.map((element) => {
    const style = view.getComputedStyle(element);
    const wanted = style.position === 'static' ? LOOKS : [...LOOKS, ...PLACED];
    return wanted.map((name) => [name, style.getPropertyValue(name)] as const);
  });
  for (const [at, element] of all.entries()) {
    element.removeAttribute('class');
    if (!referring.has(element.id)) element.removeAttribute('id');
    for (const [name, value] of looks[at] ?? []) element.style.setProperty(name, value);
  }
}

/** The control made of another element, as it looked. */
function rebuild(it: Element, tag: string): Element | undefined {
  if (it.localName === tag) return undefined;
  const document = it.ownerDocument;
  const isInput = it.localName === 'input';
  const said = (isInput ? it.getAttribute('value') : it.textContent)?.trim();
  // What says nothing (an icon, an image) has no other tag to be made of.
  if (!said) return undefined;
  const other = document.createElement(tag) as HTMLElement;
  for (const { name, value } of [...it.attributes]) {
    if (/^(class|style|id|title|onclick|aria-label|tabindex)$/.test(name)) other.setAttribute(name, value);
  }
  if (tag === 'input') {
    other.setAttribute('type', 'button');
    other.setAttribute('value', said.replace(/\s+/g, ' '));
  } else if (isInput) other.append(said);
  else other.append(...it.childNodes);
  if (tag === 'a') other.setAttribute('href', '#');
  else other.style.cursor = 'pointer';
  if (tag !== 'input' && isInput) other.style.display = 'inline-block';
  it.replaceWith(other);
  return other;
}

const made =
  (tag: string, targets: ReadonlySet<TargetName>): PureMutation['apply'] =>
  (it, target) =>
    // A list item or cell that became something else would no longer stand in its list.
    targets.has(target) && /^(button|a|div|span|b|input|i)$/.test(it.localName)
      ? rebuild(it, tag)
      : undefined;

/** Structural parts that cannot be wrapped without leaving their parent. */
const BOUND_TO_PARENT = /^(li|td|th|tr|tbody|option|dd|dt|body|dialog)$/;

function wrap(it: Element): Element {
  const document = it.ownerDocument;
  if (BOUND_TO_PARENT.test(it.localName)) {
    const inner = document.createElement('span');
    inner.append(...it.childNodes);
    it.append(inner);
    return it;
  }
  const wrapper = document.createElement('span');
  it.replaceWith(wrapper);
  wrapper.append(it);
  return it;
}

/** The part of a list of likes that holds the control: buttons of a footer, items of a form, tabs. */
function swap(it: Element, target: TargetName): Element | undefined {
  const isField = target === 'certificate-choice' || target === 'pin-field';
  for (let at = isField ? it.parentElement : it; at && at !== it.ownerDocument.body; at = at.parentElement) {
    const parent = at.parentElement;
    const alike = [...(parent?.children ?? [])].filter((each) => {
      // Nobody puts the button of a form before its fields.
      const isRow =
        !isField && each.querySelector('input:not([type=button],[type=submit],[type=radio]),select');
      return each.localName === at?.localName && !isRow;
    });
    if (alike.length < 2 || !parent || /^(tr|tbody)$/.test(parent.localName)) continue;
    const last = alike.at(-1) === at;
    const mark = it.ownerDocument.createComment('');
    at.replaceWith(mark);
    if (last) alike[0]?.before(at);
    else alike.at(-1)?.after(at);
    mark.remove();
    return it;
  }
  return undefined;
}

export const NAMES: readonly PureMutation[] = [
  { name: 'wrapper-added', benign: true, apply: wrap },
  {
    name: 'names-renamed',
    benign: true,
    apply: (it) => {
      renameNames(it.ownerDocument);
      return it;
    },
  },
  {
    name: 'names-removed',
    benign: true,
    apply: (it) => {
      removeNames(it.ownerDocument);
      return it;
    },
  },
  { name: 'order-swapped', benign: true, apply: swap },
  { name: 'made-of-a', benign: true, apply: made('a', SWITCHED) },
  { name: 'made-of-div', benign: true, apply: made('div', SWITCHED) },
  { name: 'made-of-b', benign: true, apply: made('b', SWITCHED) },
  { name: 'made-of-input', benign: true, apply: made('input', PRESSED) },
  {
    name: 'disabled',
    benign: true,
    apply: (it, target) => {
      if (!PRESSED.has(target)) return undefined;
      it.setAttribute('disabled', '');
      return it;
    },
  },
];
