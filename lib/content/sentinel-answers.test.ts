// @vitest-environment jsdom
/** What the sentinel takes for an answer to what the person did, and what for help that stands there. */
import { describe, expect, it } from 'vitest';
import { showHtml } from '@/lib/page/fixtures/load';
import { answer, chargeLooks, ENTRY, pass, stageSentinel } from './testing/sentinel-stage';

const { mount, states, press } = stageSentinel();

describe('an answer', () => {
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
    mount(now, inside, own);
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
});
