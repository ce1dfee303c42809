/** One caller: a page in one window, the desk in another, and codes that go by voice between them. */
import { expect } from '@playwright/test';
import { readHelpCode, writeHelpCode } from '@/lib/desk/help-code/codes';
import { expectNoViolation } from './harness/accessible';
import { test } from './harness/fixtures';
import { callersCode } from './harness/help-codes';
import { type Card, clickInCard, readCard, readRings } from './harness/overlay';
import { Popup, sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';
import { prepare, visit } from './harness/scene';
import { readOverlayRoots } from './harness/shadow-reader';
import { waitUntil } from './harness/wait-until';

const t = sentences('zh');

const digitsIn = (card: Card | null) => /(?:\d{4} ){3}\d{4}/.exec(card?.text ?? '')?.[0] ?? '';

test('the digits on the caller’s card show the helper the caller’s step, page and troubles', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser, { date: null });
  const caller = await visit(browser, 'element', { state: 'key-missing' });
  await caller.sees({ page: 'key-missing', trouble: 'key-missing' });
  // The address is asked for after the first painting; then the code names it.
  const card = await waitUntil(
    'a help code that names the address',
    () => readCard(caller.page),
    (seen) => {
      const read = readHelpCode(digitsIn(seen));
      return read.ok && read.state.scheme !== 'unknown';
    },
  );
  const code = digitsIn(card);

  const desk = await browser.openOwnPage('desk.html');
  // As a helper types it: no spaces, full-width digits.
  const wide = code
    .replaceAll(' ', '')
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  await desk.getByLabel(t('desk.code.field')).fill(wide);
  const state = desk.locator('[data-part="state"]');
  await expect(state.locator('[data-field="audience"]')).toContainText(t('ui.audience.budgetUnit'));
  await expect(state.locator('[data-field="page"]')).toContainText(t('guide.evidence.state.key_missing'));
  await expect(state.locator('[data-field="scheme"]')).toContainText('http');
  const panel = desk.locator('[data-part="caller"]');
  await expect(panel).toHaveAttribute('data-guide', card?.guide ?? '');
  await expect(panel.locator('[data-trouble]').first()).toHaveAttribute('data-trouble', 'key-missing');
  await expect(panel.locator('[data-part="card-picture"] [data-part="card"]')).toBeVisible();
});

test('the caller’s page is drawn with card and ring on the practice picture, at the very step; the rehearsal is not touched', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser, { date: null });
  const caller = await visit(browser, 'element', { state: 'home' });
  await caller.sees({ page: 'home', targetState: 'found' });
  const card = await readCard(caller.page);
  const desk = await browser.openOwnPage('desk.html');
  const kept = () => desk.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const before = await kept();
  await desk.getByLabel(t('desk.code.field')).fill(digitsIn(card));
  // What is out of sight is not ringed, there as on any page.
  await desk.locator('[data-part="caller-page"]').scrollIntoViewIfNeeded();
  const cardInPicture = async () =>
    (await readOverlayRoots(desk))
      .filter(({ documentUrl }) => documentUrl.includes('picture.html'))
      .flatMap(({ parts }) => parts)
      .find(({ attributes, visible }) => visible && attributes['data-part'] === 'card');
  const drawn = await waitUntil(
    'the card in the picture',
    cardInPicture,
    (seen) => seen?.attributes['data-target-state'] === 'found',
  );
  const of = (name: string) => drawn?.attributes[`data-${name}`];
  expect([of('guide'), of('step'), of('page')]).toEqual([card?.guide, card?.step, card?.page]);
  expect(drawn?.text.replace(/\s/g, '')).toContain(digitsIn(card).replaceAll(' ', ''));
  const [ring, another] = await waitUntil(
    'the ring in the picture',
    () => readRings(desk),
    (rings) => rings.length > 0,
  );
  expect([ring?.target, another]).toEqual(['ca-menu', undefined]);
  expect(ring?.documentUrl).toContain('picture.html');
  expect(await kept()).toBe(before);
});

