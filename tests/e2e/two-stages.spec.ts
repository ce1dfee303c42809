/** The recogniser comes into documents with something to recognise, once, and into no other. */
import type { Page } from '@playwright/test';
import type { TabState } from '@/lib/background/tab-state';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { expect, test } from './harness/fixtures';
import { waitUntil } from './harness/wait-until';

const ARTICLE = '<h1>办公家具采购项目公告</h1><p>预算金额35万元，供货期30天。</p>';
const LIST = '<h2>CA管理</h2><button>绑定CA</button><button>解绑CA</button>';
const LOGIN = '<h3>UKey登录</h3><input type="password" placeholder="PIN码"><button>登录</button>';

const inHtml = (body: string) => `<!doctype html><meta charset="utf-8">${body}`;

/** Serves pages at the official host, by path. */
async function serve(page: Page, pages: Readonly<Record<string, string>>) {
  await page.route(`${OFFICIAL_ADDRESS}**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: inHtml(pages[new URL(route.request().url()).pathname] ?? ''),
    }),
  );
}

/** Counts how often the recogniser starts in each frame of a page, by the frame's address. */
async function countRecognisers(page: Page, extensionId: string) {
  const cdp = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  const counts: Record<string, number> = {};
  cdp.on('Page.frameNavigated', ({ frame }) => addresses.set(frame.id, frame.url));
  cdp.on('Debugger.scriptParsed', ({ url, executionContextAuxData }) => {
    if (url !== `chrome-extension://${extensionId}/recogniser.js`) return;
    const address = addresses.get(executionContextAuxData?.frameId ?? '') ?? 'unknown frame';
    counts[address] = (counts[address] ?? 0) + 1;
  });
  await cdp.send('Page.enable');
  await cdp.send('Debugger.enable');
  return counts;
}

/** Waits until the background knows these states of the only tab's frames, in the order of their ids. */
const seesStates = (ownPage: Page, states: readonly string[]) =>
  waitUntil(
    `the tab's frames to show ${states}`,
    async () => {
      const stored: Record<string, unknown> = await ownPage.evaluate('chrome.storage.session.get()');
      const [tab] = Object.entries(stored).flatMap(([key, value]) =>
        key.startsWith('tab:') ? [value as TabState] : [],
      );
      return Object.values(tab?.frames ?? {}).map(({ state }) => state);
    },
    (found) => found.join() === states.join(),
  );

test('only the frame that holds our words gets the recogniser', async ({ browserWithExtension }) => {
  const { context, extensionId } = browserWithExtension;
  const own = await browserWithExtension.openOwnPage('popup.html');
  const page = await context.newPage();
  const counts = await countRecognisers(page, extensionId);
  await serve(page, {
    '/shell': `${ARTICLE}<iframe src="/article"></iframe><iframe src="/list"></iframe><iframe srcdoc="${ARTICLE}"></iframe>`,
    '/article': ARTICLE,
    '/list': LIST,
  });
  await page.goto(`${OFFICIAL_ADDRESS}shell`);
  await seesStates(own, ['other', 'other', 'ca-list', 'other']);
  expect(counts).toEqual({ [`${OFFICIAL_ADDRESS}list`]: 1 });

  // The first word that comes later brings it.
  await page
    .frameLocator('iframe[srcdoc]')
    .locator('body')
    .evaluate((body, html) => {
      body.innerHTML = html;
    }, LOGIN);
  await seesStates(own, ['other', 'other', 'ca-list', 'login-ca']);
  expect(counts).toEqual({ [`${OFFICIAL_ADDRESS}list`]: 1, 'about:srcdoc': 1 });
});

test('one recogniser serves a document for as long as it lives, whatever becomes of the worker', async ({
  browserWithExtension,
}) => {
  const { context, extensionId } = browserWithExtension;
  const own = await browserWithExtension.openOwnPage('popup.html');
  const page = await context.newPage();
  const counts = await countRecognisers(page, extensionId);
  await serve(page, { '/login': LOGIN, '/next': LIST });
  const show = (html: string) =>
    page.evaluate((body) => {
      document.body.innerHTML = body;
    }, html);
  await page.goto(`${OFFICIAL_ADDRESS}login`);
  await seesStates(own, ['login-ca']);
  for (let round = 0; round < 3; round += 1) {
    await show(LIST);
    await seesStates(own, ['ca-list']);
    await show(ARTICLE);
    await seesStates(own, ['other']);
    await browserWithExtension.killWorker(own);
    await show(LOGIN);
    await seesStates(own, ['login-ca']);
  }
  expect(counts).toEqual({ [`${OFFICIAL_ADDRESS}login`]: 1 });

  // The next document asks a worker that was just stopped.
  await browserWithExtension.killWorker(own);
  await page.goto(`${OFFICIAL_ADDRESS}next`);
  await seesStates(own, ['ca-list']);
  expect(counts).toEqual({ [`${OFFICIAL_ADDRESS}login`]: 1, [`${OFFICIAL_ADDRESS}next`]: 1 });
});
