// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMessage, PageSeen, Port, ShowMessage } from '@/lib/messaging/contract';
import { collect } from '@/lib/page/collect';
import { showHtml, showPage } from '@/lib/page/fixtures/load';
import { read, withDays } from '@/lib/page/recognise';
import { shareRecogniser } from './recogniser';
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
/** How often the recogniser was asked for, and what the background then does. */
let asked: number;
let bring: () => Promise<{ ok: boolean }>;
const brought = globalThis as { [at: symbol]: unknown };
const SHARED = Symbol.for('rebind.recogniser');

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  sent = [];
  isReachable = true;
  keyListeners = [];
  asked = 0;
  bring = async () => {
    shareRecogniser(recogniser);
    return { ok: true };
  };
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
  delete brought[SHARED];
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const port: Port = {
  send(message: PageMessage) {
    if (!isReachable) return Promise.reject(new Error('gone'));
    if (message.type === 'page.wants-recogniser') {
      asked += 1;
      return bring() as never;
    }
    if (message.type === 'page.seen') sent.push(message.report);
    return Promise.resolve({ ok: true }) as never;
  },
  listen: (heard) => {
    hear = heard;
  },
};
const recogniser = { collect, read, withDays };
const mount = (now = () => Date.now()) =>
  mountSentinel(document, port, { signal: life.signal, now, recogniser });
