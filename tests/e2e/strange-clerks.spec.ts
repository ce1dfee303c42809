/** People who do not follow: another tab, another day, another subject, a key locked in the middle, a notice that moves. */
import type { Page } from '@playwright/test';
import type { NoticePack } from '@/lib/notice/model';
import { corrected } from '../published-packs';
import { expect, test } from './harness/fixtures';
import { GuidePanel } from './harness/guide-panel';
import { REBIND } from './harness/journeys/table';
import { walkStrides } from './harness/journeys/walk';
import { readFacts, tellFact } from './harness/ledger';
import { clickInCard, readRings } from './harness/overlay';
import { Popup, sentences, setPreview } from './harness/own-pages';
import { Person, SKINS } from './harness/person';
import { prepare, UNIT, visit } from './harness/scene';

const t = sentences('zh');
const reopened = (page: Page) => new Person(page, SKINS.element);

/** What the site's console does to the key in the slot. */
const lock = (page: Page, locked: boolean) =>
  page.evaluate(
    (event) =>
      (window as unknown as { practice: { dispatch(event: unknown): void } }).practice.dispatch(event),
    { type: 'lock', key: 'new', locked },
  );

/** Reads the popup anew, as somebody does who opens it again. */
async function lookAt(popup: Page): Promise<Popup> {
  await popup.bringToFront();
  await popup.reload();
  await new GuidePanel(popup).panel.waitFor();
  return new Popup(popup);
}

test('unbound unprepared with a second tab at the login, both closed, and back after the window: bind, and why it is urgent', async ({
  browserWithExtension: browser,
}) => {
  let popup = await prepare(browser);
  const one = await visit(browser, 'element', { state: 'ca-list' });
  await one.sees({ step: 'unbind-old', targetState: 'none' });
  const two = await visit(browser, 'element');
  await two.sees({ step: 'log-in', page: 'login-account' });
  await one.page.bringToFront();
  await one.clicksControl('unbind');
  await one.sees({ page: 'unbind-confirm', says: '先别点解绑' });
  await one.clicksControl('unbind-confirm');
  await one.sees({ step: 'start-bind', says: '已解绑，请尽快绑定新CA。解绑前有问题没确认' });
  // The other tab knows it without being touched.
  await two.page.bringToFront();
  await two.sees({ step: 'log-in', says: '已解绑，请尽快绑定新CA' });
  await one.page.close();
  await two.page.close();
  await browser.restart();
  popup = await browser.openOwnPage('popup.html');
  await setPreview(popup, '2023-10-12');
  const later = reopened(await browser.openSite('?skin=element'));
  const card = await later.sees({ guide: 'first-binding', page: 'login-account', phase: 'new-only' });
  expect(card.text).toContain('没办完就过了办理时间，停在“开始绑定新CA”');
  // It is unbound: whether it still could be is nothing to ask about.
  expect(card.text).not.toContain('原CA还能否解绑');
  await later.clicksControl('login-submit');
  await later.sees({ step: 'open-list' });
  await later.clicksControl('ca-menu');
  await later.sees({ step: 'start-bind', targetState: 'found' });
  expect((await readRings(later.page)).map(({ target }) => target)).toEqual(['bind']);
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.filter((line) => /^said/.test(line))).toEqual([]);
});

test('the key locked in the middle: popup and card both say not to try; with the key back it goes on, and what is bound is counted down to no more', async ({
  browserWithExtension: browser,
}) => {
  let popup = await prepare(browser);
  let person = await visit(browser, 'element');
  await walkStrides(person, REBIND.slice(0, 6));
  await person.sees({ step: 'bind-new', page: 'bind-form' });
  await lock(person.page, true);
  await person.choosesCertificate();
  await person.typesPin();
  await person.clicksControl('bind-confirm');
  // A trouble hides no deadline.
  await person.sees({ trouble: 'pin-locked', says: '不要再试口令' });
  await lookAt(popup);
  const trouble = popup.locator('[data-part="page-trouble"]');
  await expect(trouble).toHaveAttribute('data-trouble', 'pin-locked');
  await expect(trouble).toContainText('不要再试口令');
  await expect(popup.locator('[data-obligation="rebind"]')).toHaveAttribute('data-state', 'due');

  await browser.restart();
  popup = await browser.openOwnPage('popup.html');
  person = reopened(await browser.openSite('?skin=element'));
  await lock(person.page, false);
  await person.clicksControl('login-submit');
  await person.clicksControl('ca-menu');
  await person.sees({ step: 'bind-new', page: 'ca-list', targetState: 'found' });
  await person.clicksControl('bind');
  await person.choosesCertificate();
  await person.typesPin();
  await person.clicksControl('bind-confirm');
  await person.sees({ step: 'try-login', page: 'bind-done' });
  await lookAt(popup);
  await expect(popup.locator('[data-obligation="rebind"]')).toHaveAttribute('data-state', 'ended');
  await expect(popup.locator('[data-obligation="file-application"]')).toHaveAttribute('data-state', 'ended');
  await expect(popup.locator('[data-part="countdown"]')).toHaveCount(0);
  await expect(popup.locator('[data-warning="missed-filing"]')).toHaveCount(0);
});

