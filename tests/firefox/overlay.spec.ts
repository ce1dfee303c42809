/**
 * The overlay where engines differ (issue 4), with the extension itself: policies and styles of pages, the ring on its
 * control, dialogs, events, Tab, paper. All rows of it, in Chromium: tests/browser.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { listPage, TABLE } from '@/tests/browser/overlay-fixtures';
import { describeLooks } from '@/tests/browser/overlay-look';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { IN_TRANSITION } from '@/tests/e2e/harness/scene';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';
import { FirefoxOverlay } from './overlay-scene';
import { FirefoxPage } from './own-page';

/** One browser for all: what the person has answered holds on the later pages. */
test.describe.configure({ mode: 'default' });

const t = sentences('en');

const FORM = '<p><input id="name"><input id="pin" type="password"><a id="link" href="#x">x</a></p>';
const DIALOG = '<dialog><p>提示</p><button id="good" type="button">好</button></dialog>';
const NESTED = `<div id="outer" style="height:260px;overflow:auto"><div style="height:90px"></div>
  <div id="inner" style="height:200px;overflow:auto"><div style="height:60px"></div>${TABLE}
  <div style="height:600px"></div></div><div style="height:600px"></div></div>`;

const fills = (part: string) =>
  `<button id="fill" type="button" onclick="document.getElementById('${part}').requestFullscreen()">全屏</button>`;
const STAGE = `<div id="stage" style="background:#fff">${TABLE}${fills('stage')}</div>`;
const FRAMES = `<!doctype html><meta charset="utf-8"><title>x</title><body style="margin:0"><input id="name">
  <iframe name="menu" src="/menu" width="200" height="60"></iframe>
  <iframe name="main" src="/form" style="width:700px;height:420px;border:9px solid #eee"></iframe>`;

const PAGES: Readonly<Record<string, { readonly csp?: string; readonly html: string }>> = {
  '/plain': { html: listPage() },
  '/closed': {
    csp: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    html: listPage(),
  },
  '/unset': {
    html: listPage({
      head: `<style>* { all: unset !important } button { font-size: 40px !important }
        html { direction: rtl; font-size: 31px } body { filter: invert(1); zoom: 1.4 }</style>`,
    }),
  },
  '/rules': {
    html: listPage({
      head: `<style>html { zoom: 1.5 }
        div { opacity: .5 !important; letter-spacing: 6px !important; text-indent: 9px !important; zoom: 2 !important }
        div::before, div::after { content: 'x' !important; display: block !important; position: fixed; inset: 0 }
        button, header { border: 9px solid lime !important; padding: 30px !important; float: right !important }</style>`,
    }),
  },
  '/nested': { html: listPage().replace(TABLE, NESTED) },
  '/long': { html: listPage({ extra: '<div style="height:3000px"></div>' }) },
  '/form': { html: listPage({ extra: FORM }) },
  '/dialog': { html: listPage({ extra: DIALOG }) },
  '/stage': { html: listPage().replace(TABLE, STAGE) },
  '/film': {
    html: listPage({ extra: `<video id="film" width="300" height="150"></video>${fills('film')}` }),
  },
  '/frames': { html: FRAMES },
  '/menu': { html: '<!doctype html><meta charset="utf-8"><title>x</title><input id="search">' },
};

let server: Server;
let firefox: FirefoxBrowser;
let overlay: FirefoxOverlay;

const evaluate = <T>(script: string) => firefox.marionette.evaluate<T>(script);
const open = (path: string) => firefox.marionette.navigate(new URL(path, OFFICIAL_ADDRESS).href);

/** The page with its card, every question answered, and the ring on the button that unbinds. */
async function guided(path: string): Promise<void> {
  await answered(path);
  await overlay.waitForRing('unbind');
}

/** The page with its card and every question answered. */
async function answered(path: string): Promise<void> {
  await open(path);
  await overlay.waitForCard({ step: 'unbind-old', page: 'ca-list' });
  // Untouched again: what was clicked has the focus.
  if ((await overlay.answersAll()) > 0) await open(path);
  await overlay.waitForCard({ step: 'unbind-old', 'target-state': 'found' });
}

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[new URL(request.url ?? '/', 'http://x').pathname];
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...(page?.csp && { 'content-security-policy': page.csp }),
    });
    response.end(page?.html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  firefox = await FirefoxBrowser.launch((server.address() as AddressInfo).port);
  overlay = new FirefoxOverlay(firefox);
  const popup = new FirefoxPage(firefox);
  await popup.open('popup.html');
  await popup.addSubject(t('popup.subject.add'), t('ui.save'));
  await popup.run(`return browser.runtime.sendMessage({ type: 'pages.preview', date: arguments[0] })`, [
    IN_TRANSITION,
  ]);
});
test.afterAll(async () => {
  await firefox?.discard();
  server?.close();
});