const states = () => sent.map(({ state }) => state);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the sentinel', () => {
  it('reports at once what its document shows', async () => {
    showPage('ca-list');
    mount();
    await pass(0);
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
    await pass(0);
    hear({ type: 'show.look-again' });
    await pass(0);
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

  it('asks the browser once for its word on what the person did: each time it was asked, memory stayed taken', async () => {
    let times = 0;
    const get = () => {
      times += 1;
      return { isActive: false };
    };
    Object.defineProperty(navigator, 'userActivation', { configurable: true, get });
    showHtml(ENTRY);
    mount();
    for (let at = 0; at < 20; at += 1) {
      document.body.append(document.createElement('hr'));
      await pass(300);
    }
    Reflect.deleteProperty(navigator, 'userActivation');
    expect(times).toBe(1);
  });

  it('takes no text for an answer to an event that the page made itself', async () => {
    showHtml(ENTRY);
    mount();
    await pass(0);
    for (const name of ['pointerdown', 'keydown'])
      document.body.dispatchEvent(new Event(name, { bubbles: true }));
    document.getElementById('says')?.append('PIN码错误');
    await pass(1_000);
    expect(states()).toEqual(['login-ca']);
  });

  it('does not take help for an answer that a change of the view brought', async () => {
    showHtml(
      '<h3>密码登录</h3><input placeholder="用户名"><input type="password" placeholder="密码"><button>登录</button>',
    );
    mount();
    await pass(0);
    press();
    showHtml(`${ENTRY}<p>PIN码错误</p>`);
    await pass(1_000);
    expect(states()).toEqual(['login-account', 'login-ca']);
  });

  /** As some toolkits' messages do. */
  const answerFades = async () => {
    const message = answer('PIN码错误');
    document.body.append(message);
    await pass(3_000);
    message.remove();
    await pass(20_000);
  };

  it('hears an answer that fades after three seconds, however dear a look is', async () => {
    showHtml(ENTRY);
    mount(chargeLooks(60).now);
    await pass(0);
    press();
    document.body.append(document.createElement('hr'));
    await pass(400);
    press();
    await answerFades();
    expect(states()).toEqual(['login-ca', 'pin-wrong', 'login-ca']);
  });

  it('hears an answer that came while a look that nobody had asked for was still to be paid', async () => {
    showHtml(ENTRY);
    mount(chargeLooks(60).now);
    await pass(0);
    document.body.append(document.createElement('hr'));
    await pass(1_000);
    press();
    await pass(100);
    await answerFades();
    expect(states()).toEqual(['login-ca', 'pin-wrong', 'login-ca']);
  });

  it('hears an answer that fades though the press was in a frame beside this one', async () => {
    showHtml(ENTRY);
    const form = [...document.body.childNodes];
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentDocument as Document;
    inside.body.append(...form);
    // The browser tells each document around the pressed one, and so the window's own; none beside it.
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive: true } });
    const view = frame.contentWindow as Window & typeof globalThis;
    const own = new view.AbortController();
    const { now } = chargeLooks(60);
    mountSentinel(inside, port, { signal: own.signal, now, recogniser });
    await pass(0);
    inside.body.append(inside.createElement('hr'));
    await pass(1_000);
    const message = inside.importNode(answer('PIN码错误'), true);
    inside.body.append(message);
    await pass(3_000);
    message.remove();
    await pass(20_000);
    own.abort();
    Reflect.deleteProperty(navigator, 'userActivation');
    expect(states()).toEqual(['login-ca', 'pin-wrong', 'login-ca']);
  });

  it('takes text for an answer though a list closed before it, and nobody looked in between', async () => {
    showHtml(
      `${ENTRY}<div class="el-popper" hidden><ul><li class="dropdown-item">示例CA证书</li></ul></div>`,
    );
    const list = document.querySelector<HTMLElement>('.el-popper');
    if (!list) throw new Error('no list');
    const says = document.getElementById('says');
    mount();
    await pass(0);
    press();
    list.hidden = false;
    await pass(1_000);
    press();
    list.hidden = true;
    press();
    says?.replaceChildren('PIN码错误');
    await pass(3_000);
    says?.replaceChildren();
    await pass(1_000);
    expect(states()).toEqual(['login-ca', 'pin-wrong', 'login-ca']);
  });

  it('takes text for an answer that came as the form came back from loading', async () => {
    showHtml(ENTRY);
    const whole = [...document.body.childNodes];
    mount();
    await pass(0);
    press();
    document.body.replaceChildren('加载中，请稍候');
    await pass(1_000);
    document.body.replaceChildren(...whole);
    document.getElementById('says')?.replaceChildren('PIN码错误');
    await pass(1_000);
    expect(states().at(-1)).toBe('pin-wrong');
  });

  it('takes no help for an answer that stood in a form before, or in one that is new', async () => {
    const account =
      '<h3>密码登录</h3><input placeholder="用户名"><input type="password" placeholder="密码"><button>登录</button>';
    const other = `${ENTRY}<p>PIN码错误</p>`;
    showHtml(account);
    mount();
    await pass(0);
    for (const html of [other, account, other, account, other]) {
      press();
      showHtml(html);
      await pass(1_000);
    }
    const [first, ...more] = states();
    expect(first).toBe('login-account');
    expect(new Set(more)).toEqual(new Set(['login-ca', 'login-account']));
  });

  it.each([
    ['login-ca', ENTRY],
    ['home', '<nav><a>首页</a><a>CA管理</a></nav><h2>工作台</h2><a>退出</a>'],
  ])(
    'takes no text of the next page for an answer to the press that led there from %s',
    async (from, html) => {
      showHtml(html);
      mount();
      await pass(0);
      for (const text of ['UKey已绑定', 'UKey证书已过期']) {
        press();
        showHtml(`<nav><a>首页</a><a>CA管理</a></nav><h2>CA管理</h2><p>${text}</p><button>解绑CA</button>`);
        await pass(1_000);
        press();
        showHtml(html);
        await pass(1_000);
      }
      expect(states().filter((each) => each !== from && each !== 'ca-list')).toEqual([]);
    },
  );

  it('looks seldom at a page that is never quiet, and sees what it then shows', async () => {
    showHtml(LIST);
    // The clock is read for each change that is heard.
    const now = vi.fn(() => Date.now());
    mount(now);
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const box = document.createElement('i');
    document.body.append(box);
    await pass(0);
    now.mockClear();
    for (let ms = 0; ms < 10_000; ms += 10) {
      box.title = String(ms);
      if (ms === 5_000) document.body.insertAdjacentElement('beforeend', answer('绑定成功'));
      await pass(10);
    }
    expect(observe.mock.calls.length).toBeLessThan(15);
    // A thousand changes: most of them are not even heard.
    expect(now.mock.calls.length).toBeLessThan(600);
    expect(states()).toEqual(['ca-list', 'bind-done']);
  });

  it('says what a page is before it reads the days on it, and of a page that stays says both at once', async () => {
    const days = (until: string) =>
      `<table><tr><th>CA证书</th><th>到期日</th></tr><tr><td>新CA</td><td>${until}</td></tr></table>`;
    const told = () => sent.map(({ state, validity }) => [state, validity?.[0]?.until]);
    showHtml(LIST + days('2027-03-01'));
    mount();
    await pass(0);
    expect(told()).toEqual([
      ['ca-list', undefined],
      ['ca-list', '2027-03-01'],
    ]);
    document.querySelector('td:last-child')?.replaceChildren('2028-03-01');
    await pass(2_000);
    expect(told().slice(2)).toEqual([['ca-list', '2028-03-01']]);
  });

  it('tells no days that were changed before it came to read them', async () => {
    showHtml(
      `${LIST}<table><tr><th>CA证书</th><th>到期日</th></tr><tr><td>新CA</td><td>2027-03-01</td></tr></table>`,
    );
    sent = new Proxy<PageSeen['report'][]>([], {
      set(list, at, report) {
        // The very moment in which the first report goes out.
        if (at === '0') document.querySelector('td:last-child')?.replaceChildren('2028-03-01');
        return Reflect.set(list, at, report);
      },
    });
    mount();
    await pass(2_000);
    expect(sent.map(({ validity }) => validity?.[0]?.until)).toEqual([undefined, '2028-03-01']);
  });

  it('looks the more seldom the dearer a look is', async () => {
    showHtml(LIST);
    const looks = chargeLooks(50);
    mount(looks.now);
    await pass(0);
    document.body.append(answer('绑定成功'));
    await pass(3_000);
    expect(looks.count()).toBe(1);
    await pass(3_000);
    expect(states()).toEqual(['ca-list', 'bind-done']);
  });

  it('looks sooner while the browser says that the person did something, in a frame that it does not hear', async () => {
    showHtml(LIST);
    Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive: true } });
    mount(chargeLooks(50).now);
    Reflect.deleteProperty(navigator, 'userActivation');
    await pass(0);
    document.body.append(answer('绑定成功'));
    await pass(1_500);
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

  it('of a change during a look says nothing that is not so: it begins anew at once', async () => {
    showHtml(LIST + '<p>登录</p>'.repeat(40));
    let clock = 0;
    // So slow that each look takes several slices.
    mount(() => {
      clock += 3;
      return clock;
    });
    document.body.append(document.createElement('i'));
    await pass(2_000);
    expect(states()).toEqual(['ca-list']);
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
    const now = vi.fn(() => Date.now());
    mount(now);
    await pass(0);
    life.abort();
    now.mockClear();
    showHtml(LIST);
    hear({ type: 'show.look-again' });
    window.dispatchEvent(new Event('pageshow'));
    await pass(5_000);
    expect(states()).toEqual(['login-ca']);
    // Nothing is even heard any more.
    expect(now).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hears of changes in a shadow root from the first look on', async () => {
    showHtml('<h1>CA</h1><x-page></x-page>');
    const root = document.querySelector('x-page')?.attachShadow({ mode: 'open' });
    mount();
    await pass(0);
    root?.append(answer('绑定成功'));
    await pass(1_000);
    expect(states().at(-1)).toBe('bind-done');
  });

  it('writes nothing', async () => {
    showPage('bind-form');
    const before = new XMLSerializer().serializeToString(document);
    mount();
    await pass(2_000);
    expect(new XMLSerializer().serializeToString(document)).toBe(before);
  });
});

