/**
 * Documents that try to make recognition throw, hang or lie. Each is built by a script of the page's own, in
 * its main world, since a parser would not nest so deep. Most hold a list of certificates, so that what was
 * recognised shows that they were really read.
 */

/** A page with a certificate list, and something in front of it for the script. */
const LIST = '<h2>CA证书管理</h2><p>证书序列号 4A10</p><button>绑定CA</button><button>解绑CA</button>';
export const HOSTILE_HTML = `<!doctype html><meta charset="utf-8"><title>平台</title><div id="stage"></div>${LIST}`;

export interface HostileDocument {
  readonly name: string;
  /** Runs in the page; `stage` is an element in front of the list. */
  readonly script: string;
  /** Where it is not the list that is shown. */
  readonly state?: string | null;
}

const times = (count: number, html: string) => `stage.innerHTML = ${JSON.stringify(html)}.repeat(${count});`;

const CLOBBERED = [
  ...[
    'querySelector',
    'querySelectorAll',
    'children',
    'childNodes',
    'getAttribute',
    'hasAttribute',
    'parentNode',
  ],
  ...[
    'parentElement',
    'nodeType',
    'nodeName',
    'localName',
    'tagName',
    'textContent',
    'attributes',
    'closest',
  ],
  ...['matches', 'shadowRoot', 'contains', 'getRootNode', 'ownerDocument', 'getBoundingClientRect', 'labels'],
  ...[
    'checkVisibility',
    'firstChild',
    'nextSibling',
    'innerText',
    'style',
    'id',
    'data',
    'documentElement',
    'title',
  ],
  ...[
    'body',
    'defaultView',
    'createTreeWalker',
    'location',
    'host',
    'toString',
    'valueOf',
    'addEventListener',
  ],
];

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  {
    name: 'nested a hundred thousand deep, out of sight',
    // In lengths of a thousand: Chromium walks up the whole depth for every element that is put in.
    script: `
      const lengthOf = (depth) => {
        const top = document.createElement('div');
        top.append('请插入UKey');
        let at = top;
        for (; depth > 1; depth -= 1) {
          const next = document.createElement(depth % 2 ? 'div' : 'span');
          at.append(next);
          at = next;
        }
        return [top, at];
      };
      const [top, bottom] = lengthOf(1000);
      let at = bottom;
      for (let length = 1; length < 100; length += 1) {
        const [next, end] = lengthOf(1000);
        at.append(next);
        at = end;
      }
      stage.style.display = 'none';
      stage.append(top);`,
  },
  {
    name: 'nested a thousand deep in sight, with words at every level',
    script: `
      let at = stage;
      for (let depth = 0; depth < 1000; depth += 1) {
        const next = document.createElement('div');
        next.append('证书');
        at.append(next);
        at = next;
      }`,
  },
  {
    name: 'texts of a megabyte',
    // One in sight, which is all that Chromium can lay out in a second, and two that are not.
    script: `for (let at = 0; at < 3; at += 1) {
      const p = document.createElement('p');
      p.append('确定要解绑UKey吗？'.repeat(at ? 100_000 : 35_000));
      p.hidden = at > 0;
      stage.append(p);
    }`,
    state: null,
  },
  {
    name: 'a paragraph in twenty thousand pieces',
    script: `const p = document.createElement('p');
      for (let at = 0; at < 20_000; at += 1) { const b = document.createElement('b'); b.append('绑'); p.append(b); }
      stage.append(p);`,
  },
  {
    name: 'a form, and a document, whose fields are called like their own properties',
    script: `
      const form = document.createElement('form');
      for (const name of ${JSON.stringify(CLOBBERED)}) {
        for (const tag of ['input', 'img']) {
          const element = document.createElement(tag);
          element.setAttribute('name', name);
          (tag === 'img' ? stage : form).append(element);
        }
      }
      while (document.body.children.length > 1) form.append(document.body.children[1]);
      document.body.append(form);`,
  },
  {
    name: 'a question in such a form',
    script: `
      const form = document.createElement('form');
      for (const name of ${JSON.stringify(CLOBBERED)}) {
        const input = document.createElement('input');
        input.type = 'hidden';
        input.setAttribute('name', name);
        Element.prototype.append.call(form, input);
      }
      for (const [tag, says] of [['p', '确定要解绑该UKey吗？'], ['a', '取消'], ['button', '确定']]) {
        const element = document.createElement(tag);
        element.append(says);
        Element.prototype.append.call(form, element);
      }
      stage.append(form);`,
    state: 'unbind-confirm',
  },
  {
    name: 'attributes of a third of a megabyte',
    script: `
      const long = '绑定CA '.repeat(40_000);
      for (const [tag, name] of [['div', 'class'], ['input', 'placeholder'], ['button', 'aria-label'], ['i', 'title'], ['img', 'alt']]) {
        const element = document.createElement(tag);
        element.setAttribute(name, long);
        stage.append(element);
      }`,
    state: null,
  },
  {
    name: 'properties that throw, on nodes and prototypes',
    script: `
      const trap = () => { throw new Error('trap'); };
      const paragraph = document.createElement('p');
      paragraph.append('请插入UKey');
      for (const name of ['toString', 'valueOf', 'textContent', 'matches', 'closest']) {
        Object.defineProperty(paragraph, name, { get: trap });
      }
      stage.append(paragraph);
      for (const prototype of [Node.prototype, Element.prototype, Document.prototype, HTMLElement.prototype]) {
        for (const name of ['parentNode', 'nodeType', 'localName', 'shadowRoot', 'getAttribute', 'matches', 'closest',
          'createTreeWalker', 'querySelectorAll', 'getBoundingClientRect', 'documentElement', 'innerText']) {
          if (Object.hasOwn(prototype, name)) Object.defineProperty(prototype, name, { get: trap });
        }
      }
      Array.prototype.map = trap;
      Object.prototype.toString = trap;`,
  },
  {
    name: 'thousands of dialogs',
    script: times(
      3000,
      '<div role="dialog"><h3>提示</h3><p>通知内容</p><button>确定</button><button>取消</button></div>',
    ),
    state: null,
  },
  {
    name: 'thousands of dialogs that ask',
    script: times(
      2000,
      '<div role="dialog"><p>确定要解绑吗？</p><button>确定</button><button>取消</button></div>',
    ),
    state: 'unbind-confirm',
  },
  {
    name: 'thousands of questions in no dialog',
    script: times(2000, '<div><p>确定要解绑微信吗？</p><button>确定</button><button>取消</button></div>'),
    state: null,
  },
  {
    name: 'thousands of boxes without a button',
    script: times(3000, '<div class="modal"><p>证书有效期</p><p>证书序列号</p></div>'),
    state: null,
  },
  {
    name: 'one box of ten thousand texts without a button',
    script: `const box = document.createElement('div'); box.className = 'modal';
      for (let at = 0; at < 10_000; at += 1) { const p = document.createElement('p'); p.append('证书'); box.append(p); }
      stage.append(box);`,
    state: null,
  },
  {
    name: 'thousands of messages',
    script: times(3000, '<div role="alert">未检测到UKey</div>'),
    state: null,
  },
  {
    name: 'twenty thousand fields and their labels',
    script: times(10_000, '<label>证书密码<input type="radio"></label><label for="x">CA</label><input>'),
    state: null,
  },
  {
    name: 'shadow roots in shadow roots',
    script: `
      let at = stage;
      for (let depth = 0; depth < 300; depth += 1) {
        const host = document.createElement('div');
        at.append(host);
        at = host.attachShadow({ mode: 'open' });
        at.append('请插入UKey');
      }`,
    state: null,
  },
  {
    name: 'custom elements that throw when they are touched',
    script: `
      customElements.define('trap-element', class extends HTMLElement {
        get textContent() { throw new Error('trap'); }
        get shadowRoot() { throw new Error('trap'); }
        get localName() { throw new Error('trap'); }
        getAttribute() { throw new Error('trap'); }
        closest() { throw new Error('trap'); }
      });
      ${times(500, '<trap-element role="button">请插入UKey</trap-element>')}`,
    state: null,
  },
  {
    name: 'a page that frames itself',
    script: `for (let at = 0; at < 3; at += 1) {
        const frame = document.createElement('iframe');
        frame.src = location.href;
        stage.append(frame);
      }`,
  },
];