test('bound first, then another guide, then a restart: what is asked elsewhere waits for no answer, and the swap stays shut', async ({
  browserWithExtension: browser,
}) => {
  const popup = await prepare(browser);
  const person = await visit(browser, 'element', { state: 'bind-form' });
  await person.sees({ step: 'bind-new', says: '还没有看到原CA解绑' });
  await person.choosesCertificate();
  await person.typesPin();
  await person.clicksControl('bind-confirm');
  await person.sees({ step: 'try-login', says: '不要再点解绑' });
  await new GuidePanel(popup).picks('hand-over');
  await person.page.bringToFront();
  const card = await person.sees({ guide: 'hand-over', step: 'check-holder', says: '先别点解绑' });
  expect(card.text).not.toMatch(/先不操作|全部确认后再做/);
  await browser.restart();
  const later = reopened(await browser.openSite('?skin=element'));
  await later.clicksControl('login-submit');
  await later.clicksControl('ca-menu');
  await later.sees({ guide: 'hand-over', step: 'unbind-previous', targetState: 'none' });
  expect(await readRings(later.page)).toEqual([]);
  const again = await browser.openOwnPage('popup.html');
  await new GuidePanel(again).picks('rebind');
  await later.page.bringToFront();
  await later.sees({ guide: 'rebind', step: 'try-login', says: '不要再点解绑' });
  expect(await readRings(later.page)).toEqual([]);
});

test('an agency with the old key alone, and the window moved by a newer notice while its page is open: the card stops, and says by what', async ({
  browserWithExtension: browser,
}) => {
  const agency = { name: '演练代理', audience: 'procurement-agency', level: 'city' } as const;
  const popup = await prepare(browser, { subjects: [agency], date: '2023-09-25' });
  await new Popup(popup).addCertificate({
    kind: 'ca',
    generation: 'old',
    label: '原CA',
    validUntil: '2024-03-01',
  });
  const person = await visit(browser, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', step: 'unbind-old', says: '是否要换，请问江苏意源科技有限公司' });
  const moved: NoticePack = JSON.parse(
    JSON.stringify(corrected('9.0.0'))
      .replaceAll('2023-10-11', '2023-09-22')
      .replaceAll('2023-10-12', '2023-09-23'),
  );
  const options = await browser.openOwnPage('options.html');
  await options.locator('[data-part="packs"] input[type="file"]').setInputFiles({
    name: '改期.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(moved)),
  });
  await options
    .locator('[data-part="pack-preview"]')
    .getByRole('button', { name: t('packs.preview.use'), exact: true })
    .click();
  await person.page.bringToFront();
  const card = await person.sees({ guide: 'first-binding', page: 'ca-list', says: '更新为9.0.0版' });
  expect(card.text).toContain('没办完就过了办理时间');
  expect(card.text).toContain('先别点解绑');
  expect((await readRings(person.page)).some(({ target }) => target?.startsWith('unbind'))).toBe(false);
});

test('done over two days, with a word taken back: paper and file say seen and said with their days, and no unit', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  let person = await visit(browser, 'element');
  await walkStrides(person, REBIND.slice(0, 5));
  await person.sees({ step: 'start-bind' });
  await person.saysDone();
  await person.sees({ step: 'bind-new' });
  await clickInCard(person.page, '[data-action="show-history"]');
  await clickInCard(person.page, '[data-step="start-bind"] [data-action="retract"]');
  await person.sees({ step: 'start-bind' });
  await browser.restart();
  const popup = await browser.openOwnPage('popup.html');
  await setPreview(popup, '2023-09-21');
  person = reopened(await browser.openSite('?skin=element'));
  await person.clicksControl('login-submit');
  await person.clicksControl('ca-menu');
  await walkStrides(person, REBIND.slice(5));
  await lookAt(popup);
  const opened = browser.context.waitForEvent('page');
  await new GuidePanel(popup).panel.getByRole('button', { name: t('popup.guide.summary') }).click();
  const paper = await opened;
  const lines = paper.locator('[data-part="summary"] li');
  await expect(lines.nth(3)).toContainText(/确认解绑原CA：页面显示，2023\/09\/20/);
  await expect(lines.nth(4)).toContainText(/开始绑定新CA：页面显示，2023\/09\/21/);
  await expect(lines.nth(7)).toContainText(/试一次新签章：您确认，页面未核实，2023\/09\/21/);
  await paper.emulateMedia({ media: 'print' });
  await expect(paper.locator('button').first()).toBeHidden();
  await paper.emulateMedia({ media: 'screen' });
  const [file] = await Promise.all([
    paper.waitForEvent('download'),
    paper.getByRole('button', { name: t('popup.summary.save') }).click(),
  ]);
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toContain('不是真实的办理记录');
  for (const line of await lines.allInnerTexts()) expect(text).toContain(line);
  expect(text + (await paper.locator('body').innerText()) + file.suggestedFilename()).not.toContain(
    UNIT.name,
  );
});
