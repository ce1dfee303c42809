/** Mutations of where a control stands, and whether it is there at all. */
import type { TargetName } from '@/lib/page/model';
import type { PureMutation } from './model';

/** What the control stands in, below the body, into an open shadow root with the page's styles. */
function moveIntoShadow(it: Element): Element | undefined {
  const document = it.ownerDocument;
  const path: Element[] = [];
  for (let at: Element | null = it; at && at !== document.body; at = at.parentElement) path.unshift(at);
  const [outermost] = path;
  if (!outermost || it.getRootNode() !== document || document.querySelector('dialog[open]')) return undefined;
  const host = document.createElement('x-part');
  outermost.replaceWith(host);
  const root = host.attachShadow({ mode: 'open' });
  for (const style of document.querySelectorAll('style')) root.append(style.cloneNode(true));
  root.append(outermost);
  return it;
}

function showErrorPage(it: Element, target: TargetName): null | undefined {
  // Its own message would be what the page says then.
  if (target === 'result') return undefined;
  const document = it.ownerDocument;
  document.title = '系统提示';
  const heading = document.createElement('h2');
  heading.append('系统繁忙，请稍后再试');
  const back = document.createElement('button');
  back.append('返回');
  const again = document.createElement('button');
  again.append('重新登录');
  document.body.replaceChildren(heading, back, again);
  return null;
}

/** Another control that stands near and says something close. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  unbind: '解绑微信',
  bind: '绑定手机',
  'unbind-confirm': '解绑说明',
  'bind-confirm': '上报',
  'login-submit': '其他登录方式',
  'ca-tab': '扫码登录',
  'account-tab': '扫码登录',
  'ca-menu': 'CA办理指南',
};

export const PLACES: readonly PureMutation[] = [
  {
    name: 'target-removed',
    benign: false,
    apply: (it) => {
      it.remove();
      return null;
    },
  },
  { name: 'error-page', benign: false, apply: showErrorPage },
  { name: 'inside-shadow', benign: true, apply: moveIntoShadow },
  {
    name: 'neighbour-added',
    benign: true,
    apply: (it, target) => {
      const word = NEIGHBOURS[target];
      if (word === undefined || /^(td|tr)$/.test(it.localName)) return undefined;
      // Beside the control, not inside it, where only its words were marked.
      const control = it.closest('a,button,[role=button]') ?? it;
      const neighbour = it.ownerDocument.createElement(control.localName === 'li' ? 'li' : 'a');
      if (neighbour.localName === 'a') neighbour.setAttribute('href', '#');
      neighbour.append(word);
      control.before(neighbour);
      return it;
    },
  },
  {
    name: 'node-replaced',
    benign: true,
    apply: (it) => {
      const same = it.cloneNode(true) as Element;
      it.replaceWith(same);
      return same;
    },
  },
];
