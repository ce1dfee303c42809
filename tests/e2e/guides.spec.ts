/** What guides owe besides their journeys (journeys.spec.ts walks each of them). */
import { expect, test } from './harness/fixtures';
import { GuidePanel } from './harness/guide-panel';
import { logIn, openList } from './harness/journeys/strides';
import { walkStrides } from './harness/journeys/walk';
import { readFacts, tellFact } from './harness/ledger';
import { readRings } from './harness/overlay';
import { OTHER_UNIT, prepare, UNIT, visit } from './harness/scene';

/** After the cut-over, with the holidays of the year known. */
const NOW = '2026-11-20';

/** Renewed, to be bound again: said in the popup, where the first step is done. */
async function startBindAgain(browser: Parameters<typeof prepare>[0]): Promise<GuidePanel> {
  const popup = await prepare(browser, { date: NOW });
  const panel = new GuidePanel(popup);
  await panel.picks('bind-again');
  await panel.shows('bind-again', 'check-needed');
  await panel.says('say-done', 'log-in');
  return panel;
}

test('binding again with faults: at once unbound and thrown out, the urgent thing is to bind; and the person finds back', async ({
  browserWithExtension,
}) => {
  const panel = await startBindAgain(browserWithExtension);
  const faults = 'unbind-at-once,logout-after-unbind';
  const person = await visit(browserWithExtension, 'element', { date: NOW, faults });
  await walkStrides(person, [logIn('bind-again'), openList('bind-again')]);
  await person.sees({ step: 'unbind-previous', page: 'ca-list', targetState: 'none' });
  // One click unbinds, with no question answered.
  await person.clicksControl('unbind');
  await person.sees({ guide: 'bind-again', page: 'login-account' });
  await person.clicksRing('login-submit');
  await person.sees({ guide: 'bind-again', page: 'home' });
  await person.clicksRing('ca-menu');
  const list = await person.sees({ guide: 'bind-again', page: 'ca-list' });
  const told = (await readFacts(panel.page, 'preview')).map(tellFact);
  if (told.includes('seen: page unbind-done')) {
    expect(list.text).toContain('解绑前有问题没确认');
  } else {
    // The page's "done" flew by over the login page: only the person can say so.
    await person.saysDone();
  }
  await person.sees({ guide: 'bind-again', step: 'bind-new', page: 'ca-list', targetState: 'found' });
});

test('unbinding by application: asked before it is handed in, waits with a day to ask on, then binds on the site', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: NOW });
  const panel = new GuidePanel(popup);
  await panel.picks('unbind-by-application');
  await panel.shows('unbind-by-application', 'ask-form');
  await panel.says('say-done', 'fill-form');
  await panel.says('say-done', 'hand-in');
  await expect(panel.panel.locator('[data-part="questions"]')).toHaveAttribute('data-held', 'true');
  await panel.answersAll();
  await expect(panel.panel.locator('[data-part="questions"]')).toHaveAttribute('data-held', 'false');
  await panel.says('say-done', 'wait');
  await expect(panel.panel).toContainText('通知未写');
  await expect(panel.panel).toContainText('11月24日（周二）');
  await panel.says('say-done', 'log-in');
  // The other side has unbound it meanwhile.
  const person = await visit(browserWithExtension, 'unseen', { date: NOW, state: 'ca-list-empty' });
  await person.sees({
    guide: 'unbind-by-application',
    step: 'bind-new',
    page: 'ca-list',
    targetState: 'found',
  });
});

test('guides away from the system: which key, not recognised, applying, late-comer; each in words, with its clause', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: '2023-09-04', subjects: [UNIT, OTHER_UNIT] });
  const panel = new GuidePanel(popup);
  // Applying, by audience.
  await popup.getByText(UNIT.name).first().click();
  await panel.picks('apply');
  await panel.shows('apply', 'form-unit');
  await expect(panel.panel).toContainText('盖公章的纸质件和彩色扫描件');
  await panel.says('say-done', 'stamp-scan');
  await panel.says('say-done', 'hand-in-unit');
  await expect(panel.panel.locator('[data-part="place"]')).toContainText('主管预算单位');
  await expect(panel.panel.locator('[data-part="place"]')).toContainText('是否含当日，通知未写');
  await panel.says('say-done', 'receive');
  // The other subject has said nothing, and goes elsewhere.
  await popup.getByText(OTHER_UNIT.name).first().click();
  await panel.shows('prepare');
  await panel.picks('apply');
  await panel.shows('apply', 'form-framework');
  await panel.picks('which-key');
  await panel.shows('which-key', 'see-keys');
  await expect(panel.panel).toContainText('苏采云：先插原国信CA');
  await expect(panel.panel).toContainText('常州市政府采购业务管理平台：用哪把，通知未写');
  await panel.picks('key-recognised');
  await panel.shows('key-recognised', 'right-key');
  await panel.says('say-done', 'one-key');
});

test('a guide picked and kept stops when its window has closed, and says the way forward', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const panel = new GuidePanel(popup);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', step: 'unbind-old' });
  await panel.picks('which-key');
  await panel.shows('which-key');
  await panel.picks('rebind');
  await panel.shows('rebind');
  await popup.evaluate(
    (date) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({ type: 'pages.preview', date }),
    '2023-10-12',
  );
  await person.page.bringToFront();
  const card = await person.sees({ guide: 'rebind', phase: 'new-only', targetState: 'none' });
  expect(card.text).toContain('已停下');
  expect(card.text).toContain('我要办');
  expect(await readRings(person.page)).toEqual([]);
  await panel.picks('late-comer');
  await panel.shows('late-comer');
  await person.page.bringToFront();
  await person.sees({ guide: 'late-comer', says: '通知未写' });
});

test('two tabs of one subject: what is done in one the other’s card knows, without a reload and only once', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const first = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await first.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
  const second = await visit(browserWithExtension, 'element', { state: 'home' });
  await second.sees({ step: 'open-list', page: 'home' });
  await first.page.bringToFront();
  await first.answersAll('yes');
  await first.clicksRing('unbind');
  await first.clicksRing('unbind-confirm');
  await first.sees({ step: 'start-bind' });
  await second.page.bringToFront();
  await second.sees({ page: 'home', says: '已解绑，请尽快绑定新CA' });
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.filter((line) => line === 'seen: page unbind-done')).toHaveLength(1);
});

test('the summary tells what was done, seen or said, without the unit’s name until it is wanted', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: NOW });
  const panel = new GuidePanel(popup);
  await panel.picks('which-key');
  await panel.says('say-done', 'tell-apart');
  const opened = browserWithExtension.context.waitForEvent('page');
  await panel.panel.getByRole('button', { name: '办理小结（打印或保存）' }).click();
  const summary = await opened;
  const paper = summary.locator('[data-part="summary"]');
  await expect(paper).toContainText('看哪个系统用哪把：您确认，页面未核实');
  await expect(paper).toContainText('不是真实的办理记录');
  await expect(paper).not.toContainText(UNIT.name);
  const saved = summary.waitForEvent('download');
  await summary.getByRole('button', { name: '保存为文本文件' }).click();
  expect((await saved).suggestedFilename()).toBe(`rebind-preview-which-key-${NOW}.txt`);
  await summary.getByRole('checkbox').check();
  await expect(paper).toContainText(UNIT.name);
});