test('numbers from both sides: the card lists them with the page’s words, the desk says which is which', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser, { date: null });
  const caller = await visit(browser, 'element', { state: 'home' });
  await caller.sees({ page: 'home', targetState: 'found' });
  await clickInCard(caller.page, '[data-action="number"]');
  const card = await waitUntil(
    'the list of numbers',
    () => readCard(caller.page),
    (seen) => seen?.parts.some(({ attributes }) => attributes['data-part'] === 'marks') === true,
  );
  const list = card?.parts.find(({ attributes }) => attributes['data-part'] === 'marks');
  await clickInCard(caller.page, '[data-part="marks"] summary');
  const opened = await waitUntil(
    'the words beside the numbers',
    async () =>
      (await readCard(caller.page))?.parts.find(({ attributes }) => attributes['data-part'] === 'marks'),
    (part) => /CA管理/.test(part?.text ?? ''),
  );
  expect(list).toBeDefined();
  const number = /(\d+)\s*CA管理/.exec(opened?.text ?? '')?.[1] ?? '';
  expect(number).not.toBe('');

  const desk = await browser.openOwnPage('desk.html');
  await desk.getByLabel(t('desk.code.field')).fill(digitsIn(card));
  const marks = desk.locator('[data-part="marks"]').first();
  await marks.locator('summary').click();
  const note = async (at: string, words: string) => {
    await marks.getByLabel(t('desk.mark.number'), { exact: true }).fill(at);
    await marks.getByLabel(t('desk.mark.label')).fill(words);
    await desk.keyboard.press('Enter');
  };
  await note(number, 'CA管理');
  await expect(marks.locator(`[data-mark="${number}"]`)).toHaveAttribute('data-kind', 'wanted');
  await expect(marks.locator(`[data-mark="${number}"]`)).toContainText(`请点标着${number}的按钮`);
  await note('９', '注销');
  await expect(marks.locator('[data-mark="9"]')).toHaveAttribute('data-kind', 'never');
  await note('10', '采购计划');
  await expect(marks.locator('[data-mark="10"]')).toHaveAttribute('data-kind', 'unknown');
});

test('a wrong digit and two swapped ones are caught as they are typed', async ({
  browserWithExtension: browser,
}) => {
  const desk = await browser.openOwnPage('desk.html');
  const field = desk.getByLabel(t('desk.code.field'));
  await field.fill('1316 4400 5370 4868');
  await expect(desk.getByRole('alert')).toContainText('校验不符');
  await field.fill('1316 4400');
  await expect(desk.getByText(t('desk.code.more'))).toBeVisible();
  // As somebody wrote it down from the telephone, pasted with its name: read, and drawn on the picture too.
  await field.fill('求助码：一三幺六/四四〇〇/五三七洞/四八六七');
  await expect(desk.getByRole('alert')).toBeHidden();
  await expect(desk.locator('[data-part="state"]')).toBeVisible();
  await field.fill('1316 4400 5370 486x');
  await expect(desk.getByRole('alert')).toContainText('“x”不是');
});

test('a jump code from the desk takes the caller’s guide to its step, by the caller’s own word', async ({
  browserWithExtension: browser,
}) => {
  const page = await prepare(browser, { date: null });
  await page.reload();
  const popup = new Popup(page);
  const guide = page.locator('[data-part="guide"]');
  await guide.waitFor();
  await popup.page.locator('[data-part="offers"] summary').click();
  await guide.locator('[data-offer="which-key"]').click();
  await expect(guide).toHaveAttribute('data-guide', 'which-key');

  const desk = await browser.openOwnPage('desk.html');
  const shown = (await guide.locator('.help-code').textContent()) ?? '';
  await desk.getByLabel(t('desk.code.field')).fill(shown);
  const panel = desk.locator('[data-part="caller"]');
  await expect(panel).toHaveAttribute('data-guide', 'which-key');
  await panel.getByLabel(t('desk.jump.step')).selectOption('one-key');
  const jump = (await panel.locator('[data-part="jump-code"]').textContent()) ?? '';
  // The next caller's code: what was chosen for this one is not handed on.
  const read = readHelpCode(shown);
  if (!read.ok) throw new Error(read.problem);
  await desk.getByLabel(t('desk.code.field')).fill(writeHelpCode({ ...read.state, step: 1 }));
  await expect(panel).toHaveAttribute('data-step', 'tell-apart');
  await expect(panel.getByLabel(t('desk.jump.step'))).toHaveValue('tell-apart');

  await page.bringToFront();
  await guide.locator('[data-part="jump"] summary').click();
  await guide.getByLabel(t('desk.jump.code')).fill(jump);
  await guide.getByRole('button', { name: t('desk.jump.look') }).click();
  await guide.locator('[data-action="jump-done"]').click();
  await expect(guide).toHaveAttribute('data-step', 'one-key');
});