test('Firefox: what a page makes up is not the person’s word, even of a page that got in', async () => {
  await open('/plain');
  await overlay.waitForCard({ step: 'unbind-old', page: 'ca-list' });
  const before = await overlay.answered();
  const [pressed] = await overlay.onRoots((root) => {
    const at = { bubbles: true, composed: true, cancelable: true, button: 0, pointerId: 1 };
    const targets = [root.host as HTMLElement, ...root.querySelectorAll('button')];
    for (const target of targets) {
      target.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        target.dispatchEvent(new (type.startsWith('p') ? PointerEvent : MouseEvent)(type, at));
      for (const key of ['Enter', ' ']) target.dispatchEvent(new KeyboardEvent('keydown', { ...at, key }));
    }
    return targets.length;
  }, null);
  expect(pressed).toBeGreaterThan(8);
  // A person's own press, after all of them: it alone is heard.
  const question = '[data-action="answer-yes"]:not([aria-pressed="true"])';
  await overlay.click(question);
  const after = await waitUntil(
    'the answer',
    () => overlay.answered(),
    ({ length }) => length > before.length,
  );
  expect(after).toHaveLength(before.length + 1);
  expect(await overlay.rings()).toEqual([]);
});

test('Firefox: the card looks the same under a policy that allows nothing, and under styles that unset all', async () => {
  const looks: Record<string, unknown> = {};
  for (const path of ['/plain', '/closed', '/unset', '/rules']) {
    await guided(path);
    [looks[path]] = await overlay.onRoots(describeLooks, null);
    expect(await overlay.driftAfter(''), path).toBeLessThan(0.5);
  }
  expect(looks['/plain']).not.toEqual([]);
  expect(looks['/closed']).toEqual(looks['/plain']);
  expect(looks['/unset']).toEqual(looks['/plain']);
  expect(looks['/rules']).toEqual(looks['/plain']);
});

test('Firefox: the ring is where its control is, after scrolls, shifts, transforms, zoom, and a new node', async () => {
  await guided('/long');
  for (const act of [
    'window.scrollTo(0, 40)',
    "document.querySelector('h1').style.marginTop = '90px'",
    "document.body.style.cssText += ';transform-origin:0 0;transform:translate(13px, 7px) scale(1.25)'",
    "document.body.style.zoom = '0.8'",
    "document.documentElement.style.zoom = '1.5'",
    "document.documentElement.style.zoom = ''",
    `const old = document.querySelector('table'); const fresh = old.cloneNode(true);
     fresh.style.marginTop = '33px'; old.replaceWith(fresh)`,
  ]) {
    expect(await overlay.driftAfter(act), act).toBeLessThan(0.5);
  }
});

test('Firefox: the ring goes along in nested scrollers, and goes with what is scrolled away or covered', async () => {
  const inner = "document.getElementById('inner').scrollTop";
  await guided('/nested');
  for (const act of [`${inner} = 20`, "document.getElementById('outer').scrollTop = 30", `${inner} = 45`]) {
    expect(await overlay.driftAfter(act), act).toBeLessThan(0.5);
  }
  await evaluate(`${inner} = 600`);
  await overlay.waitForNoRing();
  await evaluate(`${inner} = 40`);
  await overlay.waitForRing('unbind');

  await evaluate(`const veil = document.createElement('div'); veil.id = 'veil';
    veil.style.cssText = 'position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:9999';
    document.body.append(veil)`);
  await overlay.waitForNoRing();
  await overlay.waitForCard({ 'target-state': 'missing' });
  await evaluate("document.getElementById('veil').remove()");
  await overlay.waitForRing('unbind');
});

test('Firefox: in a page’s modal dialog the card is with the person, and usable; then back', async () => {
  await guided('/dialog');
  await evaluate("document.querySelector('dialog').showModal()");
  await waitUntil(
    'the host in the dialog',
    () => evaluate<boolean>("return document.querySelector('dialog > div[popover]') !== null"),
    Boolean,
  );
  await overlay.waitForNoRing();
  await overlay.click('[data-action="minimise"]');
  await overlay.waitForCard({ minimised: 'true' });
  await overlay.click('[data-action="restore"]');
  await evaluate("document.querySelector('dialog').close()");
  await waitUntil(
    'the host back at the root',
    () => evaluate<boolean>("return document.querySelector('html > div[popover]') !== null"),
    Boolean,
  );
  await overlay.waitForRing('unbind');
});

