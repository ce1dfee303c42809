/**
 * Whether a document has anything to recognise at all: the cheap look that decides whether the recogniser
 * is brought into it. Generous on purpose: a "yes" too many costs one injection, a "no" too many hides a
 * page. So it asks for words that some page state needs (phrases.ts has them with their senses), wherever
 * they stand, seen or not; nothing is styled or laid out for it.
 */
import { attributeOf, dataOf, nearest, openShadowOf, parentOf, rootOf, tagOf, typeOf, walkerOf } from './dom';
import { normalise } from './text';

/** Nodes between two pauses. */
const PIECE = 256;
/** Characters of one text that are read; the recogniser reads fewer. */
const LONGEST = 600;
/** Texts of a piece that are read with the next one too: a word may be split over elements, 登 <b>录</b>. */
const OVERLAP = 8;

/** What was entered, chosen or never shown is no page's word. */
const UNSAID = 'textarea,select,[contenteditable],[role$=box],[role=option],script,style,noscript';
/** Elements that speak by attributes. */
const SPEAKING = '[aria-label],[placeholder],[title],[alt],input[value]';
const BUTTON_TYPE = /^(button|submit|reset)$/i;

/**
 * In normalised text. First who and what: logins, keys, binding; then what goes wrong; then what only a
 * page behind the login has; then what English pages say.
 */
const WORDS = new RegExp(
  [
    '登[录入出]|密码|口令|账[号户]|工号|用户[名代]|证书|[字数]证|钥匙|u盾|锁|绑|介质|加密狗',
    '驱动|[控插组]件|助手|客户端|签[名章]|安装|启动|会话|长时间|过期|失效|超时|频繁|稍[后候]|忙|异常|出错|错误|故障|失败|不可用|维护',
    '退出|注销|进入系统|工作台|待办|桌面|欢迎|[您你]好|workbench',
    '\\b(ca|pin)\\b|key|usb|0x[0e]|log ?(in|on|out)|sign ?(in|out)|passw|certif|bind',
  ].join('|'),
);

export interface Glance {
  /** Whether a word was found that a page state could need. */
  readonly isConcerned: boolean;
  /** Open shadow roots that were passed, to be watched like the document. */
  readonly shadows: readonly ShadowRoot[];
}

/** A text node out of fields and editable regions. */
function isSaid(text: Node): boolean {
  const owner = parentOf(text);
  return owner !== null && !nearest(owner, UNSAID);
}

/** Whether texts hold a word of ours, in one or over several. */
function speak(texts: readonly Node[]): boolean {
  const holds = (each: readonly Node[]) => has(each.map((text) => dataOf(text).slice(0, LONGEST)).join(' '));
  // Asking where a text stands is dearer than reading it.
  return holds(texts) && holds(texts.filter(isSaid));
}

const has = (text: string): boolean => WORDS.test(normalise(text));

/** What an element says by its attributes; by `value` only a button (design.md §3.2). */
function attributesOf(element: Element): string {
  const names = ['aria-label', 'placeholder', 'title', 'alt'];
  if (tagOf(element) === 'input' && BUTTON_TYPE.test(attributeOf(element, 'type'))) names.push('value');
  return names.map((name) => attributeOf(element, name).slice(0, LONGEST)).join(' ');
}

/** Pauses by yielding nothing, so that a large page can be read in idle slices; yields the glance at the end. */
export function* glanceAt(document: Document): Generator<Glance | undefined, void> {
  const roots: (Element | ShadowRoot)[] = [rootOf(document)];
  let isConcerned = false;
  // Grows as shadow roots are passed.
  for (const root of roots) {
    isConcerned = yield* walk(root);
    if (isConcerned) break;
  }
  yield { isConcerned, shadows: roots.slice(1) as ShadowRoot[] };

  function* walk(root: Element | ShadowRoot): Generator<undefined, boolean> {
    if (root.querySelector('input[type=password]')) return true;
    let count = 0;
    for (const element of root.querySelectorAll(SPEAKING)) {
      if (has(attributesOf(element))) return true;
      count += 1;
      if (count % PIECE === 0) yield undefined;
    }
    let texts: Node[] = [];
    const walker = walkerOf(document, root);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      count += 1;
      if (typeOf(node) === 3) texts.push(node);
      else {
        const shadow = openShadowOf(node);
        if (shadow) roots.push(shadow);
      }
      if (count % PIECE) continue;
      if (speak(texts)) return true;
      texts = texts.slice(-OVERLAP);
      yield undefined;
    }
    return speak(texts);
  }
}