describe('the sentinel without a recogniser', () => {
  const ARTICLE = '<h1>办公家具采购公告</h1><p>预算金额35万元。</p>';
  const mountBare = () => mountSentinel(document, port, { signal: life.signal, now: () => Date.now() });
  const change = (text: string) =>
    document.body.append(Object.assign(document.createElement('p'), { textContent: text }));

  it('never asks for one where there is nothing to recognise', async () => {
    showHtml(ARTICLE);
    mountBare();
    await pass(0);
    expect(sent).toMatchObject([{ state: 'other', confidence: 0, evidence: [], unbindVisible: false }]);
    for (let at = 0; at < 20; at += 1) {
      change('附件');
      await pass(1_000);
    }
    expect(states()).toEqual(['other']);
    expect(asked).toBe(0);
  });

  it('asks once, at the first word, and says nothing before it is there', async () => {
    showHtml(ARTICLE);
    mountBare();
    await pass(0);
    let arrive = () => {};
    bring = () =>
      new Promise((resolve) => {
        arrive = () => {
          shareRecogniser(recogniser);
          resolve({ ok: true });
        };
      });
    showHtml(LIST);
    await pass(2_000);
    expect(asked).toBe(1);
    expect(states()).toEqual(['other']);
    change('附件');
    arrive();
    await pass(0);
    expect(states()).toEqual(['other', 'ca-list']);
    for (const html of [ENTRY, ARTICLE, LIST]) {
      showHtml(html);
      await pass(2_000);
    }
    expect(states()).toEqual(['other', 'ca-list', 'login-ca', 'other', 'ca-list']);
    expect(asked).toBe(1);
  });

  it('uses one that is there already', async () => {
    shareRecogniser(recogniser);
    showHtml(LIST);
    mountBare();
    await pass(0);
    expect(states()).toEqual(['ca-list']);
    expect(asked).toBe(0);
  });

  it('watches open shadow roots for the first word', async () => {
    showHtml('<x-page></x-page>');
    const root = document.querySelector('x-page')?.attachShadow({ mode: 'open' });
    mountBare();
    await pass(0);
    root?.append(Object.assign(document.createElement('h2'), { textContent: '欢迎使用CA' }));
    await pass(1_000);
    expect(asked).toBe(1);
  });

  it.each<[string, () => Promise<{ ok: boolean }>]>([
    ['cannot be brought', async () => ({ ok: false })],
    ['is said to be there and is not', async () => ({ ok: true })],
    ['is asked of nobody', () => Promise.reject(new Error('gone'))],
    ['is never answered for', () => new Promise(() => {})],
  ])('is unsure where it %s, and asks again, not for ever', async (_, fail) => {
    const succeed = bring;
    bring = fail;
    showHtml(LIST);
    mountBare();
    await pass(5_000);
    expect(states()).toEqual(['unknown']);
    for (let at = 0; at < 30; at += 1) {
      change('附件');
      await pass(10_000);
    }
    expect(asked).toBe(5);
    expect(states()).toEqual(['unknown']);
    bring = succeed;
    hear({ type: 'show.look-again' });
    await pass(0);
    expect(states().at(-1)).toBe('ca-list');
    expect(asked).toBe(6);
  });

  it('asks again by itself on a page that does not change', async () => {
    const succeed = bring;
    bring = async () => ({ ok: false });
    showHtml(LIST);
    mountBare();
    await pass(0);
    expect(states()).toEqual(['unknown']);
    bring = succeed;
    await pass(3_000);
    expect(states()).toEqual(['unknown', 'ca-list']);
    expect(asked).toBe(2);
  });

  it('notices one that came late', async () => {
    bring = async () => ({ ok: false });
    showHtml(LIST);
    mountBare();
    await pass(0);
    shareRecogniser(recogniser);
    await pass(3_000);
    expect(states()).toEqual(['unknown', 'ca-list']);
    expect(asked).toBe(1);
  });

  it('says nothing more when the signal ends it while it waits, though the recogniser comes then', async () => {
    let arrive = () => {};
    bring = () =>
      new Promise((resolve) => {
        arrive = () => {
          shareRecogniser(recogniser);
          resolve({ ok: true });
        };
      });
    showHtml(LIST);
    mountBare();
    await pass(100);
    life.abort();
    arrive();
    await pass(10_000);
    expect(sent).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
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

/** A slow machine: each look costs so many milliseconds. */
function chargeLooks(cost: number) {
  let looks = 0;
  const { createTreeWalker } = Document.prototype;
  vi.spyOn(Document.prototype, 'createTreeWalker').mockImplementation(function (this: Document, ...parts) {
    // One a look goes over elements and texts.
    if (parts[1] === NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT) looks += 1;
    return createTreeWalker.apply(this, parts);
  });
  return { now: () => Date.now() + looks * cost, count: () => looks };
}