test('Firefox: a part of the page in full screen has card and ring in it, and gives them back', async () => {
  const { marionette } = firefox;
  const filling = () => evaluate<string>("return document.fullscreenElement?.id ?? ''");
  await guided('/stage');
  const [fill = ''] = await marionette.findAll('#fill');
  await marionette.click(fill);
  await waitUntil('full screen', filling, (id) => id === 'stage');
  await waitUntil(
    'the host in the part',
    () => evaluate<boolean>("return document.querySelector('#stage > div[popover]') !== null"),
    Boolean,
  );
  await overlay.waitForRing('unbind');
  expect(await overlay.driftAfter('')).toBeLessThan(0.5);
  await overlay.click('[data-action="minimise"]');
  await overlay.waitForCard({ minimised: 'true' });
  await overlay.click('[data-action="restore"]');
  await evaluate('return document.exitFullscreen()');
  await waitUntil(
    'the host back at the root',
    () => evaluate<boolean>("return document.querySelector('html > div[popover]') !== null"),
    Boolean,
  );
  await overlay.waitForRing('unbind');
  expect(await overlay.driftAfter('')).toBeLessThan(0.5);
  await overlay.click('[data-action="minimise"]');
  await overlay.click('[data-action="restore"]');
});

test('Firefox: no control is ringed through a film in full screen, and afterwards all is as before', async () => {
  const { marionette } = firefox;
  await guided('/film');
  const [fill = ''] = await marionette.findAll('#fill');
  await marionette.click(fill);
  await waitUntil(
    'full screen',
    () => evaluate<string>("return document.fullscreenElement?.id ?? ''"),
    (id) => id === 'film',
  );
  await overlay.waitForNoRing();
  await evaluate('return document.exitFullscreen()');
  await overlay.waitForRing('unbind');
  expect(await overlay.driftAfter('')).toBeLessThan(0.5);
  await overlay.click('[data-action="minimise"]');
  await overlay.click('[data-action="restore"]');
});

test('Firefox: the control in a frame is ringed there, the card at the top; a cover of the frame takes the ring', async () => {
  const { marionette } = firefox;
  const inFrame = async <T>(act: () => Promise<T>): Promise<T> => {
    const [frame = ''] = await marionette.findAll('iframe[name="main"]');
    await marionette.switchToFrame(frame);
    try {
      return await act();
    } finally {
      await marionette.switchToFrame(null);
    }
  };
  await answered('/frames');
  expect(await overlay.rings()).toEqual([]);
  await inFrame(async () => {
    expect(await overlay.card()).toBeNull();
    await overlay.waitForRing('unbind');
    expect(await overlay.driftAfter("document.querySelector('h1').style.marginTop = '50px'")).toBeLessThan(
      0.5,
    );
  });
  await evaluate(`const veil = document.createElement('div'); veil.id = 'veil';
    veil.style.cssText = 'position:fixed;inset:0;background:rgba(0,0,0,.4)'; document.body.append(veil)`);
  await inFrame(() => overlay.waitForNoRing());
  await overlay.waitForCard({ 'target-state': 'missing' });
  await evaluate("document.getElementById('veil').remove()");
  await inFrame(() => overlay.waitForRing('unbind'));
});

test('Firefox: Alt+K leads to the card, and back into the very field, in a frame too', async () => {
  const { marionette } = firefox;
  const focused = () =>
    overlay.onRoots((root) => {
      const { dataset } = (root.activeElement ?? {}) as Partial<HTMLElement>;
      return dataset?.action ?? dataset?.part ?? null;
    }, null);
  const isAt = (where: string | null) =>
    waitUntil(
      `the keyboard at ${where ?? 'the page'}`,
      focused,
      (all) => all.length === 1 && all[0] === where,
    );
  await guided('/form');
  await evaluate("document.getElementById('pin').focus()");
  await marionette.pressShortcut('Alt', 'k');
  await isAt('card');
  await marionette.pressKey('\uE004');
  await isAt('move');
  await marionette.pressShortcut('Alt', 'k');
  await isAt(null);
  expect(await evaluate('return document.activeElement.id')).toBe('pin');

  await answered('/frames');
  const [frame = ''] = await marionette.findAll('iframe[name="main"]');
  await marionette.switchToFrame(frame);
  const [field = ''] = await marionette.findAll('#name');
  await marionette.click(field);
  await marionette.switchToFrame(null);
  await marionette.pressShortcut('Alt', 'k');
  await isAt('card');
  await marionette.pressShortcut('Alt', 'k');
  await isAt(null);
  await marionette.switchToFrame(frame);
  expect(await evaluate('return document.activeElement.id')).toBe('name');
  await marionette.type(field, 'a');
  expect(await evaluate("return document.getElementById('name').value")).toBe('a');
  await marionette.switchToFrame(null);
});

