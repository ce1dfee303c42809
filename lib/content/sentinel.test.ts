// @vitest-environment jsdom
/** When the sentinel reports: at once, when the view changed and is quiet, seldom where a look is dear. */
import { describe, expect, it, vi } from 'vitest';
import type { PageSeen, ShowMessage } from '@/lib/messaging/contract';
import { showHtml, showPage } from '@/lib/page/fixtures/load';
import { answer, chargeLooks, ENTRY, LIST, pass, slowClock, stageSentinel } from './testing/sentinel-stage';

const { stage, mount, states } = stageSentinel();

describe('the sentinel', () => {
  it('reports at once what its document shows', async () => {
    showPage('ca-list');
    mount();
    await pass(0);
    expect(stage.sent).toMatchObject([
      { state: 'ca-list', sequence: 1, top: true, childFrames: 0, unbindVisible: true },
    ]);
    expect(stage.sent[0]?.document).toMatch(/\S{8,}/);
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
    expect(stage.sent.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(new Set(stage.sent.map(({ document: id }) => id)).size).toBe(1);
  });

  it('reports what is known when asked, or when the page comes back', async () => {
    showHtml(LIST);
    mount();
    await pass(0);
    stage.hear({ type: 'show.look-again' });
    await pass(0);
    window.dispatchEvent(new Event('pageshow'));
    await pass(0);
    expect(states()).toEqual(['ca-list', 'ca-list', 'ca-list']);
    stage.hear({ type: 'show.point', request: 'r', target: null } as ShowMessage);
    await pass(5_000);
    expect(stage.sent).toHaveLength(3);
  });

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
    const told = () => stage.sent.map(({ state, validity }) => [state, validity?.[0]?.until]);
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
    stage.sent = new Proxy<PageSeen['report'][]>([], {
      set(list, at, report) {
        // The very moment in which the first report goes out.
        if (at === '0') document.querySelector('td:last-child')?.replaceChildren('2028-03-01');
        return Reflect.set(list, at, report);
      },
    });
    mount();
    await pass(2_000);
    expect(stage.sent.map(({ validity }) => validity?.[0]?.until)).toEqual([undefined, '2028-03-01']);
  });

  it('looks the more seldom the dearer a look is', async () => {
    showHtml(LIST);
    const looks = chargeLooks(50);
    mount(looks.now);
    await pass(5_000);
    document.body.append(document.createElement('i'));
    await pass(1_000);
    const before = looks.count();
    document.body.append(answer('绑定成功'));
    await pass(2_000);
    expect(looks.count()).toBe(before);
    await pass(3_000);
    expect(states()).toEqual(['ca-list', 'bind-done']);
  });

  it('looks sooner at a document that has just come, which draws its page when it is there', async () => {
    showHtml('<p>登录</p>');
    mount(chargeLooks(200).now);
    await pass(0);
    showHtml(LIST);
    await pass(2_500);
    expect(states().at(-1)).toBe('ca-list');
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
    mount(slowClock());
    for (let at = 0; at < 40 && stage.sent.length === 0; at += 1) {
      document.body.append(document.createElement('i'));
      await pass(1);
    }
    expect(states()).toEqual(['unknown']);
  });

  it('of a change during a look says nothing that is not so: it begins anew at once', async () => {
    showHtml(LIST + '<p>登录</p>'.repeat(40));
    mount(slowClock());
    document.body.append(document.createElement('i'));
    await pass(2_000);
    expect(states()).toEqual(['ca-list']);
  });

  it('sends again what was lost', async () => {
    showHtml(LIST);
    stage.isReachable = false;
    mount();
    await pass(0);
    stage.isReachable = true;
    document.body.append(document.createElement('i'));
    await pass(1_000);
    expect(states()).toEqual(['ca-list']);
  });

  it('sends again what was lost on a page at rest: nobody listens while an updated extension starts', async () => {
    showHtml(LIST);
    stage.isReachable = false;
    mount();
    await pass(2_500);
    stage.isReachable = true;
    await pass(4_000);
    expect(states()).toEqual(['ca-list']);
  });

  it('tries a background that never answers a few times only', async () => {
    showHtml(LIST);
    stage.isReachable = false;
    const { count } = chargeLooks(0);
    mount();
    await pass(60_000);
    const looks = count();
    expect(looks).toBeLessThan(10);
    await pass(600_000);
    expect(count()).toBe(looks);
  });

  it('begins to count anew once a report was taken', async () => {
    showHtml(LIST);
    mount();
    await pass(0);
    for (let time = 0; time < 3; time += 1) {
      stage.isReachable = false;
      stage.hear({ type: 'show.look-again' });
      await pass(5_000);
      stage.isReachable = true;
      await pass(20_000);
    }
    // One at first, and one after each time that nobody took any.
    expect(states()).toHaveLength(4);
  });

  it('ends with its signal', async () => {
    showHtml(ENTRY);
    const now = vi.fn(() => Date.now());
    mount(now);
    await pass(0);
    stage.life.abort();
    now.mockClear();
    showHtml(LIST);
    stage.hear({ type: 'show.look-again' });
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
