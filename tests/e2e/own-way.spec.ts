/** The person goes their own way through the site's frames: what they passed is noticed, and that they went back. */
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { listPage } from '../browser/overlay-fixtures';
import { expect, test } from './harness/fixtures';
import { readFacts, tellFact } from './harness/ledger';
import { Person, SKINS } from './harness/person';
import { prepare, visit } from './harness/scene';

test('a step passed in another frame, without the ring, is noticed', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic', { state: 'home' });
  await person.sees({ guide: 'rebind', step: 'open-list', page: 'home' });
  // The menu is one frame, what it opens another; nothing the guide rings is waited for.
  await person.clicksControl('ca-menu');
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
});

test('going back, the guide goes along: a dialog left, a page opened instead, a session ended, and the way is shown anew', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  const { page } = person;
  const leavesDialog = () => page.getByRole('button', { name: '取 消' }).click();
  await person.sees({ guide: 'rebind', step: 'unbind-old', page: 'ca-list' });
  await person.answersAll('yes');
  await person.clicksRing('unbind');
  await person.sees({ step: 'confirm-unbind', page: 'unbind-confirm', targetState: 'found' });

  // Thought better of it: the list again, where what was answered stands. A question that is gone may have been
  // answered by its own button, too fast to be seen: so the step asks for a word as well (decision 003).
  await leavesDialog();
  const back = await person.sees({ step: 'confirm-unbind', page: 'ca-list', targetState: 'found' });
  expect(back.text).toContain('还没解绑的');
  await person.seesRingOn('unbind');

  // Out of the session before anything was done: the way begins where it began.
  await person.logsOut();
  await person.sees({ guide: 'rebind', page: 'login-account', targetState: 'found' });
  await person.clicksRing('login-submit');
  await person.sees({ step: 'open-list', page: 'home', targetState: 'found' });
  await person.clicksRing('ca-menu');
  await person.sees({ step: 'confirm-unbind', page: 'ca-list', targetState: 'found' });
  await person.clicksRing('unbind');
  await person.clicksRing('unbind-confirm');
  await person.sees({ step: 'start-bind', page: 'ca-list', targetState: 'found' });

  // Unbound, a form opened and left, and the session too: binding stays what is left to do, wherever they are.
  await person.plugs('new');
  await person.clicksRing('bind');
  await person.sees({ page: 'bind-form' });
  await leavesDialog();
  await person.sees({ step: 'bind-new', page: 'ca-list', targetState: 'found' });
  await person.logsOut();
  const out = await person.sees({ guide: 'rebind', page: 'login-account', targetState: 'found' });
  expect(out.text).toContain('已解绑，请尽快绑定新CA');
  await person.clicksRing('login-submit');
  await person.clicksRing('ca-menu');
  await person.sees({ step: 'bind-new', page: 'ca-list', targetState: 'found' });

  // Nothing was done twice by it, and nothing undone.
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.filter((line) => /page (un)?bind-done/.test(line))).toEqual(['seen: page unbind-done']);
  expect(told.filter((line) => line.startsWith('retracted'))).toEqual([]);
});

test('the back button of a site of many documents brings the page of before, and its step', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const page = await browserWithExtension.context.newPage();
  const pages: Readonly<Record<string, string>> = {
    '/home':
      '<h1>工作台</h1><nav><a href="/list">CA管理</a><a href="/x">消息中心</a></nav><a href="/out">退出登录</a>',
    '/list': listPage(),
  };
  await page.route(`${OFFICIAL_ADDRESS}**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: pages[new URL(route.request().url()).pathname] ?? '',
    }),
  );
  const person = new Person(page, SKINS.unseen);
  await page.goto(new URL('home', OFFICIAL_ADDRESS).href);
  await person.sees({ guide: 'rebind', step: 'open-list', page: 'home', targetState: 'found' });
  await page.getByRole('link', { name: 'CA管理' }).click();
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
  await person.answersAll('yes');
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'found' });
  await page.goBack();
  await person.sees({ step: 'open-list', page: 'home', targetState: 'found' });
  await page.goForward();
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'found' });
});