test('three questions lead callers without the extension to a card; anything is found by initials', async ({
  browserWithExtension: browser,
}) => {
  const desk = await browser.openOwnPage('desk.html');
  await desk.getByRole('tab', { name: t('desk.view.questions') }).click();
  await desk.getByLabel(t('ui.level.district')).check();
  await expect(desk.locator('[data-part="sheet-link"]')).toHaveAttribute('href', /level=district/);
  await desk.getByLabel(t('desk.ask.page')).selectOption('pin-locked');
  await desk.getByLabel(t('desk.ask.keys.new'), { exact: true }).check();
  await expect(desk.locator('[data-part="caller"] [data-trouble]').first()).toHaveAttribute(
    'data-trouble',
    'pin-locked',
  );

  await desk.getByRole('tab', { name: t('desk.view.search') }).click();
  const field = desk.getByLabel(t('desk.search.field'));
  await field.fill('czj');
  await expect(desk.locator('[data-part="found"] [data-kind="contact"]').first()).toContainText('财政局');
  await field.fill('多少钱');
  await expect(desk.locator('[data-part="found"] li').first()).toContainText('元');
  await field.fill('U盾 没有检测到');
  await expect(desk.locator('[data-part="found"] [data-kind="trouble"]').first()).toBeVisible();
});

