/** Mutations of what a control says and how it is written. */
import type { PureMutation } from './model';

/** Texts that a person reads in an element, in order. */
function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (/\S/.test((node as Text).data) && !parent?.closest('script,style')) texts.push(node as Text);
  }
  return texts;
}

const SAYING = ['value', 'placeholder', 'title', 'aria-label', 'alt'] as const;

/** Rewrites what an element and all in it say; whether anything changed. */
function reword(root: Element, rewrite: (text: string) => string): boolean {
  let changed = false;
  const put = (before: string, write: (after: string) => void) => {
    const after = rewrite(before);
    if (after === before) return;
    write(after);
    changed = true;
  };
  for (const text of textsIn(root))
    put(text.data, (after) => {
      text.data = after;
    });
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of SAYING) {
      const value = element.getAttribute(name);
      const isButton = /^(button|submit|reset|image)$/i.test(element.getAttribute('type') ?? '');
      if (value === null || (name === 'value' && !isButton)) continue;
      put(value, (after) => element.setAttribute(name, after));
    }
  }
  return changed;
}

const ofControl =
  (rewrite: (text: string) => string): PureMutation['apply'] =>
  (it) =>
    reword(it, rewrite) ? it : undefined;
const ofPage =
  (rewrite: (text: string) => string): PureMutation['apply'] =>
  (it) =>
    reword(it.ownerDocument.body, rewrite) ? it : undefined;

/** Between the characters of each Chinese word of two. */
const spaced = (space: string) => (text: string) =>
  text.replace(/([\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, `$1${space}`);

/** A to Z, a to z and digits in their full-width forms. */
const fullWidth = (text: string): string =>
  text.replace(/[A-Za-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Words for the key that mean the same (design.md §2), each for the next. */
const KEY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/CA\s*(数字证书|证书|锁)|USB\s*-?Key|UKey|U盾|加密锁|电子钥匙|CA(?![a-zA-Z])/gi, 'UKey'],
];
const OTHER_KEY_WORD: readonly (readonly [RegExp, string])[] = [[/UKey|USB\s*-?Key|U盾/gi, 'CA锁']];
const DEED_WORDS: readonly (readonly [RegExp, string])[] = [
  [/解绑/g, '〔一〕'],
  [/解除绑定|取消绑定/g, '解绑'],
  [/〔一〕/g, '解除绑定'],
  [/登录/g, '〔二〕'],
  [/登陆/g, '登录'],
  [/〔二〕/g, '登陆'],
  [/PIN\s*码?/gi, '证书口令'],
];
const replaced = (words: readonly (readonly [RegExp, string])[]) => (text: string) =>
  words.reduce((said, [word, other]) => said.replace(word, other), text);

function prepend(it: Element, ...nodes: (Node | string)[]): Element | undefined {
  if (/^(input|select|textarea|img)$/.test(it.localName)) return undefined;
  it.prepend(...nodes);
  return it;
}

function iconFor(document: Document): Element {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('width', '14');
  icon.setAttribute('height', '14');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M1 1h12v12z');
  icon.append(path);
  return icon;
}

function splitText(it: Element): Element | undefined {
  const texts = textsIn(it);
  if (texts.length === 0) return undefined;
  for (const text of texts) {
    const pieces = [...text.data].map((character) => {
      const piece = it.ownerDocument.createElement('span');
      piece.append(character);
      return piece;
    });
    text.replaceWith(...pieces);
  }
  return it;
}

/** What a control must never be taken for, by the word that made it one. */
const OPPOSITES: Readonly<Record<string, string>> = {
  unbind: '注销证书',
  'unbind-confirm': '取消',
  bind: '解绑',
  'bind-confirm': '上报',
  'login-submit': '重置',
  'ca-menu': '数据统计',
  'account-tab': '扫码登录',
  'ca-tab': '扫码登录',
};

export const WORDS: readonly PureMutation[] = [
  {
    name: 'icon-added',
    benign: true,
    apply: (it) => prepend(it, iconFor(it.ownerDocument), it.ownerDocument.createElement('i')),
  },
  // Icon fonts put a character of a private area before the words.
  { name: 'icon-font', benign: true, apply: (it) => prepend(it, '\ue68f ') },
  { name: 'spaces-inserted', benign: true, apply: ofControl(spaced(' ')) },
  { name: 'wide-spaces', benign: true, apply: ofControl(spaced('\u3000')) },
  { name: 'full-width', benign: true, apply: ofPage(fullWidth) },
  { name: 'synonym-ukey', benign: true, apply: ofPage(replaced(KEY_WORDS)) },
  { name: 'synonym-ca', benign: true, apply: ofPage(replaced(OTHER_KEY_WORD)) },
  { name: 'synonym-deed', benign: true, apply: ofPage(replaced(DEED_WORDS)) },
  { name: 'text-split', benign: true, apply: splitText },
  {
    name: 'made-opposite',
    benign: false,
    apply: (it, target) => {
      const word = OPPOSITES[target];
      if (word === undefined) return undefined;
      let isFirst = true;
      const changed = reword(it, () => {
        const said = isFirst ? word : '';
        isFirst = false;
        return said;
      });
      return changed ? null : undefined;
    },
  },
  {
    name: 'about-wechat',
    benign: false,
    apply: (it, target) => {
      if (!/^(unbind|bind)/.test(target)) return undefined;
      const key =
        /(CA|Ca)?(数字|电子)?(证书|锁(?=[^定]|$))(介质|口令|密码)?|USB\s*-?\s*Key|U\s*-?Key|U盾|加密[锁狗]|(电子)?钥匙|介质|PIN\s*码?|\bKey\b|CA(?![a-zA-Z])/gi;
      const document = it.ownerDocument;
      document.title = document.title.replace(key, '微信');
      return reword(document.body, (text) => text.replace(key, '微信')) ? null : undefined;
    },
  },
];
