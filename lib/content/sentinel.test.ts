// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMessage, PageSeen, Port, ShowMessage } from '@/lib/messaging/contract';
import { showHtml, showPage } from '@/lib/page/fixtures/load';
import { mountSentinel } from './sentinel';

const ENTRY =
  '<h3>UKey登录</h3><input type="password" placeholder="PIN码"><button>登录</button><p id="says"></p>';
const LIST = '<h2>CA管理</h2><button>绑定CA</button><button>解绑CA</button>';

let life: AbortController;
let sent: PageSeen['report'][];
let hear: (message: ShowMessage) => void;
/** What the background answers next; kept down to lose a report. */
let isReachable: boolean;
let keyListeners: EventListener[];

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  sent = [];
  isReachable = true;
  keyListeners = [];
  const { addEventListener } = EventTarget.prototype;
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
    this: EventTarget,
    name,
    listener,
    options,
  ) {
    if (name === 'keydown' && typeof listener === 'function') keyListeners.push(listener);
    addEventListener.call(this, name, listener, options);
  });
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const port: Port = {
  send(message: PageMessage) {
    if (!isReachable) return Promise.reject(new Error('gone'));
    if (message.type === 'page.seen') sent.push(message.report);
    return Promise.resolve({ ok: true }) as never;
  },
  listen: (heard) => {
    hear = heard;
  },
};
const mount = (now = () => Date.now()) => mountSentinel(document, port, { signal: life.signal, now });
const states = () => sent.map(({ state }) => state);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the sentinel', () => {
  it('reports at once what its document shows', () => {
    showPage('ca-list');
    mount();
    expect(sent).toMatchObject([
      { state: 'ca-list', sequence: 1, top: true, childFrames: 0, unbindVisible: true },
    ]);
    expect(sent[0]?.document).toMatch(/\S{8,}/);
  });

  it('reports again when the view changes, once it is quiet, and only if it shows something else', async () => {
    showHtml(ENTRY);
    mount();
    document.body.append('无关的文字');
    await pass(2_000);
    expect(states()).toEqual(['login-ca']);
    showHtml(LIST);
    await pass(50);
    document.body.append(document.createElement('hr'));
    await pass(100);
    expect(states()).toEqual(['login-ca']);
    await pass(200);
    expect(states()).toEqual(['login-ca', 'ca-list']);
    expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(new Set(sent.map(({ document: id }) => id)).size).toBe(1);
  });

  it('reports what is known when asked, or when the page comes back', async () => {
    showHtml(LIST);
    mount();
    hear({ type: 'show.look-again' });
    window.dispatchEvent(new Event('pageshow'));
    await pass(0);
    expect(states()).toEqual(['ca-list', 'ca-list', 'ca-list']);
    hear({ type: 'show.point', request: 'r', target: null } as ShowMessage);
    await pass(5_000);
    expect(sent).toHaveLength(3);
  });

  it('takes text for an answer after the person acted, and for help before', async () => {
    showHtml(ENTRY);
    const says = document.getElementById('says');
    mount();
    says?.append('PIN码错误将锁定UKey');
    await pass(1_000);
    expect(states()).toEqual(['login-ca']);
    press();
    says?.replaceChildren('PIN码错误');
    await pass(1_000);
    expect(states()).toEqual(['login-ca', 'pin-wrong']);
    says?.replaceChildren();
    await pass(1_000);
    expect(states().at(-1)).toBe('login-ca');
  });

  it('does not take help for an answer that a change of the view brought', async () => {
    showHtml(
      '<h3>密码登录</h3><input placeholder="用户名"><input type="password" placeholder="密码"><button>登录</button>',
    );
    mount();
    press();
    showHtml(`${ENTRY}<p>PIN码错误</p>`);
    await pass(1_000);
    expect(states()).toEqual(['login-account', 'login-ca']);
  });

  it('looks seldom at a page that is never quiet, and sees what it then shows', async () => {
    showHtml(LIST);
    mount();
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const box = document.createElement('i');
    document.body.append(box);
    for (let ms = 0; ms < 10_000; ms += 10) {
      box.title = String(ms);
      if (ms === 5_000) document.body.insertAdjacentElement('beforeend', answer('绑定成功'));
      await pass(10);
    }
    expect(observe.mock.calls.length).toBeLessThan(15);
    expect(states()).toEqual(['ca-list', 'bind-done']);
  });

  it('looks the more seldom the dearer a look is', async () => {
    showHtml(LIST);
    let worked = 0;
    const { createTreeWalker } = Document.prototype;
    const walk = vi.spyOn(Document.prototype, 'createTreeWalker').mockImplementation(function (
      this: Document,
      ...parts
    ) {
      worked += 50; // a slow machine
      return createTreeWalker.apply(this, parts);
    });
    mount(() => Date.now() + worked);
    document.body.append(answer('绑定成功'));
    await pass(3_000);
    expect(walk).toHaveBeenCalledTimes(1);
    await pass(3_000);
    expect(states()).toEqual(['ca-list', 'bind-done']);
  });

  it('begins anew when the document changes under it, then says that it is not sure', async () => {
    showHtml(LIST + '<p>登录</p>'.repeat(400));
    let clock = 0;
    mount(() => {
      clock += 3;
      return clock;
    });
    for (let at = 0; at < 40 && sent.length === 0; at += 1) {
      document.body.append(document.createElement('i'));
      await pass(1);
    }
    expect(states()).toEqual(['unknown']);
  });

  it('sends again what was lost', async () => {
    showHtml(LIST);
    isReachable = false;
    mount();
    await pass(0);
    isReachable = true;
    document.body.append(document.createElement('i'));
    await pass(1_000);
    expect(states()).toEqual(['ca-list']);
  });

  it('ends with its signal', async () => {
    showHtml(ENTRY);
    mount();
    life.abort();
    showHtml(LIST);
    hear({ type: 'show.look-again' });
    window.dispatchEvent(new Event('pageshow'));
    await pass(5_000);
    expect(states()).toEqual(['login-ca']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('writes nothing', async () => {
    showPage('bind-form');
    const before = new XMLSerializer().serializeToString(document);
    mount();
    await pass(2_000);
    expect(new XMLSerializer().serializeToString(document)).toBe(before);
  });
});

/** A key press of a person's: scripts cannot make a trusted event, so the listener is called with one. */
function press() {
  for (const listener of keyListeners) listener({ isTrusted: true } as Event);
}

function answer(text: string): HTMLElement {
  const toast = document.createElement('div');
  toast.setAttribute('role', 'alert');
  toast.append(text);
  return toast;
}