test('callers without the extension are told nothing that only the extension has; their steps have the printed guide’s numbers', async ({
  browserWithExtension: browser,
}) => {
  const desk = await browser.openOwnPage('desk.html?view=questions');
  const panel = desk.locator('[data-part="caller"]');
  const page = desk.getByLabel(t('desk.ask.page'));
  await page.selectOption({ label: t('guide.evidence.state.ca_list') });
  await desk.getByLabel(t('desk.ask.keys.new'), { exact: true }).check();
  await expect(panel).toHaveAttribute('data-step', 'start-bind');
  for (const part of ['jump-code', 'marks'])
    await expect(panel.locator(`[data-part="${part}"]`)).toHaveCount(0);
  const how = (await panel.locator('[data-part="sheet-how"]').textContent()) ?? '';
  const number = /第(\d+)步/.exec(how)?.[1] ?? '';
  const href = (await panel.locator('[data-part="sheet-link"]').getAttribute('href')) ?? '';
  const sheet = await browser.openOwnPage(href.replace(/^\//, ''));
  await expect(sheet.getByText(`第${number}步`).first().locator('..')).toContainText('开始绑定新CA');
  await sheet.close();

  // The old key is in, the new one at hand: not the guide of those who have none.
  await desk.getByLabel(t('desk.ask.keys.old_new_at_hand')).check();
  await expect(panel).toHaveAttribute('data-guide', 'first-binding');
  await expect(desk.locator('[data-part="key-first"]')).toBeVisible();
  await expect(panel.locator('[data-trouble]').first()).toHaveAttribute('data-trouble', 'wrong-key');
  // Both at once, and what is no page: the card has it, and its cure comes first.
  await desk.getByLabel(t('desk.ask.keys.both')).check();
  await expect(panel.locator('[data-part="sentence"]')).toContainText('请只留一把锁');
  await expect(panel.locator('[data-trouble]').first()).toHaveAttribute('data-trouble', 'too-many-keys');
  await page.selectOption({ label: '按钮点不了，或找不到按钮' });
  await expect(panel.locator('[data-trouble]').first()).toHaveAttribute('data-trouble', 'control-dead');
  await expect(panel.locator('[data-part="sentence"]')).toContainText('先刷新本页');
});

test('a call goes on while something is looked up: the code, the answers, the note and its clock are still there', async ({
  browserWithExtension: browser,
}) => {
  const desk = await browser.openOwnPage('desk.html');
  const view = (id: 'code' | 'questions' | 'search' | 'roster' | 'teach') =>
    desk.getByRole('tab', { name: t(`desk.view.${id}`) }).click();
  const notes = desk.locator('[data-part="call-notes"]');
  await desk.getByLabel(t('desk.code.field')).fill('1316 4400 5370 4867');
  await notes.getByRole('button', { name: t('desk.note.start') }).click();
  await notes.getByLabel(t('desk.note.what')).fill('请到窗口重置');
  await notes.getByLabel(t('desk.note.unit')).fill('示例市第一中学');
  await notes.getByRole('button', { name: t('desk.note.toUnit') }).click();
  await expect(notes).toBeHidden();
  await view('teach');
  await expect(notes).toBeHidden();
  await view('questions');
  await desk.getByLabel(t('desk.ask.page')).selectOption('pin-locked');
  await view('search');
  await expect(notes.getByRole('button', { name: t('desk.note.stop') })).toBeVisible();
  await expect(notes.getByLabel(t('desk.note.what'))).toHaveValue('请到窗口重置');
  await expect(notes.getByLabel(t('desk.note.unit'))).toHaveValue('示例市第一中学');
  await view('questions');
  await expect(desk.getByLabel(t('desk.ask.page'))).toHaveValue('pin-locked');
  await view('code');
  await expect(desk.getByLabel(t('desk.code.field'))).toHaveValue('1316 4400 5370 4867');
  await expect(desk.locator('[data-part="state"]')).toBeVisible();
});

test('axe on every view of the desk, light and dark, at 200 %', async ({ browserWithExtension: browser }) => {
  const desk = await browser.openOwnPage('desk.html');
  for (const view of ['code', 'questions', 'search', 'roster'] as const) {
    await desk.getByRole('tab', { name: t(`desk.view.${view}`) }).click();
    if (view === 'code') await desk.getByLabel(t('desk.code.field')).fill('1316 4400 5370 4867');
    if (view === 'search') await desk.getByLabel(t('desk.search.field')).fill('CA');
    await expectNoViolation(desk, view);
  }
});

test('axe on what the desk says is wrong: a code misheard, another phase’s code, a trouble and two keys', async ({
  browserWithExtension: browser,
}) => {
  const desk = await browser.openOwnPage('desk.html');
  const field = desk.getByLabel(t('desk.code.field'));
  await field.fill('1316 4400 5370 4868');
  await expect(desk.getByRole('alert')).toContainText('校验不符');
  await expectNoViolation(desk, 'a code misheard');
  // A caller whose computer shows a day of the transition.
  await field.fill(callersCode({ phase: 'transition', guide: 'rebind' }));
  await expect(desk.locator('[data-part="state"]')).toBeVisible();
  await expect(desk.locator('[data-part="other-phase"]')).toBeVisible();
  await expectNoViolation(desk, 'a code of another phase');
  await field.fill(callersCode());
  await expect(desk.locator('[data-part="marks"]')).toBeVisible();
  await expectNoViolation(desk, 'a caller at the list of CAs');
  await desk.getByRole('tab', { name: t('desk.view.questions') }).click();
  await desk.getByLabel(t('desk.ask.page')).selectOption('pin-locked');
  await desk.getByLabel(t('desk.ask.keys.both')).check();
  await expect(desk.locator('[data-part="caller"] [data-trouble]').first()).toBeVisible();
  await expectNoViolation(desk, 'a trouble, and both keys in');
});

test('a call is noted, counted and kept; its unit leads to the roster', async ({
  browserWithExtension: browser,
}) => {
  const desk = await browser.openOwnPage('desk.html');
  const notes = desk.locator('[data-part="call-notes"]');
  await notes.getByLabel(t('desk.note.unit')).fill('示例市第一中学');
  await notes.getByLabel(t('desk.note.cause')).selectOption('pin-locked');
  await notes.getByLabel(t('desk.note.what')).fill('口令：123456');
  await expect(notes.getByRole('alert')).toContainText(t('ui.problem.pin'));
  await expect(notes.getByRole('button', { name: t('desk.note.copy') })).toBeDisabled();
  await notes.getByLabel(t('desk.note.what')).fill('请到窗口重置');
  await notes.getByRole('button', { name: t('desk.note.copy') }).click();
  await expect(notes.locator('pre')).toContainText('处理：请到窗口重置');
  await expect(notes.locator('[data-cause="pin-locked"]')).toContainText('1');
  await desk.reload();
  await expect(notes.locator('[data-cause="pin-locked"]')).toContainText('1');
  await notes.getByLabel(t('desk.note.unit')).fill('示例市第一中学');
  await notes.getByRole('button', { name: t('desk.note.toUnit') }).click();
  await expect(desk.getByRole('tab', { name: t('desk.view.roster') })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('the unit of a call is opened in the roster, by its name or its code, and goes on by one press; undone by one', async ({
  browserWithExtension: browser,
}) => {
  const roster = await RosterPage.open(browser);
  const desk = roster.page;
  await roster.importFile({
    name: '名册.csv',
    bytes: '单位名称,编码,CA状态\n示例市第一中学,101001,待领\n示例市第二中学,101002,待领',
  });
  const form = desk.locator('[data-part="unit-form"]');
  for (const [typed, state] of [
    ['示例市第一中学', 'collected'],
    ['１０１００１', 'unbound'],
  ] as const) {
    await desk.getByRole('tab', { name: t('desk.view.code') }).click();
    const notes = desk.locator('[data-part="call-notes"]');
    await notes.getByLabel(t('desk.note.unit')).fill(typed);
    await notes.getByRole('button', { name: t('desk.note.toUnit') }).click();
    await form.locator('[data-track="ca"] [data-action="next-state"]').click();
    await expect(form).toBeHidden();
    const row = roster.rows().filter({ hasText: '示例市第一中学' });
    await expect(row.locator('.roster-cell--caState')).toContainText(t(`roster.state.${state}`));
  }
  await roster.button('roster.action.undo').click();
  const first = roster.rows().filter({ hasText: '示例市第一中学' });
  await expect(first.locator('.roster-cell--caState')).toContainText(t('roster.state.collected'));
});