test('Firefox: removed or covered, the card comes back on top; a page that will not let it be has its way, and it is said', async () => {
  await guided('/plain');
  await evaluate(`document.querySelector('html > div[popover]').remove()`);
  await overlay.waitForCard({ step: 'unbind-old' });
  await overlay.waitForRing('unbind');
  // Out of a closed root no event tells of it, and Firefox has no observer that would: by hit tests alone.
  await evaluate(`const home = document.createElement('p'); const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;border:0;background:#eee';
    home.attachShadow({ mode: 'closed' }).append(cover); document.body.append(home); cover.showPopover()`);
  await waitUntil(
    'the card on top of the cover',
    () =>
      overlay.onRoots((root) => {
        const box = root.querySelector('[data-action="minimise"]')?.getBoundingClientRect();
        if (!box) return null;
        return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === root.host;
      }, null),
    (tops) => tops.includes(true),
  );

  await guided('/plain');
  await evaluate(`const remove = () => document.querySelector('html > div[popover]')?.remove();
    new MutationObserver(remove).observe(document.documentElement, { childList: true }); remove()`);
  await waitUntil(
    'nothing of ours in the page',
    () => evaluate<number>('return document.querySelectorAll("html > div").length'),
    (hosts) => hosts === 0,
  );
  expect(await overlay.rings()).toEqual([]);
  const { marionette } = firefox;
  const site = await marionette.handle();
  await marionette.open('tab');
  await marionette.navigate(firefox.ownPage('popup.html'));
  await waitUntil(
    'the badge of the tab, and its line in the popup',
    () =>
      evaluate<{
        cardLost: boolean;
        badge: string;
      }>(`return browser.runtime.sendMessage({ type: 'pages.tabs' })
        .then(async ({ tabs: [{ tab, cardLost }] }) =>
          ({ cardLost, badge: await browser.action.getBadgeText({ tabId: tab }) }))`),
    ({ cardLost, badge }) => cardLost && badge === '!',
  );
  await marionette.send('WebDriver:CloseWindow');
  await marionette.switchTo(site);
});

test('Firefox: the page’s tree, its Tab order and its clicks are its own; nothing of ours is printed or read', async () => {
  const { marionette } = firefox;
  await guided('/form');
  expect(
    await evaluate<string>(`const copy = document.documentElement.cloneNode(true);
      copy.querySelector(':scope > div').remove(); return copy.outerHTML`),
  ).toBe(
    await evaluate<string>(
      `return fetch(location.href).then((answer) => answer.text())
         .then((html) => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML)`,
    ),
  );

  const stops: string[] = [];
  for (let press = 0; press < 4; press += 1) {
    await marionette.pressKey('\uE004');
    stops.push(await evaluate<string>('return document.activeElement.id'));
  }
  expect(stops).toEqual(['unbind', 'name', 'pin', 'link']);

  await evaluate(`window.clicks = [];
    document.getElementById('unbind').addEventListener('click', ({ isTrusted }) => window.clicks.push(isTrusted))`);
  const [button = ''] = await marionette.findAll('#unbind');
  await marionette.click(button);
  expect(await evaluate('return window.clicks')).toEqual([true]);

  // A page can look for our words; the selection gives none of them away.
  const card = (await overlay.card())?.text ?? '';
  const word = t('card.unofficial');
  expect(card).toContain(word);
  const read = await evaluate<string>(`find(${JSON.stringify(word)});
    const selection = getSelection();
    for (let step = 0; step < 30; step += 1) selection.modify('extend', 'forward', 'character');
    return selection.toString()`);
  expect(read).not.toContain(word.slice(0, 5));

  await marionette.showAs('print');
  expect(await overlay.card()).toBeNull();
  expect(await overlay.rings()).toEqual([]);
  await marionette.showAs('none');
  await overlay.waitForCard();
});
